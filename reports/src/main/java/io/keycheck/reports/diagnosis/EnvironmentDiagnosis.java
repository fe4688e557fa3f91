package io.keycheck.reports.diagnosis;

import java.util.List;

/**
 * What was found out about one environment.
 *
 * @param namespace its namespace
 * @param environment its internal name, which is the name of its MendixApp
 * @param verdict what all of it amounts to
 * @param chain the links from the MendixApp to the store, in their order; empty where no store is
 *     used
 * @param findings what is wrong or worth knowing, the heaviest first
 * @param unknown the checks that could not be made
 */
public record EnvironmentDiagnosis(
    String namespace,
    String environment,
    DiagnosisVerdict verdict,
    List<Link> chain,
    List<Finding> findings,
    List<UnknownCheck> unknown) {
  /** Keeps copies of the lists, and no more of the names than can be shown. */
  public EnvironmentDiagnosis {
    namespace = Kept.name(namespace);
    environment = Kept.name(environment);
    chain = List.copyOf(chain);
    findings = List.copyOf(findings);
    unknown = List.copyOf(unknown);
  }
}
