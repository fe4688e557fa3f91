package io.keycheck.cases;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.cases.aws.AudienceForAwsIsNeeded;
import io.keycheck.cases.common.MountIsInMemory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLocksProvider.Lock;

class PartLocksTest {
  private static List<String> locks(Class<?> type) {
    return new PartLocks()
        .provideForMethod(List.of(), type, type.getDeclaredMethods()[0]).stream()
            .map(PartLocksTest::text)
            .sorted()
            .toList();
  }

  private static String text(Lock lock) {
    return lock.getKey() + (lock.getAccessMode() == ResourceAccessMode.READ ? "" : " alone");
  }

  @Test
  void aCaseSharesTheStoresThatItIsTriedWith() {
    assertThat(locks(MountIsInMemory.class)).containsExactly("aws", "vault");
  }

  @Test
  void aCaseThatChangesWhatAllOfOneStoreShareHasThatStoreToItself() {
    assertThat(locks(AudienceForAwsIsNeeded.class)).containsExactly("aws alone");
  }

  @Test
  void whoeverHasAStoreToItselfIsTriedWithItAlone() {
    assertThat(
            Stream.of(Suite.values())
                .flatMap(suite -> CaseCatalogue.classes(suite).values().stream())
                .filter(type -> type.isAnnotationPresent(HasToItself.class))
                .filter(
                    type ->
                        Suite.ALL.stores().contains(type.getAnnotation(HasToItself.class).value()))
                .filter(
                    type ->
                        !CaseCatalogue.stores(type)
                            .equals(List.of(type.getAnnotation(HasToItself.class).value())))
                .collect(Collectors.toSet()))
        .as("cases that have a store to themselves, and are tried with another too")
        .isEmpty();
  }
}
