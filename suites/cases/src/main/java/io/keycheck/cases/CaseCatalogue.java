package io.keycheck.cases;

import io.keycheck.cases.aws.AliasThatIsThereTwiceIsRefused;
import io.keycheck.cases.aws.AudienceForAwsIsNeeded;
import io.keycheck.cases.aws.FailoverRegionServesWhereTheFirstIsAway;
import io.keycheck.cases.aws.JmesPathPicksEachKeyUnderItsAlias;
import io.keycheck.cases.aws.KeysWithDotsAndHyphensArePicked;
import io.keycheck.cases.aws.NumberInPlaceOfTextIsRefused;
import io.keycheck.cases.aws.PolicyForAnotherSecretIsRefused;
import io.keycheck.cases.aws.PolicyWithoutGetSecretValueIsRefused;
import io.keycheck.cases.aws.RefreshNeedsGetSecretValueAlone;
import io.keycheck.cases.aws.RegionComesFromTheNode;
import io.keycheck.cases.aws.RegionOfTheClassWins;
import io.keycheck.cases.aws.RoleArnMalformedIsRefused;
import io.keycheck.cases.aws.RoleArnMissingIsRefused;
import io.keycheck.cases.aws.SampleAsWrittenLacksATrustPolicy;
import io.keycheck.cases.aws.SecretByArnMountsTheSame;
import io.keycheck.cases.aws.SecretScheduledForDeletionIsRefused;
import io.keycheck.cases.aws.TokenOfAnotherAudienceIsRefused;
import io.keycheck.cases.aws.TokenRequestsAreNeeded;
import io.keycheck.cases.aws.VersionLabelPinsAVersion;
import io.keycheck.cases.aws.WholeSecretLiesBesideItsKeys;
import io.keycheck.cases.common.AllReplicasSeeTheSame;
import io.keycheck.cases.common.AnotherAccountIsRefused;
import io.keycheck.cases.common.AnotherNamespaceIsRefused;
import io.keycheck.cases.common.AwkwardValuesSurvive;
import io.keycheck.cases.common.CorrectedSampleMountsTheStoredBytes;
import io.keycheck.cases.common.DriverRestartLeavesMountedPodsAlone;
import io.keycheck.cases.common.FilesHaveTheAskedModes;
import io.keycheck.cases.common.MissingRequiredKeyIsNamedBeforeTheAppStarts;
import io.keycheck.cases.common.MountIsInMemory;
import io.keycheck.cases.common.MountIsReadOnly;
import io.keycheck.cases.common.MountedFilesHoldExactlyTheStoredBytes;
import io.keycheck.cases.common.NeighboursCannotReadEachOther;
import io.keycheck.cases.common.OnlyMappedKeysAreMounted;
import io.keycheck.cases.common.OptionalKeysMayBeAbsent;
import io.keycheck.cases.common.PodStatusListsEveryObjectWithItsVersion;
import io.keycheck.cases.common.PodStatusNeverHoldsAValue;
import io.keycheck.cases.common.ResourcesShareOneNameAndAreAnnotated;
import io.keycheck.cases.common.SyncedSecretComesAndGoes;
import io.keycheck.cases.dynamic.DynamicKeysAreMountedLikeStoredOnes;
import io.keycheck.cases.dynamic.DynamicPairLogsIntoTheDatabase;
import io.keycheck.cases.dynamic.EachRefreshTakesAnotherPair;
import io.keycheck.cases.dynamic.PairsOfEveryRefreshBelongTogether;
import io.keycheck.cases.dynamic.RestartedAppLogsInWithANewPair;
import io.keycheck.cases.dynamic.RunningAppIsLockedOutWhenItsLeaseEnds;
import io.keycheck.cases.dynamic.WithoutRotationTheMountedPairEndsWithItsLease;
import io.keycheck.cases.override.AppNamesTheRequiredKeysThatItLacks;
import io.keycheck.cases.override.KeyTakenFromTheClassFallsBackToTheMendixApp;
import io.keycheck.cases.override.OperatorAttachesAccountAndClassOfTheAppsName;
import io.keycheck.cases.override.PlansTogetherWithAStoreAreRefused;
import io.keycheck.cases.override.SettingOfTheMendixAppAloneCounts;
import io.keycheck.cases.override.SettingOfTheStoreAloneCounts;
import io.keycheck.cases.override.StatusSaysWhatTheStoreOverrides;
import io.keycheck.cases.override.StoreOverridesConstantsFromOperatorTwoTenOn;
import io.keycheck.cases.override.StoreOverridesNoConstantsBeforeOperatorTwoTen;
import io.keycheck.cases.override.StoreOverridesNothingWithoutTheFlag;
import io.keycheck.cases.override.StoreOverridesTheAdminPassword;
import io.keycheck.cases.rotation.AppRunsOnWhenItsRightsAreTaken;
import io.keycheck.cases.rotation.AppRunsOnWhenItsSecretIsDeleted;
import io.keycheck.cases.rotation.KeysOfOneSecretChangeTogether;
import io.keycheck.cases.rotation.PodStatusVersionChangesWithTheValue;
import io.keycheck.cases.rotation.RestartedAppHasTheNewValue;
import io.keycheck.cases.rotation.RollOutEndsWithTheNewValueEverywhere;
import io.keycheck.cases.rotation.RotatedValueReachesTheFile;
import io.keycheck.cases.rotation.RunningAppKeepsTheOldValue;
import io.keycheck.cases.rotation.StorageAndAdminChangeWhileALaterAppRuns;
import io.keycheck.cases.rotation.TenRotationsReachTheFile;
import io.keycheck.cases.rotation.WithoutRotationOnlyANewPodSeesTheNewValue;
import io.keycheck.cases.vault.KvVersionOneMountsTheStoredBytes;
import io.keycheck.cases.vault.ReviewerTokenDiesWithItsPod;
import io.keycheck.cases.vault.RoleWithAnAudienceAdmits;
import io.keycheck.cases.vault.SampleAsWrittenFailsOnKvVersionOne;
import io.keycheck.cases.vault.SampleAsWrittenFailsOnKvVersionTwo;
import io.keycheck.cases.vault.UncommentedEntryBreaksTheSample;
import io.keycheck.lab.SetUpFailed;
import io.keycheck.lab.plan.Need;
import io.keycheck.lab.plan.Outline;
import io.keycheck.lab.store.VaultStore;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Catalogue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every case of the kit. They are listed rather than searched for: a run starts faster, and a case
 * that is left out by mistake fails the build.
 */
