package io.keycheck.cases.dynamic;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.MountedFile;
import io.keycheck.lab.stage.MountedFiles;
import io.keycheck.lab.stage.Stage;
import io.keycheck.reports.Level;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Mount a pair that Vault makes as it mounts what is stored: files beside the others, of the same
 * owner and mode, and listed with a version in the pod's status.
 */
@Case(
    level = Level.EXTENDED,
    stores = "vault",
    spec =
        "4 Additional considerations: \"Dynamic secrets in HashiCorp Vault are supported - from the app environment, they are identical to regular secrets.\"",
    since = "0.1.0",
    failsWhen = "the provider gives no versions",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file", "no-versions"})
public final class DynamicKeysAreMountedLikeStoredOnes implements Breakable {
  private static final List<String> DYNAMIC = List.of("database-username", "database-password");

  @Override
  public void breakBy(Faults faults) {
    faults.provider("no-versions");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(Dynamic.sample(stage, Dynamic.LONG_LEASE));
    MountedFiles files = app.files();
    Set<String> expected = new TreeSet<>(app.expectedFiles().keySet());
    expected.addAll(DYNAMIC);
    assertThat(new TreeSet<>(files.byName().keySet())).as("the files").isEqualTo(expected);
    assertThat(files.without(DYNAMIC).differencesFrom(app.expectedFiles(), stage.runKey()))
        .as("the files of stored keys, against what is stored")
        .isEmpty();
    MountedFile stored = files.byName().get("database-host");
    for (String file : DYNAMIC) {
      MountedFile dynamic = files.byName().get(file);
      assertThat(dynamic.mode()).as("the mode of " + file).isEqualTo(stored.mode());
      assertThat(dynamic.owner()).as("the owner of " + file).isEqualTo(stored.owner());
      assertThat(dynamic.size()).as("the bytes in " + file).isPositive();
    }
    Map<String, String> versions = app.mountedObjects().versions();
    assertThat(versions.keySet()).as("the objects in the pod's status").isEqualTo(expected);
    // A version could be the value itself, which nobody but the pod knows: only names are told.
    assertThat(expected)
        .as("the objects that have no version")
        .filteredOn(file -> versions.get(file).isBlank())
        .isEmpty();
  }
}
