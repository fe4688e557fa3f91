package io.keycheck.cases;

import static io.keycheck.lab.RefreshedBy.DRIVER;
import static io.keycheck.lab.RefreshedBy.KUBELET;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.common.DriverRestartLeavesMountedPodsAlone;
import io.keycheck.cases.common.MountIsInMemory;
import io.keycheck.cases.rotation.RotatedValueReachesTheFile;
import io.keycheck.cases.rotation.WithoutRotationOnlyANewPodSeesTheNewValue;
import io.keycheck.lab.RefreshedBy;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Class<?> RESTARTS = DriverRestartLeavesMountedPodsAlone.class;
  private static final Class<?> SWITCHES = WithoutRotationOnlyANewPodSeesTheNewValue.class;
  private static final Class<?> TAKES = RotatedValueReachesTheFile.class;
  private static final Class<?> OTHER = MountIsInMemory.class;

  private final Turns turns = new Turns();

  private Turn taken(Class<?> type, RefreshedBy way) {
    Turn turn = turns.of(type, way);
    turn.begin();
    turn.take();
    return turn;
  }

  /** Whether a case gets its turn on a thread of its own, as cases do, and gives it back. */
  private boolean comesToItsTurn(Class<?> type, RefreshedBy way) throws Exception {
    CompletableFuture<Void> whole = CompletableFuture.runAsync(() -> taken(type, way).end());
    try {
      whole.get(200, TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException waits) {
      return false;
    } catch (ExecutionException failed) {
      throw new AssertionError(failed);
    }
  }

  @Test
  void casesRunBesideEachOther() throws Exception {
    taken(TAKES, KUBELET);
    assertThat(comesToItsTurn(TAKES, KUBELET)).as("another that takes rotation").isTrue();
    assertThat(comesToItsTurn(OTHER, KUBELET)).as("one that does not").isTrue();
  }

  @Test
  void rotationIsNotSwitchedOffBesideOneThatTakesIt() throws Exception {
    Turn turn = taken(TAKES, KUBELET);
    CompletableFuture<Void> off = CompletableFuture.runAsync(() -> taken(SWITCHES, KUBELET).end());
    assertThat(off).isNotDone();
    turn.end();
    assertThat(off).succeedsWithin(5, TimeUnit.SECONDS);
  }

  @Test
  void itIsBesideOneThatDoesNot() throws Exception {
    taken(OTHER, KUBELET);
    assertThat(comesToItsTurn(SWITCHES, KUBELET)).isTrue();
  }

  @Test
  void aDriverThatIsRestartedForItServesNobodyMeanwhile() throws Exception {
    taken(OTHER, DRIVER);
    assertThat(comesToItsTurn(SWITCHES, DRIVER)).isFalse();
  }

  @Test
  void theDriverIsRestartedBesideNobody() throws Exception {
    taken(OTHER, KUBELET);
    assertThat(comesToItsTurn(RESTARTS, KUBELET)).isFalse();
  }

  @Test
  void whatComesBeforeTheRestartIsDoneBesideOthers() {
    taken(OTHER, KUBELET);
    Turn restarts = turns.of(RESTARTS, KUBELET);
    restarts.begin();
    assertThat(turns.of(OTHER, KUBELET)).satisfies(Turn::begin);
  }
}
