package io.keycheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keycheck.cases.RunSettings;
import io.keycheck.lab.SetUpFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Where a setting comes from: an option, else a variable, else the file. */
final class Settings {
  private static final int LONGEST = 64 * 1024;

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = values;
  }

  /** Lay options over variables over the file; throws {@link SetUpFailed} for an unusable file. */
  static Settings of(
      Map<String, String> options, Map<String, String> variables, Optional<Path> file) {
    Map<String, String> values = new TreeMap<>();
    file.ifPresent(path -> values.putAll(read(path)));
    for (String name : names()) {
      String variable =
          variables.get("KEYCHECK_" + name.toUpperCase(Locale.ROOT).replace('-', '_'));
      if (variable != null && !variable.isBlank()) {
        values.put(name, variable);
      }
    }
    values.putAll(options);
    return new Settings(values);
  }

  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  private static List<String> names() {
    return java.util.stream.Stream.concat(
            RunSettings.NAMES.stream(), java.util.stream.Stream.of("timeout"))
        .toList();
  }

  private static Map<String, String> read(Path file) {
    Map<String, Object> read;
    try {
      if (Files.size(file) > LONGEST) {
        throw new SetUpFailed("The settings file " + file + " is larger than any such file.");
      }
      read =
          new YAMLMapper()
              .readValue(Files.readString(file), new TypeReference<Map<String, Object>>() {});
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " (line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr()
                  + ")";
      throw new SetUpFailed(
          "The settings file "
              + file
              + " is no YAML map"
              + where
              + ": write lines such as 'suite: vault'.",
          e);
    } catch (IOException e) {
      throw new SetUpFailed("The settings file " + file + " cannot be read.", e);
    }
    Map<String, String> values = new TreeMap<>();
    if (read == null) {
      return values;
    }
    for (Map.Entry<String, Object> entry : read.entrySet()) {
      if (!names().contains(entry.getKey())) {
        throw new SetUpFailed(
            "The settings file "
                + file
                + " has an unknown setting '"
                + entry.getKey()
                + "': there are "
                + names().stream().sorted().collect(Collectors.joining(", "))
                + ".");
      }
      values.put(entry.getKey(), text(entry.getValue()));
    }
    return values;
  }

  private static String text(Object value) {
    return value instanceof List<?> list
        ? list.stream().map(String::valueOf).collect(Collectors.joining(","))
        : String.valueOf(value);
  }
}