public final class CaseCatalogue {
  private static final List<Class<? extends Breakable>> CASES =
      List.of(
          // Those that take longest come first; StartOrder tells what starts otherwise.
          TenRotationsReachTheFile.class,
          ReviewerTokenDiesWithItsPod.class,
          SyncedSecretComesAndGoes.class,
          MountedFilesHoldExactlyTheStoredBytes.class,
          CorrectedSampleMountsTheStoredBytes.class,
          AwkwardValuesSurvive.class,
          OnlyMappedKeysAreMounted.class,
          OptionalKeysMayBeAbsent.class,
          MissingRequiredKeyIsNamedBeforeTheAppStarts.class,
          MountIsReadOnly.class,
          MountIsInMemory.class,
          FilesHaveTheAskedModes.class,
          PodStatusListsEveryObjectWithItsVersion.class,
          PodStatusNeverHoldsAValue.class,
          ResourcesShareOneNameAndAreAnnotated.class,
          AnotherAccountIsRefused.class,
          AnotherNamespaceIsRefused.class,
          NeighboursCannotReadEachOther.class,
          AllReplicasSeeTheSame.class,
          RotatedValueReachesTheFile.class,
          RunningAppKeepsTheOldValue.class,
          RestartedAppHasTheNewValue.class,
          StorageAndAdminChangeWhileALaterAppRuns.class,
          PodStatusVersionChangesWithTheValue.class,
          KeysOfOneSecretChangeTogether.class,
          WithoutRotationOnlyANewPodSeesTheNewValue.class,
          AppRunsOnWhenItsSecretIsDeleted.class,
          AppRunsOnWhenItsRightsAreTaken.class,
          RollOutEndsWithTheNewValueEverywhere.class,
          DriverRestartLeavesMountedPodsAlone.class,
          StoreOverridesTheAdminPassword.class,
          SettingOfTheStoreAloneCounts.class,
          SettingOfTheMendixAppAloneCounts.class,
          StoreOverridesNothingWithoutTheFlag.class,
          KeyTakenFromTheClassFallsBackToTheMendixApp.class,
          StoreOverridesNoConstantsBeforeOperatorTwoTen.class,
          StoreOverridesConstantsFromOperatorTwoTenOn.class,
          PlansTogetherWithAStoreAreRefused.class,
          StatusSaysWhatTheStoreOverrides.class,
          OperatorAttachesAccountAndClassOfTheAppsName.class,
          AppNamesTheRequiredKeysThatItLacks.class,
          KvVersionOneMountsTheStoredBytes.class,
          RoleWithAnAudienceAdmits.class,
          SampleAsWrittenFailsOnKvVersionTwo.class,
          SampleAsWrittenFailsOnKvVersionOne.class,
          UncommentedEntryBreaksTheSample.class,
          AliasThatIsThereTwiceIsRefused.class,
          AudienceForAwsIsNeeded.class,
          FailoverRegionServesWhereTheFirstIsAway.class,
          JmesPathPicksEachKeyUnderItsAlias.class,
          KeysWithDotsAndHyphensArePicked.class,
          NumberInPlaceOfTextIsRefused.class,
          PolicyForAnotherSecretIsRefused.class,
          PolicyWithoutGetSecretValueIsRefused.class,
          RefreshNeedsGetSecretValueAlone.class,
          RegionComesFromTheNode.class,
          RegionOfTheClassWins.class,
          RoleArnMalformedIsRefused.class,
          RoleArnMissingIsRefused.class,
          SampleAsWrittenLacksATrustPolicy.class,
          SecretByArnMountsTheSame.class,
          SecretScheduledForDeletionIsRefused.class,
          TokenOfAnotherAudienceIsRefused.class,
          TokenRequestsAreNeeded.class,
          VersionLabelPinsAVersion.class,
          WholeSecretLiesBesideItsKeys.class,
          RunningAppIsLockedOutWhenItsLeaseEnds.class,
          RestartedAppLogsInWithANewPair.class,
          DynamicPairLogsIntoTheDatabase.class,
          DynamicKeysAreMountedLikeStoredOnes.class,
          PairsOfEveryRefreshBelongTogether.class,
          EachRefreshTakesAnotherPair.class,
          WithoutRotationTheMountedPairEndsWithItsLease.class);

