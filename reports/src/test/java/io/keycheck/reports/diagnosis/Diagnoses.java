package io.keycheck.reports.diagnosis;

import io.keycheck.reports.diagnosis.Link.Part;
import io.keycheck.reports.diagnosis.Link.State;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Diagnoses for tests, and what a writer makes of them. */
final class Diagnoses {
  /** A text that would hurt a terminal, a shell, a parser of XML, HTML or JSON, or a reader. */
  static final String HOSTILE =
      "\u001B[2J\u001B]0;owned\u0007 ]]> <!-- </testsuite></style></pre><script>window.owned=1"
          + "</script><img src=x onerror=\"window.owned=1\"> \"'&amp; \u0000 \uFFFE \uD83D 🔑 é"
          + " \u202Egnp.exe \u009B31m \u007F\r\nrm -rf $HOME `id`; \\u0041 \u2028 \u2066 end";

  private Diagnoses() {}

  /** Makes a writer to a stream. */
  interface Form {
    DiagnosisWriter to(OutputStream out) throws IOException;
  }

  static String written(Diagnosis diagnosis, Form form) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DiagnosisWriter writer = form.to(out)) {
      writer.write(diagnosis);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  static Diagnosis of(EnvironmentDiagnosis... environments) {
    return new Diagnosis("context prod-eu", "2.9.0", List.of(), List.of(environments));
  }

  static Diagnosis of(List<EnvironmentDiagnosis> environments) {
    return of(environments.toArray(EnvironmentDiagnosis[]::new));
  }

  /** Returns one diagnosis that holds every verdict, level, state and kind of line. */
  static Diagnosis everything() {
    return new Diagnosis(
        "context prod-eu, namespaces mx-prod and mx-test",
        "2.9.0",
        List.of(
            "Events older than an hour are gone, so that what failed before may show no reason.",
            "The Operator's version was taken from its image."),
        List.of(
            broken(),
            healthy("mx-prod", "orders"),
            notUsed("mx-prod", "portal"),
            unreadable(),
            warned(),
            notUsed("mx-test", "env-a"),
            notUsed("mx-test", "env-b"),
            healthyWithInfo()));
  }

  static EnvironmentDiagnosis broken() {
    ObjectRef pod = new ObjectRef("Pod", "mx-prod", "crm-master-7d9f8b6c5d-x2x4q");
    return new EnvironmentDiagnosis(
        "mx-prod",
        "crm",
        DiagnosisVerdict.ERROR,
        List.of(
            link(Part.APP, "crm", State.HOLDS),
            link(Part.POD, "crm-master-7d9f8b6c5d-x2x4q", State.HOLDS),
            link(Part.VOLUME, "secrets-store", State.WARNED, "volume-subpath"),
            link(Part.CLASS, "crm", State.BROKEN, "class-not-annotated", "key-unknown"),
            link(Part.PROVIDER, "vault", State.UNKNOWN),
            link(Part.STORE, "https://vault.example.com:8200", State.UNKNOWN)),
        List.of(
            new Finding(
                "class-not-annotated",
                FindingLevel.ERROR,
                new ObjectRef("SecretProviderClass", "mx-prod", "crm"),
                "The annotation privatecloud.mendix.com/environment-class is \"True\".",
                "The Operator uses a SecretProviderClass only if the annotation is exactly \"true\";"
                    + " without it the environment starts with the values of its storage plans.",
                List.of(
                    "# Say that this class is meant for the environment:",
                    "kubectl annotate secretproviderclass crm --namespace mx-prod --overwrite"
                        + " privatecloud.mendix.com/environment-class=true"),
                List.of(
                    new Consequence(
                        pod,
                        "FailedMount: MountVolume.SetUp failed for volume \"secrets-store\" : rpc"
                            + " error: code = Unknown desc = failed to mount secrets store"
                            + " objects"),
                    new Consequence(
                        new ObjectRef("Deployment", "mx-prod", "crm-master"),
                        "0 of 1 replicas are ready."))),
            new Finding(
                "key-unknown",
                FindingLevel.ERROR,
                new ObjectRef("SecretProviderClass", "mx-prod", "crm"),
                "An entry writes the file \"database-pasword\".",
                "The runtime reads no such file. The nearest key is database-password.",
                List.of(
                    "# In spec.parameters.objects, line 7, write objectName: database-password",
                    "kubectl edit secretproviderclass crm --namespace mx-prod"),
                List.of()),
            new Finding(
                "volume-subpath",
                FindingLevel.WARNING,
                pod,
                "The container mendix-runtime mounts the volume with subPath \"db\".",
                "A file that is mounted with subPath is never refreshed.",
                List.of("# Mount the whole volume."),
                List.of())),
        List.of(
            new UnknownCheck("provider-not-on-node", "list on pods in kube-system"),
            new UnknownCheck("driver-not-on-node", "list on pods in kube-system"),
            new UnknownCheck("rotation-disabled", "list on pods in kube-system"),
            new UnknownCheck("class-in-other-namespace", "list on secretproviderclasses")));
  }

  static EnvironmentDiagnosis healthy(String namespace, String name) {
    return new EnvironmentDiagnosis(
        namespace,
        name,
        DiagnosisVerdict.HEALTHY,
        List.of(
            link(Part.APP, name, State.HOLDS),
            link(Part.POD, name + "-master-5c6d-abcde", State.HOLDS),
            link(Part.VOLUME, "secrets-store", State.HOLDS),
            link(Part.CLASS, name, State.HOLDS),
            link(Part.PROVIDER, "aws", State.HOLDS),
            link(Part.STORE, "eu-west-1", State.HOLDS)),
        List.of(),
        List.of());
  }

  static EnvironmentDiagnosis healthyWithInfo() {
    EnvironmentDiagnosis well = healthy("mx-test", "env-c");
    return new EnvironmentDiagnosis(
        "mx-test",
        "env-c",
        DiagnosisVerdict.HEALTHY,
        well.chain(),
        List.of(
            new Finding(
                "class-deprecated-version",
                FindingLevel.INFO,
                new ObjectRef("SecretProviderClass", "mx-test", "env-c"),
                "It was applied as secrets-store.csi.x-k8s.io/v1alpha1.",
                "The version is deprecated, and a later driver may not serve it.",
                List.of("# Apply it as secrets-store.csi.x-k8s.io/v1."),
                List.of())),
        List.of());
  }

  static EnvironmentDiagnosis warned() {
    return new EnvironmentDiagnosis(
        "mx-prod",
        "webshop",
        DiagnosisVerdict.WARNING,
        List.of(
            link(Part.APP, "webshop", State.HOLDS),
            link(Part.POD, "", State.HOLDS),
            link(Part.VOLUME, "secrets", State.HOLDS),
            link(Part.CLASS, "webshop", State.HOLDS),
            link(Part.PROVIDER, "vault", State.WARNED, "rotation-disabled"),
            link(Part.STORE, "vault:8200", State.HOLDS)),
        List.of(
            new Finding(
                "rotation-disabled",
                FindingLevel.WARNING,
                new ObjectRef("DaemonSet", "kube-system", "csi-secrets-store"),
                "The driver runs without --enable-secret-rotation=true.",
                "A secret that changes in the store reaches the app only when its pod is made anew.",
                List.of(
                    "helm upgrade csi-secrets-store secrets-store-csi-driver/secrets-store-csi-driver"
                        + " --namespace kube-system --reuse-values --set enableSecretRotation=true"),
                List.of())),
        List.of());
  }

  static EnvironmentDiagnosis unreadable() {
    List<UnknownCheck> unknown = new ArrayList<>();
    for (int i = 1; i <= 30; i++) {
      unknown.add(new UnknownCheck("check-" + i, "get on secretproviderclasses in mx-prod"));
    }
    return new EnvironmentDiagnosis(
        "mx-prod", "sealed", DiagnosisVerdict.UNKNOWN, List.of(), List.of(), unknown);
  }

  static EnvironmentDiagnosis notUsed(String namespace, String name) {
    return new EnvironmentDiagnosis(
        namespace, name, DiagnosisVerdict.NOT_USED, List.of(), List.of(), List.of());
  }

  /** Returns a diagnosis whose every foreign text is hostile, and one of them a megabyte long. */
  static Diagnosis hostile() {
    return AllHostile.DIAGNOSIS;
  }

  /** Made once, and not before it is asked for: it takes as long as a test. */
  private static final class AllHostile {
    static final Diagnosis DIAGNOSIS = make();
  }

  private static Diagnosis make() {
    ObjectRef object = new ObjectRef(HOSTILE, HOSTILE, HOSTILE);
    String megabyte = HOSTILE + "x".repeat(1_000_000);
    return new Diagnosis(
        HOSTILE,
        HOSTILE,
        List.of(HOSTILE),
        List.of(
            new EnvironmentDiagnosis(
                HOSTILE,
                HOSTILE,
                DiagnosisVerdict.ERROR,
                List.of(
                    link(Part.APP, HOSTILE, State.HOLDS),
                    link(Part.CLASS, HOSTILE, State.BROKEN, "mount-failed"),
                    link(Part.STORE, megabyte, State.UNKNOWN)),
                List.of(
                    new Finding(
                        "mount-failed",
                        FindingLevel.ERROR,
                        object,
                        megabyte,
                        HOSTILE,
                        List.of(
                            "# " + HOSTILE, "kubectl delete pod " + Shell.quote(HOSTILE), megabyte),
                        List.of(new Consequence(object, megabyte)))),
                List.of(new UnknownCheck("class-missing", megabyte))),
            notUsed(HOSTILE, HOSTILE),
            notUsed(HOSTILE, HOSTILE + "2")));
  }

  /** Returns a namespace of many environments, a few of them ill. */
  static Diagnosis crowd(int count) {
    return of(
        IntStream.range(0, count)
            .mapToObj(
                i -> i % 3 == 0 ? healthy("mx-crowd", "env-" + i) : notUsed("mx-crowd", "env-" + i))
            .toList());
  }

  private static Link link(Part part, String label, State state, String... checks) {
    return new Link(part, label, state, List.of(checks));
  }
}
