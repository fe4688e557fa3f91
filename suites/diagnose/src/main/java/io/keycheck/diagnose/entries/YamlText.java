package io.keycheck.diagnose.entries;

import java.io.StringReader;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.ReaderException;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/** Takes a text apart as YAML, within bounds. */
final class YamlText {
  /** In characters; the longest sensible class, with hundreds of settings, has a tenth of it. */
  private static final int LONGEST = 256 * 1024;

  private static final int DEEPEST = 30;
  private static final int MOST_ALIASES = 50;

  private YamlText() {}

  /**
   * Returns the root of the first document, as the providers read it; null where there is none.
   *
   * @throws UnreadableText if it is no YAML, or beyond the bounds
   */
  static Node root(String text) {
    if (text.length() > LONGEST) {
      throw new UnreadableText(1, 1, "the text is longer than " + LONGEST + " characters");
    }
    LoaderOptions bounds = new LoaderOptions();
    bounds.setCodePointLimit(LONGEST);
    bounds.setNestingDepthLimit(DEEPEST);
    bounds.setMaxAliasesForCollections(MOST_ALIASES);
    bounds.setProcessComments(false);
    StreamReader reader = new StreamReader(new StringReader(text));
    try {
      Composer composer = new Composer(new ParserImpl(reader, bounds), new Resolver(), bounds);
      return composer.checkNode() ? composer.getNode() : null;
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark();
      throw mark == null
          ? new UnreadableText(reader.getLine() + 1, reader.getColumn() + 1, problem(e))
          : new UnreadableText(mark.getLine() + 1, mark.getColumn() + 1, problem(e));
    } catch (ReaderException e) {
      throw unprintable(text, e.getPosition());
    } catch (YAMLException e) {
      throw new UnreadableText(
          reader.getLine() + 1, reader.getColumn() + 1, "it is nested or repeated beyond bounds");
    }
  }

  private static String problem(MarkedYAMLException e) {
    return e.getProblem() == null ? "it is no YAML" : e.getProblem();
  }

  private static UnreadableText unprintable(String text, int position) {
    String before = text.substring(0, Math.min(Math.max(position, 0), text.length()));
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    int column = before.length() - before.lastIndexOf('\n');
    return new UnreadableText(line, column, "a control character stands here");
  }
}
