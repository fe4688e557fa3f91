package io.keycheck.bench;

import java.util.List;
import java.util.Optional;

/**
 * One thing that was measured, as often as it was.
 *
 * @param section which part of the bench measured it
 * @param name what was measured, unique in its section
 * @param unit {@code ms}, {@code MB}, {@code B}, {@code %} or {@code count}
 * @param values what was seen each time
 * @param floor the least that the parts allow, in the same unit, where that was measured too
 * @param goal what is aimed at, in the same unit, where something is
 * @param command what was run
 */
record Figure(
    String section,
    String name,
    String unit,
    List<Long> values,
    Optional<Long> floor,
    Optional<Long> goal,
    String command) {

  /** Refuses a figure that nothing was seen of. */
  Figure {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("Of \"%s\" nothing was measured.".formatted(name));
    }
    values = List.copyOf(values);
  }

  /** Times in milliseconds, with neither floor nor goal. */
  static Figure times(String section, String name, List<Long> millis, String command) {
    return new Figure(section, name, "ms", millis, Optional.empty(), Optional.empty(), command);
  }

  /** The same, held against what the parts allow. */
  Figure over(long bare) {
    return new Figure(section, name, unit, values, Optional.of(bare), goal, command);
  }

  /** The same, held against what is aimed at. */
  Figure aimingAt(long most) {
    return new Figure(section, name, unit, values, floor, Optional.of(most), command);
  }

  /** The same in another unit. */
  Figure in(String other) {
    return new Figure(section, name, other, values, floor, goal, command);
  }

  /** The middle value; of an even number the lower of both. */
  long median() {
    return values.stream().sorted().toList().get((values.size() - 1) / 2);
  }

  /** How many times the floor the median is. */
  Optional<Double> overFloor() {
    return floor.filter(least -> least > 0).map(least -> (double) median() / least);
  }
}
