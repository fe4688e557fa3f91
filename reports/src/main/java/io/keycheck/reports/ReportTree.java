package io.keycheck.reports;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A place in the JSON of a report, read as what a report holds there.
 *
 * <p>Reads only what a report is made from; what follows from it is checked elsewhere.
 *
 * @param at where this is, for sentences, such as {@code results[3].reason}
 */
record ReportTree(String at, JsonNode node) {
  static void requireKnownVersion(JsonNode json) throws UnreadableReport {
    if (!json.isObject() || !json.has("schemaVersion")) {
      throw new UnreadableReport("This is no run report: it names no schemaVersion.");
    }
    String version = new ReportTree("the file", json).text("schemaVersion");
    if (!version.equals(RunReport.SCHEMA_VERSION)) {
      throw new UnreadableReport(
          "This report has schema version %s, and this kit reads %s: use the kit that wrote it."
              .formatted(Visible.inline(version), RunReport.SCHEMA_VERSION));
    }
  }

  static RunReport report(JsonNode json) throws UnreadableReport {
    requireKnownVersion(json);
    ReportTree tree = new ReportTree("the file", json);
    try {
      return tree.report(RunReport.SCHEMA_VERSION);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new UnreadableReport("This is no run report: " + Visible.inline(e.getMessage()), e);
    }
  }

  private RunReport report(String version) throws UnreadableReport {
    return new RunReport(
        version,
        text("runId"),
        text("suite"),
        get("selection", JsonNode::isBoolean, "a boolean").booleanValue(),
        node.has("fault") ? Optional.of(text("fault")) : Optional.empty(),
        instant("started"),
        instant("ended"),
        node.has("subject") ? Optional.of(child("subject").subject()) : Optional.empty(),
        children("waivers", ReportTree::waiver),
        node.has("rerun") ? Optional.of(child("rerun").rerun()) : Optional.empty(),
        child("kit").kit(),
        child("configuration").facts(),
        child("fingerprint").fingerprint(),
        children("results", ReportTree::result));
  }

  private Subject subject() throws UnreadableReport {
    return new Subject(
        text("organisation"), text("product"), text("version"), text("url"), text("contact"));
  }

  private Waiver waiver() throws UnreadableReport {
    return new Waiver(
        text("case"),
        node.has("store") ? Optional.of(text("store")) : Optional.empty(),
        text("reason"),
        text("link"),
        LocalDate.parse(text("expires")));
  }

  private Rerun rerun() throws UnreadableReport {
    return new Rerun(text("runId"), text("digest"), instant("started"), texts("cases"));
  }

  private Kit kit() throws UnreadableReport {
    return new Kit(text("version"), text("commit"), text("catalogueDigest"));
  }

  private Fingerprint fingerprint() throws UnreadableReport {
    return new Fingerprint(
        text("cluster"), children("components", ReportTree::component), child("facts").facts());
  }

  private Component component() throws UnreadableReport {
    return new Component(
        text("role"),
        text("name"),
        text("version"),
        text("image"),
        text("imageDigest"),
        word("origin", Origin.values(), Origin::word),
        text("note"));
  }

  private CaseResult result() throws UnreadableReport {
    CaseInfo info =
        new CaseInfo(
            text("id"),
            text("store"),
            word("level", Level.values(), Level::word),
            text("promise"),
            text("spec"),
            text("since"));
    return new CaseResult(
        info,
        word("outcome", Outcome.values(), Outcome::word),
        node.has("reason") ? Optional.of(child("reason").reason()) : Optional.empty(),
        instant("started"),
        milliseconds("durationMs"),
        new Observations(
            children("steps", ReportTree::step),
            children("measurements", ReportTree::measurement),
            texts("checks"),
            node.has("expected") ? texts("expected") : List.of(),
            children("evidence", ReportTree::evidence)));
  }

  private Step step() throws UnreadableReport {
    return new Step(
        text("name"),
        instant("started"),
        milliseconds("durationMs"),
        get("done", JsonNode::isBoolean, "a boolean").booleanValue());
  }

  private Measurement measurement() throws UnreadableReport {
    return new Measurement(
        text("name"),
        milliseconds("ms"),
        node.has("parts")
            ? children(
                "parts", part -> new Measurement.Part(part.text("name"), part.milliseconds("ms")))
            : List.of());
  }

  private Duration milliseconds(String name) throws UnreadableReport {
    return Duration.ofMillis(get(name, JsonNode::canConvertToLong, "a whole number").longValue());
  }

  private List<String> texts(String name) throws UnreadableReport {
    List<String> all = new ArrayList<>();
    for (JsonNode element : get(name, JsonNode::isArray, "a list")) {
      if (!element.isTextual()) {
        throw new UnreadableReport(
            "This is no run report: %s of %s holds what is no text.".formatted(name, at));
      }
      all.add(element.textValue());
    }
    return all;
  }

  private Reason reason() throws UnreadableReport {
    return new Reason(text("code"), text("sentence"));
  }

  private Evidence evidence() throws UnreadableReport {
    return new Evidence(text("name"), text("text"));
  }

  private Map<String, String> facts() throws UnreadableReport {
    Map<String, String> facts = new TreeMap<>();
    for (Map.Entry<String, JsonNode> fact : node.properties()) {
      facts.put(fact.getKey(), text(fact.getKey()));
    }
    return facts;
  }

  private String text(String name) throws UnreadableReport {
    return get(name, JsonNode::isTextual, "a text").textValue();
  }

  private Instant instant(String name) throws UnreadableReport {
    return Instant.parse(text(name));
  }

  private <T> T word(String name, T[] values, Function<T, String> word) throws UnreadableReport {
    String given = text(name);
    for (T value : values) {
      if (word.apply(value).equals(given)) {
        return value;
      }
    }
    throw new UnreadableReport(
        "This is no run report: %s of %s cannot be \"%s\"."
            .formatted(name, at, Visible.inline(given)));
  }

  private ReportTree child(String name) throws UnreadableReport {
    return new ReportTree(name, get(name, JsonNode::isObject, "an object"));
  }

  private <T> List<T> children(String name, Reader<T> reader) throws UnreadableReport {
    List<T> all = new ArrayList<>();
    for (JsonNode element : get(name, JsonNode::isArray, "a list")) {
      all.add(reader.read(new ReportTree("%s[%d]".formatted(name, all.size()), element)));
    }
    return all;
  }

  private JsonNode get(String name, Function<JsonNode, Boolean> isRight, String kind)
      throws UnreadableReport {
    JsonNode value = node.get(name);
    if (value == null || !isRight.apply(value)) {
      throw new UnreadableReport(
          "This is no run report: %s needs %s named %s.".formatted(at, kind, Visible.inline(name)));
    }
    return value;
  }

  private interface Reader<T> {
    T read(ReportTree tree) throws UnreadableReport;
  }
}
