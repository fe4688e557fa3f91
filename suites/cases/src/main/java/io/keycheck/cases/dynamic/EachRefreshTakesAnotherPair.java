package io.keycheck.cases.dynamic;

import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Change the pair's version in the pod's status with every refresh, though nobody changed anything,
 * for each takes another pair with a lease of its own: there they are not like stored ones. How
 * many leases that makes is in the report.
 */
@Case(
    level = Level.EXTENDED,
    stores = "vault",
    spec =
        "4 Additional considerations: \"Dynamic secrets in HashiCorp Vault are supported - from the app environment, they are identical to regular secrets.\"",
    since = "0.1.0",
    failsWhen = "the provider serves the pair that it read first",
    notices = {"stale", "no-versions"})
public final class EachRefreshTakesAnotherPair implements Breakable {
  private static final int PAIRS = 4;

  @Override
  public void breakBy(Faults faults) {
    faults.provider("stale");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(Dynamic.sample(stage, Dynamic.LONG_LEASE));
    Instant began = Instant.now();
    Set<String> pairs = new TreeSet<>();
    Set<String> stored = new TreeSet<>();
    eventually(
            "the pair's version in the pod's status has been " + PAIRS + " different ones",
            () -> app.mountedObjects().versions())
        .within(stage.patience().rotate())
        .every(stage.patience().poll())
        .showing(versions -> pairs.size() + " versions of the pair")
        .until(versions -> seen(versions, pairs, stored));
    Duration watched = Duration.between(began, Instant.now());
    int leases = stage.lab().database().leases(app.blueprint().role()).size();
    stage.note(
        "leases of one pod",
        leases
            + " pairs were made in "
            + watched.toSeconds()
            + " s, and live until each one's end");
    assertThat(leases).as("the leases that were made").isGreaterThanOrEqualTo(PAIRS);
    assertThat(stored).as("the versions of a stored key meanwhile").hasSize(1);
  }

  private static boolean seen(Map<String, String> versions, Set<String> pairs, Set<String> stored) {
    String version = versions.getOrDefault("database-username", "");
    if (!version.isBlank()) {
      pairs.add(version);
    }
    stored.add(versions.getOrDefault("database-host", ""));
    return pairs.size() == PAIRS;
  }
}
