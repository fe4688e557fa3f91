package io.keycheck.diagnose.checks.classes;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.contract.SampleSecret;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The document's samples, as a reader gets them who replaces nothing, or the placeholders alone.
 */
class DocumentsSamplesTest {
  private static final String VAULT =
      """
      apiVersion: secrets-store.csi.x-k8s.io/v1alpha1
      kind: SecretProviderClass
      metadata:
        name: %s
        annotations:
          privatecloud.mendix.com/environment-class: "true"
      spec:
        provider: vault
        parameters:
          vaultAddress: "%s"
          roleName: "%s"
          objects: |
      """;

  private static String objects(String path) {
    String entries =
        SampleSecret.all().stream()
            .flatMap(secret -> secret.values().keySet().stream())
            .map(
                key ->
                    key.file().equals("storage-use-ca-certificates")
                        ? """
                                #- secretKey: "storage-use-ca-certificates"
                                #  objectAlias: "storage-use-ca-certificates"
                                #  secretPath: "secret/<{env-file-secret}>
                          """
                        : """
                                - secretKey: "%s"
                                  objectName: "%s"
                                  secretPath: "%s"
                          """
                            .formatted(
                                key.file().replace("storage-secret", "torage-secret"),
                                key.file(),
                                path))
            .collect(Collectors.joining());
    return entries;
  }

  @Test
  void vaultAsWritten() {
    String name = "<{MendixApp CR name}>";
    String manifest =
        VAULT.formatted(
                name, "http://vault.{<Vault-namespace>}.svc.cluster.local:8200", "<{env-role}>")
            + objects("secret/<{env-db-secret}>");
    Lint lint = Lint.of(manifest);
    String[] expected = {
      "class-deprecated-version (info)", "placeholder-left", "source-key-misspelt (info)"
    };
    assertThat(lint.environment(name).found()).containsExactly(expected);
    assertThat(lint.environment("<{Mendix App CR name}>").found()).containsExactly(expected);
  }

  @Test
  void vaultWithPlaceholdersReplaced() {
    String manifest =
        VAULT.formatted(Lint.ENVIRONMENT, "http://vault.vault.svc.cluster.local:8200", "shop-role")
            + objects("secret/shop");
    assertThat(Lint.of(manifest).found())
        .containsExactly("class-deprecated-version (info)", "source-key-misspelt (info)");
  }

  @Test
  void awsAsWritten() {
    String placeholder = "<{The secret name that you copied in step 5 above}>";
    assertThat(Sample.aws().change("shop/secret", "\"" + placeholder + "\"").lint().found())
        .containsExactly("placeholder-left");
  }

  @Test
  void theEntryThatIsCommentedOutFailsWhenItIsTakenIn() {
    String entry =
        "- secretKey: \"storage-use-ca-certificates\"\n"
            + "  objectAlias: \"storage-use-ca-certificates\"\n"
            + "  secretPath: \"secret/data/shop";
    String before =
        Sample.vault().list().replace(Sample.vaultEntry("storage-use-ca-certificates"), "");
    assertThat(Sample.vault().list(before + entry + "\n").lint().found())
        .containsExactly("objects-unreadable");
    assertThat(Sample.vault().list(before + entry + "\"\n").lint().found())
        .containsExactly("entry-field-misplaced");
  }
}
