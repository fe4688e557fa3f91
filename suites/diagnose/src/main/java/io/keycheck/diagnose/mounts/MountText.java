package io.keycheck.diagnose.mounts;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the message of a FailedMount event says.
 *
 * @param words the message on one line, without what the kubelet, the driver and gRPC wrap around
 * @param cause what it says is wrong
 * @param details what it names
 */
public record MountText(String words, Cause cause, Map<Detail, String> details) {
  /** What differs between attempts that fail alike. */
  private static final Pattern PASSING =
      Pattern.compile(
          "(?i)\\bread (?:tcp|udp) \\S{1,100}->|\\brequest ?id: ?[\\w-]{1,64}|0x[0-9a-f]{1,16}");

  /** Keeps a copy of the map. */
  public MountText {
    details = details.isEmpty() ? Map.of() : Map.copyOf(new EnumMap<>(details));
  }

  /** Reads a message; long ones are read at both ends. */
  public static MountText of(String message) {
    Wrapped wrapped = Wrapped.of(message);
    return VaultText.answer(wrapped)
        .or(() -> AwsText.read(wrapped))
        .or(() -> VaultText.request(wrapped))
        .or(() -> Wordings.read(wrapped))
        .orElseGet(() -> new MountText(wrapped.words(), Cause.UNKNOWN, wrapped.details()));
  }

  /** Returns the check that most often explains such a text. */
  public Optional<String> check() {
    return cause.checks().stream().findFirst();
  }

  /** Returns what it names, or nothing. */
  public Optional<String> detail(Detail detail) {
    return Optional.ofNullable(details.get(detail));
  }

  /** Returns what it names, or an empty text. */
  public String named(Detail detail) {
    return details.getOrDefault(detail, "");
  }

  /** Returns the words without what differs between attempts that fail alike. */
  public String gist() {
    return PASSING.matcher(words).replaceAll("");
  }

  /** Returns the words as a quotation, short. */
  public String quoted() {
    return '"' + OneLine.of(words) + '"';
  }

  /** Returns the same words as of no known cause. */
  MountText unexplained() {
    return new MountText(words, Cause.UNKNOWN, details);
  }
}
