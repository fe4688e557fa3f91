package io.keycheck.diagnose.collect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bundle tells what the cluster told, and nothing that nobody should read. */
class BundleTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  @AutoClose private final ApiServer server = new ApiServer();

  @BeforeEach
  void provision() {
    server
        .servesAllIn("shop")
        .has(
            """
            {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"env1-0",
              "annotations":{"note":"hunter2"},
              "managedFields":[{"manager":"kubelet","time":"2026-03-01T11:00:00Z","fieldsV1":{"f:x":{},"f:status":{"f:y":{}}}}]},
             "spec":{"nodeName":"n1","containers":[{"name":"app","args":["--password=hunter2"],
               "env":[{"name":"PASSWORD","value":"hunter2"}]}]}}""")
        .has(
            """
            {"apiVersion":"privatecloud.mendix.com/v1alpha1","kind":"MendixApp",
             "metadata":{"namespace":"shop","name":"env1","annotations":{
               "kubectl.kubernetes.io/last-applied-configuration":"{\\"apiVersion\\":\\"x/v1\\",\\"p\\":\\"hunter2\\"}"}},
             "spec":{"replicas":2,"mendixAdminPassword":"hunter2",
               "allowOverrideSecretsWithSecretStoreCSIDriver":true}}""")
        .forbids("/api/v1/namespaces/shop/serviceaccounts");
  }

  @Test
  void readAgainItTellsTheSame() throws Exception {
    Path file = folder.resolve("shop.tar.gz");
    bundle().write(file, false, CLOCK);
    Snapshot live;
    try (Live open = server.open(folder, false)) {
      live = open.read("shop");
    }
    Snapshot read =
        SnapshotReader.read(List.of(file.toString()), InputStream.nullInputStream(), "default");
    for (Kind<?> kind : List.of(Kind.POD, Kind.MENDIX_APP, Kind.CLASS, Kind.SERVICE_ACCOUNT)) {
      assertThat(read.in("shop", kind)).as(kind.name()).isEqualTo(live.in("shop", kind));
    }
    assertThat(read.all(Kind.CSI_DRIVER)).isEqualTo(live.all(Kind.CSI_DRIVER));
    assertThat(read.in("shop", Kind.SERVICE_ACCOUNT))
        .isEqualTo(Read.unreadable("list serviceaccounts in namespace shop"));
  }

  @Test
  void theLongestNamesAreKept() throws Exception {
    String longest = "n".repeat(63);
    server
        .servesAllIn(longest)
        .has(
            """
            {"apiVersion":"secrets-store.csi.x-k8s.io/v1","kind":"SecretProviderClassPodStatus",
             "metadata":{"namespace":"%s","name":"s"},"status":{"podName":"p"}}"""
                .formatted(longest));
    Path file = folder.resolve("longest.tar.gz");
    try (Live live = server.open(folder, false)) {
      live.bundle(longest).write(file, false, CLOCK);
    }
    assertThat(
            SnapshotReader.read(List.of(file.toString()), InputStream.nullInputStream(), "default")
                .in(longest, Kind.CLASS_POD_STATUS)
                .orElse(List.of()))
        .hasSize(1);
  }

  @Test
  void noPasswordIsInIt() throws Exception {
    Path file = folder.resolve("shop.tar.gz");
    bundle().write(file, false, CLOCK);
    try (InputStream in = new GZIPInputStream(Files.newInputStream(file))) {
      String content = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(content).contains("env1-0", "kubelet").doesNotContain("hunter2", "f:x", "f:y");
      assertThat(content)
          .contains(
              "Namespace shop as `keycheck/0.0.0` read it on 2026-03-01T12:00:00Z.",
              "--show-managed-fields",
              "serviceaccounts in namespace shop: needs list serviceaccounts in namespace shop");
    }
  }

  @Test
  void aFileThatIsThereStaysUnlessItIsToBeReplaced() throws Exception {
    Path file = Files.writeString(folder.resolve("shop.tar.gz"), "precious");
    Bundle bundle = bundle();
    assertThatThrownBy(() -> bundle.write(file, false, CLOCK))
        .isInstanceOf(FileAlreadyExistsException.class);
    assertThat(file).hasContent("precious");
    bundle.write(file, true, CLOCK);
    assertThat(Files.size(file)).isGreaterThan(100);
  }

  @Test
  void whatCannotBeWrittenLeavesNothing() throws Exception {
    Path folderInTheWay = Files.createDirectories(folder.resolve("d/shop.tar.gz/x")).getParent();
    assertThatThrownBy(() -> bundle().write(folderInTheWay, true, CLOCK))
        .isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(folderInTheWay.getParent())) {
      assertThat(left).containsExactly(folderInTheWay);
    }
  }

  private Bundle bundle() {
    try (Live live = server.open(folder, false)) {
      return live.bundle("shop");
    }
  }
}
