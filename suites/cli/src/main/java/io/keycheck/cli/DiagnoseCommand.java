package io.keycheck.cli;

import io.keycheck.contract.OperatorVersion;
import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Checks;
import io.keycheck.diagnose.Explanation;
import io.keycheck.diagnose.Selection;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Names what is wrong with the environments of a namespace or of files. */
@Command(
    name = "diagnose",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    footer = {
      "",
      "It gets and lists; it never writes, and never asks for a Secret. What it may",
      "not read it says, with the right that it takes: see 'keycheck rbac'. With",
      "--from it needs no cluster at all.",
      "",
      "Exit codes: 1 an error was found; 2 bad usage, or what was named cannot be",
      "read; 3 nothing could be read, or an environment is not up and a check that",
      "could not be made may be why; else 0. Of several clusters: 1 where an error was",
      "found in any; else 3 where one could not be read or judged; else 0.",
      "",
      "Examples:",
      "  keycheck diagnose -n shop",
      "  keycheck diagnose -n shop --environment env1 --watch",
      "  keycheck diagnose --all-namespaces --output html --out report.html",
      "  keycheck diagnose --contexts eu,us,asia --all-namespaces",
      "  keycheck diagnose --from shop.json --from cluster.json",
      "  keycheck diagnose --from manifests/ --operator-version 2.24.2",
      "  keycheck diagnose --explain class-not-annotated"
    })
