package io.keycheck.reports.folder;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Where a report folder is to be, looked at before anything is written.
 *
 * @param folder absolute path, links resolved
 * @param fixed whether the folder itself has to stay, so that files can only be moved into it
 */
record Place(Path folder, boolean fixed) {
  private static final DateTimeFormatter ASIDE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  /** Another run that writes to the same folder may take the place between a look and a move. */
  private static final int ATTEMPTS = 20;

  /**
   * Returns the place.
   *
   * @throws UnusableReportFolder if no report can be written there
   */
  static Place of(Path folder) throws UnusableReportFolder {
    try {
      return settled(() -> look(folder));
    } catch (UnusableReportFolder e) {
      throw e;
    } catch (IOException e) {
      throw new UnusableReportFolder(
          "%s cannot be used for a report: %s.".formatted(folder, reason(e)), e);
    }
  }

  private static Place look(Path folder) throws IOException {
    if (Files.isSymbolicLink(folder) && !Files.exists(folder)) {
      throw new UnusableReportFolder("%s is a link to nothing.".formatted(folder));
    }
    Path real = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath().normalize();
    Place place = new Place(real, isFixed(real));
    place.inspect();
    return place;
  }

  /** Something that is done where another run may move things about meanwhile. */
  private interface Step<T> {
    T take() throws IOException;
  }

  /** What is refused may be what another run was about to move: it counts when it stays. */
  private static <T> T settled(Step<T> step) throws IOException {
    for (int attempt = 1; ; attempt++) {
      try {
        return step.take();
      } catch (IOException e) {
        if (attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  /** Returns the name of the folder, which the one in the archive has too. */
  String name() {
    Path name = folder.getFileName();
    return name == null ? "report" : name.toString();
  }

  /** Returns a new folder from which files can be moved into place by renaming. */
  Path draft() throws IOException {
    String suffix = UUID.randomUUID().toString().substring(0, 8);
    if (fixed) {
      return Files.createDirectory(folder.resolve(".draft-" + suffix));
    }
    Files.createDirectories(folder.getParent());
    return Files.createDirectory(
        folder.resolveSibling("." + folder.getFileName() + ".draft-" + suffix));
  }

  /**
   * Moves the draft into place, and an earlier report out of it.
   *
   * @return where the archive is: beside the folder, if anything can be written there
   */
  Optional<Path> publish(Path draft, Path archive) throws IOException {
    if (fixed) {
      moveEntries(draft);
      if (folder.getParent() == null || !takesFiles(folder.getParent())) {
        return Optional.empty();
      }
      return Optional.of(Files.move(archive, archive(folder)));
    }
    synchronized (Place.class) { // a folder and its archive are of one run
      settled(() -> replace(draft));
      return Optional.of(Files.move(archive, archive(folder), StandardCopyOption.REPLACE_EXISTING));
    }
  }

  private static Path archive(Path folder) {
    return folder.resolveSibling(folder.getFileName() + ReportFolder.ARCHIVE);
  }

  /** Returns what went wrong, without the path that such exceptions start with. */
  static String reason(IOException e) {
    if (e instanceof FileSystemException system && system.getReason() != null) {
      return system.getReason();
    }
    return e.getClass().getSimpleName() + " " + e.getMessage();
  }

  private void inspect() throws IOException {
    boolean earlier = Files.isDirectory(folder) && EarlierReport.started(folder).isPresent();
    if (!earlier && folder.getFileName() != null && Files.exists(archive(folder))) {
      throw new UnusableReportFolder(
          "%s is there already, without the folder it was made of; move it away or name another folder."
              .formatted(archive(folder)));
    }
    if (!Files.exists(folder)) {
      Path parent = folder;
      while (parent != null && !Files.exists(parent)) {
        parent = parent.getParent();
      }
      if (parent == null || !Files.isDirectory(parent) || !takesFiles(parent)) {
        throw new UnusableReportFolder(
            "%s cannot be made, because %s is no folder that can be written to."
                .formatted(folder, parent));
      }
      return;
    }
    if (!Files.isDirectory(folder)) {
      throw new UnusableReportFolder("%s is a file, not a folder.".formatted(folder));
    }
    if (!takesFiles(folder)) {
      throw new UnusableReportFolder("%s cannot be written to.".formatted(folder));
    }
    if (entries(folder).isEmpty()) {
      return;
    }
    if (EarlierReport.started(folder).isEmpty()) {
      throw new UnusableReportFolder(
          "%s holds files that are no report of an earlier run; name a new or an empty folder."
              .formatted(folder));
    }
    if (fixed) {
      throw new UnusableReportFolder(
          "%s holds an earlier report and cannot be renamed; name another folder."
              .formatted(folder));
    }
  }

  /** Tried, not asked: root may write anywhere as far as permissions say, but not into /proc. */
  private static boolean takesFiles(Path folder) {
    try {
      Files.delete(Files.createTempFile(folder, ".keycheck", ""));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns whether the folder itself has to stay: a mount point, a shell's working folder, or one
   * in a parent that cannot be written to.
   */
  private static boolean isFixed(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return false;
    }
    Path parent = folder.getParent();
    return parent == null
        || !Files.isWritable(parent)
        || Path.of("").toRealPath().startsWith(folder)
        || !Files.getFileStore(folder).equals(Files.getFileStore(parent));
  }

  /** The report itself goes last: where it is, all is. */
  private void moveEntries(Path draft) throws IOException {
    List<Path> entries = new ArrayList<>(entries(draft));
    Path report = draft.resolve(ReportFolder.REPORT);
    entries.remove(report);
    entries.add(report);
    for (Path entry : entries) {
      Files.move(entry, folder.resolve(entry.getFileName()), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  private Path replace(Path draft) throws IOException {
    Optional<Path> aside = moveAside();
    try {
      return Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      if (aside.isPresent() && !Files.exists(folder)) {
        Files.move(aside.get(), folder, StandardCopyOption.ATOMIC_MOVE);
        if (Files.exists(archive(aside.get()))) {
          Files.move(archive(aside.get()), archive(folder), StandardCopyOption.ATOMIC_MOVE);
        }
      }
      throw e;
    }
  }

  private Optional<Path> moveAside() throws IOException {
    if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS) || entries(folder).isEmpty()) {
      return Optional.empty();
    }
    inspect(); // it may have changed while the run went on
    Instant started =
        EarlierReport.started(folder).orElseThrow(() -> new NoSuchFileException(folder.toString()));
    String name = folder.getFileName() + "." + ASIDE.format(started);
    Path aside = folder.resolveSibling(name);
    for (int i = 2; Files.exists(aside, LinkOption.NOFOLLOW_LINKS); i++) {
      aside = folder.resolveSibling(name + "-" + i);
    }
    Files.move(folder, aside);
    if (Files.exists(archive(folder))) {
      Files.move(archive(folder), archive(aside));
    }
    return Optional.of(aside);
  }

  private static List<Path> entries(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.sorted().toList();
    }
  }
}
