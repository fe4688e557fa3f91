package io.keycheck.cases;

import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.stage.Faults;
import io.keycheck.reports.CaseInfo;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What is broken on purpose in a run: the same for all cases, or for each case its own choice.
 *
 * <p>A choice is {@code own}, the case's own fault; or a misbehaviour of a stand-in, or several
 * with commas between them; or {@code none}.
 *
 * @param ofAll what every case is shown, where no case is named
 * @param byCase what a case is shown, by its id and store such as {@code mount-is-in-memory/aws};
 *     where any is named, only those run
 */
public record FaultChoice(Optional<String> ofAll, Map<String, String> byCase) {
  /** Nothing is broken. */
  public static final FaultChoice NONE = new FaultChoice(Optional.empty(), Map.of());

  private static final String NOTHING = "none";
  private static final String OWN = "own";

  /** Copies what it is given, so that nobody can change it from outside. */
  public FaultChoice {
    byCase = Collections.unmodifiableMap(new TreeMap<>(byCase));
  }

  /**
   * Read a choice for all cases, or choices by case such as {@code a/vault=own;b/aws=trim,stale}.
   *
   * @throws SetUpFailed with one sentence for a case or a misbehaviour that there is not
   */
  static FaultChoice parse(String text, Suite suite) {
    if (text.contains("=")) {
      return new FaultChoice(Optional.empty(), parseByCase(text, suite));
    }
    return text.isEmpty() || text.equals(NOTHING)
        ? NONE
        : new FaultChoice(Optional.of(choice(text, CaseCatalogue.misbehaviours(suite))), Map.of());
  }

  private static Map<String, String> parseByCase(String text, Suite suite) {
    Map<String, String> byCase = new TreeMap<>();
    for (String part : text.split(";", -1)) {
      String[] sides = part.split("=", 2);
      CaseInfo info =
          CaseCatalogue.tried(suite).stream()
              .filter(each -> sides.length == 2 && each.key().equals(sides[0]))
              .findFirst()
              .orElseThrow(
                  () ->
                      new SetUpFailed(
                          "A fault by case is CASE/STORE=FAULT, with a case of suite "
                              + suite.id()
                              + ", and not '"
                              + part
                              + "': run 'keycheck list cases' to see those it has."));
      String choice = choice(sides[1], CaseCatalogue.misbehaviours(info.store()));
      if (byCase.put(info.key(), choice) != null) {
        throw new SetUpFailed("The faults name the case '" + info.key() + "' twice: name it once.");
      }
    }
    return byCase;
  }

  private static String choice(String text, Set<String> known) {
    if (text.equals(OWN) || text.equals(NOTHING)) {
      return text;
    }
    for (String name : text.split(",", -1)) {
      if (!known.contains(name)) {
        throw new SetUpFailed(
            "There is no fault '"
                + name
                + "': choose none"
                + (known.isEmpty()
                    ? " or own."
                    : ", own, or a misbehaviour of a stand-in: " + String.join(", ", known) + "."));
      }
    }
    return text;
  }

  /** Whether a case may run at all. */
  boolean chooses(CaseInfo info) {
    return byCase.isEmpty() || byCase.containsKey(info.key());
  }

  /** Whether a case is shown anything broken. */
  boolean breaks(CaseInfo info) {
    return !choice(info).equals(NOTHING);
  }

  /** What a case's stage is to break. */
  Faults of(CaseInfo info, Breakable broken) {
    Faults faults = new Faults();
    String choice = choice(info);
    switch (choice) {
      case NOTHING -> {}
      case OWN -> broken.breakBy(faults);
      default -> faults.misbehaving(choice);
    }
    return faults;
  }

  private String choice(CaseInfo info) {
    return byCase.getOrDefault(info.key(), ofAll.orElse(NOTHING));
  }

  /** The name that the report has for it, if anything is broken. */
  public Optional<String> name() {
    return byCase.isEmpty() ? ofAll : Optional.of("by case");
  }

  /** The same as it was given, if anything is broken. */
  Optional<String> given() {
    return byCase.isEmpty()
        ? ofAll
        : Optional.of(
            String.join(
                ";",
                byCase.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).toList()));
  }
}
