package io.keycheck.cases.attach;

import io.keycheck.diagnose.Check;
import io.keycheck.diagnose.Checks;
import io.keycheck.reports.CaseInfo;
import io.keycheck.reports.Catalogue;
import io.keycheck.reports.Level;
import io.keycheck.reports.RunReport;
import io.keycheck.reports.diagnosis.FindingLevel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is asked of an attached environment beside every check of diagnose. */
enum AttachedCase {
  EVERY_POD_OF_THE_APP_IS_READY(
      Level.CORE, false, "2, step 6: the app starts with what is mounted"),
  EVERY_MAPPED_FILE_IS_MOUNTED_WITH_A_VERSION(
      Level.CORE, false, "SecretProviderClassPodStatus: status.mounted, status.objects"),
  ALL_PODS_HAVE_THE_SAME_VERSIONS(
      Level.EXTENDED, false, "SecretProviderClassPodStatus: status.objects[].version"),
  FILES_IN_THE_POD_ARE_THOSE_THAT_ARE_MAPPED(
      Level.EXTENDED, true, "2, step 4: the SecretProviderClass maps keys to files"),
  FILES_IN_THE_POD_CAN_BE_READ(Level.EXTENDED, true, "2, step 4: the app reads the files"),
  FILES_ARE_THE_SAME_IN_ALL_PODS(Level.EXTENDED, true, "2, step 4: the app reads the files"),
  MOUNT_IN_THE_POD_IS_IN_MEMORY(Level.EXTENDED, true, "1 Introduction: a mount, not a copy"),
  MOUNT_IN_THE_POD_IS_READ_ONLY(Level.EXTENDED, true, "1 Introduction: \"read-only access\"");

  /** In the place of a store: reading tells nothing of how one behaves. */
  static final String STORE = RunReport.ATTACHED;

  private static final String SINCE = "0.1.0";

  private final Level level;
  private final boolean inPod;
  private final String spec;

  AttachedCase(Level level, boolean inPod, String spec) {
    this.level = level;
    this.inPod = inPod;
    this.spec = spec;
  }

  /** Whether it takes a look into pods. */
  boolean inPod() {
    return inPod;
  }

  /** What the catalogue says of it. */
  CaseInfo info() {
    String id = name().toLowerCase(Locale.ROOT).replace('_', '-');
    String words = id.replace('-', ' ');
    return new CaseInfo(
        id, STORE, level, Character.toUpperCase(words.charAt(0)) + words.substring(1), spec, SINCE);
  }

  /** What the catalogue says of a check: an error would keep secrets from the app. */
  static CaseInfo info(Check check) {
    return new CaseInfo(
        check.id(),
        STORE,
        check.level() == FindingLevel.ERROR ? Level.CORE : Level.EXTENDED,
        "The check " + check.id() + " finds nothing",
        check.explanation().source().strip().replaceAll("\\s+", " "),
        SINCE);
  }

  /** All that is asked. */
  static Catalogue catalogue() {
    List<CaseInfo> all = new ArrayList<>();
    Checks.all().forEach(check -> all.add(info(check)));
    for (AttachedCase one : values()) {
      all.add(one.info());
    }
    return new Catalogue(all);
  }
}
