package io.keycheck.cases;

import static io.keycheck.lab.RefreshedBy.DRIVER;
import static io.keycheck.lab.RefreshedBy.KUBELET;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.common.DriverRestartLeavesMountedPodsAlone;
import io.keycheck.cases.common.MountIsInMemory;
import io.keycheck.cases.rotation.RotatedValueReachesTheFile;
import io.keycheck.cases.rotation.WithoutRotationOnlyANewPodSeesTheNewValue;
import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.RefreshedBy;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TurnsTest {
  private static final Class<?> RESTARTS = DriverRestartLeavesMountedPodsAlone.class;
  private static final Class<?> SWITCHES = WithoutRotationOnlyANewPodSeesTheNewValue.class;
  private static final Class<?> TAKES = RotatedValueReachesTheFile.class;
  private static final Class<?> OTHER = MountIsInMemory.class;

  private final Turns turns = new Turns();
  private final ExecutorService threads = Executors.newCachedThreadPool();

  @AfterEach
  void noThreadIsLeft() throws Exception {
    threads.shutdownNow();
    assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).as("all waits ended").isTrue();
  }

  private Turn begun(Class<?> type, RefreshedBy way) {
    Turn turn = turns.of(type, way);
    turn.begin();
    return turn;
  }

  /** A case on a thread of its own, as they all are, from its begin to its end. */
  private Future<?> begins(Class<?> type, RefreshedBy way) {
    return threads.submit(
        () -> {
          Turn turn = turns.of(type, way);
          try {
            turn.begin();
            if (CaseCatalogue.hasToItself(type, HasToItself.DRIVER)) {
              turn.takeAlone();
            }
          } finally {
            turn.end();
          }
        });
  }

  private static void comesToItsEnd(Future<?> begun) {
    assertThat(begun).succeedsWithin(10, TimeUnit.SECONDS);
  }

  private static void waits(Future<?> begun) throws Exception {
    TimeUnit.MILLISECONDS.sleep(100);
    assertThat(begun).isNotDone();
  }

  @Test
  void casesRunBesideEachOther() {
    begun(TAKES, KUBELET);
    comesToItsEnd(begins(TAKES, KUBELET));
    comesToItsEnd(begins(OTHER, KUBELET));
  }

  @Test
  void rotationIsSwitchedOffBesideThoseThatDoNotTakeItAlone() throws Exception {
    begun(OTHER, KUBELET);
    comesToItsEnd(begins(SWITCHES, KUBELET));
    Turn taking = begun(TAKES, KUBELET);
    Future<?> switches = begins(SWITCHES, KUBELET);
    waits(switches);
    taking.end();
    comesToItsEnd(switches);
  }

  @Test
  void whoeverTakesRotationWaitsForWhoeverAskedToSwitchItOffBefore() throws Exception {
    Turn taking = begun(TAKES, KUBELET);
    Future<?> switches = begins(SWITCHES, KUBELET);
    waits(switches);
    Future<?> takesLater = begins(TAKES, KUBELET);
    waits(takesLater);
    taking.end();
    comesToItsEnd(switches);
    comesToItsEnd(takesLater);
  }

  @Test
  void aDriverThatIsRestartedForItServesNobodyMeanwhile() throws Exception {
    Turn other = begun(OTHER, DRIVER);
    Future<?> switches = begins(SWITCHES, DRIVER);
    waits(switches);
    other.end();
    comesToItsEnd(switches);
  }

  @Test
  void theDriverIsRestartedBesideNobodyAndWhatComesBeforeIsDoneBesideOthers() throws Exception {
    Turn other = begun(OTHER, KUBELET);
    Future<?> restarts = begins(RESTARTS, KUBELET);
    Future<?> alsoRestarts = begins(RESTARTS, KUBELET);
    waits(restarts);
    other.end();
    comesToItsEnd(restarts);
    comesToItsEnd(alsoRestarts);
  }

  @Test
  void aWaitThatIsInterruptedEndsTheCaseAndLeavesNothingHeld() throws Exception {
    Turn taking = begun(TAKES, KUBELET);
    Future<?> switches = begins(SWITCHES, KUBELET);
    waits(switches);
    threads.shutdownNow();
    assertThat(switches)
        .failsWithin(10, TimeUnit.SECONDS)
        .withThrowableOfType(ExecutionException.class)
        .withCauseInstanceOf(ClusterBroke.class);
    taking.end();
    assertThat(begun(SWITCHES, KUBELET)).isNotNull();
  }

  @Test
  void onlyPartsThatThereAreAreHad() {
    assertThat(CaseCatalogue.classes())
        .extracting(type -> Optional.ofNullable(type.getAnnotation(HasToItself.class)))
        .filteredOn(Optional::isPresent)
        .extracting(alone -> alone.orElseThrow().value())
        .isSubsetOf(
            Stream.concat(
                    Suite.ALL.stores().stream(),
                    Stream.of(HasToItself.DRIVER, HasToItself.ROTATION))
                .toList());
  }
}
