package io.keycheck.diagnose.snapshot;

import java.util.List;

/** An entry of {@code spec.secretObjects}: a Secret that the driver makes of mounted files. */
public record SyncedSecret(String secretName, String type, List<Datum> data) {
  /** Which file becomes which key. */
  public record Datum(String objectName, String key) {}
}
