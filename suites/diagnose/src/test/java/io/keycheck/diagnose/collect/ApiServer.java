package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** An API server that has just the objects it was given, and remembers what it was asked. */
final class ApiServer implements AutoCloseable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpServer server;
  private final Map<String, List<ObjectNode>> lists = new LinkedHashMap<>();
  private final Map<String, Deque<Reply>> replies = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private int pageSize = Integer.MAX_VALUE;
  private Reply everywhere;

  /** A request that arrived. */
  record Asked(
      String method, String path, String query, String userAgent, String body, long nanoTime) {
    @Override
    public String toString() {
      return method + " " + path + (query.isEmpty() ? "" : "?" + query);
    }
  }

  private record Reply(int code, String body, Map<String, String> headers) {}

  ApiServer() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "api-server");
              thread.setDaemon(true);
              return thread;
            }));
    server.start();
  }

  /** Serves an empty list at a path. */
  ApiServer serves(String... paths) {
    Arrays.stream(paths).forEach(path -> lists.put(path, new ArrayList<>()));
    return this;
  }

  /** Serves the kinds that a reading asks for, in a namespace and around it. */
  ApiServer servesAllIn(String namespace) {
    for (String core : List.of("pods", "events", "serviceaccounts")) {
      serves("/api/v1/namespaces/" + namespace + "/" + core);
    }
    for (String apps : List.of("deployments", "replicasets", "statefulsets")) {
      serves("/apis/apps/v1/namespaces/" + namespace + "/" + apps);
    }
    for (String store : List.of("secretproviderclasses", "secretproviderclasspodstatuses")) {
      serves("/apis/secrets-store.csi.x-k8s.io/v1/namespaces/" + namespace + "/" + store);
    }
    return serves(
        "/apis/privatecloud.mendix.com/v1alpha1/namespaces/" + namespace + "/mendixapps",
        "/apis/storage.k8s.io/v1/csidrivers",
        "/apis/storage.k8s.io/v1/csinodes",
        "/apis/apps/v1/daemonsets",
        "/api/v1/nodes",
        "/apis/rbac.authorization.k8s.io/v1/clusterroles",
        "/apis/rbac.authorization.k8s.io/v1/clusterrolebindings");
  }

  /** Adds an object to the lists that hold it. */
  ApiServer has(String json) {
    try {
      return has(MAPPER.readTree(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ApiServer has(JsonNode given) {
    ObjectNode object = given.deepCopy();
    String apiVersion = object.path("apiVersion").asText();
    String kind = object.path("kind").asText();
    String prefix = (apiVersion.contains("/") ? "/apis/" : "/api/") + apiVersion;
    String resource = kind.toLowerCase(java.util.Locale.ROOT) + (kind.endsWith("s") ? "es" : "s");
    String namespace = object.path("metadata").path("namespace").asText();
    // The objects of a list do not say what they are.
    object.remove(List.of("apiVersion", "kind"));
    if (!namespace.isEmpty()) {
      list(prefix + "/namespaces/" + namespace + "/" + resource).add(object);
    }
    list(prefix + "/" + resource).add(object);
    return this;
  }

  private List<ObjectNode> list(String path) {
    return lists.computeIfAbsent(path, each -> new ArrayList<>());
  }

  /** Answers the next request for a path with this; later ones too, where it is the last. */
  ApiServer answers(String path, int code, String body, String... header) {
    Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
    replies.computeIfAbsent(path, each -> new ArrayDeque<>()).add(new Reply(code, body, headers));
    return this;
  }

  /** Answers every request with this. */
  ApiServer asEverywhere(int code, String body, String... header) {
    Map<String, String> headers = header.length == 0 ? Map.of() : Map.of(header[0], header[1]);
    everywhere = new Reply(code, body, headers);
    return this;
  }

  /** Refuses a path as RBAC does. */
  ApiServer forbids(String... paths) {
    for (String path : paths) {
      answers(
          path, 403, "{\"kind\":\"Status\",\"code\":403,\"message\":\"User \\\"ann\\\" cannot\"}");
    }
    return this;
  }

  /** Sends no more objects in one answer than this. */
  ApiServer inPagesOf(int size) {
    pageSize = size;
    return this;
  }

  /** Returns what it was asked, in the order of arrival. */
  List<Asked> asked() {
    return List.copyOf(asked);
  }

  List<String> askedPaths() {
    return asked.stream().map(Asked::path).toList();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Opens it for reading, by a kubeconfig in a folder. */
  Live open(Path folder, boolean logs) {
    try {
      Path kubeconfig = Files.writeString(folder.resolve("kubeconfig"), kubeconfig());
      return Live.open(
          new Access(List.of(kubeconfig), Optional.empty(), "keycheck/0.0.0", logs), Map.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String kubeconfig() {
    return """
        apiVersion: v1
        kind: Config
        current-context: night
        contexts:
          - {name: night, context: {cluster: c, user: ann, namespace: shop}}
        clusters:
          - {name: c, cluster: {server: "%s"}}
        users:
          - {name: ann, user: {token: opaque}}
        """
        .formatted(address());
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String query = Optional.ofNullable(exchange.getRequestURI().getQuery()).orElse("");
      asked.add(
          new Asked(
              exchange.getRequestMethod(),
              path,
              query,
              String.valueOf(exchange.getRequestHeaders().getFirst("User-Agent")),
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
              System.nanoTime()));
      Reply reply = reply(path, query);
      byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
      reply.headers().forEach(exchange.getResponseHeaders()::add);
      exchange.getResponseHeaders().add("Content-Type", "application/json");
      exchange.sendResponseHeaders(reply.code(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private synchronized Reply reply(String path, String query) {
    if (everywhere != null) {
      return everywhere;
    }
    Deque<Reply> prepared = replies.get(path);
    if (prepared != null) {
      return prepared.size() > 1 ? prepared.poll() : prepared.peek();
    }
    List<ObjectNode> list = lists.get(path);
    if (list == null) {
      return new Reply(404, "{\"kind\":\"Status\",\"code\":404}", Map.of());
    }
    Map<String, String> parameters =
        Arrays.stream(query.split("&", -1))
            .map(each -> each.split("=", 2))
            .collect(Collectors.toMap(each -> each[0], each -> each.length > 1 ? each[1] : ""));
    List<ObjectNode> selected =
        list.stream().filter(each -> matches(each, parameters.get("labelSelector"))).toList();
    int from = Integer.parseInt(parameters.getOrDefault("continue", "0"));
    int to = (int) Math.min((long) from + pageSize, selected.size());
    ObjectNode page = MAPPER.createObjectNode();
    page.put("kind", "SomeList").put("apiVersion", "v1");
    ObjectNode metadata = page.putObject("metadata");
    if (to < selected.size()) {
      metadata.put("continue", Integer.toString(to));
    }
    ArrayNode items = page.putArray("items");
    items.addAll(selected.subList(from, to));
    return new Reply(200, page.toString(), Map.of());
  }

  private static boolean matches(JsonNode object, String selector) {
    return selector == null
        || Arrays.stream(selector.split(",", -1))
            .map(each -> each.split("=", 2))
            .allMatch(each -> object.at("/metadata/labels").path(each[0]).asText().equals(each[1]));
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
