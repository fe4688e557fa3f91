package io.keycheck.reports.diagnosis;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Text that is written now and wanted later: the first megabyte stays in memory, the rest goes to a
 * temporary file that only this user can read and that is gone when the spool is closed.
 */
final class Spool implements Closeable {
  private static final int IN_MEMORY = 1024 * 1024;

  private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
  private FileChannel file;

  void add(String text) throws IOException {
    memory.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    if (memory.size() > IN_MEMORY) {
      spill();
    }
  }

  /** Writes all that was added, in its order. */
  void writeTo(OutputStream out) throws IOException {
    if (file != null) {
      file.position(0);
      Channels.newInputStream(file).transferTo(out);
    }
    memory.writeTo(out);
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private void spill() throws IOException {
    if (file == null) {
      Path path = Files.createTempFile("keycheck-", ".part");
      file =
          FileChannel.open(
              path,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE,
              StandardOpenOption.DELETE_ON_CLOSE);
    }
    ByteBuffer bytes = ByteBuffer.wrap(memory.toByteArray());
    while (bytes.hasRemaining()) {
      file.write(bytes);
    }
    memory.reset();
  }
}
