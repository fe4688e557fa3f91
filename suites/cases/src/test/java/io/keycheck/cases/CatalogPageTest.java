package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CatalogPageTest {
  @Test
  void thePageSaysWhatTheClassesSay() throws IOException {
    Golden.assertSame(Path.of("CATALOG.md"), CatalogPage.write(Misbehaviours.read()));
  }

  @Test
  void everyCaseHasItsParagraph() throws IOException {
    assertThat(CatalogPage.write(Misbehaviours.read()).lines().toList())
        .containsAll(
            CaseCatalogue.classes().stream().map(type -> "### " + CaseCatalogue.id(type)).toList());
  }
}
