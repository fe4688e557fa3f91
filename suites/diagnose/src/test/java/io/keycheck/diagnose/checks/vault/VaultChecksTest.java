package io.keycheck.diagnose.checks.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.mounts.Scene;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.NotReadable;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class VaultChecksTest {
  private static final String LOGIN = "auth/kubernetes/login";

  /** Every check with a text that must yield it; the texts of the others must not. */
  static final Map<Check, String> TEXTS = texts();

  private static Map<Check, String> texts() {
    Map<Check, String> texts = new LinkedHashMap<>();
    texts.put(
        new VaultNameUnresolved(),
        Scene.unanswered("dial tcp: lookup vault.security.svc on 10.0.0.10:53: no such host"));
    texts.put(new VaultUnreachable(), Scene.unanswered("dial tcp 10.0.0.1:8200: i/o timeout"));
    texts.put(
        new VaultSchemeMismatch(),
        Scene.answered("POST", LOGIN, 400, "Client sent an HTTP request to an HTTPS server."));
    texts.put(
        new VaultTlsUntrusted(), Scene.unanswered("x509: certificate signed by unknown authority"));
    texts.put(new VaultSealed(), Scene.answered("POST", LOGIN, 503, "* Vault is sealed"));
    texts.put(
        new VaultRoleUnknown(),
        Scene.answered("POST", LOGIN, 400, "* invalid role name \"till-role\""));
    texts.put(
        new VaultAccountNotBound(),
        Scene.answered("POST", LOGIN, 403, "* service account name not authorized"));
    texts.put(
        new VaultNamespaceNotBound(),
        Scene.answered("POST", LOGIN, 403, "* namespace not authorized"));
    texts.put(
        new VaultAudienceMismatch(),
        Scene.answered("POST", LOGIN, 403, "* invalid audience (aud) claim: no match"));
    texts.put(new VaultLoginDenied(), Scene.answered("POST", LOGIN, 403, "* permission denied"));
    texts.put(
        new VaultPolicyDenies(),
        Scene.answered("GET", "secret/data/till", 403, "* permission denied"));
    texts.put(new VaultSecretNotFound(), Scene.answered("GET", "secret/till", 404, ""));
    texts.put(
        new VaultKeyNotFound(),
        "{secret/data/till}: {key \"torage-secret-access-key\" does not exist at the secret path}");
    return texts;
  }

  static Stream<Check> checks() {
    return TEXTS.keySet().stream();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void eachCheckFindsItsOwnTextAndNoOther(Check check) {
    for (Map.Entry<Check, String> text : TEXTS.entrySet()) {
      List<Finding> found = look(check, Scene.of("vault").says(text.getValue()));
      assertThat(found).as(text.getValue()).hasSize(text.getKey() == check ? 1 : 0);
    }
  }

  @ParameterizedTest
  @MethodSource("checks")
  void aFindingSaysWhatToDoInLinesFitForAShell(Check check) {
    Finding finding = look(check, Scene.of("vault").says(TEXTS.get(check))).get(0);
    assertThat(finding.level()).isEqualTo(FindingLevel.ERROR);
    assertThat(finding.check()).isEqualTo(check.id()).startsWith("vault-");
    assertThat(finding.saw()).isNotBlank().hasSizeLessThan(310);
    assertThat(finding.why()).isNotBlank();
    assertThat(finding.remedy())
        .isNotEmpty()
        .allMatch(line -> line.matches("(#|kubectl |vault )[^\\n]*"))
        .noneMatch(line -> line.contains("kv get") || line.contains("vault read secret"));
    assertThat(check.explanation().source()).isNotBlank();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void noCheckFindsItInAClassOfAnotherProvider(Check check) {
    assertThat(look(check, Scene.of("aws").says(TEXTS.get(check)))).isEmpty();
    assertThat(look(check, Scene.of("azure").says(TEXTS.get(check)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void noCheckFindsItOnceThePodHasMounted(Check check) {
    assertThat(look(check, Scene.of("vault").says(TEXTS.get(check)).mounted("till-1", "uid-1")))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("checks")
  void withoutTheClassItIsUnknownWhoSpeaks(Check check) {
    Scene scene = Scene.of("vault").says(TEXTS.get(check)).hiding(Kind.CLASS);
    assertThatThrownBy(() -> look(check, scene)).isInstanceOf(NotReadable.class);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void podsThatFailAlikeAreOneFinding(Check check) {
    Scene scene = Scene.of("vault").withPod("till-2", "uid-2").says(TEXTS.get(check));
    assertThat(look(check, scene.event("uid-2", Scene.wrapped(TEXTS.get(check)), 3))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("checks")
  void hostileNamesStayWithinTheirLine(Check check) {
    String hostile = "x\nrm -rf /\n'; $(reboot) \u001B[2J";
    Scene scene = Scene.of("vault", Map.of("roleName", hostile, "vaultAddress", hostile));
    String text = TEXTS.get(check).replace("till", hostile).replace("database-type", hostile);
    List<Finding> found = new ArrayList<>(look(check, scene.says(text)));
    for (Finding finding : found) {
      assertThat(finding.remedy())
          .allMatch(line -> line.chars().noneMatch(c -> c < 0x20))
          .allMatch(line -> line.startsWith("#") || quotesClose(line));
    }
  }

  /** Whether nothing hostile is outside single quotes. */
  private static boolean quotesClose(String line) {
    return !line.replaceAll("\\\\'", "").replaceAll("'[^']*'", "").contains("reboot");
  }

  @Test
  void aPathWithoutDataIsLikelierAKvTwoEngineAndBothAreSaid() {
    Finding finding =
        tell(new VaultSecretNotFound(), Scene.answered("GET", "secret/till", 404, ""));
    assertThat(finding.why())
        .startsWith("Likelier: \"secret\" is a kv-v2")
        .contains("secret/data/till", "no secret");
    assertThat(finding.remedy()).contains("vault kv metadata get -mount=secret till");
  }

  @Test
  void aPathWithDataIsLikelierAnAbsentSecretAndBothAreSaid() {
    Finding finding =
        tell(new VaultSecretNotFound(), Scene.answered("GET", "team/kv/data/a/till", 404, ""));
    assertThat(finding.why())
        .startsWith("Likelier: there is no secret")
        .contains("kv-v1", "team/kv/a/till");
    assertThat(finding.remedy())
        .contains("vault kv metadata get -mount=team/kv a/till", "vault kv list team/kv/a/");
  }

  @Test
  void aMisspeltKeyGetsAProposal() {
    Finding finding = tell(new VaultKeyNotFound(), TEXTS.get(keyCheck()));
    assertThat(finding.why()).contains("did you mean \"storage-secret-access-key\"?");
    assertThat(
            tell(
                    new VaultKeyNotFound(),
                    "{secret/data/till}: {key \"storage-bucket-name\" does not exist at the secret path}")
                .why())
        .doesNotContain("did you mean");
  }

  private static Check keyCheck() {
    return TEXTS.keySet().stream()
        .filter(VaultKeyNotFound.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aBareRefusalOfTheLoginListsTheFiveThingsThatRemain() {
    Finding finding =
        tell(
            new VaultLoginDenied(),
            Scene.answered("POST", "ns1/auth/k8s-prod/login", 403, "* permission denied"));
    assertThat(finding.remedy().stream().filter(line -> line.matches("# [1-5]\\. .*"))).hasSize(5);
    assertThat(finding.remedy()).contains("vault read -namespace=ns1 auth/k8s-prod/config");
    assertThat(finding.why())
        .contains("auth/k8s-prod", "till-role", "audience", "account", "namespace");
  }

  @Test
  void whatTheClassSaysIsUsed() {
    assertThat(tell(new VaultSchemeMismatch(), TEXTS.get(schemeCheck())).remedy())
        .anyMatch(line -> line.contains("\"vaultAddress\":\"https://vault.security.svc:8200\""));
    assertThat(
            tell(
                    new VaultSchemeMismatch(),
                    Scene.unanswered("http: server gave HTTP response to HTTPS client"))
                .why())
        .contains("says https");
    assertThat(
            tell(
                    new VaultNameUnresolved(),
                    Scene.unanswered(
                        "dial tcp: lookup vault.security.svc.cluster.local on 1.1.1.1:53: no such host"))
                .remedy())
        .contains("kubectl -n security get service vault");
    assertThat(
            tell(
                    new VaultAccountNotBound(),
                    Scene.answered("POST", LOGIN, 403, "* service account name not authorized"))
                .remedy())
        .contains(
            "vault read auth/kubernetes/role/till-role",
            "vault write auth/kubernetes/role/till-role bound_service_account_names=till");
  }

  private static Check schemeCheck() {
    return TEXTS.keySet().stream()
        .filter(VaultSchemeMismatch.class::isInstance)
        .findFirst()
        .orElseThrow();
  }

  private static Finding tell(Check check, String text) {
    return look(check, Scene.of("vault").says(text)).get(0);
  }

  private static List<Finding> look(Check check, Scene scene) {
    Findings findings = new Findings(check);
    check.look(scene.view(), findings);
    return findings.found();
  }
}
