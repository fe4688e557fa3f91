package io.keycheck.cases;

import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.collect.Access;
import io.keycheck.diagnose.collect.Live;
import io.keycheck.lab.KitVersion;
import io.keycheck.lab.cluster.Kubeconfig;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.DiagnosisJson;
import io.keycheck.reports.diagnosis.DiagnosisText;
import io.keycheck.reports.diagnosis.DiagnosisWriter;
import io.keycheck.reports.diagnosis.TextStyle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** What {@code keycheck diagnose} says of a case's namespace: the same reading, the same checks. */
public final class NamespaceDiagnosis implements AutoCloseable {
  private final Stage stage;
  private final Live live;
  private final Extent extent;

  private NamespaceDiagnosis(Stage stage, Live live, Extent extent) {
    this.stage = stage;
    this.live = live;
    this.extent = extent;
  }

  /** How much is read. */
  public enum Extent {
    /** The namespace, and of the cluster around it what the account may see. */
    WITHOUT_LOGS,
    /** Also the driver's log, as with {@code --read-logs}. */
    WITH_LOGS,
    /** All namespaces, as with {@code --all-namespaces}; the case's is judged. */
    ALL_NAMESPACES
  }

  /** Reads a case's namespace as whom a kubeconfig names, and judges it. */
  public static Diagnosis read(Stage stage, Kubeconfig kubeconfig) {
    try (NamespaceDiagnosis diagnosis = of(stage, kubeconfig, Extent.WITHOUT_LOGS)) {
      return diagnosis.read();
    }
  }

  /** Prepares to read a case's namespace, as often as asked, as whom a kubeconfig names. */
  public static NamespaceDiagnosis of(Stage stage, Kubeconfig kubeconfig, Extent extent) {
    Access access =
        new Access(
            List.of(kubeconfig.file()),
            kubeconfig.context(),
            "keycheck/" + KitVersion.current() + " " + stage.caseId(),
            extent == Extent.WITH_LOGS);
    return new NamespaceDiagnosis(stage, Live.open(access, Map.of()), extent);
  }

  /** Reads, and judges what was read. */
  public Diagnosis read() {
    String namespace = stage.namespace();
    return Diagnose.of(
            extent == Extent.ALL_NAMESPACES ? live.readAll() : live.read(namespace),
            Selection.all().in(namespace))
        .diagnosis("the namespace of " + stage.caseId() + "/" + stage.store().name());
  }

  @Override
  public void close() {
    live.close();
  }

  /** Returns it as {@code keycheck diagnose} prints it. */
  public static String text(Diagnosis diagnosis) {
    return written(diagnosis, out -> new DiagnosisText(out, TextStyle.PLAIN));
  }

  /** Returns it as {@code keycheck diagnose --output json} writes it. */
  public static String json(Diagnosis diagnosis) {
    return written(diagnosis, DiagnosisJson::new);
  }

  private static String written(Diagnosis diagnosis, Maker maker) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiagnosisWriter writer = maker.make(out)) {
      writer.write(diagnosis);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private interface Maker {
    DiagnosisWriter make(OutputStream out) throws IOException;
  }
}
