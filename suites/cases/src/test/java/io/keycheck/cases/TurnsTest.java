package io.keycheck.cases;

import static io.keycheck.lab.RefreshedBy.DRIVER;
import static io.keycheck.lab.RefreshedBy.KUBELET;
import static io.keycheck.lab.wait.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.aws.RoleArnMissingIsRefused;
import io.keycheck.cases.common.DriverRestartLeavesMountedPodsAlone;
import io.keycheck.cases.common.MountIsInMemory;
import io.keycheck.cases.failure.cluster.ProviderOffTheNode;
import io.keycheck.cases.rotation.RotatedValueReachesTheFile;
import io.keycheck.cases.rotation.WithoutRotationOnlyANewPodSeesTheNewValue;
import io.keycheck.lab.ClusterBroke;
import io.keycheck.lab.RefreshedBy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

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

  private static String store(Class<?> type) {
    return CaseCatalogue.stores(type).get(0);
  }

  private Turn begun(Class<?> type, RefreshedBy way) {
    Turn turn = turns.of(type, store(type), way);
    turn.begin();
    turn.relyOnRefreshes();
    return turn;
  }

  /** A case on a thread of its own, as they all are, from its begin to its end. */
  private Began begins(Class<?> type, RefreshedBy way) {
    return begins(type, way, () -> {}, () -> {});
  }

  /**
   * @param made done before the case asks to be alone, or relies on refreshes
   * @param alone what it does then
   */
  private Began begins(Class<?> type, RefreshedBy way, Runnable made, Runnable alone) {
    CompletableFuture<Thread> thread = new CompletableFuture<>();
    Future<?> end =
        threads.submit(
            () -> {
              thread.complete(Thread.currentThread());
              Turn turn = turns.of(type, store(type), way);
              try {
                turn.begin();
                made.run();
                turn.relyOnRefreshes();
                if (CaseCatalogue.hasToItself(type, HasToItself.DRIVER)) {
                  turn.whileNoneRuns(alone);
                }
              } finally {
                turn.end();
              }
            });
    return new Began(thread.join(), end);
  }

  private record Began(Thread thread, Future<?> end) {
    void comesToItsEnd() {
      assertThat(end).succeedsWithin(10, TimeUnit.SECONDS);
    }

    /** It has asked for its turn, and has not got it. */
    void waits() {
      eventually("the case waits for its turn", thread::getState)
          .within(Duration.ofSeconds(10))
          .every(Duration.ofMillis(5))
          .until(Thread.State.WAITING::equals);
      assertThat(end).isNotDone();
    }

    void waitsForTheEndOf(Turn other) {
      waits();
      other.end();
      comesToItsEnd();
    }
  }

  @Test
  void casesRunBesideEachOther() {
    begun(TAKES, KUBELET);
    begins(TAKES, KUBELET).comesToItsEnd();
    begins(OTHER, KUBELET).comesToItsEnd();
  }

  @Test
  void rotationIsSwitchedOffBesideThoseThatDoNotTakeItAlone() {
    begun(OTHER, KUBELET);
    begins(SWITCHES, KUBELET).comesToItsEnd();
    Turn taking = begun(TAKES, KUBELET);
    begins(SWITCHES, KUBELET).waitsForTheEndOf(taking);
  }

  @Test
  void whoeverTakesRotationWaitsForWhoeverAskedToSwitchItOffBefore() {
    Turn taking = begun(TAKES, KUBELET);
    Began switches = begins(SWITCHES, KUBELET);
    switches.waits();
    Began takesLater = begins(TAKES, KUBELET);
    takesLater.waits();
    switches.waitsForTheEndOf(taking);
    takesLater.comesToItsEnd();
  }

  @Test
  void whoeverTakesRotationBeginsWhileItIsSwitchedOffAndWaitsWhereItReliesOnIt() {
    CompletableFuture<Void> made = new CompletableFuture<>();
    Turn switches = begun(SWITCHES, KUBELET);
    Began takes = begins(TAKES, KUBELET, () -> made.complete(null), () -> {});
    assertThat(made).as("what is made before").succeedsWithin(10, TimeUnit.SECONDS);
    takes.waitsForTheEndOf(switches);
  }

  @Test
  void rotationStaysSwitchedOffFromTheFirstStoreToTheLast() {
    Turn all = turns.ofAllStores(SWITCHES, KUBELET);
    all.begin();
    begun(SWITCHES, KUBELET).end();
    Began takes = begins(TAKES, KUBELET);
    takes.waits();
    begun(SWITCHES, KUBELET).end();
    takes.waitsForTheEndOf(all);
  }

  @Test
  void whatIsKeptThroughAllStoresIsTriedWithOneAfterTheOtherOnOneThread() {
    assertThat(CaseCatalogue.classes())
        .filteredOn(type -> CaseCatalogue.hasToItself(type, HasToItself.ROTATION))
        .isNotEmpty()
        .flatMap(type -> List.of(type.getDeclaredMethods()))
        .filteredOn(method -> method.isAnnotationPresent(Promise.class))
        .isNotEmpty()
        .allSatisfy(
            method ->
                assertThat(method.getAnnotation(Execution.class))
                    .as("%s: a second thread would wait for the first for ever", method)
                    .extracting(Execution::value)
                    .isEqualTo(ExecutionMode.SAME_THREAD));
  }

  @Test
  void whoeverHasAStoreToItselfRunsBesideThoseThatAreTriedWithAnotherAlone() {
    Turn ofAws = begun(RoleArnMissingIsRefused.class, KUBELET);
    begins(ProviderOffTheNode.class, KUBELET).comesToItsEnd();
    Turn ofVault = begun(OTHER, KUBELET);
    begins(ProviderOffTheNode.class, KUBELET).waitsForTheEndOf(ofVault);
    ofAws.end();
  }

  @Test
  void whoeverHasAStoreToItselfIsTriedWithItAlone() {
    assertThat(CaseCatalogue.classes())
        .filteredOn(type -> type.isAnnotationPresent(HasToItself.class))
        .filteredOn(
            type -> Suite.ALL.stores().contains(type.getAnnotation(HasToItself.class).value()))
        .isNotEmpty()
        .allSatisfy(
            type ->
                assertThat(CaseCatalogue.stores(type))
                    .containsExactly(type.getAnnotation(HasToItself.class).value()));
  }

  @Test
  void aDriverThatIsRestartedForItServesNobodyMeanwhile() {
    Turn other = begun(OTHER, DRIVER);
    begins(SWITCHES, DRIVER).waitsForTheEndOf(other);
  }

  @Test
  void theDriverIsRestartedBesideNobodyAndWhatComesBeforeIsDoneBesideOthers() {
    Turn other = begun(OTHER, KUBELET);
    Began restarts = begins(RESTARTS, KUBELET);
    Began alsoRestarts = begins(RESTARTS, KUBELET);
    restarts.waitsForTheEndOf(other);
    alsoRestarts.comesToItsEnd();
  }

  @Test
  void theDriverIsRestartedOnceForAllThatWaitForIt() {
    AtomicInteger restarted = new AtomicInteger();
    CyclicBarrier bothMade = new CyclicBarrier(2);
    Began one = begins(RESTARTS, KUBELET, () -> await(bothMade), restarted::incrementAndGet);
    Began another = begins(RESTARTS, KUBELET, () -> await(bothMade), restarted::incrementAndGet);
    one.comesToItsEnd();
    another.comesToItsEnd();
    assertThat(restarted).hasValue(1);
    begins(RESTARTS, KUBELET, () -> {}, restarted::incrementAndGet).comesToItsEnd();
    assertThat(restarted).as("restarts after a case that came later").hasValue(2);
  }

  @Test
  void nobodyRunsBesideTheRestartAndEverybodyBesideWhatComesAfter() {
    CyclicBarrier restarting = new CyclicBarrier(2);
    CyclicBarrier restarted = new CyclicBarrier(2);
    CyclicBarrier looked = new CyclicBarrier(2);
    threads.submit(
        () -> {
          Turn turn = begun(RESTARTS, KUBELET);
          turn.whileNoneRuns(
              () -> {
                await(restarting);
                await(restarted);
              });
          await(looked);
          turn.end();
        });
    await(restarting);
    Began other = begins(OTHER, KUBELET);
    other.waits();
    await(restarted);
    other.comesToItsEnd();
    await(looked);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the other case did not come so far", e);
    }
  }

  @Test
  void whoeverWaitedForARestartThatFailedTriesItItself() {
    AtomicInteger tried = new AtomicInteger();
    CyclicBarrier bothMade = new CyclicBarrier(2);
    Runnable fails =
        () -> {
          tried.incrementAndGet();
          throw new ClusterBroke("no other pod of the driver came");
        };
    Began one = begins(RESTARTS, KUBELET, () -> await(bothMade), fails);
    Began another = begins(RESTARTS, KUBELET, () -> await(bothMade), fails);
    assertThat(one.end()).failsWithin(10, TimeUnit.SECONDS);
    assertThat(another.end()).failsWithin(10, TimeUnit.SECONDS);
    assertThat(tried).hasValue(2);
  }

  @Test
  void aWaitThatIsInterruptedEndsTheCaseAndLeavesNothingHeld() {
    Turn taking = begun(TAKES, KUBELET);
    Began switches = begins(SWITCHES, KUBELET);
    switches.waits();
    threads.shutdownNow();
    assertThat(switches.end())
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
