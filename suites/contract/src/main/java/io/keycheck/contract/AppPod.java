package io.keycheck.contract;

import java.util.List;

/**
 * How the pods of an environment's app look.
 *
 * <p>Source: Mendix's public monitoring pages; the path at which keys are mounted is not public, so
 * it has to be found from the pod's volume.
 */
public final class AppPod {
  /** Label that all app pods carry with {@link #COMPONENT}. */
  public static final String COMPONENT_LABEL = "privatecloud.mendix.com/component";

  /** Value of {@link #COMPONENT_LABEL}. */
  public static final String COMPONENT = "mendix-app";

  /** Label that holds the environment's internal name. */
  public static final String APP_LABEL = "privatecloud.mendix.com/app";

  /** Container that the keys are mounted into. */
  public static final String SIDECAR_CONTAINER = "m2ee-sidecar";

  /** Container that publishes metrics. */
  public static final String METRICS_CONTAINER = "m2ee-metrics";

  /** Names under which the container of the Mendix Runtime is seen, the usual one first. */
  public static final List<String> RUNTIME_CONTAINERS = List.of("mendix-runtime", "mendix");

  private AppPod() {}
}
