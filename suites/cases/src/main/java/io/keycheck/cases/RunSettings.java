package io.keycheck.cases;

import io.keycheck.lab.Adopting;
import io.keycheck.lab.ClusterChoice;
import io.keycheck.lab.DriverVersion;
import io.keycheck.lab.Installable;
import io.keycheck.lab.LabConfiguration;
import io.keycheck.lab.Patience;
import io.keycheck.lab.Registry;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.Sources;
import io.keycheck.lab.chart.Charts;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.store.AwsAccess;
import io.keycheck.lab.store.VaultAccess;
import io.keycheck.lab.store.VaultStore;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Subject;
import io.keycheck.reports.Waiver;
import io.keycheck.reports.asked.SubjectFile;
import io.keycheck.reports.asked.UnusableFile;
import io.keycheck.reports.asked.WaiversFile;
import java.nio.file.InvalidPathException;
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
 * @param fault what is broken on purpose; where it is given by case, only those cases run
 * @param report the folder of the report
 * @param subject who certifies what, if anyone does
 * @param waivers which failures are borne for a while
 * @param again the earlier run of which only what did not pass is run again
 * @param lab what the lab is asked to do
 */
public record RunSettings(
    Suite suite,
    Set<String> cases,
    FaultChoice fault,
    Path report,
    Optional<Subject> subject,
    List<Waiver> waivers,
    Optional<Again> again,
    LabConfiguration lab) {
  /** The prefix of every setting, as a system property or a JUnit configuration parameter. */
  public static final String PREFIX = "keycheck.";

  /** The names of all settings, without prefix. */
  public static final List<String> NAMES =
      List.of(
          "suite",
          "cases",
          "fault",
          "report",
          "subject",
          "waivers",
          "rerun-failed",
          "cluster",
          "driver-version",
          "registry",
          "charts",
          "context",
          "i-may-write-to",
          "namespace-prefix",
          "vault-addr",
          "vault-token-file",
          "vault-login-role",
          "vault-login-mount",
          "vault-login-token-file",
          "vault-ca",
          "vault-kv-mount",
          "vault-auth-mount",
          "vault-prefix",
          "aws-prefix",
          "aws-profile",
          "aws-region",
          "aws-endpoint",
          "aws-oidc-provider",
          "app-image",
          "install",
          "keep",
          "keep-failed",
          "settle",
          "rotate",
          "tear-down",
          "poll");

  /** Where a pod finds the token of its ServiceAccount. */
  private static final String ACCOUNT_TOKEN = "/var/run/secrets/kubernetes.io/serviceaccount/token";

  private static final Pattern DURATION = Pattern.compile("(\\d+)(ms|s|m)");

  /** Refuses cases that the suite has not; throws {@link SetUpFailed}. */
  public RunSettings {
    cases = Set.copyOf(cases);
    CaseCatalogue.classes(suite, cases);
    waivers = List.copyOf(waivers);
    Set<String> known = CaseCatalogue.ids();
    for (Waiver waiver : waivers) {
      if (!known.contains(waiver.caseId())) {
        throw new SetUpFailed(
            "A waiver is for '"
                + waiver.caseId()
                + "', which is no case: run 'keycheck list cases' to see those there are.");
      }
    }
    if (!fault.byCase().isEmpty() && !cases.isEmpty()) {
      throw new SetUpFailed("--fault CASE/STORE=FAULT chooses the cases itself: leave out --case.");
    }
    if (suite == Suite.FAILURE && lab.cluster() == ClusterChoice.ADOPTED) {
      throw new SetUpFailed(
          "The suite failure breaks parts that serve the whole cluster: leave out --cluster"
              + " adopted.");
    }
    if (again.isPresent() && !cases.isEmpty()) {
      throw new SetUpFailed("--rerun-failed chooses the cases itself: leave out --case.");
    }
    if (again.isPresent() && fault.name().isPresent()) {
      throw new SetUpFailed(
          "--rerun-failed is for cases that failed by themselves: leave out --fault.");
    }
  }

  /**
   * Read the settings.
   *
   * @param source answers each name, without prefix, with a value if it has one
   * @throws SetUpFailed with one sentence for a value that cannot be used
   */
  public static RunSettings read(Function<String, Optional<String>> source) {
    return read(source, name -> "");
  }

  /**
   * Read the settings.
   *
   * @param source answers each name, without prefix, with a value if it has one
   * @param where answers each name with where its value was given, such as {@code KEYCHECK_KEEP};
   *     empty where that is plain
   * @throws SetUpFailed with one sentence for a value that cannot be used
   */
  public static RunSettings read(
      Function<String, Optional<String>> source, Function<String, String> where) {
    Reader reader = new Reader(source, where);
    Optional<Again> again =
        reader.read("rerun-failed", text -> Again.of(path("rerun-failed", text)));
    Optional<Suite> asked = reader.read("suite", Suite::parse);
    Suite suite = asked.or(() -> again.map(Again::suite)).orElse(Suite.VAULT);
    if (again.isPresent() && again.get().suite() != suite) {
      throw new SetUpFailed(
          "The report is of suite "
              + again.get().suite().id()
              + ": leave out --suite, or name a report of suite "
              + suite.id()
              + ".");
    }
    FaultChoice fault =
        reader.read("fault", text -> FaultChoice.parse(text, suite)).orElse(FaultChoice.NONE);
    ClusterChoice cluster = reader.read("cluster", ClusterChoice::parse).orElse(ClusterChoice.AUTO);
    Patience usual = Patience.usual(cluster);
    LabConfiguration lab =
        new LabConfiguration(
            newRunId(),
            Set.copyOf(suite.stores()),
            suite.database(),
            cluster,
            reader
                .read("driver-version", DriverVersion::parse)
                .or(() -> again.flatMap(Again::driver)),
            new Sources(
                reader.read("registry", Registry::parse),
                reader.read("charts", text -> Charts.read(path("charts", text)))),
            reader.read("context", text -> text),
            reader.read("i-may-write-to", text -> text),
            new Adopting(
                reader.read("namespace-prefix", text -> text),
                vault(reader),
                aws(reader),
                reader.read("app-image", text -> text),
                reader.read("install", Installable::parse).orElse(Set.of())),
            reader.yes("keep"),
            reader.yes("keep-failed"),
            new Patience(
                reader.duration("settle").orElse(usual.settle()),
                reader.duration("rotate").orElse(usual.rotate()),
                reader.duration("tear-down").orElse(usual.tearDown()),
                reader.duration("poll").orElse(usual.poll())));
    Path report =
        reader
            .read("report", text -> path("report", text))
            .orElseGet(() -> Path.of("keycheck-reports", suite.id() + "-" + stamp()));
    Set<String> cases =
        reader.read("cases", text -> requireCases(suite, list(text))).orElse(Set.of());
    Optional<Subject> subject =
        reader
            .read("subject", text -> fromFile(path("subject", text), SubjectFile::read))
            .or(() -> again.flatMap(run -> run.earlier().subject()));
    List<Waiver> waivers =
        reader
            .read("waivers", text -> fromFile(path("waivers", text), WaiversFile::read))
            .orElseGet(() -> again.map(run -> run.earlier().waivers()).orElse(List.of()));
    return new RunSettings(
        suite, cases, fault, report.toAbsolutePath().normalize(), subject, waivers, again, lab);
  }

  /**
   * Read how a Vault that exists is reached, if one is to be used.
   *
   * @param source answers each name, without prefix, with a value if it has one
   * @throws SetUpFailed with one sentence for a value that cannot be used
   */
  public static Optional<VaultAccess> vault(Function<String, Optional<String>> source) {
    return vault(new Reader(source, name -> ""));
  }

  /** The Vault that exists, if one is to be used; without it nothing of it may be said. */
  private static Optional<VaultAccess> vault(Reader reader) {
    Optional<String> address = reader.read("vault-addr", text -> text);
    if (address.isEmpty()) {
      requireNone(reader, "vault-", "--vault-addr URL");
      return Optional.empty();
    }
    String authMount = reader.read("vault-auth-mount", text -> text).orElse(VaultStore.AUTH);
    Optional<VaultAccess.Login> login =
        reader
            .read("vault-login-role", text -> text)
            .map(
                role ->
                    new VaultAccess.Login(
                        role,
                        reader.read("vault-login-mount", text -> text).orElse(authMount),
                        reader
                            .read(
                                "vault-login-token-file",
                                text -> path("vault-login-token-file", text))
                            .orElse(Path.of(ACCOUNT_TOKEN))));
    return Optional.of(
        new VaultAccess(
            address.get(),
            reader.read("vault-token-file", text -> path("vault-token-file", text)),
            login,
            reader.read("vault-ca", text -> path("vault-ca", text)),
            reader.read("vault-kv-mount", text -> text).orElse(VaultStore.KV2),
            authMount,
            reader
                .read("vault-prefix", text -> text)
                .orElseThrow(
                    () ->
                        new SetUpFailed(
                            "A Vault that exists is written to below a path of yours alone: add"
                                + " --vault-prefix PATH."))));
  }

  /**
   * Read how an AWS that exists is reached, if one is to be used.
   *
   * @param source answers each name, without prefix, with a value if it has one
   * @throws SetUpFailed with one sentence for a value that cannot be used
   */
  public static Optional<AwsAccess> aws(Function<String, Optional<String>> source) {
    return aws(new Reader(source, name -> ""));
  }

  /** The AWS that exists, if one is to be used; without a prefix nothing of it may be said. */
  private static Optional<AwsAccess> aws(Reader reader) {
    Optional<String> prefix = reader.read("aws-prefix", text -> text);
    if (prefix.isEmpty()) {
      requireNone(reader, "aws-", "--aws-prefix NAME");
    }
    return prefix.map(
        name ->
            new AwsAccess(
                name,
                reader.read("aws-profile", text -> text),
                reader.read("aws-region", text -> text),
                reader.read("aws-endpoint", text -> text),
                reader.read("aws-oidc-provider", text -> text)));
  }

  /** What says more of a store is of no use without what names it. */
  private static void requireNone(Reader reader, String start, String named) {
    for (String name : NAMES) {
      if (name.startsWith(start) && reader.read(name, text -> text).isPresent()) {
        throw new SetUpFailed("--" + name + " goes with " + named + ".");
      }
    }
  }

  /** Reads one value after the other, and says of a bad one where it was given. */
  private record Reader(Function<String, Optional<String>> source, Function<String, String> where) {
    <T> Optional<T> read(String name, Function<String, T> parse) {
      Optional<String> given = source.apply(name).map(String::strip).filter(s -> !s.isEmpty());
      try {
        return given.map(parse);
      } catch (SetUpFailed unusable) {
        String place = where.apply(name);
        throw place.isEmpty()
            ? unusable
            : new SetUpFailed(unusable.getMessage() + " It is set by " + place + ".", unusable);
      }
    }

    boolean yes(String name) {
      return read(name, text -> RunSettings.yes(name, text)).orElse(false);
    }

    Optional<Duration> duration(String name) {
      return read(name, text -> RunSettings.duration(name, text));
    }
  }

  /** Whether only some of the suite's cases run. */
  public boolean selection() {
    return !cases.isEmpty() || !fault.byCase().isEmpty();
  }

  /** Whether a case with a store was chosen, if any were. */
  public boolean selects(CaseInfo info) {
    return (cases.isEmpty() || cases.contains(info.id())) && fault.chooses(info);
  }

  /** What a case makes and needs in this run; whatever is shown a fault looks at nothing shared. */
  Outline outline(Class<?> type, CaseInfo info) {
    Outline declared = CaseCatalogue.outline(type, info.store());
    return fault.breaks(info) ? declared.apart() : declared;
  }

  /** Whether a case with a store is to run. */
  public boolean chooses(CaseInfo info) {
    return selects(info) && again.map(run -> run.runs(info)).orElse(true);
  }

  /** The classes of the cases that are to run. */
  public List<Class<? extends Breakable>> classes() {
    return CaseCatalogue.classes(suite, cases).stream()
        .filter(
            type ->
                CaseCatalogue.stores(type, suite).stream()
                    .anyMatch(store -> chooses(CaseCatalogue.info(type, store))))
        .toList();
  }

  /** The settings as the report shows them. */
  public Map<String, String> toMap() {
    Map<String, String> map = new TreeMap<>(lab.toMap());
    map.put("suite", suite.id());
    if (!cases.isEmpty()) {
      map.put("cases", String.join(",", cases.stream().sorted().toList()));
    }
    fault.given().ifPresent(given -> map.put("fault", given));
    again.ifPresent(run -> map.put("rerun-failed", run.earlier().runId()));
    return map;
  }

  private static boolean yes(String name, String text) {
    String value = text.toLowerCase(Locale.ROOT);
    if (!value.equals("true") && !value.equals("false")) {
      throw new SetUpFailed("The setting " + name + " is true or false, not '" + text + "'.");
    }
    return value.equals("true");
  }

  /** Reads a file that people wrote. */
  private interface FileReader<T> {
    T read(Path file) throws UnusableFile;
  }

  private static <T> T fromFile(Path file, FileReader<T> reader) {
    try {
      return reader.read(file);
    } catch (UnusableFile e) {
      throw new SetUpFailed(e.getMessage(), e);
    }
  }

  private static Path path(String name, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new SetUpFailed(
          "The setting "
              + name
              + (List.of("report", "charts").contains(name)
                  ? " is the name of a folder"
                  : " is the name of a file")
              + ", which this cannot be: "
              + e.getReason()
              + ".",
          e);
    }
  }

  private static Set<String> requireCases(Suite suite, Set<String> ids) {
    CaseCatalogue.classes(suite, ids);
    return ids;
  }

  /** Read a duration such as 90s, 2m or 200ms. */
  public static Duration duration(String name, String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches() || matcher.group(1).length() > 9) {
      throw new SetUpFailed(
          "The setting " + name + " is a time such as 90s, 2m or 200ms, not '" + text + "'.");
    }
    long amount = Long.parseLong(matcher.group(1));
    if (amount == 0) {
      throw new SetUpFailed("The setting " + name + " must be more than zero, not '" + text + "'.");
    }
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

  /** The time now, as the names of report folders have it. */
  public static String stamp() {
    return ZonedDateTime.now(ZoneOffset.UTC).format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss"));
  }

  private static String newRunId() {
    return String.format(Locale.ROOT, "%06x", new SecureRandom().nextInt(1 << 24));
  }
}
