package io.keycheck.cli.live;

import io.keycheck.cases.Breakable;
import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Outcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which faults are shown to which cases, so that all of it takes few runs: each run shows every
 * case something of its own.
 *
 * <p>A case is shown at once all misbehaviours that it says it does not notice, and must pass; its
 * own fault, and must fail; and one by one misbehaviours that it says it notices, and must fail. Of
 * the last there are some hundreds, most of them of a few misbehaviours that nearly every case
 * notices: so {@link #PAIRS} says of how many cases each misbehaviour must be noticed.
 */
final class Trials {
  /** To how many of the cases that notice it a misbehaviour is shown: a number, or {@code all}. */
  static final String PAIRS = "keycheck.pairs";

  private static final int USUAL_PAIRS = 2;

  /** What an uneven provider does depends on when a case looks: a refresh is a mount too. */
  private static final String UNEVEN = "uneven";

  /**
   * What it does to a pod that starts just after a rotation is chance: only the case that watches
   * for it must notice, and nobody is asked not to.
   */
  private static final String PIECEMEAL = "piecemeal";

  /** It takes so long that its runs wait less than others. */
  static final String SLOW = "slow";

  /** Each takes the place of what the others do to versions. */
  private static final List<String> OF_VERSIONS =
      List.of("value-as-version", "no-versions", "no-object-versions");

  /** A case, what it is shown, and how it must end. */
  record Trial(String key, String fault, Outcome wanted) {}

  private final Map<String, List<Trial>> byCase = new LinkedHashMap<>();
  private final List<Trial> ofSlow = new ArrayList<>();

  private Trials() {}

  /** Those that {@link #PAIRS} asks for. */
  static Trials asked() {
    String asked = System.getProperty(PAIRS, "");
    return asked.equals("all")
        ? of(Integer.MAX_VALUE)
        : of(asked.isEmpty() ? USUAL_PAIRS : Integer.parseInt(asked));
  }

  /** Those that show each misbehaviour to so many cases, where so many notice it. */
  static Trials of(int pairs) {
    Trials trials = new Trials();
    CaseCatalogue.classes(Suite.ALL)
        .values()
        .forEach(
            type ->
                CaseCatalogue.stores(type, Suite.ALL)
                    .forEach(store -> trials.addWithoutNotice(type, store, pairs)));
    trials.noticed().forEach((name, keys) -> trials.addNoticed(name, keys, pairs));
    return trials;
  }

  private void addWithoutNotice(Class<? extends Breakable> type, String store, int pairs) {
    CaseInfo info = CaseCatalogue.info(type, store);
    SortedSet<String> unnoticed = CaseCatalogue.misbehaviours(store);
    unnoticed.removeAll(CaseCatalogue.notices(type, store));
    unnoticed.removeAll(List.of(UNEVEN, PIECEMEAL));
    List<String> versions =
        new ArrayList<>(OF_VERSIONS.stream().filter(unnoticed::contains).toList());
    unnoticed.removeAll(versions);
    if (!versions.isEmpty()) {
      // They take turns, from case to case.
      unnoticed.add(versions.remove(byCase.size() % versions.size()));
    }
    add(new Trial(info.key(), String.join(",", unnoticed), Outcome.PASSED));
    if (pairs == Integer.MAX_VALUE) {
      versions.forEach(name -> add(new Trial(info.key(), name, Outcome.PASSED)));
    }
    add(new Trial(info.key(), "own", Outcome.FAILED));
  }

  /** The cases that notice each misbehaviour; those of fewest first, as they have least choice. */
  private static Map<String, Set<String>> noticedBy() {
    Map<String, Set<String>> noticed = new TreeMap<>();
    CaseCatalogue.classes(Suite.ALL)
        .values()
        .forEach(
            type ->
                CaseCatalogue.stores(type, Suite.ALL)
                    .forEach(
                        store ->
                            CaseCatalogue.notices(type, store)
                                .forEach(
                                    name ->
                                        noticed
                                            .computeIfAbsent(name, n -> new TreeSet<>())
                                            .add(CaseCatalogue.info(type, store).key()))));
    noticed.remove(UNEVEN);
    return noticed;
  }

  private Map<String, Set<String>> noticed() {
    Map<String, Set<String>> fewestFirst = new LinkedHashMap<>();
    noticedBy().entrySet().stream()
        .sorted(Comparator.comparingInt(entry -> entry.getValue().size()))
        .forEach(entry -> fewestFirst.put(entry.getKey(), entry.getValue()));
    return fewestFirst;
  }

  /** With each store in turn, and cases first that have been shown least. */
  private void addNoticed(String name, Set<String> keys, int pairs) {
    Map<String, List<String>> byStore =
        keys.stream()
            .sorted(
                Comparator.comparingInt((String key) -> byCase.get(key).size())
                    .thenComparing(key -> key))
            .collect(Collectors.groupingBy(Trials::store, TreeMap::new, Collectors.toList()));
    List<String> inTurn = new ArrayList<>();
    for (int i = 0; inTurn.size() < keys.size(); i++) {
      for (List<String> ofStore : byStore.values()) {
        if (i < ofStore.size()) {
          inTurn.add(ofStore.get(i));
        }
      }
    }
    inTurn.stream().limit(pairs).forEach(key -> add(new Trial(key, name, Outcome.FAILED)));
  }

  private static String store(String key) {
    return key.substring(key.indexOf('/') + 1);
  }

  private void add(Trial trial) {
    if (trial.fault().equals(SLOW)) {
      ofSlow.add(trial);
    } else {
      byCase.computeIfAbsent(trial.key(), key -> new ArrayList<>()).add(trial);
    }
  }

  /** All of them by runs, in each of which a case is tried once at the most. */
  List<List<Trial>> runs() {
    List<List<Trial>> runs = new ArrayList<>();
    int most = byCase.values().stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < most; i++) {
      int number = i;
      runs.add(
          byCase.values().stream()
              .filter(trials -> number < trials.size())
              .map(trials -> trials.get(number))
              .toList());
    }
    runs.add(ofSlow);
    return runs;
  }

  /** All of them. */
  Stream<Trial> all() {
    return runs().stream().flatMap(List::stream);
  }
}
