package io.keycheck.cli;

/**
 * A volume of a Job's pod that holds what the user has put into the cluster.
 *
 * @param name of the volume; it is mounted below {@link #FOLDER} under this name
 * @param source where it comes from, as a volume of a pod says it, on one line of YAML
 */
record JobMount(String name, String source) {
  /** Below which all of them are mounted. */
  static final String FOLDER = "/var/run/keycheck/";

  /** Returns the path of a file in it. */
  String file(String key) {
    return FOLDER + name + "/" + key;
  }

  /** Returns the entry of the pod's volumes. */
  String volume() {
    return "- {name: " + name + ", " + source + "}";
  }

  /** Returns the entry of the container's mounts. */
  String mount() {
    return "- {name: " + name + ", mountPath: " + FOLDER + name + ", readOnly: true}";
  }
}
