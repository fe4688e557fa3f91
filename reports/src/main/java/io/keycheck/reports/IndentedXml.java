package io.keycheck.reports;

import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Sets the elements of a document each on a line of its own, as deep as they are nested. */
public final class IndentedXml {
  private final XMLStreamWriter xml;

  /** Writes to this document. */
  public IndentedXml(XMLStreamWriter xml) {
    this.xml = xml;
  }

  /** Begins an element. */
  public void open(int depth, String element) throws XMLStreamException {
    indent(depth);
    xml.writeStartElement(element);
  }

  /** Ends an element that holds others; one that holds text ends behind it. */
  public void close(int depth) throws XMLStreamException {
    indent(depth);
    xml.writeEndElement();
  }

  /** Writes a property; its value is shown on one line. */
  public void property(int depth, String name, String value) throws XMLStreamException {
    indent(depth);
    xml.writeEmptyElement("property");
    xml.writeAttribute("name", name);
    xml.writeAttribute("value", Visible.inline(value));
  }

  private void indent(int depth) throws XMLStreamException {
    xml.writeCharacters("\n" + "  ".repeat(depth));
  }
}
