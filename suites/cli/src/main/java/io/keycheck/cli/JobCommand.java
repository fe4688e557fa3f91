package io.keycheck.cli;

import io.keycheck.diagnose.rights.Rights;
import io.keycheck.diagnose.rights.Subject;
import io.keycheck.lab.KitVersion;
import io.keycheck.lab.cluster.InstalledJob;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.Spec;

/** Prints or applies what runs a command of the kit inside a cluster. */
@Command(
    name = "job",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "The Job leaves keycheck-results.tar.gz in its volume: what the command printed, its exit",
      "code, and its report. Unless --claim names a volume that stays, the pod waits for --keep",
      "so that it can be copied:",
      "",
      "  kubectl exec -n keycheck job/keycheck -c results -- /bin/sh -c \\",
      "    'until [ -f /results/done ]; do sleep 1; done; cat /results/*.tar.gz' >results.tar.gz",
      "",
      "Examples:",
      "  keycheck job -- diagnose --all-namespaces | kubectl apply -f -",
      "  keycheck job --image registry.example.com/keycheck:0.1.0 -- diagnose -n shop",
      "  keycheck job --apply --context dev --i-may-write-to dev -- diagnose -n shop",
      "  keycheck job --sonobuoy -- diagnose --all-namespaces >keycheck-plugin.yaml",
      "  keycheck job -- certify --suite vault --vault-addr https://vault.example.com:8200 \\",
      "    --vault-prefix teams/keycheck --vault-login-role keycheck | kubectl apply -f -"
    })
