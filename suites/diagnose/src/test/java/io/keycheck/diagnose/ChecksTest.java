package io.keycheck.diagnose;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.diagnosis.FindingLevel;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ChecksTest {
  private static final Path PAGE = Path.of("CHECKS.md");
  private static final Path IDS = Path.of("src/test/resources/io/keycheck/diagnose/ids.txt");

  @Test
  void thePageOfChecksSaysWhatTheClassesSay() throws IOException {
    Golden.assertSame(PAGE, ChecksPage.text(Checks.all()));
  }

  @Test
  void renamingACheckOrMovingItsLevelIsNoticed() throws IOException {
    String ids =
        Checks.all().stream()
            .map(check -> check.id() + " " + check.level().word() + "\n")
            .sorted()
            .collect(Collectors.joining());
    Golden.assertSame(IDS, ids);
  }

  @Test
  void everyCheckHasItsOwnNameAndExplainsItself() {
    Set<String> ids = new HashSet<>();
    for (Check check : Checks.all()) {
      assertThat(ids.add(check.id())).as(check.id()).isTrue();
      Explanation explanation = check.explanation();
      assertThat(
              List.of(
                  explanation.means(),
                  explanation.shows(),
                  explanation.mend(),
                  explanation.source()))
          .as(check.id())
          .noneMatch(String::isBlank);
    }
  }

  @Test
  void whatIsFoldedUnderACheckIsNoLighterThanIt() {
    for (Check check : Checks.all()) {
      for (String id : check.explains()) {
        // What has no check yet is a promise of a check to come.
        Checks.of(id)
            .ifPresent(
                other ->
                    assertThat(check.level() == FindingLevel.INFO && other.level() != check.level())
                        .as("%s explains %s", check.id(), id)
                        .isFalse());
      }
    }
  }
}
