package io.keycheck.diagnose.checks.vault;

import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.Cause;
import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.mounts.TextCheck;
import java.util.List;

/** The login was right, but its policy does not let it read the path. */
public final class VaultPolicyDenies implements TextCheck {
  @Override
  public Cause cause() {
    return Cause.VAULT_POLICY_DENIES;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The login worked, and the policies of the role do not allow the path that the class asks for.",
        "FailedMount with \"Code: 403\" and \"permission denied\" at the GET of a secret.",
        "Let a policy of the role read the path exactly as the class asks for it; on kv-v2 that is secret/data/..., not secret/....",
        "The document, section 3.1, step 10; Vault, kv-v2, ACL rules");
  }

  @Override
  public void tell(View view, MountFailure failure, Findings findings) {
    VaultAccess vault = VaultAccess.of(failure);
    String path = OneLine.of(failure.text().named(Detail.PATH));
    int data = path.indexOf("/data/");
    String versioned =
        data < 0
            ? ""
            : " On kv-v2 a policy for \"%s\" does not cover it."
                .formatted(path.substring(0, data) + path.substring(data + "/data".length()));
    findings.add(
        failure.podRef(),
        failure.text().quoted(),
        "The login was right, and no policy of the role \"%s\" allows to read \"%s\".%s"
            .formatted(OneLine.of(vault.role()), path, versioned),
        List.of(
            vault.line("read", vault.rolePath()),
            "# For each name in the line \"policies\" or \"token_policies\":",
            vault.line("policy read", "<policy>"),
            "# One of them has to say, with this path to the letter:",
            "#   path \"%s\" { capabilities = [\"read\"] }".formatted(path),
            vault.line("policy write", "<policy>", "<file>")));
  }
}