final class DiagnoseCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = {"-n", "--namespace"},
      paramLabel = "NAMESPACE",
      description = "The namespace to judge (default: the context's; of files, all).")
  private Optional<String> namespace = Optional.empty();

  @Option(
      names = "--environment",
      paramLabel = "NAME",
      description = "Judge this environment only, by its internal name.")
  private Optional<String> environment = Optional.empty();

  @Option(
      names = {"-A", "--all-namespaces"},
      description = "Judge all namespaces.")
  private boolean allNamespaces;

  @ArgGroup(exclusive = false)
  private ClusterOptions cluster = new ClusterOptions();

  @ArgGroup private FleetOptions fleet = new FleetOptions();

  @Option(
      names = "--from",
      paramLabel = "FILE|DIR|-",
      arity = "1..*",
      description =
          "Read files instead of a cluster: what 'kubectl get … -o json' or yaml printed, folders"
              + " of them, a file of 'keycheck snapshot', or - for standard input.")
  private List<String> from = List.of();

  @Option(names = "--watch", description = "Read again and again until Ctrl-C; opens no watch.")
  private boolean watch;

  @Option(
      names = "--interval",
      paramLabel = "T",
      defaultValue = "5s",
      description = "The time between two readings, such as 10s (default: ${DEFAULT-VALUE}).")
  private String interval;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FORM",
      defaultValue = "text",
      description = "text, json, junit or html (default: ${DEFAULT-VALUE}).")
  private String output;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the result to this file instead of standard output.")
  private Optional<Path> out = Optional.empty();

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "info",
      description =
          "Show only findings of this level and above: error, warning or info (default:"
              + " ${DEFAULT-VALUE}). Verdicts and the exit code stay the same.")
  private String level;

  @Option(
      names = "--operator-version",
      paramLabel = "VERSION",
      description =
          "Judge by the contract of this version of the Operator (default: the one that runs there,"
              + " else 2.9.0).")
  private Optional<String> operatorVersion = Optional.empty();

  @Option(
      names = "--read-logs",
      description =
          "Also read the log of the driver's pods, which tells of refreshes that fail; takes a"
              + " right of its own.")
  private boolean readLogs;

  @Option(
      names = "--explain",
      paramLabel = "CHECK",
      description = "Explain a check: what it means, how it shows, how to mend it.")
  private Optional<String> explain = Optional.empty();

  @Override
  public Integer call() throws IOException {
    if (explain.isPresent()) {
      explain(explain.get());
      return 0;
    }
    if (!from.isEmpty() && (cluster.given() || fleet.given() || watch || readLogs)) {
      throw usage(
          "--from reads files: leave out --context, --kubeconfig, --watch and --read-logs.");
    }
    if (fleet.given() && (cluster.givesContext() || watch)) {
      throw usage(
          "--contexts and --all-contexts read several clusters, once: leave out --context and"
              + " --watch.");
    }
    if (allNamespaces && namespace.isPresent()) {
      throw usage("-n names one namespace and --all-namespaces means all: leave out one of them.");
    }
    Form form = Form.of(output).orElseThrow(() -> usage("--output is text, json, junit or html."));
    if (watch && (form != Form.TEXT || out.isPresent())) {
      throw usage("--watch shows text on a terminal: leave out --output and --out.");
    }
    Destination destination = new Destination(out, spec.commandLine().getOut());
    if (fleet.given()) {
      if (form != Form.TEXT && form != Form.JSON) {
        throw usage("Of several clusters --output is text or json.");
      }
      namespace
          .filter(name -> !name.matches("[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?"))
          .ifPresent(
              name -> {
                throw usage("No namespace can be called '%s'.".formatted(name));
              });
      FleetReading reading =
          new FleetReading(cluster, selection(), allNamespaces, readLogs, level());
      int code =
          new FleetDiagnosis(fleet.chosen(cluster.contexts()), reading::of).run(form, destination);
      if (selection().environment().isPresent() && !reading.found().get() && code == 0) {
        throw new Unusable(
            "There is no environment '%s' in any of them: leave out --environment to see all."
                .formatted(selection().environment().get()));
      }
      return code;
    }
    Result result = new Result(form, level(), destination);
    if (!from.isEmpty()) {
      return new FilesDiagnosis(from, selection()).run(result);
    }
    LiveDiagnosis live = new LiveDiagnosis(cluster, selection(), allNamespaces, readLogs);
    PrintWriter err = spec.commandLine().getErr();
    return watch
        ? live.watch(result, interval(), spec.commandLine().getOut(), err)
        : live.run(result, err);
  }

  private Selection selection() {
    Optional<OperatorVersion> version = operatorVersion.map(this::version);
    return new Selection(namespace, environment, version);
  }

  private OperatorVersion version(String text) {
    try {
      return OperatorVersion.parse(text);
    } catch (IllegalArgumentException e) {
      throw usage("--operator-version is a version such as 2.9.0, not '%s'.".formatted(text));
    }
  }

  private FindingLevel level() {
    return Arrays.stream(FindingLevel.values())
        .filter(each -> each.word().equals(level))
        .findFirst()
        .orElseThrow(() -> usage("--level is error, warning or info."));
  }

  private Duration interval() {
    String text = interval.endsWith("s") ? interval.substring(0, interval.length() - 1) : interval;
    if (!text.matches("[1-9]\\d{0,4}")) {
      throw usage("--interval is a number of seconds such as 5s, not '%s'.".formatted(interval));
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }

  private void explain(String id) {
    Check check =
        Checks.of(id)
            .orElseThrow(() -> usage("There is no check '%s'%s".formatted(id, suggestion(id))));
    Explanation explanation = check.explanation();
    PrintWriter to = spec.commandLine().getOut();
    to.printf("%s (%s)%n", check.id(), check.level().word());
    paragraph(to, "What it means", explanation.means());
    paragraph(to, "How it shows", explanation.shows());
    paragraph(to, "How to mend it", explanation.mend());
    paragraph(to, "Source", explanation.source());
    to.flush();
  }

  private static void paragraph(PrintWriter to, String title, String text) {
    to.printf("%n%s%n", title);
    text.lines().map(line -> line.isEmpty() ? "" : "  " + line).forEach(to::println);
  }

  private static String suggestion(String id) {
    Set<String> words = new HashSet<>(Arrays.asList(id.split("[^a-z0-9]+", -1)));
    String near =
        Checks.all().stream()
            .map(Check::id)
            .filter(each -> Arrays.stream(each.split("-", -1)).filter(words::contains).count() >= 2)
            .limit(3)
            .collect(Collectors.joining(" or "));
    return near.isEmpty()
        ? ": 'keycheck list checks' names all."
        : ": did you mean %s?".formatted(near);
  }

  private ParameterException usage(String sentence) {
    return new ParameterException(spec.commandLine(), sentence);
  }
}