final class JobCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "1..*",
      description = "The command to run with its options, after --; diagnose or certify.")
  private List<String> command = List.of();

  @Option(
      names = "--namespace",
      paramLabel = "NAMESPACE",
      defaultValue = "keycheck",
      description = "Where the Job runs; must be there (default: ${DEFAULT-VALUE}).")
  private String namespace;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      defaultValue = "keycheck",
      description = "What Job and ServiceAccount are called (default: ${DEFAULT-VALUE}).")
  private String name;

  @Option(
      names = "--image",
      paramLabel = "REF",
      description = "The image of scripts/package, as the cluster pulls it (default: its own tag).")
  private Optional<String> image = Optional.empty();

  @Option(
      names = "--pull",
      paramLabel = "POLICY",
      defaultValue = "IfNotPresent",
      description = "Always, IfNotPresent or Never (default: ${DEFAULT-VALUE}).")
  private String pull;

  @Option(
      names = "--claim",
      paramLabel = "NAME",
      description = "The PersistentVolumeClaim that keeps the results (default: none).")
  private Optional<String> claim = Optional.empty();

  @Option(
      names = "--keep",
      paramLabel = "T",
      defaultValue = "10m",
      description = "How long the pod waits with the results (default: ${DEFAULT-VALUE}).")
  private String keep;

  @Option(
      names = "--deadline",
      paramLabel = "T",
      defaultValue = "60m",
      description = "The longest time of the Job (default: ${DEFAULT-VALUE}).")
  private String deadline;

  @Mixin private JobVaultOptions vault = new JobVaultOptions();

  @Option(names = "--sonobuoy", description = "Print a plugin for Sonobuoy instead of a Job.")
  private boolean sonobuoy;

  @Option(names = "--apply", description = "Apply it instead of printing it.")
  private boolean apply;

  @Option(
      names = "--context",
      paramLabel = "CTX",
      description = "With --apply: the kubeconfig context.")
  private Optional<String> context = Optional.empty();

  @Option(
      names = "--i-may-write-to",
      paramLabel = "CTX",
      description = "With --apply: allow writing there; must repeat the context.")
  private Optional<String> mayWriteTo = Optional.empty();

  @Override
  public Integer call() {
    requireName("--namespace", namespace);
    requireName("--name", name);
    claim.ifPresent(each -> requireName("--claim", each));
    if (!List.of("Always", "IfNotPresent", "Never").contains(pull)) {
      throw usage("--pull is Always, IfNotPresent or Never.");
    }
    String reference = image.orElse("keycheck/keycheck:" + KitVersion.current());
    if (!reference.matches("[a-z0-9][\\w./:@-]{0,254}")) {
      throw usage("--image is the reference of an image, not '%s'.".formatted(reference));
    }
    vault
        .mistake()
        .ifPresent(
            sentence -> {
              throw usage(sentence);
            });
    if (sonobuoy && apply) {
      throw usage("--sonobuoy prints what 'sonobuoy run --plugin' takes: leave out --apply.");
    }
    if (!apply && (context.isPresent() || mayWriteTo.isPresent())) {
      throw usage("--context and --i-may-write-to go with --apply.");
    }
    if (apply && (context.isEmpty() || !context.equals(mayWriteTo))) {
      throw usage(
          "Keycheck writes to a cluster of yours only when told so: --apply takes --context CTX"
              + " --i-may-write-to CTX.");
    }
    JobManifest manifest =
        new JobManifest(
            name,
            namespace,
            reference,
            pull,
            task(reference),
            claim,
            time("--keep", keep),
            time("--deadline", deadline));
    PrintWriter out = spec.commandLine().getOut();
    if (apply) {
      InstalledJob.apply(context.orElseThrow(), namespace, name, manifest.job())
          .forEach(out::println);
    } else {
      out.print(sonobuoy ? manifest.sonobuoy() : manifest.job());
    }
    out.flush();
    return 0;
  }

  /** What it does there: checked as it would be here. */
  private JobTask task(String reference) {
    ParseResult parsed = parsed();
    Subject account = Subject.account(namespace, name);
    // Roles and bindings of the Job's own: those of a group or of another Job keep their subjects.
    String own = namespace + "-" + name;
    if (parsed.commandSpec().name().equals("certify")) {
      return new CertifyInJob(command, parsed, vault, reference).task(account, own, sonobuoy);
    }
    if (vault.given()) {
      throw usage("What is said of Vault goes with certify after --.");
    }
    List<String> whole = new ArrayList<>(command);
    boolean where = parsed.hasMatchedOption("-n") || parsed.hasMatchedOption("-A");
    if (!where || parsed.hasMatchedOption("--from") || parsed.hasMatchedOption("--watch")) {
      throw usage(
          "In the cluster diagnose takes -n NAMESPACE or --all-namespaces, and neither --from"
              + " nor --watch.");
    }
    if (sonobuoy && !parsed.hasMatchedOption("--output")) {
      whole.addAll(List.of("--output", "junit"));
    }
    return JobTask.of(whole, toRead(parsed, account, own));
  }

  private ParseResult parsed() {
    String word = command.get(0);
    if (!word.equals("diagnose") && !word.equals("certify")) {
      throw usage("What runs in the cluster is diagnose or certify, not '%s'.".formatted(word));
    }
    CommandLine line = Main.commandLine(word);
    try {
      return line.parseArgs(command.toArray(String[]::new)).subcommand();
    } catch (ParameterException e) {
      throw usage("After --: " + e.getMessage());
    }
  }

  /** No more than what diagnose reads; where the driver runs is read wherever it is. */
  private static List<String> toRead(ParseResult parsed, Subject account, String own) {
    List<String> rights = new ArrayList<>();
    if (parsed.hasMatchedOption("-A")) {
      rights.add(Rights.ALL_NAMESPACES.manifest("", account, own));
    } else {
      Optional<String> judged = parsed.matchedOptionValue("-n", Optional.empty());
      rights.add(Rights.NAMESPACE.manifest(judged.orElseThrow(), account, own));
    }
    rights.add(Rights.CLUSTER.manifest("", account, own));
    rights.add(Rights.DRIVER.manifest("kube-system", account, own));
    if (parsed.hasMatchedOption("--read-logs")) {
      rights.add(Rights.LOGS.manifest("kube-system", account, own));
    }
    return rights;
  }

  private Duration time(String option, String text) {
    if (!text.matches("[1-9]\\d{0,4}[smh]")) {
      throw usage("%s is a time such as 90s, 10m or 1h, not '%s'.".formatted(option, text));
    }
    long number = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 's' -> Duration.ofSeconds(number);
      case 'm' -> Duration.ofMinutes(number);
      default -> Duration.ofHours(number);
    };
  }

  private void requireName(String option, String text) {
    if (!text.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")) {
      throw usage("%s is a name such as keycheck, not '%s'.".formatted(option, text));
    }
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
