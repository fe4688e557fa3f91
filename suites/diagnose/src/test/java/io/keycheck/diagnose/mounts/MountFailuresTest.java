package io.keycheck.diagnose.mounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Read;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MountFailuresTest {
  private static final String REFUSED =
      Scene.wrapped(Scene.unanswered("dial tcp 10.1.2.3:8200: connect: connection refused"));
  private static final String SEALED =
      Scene.wrapped(Scene.answered("POST", "auth/kubernetes/login", 503, "* Vault is sealed"));

  @Test
  void theTextOfAPodThatWaitsForItsVolumeCounts() {
    assertThat(causes(Scene.of("vault").event("uid-1", REFUSED, 1)))
        .containsExactly(Cause.VAULT_UNREACHABLE);
  }

  @Test
  void theNewestTextOfAPodCounts() {
    assertThat(causes(Scene.of("vault").event("uid-1", SEALED, 9).event("uid-1", REFUSED, 1)))
        .containsExactly(Cause.VAULT_SEALED);
  }

  @Test
  void ofTwoTextsOfOneSecondTheOneThatBeganLaterCounts() {
    assertThat(causes(Scene.of("vault").event("uid-1", REFUSED, 1).event("uid-1", SEALED, 1)))
        .containsExactly(Cause.VAULT_SEALED);
    assertThat(causes(Scene.of("vault").event("uid-1", SEALED, 1).event("uid-1", REFUSED, 1)))
        .containsExactly(Cause.VAULT_UNREACHABLE);
  }

  @Test
  void eachPodHasATextOfItsOwn() {
    assertThat(
            causes(
                Scene.of("vault")
                    .withPod("till-2", "uid-2")
                    .event("uid-1", SEALED, 9)
                    .event("uid-2", REFUSED, 1)))
        .containsExactly(Cause.VAULT_SEALED, Cause.VAULT_UNREACHABLE);
  }

  @Test
  void thatTheKubeletStillWaitsIsNoNews() {
    String waits =
        "Unable to attach or mount volumes: unmounted volumes=[store], unattached volumes=[store"
            + " settings]: timed out waiting for the condition";
    assertThat(causes(Scene.of("vault").event("uid-1", REFUSED, 1).event("uid-1", waits, 9)))
        .containsExactly(Cause.VAULT_UNREACHABLE);
    assertThat(causes(Scene.of("vault").event("uid-1", waits, 9)))
        .containsExactly(Cause.STILL_WAITING);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "MountVolume.SetUp failed for volume \"settings\" : configmap \"store\" not found",
        "Unable to attach or mount volumes: unmounted volumes=[settings], unattached"
            + " volumes=[store settings]: timed out waiting for the condition",
        "Error: something about \"store\"",
        ""
      })
  void aTextOfAnotherVolumeDoesNotCount(String message) {
    assertThat(causes(Scene.of("vault").event("uid-1", message, 1))).isEmpty();
  }

  @Test
  void aTextOfAPodThatIsGoneDoesNotCount() {
    assertThat(causes(Scene.of("vault").event("uid-of-yesterday", REFUSED, 1))).isEmpty();
    assertThat(causes(Scene.of("vault").event("", REFUSED, 1))).isEmpty();
  }

  @Test
  void aTextDoesNotCountOnceThePodHasMounted() {
    assertThat(causes(Scene.of("vault").event("uid-1", REFUSED, 1).mounted("till-1", "uid-1")))
        .isEmpty();
    assertThat(causes(Scene.of("vault").event("uid-1", REFUSED, 1).mounted("till-1", "uid-before")))
        .as("what a pod of the same name had mounted")
        .hasSize(1);
    Scene started = Scene.of("vault").without(Kind.POD);
    started.withPod("till-1", "uid-1", "", Optional.of(Instant.EPOCH));
    assertThat(causes(started.event("uid-1", REFUSED, 1))).isEmpty();
    Scene pulling = Scene.of("vault").without(Kind.POD);
    pulling.withPod("till-1", "uid-1", "ImagePullBackOff", Optional.empty());
    assertThat(causes(pulling.event("uid-1", REFUSED, 1)))
        .as("images come after volumes")
        .isEmpty();
  }

  @Test
  void wordsOfAnotherProviderThanTheClassNamesDoNotCount() {
    assertThat(causes(Scene.of("aws").event("uid-1", REFUSED, 1))).isEmpty();
    assertThat(causes(Scene.of("vault").without(Kind.CLASS).event("uid-1", REFUSED, 1))).isEmpty();
    assertThat(causes(Scene.of("azure").event("uid-1", REFUSED, 1)))
        .as("Azure's provider has words in common with Vault's")
        .containsExactly(Cause.UNKNOWN);
  }

  @Test
  void wordsOfTheDriverCountWithoutAClass() {
    String missing =
        Scene.wrapped("failed to get secretproviderclass shop/till, error: \"till\" not found");
    assertThat(causes(Scene.of("vault").without(Kind.CLASS).event("uid-1", missing, 1)))
        .containsExactly(Cause.CLASS_NOT_FOUND);
  }

  @Test
  void whatCannotBeReadIsUnknownAndNotEmpty() {
    Scene blind = Scene.of("vault").event("uid-1", REFUSED, 1);
    assertThat(MountFailures.of(blind.hiding(Kind.EVENT).view()))
        .isEqualTo(Read.unreadable("list events in namespace shop"));
    assertThat(MountFailures.of(Scene.of("vault").hiding(Kind.POD).view()).isKnown()).isFalse();
    assertThat(
            MountFailures.of(
                Scene.of("vault").mounted("till-1", "uid-1").hiding(Kind.EVENT).view()))
        .as("a pod that has mounted has no failure, whatever events say")
        .isEqualTo(Read.known(List.of()));
  }

  @Test
  void fieldsOfObjectsAreReadLineByLine() {
    Scene scene =
        Scene.of(
            "aws",
            Map.of(
                "objects",
                "- objectName: a/b\n  jmesPath:\n  - path: '\"database-type\"'\n    objectAlias: x\n"
                    + "  # - path: commented\n  - {path: \"\\\"y\\\"\", objectAlias: z}\n: ]broken"));
    MountFailure failure = MountFailures.of(scene.says("new").view()).orUnknown().get(0);
    assertThat(ObjectFields.of(failure, "path")).containsExactly("\"database-type\"", "\"y\"");
    assertThat(ObjectFields.of(failure, "objectAlias")).containsExactly("x", "z");
  }

  private static List<Cause> causes(Scene scene) {
    return MountFailures.of(scene.view()).orUnknown().stream()
        .map(failure -> failure.text().cause())
        .toList();
  }
}
