package io.keycheck.reports.folder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.keycheck.reports.Reports;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.RunReportJson;
import io.keycheck.reports.UnreadableReport;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What becomes of a report that somebody changed: whoever can only change files, whoever can make
 * the manifest anew, and whoever knows the kit and makes all of it anew but has not the key.
 */
class TamperingTest {
  @TempDir private Path temp;

  private final RunReport report =
      Reports.with(
          Reports.everything(), Optional.of(Reports.subject()), List.of(), Optional.empty());
  private Path folder;
  private VerificationKey vendor;
  private SigningKey signing;

  @BeforeEach
  void sign() throws Exception {
    KeyPair pair = pair();
    signing = signing(pair, "key.pem");
    vendor = VerificationKey.read(pem("PUBLIC KEY", pair.getPublic().getEncoded(), "pub.pem"));
    folder = Folders.signed(temp.resolve("report"), report, signing).folder();
  }

  private static KeyPair pair() throws NoSuchAlgorithmException {
    return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  private SigningKey signing(KeyPair pair, String name) throws Exception {
    return SigningKey.read(pem("PRIVATE KEY", pair.getPrivate().getEncoded(), name), () -> null);
  }

  private Path pem(String label, byte[] der, String name) throws IOException {
    String text =
        "-----BEGIN %s-----\n%s\n-----END %s-----\n"
            .formatted(label, Base64.getMimeEncoder().encodeToString(der), label);
    return Files.writeString(temp.resolve(name), text);
  }

  private Verification verify(Path path) throws IOException {
    return Verification.of(path, Optional.of(vendor), kit("0.1.0", "0a1b2c3"));
  }

  private void assertBroken(String what, String sentence) throws IOException {
    Verification verification = verify(folder);
    assertThat(verification.holds()).isFalse();
    assertThat(verification.held())
        .as("what is broken")
        .filteredOn(held -> held.state() == Held.State.BROKEN)
        .anySatisfy(
            held -> {
              assertThat(held.what()).isEqualTo(what);
              assertThat(held.sentence()).contains(sentence);
            });
  }

  private void replace(String file, String right, String wrong) throws IOException {
    String text = Files.readString(folder.resolve(file));
    assertThat(text).contains(right);
    Files.writeString(folder.resolve(file), text.replace(right, wrong));
  }

  /** As one who has no key: the manifest fits, its signature is the old one. */
  private void makeManifestAnew() throws IOException {
    Files.write(folder.resolve(Manifest.NAME), Manifest.of(folder).bytes());
  }

  @Test
  void whatNobodyTouchedHoldsAsFolderArchiveAndUnpacked() throws IOException {
    for (Path path : List.of(folder, temp.resolve("report.tar.gz"))) {
      Verification verification = verify(path);
      assertThat(verification.held())
          .extracting(Held::what, Held::state)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("files", Held.State.HOLDS),
              org.assertj.core.groups.Tuple.tuple("signature", Held.State.HOLDS),
              org.assertj.core.groups.Tuple.tuple("schema", Held.State.HOLDS),
              org.assertj.core.groups.Tuple.tuple("arithmetic", Held.State.HOLDS),
              org.assertj.core.groups.Tuple.tuple("catalogue", Held.State.HOLDS),
              org.assertj.core.groups.Tuple.tuple("pages", Held.State.HOLDS));
      assertThat(verification.report()).contains(report);
    }
    assertThat(verify(folder.resolve("run-report.json")).held())
        .extracting(Held::state)
        .containsExactly(
            Held.State.UNCHECKED,
            Held.State.BROKEN,
            Held.State.HOLDS,
            Held.State.HOLDS,
            Held.State.HOLDS);
  }

  /** A kit with the cases of the report that nobody touched. */
  private VerifyingKit kit(String version, String commit) {
    String digest = report.catalogue().digest();
    return new VerifyingKit(
        version, commit, suite -> Optional.of(digest).filter(any -> suite.equals(report.suite())));
  }

  private Held.State state(Verification verification, String what) {
    return verification.held().stream()
        .filter(held -> held.what().equals(what))
        .findFirst()
        .orElseThrow()
        .state();
  }

  @Test
  void anotherKitThatMakesTheSamePagesOfTheSameCasesSaysThatTheyHold() throws IOException {
    Verification verification = Verification.of(folder, Optional.empty(), kit("0.2.0", "other"));
    assertThat(state(verification, "pages")).isEqualTo(Held.State.HOLDS);
    assertThat(state(verification, "catalogue")).isEqualTo(Held.State.HOLDS);
  }

