package io.keycheck.reports;

import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a report as JUnit XML, which continuous integration systems show.
 *
 * <p>One test suite per store. A broken promise is a failure; what could not be decided is an
 * error; what did not run, or is waived, is skipped; each says why. Characters that XML does not
 * know are shown as pictures of themselves.
 */
public final class JUnitXml {
  /** The format has neither fractions nor zones; these are times in UTC. */
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final XMLStreamWriter xml;
  private final IndentedXml lines;

  private JUnitXml(XMLStreamWriter xml) {
    this.xml = xml;
    this.lines = new IndentedXml(xml);
  }

  /** Returns the report as an XML document in UTF-8. */
  public static byte[] write(RunReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      new JUnitXml(xml).document(report);
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("A document in memory can always be written.", e);
    }
    return text.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private void document(RunReport report) throws XMLStreamException {
    xml.writeStartDocument("UTF-8", "1.0");
    lines.open(0, "testsuites");
    attribute("name", "keycheck " + report.suite());
    counts(report.results());
    attribute("time", seconds(report.duration()));
    Map<String, List<CaseResult>> byStore =
        report.results().stream()
            .collect(
                Collectors.groupingBy(
                    result -> result.info().store(), TreeMap::new, Collectors.toList()));
    for (Map.Entry<String, List<CaseResult>> store : byStore.entrySet()) {
      suite(report, store.getKey(), store.getValue());
    }
    lines.close(0);
    xml.writeEndDocument();
  }

  private void suite(RunReport report, String store, List<CaseResult> results)
      throws XMLStreamException {
    lines.open(1, "testsuite");
    attribute("name", store);
    counts(results);
    Duration time =
        results.stream().map(CaseResult::duration).reduce(Duration.ZERO, Duration::plus);
    attribute("time", seconds(time));
    attribute("timestamp", TIMESTAMP.format(report.started()));
    lines.open(2, "properties");
    lines.property(3, "run", report.runId());
    lines.property(3, "verdict", report.title());
    lines.property(3, "cluster", report.fingerprint().cluster());
    lines.property(3, "kit", report.kit().version() + " " + report.kit().commit());
    if (report.fault().isPresent()) {
      lines.property(3, "fault", report.fault().get());
    }
    lines.close(2);
    for (CaseResult result : results) {
      testCase(report, result);
    }
    lines.close(1);
  }

  private void testCase(RunReport report, CaseResult result) throws XMLStreamException {
    lines.open(2, "testcase");
    attribute("name", result.info().id());
    attribute("classname", "keycheck." + report.suite() + "." + result.info().store());
    attribute("time", seconds(result.duration()));
    lines.open(3, "properties");
    lines.property(4, "level", result.info().level().word());
    lines.property(4, "promise", result.info().promise());
    lines.property(4, "spec", result.info().spec());
    lines.property(4, "since", result.info().since());
    lines.close(3);
    if (result.reason().isPresent()) {
      reason(result.outcome(), result.reason().get(), report.waiver(result));
    }
    if (!result.evidence().isEmpty()) {
      evidence(result.evidence());
    }
    lines.close(2);
  }

  private void reason(Outcome outcome, Reason reason, Optional<Waiver> waiver)
      throws XMLStreamException {
    String element =
        switch (outcome) {
          case SKIPPED, WAIVED -> "skipped";
          case INCONCLUSIVE -> "error";
          case FAILED, PASSED -> "failure";
        };
    lines.open(3, element);
    String excuse =
        waiver.map(w -> "waived until %s, %s: ".formatted(w.expires(), w.link())).orElse("");
    attribute("message", Visible.inline(excuse + reason.sentence()));
    attribute("type", reason.code());
    text(reason.sentence());
    xml.writeEndElement();
  }

  private void evidence(List<Evidence> evidence) throws XMLStreamException {
    lines.open(3, "system-out");
    for (Evidence piece : evidence) {
      text("--- " + piece.name() + "\n" + piece.text() + "\n");
    }
    xml.writeEndElement();
  }

  private void counts(List<CaseResult> results) throws XMLStreamException {
    Counts counts = Counts.of(results);
    attribute("tests", Integer.toString(counts.total()));
    attribute("failures", Integer.toString(counts.failed()));
    attribute("errors", Integer.toString(counts.inconclusive()));
    attribute("skipped", Integer.toString(counts.skipped() + counts.waived()));
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Visible.xml(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(Visible.xml(text));
  }

  private static String seconds(Duration duration) {
    return String.format(Locale.ROOT, "%.3f", duration.toMillis() / 1000.0);
  }
}
