package io.keycheck.reports;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Writes a report as Allure results, from which Allure's own tools make a page.
 *
 * <p>One result per case and store, evidence attached as text. Names of files follow from the run's
 * id and the case, so that writing a report twice yields the same files. What could not be decided
 * is broken, in Allure's words, and stands in a category of its own.
 */
public final class AllureResults {
  /** Fits what Allure shows of a feature in its tree. */
  private static final int LONGEST_FEATURE = 120;

  private AllureResults() {}

  /**
   * Writes the files into a folder, which must exist.
   *
   * @throws IOException if a file cannot be written
   */
  public static void write(Path folder, RunReport report) throws IOException {
    for (CaseResult result : report.results()) {
      String uuid = uuid(report.runId() + "/" + result.info().key());
      List<Evidence> evidence = result.evidence();
      for (int i = 0; i < evidence.size(); i++) {
        Files.writeString(folder.resolve(attachment(uuid, i)), evidence.get(i).text());
      }
      Files.write(
          folder.resolve(uuid + "-result.json"), CanonicalJson.bytes(tree(report, result, uuid)));
    }
    Files.write(folder.resolve("categories.json"), CanonicalJson.bytes(categories()));
    Files.writeString(
        folder.resolve("environment.properties"), environment(report), StandardCharsets.US_ASCII);
  }

  private static ObjectNode tree(RunReport report, CaseResult result, String uuid) {
    CaseInfo info = result.info();
    String testCase = uuid(info.key());
    long start = result.started().toEpochMilli();
    ObjectNode tree =
        CanonicalJson.object()
            .put("uuid", uuid)
            .put("historyId", testCase)
            .put("testCaseId", testCase)
            .put("testCaseName", info.id())
            .put("fullName", "keycheck." + report.suite() + "." + info.store() + "." + info.id())
            .put("name", info.id())
            .put("description", info.promise() + "\n\nEnforces: " + info.spec())
            .put("status", status(result.outcome()))
            .put("stage", "finished")
            .put("start", start)
            .put("stop", start + result.duration().toMillis());
    result
        .reason()
        .ifPresent(
            reason ->
                tree.putObject("statusDetails")
                    .put("message", waived(report, result) + reason.sentence())
                    .put("trace", reason.code()));
    ArrayNode labels = tree.putArray("labels");
    label(labels, "parentSuite", "keycheck " + report.suite());
    label(labels, "suite", info.store());
    label(labels, "epic", info.level().word());
    label(labels, "feature", feature(info.spec()));
    label(labels, "severity", info.level() == Level.CORE ? "critical" : "normal");
    label(labels, "tag", info.level().word());
    label(labels, "framework", "keycheck");
    tree.set("steps", steps(result));
    tree.set("parameters", parameters(result));
    ArrayNode attachments = tree.putArray("attachments");
    List<Evidence> evidence = result.evidence();
    for (int i = 0; i < evidence.size(); i++) {
      attachments
          .addObject()
          .put("name", evidence.get(i).name())
          .put("source", attachment(uuid, i))
          .put("type", "text/plain");
    }
    return tree;
  }

  private static String waived(RunReport report, CaseResult result) {
    return report
        .waiver(result)
        .map(
            waiver ->
                "Waived until %s: %s (%s)\n"
                    .formatted(waiver.expires(), waiver.reason(), waiver.link()))
        .orElse("");
  }

  private static ArrayNode steps(CaseResult result) {
    ArrayNode steps = CanonicalJson.array();
    for (Step step : result.seen().steps()) {
      long start = step.started().toEpochMilli();
      steps
          .addObject()
          .put("name", step.name())
          .put("status", step.done() ? "passed" : status(result.outcome()))
          .put("stage", "finished")
          .put("start", start)
          .put("stop", start + step.duration().toMillis());
    }
    return steps;
  }

  private static ArrayNode parameters(CaseResult result) {
    ArrayNode parameters = CanonicalJson.array();
    for (Measurement measurement : result.seen().measurements()) {
      parameters
          .addObject()
          .put("name", measurement.name())
          .put("value", measurement.time().toMillis() + " ms")
          .put("excluded", true); // another time is no other test
    }
    return parameters;
  }

  private static void label(ArrayNode labels, String name, String value) {
    labels.addObject().put("name", name).put("value", value);
  }

  private static String status(Outcome outcome) {
    return switch (outcome) {
      case INCONCLUSIVE -> "broken";
      case WAIVED -> "skipped";
      case PASSED, FAILED, SKIPPED -> outcome.word();
    };
  }

  /** Returns the section out of {@code section: "sentence"}, which groups cases well. */
  private static String feature(String spec) {
    int colon = spec.indexOf(':');
    String section = colon > 0 ? spec.substring(0, colon) : spec;
    return section.length() <= LONGEST_FEATURE
        ? section
        : WellFormed.of(section.substring(0, LONGEST_FEATURE)) + "…";
  }

  private static ArrayNode categories() {
    ArrayNode categories = CanonicalJson.array();
    category(categories, "Promises that were broken", "failed");
    category(categories, "Inconclusive: the kit itself stumbled", "broken")
        .put("traceRegex", Reason.KIT_STUMBLED);
    category(categories, "Inconclusive: what it was tried on broke, changed or was away", "broken")
        .put("traceRegex", "(?!" + Reason.KIT_STUMBLED + "$).*");
    category(categories, "Skipped for a reason, or waived", "skipped");
    return categories;
  }

  private static ObjectNode category(ArrayNode categories, String name, String status) {
    ObjectNode category = categories.addObject().put("name", name);
    category.putArray("matchedStatuses").add(status);
    return category;
  }

  private static String environment(RunReport report) {
    Map<String, String> facts = new TreeMap<>();
    facts.put("verdict", report.title());
    facts.put("suite", report.suite());
    facts.put("run", report.runId());
    facts.put("kit", report.kit().version() + " " + report.kit().commit());
    facts.put("cluster", report.fingerprint().cluster());
    report.fault().ifPresent(fault -> facts.put("fault", fault));
    report.fingerprint().facts().forEach((name, value) -> facts.put("fact." + name, value));
    for (Component component : report.fingerprint().components()) {
      facts.merge(
          component.role(),
          "%s %s (%s)".formatted(component.name(), component.version(), component.origin().word()),
          (one, other) -> one + ", " + other);
    }
    StringBuilder properties = new StringBuilder();
    facts.forEach((name, value) -> properties.append(PropertyLine.of(name, value)));
    return properties.toString();
  }

  private static String attachment(String uuid, int index) {
    return "%s-%02d-attachment.txt".formatted(uuid, index);
  }

  private static String uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
