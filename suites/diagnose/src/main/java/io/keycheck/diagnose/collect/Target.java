package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import io.fabric8.kubernetes.client.Config;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The cluster that a kubeconfig names, or the one that this process runs in.
 *
 * @param context the context's name
 * @param namespace the context's namespace, or {@code default}
 * @param config how the client reaches it
 */
record Target(String context, String namespace, Config config) {
  private static final Path OWN_TOKEN =
      Path.of("/var/run/secrets/kubernetes.io/serviceaccount/token");
  private static final int LONGEST = 4 << 20;

  /** A kubeconfig that was read. */
  private record Source(Path file, JsonNode content) {
    Stream<JsonNode> named(String list) {
      return StreamSupport.stream(content.path(list).spliterator(), false);
    }

    Optional<JsonNode> named(String list, String part, String name) {
      return named(list)
          .filter(entry -> entry.path("name").asText().equals(name))
          .map(entry -> entry.path(part))
          .findFirst();
    }
  }

  /**
   * Finds the cluster.
   *
   * @throws ClusterUnreadable if there is no such kubeconfig or context, or it is not valid
   */
  static Target of(Access access, Map<String, String> environment) {
    List<Path> files = files(access, environment);
    List<Source> sources = sources(access, files);
    if (sources.isEmpty() && access.context().isEmpty() && Files.exists(OWN_TOKEN)) {
      return ownCluster(environment);
    }
    requireAny(sources, files);
    String context =
        access
            .context()
            .or(
                () ->
                    sources.stream()
                        .map(source -> source.content().path("current-context").asText())
                        .filter(name -> !name.isEmpty())
                        .findFirst())
            .orElseThrow(
                () ->
                    new ClusterUnreadable(
                        "The kubeconfig %s has no current context: choose one with --context; it has %s."
                            .formatted(written(files), contexts(sources))));
    return of(context, sources, environment);
  }

  /**
   * Names all contexts, each once, in the order of the kubeconfigs.
   *
   * @throws ClusterUnreadable if there is no kubeconfig, or one is not valid
   */
  static List<String> contexts(Access access, Map<String, String> environment) {
    List<Path> files = files(access, environment);
    List<Source> sources = sources(access, files);
    requireAny(sources, files);
    return names(sources);
  }

  private static List<Path> files(Access access, Map<String, String> environment) {
    return access.kubeconfigs().isEmpty() ? usual(environment) : access.kubeconfigs();
  }

  private static List<Source> sources(Access access, List<Path> files) {
    List<Source> sources = new ArrayList<>();
    for (Path file : files) {
      // As for kubectl, one of several may be absent; one that was named may not.
      if (Files.exists(file) || !access.kubeconfigs().isEmpty()) {
        sources.add(read(file));
      }
    }
    return sources;
  }

  private static void requireAny(List<Source> sources, List<Path> files) {
    if (sources.isEmpty()) {
      throw new ClusterUnreadable(
          "There is no kubeconfig at %s: name one with --kubeconfig or KUBECONFIG, or read files with --from."
              .formatted(written(files)));
    }
  }

  private static Target of(String context, List<Source> sources, Map<String, String> environment) {
    for (Source source : sources) {
      Optional<JsonNode> found = source.named("contexts", "context", context);
      if (found.isPresent()) {
        String namespace = found.get().path("namespace").asText();
        return new Target(
            context,
            namespace.isEmpty() ? "default" : namespace,
            config(context, found.get(), source, environment));
      }
    }
    throw new ClusterUnreadable(
        "The kubeconfig %s has no context '%s': it has %s."
            .formatted(
                written(sources.stream().map(Source::file).toList()), context, contexts(sources)));
  }

  private static Config config(
      String context, JsonNode found, Source source, Map<String, String> environment) {
    JsonNode cluster = server(context, found, source);
    JsonNode user =
        source
            .named("users", "user", found.path("user").asText())
            .orElse(MissingNode.getInstance());
    try {
      return new Credentials(source.file(), cluster, user).config(context, environment);
    } catch (RuntimeException e) {
      throw invalid(source.file(), e);
    }
  }

  private static JsonNode server(String context, JsonNode found, Source source) {
    return source
        .named("clusters", "cluster", found.path("cluster").asText())
        .filter(cluster -> cluster.path("server").asText().matches("https?://[^/].*"))
        .orElseThrow(
            () ->
                new ClusterUnreadable(
                    "The kubeconfig %s names no server for the context '%s': mend it, or choose another context with --context."
                        .formatted(source.file(), context)));
  }

  private static Source read(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new ClusterUnreadable(
            "The kubeconfig %s is larger than 4 MiB: name a kubeconfig.".formatted(file));
      }
      JsonNode content = new ObjectMapper(new YAMLFactory()).readTree(Files.readAllBytes(file));
      if (content == null || !content.isObject()) {
        throw invalid(file, null);
      }
      return new Source(file, content);
    } catch (JsonProcessingException e) {
      throw invalid(file, null);
    } catch (IOException e) {
      throw new ClusterUnreadable(
          "The kubeconfig %s cannot be read: name one that can with --kubeconfig or KUBECONFIG."
              .formatted(file),
          e);
    }
  }

  /** What is wrong in it is not quoted: a kubeconfig holds credentials. */
  private static ClusterUnreadable invalid(Path file, Exception cause) {
    return new ClusterUnreadable(
        "The kubeconfig %s is not valid: mend it, or name another with --kubeconfig or KUBECONFIG."
            .formatted(file),
        cause);
  }

  private static Target ownCluster(Map<String, String> environment) {
    Config config = Config.autoConfigure(null);
    String namespace = config.getNamespace();
    return new Target(
        "in-cluster (" + environment.getOrDefault("KUBERNETES_SERVICE_HOST", "") + ")",
        namespace == null ? "default" : namespace,
        config);
  }

  private static List<Path> usual(Map<String, String> environment) {
    String variable = environment.getOrDefault("KUBECONFIG", "");
    if (variable.isBlank()) {
      return List.of(Path.of(System.getProperty("user.home"), ".kube", "config"));
    }
    return Stream.of(variable.split(Pattern.quote(File.pathSeparator), -1))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .toList();
  }

  private static String contexts(List<Source> sources) {
    List<String> names = names(sources);
    return names.isEmpty() ? "none" : String.join(", ", names);
  }

  private static List<String> names(List<Source> sources) {
    return sources.stream()
        .flatMap(source -> source.named("contexts"))
        .map(context -> context.path("name").asText())
        .distinct()
        .toList();
  }

  private static String written(List<Path> files) {
    return String.join(", ", files.stream().map(Path::toString).toList());
  }
}
