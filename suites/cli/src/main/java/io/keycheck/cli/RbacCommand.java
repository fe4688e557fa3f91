package io.keycheck.cli;

import io.keycheck.diagnose.rights.Rights;
import io.keycheck.diagnose.rights.Subject;
import io.keycheck.lab.Installable;
import io.keycheck.lab.preflight.CertifyRights;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Prints the manifests of the rights that diagnose takes, or certify in an adopted cluster. */
@Command(
    name = "rbac",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "All of diagnose's get and list, and none reads Secrets. The Role in one namespace is",
      "enough for most; what needs more is said by diagnose, check by check.",
      "",
      "Examples:",
      "  keycheck rbac -n shop --group on-call | kubectl apply -f -",
      "  keycheck rbac -n shop --cluster --account ops/keycheck | kubectl apply -f -",
      "  keycheck rbac --logs kube-system --user alice@example.com",
      "  keycheck rbac --certify --account ops/keycheck | kubectl apply -f -",
      "  keycheck rbac --certify --install driver --account ops/keycheck"
    })
final class RbacCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "The Role in this namespace (default: default, unless others are asked for).")
  private Optional<String> namespace = Optional.empty();

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "The ClusterRole for diagnose --all-namespaces.")
  private boolean allNamespaces;

  @Option(
      names = "--cluster",
      description =
          "Also the ClusterRole for the driver and the nodes, and a Role for the driver's pods.")
  private boolean cluster;

  @Option(
      names = "--driver-namespace",
      paramLabel = "NAMESPACE",
      description =
          "With --cluster: where the driver and providers run; may be repeated (default:"
              + " kube-system).")
  private List<String> driverNamespaces = List.of();

  @Option(
      names = "--logs",
      paramLabel = "NAMESPACE",
      description = "Also the Role for diagnose --read-logs, in the driver's namespace.")
  private Optional<String> logs = Optional.empty();

  @Option(
      names = "--certify",
      description =
          "The least rights that certify takes in an adopted cluster, and nothing else; see"
              + " --existing-vault.")
  private boolean certify;

  @Option(
      names = "--existing-vault",
      description = "With --certify: without what only a Vault of the run's own takes.")
  private boolean existingVault;

  @Option(
      names = "--install",
      paramLabel = "PARTS",
      description = "With --certify: also what certify takes to install these parts.")
  private Optional<String> install = Optional.empty();

  /** Who gets them; one of the three. */
  static final class Who {
    @Option(
        names = "--account",
        paramLabel = "[NAMESPACE/]NAME",
        description =
            "Give them to this ServiceAccount (default: keycheck-diagnose; with --certify"
                + " keycheck-certify).")
    private Optional<String> account = Optional.empty();

    @Option(names = "--user", paramLabel = "NAME", description = "Give them to this user.")
    private Optional<String> user = Optional.empty();

    @Option(names = "--group", paramLabel = "NAME", description = "Give them to this group.")
    private Optional<String> group = Optional.empty();
  }

  @ArgGroup private Who who = new Who();

  @Override
  public Integer call() {
    namespace.ifPresent(this::requireName);
    logs.ifPresent(this::requireName);
    driverNamespaces.forEach(this::requireName);
    if (!driverNamespaces.isEmpty() && !cluster) {
      throw usage("--driver-namespace goes with --cluster.");
    }
    if (existingVault && !certify) {
      throw usage("--existing-vault goes with --certify.");
    }
    if (install.isPresent() && !certify) {
      throw usage("--install goes with --certify.");
    }
    List<String> manifests = new ArrayList<>();
    if (certify) {
      if (namespace.isPresent() || allNamespaces || cluster || logs.isPresent()) {
        throw usage("--certify stands alone: the rights of diagnose are asked for without it.");
      }
      CertifyRights.of(!existingVault, install.map(Installable::parse).orElse(Set.of()))
          .forEach(each -> manifests.add(each.manifest(subject("keycheck-certify").entry())));
      return printed(manifests);
    }
    boolean others = allNamespaces || cluster || logs.isPresent();
    if (namespace.isPresent() || !others) {
      manifests.add(Rights.NAMESPACE.manifest(namespace.orElse("default"), subject()));
    }
    if (allNamespaces) {
      manifests.add(Rights.ALL_NAMESPACES.manifest("", subject()));
    }
    if (cluster) {
      manifests.add(Rights.CLUSTER.manifest("", subject()));
      (driverNamespaces.isEmpty() ? List.of("kube-system") : driverNamespaces)
          .forEach(each -> manifests.add(Rights.DRIVER.manifest(each, subject())));
    }
    logs.ifPresent(each -> manifests.add(Rights.LOGS.manifest(each, subject())));
    return printed(manifests);
  }

  private Integer printed(List<String> manifests) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(String.join("---\n", manifests));
    out.flush();
    return 0;
  }

  private Subject subject() {
    return subject("keycheck-diagnose");
  }

  private Subject subject(String usual) {
    if (who.user.isPresent()) {
      return new Subject(Subject.Kind.USER, "", who.user.get());
    }
    if (who.group.isPresent()) {
      return new Subject(Subject.Kind.GROUP, "", who.group.get());
    }
    String account = who.account.orElse(usual);
    String[] parts = account.split("/", 2);
    String where = parts.length == 2 ? parts[0] : namespace.orElse("default");
    requireName(where);
    String name = parts[parts.length - 1];
    if (!name.matches("[a-z0-9]([-.a-z0-9]{0,251}[a-z0-9])?")) {
      throw usage(
          "--account is [NAMESPACE/]NAME of a ServiceAccount, not '%s'.".formatted(account));
    }
    return Subject.account(where, name);
  }

  private void requireName(String name) {
    if (!name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      throw usage("No namespace can be called '%s'.".formatted(name));
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
