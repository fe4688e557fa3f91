package io.keycheck.cli.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.CaseCatalogue;
import io.keycheck.cases.Suite;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the live tests show to which case, before any cluster is started. */
class TrialsTest {
  private static Set<String> faults(Trials trials, Outcome wanted) {
    return trials
        .all()
        .filter(trial -> trial.wanted() == wanted)
        .flatMap(trial -> Arrays.stream(trial.fault().split(",", -1)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void everyMisbehaviourIsShownToCasesThatNoticeItAndToCasesThatDoNot() {
    Set<String> all = CaseCatalogue.misbehaviours();
    all.remove("uneven");
    assertThat(faults(Trials.of(1), Outcome.FAILED)).containsAll(all);
    all.remove("piecemeal");
    assertThat(faults(Trials.of(1), Outcome.PASSED)).containsAll(all);
  }

  @Test
  void everyCaseIsShownItsOwnFaultAndWhatItDoesNotNotice() {
    List<String> keys =
        CaseCatalogue.tried(Suite.ALL).stream().map(CaseInfo::key).sorted().toList();
    assertThat(Trials.of(1).all().filter(trial -> trial.fault().equals("own")))
        .extracting(Trials.Trial::key)
        .containsExactlyInAnyOrderElementsOf(keys);
    assertThat(Trials.of(1).all().filter(trial -> trial.wanted() == Outcome.PASSED))
        .extracting(Trials.Trial::key)
        .containsExactlyInAnyOrderElementsOf(keys);
  }

  @Test
  void noRunShowsACaseTwoThings() {
    assertThat(Trials.of(Integer.MAX_VALUE).runs())
        .allSatisfy(run -> assertThat(run).extracting(Trials.Trial::key).doesNotHaveDuplicates());
  }

  @Test
  void allPairsAreEachCaseWithEachMisbehaviourThatItNotices() {
    long pairs =
        CaseCatalogue.classes(Suite.ALL).values().stream()
            .flatMap(
                type ->
                    CaseCatalogue.stores(type, Suite.ALL).stream()
                        .flatMap(store -> CaseCatalogue.notices(type, store).stream()))
            .filter(name -> !name.equals("uneven"))
            .count();
    assertThat(
            Trials.of(Integer.MAX_VALUE)
                .all()
                .filter(t -> t.wanted() == Outcome.FAILED && !t.fault().equals("own")))
        .hasSize((int) pairs);
  }
}
