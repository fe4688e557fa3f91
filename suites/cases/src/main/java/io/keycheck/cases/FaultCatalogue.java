package io.keycheck.cases;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.classes.ClassAnnotatedWithYes;
import io.keycheck.cases.failure.classes.ClassDeleted;
import io.keycheck.cases.failure.classes.ProviderMisspelt;
import io.keycheck.cases.failure.cluster.TokensForAwsNotRequested;
import io.keycheck.cases.failure.runtime.ImageNotThere;
import io.keycheck.cases.failure.vault.RoleDeleted;
import io.keycheck.diagnose.Checks;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults of the failure suite, and what the catalogue says of them. */
final class FaultCatalogue {
  /** In the order in which a reader meets them. */
  static final List<Class<? extends Breakable>> FAULTS =
      List.of(
          ClassAnnotatedWithYes.class,
          ClassDeleted.class,
          ProviderMisspelt.class,
          RoleDeleted.class,
          ImageNotThere.class,
          TokensForAwsNotRequested.class);

  private static final String SINCE = "0.1.0";

  private FaultCatalogue() {}

  /** The store that a fault is tried with; none where the class is no fault. */
  static Optional<String> store(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(Fault.class)).map(Fault::store);
  }

  /** What the catalogue says of a fault: it enforces what its checks do. */
  static CaseInfo info(Class<?> type, String store) {
    return new CaseInfo(
        CaseCatalogue.id(type), store, Level.CORE, CaseCatalogue.promise(type), spec(type), SINCE);
  }

  private static String spec(Class<?> type) {
    return Stream.of(type.getAnnotation(Fault.class).checks())
        .map(id -> id + ": " + Checks.of(id).orElseThrow().explanation().source())
        .collect(Collectors.joining("; "));
  }
}
