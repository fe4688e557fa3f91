package io.keycheck.reports;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Optional;

/**
 * Excuses the failure of a case for a while: it is shown and counted apart, and never conformance.
 *
 * @param caseId the case
 * @param store the store, where only the case with that store is excused
 * @param reason why the failure is borne
 * @param link where that is being worked on, over http or https
 * @param expires the last day on which it holds, in UTC
 */
public record Waiver(
    String caseId, Optional<String> store, String reason, String link, LocalDate expires)
    implements Comparable<Waiver> {
  private static final int LONGEST = 500;

  private static final Comparator<Waiver> BY_CASE =
      Comparator.comparing(Waiver::caseId).thenComparing(waiver -> waiver.store().orElse(""));

  /** Refuses what is not said, and a link that no reader can follow. */
  public Waiver {
    Kebab.require(caseId, "The case of a waiver");
    store.ifPresent(name -> Kebab.require(name, "The store of a waiver"));
    reason = Line.of("reason", reason, LONGEST);
    link = Line.of("link", link, LONGEST);
    if (!Line.isWebAddress(link)) {
      throw new IllegalArgumentException("the link has to start with https:// or http://");
    }
    if (expires == null) {
      throw new IllegalArgumentException("expires is missing");
    }
  }

  /** Returns whether it is about this case. */
  public boolean isFor(CaseInfo info) {
    return caseId.equals(info.id()) && store.map(info.store()::equals).orElse(true);
  }

  /** Returns whether it still holds at a time. */
  public boolean holdsAt(Instant at) {
    return !at.atZone(ZoneOffset.UTC).toLocalDate().isAfter(expires);
  }

  /** Returns the case, with its store where there is one. */
  public String key() {
    return caseId + store.map(name -> "/" + name).orElse("");
  }

  /** Orders by case, then by store. */
  @Override
  public int compareTo(Waiver other) {
    return BY_CASE.compare(this, other);
  }
}
