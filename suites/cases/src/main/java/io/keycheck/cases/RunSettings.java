package io.keycheck.cases;

import io.keycheck.lab.ClusterChoice;
import io.keycheck.lab.LabConfiguration;
import io.keycheck.lab.Patience;
import io.keycheck.lab.SetUpFailed;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * All that a run is told: the one record of its configuration. It holds no secret.
 *
 * @param suite which cases
 * @param cases only these, by id; all if empty
 * @param fault what is broken on purpose: nothing, each case's own fault, or the provider for all
 * @param report the folder of the report
 * @param lab what the lab is asked to do
 */
public record RunSettings(
    Suite suite, Set<String> cases, Fault fault, Path report, LabConfiguration lab) {
  /** The prefix of every setting, as a system property or a JUnit configuration parameter. */
  public static final String PREFIX = "keycheck.";

  /** The names of all settings, without prefix. */
  public static final List<String> NAMES =
      List.of(
          "suite",
          "cases",
          "fault",
          "report",
          "cluster",
          "context",
          "i-may-write-to",
          "keep",
          "keep-failed",
          "settle",
          "rotate",
          "tear-down",
          "poll");

  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m)");

  /**
   * What is broken on purpose in a run.
   *
   * @param own whether each case runs with its own fault
   * @param misbehaviour the misbehaviour that the provider shows to every case
   */
  public record Fault(boolean own, Optional<String> misbehaviour) {
    /** Nothing is broken. */
    public static final Fault NONE = new Fault(false, Optional.empty());

    static Fault parse(String text) {
      return switch (text) {
        case "", "none" -> NONE;
        case "own" -> new Fault(true, Optional.empty());
        default -> new Fault(false, Optional.of(text));
      };
    }

    /** The name that the report has for it, if anything is broken. */
    public Optional<String> name() {
      return own ? Optional.of("own") : misbehaviour;
    }
  }

  public RunSettings {
    cases = Set.copyOf(cases);
    CaseCatalogue.classes(suite, cases);
  }

  /**
   * Read the settings.
   *
   * @param source answers each name, without prefix, with a value if it has one
   * @throws SetUpFailed with one sentence for a value that cannot be used
   */
  public static RunSettings read(Function<String, Optional<String>> source) {
    Function<String, Optional<String>> get =
        name -> source.apply(name).map(String::strip).filter(value -> !value.isEmpty());
    Suite suite = Suite.parse(get.apply("suite").orElse("vault"));
    Fault fault = Fault.parse(get.apply("fault").orElse(""));
    String runId = newRunId();
    Patience usual = Patience.usual();
    LabConfiguration lab =
        new LabConfiguration(
            runId,
            ClusterChoice.parse(get.apply("cluster").orElse("auto")),
            get.apply("context"),
            get.apply("i-may-write-to"),
            yes("keep", get),
            yes("keep-failed", get),
            fault.misbehaviour(),
            new Patience(
                duration("settle", get).orElse(usual.settle()),
                duration("rotate", get).orElse(usual.rotate()),
                duration("tear-down", get).orElse(usual.tearDown()),
                duration("poll", get).orElse(usual.poll())));
    Path report =
        get.apply("report")
            .map(Path::of)
            .orElseGet(() -> Path.of("keycheck-reports", suite.id() + "-" + stamp()));
    return new RunSettings(
        suite,
        list(get.apply("cases").orElse("")),
        fault,
        report.toAbsolutePath().normalize(),
        lab);
  }

  /** Whether only some of the suite's cases run. */
  public boolean selection() {
    return !cases.isEmpty();
  }

  /** The settings as the report shows them. */
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>(lab.toMap());
    map.put("suite", suite.id());
    if (selection()) {
      map.put("cases", String.join(",", cases.stream().sorted().toList()));
    }
    fault.name().ifPresent(name -> map.put("fault", name));
    return map;
  }

  private static boolean yes(String name, Function<String, Optional<String>> get) {
    String value = get.apply(name).orElse("false").toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      throw new SetUpFailed("The setting " + name + " is true or false, not '" + value + "'.");
    }
    return value.equals("true");
  }

  private static Optional<Duration> duration(String name, Function<String, Optional<String>> get) {
    return get.apply(name).map(text -> duration(name, text));
  }

  /** Read a duration such as 90s, 2m or 200ms. */
  public static Duration duration(String name, String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()
        || matcher.group(1).length() > 9
        || Long.parseLong(matcher.group(1)) == 0) {
      throw new SetUpFailed(
          "The setting " + name + " is a time such as 90s, 2m or 200ms, not '" + text + "'.");
    }
    long amount = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(amount);
      case "s" -> Duration.ofSeconds(amount);
      default -> Duration.ofMinutes(amount);
    };
  }

  private static Set<String> list(String text) {
    Set<String> ids = new LinkedHashSet<>();
    Arrays.stream(text.split(",")).map(String::strip).filter(s -> !s.isEmpty()).forEach(ids::add);
    return ids;
  }

  private static String stamp() {
    return ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
  }

  private static String newRunId() {
    return String.format(Locale.ROOT, "%06x", new SecureRandom().nextInt(1 << 24));
  }
}
