package io.keycheck.cases.common;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.sample.Blueprint;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.secrecy.SecretText;

/**
 * Bring values through unchanged that tools like to change: newlines at the end, blanks around,
 * letters beyond ASCII, the marks of a JDBC URL, nothing at all, and some 60 KiB.
 */
@Case(
    spec =
        "2.1 SecretProviderClass Keys: \"Database Jdbc Url\", example \"jdbc:postgresql://pg.example.com:5432/my-app-1?sslmode=prefer\"",
    since = "0.1.0",
    failsWhen = "the provider trims the newline at the end of a value",
    notices = {
      "wrong-bytes",
      "trim",
      "add-newline",
      "key-left-out",
      "extra-file",
      "utf8-mangled",
      "truncate"
    })
public final class AwkwardValuesSurvive implements Breakable {
  @Override
  public void breakBy(Faults faults) {
    faults.provider("trim");
  }

  @Promise
  void holds(Stage stage) {
    String unique = SecretText.random(32).reveal();
    int large = stage.store().roomForOneValue();
    Blueprint awkward =
        stage
            .sample()
            .storing("database-password", SecretText.of(unique + "\n"))
            .storing("mx-admin-password", SecretText.of(unique + "\n\n"))
            .storing("storage-access-key-id", SecretText.of("  " + unique + "\t "))
            .storing("database-username", SecretText.of(unique + "-ünï-日本-🔑"))
            .storing(
                "database-jdbc-url",
                SecretText.of(
                    "jdbc:postgresql://pg.example.com:5432/"
                        + unique
                        + "?a=1&b=%20x;c='\"\\$`!#|<>"))
            .storing("storage-bucket-name", SecretText.of(""))
            .storing(
                "storage-secret-access-key",
                SecretText.of((unique + "~").repeat(large / 33 + 1).substring(0, large)));
    Environment app = stage.startAndAwait(awkward);
    app.requireStoredBytes();
  }
}
