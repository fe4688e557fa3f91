package io.keycheck.diagnose.snapshot;

import java.util.List;

/** A SecretProviderClassPodStatus: what is mounted in a pod, with versions and without values. */
public record ClassPodStatus(
    Meta meta, String podName, String className, Flag mounted, List<Mounted> objects)
    implements Item {
  /** A file and the version of what it holds; the version may be empty. */
  public record Mounted(String id, String version) {}
}
