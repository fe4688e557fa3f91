package io.keycheck.diagnose.collect;

/** Says that a request was not sent, because it is none of those that a diagnosis may make. */
public final class RequestRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RequestRefused(String method, String path, String why) {
    super("A diagnosis does not send %s %s: %s.".formatted(method, path, why));
  }
}
