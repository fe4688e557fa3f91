package io.keycheck.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TrapTest {
  /** Reports name traps by id: renaming one is a decision, so it has to be made here too. */
  @Test
  void idsNeverChangeByAccident() {
    assertThat(Arrays.stream(Trap.values()).map(Trap::id))
        .containsExactly(
            "secret-key-misspelt",
            "kv-v1-paths",
            "class-version-deprecated",
            "commented-entry-broken",
            "role-command-continues",
            "reviewer-token-bound-to-pod",
            "role-not-assumable",
            "token-requests-missing",
            "rotation-not-enabled");
  }

  @Test
  void everyTrapSaysWhereItLies() {
    assertThat(Trap.values()).allSatisfy(trap -> assertThat(trap.section()).isNotBlank());
  }
}
