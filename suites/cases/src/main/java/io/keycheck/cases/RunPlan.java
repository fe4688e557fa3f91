package io.keycheck.cases;

import io.keycheck.lab.ClusterChoice;
import io.keycheck.lab.LabConfiguration;
import io.keycheck.lab.RunNames;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.cluster.Surroundings;
import io.keycheck.lab.plan.Creation;
import io.keycheck.lab.plan.Footprint;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.preflight.Preflight;
import io.keycheck.lab.store.Layout;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a run would make in an adopted cluster and in its store, told without making it. Cases
 * ask the same code for the names that they use, and make nothing there that is not told.
 *
 * @param preflight what was found of the cluster
 * @param setUp what is made before the first case
 * @param cases what each case makes, by its key
 * @param skipped why cases are not tried, by their key
 */
public record RunPlan(
    Preflight preflight,
    List<Creation> setUp,
    Map<String, List<Creation>> cases,
    Map<String, Reason> skipped) {
  /** What stands in names for the run's id, which is another for each run. */
  public static final String RUN = "{run}";

  /**
   * As long as the ids of runs, since long names of cases are cut, and of letters that none has.
   */
  private static final String PLACE = "RUN-ID";

  /** Copies what it is given, in its order. */
  public RunPlan {
    setUp = List.copyOf(setUp);
    cases = new LinkedHashMap<>(cases);
    skipped = new TreeMap<>(skipped);
  }

  /**
   * Refuse a plan of what is not written into a cluster of somebody's.
   *
   * @throws SetUpFailed with one sentence
   */
  public static void requirePossible(RunSettings settings) {
    if (settings.lab().cluster() != ClusterChoice.ADOPTED) {
      throw new SetUpFailed(
          "--plan is for adopted clusters: a cluster of the kit's own goes with all that is in it,"
              + " so add --cluster adopted --context CTX.");
    }
  }

  /** What a run of these settings would make, given what was found before. */
  public static RunPlan of(RunSettings settings, Preflight preflight) {
    LabConfiguration lab = settings.lab();
    RunNames names = new RunNames(lab.adopting().namespacePrefix(), PLACE);
    Map<String, Layout> layouts = Surroundings.layouts(lab);
    Map<String, List<Creation>> cases = new LinkedHashMap<>();
    Map<String, Reason> skipped = new TreeMap<>();
    for (Class<?> type : settings.classes()) {
      for (String store : CaseCatalogue.stores(type, settings.suite())) {
        CaseInfo info = CaseCatalogue.info(type, store);
        if (!settings.chooses(info)) {
          continue;
        }
        Outline outline = settings.outline(type, info);
        Optional<Reason> obstacle = preflight.obstacle(outline);
        if (obstacle.isPresent()) {
          skipped.put(info.key(), obstacle.get());
        } else {
          cases.put(info.key(), told(Footprint.of(outline, names, layouts.get(store))));
        }
      }
    }
    // Definitions that are there are used as they are.
    List<Creation> setUp =
        told(Surroundings.footprint(lab, names, layouts)).stream()
            .filter(made -> !preflight.kinds().contains(made.name()))
            .toList();
    return new RunPlan(preflight, setUp, cases, skipped);
  }

  /** Everything, in order. */
  public List<Creation> creations() {
    return Stream.concat(setUp.stream(), cases.values().stream().flatMap(List::stream))
        .distinct() // Several cases may share a sample.
        .sorted()
        .toList();
  }

  private static List<Creation> told(Footprint footprint) {
    return footprint.creations().stream().map(RunPlan::told).toList();
  }

  private static Creation told(Creation made) {
    return new Creation(
        made.kind(), made.namespace().replace(PLACE, RUN), made.name().replace(PLACE, RUN));
  }
}
