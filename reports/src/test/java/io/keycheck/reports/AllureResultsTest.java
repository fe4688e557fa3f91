package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.qameta.allure.model.Attachment;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureResultsTest {
  /** Allure's own model, and it has to know every property. */
  private static final JsonMapper ALLURE =
      JsonMapper.builder().enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_ENUMS).build();

  @TempDir private Path folder;

  @BeforeEach
  void writeEverything() throws IOException {
    AllureResults.write(folder, Reports.everything());
  }

  @Test
  void isWhatAllureKnows() throws IOException {
    StringBuilder all = new StringBuilder();
    for (Path file : files(folder)) {
      all.append("=== ").append(file.getFileName()).append('\n').append(Files.readString(file));
      all.append('\n');
    }
    Golden.assertSame("allure-results.txt", all.toString());
  }

  @Test
  void eachCaseIsOneResultAndInconclusiveIsBroken() throws IOException {
    assertThat(results())
        .extracting(TestResult::getName, TestResult::getStatus)
        .containsExactlyInAnyOrder(
            tuple("mounted-files-hold-the-stored-bytes", Status.PASSED),
            tuple("only-mapped-keys", Status.PASSED),
            tuple("another-account-is-refused", Status.FAILED),
            tuple("a-role-with-an-audience-works", Status.SKIPPED),
            tuple("all-replicas-see-the-same", Status.BROKEN));
  }

  @Test
  void aResultTellsItsReasonSuiteSeverityAndFeature() throws IOException {
    TestResult failed = result("another-account-is-refused");
    assertThat(failed.getStatusDetails().getMessage())
        .isEqualTo("The mount of account \"other\" went through.");
    assertThat(failed.getStop() - failed.getStart()).isEqualTo(12_345);
    assertThat(failed.getLabels())
        .contains(
            label("suite", "vault"),
            label("severity", "critical"),
            label("feature", "section 2.1"));
    assertThat(result("all-replicas-see-the-same").getLabels())
        .contains(label("severity", "normal"));
  }

  @Test
  void evidenceIsAttachedInItsOrder() throws IOException {
    List<Attachment> attachments = result("another-account-is-refused").getAttachments();
    assertThat(attachments).extracting(Attachment::getName).containsExactly("events", "status");
    assertThat(folder.resolve(attachments.get(0).getSource()))
        .hasContent("Warning FailedMount\n  <none> & \"quoted\"\n");
  }

  @Test
  void theHistoryOfACaseGoesOnInTheNextRun(@TempDir Path later) throws IOException {
    RunReport report = Reports.everything();
    AllureResults.write(later, Reports.ofRun(report, "another-run"));
    TestResult before = result("only-mapped-keys");
    TestResult after =
        read(later).stream()
            .filter(r -> r.getName().equals("only-mapped-keys"))
            .findFirst()
            .orElseThrow();
    assertThat(after.getHistoryId()).isEqualTo(before.getHistoryId());
    assertThat(after.getUuid()).isNotEqualTo(before.getUuid());
  }

  @Test
  void theEnvironmentIsAProperPropertiesFile() throws IOException {
    Properties environment = new Properties();
    try (InputStream file = Files.newInputStream(folder.resolve("environment.properties"))) {
      environment.load(file);
    }
    assertThat(environment)
        .containsEntry("verdict", "not conformant with stand-ins: vault-provider")
        .containsEntry("kubernetes", "kubernetes v1.34.4 (built)")
        .containsEntry("provider", "vault-provider 0.1.0 (stand-in)")
        .containsEntry("fact.node-os", "linux");
  }

  @Test
  void hostileTextsStayTexts(@TempDir Path hostile) throws IOException {
    AllureResults.write(hostile, Reports.hostileReport());
    assertThat(read(hostile)).hasSize(1);
    Properties environment = new Properties();
    try (InputStream file = Files.newInputStream(hostile.resolve("environment.properties"))) {
      environment.load(file);
    }
    assertThat(environment.getProperty("provider")).startsWith("\u001B[2J");
    assertThat(environment).hasSize(10);
  }

  private TestResult result(String name) throws IOException {
    return results().stream().filter(r -> r.getName().equals(name)).findFirst().orElseThrow();
  }

  private List<TestResult> results() throws IOException {
    return read(folder);
  }

  private static List<TestResult> read(Path folder) throws IOException {
    List<TestResult> read = new ArrayList<>();
    for (Path file : files(folder)) {
      if (file.toString().endsWith("-result.json")) {
        read.add(ALLURE.readValue(file.toFile(), TestResult.class));
      }
    }
    return read;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(value);
  }
}
