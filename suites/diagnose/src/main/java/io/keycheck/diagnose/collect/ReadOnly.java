package io.keycheck.diagnose.collect;

import io.fabric8.kubernetes.client.http.BasicBuilder;
import io.fabric8.kubernetes.client.http.HttpRequest;
import io.fabric8.kubernetes.client.http.Interceptor;
import io.keycheck.diagnose.snapshot.Kind;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * Lets through what a diagnosis may ask, and nothing else: to get or list the kinds that are read,
 * to ask which kinds are served, and the two reviews in which an account asks for its own rights.
 *
 * <p>Every request passes here last, whoever made it.
 */
final class ReadOnly implements Interceptor {
  static final String ACCESS_REVIEW = "/apis/authorization.k8s.io/v1/selfsubjectaccessreviews";
  static final String RULES_REVIEW = "/apis/authorization.k8s.io/v1/selfsubjectrulesreviews";

  private static final Set<String> REVIEWS = Set.of(ACCESS_REVIEW, RULES_REVIEW);

  private final String base;
  private final boolean logs;

  /**
   * Guards a server.
   *
   * @param server its address; a path in it stands before all others
   * @param logs whether logs of pods may be read
   */
  ReadOnly(URI server, boolean logs) {
    String path = server.getPath() == null ? "" : server.getPath();
    this.base = path.replaceAll("/+$", "");
    this.logs = logs;
  }

  @Override
  public void before(BasicBuilder builder, HttpRequest request, RequestTags tags) {
    check(request.method(), request.uri());
  }

  /**
   * Checks a request.
   *
   * @throws RequestRefused if it is none that a diagnosis may make
   */
  void check(String method, URI uri) {
    String path = uri.getRawPath();
    if (!path.startsWith(base + "/")) {
      throw new RequestRefused(method, path, "it is no path of the cluster");
    }
    String own = path.substring(base.length());
    if (method.equals("POST") && REVIEWS.contains(own) && uri.getRawQuery() == null) {
      return;
    }
    if (!method.equals("GET")) {
      throw new RequestRefused(method, path, "it only reads");
    }
    if (uri.getRawQuery() != null
        && Arrays.stream(uri.getRawQuery().split("&", -1))
            .anyMatch(parameter -> parameter.matches("(watch|follow)(=.*)?"))) {
      throw new RequestRefused(method, path, "it opens no watch");
    }
    // An escape could hide a slash, and with it another path than the one looked at here.
    if (own.contains("%") || own.contains("//") || own.contains("..")) {
      throw new RequestRefused(method, path, "the path is none that it makes");
    }
    requireKnown(method, path, List.of(own.substring(1).split("/", -1)));
  }

  private void requireKnown(String method, String path, List<String> parts) {
    boolean core = parts.get(0).equals("api");
    int start = core ? 2 : 3;
    if (!core && !parts.get(0).equals("apis") || parts.size() < start) {
      throw new RequestRefused(method, path, "it is no path of a kind that is read");
    }
    List<String> rest = parts.subList(start, parts.size());
    if (rest.isEmpty()) {
      // Which kinds a version of a group has.
      return;
    }
    boolean inNamespace = rest.get(0).equals("namespaces") && rest.size() > 2;
    List<String> object = inNamespace ? rest.subList(2, rest.size()) : rest;
    String group = core ? "" : parts.get(1);
    boolean isNamespace =
        core && !inNamespace && object.get(0).equals("namespaces") && object.size() == 2;
    if (isNamespace || isRead(group, object.get(0)) && object.size() <= 2) {
      return;
    }
    if (logs
        && core
        && inNamespace
        && object.size() == 3
        && object.get(0).equals("pods")
        && object.get(2).equals("log")) {
      return;
    }
    throw new RequestRefused(method, path, "it is no kind that is read");
  }

  private static boolean isRead(String group, String resource) {
    return Kind.all().stream()
        .anyMatch(kind -> kind.group().equals(group) && kind.resource().equals(resource));
  }
}
