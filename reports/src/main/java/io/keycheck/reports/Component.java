package io.keycheck.reports;

import java.util.Comparator;
import java.util.Objects;
import java.util.function.UnaryOperator;

/**
 * Names one part of the environment that a run tested or relied on; what is unknown is empty.
 *
 * <p>Texts are capped at {@value #MAX_BYTES} bytes, since they come from the environment.
 *
 * @param role what the part does: kubernetes, node, dns, csi-driver, provider, store, app,
 *     reviewer…
 * @param name what it is called, such as {@code vault-csi-provider}
 * @param version as the part itself reports it
 * @param image reference of its image
 * @param imageDigest digest of its image, such as {@code sha256:…}
 * @param origin where it came from
 * @param note what a reader must know beside that
 */
public record Component(
    String role,
    String name,
    String version,
    String image,
    String imageDigest,
    Origin origin,
    String note)
    implements Comparable<Component> {
  /** Greatest length of each text, in bytes of UTF-8. */
  public static final int MAX_BYTES = 1024;

  private static final Comparator<Component> BY_ROLE_AND_NAME =
      Comparator.comparing(Component::role)
          .thenComparing(Component::name)
          .thenComparing(Component::version)
          .thenComparing(Component::image)
          .thenComparing(Component::imageDigest)
          .thenComparing(Component::origin)
          .thenComparing(Component::note);

  /** Refuses a role that is not kebab-case and an empty name. */
  public Component {
    Kebab.require(role, "A component's role");
    if (name == null || name.isBlank()) {
      throw new IllegalArgumentException("The component with role %s has no name.".formatted(role));
    }
    Objects.requireNonNull(origin, "origin");
    name = WellFormed.capped(name, MAX_BYTES);
    version = WellFormed.capped(version, MAX_BYTES);
    image = WellFormed.capped(image, MAX_BYTES);
    imageDigest = WellFormed.capped(imageDigest, MAX_BYTES);
    note = WellFormed.capped(note, MAX_BYTES);
  }

  /** Orders by role, then by name. */
  @Override
  public int compareTo(Component other) {
    return BY_ROLE_AND_NAME.compare(this, other);
  }

  Component redacted(UnaryOperator<String> mask) {
    return new Component(
        role,
        name,
        mask.apply(version),
        mask.apply(image),
        mask.apply(imageDigest),
        origin,
        mask.apply(note));
  }
}
