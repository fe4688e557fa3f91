package io.keycheck.contract;

/**
 * What marks the objects of one environment; all of them carry the environment's internal name.
 *
 * <p>Source: the document, section 2, steps 3 and 4, and section 4: "The internal name of the
 * environment must match an existing `ServiceAccount` and `SecretProviderClass`."
 */
public final class Environment {
  /** Annotation of the ServiceAccount that may be used by the environment of its name. */
  public static final String ACCOUNT_ANNOTATION = "privatecloud.mendix.com/environment-account";

  /** Annotation of the SecretProviderClass that may be used by the environment of its name. */
  public static final String CLASS_ANNOTATION = "privatecloud.mendix.com/environment-class";

  /** The one value of both annotations; Kubernetes keeps it as text. */
  public static final String ANNOTATION_VALUE = "true";

  private Environment() {}
}
