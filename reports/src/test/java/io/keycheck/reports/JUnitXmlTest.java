package io.keycheck.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class JUnitXmlTest {
  @Test
  void isWhatContinuousIntegrationKnows() throws IOException {
    Golden.assertSame(
        "junit.xml", new String(JUnitXml.write(Reports.everything()), StandardCharsets.UTF_8));
  }

  @Test
  void eachOutcomeHasItsElementWithTheReason() throws Exception {
    Document xml = parsed(Reports.everything());
    assertThat(only(xml, "failure").getAttribute("type")).isEqualTo("was-served");
    assertThat(only(xml, "failure").getAttribute("message"))
        .isEqualTo("The mount of account \"other\" went through.");
    assertThat(only(xml, "error").getAttribute("type")).isEqualTo("node-not-ready");
    assertThat(only(xml, "skipped").getAttribute("type")).isEqualTo("feature-absent");
  }

  @Test
  void countsAddUp() throws Exception {
    Element all = parsed(Reports.everything()).getDocumentElement();
    assertThat(all.getAttribute("tests")).isEqualTo("5");
    assertThat(all.getAttribute("failures")).isEqualTo("1");
    assertThat(all.getAttribute("errors")).isEqualTo("1");
    assertThat(all.getAttribute("skipped")).isEqualTo("1");
    assertThat(all.getElementsByTagName("testsuite").getLength()).isEqualTo(2);
  }

  @Test
  void hostileTextsStayTexts() throws Exception {
    Document xml = parsed(Reports.hostileReport());
    assertThat(xml.getElementsByTagName("testsuite").getLength()).isEqualTo(1);
    assertThat(only(xml, "failure").getTextContent())
        .startsWith("␛[2J␛]0;owned␇ ]]> <!-- </testsuite> & ␀ � � 🔑 é")
        .contains("[cut: ");
    assertThat(only(xml, "failure").getAttribute("message")).doesNotContain("\n", "\u202E");
    assertThat(only(xml, "system-out").getTextContent()).contains("␍\n\t\"quoted\"");
  }

  private static Document parsed(RunReport report) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(JUnitXml.write(report)));
  }

  private static Element only(Document xml, String name) {
    assertThat(xml.getElementsByTagName(name).getLength()).as(name).isEqualTo(1);
    return (Element) xml.getElementsByTagName(name).item(0);
  }
}
