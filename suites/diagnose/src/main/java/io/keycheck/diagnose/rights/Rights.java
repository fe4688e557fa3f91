package io.keycheck.diagnose.rights;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The manifests of the rights that reading takes: to get and to list, and never Secrets. */
public enum Rights {
  /** What is read of one namespace. */
  NAMESPACE("namespace"),
  /** The same of all namespaces. */
  ALL_NAMESPACES("all-namespaces"),
  /** What is read of the cluster around it. */
  CLUSTER("cluster"),
  /** The pods in the namespace of the driver or a provider. */
  DRIVER("driver"),
  /** The logs in the namespace of the driver. */
  LOGS("logs");

  private static final Pattern NAME = Pattern.compile("name: keycheck-diagnose(-\\w+)?");

  private final String name;

  Rights(String name) {
    this.name = name;
  }

  /**
   * Returns a role and its binding, as YAML.
   *
   * @param namespace the namespace that the rights are for; not used by those for the cluster
   * @param subject who gets them
   */
  public String manifest(String namespace, Subject subject) {
    return filled(text(), namespace, subject);
  }

  /**
   * Returns the same under names of their own, so that those of others stay as they are.
   *
   * @param suffix what makes the names of role and binding differ
   */
  public String manifest(String namespace, Subject subject, String suffix) {
    return filled(NAME.matcher(text()).replaceAll("$0-" + suffix), namespace, subject);
  }

  private static String filled(String text, String namespace, Subject subject) {
    return text.replace("${NAMESPACE}", Subject.quoted(namespace))
        .replace("${SUBJECT}", subject.entry());
  }

  private String text() {
    try (InputStream in = Rights.class.getResourceAsStream(name + ".yaml")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
