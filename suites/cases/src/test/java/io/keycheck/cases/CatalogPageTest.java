package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

class CatalogPageTest {
  @Test
  void thePageSaysWhatTheClassesSay() throws IOException {
    Golden.assertSame(Path.of("CATALOG.md"), CatalogPage.write(Misbehaviours.read()));
  }

  @Test
  @DisabledIfSystemProperty(
      named = "keycheck.golden",
      matches = "write",
      disabledReason = "whatever is stale is written anew")
  void aStalePageFailsWithTheCommandThatWritesIt(@TempDir Path folder) throws IOException {
    Path page = Files.writeString(folder.resolve("PAGE.md"), "same\nold\n");
    assertThatThrownBy(() -> Golden.assertSame(page, "same\nnew\n"))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            page + " is stale from line 2 on: it says 'old', the classes say 'new'.")
        .hasMessageContaining("mvn test -pl suites/cases -am -Dkeycheck.golden=write");
    assertThatThrownBy(() -> Golden.assertSame(page, "same\nold\nmore\n"))
        .hasMessageContaining("from line 3 on");
    assertThatThrownBy(() -> Golden.assertSame(folder.resolve("absent"), "any\n"))
        .hasMessageContaining("from line 1 on");
  }

  @Test
  void everyCaseHasItsParagraph() throws IOException {
    assertThat(CatalogPage.write(Misbehaviours.read()).lines().toList())
        .containsAll(
            CaseCatalogue.classes(Suite.ALL).values().stream()
                .map(type -> "### " + CaseCatalogue.id(type))
                .toList());
  }
}
