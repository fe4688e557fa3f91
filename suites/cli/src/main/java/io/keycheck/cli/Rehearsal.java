package io.keycheck.cli;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import picocli.CommandLine;

/**
 * Runs what only reads, once, on an environment made up for it, so that the virtual machine sees
 * the classes that it takes and can keep them: see {@code keep_classes} in {@code scripts/lib}.
 */
final class Rehearsal {
  private static final String ENVIRONMENT =
      """
      {"apiVersion":"v1","kind":"List","items":[
       {"apiVersion":"privatecloud.mendix.com/v1alpha1","kind":"MendixApp",
        "metadata":{"namespace":"shop","name":"env1","creationTimestamp":"2026-01-01T00:00:00Z"},
        "spec":{"allowOverrideSecretsWithSecretStoreCSIDriver":true}},
       {"apiVersion":"v1","kind":"ServiceAccount","metadata":{"namespace":"shop","name":"env1"}},
       {"apiVersion":"v1","kind":"Node","metadata":{"name":"n1"}},
       {"apiVersion":"secrets-store.csi.x-k8s.io/v1","kind":"SecretProviderClass",
        "metadata":{"namespace":"shop","name":"env1"},
        "spec":{"provider":"vault","parameters":{"roleName":"r","objects":
         "- objectName: database-type\\n  secretPath: secret/data/a\\n  secretKey: database-type\\n"}}},
       {"apiVersion":"v1","kind":"Event","metadata":{"namespace":"shop","name":"e1"},
        "type":"Warning","reason":"FailedMount","lastTimestamp":"2026-01-01T00:00:01Z",
        "message":"MountVolume.SetUp failed for volume \\"v\\" : rpc error: code = Unknown desc = x",
        "involvedObject":{"kind":"Pod","namespace":"shop","name":"env1-0"}},
       {"apiVersion":"v1","kind":"Pod","metadata":{"namespace":"shop","name":"env1-0",
         "labels":{"privatecloud.mendix.com/app":"env1"}},
        "spec":{"nodeName":"n1","serviceAccountName":"env1",
         "containers":[{"name":"mendix","image":"app:1","volumeMounts":[{"name":"v","mountPath":"/s"}]}],
         "volumes":[{"name":"v","csi":{"driver":"secrets-store.csi.k8s.io","readOnly":true,
          "volumeAttributes":{"secretProviderClass":"env1"}}}]},
        "status":{"phase":"Pending"}}]}
      """;

  /** Of keys that live as long as a rehearsal. */
  private static final String PASSWORD = "rehearsal";

  private Rehearsal() {}

  /**
   * Runs the commands; what they print goes nowhere. With {@code --report FOLDER} it only leaves
   * the report there that the commands are tried with.
   */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    if (arguments.length == 2 && arguments[0].equals("--report")) {
      RehearsalReport.write(Path.of(arguments[1]));
      return;
    }
    Path folder = Files.createTempDirectory("keycheck-rehearsal");
    Path keys = folder.resolve("keys.p12");
    HttpsServer server = server(keys);
    try {
      Path file = Files.writeString(folder.resolve("shop.json"), ENVIRONMENT);
      Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kubeconfig(server, keys));
      Path bundle = folder.resolve("shop.tar.gz");
      run("--help");
      run("diagnose", "--help");
      run("list", "checks");
      run("rbac", "-n", "shop");
      for (String form : List.of("text", "json", "junit", "html")) {
        run("diagnose", "--output", form, "--from", file.toString());
      }
      run("diagnose", "-n", "shop", "--kubeconfig", kubeconfig.toString());
      run(
          "snapshot",
          "-n",
          "shop",
          "--kubeconfig",
          kubeconfig.toString(),
          "--out",
          bundle.toString());
      run("diagnose", "--from", bundle.toString());
      for (Path each : List.of(file, kubeconfig, bundle, keys)) {
        Files.deleteIfExists(each);
      }
    } finally {
      server.stop(0);
      Files.delete(folder);
    }
    System.exit(0);
  }

  private static void run(String... arguments) {
    CommandLine line = Main.commandLine(arguments);
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    line.setOut(nowhere);
    line.setErr(nowhere);
    Main.prepare(arguments);
    line.execute(arguments);
  }

  /** Answers every list with an empty one, over TLS as an API server does. */
  private static HttpsServer server(Path keys) throws IOException, GeneralSecurityException {
    makeKeys(keys);
    KeyManagerFactory managers =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    managers.init(keyStore(keys), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    HttpsServer server =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context));
    byte[] empty =
        "{\"metadata\":{},\"items\":[],\"resources\":[]}".getBytes(StandardCharsets.UTF_8);
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, empty.length);
          exchange.getResponseBody().write(empty);
          exchange.close();
        });
    server.start();
    return server;
  }

  /** The JDK makes certificates by this program alone. */
  private static void makeKeys(Path keys) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "rehearsal",
                "-keyalg",
                "EC",
                "-dname",
                "CN=127.0.0.1",
                "-ext",
                "san=ip:127.0.0.1",
                "-storetype",
                "PKCS12",
                "-keystore",
                keys.toString(),
                "-storepass",
                PASSWORD)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    process.onExit().join();
  }

  private static KeyStore keyStore(Path keys) throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(keys.toFile(), PASSWORD.toCharArray());
  }

  private static String kubeconfig(HttpsServer server, Path keys)
      throws IOException, GeneralSecurityException {
    String certificate =
        "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder()
                .encodeToString(keyStore(keys).getCertificate("rehearsal").getEncoded())
            + "\n-----END CERTIFICATE-----\n";
    return """
    current-context: c
    contexts: [{name: c, context: {cluster: c, user: u}}]
    clusters:
      - name: c
        cluster: {server: "https://127.0.0.1:%d", certificate-authority-data: %s}
    users: [{name: u, user: {token: none}}]
    """
        .formatted(
            server.getAddress().getPort(),
            Base64.getEncoder().encodeToString(certificate.getBytes(StandardCharsets.US_ASCII)));
  }
}
