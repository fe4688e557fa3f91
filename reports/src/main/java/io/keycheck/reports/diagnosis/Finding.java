package io.keycheck.reports.diagnosis;

import java.util.List;

/**
 * Says one thing that is wrong, or worth knowing, and how to mend it.
 *
 * @param check the stable identifier of the check that found it
 * @param level how much it matters
 * @param object the object to mend
 * @param saw what was seen, with the words of the cluster where it has some
 * @param why why that is wrong
 * @param remedy what to do: commands that can be pasted, or sentences that start with {@code #}
 * @param consequences what follows from it
 */
public record Finding(
    String check,
    FindingLevel level,
    ObjectRef object,
    String saw,
    String why,
    List<String> remedy,
    List<Consequence> consequences) {
  /**
   * Keeps copies of the lists, and no more of the texts than can be shown; each remedy is made one
   * line, so that no foreign name in it can become a command of its own.
   */
  public Finding {
    saw = Kept.text(saw);
    why = Kept.text(why);
    remedy = remedy.stream().map(Kept::remedy).toList();
    consequences = List.copyOf(consequences);
  }
}
