package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.ClassLines;
import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.ObjectFields;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Vault has nothing at the path that the class asks for. */
public final class VaultSecretNotFound implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_SECRET_NOT_FOUND;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "Login and policy are right, and Vault has nothing at the path: the secret is not there, or the path is not of the form that the engine wants. A kv-v2 engine that is asked without data/ answers like that too.",
        "FailedMount with \"Code: 404\" at the GET of a secret; the list of errors is often empty.",
        "On kv-v2 write secretPath as <mount>/data/<name>; on kv-v1 as <mount>/<name>. Else write the secret.",
        "The document, section 3.1, steps 7 and 13; Vault, kv-v2, read secret version");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    SecretPath path = new SecretPath(OneLine.of(failure.text().named(Detail.PATH)));
    String said = failure.text().named(Detail.ANSWER).toLowerCase(Locale.ROOT);
    boolean othersHaveData =
        ObjectFields.of(failure, "secretPath").stream()
            .map(SecretPath::new)
            .anyMatch(other -> other.hasData() && other.mount().equals(path.mount()));
    String why;
    List<String> remedy = new ArrayList<>();
    remedy.add(vault.line("secrets list"));
    if (said.contains("no handler for route")) {
      why = "No secrets engine is mounted where \"%s\" points.".formatted(path);
    } else if (path.hasData()) {
      why =
          ("Likelier: there is no secret \"%s\", or its latest version is deleted. Else the engine is"
                  + " kv-v1, which wants \"%s\" without data/.")
              .formatted(path, path.withoutData());
    } else {
      why =
          ("Likelier: \"%s\" is a kv-v2 engine%s, which wants \"%s\" and answers 404 without data/."
                  + " Else there is no secret of that name.")
              .formatted(
                  path.mount(),
                  othersHaveData ? ", as other paths of the class say" : "",
                  path.withData());
      remedy.add("# If that line shows version:2, in the class and in the policy of the role:");
      remedy.add("#   secretPath: \"%s\"".formatted(path.withData()));
      remedy.add(ClassLines.edit(failure));
    }
    remedy.add("# Is the secret there? This shows no values; on kv-v1, list what is beside it.");
    remedy.add(vault.kv("metadata get", path));
    remedy.add(vault.line("kv list", path.folder()));
    findings.add(failure.classRef(), failure.text().quoted(), why, remedy);
  }
}