  @Test
  void whatAnotherKitWouldNotWriteItCannotTell() throws IOException {
    replace("certificate.html", "Not conformant", "Conformant");
    makeManifestAnew();
    Verification verification =
        Verification.of(
            folder,
            Optional.empty(),
            new VerifyingKit("0.2.0", "other", suite -> Optional.empty()));
    assertThat(state(verification, "pages")).isEqualTo(Held.State.UNCHECKED);
    assertThat(state(verification, "catalogue")).isEqualTo(Held.State.UNCHECKED);
  }

  @Test
  void tampering14CasesLeftOutTogetherWithTheirPlaceInTheCatalogue() throws IOException {
    RunReport fewer = Reports.with(report, report.results(io.keycheck.reports.Outcome.PASSED));
    Files.write(
        folder.resolve("run-report.json"), RunReportJson.write(Reports.asAllThereIs(fewer)));
    makeManifestAnew();
    assertBroken("catalogue", "2 cases are not all that this kit has in the suite vault");
  }

  @Test
  void tampering01AFailureMadeAPass() throws IOException {
    replace("run-report.json", "\"outcome\": \"failed\"", "\"outcome\": \"passed\"");
    assertBroken("files", "run-report.json is not as it was");
    assertBroken("schema", "run-report.json");
  }

  @Test
  void tampering02AVerdictBetterThanTheResults() throws IOException {
    replace("run-report.json", "\"verdict\": \"not-conformant\"", "\"verdict\": \"conformant\"");
    makeManifestAnew();
    assertBroken("arithmetic", "verdict is \"conformant\", but by its results");
    assertBroken("signature", "not that of this key");
  }

  @Test
  void tampering03CountsThatDoNotAddUp() throws IOException {
    replace("run-report.json", "\"total\": 5", "\"total\": 4");
    makeManifestAnew();
    assertBroken("arithmetic", "counts.all.total is 4, but by its results it is 5");
  }

  @Test
  void tampering04AFailedCaseLeftOutAndEverythingReckonedAnew() throws IOException {
    RunReport trimmed = Reports.with(report, report.results(io.keycheck.reports.Outcome.PASSED));
    Files.write(folder.resolve("run-report.json"), RunReportJson.write(trimmed));
    makeManifestAnew();
    assertBroken("arithmetic", "its 2 cases are not those of the catalogue");
  }

  @Test
  void tampering05AStandInThatIsNotNamed() throws IOException {
    replace("run-report.json", "\"standIns\": [\n    \"vault-provider\"\n  ]", "\"standIns\": []");
    makeManifestAnew();
    assertBroken("arithmetic", "standIns");
  }

  @Test
  void tampering06APageThatSaysMoreThanTheReport() throws IOException {
    replace("certificate.html", "Not conformant", "Conformant");
    makeManifestAnew();
    assertBroken("pages", "certificate.html does not follow from the report");
  }

  @Test
  void tampering07AFileThatIsMissing() throws IOException {
    Files.delete(folder.resolve("logs/provider-x_provider.log"));
    assertBroken("files", "logs/provider-x_provider.log is missing");
  }

  @Test
  void tampering08OneBitOfALog() throws IOException {
    Path log = folder.resolve("logs/provider-x_provider.log");
    byte[] bytes = Files.readAllBytes(log);
    bytes[0] ^= 1;
    Files.write(log, bytes);
    assertBroken("files", "logs/provider-x_provider.log is not as it was");
  }

  @Test
  void tampering09EverythingMadeAnewForAnotherProduct() throws Exception {
    io.keycheck.reports.Subject other =
        new io.keycheck.reports.Subject(
            "Other Ltd", "Other Service", "1", "https://other.example", "me@other.example");
    RunReport stolen = Reports.with(report, Optional.of(other), List.of(), Optional.empty());
    byte[] signature = Files.readAllBytes(folder.resolve(Manifest.SIGNATURE));
    folder =
        Folders.write(temp.resolve("stolen"), stolen, new io.keycheck.reports.secrecy.Redactor());
    Files.write(folder.resolve(Manifest.SIGNATURE), signature);
    assertBroken("signature", "not that of this key");
    Files.delete(folder.resolve(Manifest.SIGNATURE));
    assertBroken("signature", "it is not signed, and a key was given");
  }

