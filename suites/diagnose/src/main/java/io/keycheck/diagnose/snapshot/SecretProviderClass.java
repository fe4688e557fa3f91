package io.keycheck.diagnose.snapshot;

import io.keycheck.diagnose.entries.Entries;
import java.util.List;
import java.util.Map;

/**
 * What a volume is to hold.
 *
 * @param provider {@code spec.provider}, or empty
 * @param parameters {@code spec.parameters}; what is no text is kept as JSON and named in mistyped
 * @param mistyped names of parameters that are there, and no text
 * @param synced {@code spec.secretObjects}
 */
public record SecretProviderClass(
    Meta meta,
    String provider,
    Map<String, String> parameters,
    List<String> mistyped,
    List<SyncedSecret> synced)
    implements Item {
  /** Reads what the parameters list: anew each time, for that takes more room than the text. */
  public Entries entries() {
    return Entries.of(provider, parameters);
  }
}
