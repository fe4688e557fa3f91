package io.keycheck.diagnose.bench;

import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.reports.diagnosis.DiagnosisJson;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads and judges every recording of a folder in one process, one after the other, and says how
 * long that took.
 */
public final class EachRecording {
  private EachRecording() {}

  /** Takes the folder. */
  public static void main(String[] arguments) throws Exception {
    long began = System.nanoTime();
    int recordings = 0;
    List<Path> files;
    try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
      files = all.filter(file -> !file.endsWith("labels.json")).sorted().toList();
    }
    for (Path file : files) {
      Snapshot snapshot =
          SnapshotReader.read(List.of(file.toString()), InputStream.nullInputStream(), "default");
      try (DiagnosisJson json = new DiagnosisJson(OutputStream.nullOutputStream())) {
        json.write(Diagnose.of(snapshot, Selection.all()).diagnosis(file.toString()));
      }
      recordings++;
    }
    PrintStream out =
        new PrintStream(new java.io.FileOutputStream(java.io.FileDescriptor.out), true);
    out.printf("%d recordings: %d ms%n", recordings, (System.nanoTime() - began) / 1_000_000);
  }
}
