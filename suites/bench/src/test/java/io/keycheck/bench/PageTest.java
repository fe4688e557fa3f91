package io.keycheck.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
  private final Figure figure =
      Figure.times(
          "start", "`keycheck --help`", List.of(300L, 500L, 410L), "scripts/keycheck --help");

  @TempDir Path folder;

  @Test
  void theMedianCountsAndAMissedGoalSaysSo() {
    assertThat(page(figure.aimingAt(400)))
        .contains(
            "| `keycheck --help` | 410 ms | 300 ms – 500 ms | 3 |  |  | 400 ms, **missed** |");
    assertThat(page(figure.aimingAt(450))).contains("| 450 ms |").doesNotContain("**missed**");
  }

  @Test
  void aFloorStandsBesideWhatIsHeldAgainstIt() {
    assertThat(page(figure.over(205))).contains("| 205 ms | 2.00 |");
  }

  @Test
  void whatWasMeasuredSaysOnWhatAndByWhichCommand() {
    assertThat(page(figure)).contains("    scripts/keycheck --help").contains("on cores 2.");
  }

  @Test
  void figuresAreReadAsTheyWereWritten() throws Exception {
    Figures figures =
        Figures.none().with("start", Map.of("cores", "2"), List.of(figure.over(10).aimingAt(20)));
    Path file = folder.resolve("figures.json");
    figures.write(file);
    assertThat(Figures.read(file)).isEqualTo(figures);
  }

  @Test
  void aSectionThatIsMeasuredAnewLeavesTheOthers() {
    Figures figures =
        Figures.none()
            .with("start", Map.of(), List.of(figure))
            .with("build", Map.of(), List.of(Figure.times("build", "x", List.of(1L), "mvn")))
            .with("start", Map.of(), List.of(figure.in("MB")));
    assertThat(figures.all()).hasSize(2);
    assertThat(figures.of("start")).extracting(Figure::unit).containsExactly("MB");
  }

  @Test
  void nothingMeasuredIsNoFigure() {
    assertThatThrownBy(() -> Figure.times("start", "x", List.of(), "x"))
        .hasMessageContaining("nothing was measured");
  }

  @Test
  void thePageInTheTreeIsThatOfItsFigures() throws Exception {
    Path file = Path.of("figures.json");
    if (Files.exists(file)) {
      assertThat(Files.readString(file.resolveSibling("BENCHMARKS.md")))
          .as("suites/bench/BENCHMARKS.md; scripts/bench --page writes it")
          .isEqualTo(Page.of(Figures.read(file)));
    }
  }

  @Test
  void anUnknownSectionIsNamedAndNothingIsMeasured() throws Exception {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            List.of(".", folder.resolve("f.json").toString(), "flors"),
            System.out,
            new PrintStream(err, true, StandardCharsets.UTF_8));
    assertThat(code).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("no section 'flors'", "floors");
    assertThat(folder).isEmptyDirectory();
  }

  private static String page(Figure figure) {
    return Page.of(Figures.none().with("start", Map.of("cores", "2"), List.of(figure)));
  }
}
