package io.keycheck.diagnose.mounts;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells why a request to Vault got no answer, by the words that Go has for it. */
final class NetworkText {
  private static final Pattern LOOKUP =
      Pattern.compile("\\blookup ([^\\s:]{1,300})(?: on \\S{1,100})?: ", Pattern.CASE_INSENSITIVE);

  private static final List<String> SCHEME =
      List.of(
          "server gave http response to https client",
          "first record does not look like a tls handshake",
          "malformed http response",
          "malformed http status code",
          "http request to an https server");

  private static final List<String> CLIENT_CERTIFICATE =
      List.of("tls: bad certificate", "certificate required", "unknown certificate authority");

  private static final List<String> UNREACHABLE =
      List.of(
          "connection refused",
          "connection reset",
          "connection timed out",
          "operation timed out",
          "i/o timeout",
          "deadline exceeded",
          "timeout exceeded",
          "handshake timeout",
          "request canceled",
          "no route to host",
          "host is down",
          "network is unreachable",
          "broken pipe",
          "connection closed",
          "use of closed network connection",
          "server closed idle connection",
          "goaway",
          "eof");

  private NetworkText() {}

  /** Returns the cause, and adds the host that was looked up. */
  static Cause cause(String reason, Map<Detail, String> details) {
    String said = reason.toLowerCase(Locale.ROOT);
    if (holds(said, SCHEME)) {
      return Cause.VAULT_SCHEME_MISMATCH;
    }
    if (said.contains("remote error: ") && holds(said, CLIENT_CERTIFICATE)) {
      return Cause.VAULT_CLIENT_CERTIFICATE;
    }
    if (said.contains("x509: ") || said.contains("certificate signed by unknown authority")) {
      return Cause.VAULT_TLS_UNTRUSTED;
    }
    if (said.contains("unsupported protocol scheme") || said.contains("no host in request url")) {
      return Cause.ADDRESS_MALFORMED;
    }
    Matcher lookup = LOOKUP.matcher(reason);
    if (lookup.find()) {
      details.put(Detail.HOST, lookup.group(1));
      return Cause.VAULT_NAME_UNRESOLVED;
    }
    if (said.contains("no such host")) {
      return Cause.VAULT_NAME_UNRESOLVED;
    }
    return holds(said, UNREACHABLE) ? Cause.VAULT_UNREACHABLE : Cause.VAULT_REQUEST_FAILED;
  }

  private static boolean holds(String said, List<String> words) {
    return words.stream().anyMatch(said::contains);
  }
}
