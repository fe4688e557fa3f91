package io.keycheck.contract;

/** The custom resource that describes an environment; the document, section 3.1, step 14. */
public final class MendixApp {
  /** Its API group. */
  public static final String API_GROUP = "privatecloud.mendix.com";

  /** The version of its API that the document uses. */
  public static final String API_VERSION = "v1alpha1";

  /** Its kind. */
  public static final String KIND = "MendixApp";

  /** Field of {@code spec} that must be true for the environment to read a secrets store. */
  public static final String OVERRIDE_FIELD = "allowOverrideSecretsWithSecretStoreCSIDriver";

  /** Path of the database plan, which must be absent with a secrets store (section 4). */
  public static final String DATABASE_PLAN_PATH = "spec.database.servicePlan";

  /** Path of the storage plan, which must be absent with a secrets store (section 4). */
  public static final String STORAGE_PLAN_PATH = "spec.storage.servicePlan";

  private MendixApp() {}
}
