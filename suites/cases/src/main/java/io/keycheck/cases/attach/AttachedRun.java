package io.keycheck.cases.attach;

import io.keycheck.cases.NamespaceDiagnosis;
import io.keycheck.contract.Contract;
import io.keycheck.contract.OperatorVersion;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Checks;
import io.keycheck.diagnose.Diagnose;
import io.keycheck.diagnose.Selection;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.collect.Access;
import io.keycheck.diagnose.collect.ClusterUnreadable;
import io.keycheck.diagnose.collect.Live;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.lab.KitVersion;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.CaseResult;
import io.keycheck.reports.Catalogue;
import io.keycheck.reports.Component;
import io.keycheck.reports.Evidence;
import io.keycheck.reports.Fingerprint;
import io.keycheck.reports.Kit;
import io.keycheck.reports.Level;
import io.keycheck.reports.Observations;
import io.keycheck.reports.Origin;
import io.keycheck.reports.Outcome;
import io.keycheck.reports.Reason;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.Subject;
import io.keycheck.reports.diagnosis.Diagnosis;
import io.keycheck.reports.diagnosis.EnvironmentDiagnosis;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.UnknownCheck;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Judges an environment that exists: by the lists that diagnose reads, with GET requests alone, and
 * with leave by a look into its pods.
 */
public final class AttachedRun {
  private final Attached asked;
  private final Optional<Subject> subject;
  private final Instant started = Instant.now();

  /** Prepares to judge; nothing is asked yet. */
  public AttachedRun(Attached asked, Optional<Subject> subject) {
    this.asked = asked;
    this.subject = subject;
  }

  /**
   * What came out.
   *
   * @param diagnosis the same as {@code keycheck diagnose --output json} writes it
   */
  public record Judged(RunReport report, String diagnosis) {}

  /**
   * Reads and judges.
   *
   * @param environment the variables of the process, of which KUBECONFIG counts
   * @throws SetUpFailed where the cluster cannot be read, or has no such environment
   */
  public Judged judge(Map<String, String> environment) {
    Access access =
        new Access(
            List.of(),
            asked.context(),
            "keycheck/" + KitVersion.current() + " attach",
            true,
            false);
    try (Live live = Live.open(access, environment)) {
      String namespace = asked.namespace().orElseGet(live::namespace);
      Snapshot snapshot = live.read(namespace);
      Selection selection =
          new Selection(Optional.of(namespace), Optional.of(asked.environment()), Optional.empty());
      Diagnosis diagnosis =
          Diagnose.of(snapshot, selection)
              .diagnosis("context %s, namespace %s".formatted(live.context(), namespace));
      EnvironmentDiagnosis found =
          diagnosis.environments().stream()
              .findFirst()
              .orElseThrow(
                  () ->
                      new SetUpFailed(
                          "There is no environment '%s' in namespace %s that this account can see:"
                                  .formatted(asked.environment(), namespace)
                              + " run 'keycheck diagnose -n "
                              + namespace
                              + "' to see those there are."));
      View view =
          new View(
              snapshot,
              namespace,
              asked.environment(),
              Contract.of(OperatorVersion.parse(diagnosis.operatorVersion())));
      List<CaseResult> results = new ArrayList<>(checks(found));
      results.addAll(new EnvironmentLook(view, started).results());
      results.addAll(new InsidePods(view, started).results(inside(live.context())));
      return new Judged(
          report(results, live.context(), namespace, diagnosis, view),
          NamespaceDiagnosis.json(diagnosis));
    } catch (ClusterUnreadable e) {
      throw new SetUpFailed(e.getMessage(), e);
    }
  }

  private Optional<String> inside(String context) {
    return asked.allowExec() ? Optional.of(context) : Optional.empty();
  }

