package io.keycheck.cli.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.awaitility.Awaitility;

/** Debian's docker-registry on this machine, for as long as a test runs. */
final class LocalRegistry implements AutoCloseable {
  private static final Path INSTALLED = Path.of("/usr/bin/docker-registry");

  private final Process process;
  private final String host;

  private LocalRegistry(Process process, String host) {
    this.process = process;
    this.host = host;
  }

  /**
   * The program: the installed one, or Debian's package taken apart; none where it is not to be
   * had.
   */
  static Optional<Path> program(Path folder) {
    if (Files.isExecutable(INSTALLED)) {
      return Optional.of(INSTALLED);
    }
    try {
      Process fetch =
          new ProcessBuilder(
                  "sh",
                  "-c",
                  "apt-get download -q docker-registry && dpkg-deb -x docker-registry_*.deb .")
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(folder.resolve("apt.log").toFile())
              .start();
      Path unpacked = folder.resolve("usr/bin/docker-registry");
      return fetch.waitFor() == 0 && Files.isExecutable(unpacked)
          ? Optional.of(unpacked)
          : Optional.empty();
    } catch (IOException noShell) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  /** Start one on a free port of this machine alone, where engines ask for no certificate. */
  static LocalRegistry start(Path program, Path folder) throws IOException {
    String host = "127.0.0.1:" + freePort();
    Path configuration =
        Files.writeString(
            folder.resolve("registry.yml"),
            """
            version: 0.1
            log: {level: error}
            storage: {filesystem: {rootdirectory: %s}}
            http: {addr: '%s'}
            """
                .formatted(folder.resolve("store"), host));
    Process process =
        new ProcessBuilder(program.toString(), "serve", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("registry.log").toFile())
            .start();
    LocalRegistry registry = new LocalRegistry(process, host);
    Awaitility.await("the registry answers")
        .atMost(Duration.ofSeconds(20))
        .ignoreExceptions()
        .until(registry::answers);
    return registry;
  }

  /** Its host and port. */
  String host() {
    return host;
  }

  /** Put an image of the engine there under another name, which the engine does not keep. */
  String holds(String image, String name) {
    String reference = host + "/" + name;
    Keycheck.machine("docker", "tag", image, reference);
    try {
      Keycheck.machine("docker", "push", "--quiet", reference);
    } finally {
      Keycheck.machine("docker", "image", "rm", reference);
    }
    return reference;
  }

  private boolean answers() throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create("http://" + host + "/v2/")).build(),
                HttpResponse.BodyHandlers.discarding())
            .statusCode()
        == 200;
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
