package io.keycheck.diagnose.bench;

import io.keycheck.diagnose.read.SnapshotReader;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.List;

/** Reads standard input as diagnose does, and says how many bytes it then holds of it. */
public final class Held {
  private Held() {}

  /** Prints the bytes: what the heap has with the snapshot, less what it has without. */
  public static void main(String[] arguments) throws Exception {
    Snapshot[] held = {SnapshotReader.read(List.of("-"), System.in, "default")};
    long with = used();
    held[0] = null;
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true);
    out.println(with - used());
  }

  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
  }
}
