package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.ClassLines;
import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.NearKey;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The secret in Vault has no such key. */
public final class VaultKeyNotFound implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_KEY_NOT_FOUND;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The secret is there, and lacks a key that the class asks for. The provider is all-or-nothing: one key that is missing keeps every file from the pod.",
        "FailedMount with \"key \\\"...\\\" does not exist at the secret path\".",
        "Correct secretKey in the class, or add the key to the secret.",
        "The document, section 3.1, step 13 (whose sample has a misspelt key); vault-csi-provider, internal/provider");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    String key = OneLine.of(failure.text().named(Detail.KEY));
    SecretPath path = new SecretPath(OneLine.of(failure.text().named(Detail.PATH)));
    Optional<String> near = NearKey.to(key, view.contract());
    List<String> remedy = new ArrayList<>();
    near.ifPresent(
        meant ->
            remedy.add(
                "# In the class: secretKey: \"%s\" instead of \"%s\".".formatted(meant, key)));
    remedy.add(ClassLines.edit(failure));
    if (near.isEmpty() && !path.name().isEmpty()) {
      remedy.add("# Or add the key to the secret; \"-\" takes the value from standard input:");
      remedy.add(VaultAccess.of(failure).kv("patch", path, key + "=-"));
    }
    findings.add(
        failure.classRef(),
        failure.text().quoted(),
        "The secret \"%s\" has no key \"%s\"%s; for want of one key no file at all is mounted."
            .formatted(path, key, near.map(" (did you mean \"%s\"?)"::formatted).orElse("")),
        remedy);
  }

  @Override
  public Set<String> explains() {
    return Set.of("source-key-misspelt");
  }
}
