package io.keycheck.cli;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.keycheck.cases.RunSettings;
import io.keycheck.lab.SetUpFailed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Where a setting comes from: an option, else a variable, else the file. */
final class Settings {
  private static final int LONGEST = 64 * 1024;

  private final Map<String, String> values;
  private final Map<String, String> places;

  private Settings(Map<String, String> values, Map<String, String> places) {
    this.values = values;
    this.places = places;
  }

  /** Lay options over variables over the file; throws {@link SetUpFailed} for an unusable file. */
  static Settings of(
      Map<String, String> options, Map<String, String> variables, Optional<Path> file) {
    Map<String, String> values = new TreeMap<>();
    Map<String, String> places = new TreeMap<>();
    file.ifPresent(
        path ->
            read(path)
                .forEach(
                    (name, value) -> {
                      values.put(name, value);
                      places.put(name, "the file " + path);
                    }));
    for (String name : names()) {
      String variable = "KEYCHECK_" + name.toUpperCase(Locale.ROOT).replace('-', '_');
      String value = variables.get(variable);
      if (value != null && !value.isBlank()) {
        values.put(name, value);
        places.put(name, "the variable " + variable);
      }
    }
    values.putAll(options);
    places.keySet().removeAll(options.keySet());
    return new Settings(values, places);
  }

  /** Adds an option to those that were given, where it was given. */
  static void put(Map<String, String> options, String name, Object value) {
    if (value != null) {
      options.put(name, value.toString());
    }
  }

  /** The value of a setting, by its name. */
  Optional<String> get(String name) {
    return Optional.ofNullable(values.get(name));
  }

  /** Where a setting was given, if not by the option that the reader has just typed. */
  String place(String name) {
    return places.getOrDefault(name, "");
  }

  /** The longest time of the run. */
  Duration timeout() {
    try {
      return RunSettings.duration("timeout", get("timeout").orElse("30m"));
    } catch (SetUpFailed unusable) {
      throw place("timeout").isEmpty()
          ? unusable
          : new SetUpFailed(
              unusable.getMessage() + " It is set by " + place("timeout") + ".", unusable);
    }
  }

  private static List<String> names() {
    return Stream.concat(RunSettings.NAMES.stream(), Stream.of("timeout", DriverOptions.MATRIX))
        .sorted()
        .toList();
  }

  private static Map<String, String> read(Path file) {
    JsonNode settings = parse(file);
    Map<String, String> values = new TreeMap<>();
    if (settings.isMissingNode() || settings.isNull()) {
      return values;
    }
    if (!settings.isObject()) {
      throw noMap(file, "", null);
    }
    for (Map.Entry<String, JsonNode> setting : settings.properties()) {
      if (!names().contains(setting.getKey())) {
        throw new SetUpFailed(
            "The settings file "
                + file
                + " has an unknown setting '"
                + setting.getKey()
                + "': there are "
                + String.join(", ", names())
                + ".");
      }
      if (!setting.getValue().isNull()) {
        values.put(setting.getKey(), text(file, setting.getKey(), setting.getValue()));
      }
    }
    return values;
  }

  private static JsonNode parse(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new SetUpFailed(
            "The settings file "
                + file
                + " is larger than "
                + LONGEST
                + " bytes: name a file with settings.");
      }
      return YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .build()
          .readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw noMap(
          file,
          at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")",
          e);
    } catch (IOException e) {
      throw new SetUpFailed(
          "The settings file " + file + " cannot be read: name one that can with --config.", e);
    }
  }

  private static SetUpFailed noMap(Path file, String where, Exception cause) {
    return new SetUpFailed(
        "The settings file "
            + file
            + " is no YAML map"
            + where
            + ": write each setting once, in a line such as 'suite: vault'.",
        cause);
  }

  private static String text(Path file, String name, JsonNode value) {
    if (value.isValueNode()) {
      return value.asText();
    }
    List<String> items = new ArrayList<>();
    value.forEach(item -> items.add(item.isValueNode() ? item.asText() : ""));
    if (!value.isArray() || items.contains("")) {
      throw new SetUpFailed(
          "The settings file "
              + file
              + " gives no value that can be used for '"
              + name
              + "': write one value, or a list of them.");
    }
    return String.join(",", items);
  }
}
