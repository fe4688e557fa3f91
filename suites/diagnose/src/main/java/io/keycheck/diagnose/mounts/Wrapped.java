package io.keycheck.diagnose.mounts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message with its wrapping taken off.
 *
 * @param words what is left
 * @param login whether the Vault provider says that it was logging in
 * @param reading whether the Vault provider says that it was reading
 * @param details what the wrapping names
 */
record Wrapped(String words, boolean login, boolean reading, Map<Detail, String> details) {
  /** A message that nests more is not from a cluster. */
  private static final int LAYERS = 40;

  private enum Layer {
    COMBINED("\\(combined from similar events\\):"),
    KUBELET(
        "MountVolume\\.\\w{1,40}(?: \\w{1,40})? failed for volume \"[^\"]{0,300}\"[^:]{0,300}:"),
    GRPC("rpc error: code = \\w{1,40} desc ="),
    DRIVER("failed to mount secrets store objects for pod [^\\s,]{1,600}, err(?:or)?:"),
    DRIVER_WRITER("failed to mount objects, error:"),
    KUBELET_CSI("kubernetes\\.io/csi:"),
    KUBELET_MOUNTER("mounter\\.SetUpAt failed(?: to [\\w ]{1,80})?:"),
    VAULT_PROVIDER("error making mount request:"),
    VAULT_READ("couldn't read secret \"([^\"]{0,500})\":"),
    VAULT_LOGIN("failed to login:"),
    VAULT_REQUEST("error requesting secret:");

    private final Pattern pattern;

    Layer(String regex) {
      this.pattern = Pattern.compile(regex + " ?", Pattern.CASE_INSENSITIVE);
    }

    Optional<Matcher> at(String words) {
      return Optional.of(pattern.matcher(words)).filter(Matcher::lookingAt);
    }
  }

  static Wrapped of(String message) {
    Wrapped wrapped = new Wrapped(OneLine.whole(message), false, false, Map.of());
    for (int i = 0; i < LAYERS; i++) {
      Wrapped inner = wrapped.inner();
      if (inner == wrapped) {
        break;
      }
      wrapped = inner;
    }
    return wrapped;
  }

  private Wrapped inner() {
    for (Layer layer : Layer.values()) {
      Optional<Matcher> found = layer.at(words);
      if (found.isPresent()) {
        Matcher matcher = found.get();
        return new Wrapped(
            words.substring(matcher.end()),
            login || layer == Layer.VAULT_LOGIN,
            reading || layer == Layer.VAULT_READ || layer == Layer.VAULT_REQUEST,
            layer == Layer.VAULT_READ ? with(Detail.OBJECT, matcher.group(1)) : details);
      }
    }
    return this;
  }

  /** Returns the text's details with one more. */
  Map<Detail, String> with(Detail detail, String value) {
    Map<Detail, String> more = new EnumMap<>(Detail.class);
    more.putAll(details);
    more.put(detail, value);
    return more;
  }
}