  /** The misbehaviours of a provider that every case notices that asks for a mount. */
  private static final Set<String> NO_ANSWER = Set.of("dead", "slow");

  /** The misbehaviour that every case notices whose mount is to succeed. */
  private static final String NO_USABLE_ANSWER = "no-object-versions";

  private CaseCatalogue() {}

  /** Words that are names, which an id writes as it writes all words; longer ones first. */
  private static final List<Map.Entry<String, String>> NAMES =
      List.of(
          Map.entry("aws", "AWS"),
          Map.entry("arn", "ARN"),
          Map.entry("jmes path", "JMESPath"),
          Map.entry("kv", "KV"),
          Map.entry("kms", "KMS"),
          Map.entry("eks", "EKS"),
          Map.entry("vault", "Vault"),
          Map.entry("https", "HTTPS"),
          Map.entry("config map", "ConfigMap"),
          Map.entry("mendix app", "MendixApp"),
          Map.entry("get secret value", "GetSecretValue"),
          Map.entry("operator two ten", "Operator 2.10"),
          Map.entry("operator", "Operator"),
          Map.entry("apps name", "app's name"));

  /** All case classes, in the order in which a reader meets them; the faults come last. */
  public static List<Class<? extends Breakable>> classes() {
    return Stream.concat(CASES.stream(), FaultCatalogue.FAULTS.stream()).toList();
  }

