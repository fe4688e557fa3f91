package io.keycheck.cases;

import io.keycheck.cases.failure.Fault;
import io.keycheck.cases.failure.account.AccountAnnotatedWithYes;
import io.keycheck.cases.failure.account.AccountDeleted;
import io.keycheck.cases.failure.account.PodsRunAsAnotherAccount;
import io.keycheck.cases.failure.account.RoleArnAbsent;
import io.keycheck.cases.failure.account.RoleArnOfAUser;
import io.keycheck.cases.failure.app.OverrideNotAllowed;
import io.keycheck.cases.failure.app.PlanBesideTheStore;
import io.keycheck.cases.failure.app.RefreshDenied;
import io.keycheck.cases.failure.app.ValueRotatedAndAppNotRestarted;
import io.keycheck.cases.failure.aws.AwsKeyAbsent;
import io.keycheck.cases.failure.aws.AwsNumberForText;
import io.keycheck.cases.failure.aws.AwsPolicyDenies;
import io.keycheck.cases.failure.aws.AwsRegionMisspelt;
import io.keycheck.cases.failure.aws.AwsRoleTrustsAnother;
import io.keycheck.cases.failure.aws.AwsSecretGone;
import io.keycheck.cases.failure.aws.AwsSecretGoneAndThePolicyForItAlone;
import io.keycheck.cases.failure.aws.AwsSecretInAnotherRegion;
import io.keycheck.cases.failure.aws.AwsSecretScheduledForDeletion;
import io.keycheck.cases.failure.classes.AddressWithoutScheme;
import io.keycheck.cases.failure.classes.AliasMisspelt;
import io.keycheck.cases.failure.classes.AliasWrittenTwice;
import io.keycheck.cases.failure.classes.ArnCutShort;
import io.keycheck.cases.failure.classes.AuthMountNamedTwice;
import io.keycheck.cases.failure.classes.ClassAnnotatedWithYes;
import io.keycheck.cases.failure.classes.ClassAppliedInAnOldVersion;
import io.keycheck.cases.failure.classes.ClassDeleted;
import io.keycheck.cases.failure.classes.ClassHasAnotherName;
import io.keycheck.cases.failure.classes.ClassInAnotherNamespace;
import io.keycheck.cases.failure.classes.EncodingMisspelt;
import io.keycheck.cases.failure.classes.FailoverToTheSameRegion;
import io.keycheck.cases.failure.classes.FieldThatNobodyKnows;
import io.keycheck.cases.failure.classes.FieldsOfAnotherProvider;
import io.keycheck.cases.failure.classes.FileOutsideTheVolume;
import io.keycheck.cases.failure.classes.FileWrittenTwice;
import io.keycheck.cases.failure.classes.FlagIsYes;
import io.keycheck.cases.failure.classes.KeyMisspelt;
import io.keycheck.cases.failure.classes.KeyOfALaterOperator;
import io.keycheck.cases.failure.classes.KeyWithinTheSecretAbsent;
import io.keycheck.cases.failure.classes.ObjectTypeMisspelt;
import io.keycheck.cases.failure.classes.ObjectsAbsent;
import io.keycheck.cases.failure.classes.ObjectsWithAnOpenQuote;
import io.keycheck.cases.failure.classes.PathOfAnEntryAbsent;
import io.keycheck.cases.failure.classes.PathWithoutAlias;
import io.keycheck.cases.failure.classes.PathWithoutQuotes;
import io.keycheck.cases.failure.classes.PlaceholderForTheRole;
import io.keycheck.cases.failure.classes.ProviderMisspelt;
import io.keycheck.cases.failure.classes.RequiredKeyNotMapped;
import io.keycheck.cases.failure.classes.RoleNameAbsent;
import io.keycheck.cases.failure.classes.SecretToSyncWithoutType;
import io.keycheck.cases.failure.classes.SecretsToSyncAmongTheParameters;
import io.keycheck.cases.failure.classes.SlashesBecomeTwoCharacters;
import io.keycheck.cases.failure.classes.SourceKeyMisspeltInTheStoreToo;
import io.keycheck.cases.failure.classes.SyncedFileMisspelt;
import io.keycheck.cases.failure.classes.ThreeDigitsOfPermission;
import io.keycheck.cases.failure.cluster.DriverOffTheNode;
import io.keycheck.cases.failure.cluster.DriverUninstalled;
import io.keycheck.cases.failure.cluster.KindOfClassesDeleted;
import io.keycheck.cases.failure.cluster.ProviderOffTheNode;
import io.keycheck.cases.failure.cluster.RegionOfTheNodeUnknown;
import io.keycheck.cases.failure.cluster.RightToSyncTaken;
import io.keycheck.cases.failure.cluster.RotationSwitchedOff;
import io.keycheck.cases.failure.cluster.StatusOfTheMountLost;
import io.keycheck.cases.failure.cluster.TokensForAwsNotRequested;
import io.keycheck.cases.failure.cluster.TokensNotRequestedAtAll;
import io.keycheck.cases.failure.pairs.AccountAndClassNotAnnotated;
import io.keycheck.cases.failure.pairs.AccountNotBoundHidesPolicyDeleted;
import io.keycheck.cases.failure.pairs.ClassDeletedAndAccountNotAnnotated;
import io.keycheck.cases.failure.pairs.FileWrittenTwiceHidesSecretDeleted;
import io.keycheck.cases.failure.pairs.ImageNotThereAndClassNotAnnotated;
import io.keycheck.cases.failure.pairs.KeyMisspeltAndOverrideNotAllowed;
import io.keycheck.cases.failure.pairs.KeyNotMappedAndAccountNotAnnotated;
import io.keycheck.cases.failure.pairs.OverrideNotAllowedAndPlanUsed;
import io.keycheck.cases.failure.pairs.PolicyDeletedAndPlanUsed;
import io.keycheck.cases.failure.pairs.RoleArnAbsentHidesSecretGone;
import io.keycheck.cases.failure.pairs.RoleNameAbsentAndVolumeNotReadOnly;
import io.keycheck.cases.failure.runtime.AppCrashes;
import io.keycheck.cases.failure.runtime.ConfigMapAbsent;
import io.keycheck.cases.failure.runtime.ImageNotThere;
import io.keycheck.cases.failure.runtime.NoNodeSelected;
import io.keycheck.cases.failure.runtime.NoRoomOnAnyNode;
import io.keycheck.cases.failure.runtime.QuotaExceeded;
import io.keycheck.cases.failure.vault.AuthMountMisspelt;
import io.keycheck.cases.failure.vault.AuthMountNotConfigured;
import io.keycheck.cases.failure.vault.HostMisspelt;
import io.keycheck.cases.failure.vault.HttpsToPlainVault;
import io.keycheck.cases.failure.vault.KeyDeletedFromTheSecret;
import io.keycheck.cases.failure.vault.KeyReadMisspelt;
import io.keycheck.cases.failure.vault.PathsWithoutData;
import io.keycheck.cases.failure.vault.PolicyDeleted;
import io.keycheck.cases.failure.vault.PolicyWithoutData;
import io.keycheck.cases.failure.vault.PortClosed;
import io.keycheck.cases.failure.vault.RoleBindsAnotherAccount;
import io.keycheck.cases.failure.vault.RoleBindsAnotherNamespace;
import io.keycheck.cases.failure.vault.RoleDeleted;
import io.keycheck.cases.failure.vault.RoleWantsAnotherAudience;
import io.keycheck.cases.failure.vault.SecretDeleted;
import io.keycheck.cases.failure.vault.VaultOfAnUnknownAuthority;
import io.keycheck.cases.failure.vault.VaultOfAnotherName;
import io.keycheck.cases.failure.vault.VaultRestarted;
import io.keycheck.cases.failure.vault.VaultSealed;
import io.keycheck.cases.failure.volume.DriverOfTheVolumeMisspelt;
import io.keycheck.cases.failure.volume.FileMountedBySubpath;
import io.keycheck.cases.failure.volume.VolumeAbsent;
import io.keycheck.cases.failure.volume.VolumeNotReadOnly;
import io.keycheck.cases.failure.volume.VolumeOfAnotherClass;
import io.keycheck.cases.failure.volume.VolumeWithoutClass;
import io.keycheck.diagnose.Checks;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Level;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The faults of the failure suite, and what the catalogue says of them. */
final class FaultCatalogue {
  /** In the order in which a reader meets them. */
  static final List<Class<? extends Breakable>> FAULTS =
      List.of(
          ClassAnnotatedWithYes.class,
          ClassDeleted.class,
          ProviderMisspelt.class,
          RoleDeleted.class,
          ImageNotThere.class,
          TokensForAwsNotRequested.class,
          ClassHasAnotherName.class,
          ClassInAnotherNamespace.class,
          ClassAppliedInAnOldVersion.class,
          ObjectsWithAnOpenQuote.class,
          ObjectsAbsent.class,
          RequiredKeyNotMapped.class,
          KeyMisspelt.class,
          AliasMisspelt.class,
          FileWrittenTwice.class,
          AliasWrittenTwice.class,
          KeyOfALaterOperator.class,
          FieldsOfAnotherProvider.class,
          PlaceholderForTheRole.class,
          AddressWithoutScheme.class,
          RoleNameAbsent.class,
          ObjectTypeMisspelt.class,
          PathWithoutQuotes.class,
          PathWithoutAlias.class,
          SyncedFileMisspelt.class,
          AuthMountNamedTwice.class,
          FlagIsYes.class,
          SlashesBecomeTwoCharacters.class,
          FailoverToTheSameRegion.class,
          FieldThatNobodyKnows.class,
          PathOfAnEntryAbsent.class,
          ArnCutShort.class,
          EncodingMisspelt.class,
          ThreeDigitsOfPermission.class,
          FileOutsideTheVolume.class,
          KeyWithinTheSecretAbsent.class,
          SourceKeyMisspeltInTheStoreToo.class,
          SecretsToSyncAmongTheParameters.class,
          SecretToSyncWithoutType.class,
          AccountDeleted.class,
          AccountAnnotatedWithYes.class,
          PodsRunAsAnotherAccount.class,
          RoleArnAbsent.class,
          RoleArnOfAUser.class,
          VolumeAbsent.class,
          VolumeNotReadOnly.class,
          VolumeWithoutClass.class,
          VolumeOfAnotherClass.class,
          DriverOfTheVolumeMisspelt.class,
          FileMountedBySubpath.class,
          OverrideNotAllowed.class,
          PlanBesideTheStore.class,
          ValueRotatedAndAppNotRestarted.class,
          RefreshDenied.class,
          HostMisspelt.class,
          PortClosed.class,
          HttpsToPlainVault.class,
          RoleBindsAnotherAccount.class,
          RoleBindsAnotherNamespace.class,
          RoleWantsAnotherAudience.class,
          AuthMountMisspelt.class,
          PolicyDeleted.class,
          PolicyWithoutData.class,
          SecretDeleted.class,
          PathsWithoutData.class,
          KeyDeletedFromTheSecret.class,
          KeyReadMisspelt.class,
          AwsSecretGone.class,
          AwsSecretScheduledForDeletion.class,
          AwsPolicyDenies.class,
          AwsRoleTrustsAnother.class,
          AwsKeyAbsent.class,
          AwsRegionMisspelt.class,
          AwsNumberForText.class,
          AwsSecretInAnotherRegion.class,
          AppCrashes.class,
          NoRoomOnAnyNode.class,
          NoNodeSelected.class,
          QuotaExceeded.class,
          ConfigMapAbsent.class,
          DriverUninstalled.class,
          DriverOffTheNode.class,
          ProviderOffTheNode.class,
          KindOfClassesDeleted.class,
          RotationSwitchedOff.class,
          RightToSyncTaken.class,
          RegionOfTheNodeUnknown.class,
          TokensNotRequestedAtAll.class,
          AwsSecretGoneAndThePolicyForItAlone.class,
          VaultSealed.class,
          VaultRestarted.class,
          VaultOfAnUnknownAuthority.class,
          VaultOfAnotherName.class,
          AuthMountNotConfigured.class,
          StatusOfTheMountLost.class,
          AccountAndClassNotAnnotated.class,
          OverrideNotAllowedAndPlanUsed.class,
          KeyMisspeltAndOverrideNotAllowed.class,
          PolicyDeletedAndPlanUsed.class,
          KeyNotMappedAndAccountNotAnnotated.class,
          RoleNameAbsentAndVolumeNotReadOnly.class,
          ClassDeletedAndAccountNotAnnotated.class,
          ImageNotThereAndClassNotAnnotated.class,
          RoleArnAbsentHidesSecretGone.class,
          AccountNotBoundHidesPolicyDeleted.class,
          FileWrittenTwiceHidesSecretDeleted.class);

  private static final String SINCE = "0.1.0";

  private FaultCatalogue() {}

  /** The store that a fault is tried with; none where the class is no fault. */
  static Optional<String> store(Class<?> type) {
    return Optional.ofNullable(type.getAnnotation(Fault.class)).map(Fault::store);
  }

  /** What the catalogue says of a fault: it enforces what its checks do. */
  static CaseInfo info(Class<?> type, String store) {
    return new CaseInfo(
        CaseCatalogue.id(type), store, Level.CORE, CaseCatalogue.promise(type), spec(type), SINCE);
  }

  private static String spec(Class<?> type) {
    return Stream.of(type.getAnnotation(Fault.class).checks())
        .map(id -> id + ": " + Checks.of(id).orElseThrow().explanation().source())
        .collect(Collectors.joining("; "));
  }
}
