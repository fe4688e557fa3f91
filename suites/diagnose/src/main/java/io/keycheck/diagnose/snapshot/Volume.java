package io.keycheck.diagnose.snapshot;

/**
 * A volume of a pod: of a CSI driver, of the node's path, or another.
 *
 * @param driver {@code csi.driver}, or empty where it is no CSI volume
 * @param readOnly {@code csi.readOnly}
 * @param className {@code csi.volumeAttributes.secretProviderClass}, or empty
 * @param hostPath {@code hostPath.path}, or empty
 */
public record Volume(
    String name, String driver, Flag readOnly, String className, String hostPath) {}
