package io.keycheck.diagnose;

import io.keycheck.diagnose.checks.account.AccountMissing;
import io.keycheck.diagnose.checks.account.AccountNameMismatch;
import io.keycheck.diagnose.checks.account.AccountNotAnnotated;
import io.keycheck.diagnose.checks.account.RoleArnMalformed;
import io.keycheck.diagnose.checks.account.RoleArnMissing;
import io.keycheck.diagnose.checks.app.OverrideNotAllowed;
import io.keycheck.diagnose.checks.app.RefreshFailing;
import io.keycheck.diagnose.checks.app.RestartPending;
import io.keycheck.diagnose.checks.app.StoragePlanUsed;
import io.keycheck.diagnose.checks.app.StoreNotUsed;
import io.keycheck.diagnose.checks.aws.AwsFetchFailed;
import io.keycheck.diagnose.checks.aws.AwsSecretDeleted;
import io.keycheck.diagnose.checks.aws.AwsSecretNotFound;
import io.keycheck.diagnose.checks.classes.AddressMalformed;
import io.keycheck.diagnose.checks.classes.AliasMissing;
import io.keycheck.diagnose.checks.classes.AuthMountTwice;
import io.keycheck.diagnose.checks.classes.ClassDeprecatedVersion;
import io.keycheck.diagnose.checks.classes.ClassInOtherNamespace;
import io.keycheck.diagnose.checks.classes.ClassMissing;
import io.keycheck.diagnose.checks.classes.ClassNameMismatch;
import io.keycheck.diagnose.checks.classes.ClassNotAnnotated;
import io.keycheck.diagnose.checks.classes.EncodingInvalid;
import io.keycheck.diagnose.checks.classes.EntryFieldMisplaced;
import io.keycheck.diagnose.checks.classes.EntryFieldUnknown;
import io.keycheck.diagnose.checks.classes.EntrySourceMissing;
import io.keycheck.diagnose.checks.classes.FailoverIncomplete;
import io.keycheck.diagnose.checks.classes.FileNameInvalid;
import io.keycheck.diagnose.checks.classes.FilePermissionInvalid;
import io.keycheck.diagnose.checks.classes.FlagMalformed;
import io.keycheck.diagnose.checks.classes.JmespathUnquoted;
import io.keycheck.diagnose.checks.classes.KeyDuplicated;
import io.keycheck.diagnose.checks.classes.KeyNeedsNewerOperator;
import io.keycheck.diagnose.checks.classes.KeyRequiredMissing;
import io.keycheck.diagnose.checks.classes.KeyUnknown;
import io.keycheck.diagnose.checks.classes.KeyVaultNotSet;
import io.keycheck.diagnose.checks.classes.ObjectNameInvalid;
import io.keycheck.diagnose.checks.classes.ObjectTypeInvalid;
import io.keycheck.diagnose.checks.classes.ObjectsEmpty;
import io.keycheck.diagnose.checks.classes.ObjectsUnreadable;
import io.keycheck.diagnose.checks.classes.ParameterMistyped;
import io.keycheck.diagnose.checks.classes.PathTranslationInvalid;
import io.keycheck.diagnose.checks.classes.PlaceholderLeft;
import io.keycheck.diagnose.checks.classes.RoleNameMissing;
import io.keycheck.diagnose.checks.classes.SecretKeyOmitted;
import io.keycheck.diagnose.checks.classes.SourceKeyMisspelt;
import io.keycheck.diagnose.checks.classes.SyncIncomplete;
import io.keycheck.diagnose.checks.classes.SyncObjectUnknown;
import io.keycheck.diagnose.checks.classes.SyncedInsideParameters;
import io.keycheck.diagnose.checks.cluster.ClassKindMissing;
import io.keycheck.diagnose.checks.cluster.DriverNotInstalled;
import io.keycheck.diagnose.checks.cluster.DriverNotOnNode;
import io.keycheck.diagnose.checks.cluster.ProviderNotOnNode;
import io.keycheck.diagnose.checks.cluster.ProviderUnknown;
import io.keycheck.diagnose.checks.cluster.RegionUnknown;
import io.keycheck.diagnose.checks.cluster.RotationDisabled;
import io.keycheck.diagnose.checks.cluster.SyncNotPermitted;
import io.keycheck.diagnose.checks.cluster.TokenRequestsMissing;
import io.keycheck.diagnose.checks.runtime.DeliveryIncomplete;
import io.keycheck.diagnose.checks.runtime.MountFailed;
import io.keycheck.diagnose.checks.runtime.NotAboutSecrets;
import io.keycheck.diagnose.checks.vault.VaultAccountNotBound;
import io.keycheck.diagnose.checks.vault.VaultAudienceMismatch;
import io.keycheck.diagnose.checks.vault.VaultKeyNotFound;
import io.keycheck.diagnose.checks.vault.VaultLoginDenied;
import io.keycheck.diagnose.checks.vault.VaultNameUnresolved;
import io.keycheck.diagnose.checks.vault.VaultNamespaceNotBound;
import io.keycheck.diagnose.checks.vault.VaultPolicyDenies;
import io.keycheck.diagnose.checks.vault.VaultRoleUnknown;
import io.keycheck.diagnose.checks.vault.VaultSchemeMismatch;
import io.keycheck.diagnose.checks.vault.VaultSealed;
import io.keycheck.diagnose.checks.vault.VaultSecretNotFound;
import io.keycheck.diagnose.checks.vault.VaultTlsUntrusted;
import io.keycheck.diagnose.checks.vault.VaultUnreachable;
import io.keycheck.diagnose.checks.volume.VolumeClassNotSet;
import io.keycheck.diagnose.checks.volume.VolumeClassOther;
import io.keycheck.diagnose.checks.volume.VolumeDriverUnknown;
import io.keycheck.diagnose.checks.volume.VolumeMissing;
import io.keycheck.diagnose.checks.volume.VolumeNotReadOnly;
import io.keycheck.diagnose.checks.volume.VolumeSubpath;
import io.keycheck.reports.diagnosis.Link;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every check, in the order in which causes are looked for: what comes first explains more. */
public final class Checks {
  private static final List<Check> ALL =
      List.of(
          new StoreNotUsed(),
          new DriverNotInstalled(),
          new ClassKindMissing(),
          new DriverNotOnNode(),
          new OverrideNotAllowed(),
          new StoragePlanUsed(),
          new AccountNameMismatch(),
          new AccountMissing(),
          new AccountNotAnnotated(),
          new RoleArnMissing(),
          new RoleArnMalformed(),
          new VolumeDriverUnknown(),
          new VolumeMissing(),
          new VolumeNotReadOnly(),
          new VolumeClassNotSet(),
          new VolumeClassOther(),
          new VolumeSubpath(),
          new ProviderUnknown(),
          new ClassInOtherNamespace(),
          new ClassNameMismatch(),
          new ClassMissing(),
          new ClassNotAnnotated(),
          new ClassDeprecatedVersion(),
          new PlaceholderLeft(),
          new ParameterMistyped(),
          new AddressMalformed(),
          new RoleNameMissing(),
          new AuthMountTwice(),
          new FlagMalformed(),
          new KeyVaultNotSet(),
          new PathTranslationInvalid(),
          new FailoverIncomplete(),
          new ObjectsUnreadable(),
          new ObjectsEmpty(),
          new EntryFieldMisplaced(),
          new EntryFieldUnknown(),
          new EntrySourceMissing(),
          new ObjectNameInvalid(),
          new ObjectTypeInvalid(),
          new JmespathUnquoted(),
          new AliasMissing(),
          new EncodingInvalid(),
          new FilePermissionInvalid(),
          new FileNameInvalid(),
          new KeyDuplicated(),
          new KeyUnknown(),
          new KeyRequiredMissing(),
          new KeyNeedsNewerOperator(),
          new SecretKeyOmitted(),
          new SourceKeyMisspelt(),
          new SyncObjectUnknown(),
          new SyncedInsideParameters(),
          new SyncIncomplete(),
          new ProviderNotOnNode(),
          new TokenRequestsMissing(),
          new RegionUnknown(),
          new VaultNameUnresolved(),
          new VaultUnreachable(),
          new VaultSchemeMismatch(),
          new VaultTlsUntrusted(),
          new VaultSealed(),
          new VaultRoleUnknown(),
          new VaultAccountNotBound(),
          new VaultNamespaceNotBound(),
          new VaultAudienceMismatch(),
          new VaultLoginDenied(),
          new VaultPolicyDenies(),
          new VaultSecretNotFound(),
          new VaultKeyNotFound(),
          new AwsSecretNotFound(),
          new AwsSecretDeleted(),
          new AwsFetchFailed(),
          new SyncNotPermitted(),
          new DeliveryIncomplete(),
          new RotationDisabled(),
          new RestartPending(),
          new RefreshFailing(),
          new NotAboutSecrets(),
          new MountFailed());

  private static final Map<String, Check> BY_ID =
      ALL.stream().collect(Collectors.toUnmodifiableMap(Check::id, check -> check));

  private Checks() {}

  /** Returns every check. */
  public static List<Check> all() {
    return ALL;
  }

  /** Returns the check of this identifier. */
  public static Optional<Check> of(String id) {
    return Optional.ofNullable(BY_ID.get(id));
  }

  /** Returns the link of the chain that a check's findings belong to. */
  static Link.Part part(String id) {
    return of(id).map(Check::part).orElse(Link.Part.APP);
  }
}
