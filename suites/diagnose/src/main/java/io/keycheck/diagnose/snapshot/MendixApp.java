package io.keycheck.diagnose.snapshot;

/**
 * The custom resource of an environment.
 *
 * @param override {@code spec.allowOverrideSecretsWithSecretStoreCSIDriver}
 * @param databasePlan {@code spec.database.servicePlan}, or empty
 * @param storagePlan {@code spec.storage.servicePlan}, or empty
 * @param replicas {@code spec.replicas}, or -1 where it is absent or no number
 */
public record MendixApp(
    Meta meta, Flag override, String databasePlan, String storagePlan, int replicas)
    implements Item {}
