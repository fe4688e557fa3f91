package io.keycheck.diagnose;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.reports.diagnosis.Finding;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.Link.Part;
import io.keycheck.reports.diagnosis.Link.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The six links from the MendixApp to the store.
 *
 * <p>What lies behind a broken link is not reached, so nothing is known of it, unless a pod has
 * mounted its volume: then all of them have held at least once.
 */
final class Chain {
  private final View view;
  private final Map<Part, List<Finding>> findings;
  private final List<Pod> pods;
  private final boolean mounted;

  private Chain(View view, List<Finding> findings) {
    this.view = view;
    this.findings =
        findings.stream()
            .filter(finding -> finding.level() != FindingLevel.INFO)
            .collect(Collectors.groupingBy(finding -> Checks.part(finding.check())));
    this.pods = view.judgedPods().orElse(List.of());
    this.mounted =
        pods.stream().anyMatch(pod -> !View.storeVolumes(pod).isEmpty() && view.hasMounted(pod));
  }

  static List<Link> of(View view, List<Finding> findings) {
    Chain chain = new Chain(view, findings);
    List<Link> links = new ArrayList<>();
    boolean reached = true;
    for (Part part : Part.values()) {
      State state = chain.state(part, reached);
      List<String> checks =
          chain.findings.getOrDefault(part, List.of()).stream()
              .map(Finding::check)
              .distinct()
              .toList();
      links.add(new Link(part, chain.label(part), state, checks));
      reached &= chain.mounted || state != State.BROKEN;
    }
    return links;
  }

  private State state(Part part, boolean reached) {
    List<Finding> own = findings.getOrDefault(part, List.of());
    if (own.stream().anyMatch(finding -> finding.level() == FindingLevel.ERROR)) {
      return State.BROKEN;
    }
    if (!own.isEmpty()) {
      return State.WARNED;
    }
    return reached && (mounted || isSeen(part)) ? State.HOLDS : State.UNKNOWN;
  }

  private boolean isSeen(Part part) {
    return switch (part) {
      case APP -> view.app().orElse(Optional.empty()).isPresent();
      case POD -> !pods.isEmpty();
      case VOLUME -> pods.stream().anyMatch(pod -> !View.storeVolumes(pod).isEmpty());
      case CLASS -> theClass().isPresent();
      case PROVIDER -> runsProvider();
      case STORE -> false; // only a mount shows that the store answered
    };
  }

  private boolean runsProvider() {
    Optional<Provider> provider = view.provider().orElse(Optional.empty());
    return provider.isPresent()
        && pods.stream()
            .flatMap(pod -> view.partsOn(pod.node()).orElse(List.of()).stream())
            .anyMatch(part -> part.ready() && view.providerOf(part).equals(provider));
  }

  private String label(Part part) {
    return switch (part) {
      case APP -> view.environment();
      case POD -> podLabel();
      case VOLUME ->
          pods.stream()
              .flatMap(pod -> pod.volumes().stream())
              .filter(volume -> !volume.driver().isEmpty())
              .map(Volume::name)
              .findFirst()
              .orElse("");
      case CLASS -> theClass().map(one -> one.meta().name()).orElse("");
      case PROVIDER -> theClass().map(SecretProviderClass::provider).orElse("");
      case STORE -> storeLabel();
    };
  }

  private String podLabel() {
    Read<List<Pod>> live = view.livePods();
    if (!live.isKnown()) {
      return "";
    }
    List<Pod> all = live.orUnknown();
    if (all.isEmpty()) {
      return view.isStopped() ? "scaled to zero" : "none";
    }
    Pod first = all.stream().filter(pod -> !pod.ready()).findFirst().orElse(all.get(0));
    String others = all.size() == 1 ? "" : " and %d more".formatted(all.size() - 1);
    return first.meta().name() + others;
  }

  private String storeLabel() {
    Map<String, String> parameters =
        theClass().map(SecretProviderClass::parameters).orElse(Map.of());
    return switch (view.provider().orElse(Optional.empty()).map(Provider::id).orElse("")) {
      case "vault" -> parameters.getOrDefault("vaultAddress", "Vault");
      case "aws" -> parameters.containsKey("region") ? "AWS " + parameters.get("region") : "AWS";
      case "azure" -> parameters.getOrDefault("keyvaultName", "Azure Key Vault");
      case "gcp" -> "Google Secret Manager";
      default -> "";
    };
  }

  private Optional<SecretProviderClass> theClass() {
    return view.theClass().orElse(Optional.empty()).map(ClassInForce::resource);
  }
}
