package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every form. */
@Isolated("what is measured is the memory of all tests")
class DiagnosisWriterTest {
  static Stream<Diagnoses.Form> forms() {
    return Stream.of(
        DiagnosisJson::new,
        out -> new DiagnosisText(out, TextStyle.PLAIN),
        DiagnosisJUnit::new,
        DiagnosisHtml::new);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void equalDiagnosesHaveEqualBytes(Diagnoses.Form form) throws IOException {
    assertThat(Diagnoses.written(Diagnoses.everything(), form))
        .isEqualTo(Diagnoses.written(Diagnoses.everything(), form));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void manyEnvironmentsTakeNoMoreMemoryThanAFew(Diagnoses.Form form) throws IOException {
    EnvironmentDiagnosis broken = Diagnoses.broken();
    long before = used();
    try (DiagnosisWriter writer = form.to(OutputStream.nullOutputStream())) {
      writer.begin(Diagnoses.everything().header());
      for (int i = 0; i < 10_000; i++) {
        writer.environment(broken);
      }
      // Each takes three kilobytes at least: all of them would be 30 MB.
      assertThat(used() - before).isLessThan(10L * 1024 * 1024);
      writer.end();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void theStreamStaysOpen(Diagnoses.Form form) throws IOException {
    try (OnceClosed out = new OnceClosed()) {
      try (DiagnosisWriter writer = form.to(out)) {
        writer.write(Diagnoses.everything());
      }
      assertThat(out.closed).isFalse();
    }
  }

  @ParameterizedTest
  @MethodSource("forms")
  void aFullDiskIsReported(Diagnoses.Form form) {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int b) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    assertThatThrownBy(
            () -> {
              try (DiagnosisWriter writer = form.to(full)) {
                writer.write(Diagnoses.everything());
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessage("No space left on device");
  }

  private static long used() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static final class OnceClosed extends ByteArrayOutputStream {
    private boolean closed;

    @Override
    public void close() {
      closed = true;
    }
  }
}
