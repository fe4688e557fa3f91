package io.keycheck.cases;

import io.keycheck.cases.failure.Fault;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes the catalogue as a page for readers, from what the cases say of themselves. */
final class CatalogPage {
  private final Map<String, String> misbehaviours;
  private final List<Class<? extends Breakable>> cases;
  private final StringBuilder page = new StringBuilder();

  private CatalogPage(Map<String, String> misbehaviours) {
    this.misbehaviours = misbehaviours;
    this.cases = inReadingOrder();
  }

  /** The whole page; {@code misbehaviours} are the stand-ins', by name. */
  static String write(Map<String, String> misbehaviours) {
    return new CatalogPage(misbehaviours).text();
  }

  /** Those of every store first, then store by store, each by id. */
  private static List<Class<? extends Breakable>> inReadingOrder() {
    List<Class<? extends Breakable>> sorted =
        new ArrayList<>(CaseCatalogue.classes(Suite.ALL).values());
    sorted.sort(Comparator.comparing(CatalogPage::stores).thenComparing(CaseCatalogue::id));
    return sorted;
  }

  private static String stores(Class<?> type) {
    return String.join(", ", type.getAnnotation(Case.class).stores());
  }

  private String text() {
    line("# Catalogue of cases");
    line("");
    line("Generated from the classes: change those, then run");
    line("`" + Golden.COMMAND + "`.");
    line("");
    line(
        "A case's id is its class in kebab-case, its promise the same words as a sentence. Each"
            + " case is seen to fail by a fault of its own; below each stands which.");
    line("");
    overview();
    String group = null;
    for (Class<? extends Breakable> type : cases) {
      if (!stores(type).equals(group)) {
        group = stores(type);
        line("");
        line(group.isEmpty() ? "## True of every store" : "## Only with " + group);
      }
      details(type);
    }
    untried();
    matrix();
    faults();
    return page.toString();
  }

  private void overview() {
    line("| # | Case | Level | Stores | Since |");
    line("|--:|---|---|---|---|");
    for (Class<? extends Breakable> type : cases) {
      Case declared = type.getAnnotation(Case.class);
      String id = CaseCatalogue.id(type);
      line(
          "| %d | [%s](#%s) | %s | %s | %s |"
              .formatted(
                  number(type),
                  id,
                  id,
                  declared.level().word(),
                  stores(type).isEmpty() ? "every" : stores(type),
                  declared.since()));
    }
  }

  private void details(Class<? extends Breakable> type) {
    Case declared = type.getAnnotation(Case.class);
    Set<String> notices = CaseCatalogue.notices(type);
    line("");
    line("### " + CaseCatalogue.id(type));
    line("");
    line("**" + escaped(CaseCatalogue.promise(type)) + ".** (" + declared.level().word() + ")");
    line("");
    line("- Enforces " + escaped(declared.spec()));
    line("- Fails when " + escaped(declared.failsWhen()));
    line(
        "- Notices "
            + (notices.isEmpty()
                ? "no misbehaviour: it mounts nothing"
                : inOrder(notices).stream()
                    .map(n -> "`" + n + "`")
                    .collect(Collectors.joining(", "))));
  }

  private void untried() {
    line("");
    line("## Not to be shown here");
    line("");
    line("Extended cases that every whole run reports as skipped, each with its reason.");
    line("");
    for (Untried untried : Untried.values()) {
      line(
          "- `%s` (%s): %s"
              .formatted(untried.info().id(), untried.info().store(), untried.reason().sentence()));
    }
  }

  private void matrix() {
    line("");
    line("## What notices a stand-in that misbehaves");
    line("");
    line(
        "The stand-ins of providers, Operator and runtime misbehave on demand (`--fault NAME`)."
            + " Exactly the marked cases fail then; the numbers are those of the table above.");
    Suite.ALL.stores().forEach(this::matrix);
    line("");
    inOrder(CaseCatalogue.misbehaviours())
        .forEach(name -> line("- `" + name + "`: " + misbehaviours.get(name)));
  }

  private void matrix(String store) {
    List<Class<? extends Breakable>> own =
        cases.stream().filter(type -> CaseCatalogue.stores(type).contains(store)).toList();
    line("");
    line("### With " + store);
    line("");
    line(
        own.stream()
            .map(type -> Integer.toString(number(type)))
            .collect(Collectors.joining(" | ", "| Misbehaviour | ", " |")));
    line("|---" + "|:-:".repeat(own.size()) + "|");
    for (String name : inOrder(CaseCatalogue.misbehaviours(store))) {
      line(
          own.stream()
              .map(type -> CaseCatalogue.notices(type, store).contains(name) ? "●" : " ")
              .collect(Collectors.joining(" | ", "| `" + name + "` | ", " |")));
    }
  }

  private void faults() {
    line("");
    line("## The failure suite");
    line("");
    line(
        "Each fault is injected into a healthy environment, seen as it shows, named by exactly"
            + " these checks of `keycheck diagnose` and no others, and mended as their remedy says."
            + " Each is seen to fail by leaving the fault out.");
    line("");
    line("| Fault | Store | Shows as | Named by |");
    line("|---|---|---|---|");
    for (Class<? extends Breakable> type : CaseCatalogue.classes(Suite.FAILURE).values()) {
      Fault fault = type.getAnnotation(Fault.class);
      line(
          "| %s | %s | %s | %s |"
              .formatted(
                  CaseCatalogue.id(type),
                  fault.store(),
                  escaped(fault.shows()),
                  String.join(", ", fault.checks())));
    }
  }

  /** In the order in which the stand-in lists them. */
  private List<String> inOrder(Set<String> names) {
    return misbehaviours.keySet().stream().filter(names::contains).toList();
  }

  private int number(Class<?> type) {
    return cases.indexOf(type) + 1;
  }

  /** Keeps what Markdown would take for markup: the document's placeholders look like tags. */
  private static String escaped(String text) {
    return Arrays.stream(text.split("", -1))
        .map(c -> "<>|*_`#".contains(c) && !c.isEmpty() ? "\\" + c : c)
        .collect(Collectors.joining());
  }

  private void line(String text) {
    page.append(text).append('\n');
  }
}