  /** The ids of all cases. */
  public static Set<String> ids() {
    return classes().stream().map(CaseCatalogue::id).collect(Collectors.toCollection(TreeSet::new));
  }

  /** The stores that a case is true of. */
  public static List<String> stores(Class<?> type) {
    List<String> own = FaultCatalogue.store(type).map(List::of).orElseGet(() -> declared(type));
    return Suite.ALL.stores().stream().filter(s -> own.isEmpty() || own.contains(s)).toList();
  }

  /** Whether no other case that relies on that part may run beside it. */
  static boolean hasToItself(Class<?> type, String part) {
    HasToItself alone = type.getAnnotation(HasToItself.class);
    return alone != null && alone.value().equals(part);
  }

  /** Whether it needs that changed values are brought to pods that run. */
  static boolean takesRotation(Class<?> type) {
    Case declared = type.getAnnotation(Case.class);
    return declared != null && List.of(declared.needs()).contains(Need.ROTATION);
  }

  /** The classes of a suite's cases, by id. */
  public static Map<String, Class<? extends Breakable>> classes(Suite suite) {
    Map<String, Class<? extends Breakable>> byId = new LinkedHashMap<>();
    for (Class<? extends Breakable> type : classes()) {
      if (!stores(type, suite).isEmpty()) {
        byId.put(id(type), type);
      }
    }
    return byId;
  }

  /** The classes of some of a suite's cases; throws {@link SetUpFailed} for an id it has not. */
  public static List<Class<? extends Breakable>> classes(Suite suite, Set<String> ids) {
    Map<String, Class<? extends Breakable>> all = classes(suite);
    for (String id : ids) {
      if (!all.containsKey(id)) {
        throw new SetUpFailed(
            "The suite "
                + suite.id()
                + " has no case '"
                + id
                + "': run 'keycheck list cases' to see those it has.");
      }
    }
    return all.entrySet().stream()
        .filter(entry -> ids.isEmpty() || ids.contains(entry.getKey()))
        .<Class<? extends Breakable>>map(Map.Entry::getValue)
        .toList();
  }

  /** The catalogue of a suite, as its reports account for it. */
  public static Catalogue of(Suite suite) {
    List<CaseInfo> infos = tried(suite);
    Untried.of(suite).forEach(untried -> infos.add(untried.info()));
    return new Catalogue(infos);
  }

  /** What can be run of a suite. */
  public static List<CaseInfo> tried(Suite suite) {
    List<CaseInfo> infos = new ArrayList<>();
    for (Class<?> type : classes()) {
      stores(type, suite).forEach(store -> infos.add(info(type, store)));
    }
    return infos;
  }

  /** The misbehaviours that at least one case notices, with whatever store. */
  public static SortedSet<String> misbehaviours() {
    SortedSet<String> all = new TreeSet<>();
    Suite.ALL.stores().forEach(store -> all.addAll(misbehaviours(store)));
    return all;
  }

  /**
   * The misbehaviours that a suite may be shown: those that each of its stores' providers knows.
   */
  public static SortedSet<String> misbehaviours(Suite suite) {
    SortedSet<String> common = suite == Suite.FAILURE ? new TreeSet<>() : misbehaviours();
    suite.stores().forEach(store -> common.retainAll(misbehaviours(store)));
    return common;
  }

  /** The misbehaviours of a store's provider that at least one case notices. */
  public static SortedSet<String> misbehaviours(String store) {
    SortedSet<String> all = new TreeSet<>();
    CASES.forEach(type -> all.addAll(notices(type, store)));
    return all;
  }

