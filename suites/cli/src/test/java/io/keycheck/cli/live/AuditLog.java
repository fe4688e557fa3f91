package io.keycheck.cli.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What an account asked of the API server of an embedded cluster, as the server itself noted it.
 */
final class AuditLog {
  private static final Set<String> REVIEWS =
      Set.of("selfsubjectaccessreviews", "selfsubjectrulesreviews");

  private final String node;

  /** Finds the node's container by the address under which the API server is reached. */
  AuditLog(String server) {
    this.node = Containers.behind(URI.create(server).getPort(), 6443);
  }

  /**
   * A request, and the sender's own word for itself.
   *
   * @param namespace the object's; empty for none
   * @param name the object's; empty where it has none yet
   * @param code of the answer
   */
  record Request(
      String verb,
      String resource,
      String uri,
      String userAgent,
      String namespace,
      String name,
      int code) {
    /** Whether an object was made that was not there before; what is only tried is none. */
    boolean makes() {
      return Set.of("create", "patch").contains(verb)
          && code == 201
          && !uri.contains("dryRun=")
          && !resource.contains("/")
          && !resource.endsWith("reviews");
    }

    /** Whether it reads, and no Secret; the two reviews of the own rights change nothing. */
    boolean onlyReads() {
      boolean reads = Set.of("get", "list").contains(verb);
      boolean asksForOwnRights = verb.equals("create") && REVIEWS.contains(resource);
      return (reads || asksForOwnRights)
          && !resource.startsWith("secrets")
          && !uri.contains("watch");
    }
  }

  /** Returns the requests of an account, the earliest first. */
  List<Request> requests(String account) {
    return Keycheck.machine(
            "docker",
            "exec",
            node,
            "grep",
            "-F",
            "\"username\":\"" + account + "\"",
            "/var/log/kubernetes/audit.log")
        .lines()
        .flatMap(AuditLog::request)
        .toList();
  }

  private static Stream<Request> request(String line) {
    try {
      JsonNode event = new ObjectMapper().readTree(line);
      JsonNode object = event.path("objectRef");
      String subresource = object.path("subresource").asText();
      return Stream.of(
          new Request(
              event.path("verb").asText(),
              object.path("resource").asText() + (subresource.isEmpty() ? "" : "/" + subresource),
              event.path("requestURI").asText(),
              event.path("userAgent").asText(),
              object.path("namespace").asText(),
              object.path("name").asText(),
              event.path("responseStatus").path("code").asInt()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
