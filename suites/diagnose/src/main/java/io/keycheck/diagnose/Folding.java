package io.keycheck.diagnose;

import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.reports.diagnosis.Consequence;
import io.keycheck.reports.diagnosis.Finding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Leaves of all findings the causes, each with what follows from it. */
final class Folding {
  private final List<Found> all;
  private final Map<Found, Set<Consequence>> consequences = new LinkedHashMap<>();

  private Folding(List<Found> all) {
    this.all = all;
    all.forEach(found -> consequences.put(found, new LinkedHashSet<>()));
  }

  /** Returns the causes with their consequences, the heaviest first. */
  static List<Finding> fold(List<Found> all, List<MountFailure> failures) {
    Folding folding = new Folding(all);
    List<Found> causes = all.stream().filter(found -> folding.cause(found).isEmpty()).toList();
    for (Found found : all) {
      folding.cause(found).ifPresent(cause -> folding.add(cause, found));
    }
    failures.forEach(folding::add);
    return causes.stream().map(folding::told).sorted(Comparator.comparing(Finding::level)).toList();
  }

  /** Returns the cause at the root of a finding; nothing where it is one itself. */
  private Optional<Found> cause(Found found) {
    Found root = found;
    Set<Found> passed = new LinkedHashSet<>();
    while (passed.add(root)) {
      Found here = root;
      Optional<Found> cause = all.stream().filter(other -> other.explains(here)).findFirst();
      if (cause.isEmpty()) {
        return root.equals(found) ? Optional.empty() : Optional.of(root);
      }
      root = cause.get();
    }
    // Two that explain each other are both told.
    return Optional.empty();
  }

  private void add(Found cause, Found found) {
    Finding finding = found.finding();
    Set<Consequence> follows = consequences.get(cause);
    follows.add(new Consequence(finding.object(), finding.saw()));
    follows.addAll(finding.consequences());
  }

  /** The pod that does not start follows from what explains its mount. */
  private void add(MountFailure failure) {
    for (String check : failure.text().cause().checks()) {
      Optional<Found> explains = all.stream().filter(found -> found.id().equals(check)).findFirst();
      if (explains.isPresent()) {
        Found cause = cause(explains.get()).orElse(explains.get());
        Consequence mount = new Consequence(failure.podRef(), failure.text().quoted());
        Set<Consequence> follows = consequences.get(cause);
        boolean told = follows.stream().anyMatch(c -> c.saw().contains(failure.text().quoted()));
        if (!told && !cause.finding().saw().contains(failure.text().quoted())) {
          follows.add(mount);
        }
        return;
      }
    }
  }

  private Finding told(Found found) {
    Finding finding = found.finding();
    List<Consequence> follows = new ArrayList<>(finding.consequences());
    consequences.get(found).stream()
        .filter(consequence -> !follows.contains(consequence))
        .forEach(follows::add);
    return new Finding(
        finding.check(),
        finding.level(),
        finding.object(),
        finding.saw(),
        finding.why(),
        finding.remedy(),
        follows);
  }
}
