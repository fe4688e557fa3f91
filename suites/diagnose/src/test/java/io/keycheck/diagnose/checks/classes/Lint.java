package io.keycheck.diagnose.checks.classes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.contract.Contract;
import io.keycheck.contract.OperatorVersion;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Projection;
import io.keycheck.diagnose.snapshot.SnapshotBuilder;
import io.keycheck.reports.diagnosis.Finding;
import java.util.List;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Holds manifests of a namespace, and looks at them with the checks of classes. */
record Lint(SnapshotBuilder snapshot, String namespace, String environment, String operator) {
  static final String NAMESPACE = "shop";
  static final String ENVIRONMENT = "env6731ce";

  static final List<Check> ALL =
      List.of(
          new ClassMissing(),
          new ClassNameMismatch(),
          new ClassInOtherNamespace(),
          new ClassNotAnnotated(),
          new ClassDeprecatedVersion(),
          new ObjectsUnreadable(),
          new ObjectsEmpty(),
          new KeyRequiredMissing(),
          new KeyUnknown(),
          new KeyDuplicated(),
          new KeyNeedsNewerOperator(),
          new EntryFieldMisplaced(),
          new PlaceholderLeft(),
          new AddressMalformed(),
          new RoleNameMissing(),
          new ObjectTypeInvalid(),
          new JmespathUnquoted(),
          new AliasMissing(),
          new SyncObjectUnknown(),
          new AuthMountTwice(),
          new EncodingInvalid(),
          new EntryFieldUnknown(),
          new EntrySourceMissing(),
          new FailoverIncomplete(),
          new FileNameInvalid(),
          new FilePermissionInvalid(),
          new FlagMalformed(),
          new KeyVaultNotSet(),
          new ObjectNameInvalid(),
          new ParameterMistyped(),
          new PathTranslationInvalid(),
          new SecretKeyOmitted(),
          new SourceKeyMisspelt(),
          new SyncIncomplete(),
          new SyncedInsideParameters());

  /** Takes manifests, of which those without a namespace belong to the environment's. */
  static Lint of(String... manifests) {
    SnapshotBuilder snapshot = new SnapshotBuilder();
    snapshot.knownIn(NAMESPACE, Kind.CLASS);
    snapshot.knownIn(NAMESPACE, Kind.POD);
    snapshot.knownIn(NAMESPACE, Kind.MENDIX_APP);
    Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    ObjectMapper json = new ObjectMapper();
    for (String manifest : manifests) {
      for (Object document : yaml.loadAll(manifest)) {
        var object = json.<ObjectNode>valueToTree(document);
        if (!object.path("metadata").has("namespace")) {
          object.withObject("/metadata").put("namespace", NAMESPACE);
        }
        Projection.of(object).ifPresent(snapshot::add);
      }
    }
    return new Lint(snapshot, NAMESPACE, ENVIRONMENT, "2.9.0");
  }

  Lint operator(String version) {
    return new Lint(snapshot, namespace, environment, version);
  }

  Lint environment(String name) {
    return new Lint(snapshot, namespace, name, operator);
  }

  View view() {
    return new View(
        snapshot.build(), namespace, environment, Contract.of(OperatorVersion.parse(operator)));
  }

  List<Finding> findings() {
    View view = view();
    return ALL.stream()
        .flatMap(
            check -> {
              Findings findings = new Findings(check);
              check.look(view, findings);
              return findings.found().stream();
            })
        .toList();
  }

  /** Returns what was found as identifiers, those of level info with their level. */
  List<String> found() {
    return findings().stream()
        .map(f -> f.level().word().equals("info") ? f.check() + " (info)" : f.check())
        .sorted()
        .toList();
  }

  /** Returns the one thing that was found. */
  Finding one() {
    List<Finding> findings = findings();
    if (findings.size() != 1) {
      throw new AssertionError("Found " + findings);
    }
    return findings.get(0);
  }
}
