package io.keycheck.diagnose.collect;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in one sentence why an API server did not answer. */
final class NoAnswer {
  private NoAnswer() {}

  static ClusterUnreadable of(String server, Throwable cause) {
    return cause instanceof ClusterUnreadable said
        ? said
        : new ClusterUnreadable(sentence(server, cause), cause);
  }

  private static String sentence(String server, Throwable cause) {
    if (is(cause, UnresolvedAddressException.class) || is(cause, UnknownHostException.class)) {
      return "The name in the API server's address %s is not known here: check the context and the network."
          .formatted(server);
    }
    if (is(cause, HttpConnectTimeoutException.class)) {
      return "The API server %s cannot be reached within 5 s: check the network or VPN, and the context."
          .formatted(server);
    }
    if (is(cause, ConnectException.class)) {
      return "The API server %s refuses connections: check the context and the network."
          .formatted(server);
    }
    if (is(cause, CertificateException.class) || is(cause, SSLException.class)) {
      return "The API server %s and this kubeconfig do not trust each other (TLS): check its certificate-authority and client certificate."
          .formatted(server);
    }
    if (is(cause, TimeoutException.class) || is(cause, HttpTimeoutException.class)) {
      return "The API server %s did not answer within 20 s.".formatted(server);
    }
    if (is(cause, IOException.class)) {
      return "The API server %s broke off: %s."
          .formatted(server, innermost(cause).getClass().getSimpleName());
    }
    return "The API server %s could not be asked: %s."
        .formatted(server, innermost(cause).getClass().getSimpleName());
  }

  private static boolean is(Throwable cause, Class<? extends Throwable> type) {
    return causes(cause).anyMatch(type::isInstance);
  }

  private static Throwable innermost(Throwable cause) {
    return causes(cause).reduce((outer, inner) -> inner).orElse(cause);
  }

  private static Stream<Throwable> causes(Throwable cause) {
    return Stream.iterate(cause, each -> each != null, Throwable::getCause).limit(20);
  }
}
