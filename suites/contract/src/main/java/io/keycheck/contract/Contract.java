package io.keycheck.contract;

import static io.keycheck.contract.Requirement.AZURE_MANAGED;
import static io.keycheck.contract.Requirement.AZURE_STATIC;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds the contract as one Operator version keeps it, and judges mappings by it.
 *
 * <p>Values are never looked at, so a judgement needs no right to read secrets. Versions before the
 * document's are judged by the document.
 *
 * @param operator the Operator version
 */
public record Contract(OperatorVersion operator) {
  private static final OperatorVersion WITH_DATABASE_IAM = new OperatorVersion(2, 10, 1);
  private static final OperatorVersion WITH_DATABASE_MANAGED_IDENTITY =
      new OperatorVersion(2, 17, 0);
  private static final String AZURE_PREFIX = "storage-azure-";

  /** Returns the contract that an Operator of this version keeps. */
  public static Contract of(OperatorVersion operator) {
    return new Contract(operator);
  }

  /** Returns the contract of the document's edition. */
  public static Contract ofDocument() {
    return of(OperatorVersion.DOCUMENT);
  }

  /** Returns the keys that the Operator reads, in the document's order. */
  public List<Key> keys() {
    return Arrays.stream(Key.values()).filter(key -> reads(key.since())).toList();
  }

  /** Returns the patterns of keys that the Operator reads. */
  public List<KeyPattern> patterns() {
    return Arrays.stream(KeyPattern.values()).filter(pattern -> reads(pattern.since())).toList();
  }

  /**
   * Returns the keys that an environment needs that maps these files, in the document's order.
   *
   * <p>Files are stored in Azure if any key for Azure is mapped, else in S3. The database's
   * password is among them, see {@link #databasePasswordMayBeAbsent()}.
   */
  public List<Key> required(Set<String> mappedFiles) {
    return keys().stream().filter(key -> isRequired(key, mappedFiles)).toList();
  }

  /**
   * Returns whether an environment may do without the database's password.
   *
   * <p>From Operator 2.10.1 on the database can be reached with AWS IAM, from 2.17.0 on with an
   * Azure managed identity. Which of them is used cannot be seen without reading secrets.
   */
  public boolean databasePasswordMayBeAbsent() {
    return operator.atLeast(WITH_DATABASE_IAM);
  }

  /**
   * Returns what is wrong with a mapping that yields these files: missing keys in the document's
   * order, then unknown keys and keys of later Operators in the order of their names.
   *
   * <p>This is the check before the app starts: an empty list means that the environment gets all
   * it needs, as far as names can tell.
   *
   * @param mappedFiles names of the files that the SecretProviderClass mounts
   */
  public List<Problem> judge(Set<String> mappedFiles) {
    List<Problem> problems = new ArrayList<>();
    for (Key key : required(mappedFiles)) {
      if (!mappedFiles.contains(key.file())) {
        problems.add(missing(key));
      }
    }
    for (String file : new TreeSet<>(mappedFiles)) {
      Key.of(file)
          .map(Key::since)
          .or(() -> KeyPattern.of(file).map(KeyPattern::since))
          .ifPresentOrElse(
              since -> {
                if (!reads(since)) {
                  problems.add(new Problem.NewerOperatorNeeded(file, since, operator));
                }
              },
              () -> problems.add(new Problem.UnknownKey(file, Nearest.to(file, mappedFiles))));
    }
    return List.copyOf(problems);
  }

  private boolean reads(OperatorVersion since) {
    return operator.atLeast(since) || since.equals(OperatorVersion.DOCUMENT);
  }

  private static boolean isRequired(Key key, Set<String> mapped) {
    boolean azure = mapped.stream().anyMatch(file -> file.startsWith(AZURE_PREFIX));
    return switch (key.requirement()) {
      case ALWAYS, PASSWORD_AUTH -> true;
      case S3 -> !azure;
      case AZURE -> azure;
      case AZURE_STATIC -> azure && !usesManagedIdentity(mapped);
      case AZURE_MANAGED -> azure && usesManagedIdentity(mapped);
      case OPTIONAL -> false;
    };
  }

  /**
   * Returns whether a mapping is meant for a managed identity: a complete set of either kind
   * decides, and of two incomplete ones the one that was begun.
   */
  private static boolean usesManagedIdentity(Set<String> mapped) {
    return !mapped.containsAll(files(AZURE_STATIC))
        && files(AZURE_MANAGED).stream().anyMatch(mapped::contains);
  }

  private static List<String> files(Requirement requirement) {
    return Arrays.stream(Key.values())
        .filter(key -> key.requirement() == requirement)
        .map(Key::file)
        .toList();
  }

  private Problem missing(Key key) {
    if (key.requirement() == Requirement.PASSWORD_AUTH && databasePasswordMayBeAbsent()) {
      String ways =
          operator.atLeast(WITH_DATABASE_MANAGED_IDENTITY)
              ? "AWS IAM or an Azure managed identity"
              : "AWS IAM";
      return new Problem.MissingKey(
          key,
          Severity.WARNING,
          "The key \"%s\" is not mapped, which is right only where the database is reached with %s."
              .formatted(key, ways));
    }
    String where = key.file().startsWith(AZURE_PREFIX) ? " with Azure Blob Storage" : "";
    return new Problem.MissingKey(
        key,
        Severity.ERROR,
        "The key \"%s\" is required%s, but is not mapped.".formatted(key, where));
  }
}
