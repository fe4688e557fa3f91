package io.keycheck.contract;

/** The resource that says which files a volume holds; the document, section 2, step 4. */
public final class SecretProviderClass {
  /** Its API group. */
  public static final String API_GROUP = "secrets-store.csi.x-k8s.io";

  /** The version of its API that the document's AWS sample uses (section 3.2, step 11). */
  public static final String API_VERSION = "v1";

  /** The version of the document's Vault sample (section 3.1, step 13), deprecated since. */
  public static final String DEPRECATED_API_VERSION = "v1alpha1";

  /** Its kind. */
  public static final String KIND = "SecretProviderClass";

  /** Name of the driver that mounts it. */
  public static final String DRIVER = "secrets-store.csi.k8s.io";

  private SecretProviderClass() {}
}