  @Test
  void tampering10SignedBySomebodyElse() throws Exception {
    folder = Folders.signed(temp.resolve("forged"), report, signing(pair(), "other.pem")).folder();
    assertBroken("signature", "not that of this key");
  }

  @Test
  void tampering11TheManifestTakenAway() throws IOException {
    Files.delete(folder.resolve(Manifest.NAME));
    assertBroken("files", "there is no MANIFEST");
    assertBroken("signature", "not that of this key");
  }

  @Test
  void tampering12AWaiverThatWasNotGiven() throws IOException {
    RunReport waived =
        Reports.with(
            report,
            report.subject(),
            List.of(Reports.waiver("another-account-is-refused", "2026-12-31")),
            Optional.empty());
    Files.write(folder.resolve("run-report.json"), RunReportJson.write(waived));
    makeManifestAnew();
    assertBroken("pages", "does not follow from the report");
    replace("run-report.json", "\"expires\": \"2026-12-31\"", "\"expires\": \"2026-02-28\"");
    makeManifestAnew();
    assertBroken("arithmetic", "another-account-is-refused/vault ended waived without a waiver");
  }

  @Test
  void tampering13TheSameReportInAnotherForm() throws IOException {
    replace("run-report.json", "  \"suite\"", "   \"suite\"");
    makeManifestAnew();
    assertBroken("arithmetic", "canonical form");
  }

  private void assertForeign(Path path, String sentence) {
    assertThatThrownBy(() -> verify(path))
        .isInstanceOf(UnreadableReport.class)
        .hasMessageContaining(sentence);
  }

  @Test
  void anExtraFileIsForeign() throws IOException {
    Files.writeString(folder.resolve("letter.txt"), "mine");
    assertForeign(folder, "letter.txt, which the MANIFEST does not list: take it out");
  }

  @Test
  void aLinkInPlaceOfAFileIsForeign() throws IOException {
    Path log = folder.resolve("logs/provider-x_provider.log");
    Files.delete(log);
    Files.createSymbolicLink(log, temp.resolve("pub.pem"));
    assertForeign(folder, "is no file of its own");
  }

  @Test
  void halfAnArchiveIsOneSentence() throws IOException {
    byte[] whole = Files.readAllBytes(temp.resolve("report.tar.gz"));
    for (int part = 1; part < 8; part++) {
      Path half = temp.resolve("half.tar.gz");
      Files.write(half, Arrays.copyOf(whole, whole.length * part / 8));
      assertForeign(half, "half.tar.gz is");
    }
    whole[whole.length / 2] ^= 0x55;
    assertForeign(Files.write(temp.resolve("bent.tar.gz"), whole), "bent.tar.gz is");
  }

  @Test
  void aReportOfANewerSchemaIsOneSentence() throws IOException {
    replace("run-report.json", "\"schemaVersion\": \"1.0\"", "\"schemaVersion\": \"2.0\"");
    assertForeign(
        folder, "This report has schema version 2.0, and this kit reads 1.0: use the kit that");
  }

  @Test
  void aReportOfAGigabyteIsNotRead() throws IOException {
    Path huge = temp.resolve("huge.json");
    try (SeekableByteChannel channel =
        Files.newByteChannel(
            huge,
            StandardOpenOption.CREATE_NEW,
            StandardOpenOption.WRITE,
            StandardOpenOption.SPARSE)) {
      channel.position(1L << 30).write(ByteBuffer.wrap(new byte[] {'}'}));
    }
    assertForeign(huge, "is larger than 64 MiB");
    Files.delete(folder.resolve("run-report.json"));
    Files.move(huge, folder.resolve("run-report.json"));
    assertForeign(folder, "is larger than 64 MiB");
  }

  @Test
  void whatIsNoReportIsOneSentence() throws IOException {
    Map<String, String> foreign =
        Map.of("empty", "", "text", "hello", "list", "[1]", "map", "{\"a\": 1}");
    for (Map.Entry<String, String> each : foreign.entrySet()) {
      assertForeign(
          Files.writeString(temp.resolve(each.getKey()), each.getValue()), "This is no run report");
    }
    assertForeign(Files.createDirectory(temp.resolve("nothing")), "holds no run-report.json");
    assertForeign(temp.resolve("absent"), "There is no ");
  }
}
