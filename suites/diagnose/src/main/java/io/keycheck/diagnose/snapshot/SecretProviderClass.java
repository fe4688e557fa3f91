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
 * @param entries what the parameters list, read once for all checks
 */
public record SecretProviderClass(
    Meta meta,
    String provider,
    Map<String, String> parameters,
    List<String> mistyped,
    List<SyncedSecret> synced,
    Entries entries)
    implements Item {
  /** Reads the entries from the parameters. */
  public SecretProviderClass(
      Meta meta,
      String provider,
      Map<String, String> parameters,
      List<String> mistyped,
      List<SyncedSecret> synced) {
    this(meta, provider, parameters, mistyped, synced, Entries.of(provider, parameters));
  }
}
