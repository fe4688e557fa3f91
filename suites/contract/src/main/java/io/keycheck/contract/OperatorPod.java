package io.keycheck.contract;

import java.util.List;

/** How the pods of the Mendix Operator look, which run in the namespace of the environments. */
public final class OperatorPod {
  /** What the names of the pods start with. */
  public static final List<String> NAMES = List.of("mendix-operator", "mendix-agent");

  /** Name of the sidecar's image; its tag is its version. */
  public static final String SIDECAR_IMAGE = "mx-m2ee-sidecar";

  /** Name of the Operator's image; its tag is the Operator's version. */
  public static final String OPERATOR_IMAGE = "mendix-operator";

  private OperatorPod() {}
}
