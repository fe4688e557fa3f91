package io.keycheck.diagnose.checks.vault;

/**
 * A path of a secret in Vault.
 *
 * @param path the path as the class gives it, with or without {@code v1/} in front
 */
record SecretPath(String path) {
  private static final String DATA = "/data/";

  SecretPath {
    path = path.replaceFirst("^/?v1/", "").replaceFirst("^/+", "").replaceFirst("\\?.*$", "");
  }

  /** Returns whether it is of the form that kv-v2 wants. */
  boolean hasData() {
    return path.indexOf(DATA) > 0;
  }

  /**
   * Returns where the engine is mounted; without {@code data} that is taken to be the first part.
   */
  String mount() {
    int end = hasData() ? path.indexOf(DATA) : path.indexOf('/');
    return end < 0 ? path : path.substring(0, end);
  }

  /** Returns the secret's name below the mount. */
  String name() {
    int start = mount().length() + (hasData() ? DATA.length() : 1);
    return start < path.length() ? path.substring(start) : "";
  }

  /** Returns the folder that the secret is in, with the mount and without {@code data}. */
  String folder() {
    return withoutData().substring(0, withoutData().lastIndexOf('/') + 1);
  }

  String withData() {
    return mount() + DATA + name();
  }

  String withoutData() {
    return mount() + "/" + name();
  }

  @Override
  public String toString() {
    return path;
  }
}
