package io.keycheck.reports.diagnosis;

import java.util.List;
import java.util.Locale;

/**
 * One link of the chain from the MendixApp to the store.
 *
 * @param part which link it is
 * @param label what is there, such as the object's name; empty where nothing is known
 * @param state whether it holds
 * @param checks the checks whose findings belong to it, the heaviest first
 */
public record Link(Part part, String label, State state, List<String> checks) {
  /** Keeps a copy of the list, and no more of the label than can be shown. */
  public Link {
    label = Kept.name(label);
    checks = List.copyOf(checks);
  }

  /** The links in their order. */
  public enum Part {
    APP("MendixApp"),
    POD("pod"),
    VOLUME("volume"),
    CLASS("class"),
    PROVIDER("provider"),
    STORE("store");

    private final String title;

    Part(String title) {
      this.title = title;
    }

    /** Returns the word shown to people. */
    public String title() {
      return title;
    }

    /** Returns the word used in files, such as {@code app}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether a link holds. */
  public enum State {
    /** It was seen to hold, or nothing speaks against it. */
    HOLDS,
    /** A warning belongs to it. */
    WARNED,
    /** An error belongs to it. */
    BROKEN,
    /** What is needed to tell could not be read, or is not reached because of a broken link. */
    UNKNOWN;

    /** Returns the word used in files. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
