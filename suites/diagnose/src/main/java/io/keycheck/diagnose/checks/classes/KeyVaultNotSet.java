package io.keycheck.diagnose.checks.classes;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A class for Azure names no Key Vault, or no tenant. */
public final class KeyVaultNotSet implements ClassCheck {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public void look(Subject subject, Findings findings) {

    if (!subject.isOf(Provider.AZURE)) {
      return;
    }
    List<String> lacking = new ArrayList<>();
    if (subject.parameter("keyvaultName").isBlank()) {
      lacking.add("keyvaultName");
    }
    if (subject.parameter("tenantID").isBlank() && subject.parameter("tenantId").isBlank()) {
      lacking.add("tenantID");
    }
    if (!lacking.isEmpty()) {
      findings.add(
          subject.ref(),
          "No parameters." + String.join(" and no parameters.", lacking) + ".",
          "The provider does not know where to look, and refuses the class.",
          List.of(subject.edit(), "# add " + String.join(" and ", lacking)));
    }
  }

  @Override
  public Set<String> explains() {
    return FAILED_MOUNT;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "A class for Azure lacks keyvaultName or tenantID.",
        "The pod waits; its event FailedMount says \"keyvaultName is not set\" or \"tenantId is not set\".",
        "Add the parameter.",
        "Later editions of the document; Azure provider, parameters");
  }
}