  /** What each check found; a warning fails an extended case, and what is worth knowing none. */
  List<CaseResult> checks(EnvironmentDiagnosis found) {
    Map<String, List<Finding>> findings = new TreeMap<>();
    found
        .findings()
        .forEach(f -> findings.computeIfAbsent(f.check(), c -> new ArrayList<>()).add(f));
    Map<String, UnknownCheck> unknown = new TreeMap<>();
    found.unknown().forEach(each -> unknown.put(each.check(), each));
    List<CaseResult> results = new ArrayList<>();
    for (Check check : Checks.all()) {
      results.add(
          result(
              AttachedCase.info(check),
              findings.getOrDefault(check.id(), List.of()),
              Optional.ofNullable(unknown.get(check.id()))));
    }
    return results;
  }

  private CaseResult result(CaseInfo info, List<Finding> findings, Optional<UnknownCheck> unknown) {
    List<Evidence> evidence = new ArrayList<>();
    for (Finding finding : findings) {
      evidence.add(new Evidence(finding.level().word() + " of " + info.id(), finding.saw()));
    }
    Optional<Finding> wrong =
        findings.stream().filter(finding -> finding.level() != FindingLevel.INFO).findFirst();
    if (wrong.isPresent()) {
      String sentence = (wrong.get().saw() + " " + wrong.get().why()).strip();
      return new CaseResult(
          info,
          Outcome.FAILED,
          Optional.of(new Reason("found", sentence.isEmpty() ? info.id() : sentence)),
          started,
          Duration.ZERO,
          Observations.of(evidence));
    }
    if (unknown.isPresent()) {
      return CaseResult.skipped(info, unreadable(info, unknown.get().needs()), started);
    }
    return CaseResult.passed(info, started, Duration.ZERO, Observations.of(evidence));
  }

  /** What cannot be read counts against a core case, and neither way for any other. */
  static Reason unreadable(CaseInfo info, String needs) {
    return new Reason(
        info.level() == Level.CORE ? "not-readable" : Reason.CANNOT_BE_SHOWN,
        "It takes: " + (needs.isBlank() ? "more rights" : needs) + ".");
  }

  /** The cases by which an environment that is there already is judged. */
  public static Catalogue catalogue() {
    return AttachedCase.catalogue();
  }

  private RunReport report(
      List<CaseResult> results, String context, String namespace, Diagnosis diagnosis, View view) {
    Catalogue catalogue = catalogue();
    Instant ended = Instant.now();
    Map<String, String> configuration = new TreeMap<>();
    configuration.put("attach", asked.environment());
    configuration.put("namespace", namespace);
    configuration.put("context", context);
    configuration.put("allow-exec", Boolean.toString(asked.allowExec()));
    return new RunReport(
        RunReport.SCHEMA_VERSION,
        String.format(Locale.ROOT, "%06x", new SecureRandom().nextInt(1 << 24)),
        RunReport.ATTACHED,
        false,
        Optional.empty(),
        started,
        ended,
        subject,
        List.of(),
        Optional.empty(),
        new Kit(KitVersion.current(), KitVersion.commit(), catalogue.digest()),
        configuration,
        new Fingerprint(RunReport.ATTACHED, parts(view), facts(diagnosis, view)),
        catalogue.account(results, new Reason("not-judged", "Nothing was said of this."), ended));
  }

  private static Map<String, String> facts(Diagnosis diagnosis, View view) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("judged-by-operator", diagnosis.operatorVersion());
    view.provider()
        .orElse(Optional.empty())
        .ifPresent(provider -> facts.put("provider", provider.id()));
    return facts;
  }

  /** Driver and providers, as far as they can be seen. */
  private static List<Component> parts(View view) {
    Map<String, Component> parts = new TreeMap<>();
    for (Pod pod : view.snapshot().driverAndProviderPods().orElse(List.of())) {
      boolean driver = view.driverPods().orElse(List.of()).contains(pod);
      String role = driver ? "csi-driver" : "provider";
      Optional<Container> container =
          pod.containers().stream().filter(each -> !each.init()).reduce((a, b) -> b);
      container.ifPresent(
          each ->
              parts.putIfAbsent(
                  role + each.image(),
                  new Component(
                      role,
                      driver
                          ? View.DRIVER
                          : view.providerOf(pod).map(p -> p.id() + " provider").orElse("provider"),
                      "",
                      each.image(),
                      "",
                      Origin.ADOPTED,
                      "")));
    }
    return List.copyOf(parts.values());
  }
}
