package io.keycheck.diagnose.entries;

import io.keycheck.contract.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the entries of a class as its provider does, from the text of a parameter. */
final class EntryReader {
  /** No class needs near as many: there are two dozen keys, and a few settings of an app. */
  private static final int MOST_ENTRIES = 4_000;

  private static final int MOST_MERGES = 500;

  private final Provider provider;
  private final EntryFields known;
  private final FileNames names;
  private int entries;
  private int merges;

  EntryReader(Provider provider, FileNames names) {
    this.provider = provider;
    this.known = EntryFields.of(provider);
    this.names = names;
  }

  Entries read(String text) {
    try {
      Node root = YamlText.root(text);
      List<Entry> found = isNothing(root) ? List.of() : entries(text, root);
      return found.isEmpty() ? new Entries.Empty() : new Entries.Readable(found);
    } catch (UnreadableText unreadable) {
      return new Entries.Unreadable(
          unreadable.line(), unreadable.column(), unreadable.getMessage());
    }
  }

  private List<Entry> entries(String text, Node root) {
    if (provider == Provider.AZURE) {
      return azure(text, root);
    }
    if (!(root instanceof SequenceNode list)) {
      throw new UnreadableText(root, "a list is needed here, and this is " + kind(root));
    }
    return list.getValue().stream().map(node -> entry(node, 0)).toList();
  }

  /** Azure's is a map with a list of texts, each of which is a map as YAML. */
  private List<Entry> azure(String text, Node root) {
    if (!(root instanceof MappingNode)) {
      throw new UnreadableText(root, "a map with array: is needed here, and this is " + kind(root));
    }
    Node array = fields(root).get("array");
    if (array == null || isNothing(array)) {
      return List.of();
    }
    if (!(array instanceof SequenceNode list)) {
      throw new UnreadableText(array, "array: needs a list, and this is " + kind(array));
    }
    List<Entry> found = new ArrayList<>();
    for (Node item : list.getValue()) {
      if (!(item instanceof ScalarNode scalar)) {
        throw new UnreadableText(item, "a text is needed here (- |), and this is " + kind(item));
      }
      found.add(azureEntry(text, scalar));
    }
    return found;
  }

  private Entry azureEntry(String text, ScalarNode scalar) {
    boolean block =
        scalar.getScalarStyle() == ScalarStyle.LITERAL
            || scalar.getScalarStyle() == ScalarStyle.FOLDED;
    int before = scalar.getStartMark().getLine() + (block ? 1 : 0);
    try {
      Node root = YamlText.root(scalar.getValue());
      return isNothing(root)
          ? new Entry(before + 1, Map.of(), List.of(), List.of())
          : entry(root, before);
    } catch (UnreadableText unreadable) {
      throw unreadable.within(text, scalar.getValue(), before);
    }
  }

  private Entry entry(Node node, int before) {
    Map<String, Field> fields = new LinkedHashMap<>();
    List<Entry> parts = new ArrayList<>();
    int line = node.getStartMark().getLine() + 1 + before;
    fields(node)
        .forEach(
            (name, value) -> {
              fields.put(name, field(name, value, before));
              if (provider == Provider.AWS && name.equals("jmesPath") && !isNothing(value)) {
                parts.addAll(parts(value));
              }
            });
    count(node);
    return new Entry(line, fields, parts, names.of(line, fields, parts));
  }

  private List<Entry> parts(Node node) {
    if (!(node instanceof SequenceNode list)) {
      throw new UnreadableText(node, "jmesPath: needs a list, and this is " + kind(node));
    }
    List<Entry> parts = new ArrayList<>();
    for (Node item : list.getValue()) {
      Map<String, Field> fields = new LinkedHashMap<>();
      fields(item).forEach((name, value) -> fields.put(name, field(name, value, 0)));
      parts.add(new Entry(item.getStartMark().getLine() + 1, fields, List.of(), List.of()));
      count(item);
    }
    return parts;
  }

  private void count(Node node) {
    entries++;
    if (entries > MOST_ENTRIES) {
      throw new UnreadableText(node, "this is entry " + entries + ", and no more are read");
    }
  }

  private Field field(String name, Node value, int before) {
    int line = value.getStartMark().getLine() + 1 + before;
    if (value instanceof ScalarNode scalar) {
      boolean quoted = scalar.getScalarStyle() != ScalarStyle.PLAIN;
      String text = !quoted && isNothing(scalar) ? "" : scalar.getValue();
      return new Field(provider == Provider.AZURE ? text.strip() : text, quoted, line);
    }
    if (known.texts().contains(name)) {
      throw new UnreadableText(value, name + ": needs a text, and this is " + kind(value));
    }
    return new Field("", false, line);
  }

  /** Returns the fields of a map by name, with those that it merges from others. */
  private Map<String, Node> fields(Node node) {
    if (isNothing(node)) {
      return Map.of();
    }
    if (!(node instanceof MappingNode map)) {
      throw new UnreadableText(node, "a map is needed here, and this is " + kind(node));
    }
    Map<String, Node> fields = new LinkedHashMap<>();
    Map<String, Node> merged = new LinkedHashMap<>();
    for (NodeTuple tuple : map.getValue()) {
      if (tuple.getKeyNode().getTag().equals(Tag.MERGE)) {
        merge(tuple.getValueNode(), merged);
        continue;
      }
      String name = name(tuple.getKeyNode());
      if (fields.put(name, tuple.getValueNode()) != null && provider != Provider.AWS) {
        throw new UnreadableText(tuple.getKeyNode(), "the field " + name + " is there twice");
      }
    }
    merged.forEach(fields::putIfAbsent);
    return fields;
  }

  /** Takes what {@code <<} names: a map, or several, of which the first counts. */
  private void merge(Node node, Map<String, Node> merged) {
    merges++;
    if (merges > MOST_MERGES) {
      throw new UnreadableText(node, "too many maps are merged");
    }
    if (node instanceof SequenceNode list) {
      list.getValue().forEach(map -> merge(map, merged));
    } else {
      fields(node).forEach(merged::putIfAbsent);
    }
  }

  /** The AWS provider does not mind the case of names, as Go's JSON does not. */
  private String name(Node key) {
    if (!(key instanceof ScalarNode scalar)) {
      throw new UnreadableText(key, "a name is needed here, and this is " + kind(key));
    }
    String name = scalar.getValue();
    if (provider != Provider.AWS) {
      return name;
    }
    return Stream.concat(known.texts().stream(), known.nested().stream())
        .filter(field -> field.equalsIgnoreCase(name))
        .findFirst()
        .orElse(name);
  }

  private static boolean isNothing(Node node) {
    return node == null || (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL));
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a map";
    }
    return node instanceof SequenceNode ? "a list" : "a single value";
  }
}