  /** The stores that a suite tries a case with. */
  public static List<String> stores(Class<?> type, Suite suite) {
    if (!suite.has(type)) {
      return List.of();
    }
    return stores(type).stream().filter(suite.stores()::contains).toList();
  }

  private static List<String> declared(Class<?> type) {
    return List.of(type.getAnnotation(Case.class).stores());
  }

  /** What the catalogue says of a case with a store. */
  public static CaseInfo info(Class<?> type, String store) {
    Case declared = type.getAnnotation(Case.class);
    if (declared == null) {
      return FaultCatalogue.info(type, store);
    }
    return new CaseInfo(
        id(type), store, declared.level(), promise(type), declared.spec(), declared.since());
  }

  /** What a case makes and needs with a store; the faults of the failure suite declare none. */
  public static Outline outline(Class<?> type, String store) {
    Case declared = type.getAnnotation(Case.class);
    if (declared == null) {
      return new Outline(id(type), store, Set.of(), Set.of(), Optional.empty());
    }
    Set<Need> needs = new TreeSet<>(Arrays.asList(declared.needs()));
    if (!store.equals("vault")) {
      needs.removeAll(Set.of(Need.VAULT_AUTH_MOUNT, Need.VAULT_KV_ONE));
    }
    if (!store.equals("aws")) {
      needs.removeAll(Set.of(Need.AWS_PROVIDER_LOG, Need.AWS_OTHER_REGION));
    }
    return new Outline(
        id(type),
        store,
        Set.of(declared.makes()),
        needs,
        Optional.of(VaultStore.KV1).filter(engine -> needs.contains(Need.VAULT_KV_ONE)));
  }

  /** The misbehaviours that make a case fail with some store, by name. */
  public static Set<String> notices(Class<?> type) {
    Set<String> all = new TreeSet<>();
    stores(type).forEach(store -> all.addAll(notices(type, store)));
    return all;
  }

  /**
   * The misbehaviours of a store's provider that make a case fail, by name: these and no others.
   */
  public static Set<String> notices(Class<?> type, String store) {
    Case declared = type.getAnnotation(Case.class);
    if (declared == null || !stores(type).contains(store)) {
      return Set.of();
    }
    Set<String> all = new TreeSet<>();
    for (String name : declared.notices()) {
      int colon = name.indexOf(':');
      if (colon < 0 || name.substring(0, colon).equals(store)) {
        all.add(name.substring(colon + 1));
      }
    }
    if (declared.mounts()) {
      all.addAll(NO_ANSWER);
    }
    if (declared.mounts() && !declared.refused()) {
      all.add(NO_USABLE_ANSWER);
    }
    if (store.equals("aws")) {
      addWhatFollowsForAws(all, declared);
    }
    return all;
  }

  /** What only the AWS provider can do wrong is noticed by whoever notices something like it. */
  private static void addWhatFollowsForAws(Set<String> all, Case declared) {
    if (declared.mounts() && !declared.refused()) {
      // The keys of the document have hyphens, and its secret's name a slash.
      all.add("jmespath-ignores-quotes");
      all.add("untranslated");
    }
    if (all.contains("extra-file")) {
      all.add("drops-extra-file");
    }
    if (all.contains("wrong-bytes") && all.contains("key-left-out")) {
      all.add("wrong-alias");
    }
  }

  /** The id of a case: the kebab-case of its class. */
  public static String id(Class<?> type) {
    return kebab(type.getSimpleName());
  }

  static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
        .replaceAll("([A-Z])([A-Z][a-z])", "$1-$2")
        .toLowerCase(Locale.ROOT);
  }

  /** The promise of a case: its class read as a sentence. */
  static String promise(Class<?> type) {
    return sentence(id(type));
  }

  /** An id read as a sentence. */
  static String sentence(String id) {
    String words = " " + id.replace('-', ' ') + " ";
    for (Map.Entry<String, String> name : NAMES) {
      words = words.replace(" " + name.getKey() + " ", " " + name.getValue() + " ");
    }
    words = words.strip();
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
