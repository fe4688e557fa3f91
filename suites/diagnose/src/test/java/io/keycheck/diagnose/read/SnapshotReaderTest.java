package io.keycheck.diagnose.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Recordings;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotReaderTest {
  private static final String CLASS =
      """
      apiVersion: secrets-store.csi.x-k8s.io/v1
      kind: SecretProviderClass
      metadata: {name: env1, namespace: shop}
      spec:
        provider: vault
        parameters: {roleName: env1-role, objects: "- objectName: database-type"}
      """;

  @TempDir Path folder;

  @Test
  void aListAsKubectlPrintsItIsRead() throws Exception {
    Snapshot snapshot = read(Recordings.file("healthy-vault").toString());

    String namespace = "mx-healthy-vault";
    assertThat(snapshot.namespaces()).contains(namespace, "kube-system", "default");
    List<Pod> pods = snapshot.in(namespace, Kind.POD).orUnknown();
    assertThat(pods).hasSize(1);
    assertThat(pods.get(0).ready()).isTrue();
    assertThat(pods.get(0).volumes().get(0).readOnly()).isEqualTo(Flag.TRUE);
    assertThat(snapshot.in(namespace, Kind.CLASS).orUnknown().get(0).parameters())
        .containsKeys("objects", "roleName", "vaultAddress");
    assertThat(snapshot.all(Kind.CSI_DRIVER).orUnknown()).hasSize(1);
    assertThat(snapshot.in(namespace, Kind.CLASS_POD_STATUS).orUnknown().get(0).objects())
        .hasSize(14);
  }

  @Test
  void theSameInYamlIsTheSame() throws Exception {
    for (String name : List.of("healthy-aws", "vault-port-closed", "sync-without-rbac-object")) {
      Path yaml = folder.resolve(name + ".yaml");
      Files.writeString(yaml, new YAMLMapper().writeValueAsString(Recordings.tree(name)));

      Snapshot fromJson = read(Recordings.file(name).toString());
      Snapshot fromYaml = read(yaml.toString());

      for (Kind<?> kind : Kind.all()) {
        assertThat(List.copyOf(fromYaml.seen(kind))).isEqualTo(List.copyOf(fromJson.seen(kind)));
      }
    }
  }

  @Test
  void driverAndProvidersAreRecognisedByWhatTheyRun() throws Exception {
    List<Pod> parts =
        read(Recordings.file("healthy-aws").toString()).driverAndProviderPods().orUnknown();

    assertThat(parts).hasSize(3);
    assertThat(parts.stream().filter(Installed::isDriver)).hasSize(1);
    assertThat(parts.stream().flatMap(pod -> Installed.provider(pod).stream()))
        .containsExactlyInAnyOrder(Provider.AWS, Provider.VAULT);
  }

  @Test
  void whatFilesDoNotHoldIsUnreadableAndNotAbsent() throws Exception {
    Snapshot snapshot = text(CLASS);

    assertThat(snapshot.in("shop", Kind.SERVICE_ACCOUNT).isKnown()).isFalse();
    assertThat(snapshot.all(Kind.CSI_DRIVER).isKnown()).isFalse();
    assertThat(snapshot.driverAndProviderPods().isKnown()).isFalse();
    assertThat(snapshot.seen(Kind.CLASS)).hasSize(1);
  }

  @Test
  void severalDocumentsAnchorsAndMergeKeysAreRead() throws Exception {
    SecretProviderClass last =
        text("""
                ---
                apiVersion: secrets-store.csi.x-k8s.io/v1
                kind: SecretProviderClass
                metadata: {name: a, namespace: shop}
                spec: &spec
                  provider: vault
                  parameters: &given {roleName: one, audience: &word store}
                ---
                # nothing here
                ---
                apiVersion: secrets-store.csi.x-k8s.io/v1
                kind: SecretProviderClass
                metadata: {name: b, namespace: shop}
                spec:
                  provider: &p aws
                  parameters:
                    <<: {roleName: two, region: here}
                    roleName: *p
                """)
            .seen(Kind.CLASS)
            .get(1);

    assertThat(last.provider()).isEqualTo("aws");
    assertThat(last.parameters()).containsEntry("roleName", "aws").containsEntry("region", "here");
  }

  @Test
  void objectsWithoutNamespaceAreOfTheOneThatIsNamed() throws Exception {
    Snapshot snapshot =
        SnapshotReader.read(List.of("-"), stream(CLASS.replace(", namespace: shop", "")), "chosen");

    assertThat(snapshot.seen(Kind.CLASS).get(0).meta().namespace()).isEqualTo("chosen");
  }

  @Test
  void foldersBundlesAndTextsOfWindowsAreRead() throws Exception {
    Files.createDirectories(folder.resolve("deep/er"));
    Files.writeString(folder.resolve("deep/er/class.yml"), CLASS);
    Files.writeString(folder.resolve("README.md"), "not read");
    assertThat(read(folder.toString()).seen(Kind.CLASS)).hasSize(1);

    Path bundle = folder.resolve("bundle.tar.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(bundle))) {
      out.write(tar("../../evil/class.yaml", CLASS));
    }
    assertThat(read(bundle.toString()).seen(Kind.CLASS)).hasSize(1);

    byte[] whole = tar("class.yaml", CLASS);
    Path half = Files.write(folder.resolve("half.tar"), Arrays.copyOf(whole, 700));
    assertThatThrownBy(() -> read(half.toString()))
        .isInstanceOf(ReadFailed.class)
        .hasMessageContaining("half.tar")
        .hasMessageContaining("could not be read to its end: Truncated TAR archive");

    for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_8)) {
      Path windows = folder.resolve("windows.json");
      Files.writeString(
          windows, "\ufeff" + Files.readString(Recordings.file("healthy-vault")), charset);
      assertThat(read(windows.toString()).seen(Kind.CLASS)).hasSize(1);
    }
  }

  @Test
  void listsWhoseObjectsDoNotNameTheirKindAreRead() throws Exception {
    Snapshot snapshot =
        text(
            """
            {"kind":"ServiceAccountList","apiVersion":"v1","metadata":{},
             "items":[{"metadata":{"name":"env1","namespace":"shop"}}]}
            {"kind":"ServiceAccount","apiVersion":"v1","metadata":{"name":"b","namespace":"shop"}}
            """);

    assertThat(snapshot.seen(Kind.SERVICE_ACCOUNT)).hasSize(2);
  }

  @Test
  void aBundleSaysWhatWasRead() throws Exception {
    Snapshot snapshot =
        text(
            """
            {"apiVersion":"v1","kind":"List","items":[
             {"apiVersion":"keycheck.io/v1","kind":"SnapshotContents",
              "known":[{"namespace":"shop","group":"","kind":"Pod"}],
              "unreadable":[{"namespace":"","group":"","kind":"Node","needs":"list nodes"}],
              "driverAndProviderPods":"list pods in namespace kube-system",
              "driverLog":["failed"],"notes":["Cut short."]}]}
            """);

    assertThat(snapshot.in("shop", Kind.POD).isKnown()).isTrue();
    assertThat(snapshot.all(Kind.NODE).isKnown()).isFalse();
    assertThat(snapshot.driverLog().orUnknown()).containsExactly("failed");
    assertThat(snapshot.notes()).contains("Cut short.");
  }

  @Test
  void nothingOfSecretsAndOfWhatAppsAreStartedWithIsKept() throws Exception {
    Snapshot snapshot =
        text(
            """
            apiVersion: v1
            kind: Secret
            metadata: {name: s, namespace: shop}
            stringData: {password: canary-1}
            ---
            apiVersion: v1
            kind: Pod
            metadata: {name: p, namespace: shop, annotations: {note: canary-2}}
            spec:
              containers:
              - name: mendix
                args: ["--password=canary-3"]
                env: [{name: PASSWORD, value: canary-4}]
            ---
            apiVersion: privatecloud.mendix.com/v1alpha1
            kind: MendixApp
            metadata: {name: a, namespace: shop}
            spec: {mendixAdminPassword: canary-5, database: {password: canary-6, servicePlan: plan}}
            """);

    StringBuilder all = new StringBuilder();
    Kind.all().forEach(kind -> all.append(snapshot.seen(kind)));
    assertThat(all.append(snapshot.notes())).doesNotContain("canary").contains("plan");
  }

  @Test
  void fieldsOfWrongTypesAreTakenAsAbsent() throws Exception {
    Snapshot snapshot =
        text(
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"name":"p","namespace":"shop","labels":[1],
              "creationTimestamp":7,"ownerReferences":{"a":1},"generation":"x"},
             "spec":{"volumes":{"csi":1},"containers":[1,null,{"name":[],"env":{}}]},"status":"Running"}
            {"apiVersion":"privatecloud.mendix.com/v1alpha1","kind":"MendixApp","spec":{
              "allowOverrideSecretsWithSecretStoreCSIDriver":"true","database":[]},
             "metadata":{"name":"a","namespace":"shop"}}
            """);

    assertThat(snapshot.seen(Kind.POD)).hasSize(1);
    assertThat(snapshot.seen(Kind.MENDIX_APP).get(0).override()).isEqualTo(Flag.MISTYPED);
  }

  @Test
  void longTextsAreCut() throws Exception {
    Snapshot snapshot =
        text(
            "{\"apiVersion\":\"v1\",\"kind\":\"Event\",\"type\":\"Warning\",\"message\":\""
                + "x".repeat(1 << 20)
                + "\",\"metadata\":{\"name\":\"e\",\"namespace\":\"shop\"}}");

    assertThat(snapshot.seen(Kind.EVENT).get(0).message())
        .hasSizeLessThan(70_000)
        .endsWith("[cut]");
  }

  @Test
  void whatCannotBeReadIsSaidInOneSentence() throws IOException {
    String json = Files.readString(Recordings.file("healthy-vault"));
    assertFails(json.substring(0, json.length() / 2), "ends in the middle");
    assertFails("", "it is empty");
    assertFails("\u0000\u0001\u0002", "no text");
    assertFails("{\"apiVersion\": \"v1\", oops}", "line 1, column ", "no JSON");
    assertFails("a: [b\nc: d", "line ", "no YAML");
    assertFails("error: You must be logged in to the server", "There is no object of a cluster");
    assertFails("just text", "this is no object");
    assertFails("{\"items\":[]}", "There is no object of a cluster");
    assertFails("[".repeat(100_000), "nested more than 200");
    assertFails("{\"n\":" + "1".repeat(10_000) + "}", "goes beyond");
    assertFails("{\"a\":".repeat(400), "nested more than 200");
    assertFails("a: " + "[".repeat(100_000), "nested more than 200");
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x]\n");
    for (int i = 1; i < 12; i++) {
      bomb.append("a%d: &a%d [%s]\n".formatted(i, i, "*a%d, ".formatted(i - 1).repeat(9)));
    }
    assertFails(bomb.toString(), "more than 200,000 values");
    assertFails("PK\u0003\u0004\u0000", "no text");
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertThatThrownBy(() -> read(folder.resolve("missing.json").toString()))
        .isInstanceOf(ReadFailed.class)
        .hasMessageContaining("no such file");
    assertThatThrownBy(() -> read(folder.toString()))
        .isInstanceOf(ReadFailed.class)
        .hasMessageContaining("holds no .json");
  }

  @Test
  void otherKindsAreLeftOutWithANote() throws Exception {
    Snapshot snapshot =
        text(
            """
            {"apiVersion":"v1","kind":"List","items":[
              {"apiVersion":"v1","kind":"Service","metadata":{"name":"s"}},
              {"apiVersion":"v1","kind":"Service","kind":"Ingress","metadata":{"name":"s"}},
              {"apiVersion":"v1","kind":"Secret","metadata":{"name":"s"}}]}
            """);

    assertThat(snapshot.notes())
        .anyMatch(note -> note.contains("Ingress, Service"))
        .anyMatch(note -> note.contains("field twice"))
        .anyMatch(note -> note.startsWith("Secrets were among"));
  }

  private static void assertFails(String text, String... parts) {
    assertThatThrownBy(() -> text(text))
        .isInstanceOf(ReadFailed.class)
        .hasMessageContainingAll(parts)
        .hasMessageNotContaining("oops");
  }

  private static byte[] tar(String name, String text) throws IOException {
    byte[] content = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(out)) {
      TarArchiveEntry entry = new TarArchiveEntry(name);
      entry.setSize(content.length);
      tar.putArchiveEntry(entry);
      tar.write(content);
      tar.closeArchiveEntry();
    }
    return out.toByteArray();
  }

  private static Snapshot read(String source) throws ReadFailed {
    return SnapshotReader.read(List.of(source), InputStream.nullInputStream(), "default");
  }

  private static Snapshot text(String text) throws ReadFailed {
    return SnapshotReader.read(List.of("-"), stream(text), "default");
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }
}
