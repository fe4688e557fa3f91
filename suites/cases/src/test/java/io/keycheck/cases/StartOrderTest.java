package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.common.DriverRestartLeavesMountedPodsAlone;
import io.keycheck.cases.common.MountIsInMemory;
import io.keycheck.cases.common.MountIsReadOnly;
import io.keycheck.cases.failure.aws.AwsKeyAbsent;
import io.keycheck.cases.failure.aws.AwsSecretGone;
import io.keycheck.cases.failure.cluster.ProviderOffTheNode;
import io.keycheck.cases.failure.cluster.RegionOfTheNodeUnknown;
import io.keycheck.cases.failure.vault.PolicyDeleted;
import io.keycheck.cases.failure.vault.RoleDeleted;
import io.keycheck.cases.rotation.RotatedValueReachesTheFile;
import io.keycheck.cases.rotation.TenRotationsReachTheFile;
import io.keycheck.cases.rotation.WithoutRotationOnlyANewPodSeesTheNewValue;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartOrderTest {
  private static final Class<?> RESTARTS = DriverRestartLeavesMountedPodsAlone.class;
  private static final Class<?> SWITCHES = WithoutRotationOnlyANewPodSeesTheNewValue.class;
  private static final Class<?> TAKES = TenRotationsReachTheFile.class;

  @Test
  void whatSwitchesRotationOffStartsFirstAndBesideNoneThatTakesIt() {
    assertThat(
            StartOrder.ordered(
                List.of(
                    TAKES,
                    MountIsInMemory.class,
                    MountIsReadOnly.class,
                    RotatedValueReachesTheFile.class,
                    SWITCHES),
                3))
        .containsExactly(
            SWITCHES,
            MountIsInMemory.class,
            MountIsReadOnly.class,
            TAKES,
            RotatedValueReachesTheFile.class);
  }

  @Test
  void whatRestartsTheDriverStartsLast() {
    assertThat(StartOrder.ordered(List.of(RESTARTS, TAKES, MountIsInMemory.class), 8))
        .containsExactly(TAKES, MountIsInMemory.class, RESTARTS);
  }

  @Test
  void whatHasAStoreToItselfStartsFirstAndBesideNoneThatIsTriedWithIt() {
    assertThat(
            StartOrder.ordered(
                List.of(
                    RoleDeleted.class,
                    AwsKeyAbsent.class,
                    ProviderOffTheNode.class,
                    AwsSecretGone.class,
                    PolicyDeleted.class,
                    RegionOfTheNodeUnknown.class),
                2))
        .containsExactly(
            ProviderOffTheNode.class,
            AwsKeyAbsent.class,
            RegionOfTheNodeUnknown.class,
            RoleDeleted.class,
            AwsSecretGone.class,
            PolicyDeleted.class);
  }

  @Test
  void othersKeepTheirOrder() {
    List<Class<?>> types = List.of(TAKES, MountIsInMemory.class, RotatedValueReachesTheFile.class);
    assertThat(StartOrder.ordered(types, 8)).isEqualTo(types);
  }
}
