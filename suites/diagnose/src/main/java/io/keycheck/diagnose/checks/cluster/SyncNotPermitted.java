package io.keycheck.diagnose.checks.cluster;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.ClassInForce;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Findings;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.diagnose.snapshot.Event;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.Role;
import io.keycheck.diagnose.snapshot.RoleBinding;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.reports.diagnosis.Consequence;
import io.keycheck.reports.diagnosis.FindingLevel;
import io.keycheck.reports.diagnosis.Link;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The driver may not make the Secrets that the class asks for. */
public final class SyncNotPermitted implements Check {
  @Override
  public FindingLevel level() {
    return FindingLevel.ERROR;
  }

  @Override
  public Link.Part part() {
    return Link.Part.VOLUME;
  }

  @Override
  public Explanation explanation() {
    return new Explanation(
        "The class has secretObjects, and the driver's account has no right to create Secrets.",
        "Event FailedToCreateSecret with \"timed out waiting for the condition\"; \"forbidden\" "
            + "stands in the driver's log alone. A container that uses the Secret waits with "
            + "CreateContainerConfigError.",
        "Install the driver with syncSecret.enabled=true.",
        "secrets-store-csi-driver, sync as Kubernetes Secret; the document, section 3.2, step "
            + "4");
  }

  @Override
  public void look(View view, Findings findings) {
    Optional<SecretProviderClass> found = view.theClass().orUnknown().map(ClassInForce::resource);
    if (found.isEmpty() || found.get().synced().isEmpty()) {
      return;
    }
    if (isPermitted(view)) {
      return; // an event of the time before stays for an hour
    }
    for (Pod pod : view.livePods().orUnknown()) {
      Optional<Event> event =
          view.hasMounted(pod)
              ? view.events(pod).orUnknown().stream().filter(SyncNotPermitted::says).findFirst()
              : Optional.empty();
      if (event.isPresent()) {
        tell(found.get(), OneLine.of(event.get().message()), view.refOf(pod), findings);
        return;
      }
    }
    Optional<String> account = withoutRight(view);
    if (account.isPresent()) {
      ObjectRef who = new ObjectRef("ServiceAccount", "", account.get());
      tell(
          found.get(),
          "No ClusterRoleBinding lets the driver's account %s create Secrets."
              .formatted(account.get()),
          who,
          findings);
    }
  }

  private static boolean says(Event event) {
    return event.reason().equals("FailedToCreateSecret")
        && (event.message().contains("timed out waiting for the condition")
            || event.message().contains("forbidden"));
  }

  /** Returns whether it can be read that the driver may create Secrets. */
  private static boolean isPermitted(View view) {
    return isReadable(view)
        && !view.driverPods().orUnknown().isEmpty()
        && withoutRight(view).isEmpty();
  }

  private static boolean isReadable(View view) {
    return view.snapshot().all(Kind.CLUSTER_ROLE).isKnown()
        && view.snapshot().all(Kind.CLUSTER_ROLE_BINDING).isKnown()
        && view.driverPods().isKnown();
  }

  /** Returns an account of the driver that may not create Secrets, where that can be read. */
  private static Optional<String> withoutRight(View view) {
    if (!isReadable(view)) {
      return Optional.empty(); // the event tells as well, and was looked for
    }
    Read<List<Role>> roles = view.snapshot().all(Kind.CLUSTER_ROLE);
    Read<List<RoleBinding>> bindings = view.snapshot().all(Kind.CLUSTER_ROLE_BINDING);
    Read<List<Pod>> drivers = view.driverPods();
    Set<String> allowing =
        roles.orUnknown().stream()
            .filter(role -> role.rules().stream().anyMatch(SyncNotPermitted::allows))
            .map(role -> role.meta().name())
            .collect(Collectors.toSet());
    return drivers.orUnknown().stream()
        .filter(driver -> bindings.orUnknown().stream().noneMatch(b -> lets(b, allowing, driver)))
        .map(driver -> driver.meta().namespace() + "/" + driver.account())
        .findFirst();
  }

  private static boolean lets(RoleBinding binding, Set<String> allowing, Pod driver) {
    return allowing.contains(binding.role())
        && binding.binds(driver.meta().namespace(), driver.account());
  }

  private static boolean allows(Role.Rule rule) {
    return (rule.groups().contains("") || rule.groups().contains("*"))
        && (rule.resources().contains("secrets") || rule.resources().contains("*"))
        && (rule.verbs().contains("create") || rule.verbs().contains("*"));
  }

  private static void tell(
      SecretProviderClass theClass, String saw, ObjectRef where, Findings findings) {
    findings.add(
        new ObjectRef("SecretProviderClass", theClass.meta().namespace(), theClass.meta().name()),
        saw,
        "secretObjects asks for the Secret \"%s\"; the files are mounted, but the driver may not"
                .formatted(OneLine.of(theClass.synced().get(0).secretName()))
            + " write Secrets, as its charts have it unless told otherwise.",
        List.of(
            "helm upgrade csi-secrets-store secrets-store-csi-driver"
                + " --repo https://kubernetes-sigs.github.io/secrets-store-csi-driver/charts"
                + " -n kube-system --reuse-values --set syncSecret.enabled=true",
            "# Name release and namespace as 'helm list -A' does. An environment reads the mounted"
                + " files, so secretObjects can as well be left out."),
        List.of(new Consequence(where, "It goes without the Secret.")));
  }

  @Override
  public Set<String> explainedBy() {
    return Set.of("sync-object-unknown");
  }
}
