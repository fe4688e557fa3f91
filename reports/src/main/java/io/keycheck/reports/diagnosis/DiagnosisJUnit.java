package io.keycheck.reports.diagnosis;

import io.keycheck.reports.IndentedXml;
import io.keycheck.reports.Visible;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a diagnosis as JUnit XML, which continuous integration systems show.
 *
 * <p>One test suite per environment. An error is a failed case; a warning is a case that passed and
 * has something to say; a check that could not be made is skipped, with what it needs. A suite
 * without an error holds a case named as its verdict, so that it is never empty.
 */
public final class DiagnosisJUnit implements DiagnosisWriter {
  private final Writer out;
  private final XMLStreamWriter xml;
  private final IndentedXml lines;

  /** Makes a writer to the stream, in UTF-8. */
  public DiagnosisJUnit(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(this.out);
    } catch (XMLStreamException e) {
      throw new IllegalStateException("The JDK writes XML to any stream.", e);
    }
    lines = new IndentedXml(xml);
  }

  /** Something that is written to the document. */
  private interface Part {
    void write() throws XMLStreamException;
  }

  /** A test case, and what it is made of. */
  private record Case(String name, Outcome outcome, String message, String type, String text) {}

  private enum Outcome {
    PASSED,
    FAILED,
    SKIPPED
  }

  @Override
  public void begin(DiagnosisHeader header) throws IOException {
    written(
        () -> {
          xml.writeStartDocument("UTF-8", "1.0");
          lines.open(0, "testsuites");
          attribute("name", "keycheck diagnose");
          lines.open(1, "properties");
          lines.property(2, "source", header.source());
          lines.property(2, "operator-version", header.operatorVersion());
          for (String note : header.notes()) {
            lines.property(2, "note", note);
          }
          lines.close(1);
        });
  }

  @Override
  public void environment(EnvironmentDiagnosis environment) throws IOException {
    written(() -> suite(environment));
  }

  @Override
  public void end() throws IOException {
    written(
        () -> {
          lines.close(0);
          xml.writeEndDocument();
          xml.flush();
        });
    out.write('\n');
    out.flush();
  }

  private void suite(EnvironmentDiagnosis environment) throws XMLStreamException {
    List<Case> cases = cases(environment);
    lines.open(1, "testsuite");
    attribute("name", environment.namespace() + "/" + environment.environment());
    attribute("tests", Integer.toString(cases.size()));
    attribute("failures", count(cases, Outcome.FAILED));
    attribute("errors", "0");
    attribute("skipped", count(cases, Outcome.SKIPPED));
    for (Case one : cases) {
      testCase(environment, one);
    }
    String infos =
        environment.findings().stream()
            .filter(finding -> finding.level() == FindingLevel.INFO)
            .map(finding -> finding.check() + "\n" + text(finding))
            .collect(Collectors.joining("\n"));
    if (!infos.isEmpty()) {
      lines.open(2, "system-out");
      text(infos);
      xml.writeEndElement();
    }
    lines.close(1);
  }

  private static List<Case> cases(EnvironmentDiagnosis environment) {
    List<Case> cases = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (Finding finding : environment.findings()) {
      if (finding.level() != FindingLevel.INFO) {
        Outcome outcome = finding.level() == FindingLevel.ERROR ? Outcome.FAILED : Outcome.PASSED;
        // Servers tell cases apart by their names; a number stays the same where a pod's name
        // does not.
        int times = seen.merge(finding.check(), 1, Integer::sum);
        String name = times == 1 ? finding.check() : finding.check() + " " + times;
        cases.add(new Case(name, outcome, finding.saw(), finding.check(), text(finding)));
      }
    }
    boolean failed = cases.stream().anyMatch(one -> one.outcome() == Outcome.FAILED);
    if (!failed) {
      String verdict = environment.verdict().word();
      cases.add(
          switch (environment.verdict()) {
            case ERROR -> new Case(verdict, Outcome.FAILED, "No reason was given.", verdict, "");
            case UNKNOWN ->
                new Case(verdict, Outcome.SKIPPED, "Too little could be read.", verdict, "");
            case HEALTHY, WARNING, NOT_USED -> new Case(verdict, Outcome.PASSED, "", verdict, "");
          });
    }
    for (UnknownCheck unknown : environment.unknown()) {
      int times = seen.merge(unknown.check(), 1, Integer::sum);
      String name = times == 1 ? unknown.check() : unknown.check() + " " + times;
      String needs = "Could not be checked: needs " + unknown.needs();
      cases.add(new Case(name, Outcome.SKIPPED, needs, "unknown", needs));
    }
    return cases;
  }

  private static String text(Finding finding) {
    StringBuilder text = new StringBuilder();
    text.append(finding.object()).append('\n');
    text.append("saw: ").append(finding.saw()).append('\n');
    text.append("why: ").append(finding.why()).append('\n');
    if (!finding.remedy().isEmpty()) {
      text.append("do:\n");
      finding.remedy().forEach(line -> text.append("    ").append(line).append('\n'));
    }
    if (!finding.consequences().isEmpty()) {
      text.append("because of this:\n");
      finding
          .consequences()
          .forEach(
              follows ->
                  text.append("    ")
                      .append(follows.object())
                      .append(": ")
                      .append(follows.saw())
                      .append('\n'));
    }
    return text.toString();
  }

  private static String count(List<Case> cases, Outcome outcome) {
    return Long.toString(cases.stream().filter(one -> one.outcome() == outcome).count());
  }

  private void testCase(EnvironmentDiagnosis environment, Case one) throws XMLStreamException {
    lines.open(2, "testcase");
    attribute("name", one.name());
    // Servers show what stands before the last dot as the package.
    attribute(
        "classname",
        "keycheck.%s.%s"
            .formatted(
                environment.namespace().replace('.', '_'),
                environment.environment().replace('.', '_')));
    switch (one.outcome()) {
      case FAILED -> reason("failure", one);
      case SKIPPED -> reason("skipped", one);
      case PASSED -> {
        if (!one.text().isEmpty()) {
          lines.open(3, "system-out");
          text(one.text());
          xml.writeEndElement();
        }
      }
    }
    lines.close(2);
  }

  private void reason(String element, Case one) throws XMLStreamException {
    lines.open(3, element);
    attribute("message", one.message());
    attribute("type", one.type());
    text(one.text());
    xml.writeEndElement();
  }

  private void attribute(String name, String value) throws XMLStreamException {
    xml.writeAttribute(name, Visible.inline(value));
  }

  private void text(String text) throws XMLStreamException {
    xml.writeCharacters(
        text.lines().map(Visible::line).collect(Collectors.joining("\n", "", "\n")));
  }

  private static void written(Part part) throws IOException {
    try {
      part.write();
    } catch (XMLStreamException e) {
      if (e.getNestedException() instanceof IOException cause) {
        throw cause;
      }
      throw new IOException("The diagnosis could not be written as XML.", e);
    }
  }
}
