package io.keycheck.diagnose;

import io.keycheck.contract.AppPod;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The SecretProviderClass that an environment gets its keys from, or would if it were found.
 *
 * @param resource the class
 * @param found what speaks for it
 */
public record ClassInForce(SecretProviderClass resource, Found found) {
  /** What speaks for a class, the strongest first. */
  public enum Found {
    /** It is named like the environment, and in its namespace. */
    BY_NAME,
    /** A pod of the environment mounts it under this other name. */
    BY_VOLUME,
    /** Its name is nearly the environment's, and no other environment's. */
    BY_NEAR_NAME,
    /** It is named like the environment, in a namespace that has no environment of that name. */
    IN_OTHER_NAMESPACE,
    /** It is annotated for an environment, and none has its name. */
    BY_ANNOTATION
  }

  /**
   * Returns the class that counts for an environment; nothing where none does, or where several
   * might with nothing to choose between them. Where it cannot be told whether there is one of its
   * name, as in a folder of manifests, one that was seen under nearly that name is judged.
   */
  static Read<Optional<ClassInForce>> of(View view) {
    Read<Optional<SecretProviderClass>> named = view.classOfItsName();
    if (!named.isKnown()) {
      Optional<ClassInForce> near =
          likeliest(among(view, view.snapshot().seenIn(view.namespace(), Kind.CLASS)))
              .filter(candidate -> candidate.found() == Found.BY_NEAR_NAME);
      return near.isPresent() ? Read.known(near) : named.map(unseen -> near);
    }
    if (named.orUnknown().isPresent()) {
      return named.map(found -> found.map(c -> new ClassInForce(c, Found.BY_NAME)));
    }
    return Read.known(likeliest(meant(view).orUnknown()));
  }

  private static Optional<ClassInForce> likeliest(List<ClassInForce> meant) {
    boolean chosen =
        meant.size() == 1 || (meant.size() > 1 && meant.get(0).found() != meant.get(1).found());
    return chosen ? Optional.of(meant.get(0)) : Optional.empty();
  }

  /**
   * Returns the classes that look meant for an environment without a class of its name, the
   * likeliest first.
   */
  public static Read<List<ClassInForce>> meant(View view) {
    return view.index()
        .meant(
            view.environment(),
            () ->
                view.snapshot()
                    .in(view.namespace(), Kind.CLASS)
                    .map(classes -> among(view, classes)));
  }

  /** Looks for them, where {@link #meant} returns what was found once. */
  private static List<ClassInForce> among(View view, List<SecretProviderClass> classes) {
    ClassClaims claims = view.index().claims();
    Stream<ClassInForce> here =
        classes.stream()
            .flatMap(
                c ->
                    claims.of(view.environment(), c).stream()
                        .map(found -> new ClassInForce(c, found)));
    return Stream.concat(here, elsewhere(view))
        .sorted(
            Comparator.comparing(ClassInForce::found)
                .thenComparing(each -> each.resource().meta().name()))
        .toList();
  }

  private static Stream<ClassInForce> elsewhere(View view) {
    return view.index().cluster().classesNamed(view.environment()).stream()
        .filter(c -> !c.meta().namespace().equals(view.namespace()))
        .filter(c -> !hasEnvironment(view, c.meta().namespace()))
        .map(c -> new ClassInForce(c, Found.IN_OTHER_NAMESPACE));
  }

  private static boolean hasEnvironment(View view, String namespace) {
    return view.snapshot().seenIn(namespace, Kind.MENDIX_APP).stream()
            .anyMatch(app -> app.meta().name().equals(view.environment()))
        || view.snapshot().seenIn(namespace, Kind.POD).stream()
            .anyMatch(pod -> isOf(pod, view.environment()));
  }

  private static boolean isOf(Pod pod, String environment) {
    return environment.equals(pod.meta().labels().get(AppPod.APP_LABEL));
  }
}
