package io.keycheck.cases.override;

import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.sample.Entry;
import io.keycheck.lab.sample.MendixSettings;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;
import java.util.List;

/** A constant and a runtime setting of which store and MendixApp each hold another value. */
final class ConstantsInBoth {
  private static final int LENGTH = 32;
  private static final String CONSTANT = "MyFirstModule.MyConstant";
  private static final String RUNTIME_SETTING = "ScheduledEventExecution";

  private ConstantsInBoth() {}

  /** The sample, whose class maps keys for them too. */
  static Blueprint sample(Stage stage) {
    Blueprint sample = stage.sample();
    String secret = sample.entries().get(0).secret();
    for (String key : List.of("mx-const-" + CONSTANT, "mx-runtime-" + RUNTIME_SETTING)) {
      sample =
          sample.storing(secret, key, SecretText.random(LENGTH)).mappingAlso(Entry.of(key, secret));
    }
    return sample;
  }

  /** The document's MendixApp with the same settings, and a password of MxAdmin. */
  static MendixSettings settings() {
    return MendixSettings.ofDocument()
        .withAdminPassword(SecretText.random(LENGTH))
        .with(CONSTANT, SecretText.random(LENGTH), RUNTIME_SETTING, SecretText.random(LENGTH));
  }
}
