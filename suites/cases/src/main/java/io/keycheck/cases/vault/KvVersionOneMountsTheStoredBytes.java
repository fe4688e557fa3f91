package io.keycheck.cases.vault;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.Case;
import io.keycheck.cases.Promise;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.stage.Environment;
import io.keycheck.lab.stage.Faults;
import io.keycheck.lab.stage.Stage;
import io.keycheck.lab.store.VaultStore;

/** Mount the 14 keys from a key-value engine of version 1, whose paths the document writes. */
@Case(
    stores = "vault",
    spec = "3.1, step 13: secretPath: \"secret/<{env-db-secret}>\", a path of a version 1 engine",
    since = "0.1.0",
    failsWhen = "the provider leaves one file out",
    notices = {"wrong-bytes", "add-newline", "key-left-out", "extra-file"},
    needs = Need.VAULT_KV_ONE)
public final class KvVersionOneMountsTheStoredBytes implements Breakable {

  @Override
  public void breakBy(Faults faults) {
    faults.provider("key-left-out");
  }

  @Promise
  void holds(Stage stage) {
    Environment app = stage.startAndAwait(stage.sample().in(VaultStore.KV1));
    app.requireStoredBytes();
  }
}
