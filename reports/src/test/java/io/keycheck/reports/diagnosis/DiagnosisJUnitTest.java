package io.keycheck.reports.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import io.keycheck.reports.Golden;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class DiagnosisJUnitTest {
  static Stream<Diagnosis> diagnoses() {
    return Stream.of(
        Diagnoses.everything(), Diagnoses.of(), Diagnoses.crowd(7), Diagnoses.hostile());
  }

  @Test
  void isWhatContinuousIntegrationKnows() throws IOException {
    Golden.assertSame("diagnosis/diagnosis.xml", xml(Diagnoses.everything()));
  }

  @ParameterizedTest
  @MethodSource("diagnoses")
  void everySuiteHasACaseAndCountsThatAddUp(Diagnosis diagnosis) throws Exception {
    List<Element> suites = all(parsed(diagnosis).getDocumentElement(), "testsuite");
    assertThat(suites).hasSameSizeAs(diagnosis.environments());
    for (Element suite : suites) {
      assertThat(all(suite, "testcase"))
          .hasSize(Integer.parseInt(suite.getAttribute("tests")))
          .isNotEmpty();
      assertThat(all(suite, "failure")).hasSize(Integer.parseInt(suite.getAttribute("failures")));
      assertThat(all(suite, "skipped")).hasSize(Integer.parseInt(suite.getAttribute("skipped")));
    }
  }

  @ParameterizedTest
  @MethodSource("diagnoses")
  void noTwoCasesOfASuiteShareAName(Diagnosis diagnosis) throws Exception {
    for (Element suite : all(parsed(diagnosis).getDocumentElement(), "testsuite")) {
      assertThat(all(suite, "testcase"))
          .extracting(one -> one.getAttribute("name"))
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void anErrorFailsAWarningPassesAndAnUnknownIsSkipped() throws Exception {
    Element suite =
        all(parsed(Diagnoses.of(Diagnoses.broken())).getDocumentElement(), "testsuite").get(0);
    assertThat(childrenOf(suite, "class-not-annotated")).containsExactly("failure");
    assertThat(childrenOf(suite, "volume-subpath")).containsExactly("system-out");
    assertThat(childrenOf(suite, "provider-not-on-node")).containsExactly("skipped");
  }

  @Test
  void aHealthyEnvironmentIsAPassingCase() throws Exception {
    Document xml = parsed(Diagnoses.of(Diagnoses.healthy("mx-prod", "crm")));
    Element suite = all(xml.getDocumentElement(), "testsuite").get(0);
    assertThat(childrenOf(suite, "healthy")).isEmpty();
  }

  @Test
  void anEnvironmentOfWhichNothingIsKnownDoesNotPass() throws Exception {
    EnvironmentDiagnosis nothing =
        new EnvironmentDiagnosis(
            "ns", "env", DiagnosisVerdict.UNKNOWN, List.of(), List.of(), List.of());
    Element suite = all(parsed(Diagnoses.of(nothing)).getDocumentElement(), "testsuite").get(0);
    assertThat(childrenOf(suite, "unknown")).containsExactly("skipped");
  }

  @Test
  void hostileTextsStayTexts() throws Exception {
    Element failure = all(parsed(Diagnoses.hostile()).getDocumentElement(), "failure").get(0);
    assertThat(failure.getTextContent())
        .contains("␛[2J␛]0;owned␇ ]]> <!-- </testsuite></style></pre><script>", "🔑 é", "[cut: ")
        .doesNotContain("\u202E", "\uFFFE");
    assertThat(failure.getAttribute("message")).doesNotContain("\n", "\u202E");
  }

  private static List<String> childrenOf(Element suite, String name) {
    Element found =
        all(suite, "testcase").stream()
            .filter(one -> one.getAttribute("name").equals(name))
            .findFirst()
            .orElseThrow();
    return all(found, "*").stream().map(Element::getTagName).toList();
  }

  private static List<Element> all(Element parent, String name) {
    NodeList nodes = parent.getElementsByTagName(name);
    List<Element> elements = new ArrayList<>();
    for (int i = 0; i < nodes.getLength(); i++) {
      elements.add((Element) nodes.item(i));
    }
    return elements;
  }

  private static Document parsed(Diagnosis diagnosis) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(xml(diagnosis).getBytes(StandardCharsets.UTF_8)));
  }

  private static String xml(Diagnosis diagnosis) throws IOException {
    return Diagnoses.written(diagnosis, DiagnosisJUnit::new);
  }
}
