package io.keycheck.diagnose.mounts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Fields of a class's objects, read line by line: enough to tell which paths are asked, also where
 * the text as a whole is no YAML.
 */
public final class ObjectFields {
  private static final int LONGEST = 500_000;

  private static final Pattern FIELD =
      Pattern.compile(
          "(?:^|[\\s{,-])\"?(objectName|objectAlias|secretPath|secretKey|path)\"?\\s{0,20}:\\s{0,20}"
              + "(?:'([^'\\n]{0,1000})'|\"((?:[^\"\\\\\\n]|\\\\.){0,300})\"|([^\\s,}#'\"][^,}#\\n]{0,1000}))");

  private ObjectFields() {}

  /** Returns the values of a field, such as {@code secretPath}, in their order. */
  public static List<String> of(MountFailure failure, String field) {
    String objects = failure.classText("objects");
    List<String> values = new ArrayList<>();
    if (objects.length() > LONGEST) {
      return values;
    }
    for (String line : objects.lines().toList()) {
      if (line.stripLeading().startsWith("#")) {
        continue;
      }
      Matcher matcher = FIELD.matcher(line);
      while (matcher.find()) {
        if (matcher.group(1).equals(field)) {
          values.add(OneLine.of(value(matcher)));
        }
      }
    }
    return values;
  }

  private static String value(Matcher matcher) {
    for (int quoted = 2; quoted <= 3; quoted++) {
      if (matcher.group(quoted) != null) {
        return matcher.group(quoted).replace("\\\"", "\"");
      }
    }
    return matcher.group(4).strip();
  }
}
