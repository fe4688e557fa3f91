package io.keycheck.diagnose;

import io.keycheck.contract.AppPod;
import io.keycheck.contract.Environment;
import io.keycheck.diagnose.entries.Spelling;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Volume;
import io.keycheck.diagnose.snapshot.Workload;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  private static final int LONG_NAME = 8;

  /**
   * Returns the class that counts for an environment; nothing where none does, or where several
   * might with nothing to choose between them.
   */
  static Read<Optional<ClassInForce>> of(View view) {
    Read<Optional<SecretProviderClass>> named = view.classOfItsName();
    if (!named.isKnown() || named.orUnknown().isPresent()) {
      return named.map(found -> found.map(c -> new ClassInForce(c, Found.BY_NAME)));
    }
    List<ClassInForce> meant = meant(view).orUnknown();
    boolean chosen =
        meant.size() == 1 || (meant.size() > 1 && meant.get(0).found() != meant.get(1).found());
    return Read.known(chosen ? Optional.of(meant.get(0)) : Optional.empty());
  }

  /**
   * Returns the classes that look meant for an environment without a class of its name, the
   * likeliest first.
   */
  public static Read<List<ClassInForce>> meant(View view) {
    return view.snapshot()
        .in(view.namespace(), Kind.CLASS)
        .map(
            classes -> {
              Others others = Others.than(view);
              Stream<ClassInForce> here =
                  classes.stream().flatMap(c -> others.judge(view, c).stream());
              return Stream.concat(here, elsewhere(view))
                  .sorted(
                      Comparator.comparing(ClassInForce::found)
                          .thenComparing(each -> each.resource().meta().name()))
                  .toList();
            });
  }

  private static Stream<ClassInForce> elsewhere(View view) {
    return view.snapshot().seen(Kind.CLASS).stream()
        .filter(c -> c.meta().name().equals(view.environment()))
        .filter(c -> !c.meta().namespace().equals(view.namespace()))
        .filter(c -> !hasEnvironment(view, c.meta().namespace()))
        .map(c -> new ClassInForce(c, Found.IN_OTHER_NAMESPACE));
  }

  private static boolean hasEnvironment(View view, String namespace) {
    Stream<? extends Item> apps = view.snapshot().seen(Kind.MENDIX_APP).stream();
    Stream<? extends Item> pods =
        view.snapshot().seen(Kind.POD).stream().filter(pod -> isOf(pod, view.environment()));
    return Stream.concat(apps, pods)
        .filter(item -> item.meta().namespace().equals(namespace))
        .anyMatch(item -> item instanceof Pod || item.meta().name().equals(view.environment()));
  }

  private static boolean isOf(Pod pod, String environment) {
    return environment.equals(pod.meta().labels().get(AppPod.APP_LABEL));
  }

  /** The other environments of a namespace, and what the pods of all of them mount. */
  private record Others(Set<String> names, Set<String> mounted, Set<String> mountedByOthers) {
    static Others than(View view) {
      Others others = new Others(new HashSet<>(), new HashSet<>(), new HashSet<>());
      view.snapshot()
          .in(view.namespace(), Kind.MENDIX_APP)
          .orElse(List.of())
          .forEach(app -> others.names.add(app.meta().name()));
      templates(view).forEach(pod -> others.note(view.environment(), pod));
      others.names.remove(view.environment());
      return others;
    }

    private static Stream<Pod> templates(View view) {
      Stream<Pod> pods = view.snapshot().in(view.namespace(), Kind.POD).orElse(List.of()).stream();
      Stream<Pod> templates =
          Stream.of(Kind.DEPLOYMENT, Kind.STATEFUL_SET)
              .flatMap(
                  kind -> view.snapshot().in(view.namespace(), kind).orElse(List.of()).stream())
              .map(Workload::template);
      return Stream.concat(pods, templates);
    }

    private void note(String environment, Pod pod) {
      String app = pod.meta().labels().get(AppPod.APP_LABEL);
      if (app == null) {
        return;
      }
      names.add(app);
      for (Volume volume : pod.volumes()) {
        if (!volume.className().isEmpty()) {
          (app.equals(environment) ? mounted : mountedByOthers).add(volume.className());
        }
      }
    }

    Optional<ClassInForce> judge(View view, SecretProviderClass candidate) {
      String name = candidate.meta().name();
      if (names.contains(name) || name.equals(view.environment())) {
        return Optional.empty();
      }
      if (mounted.contains(name)) {
        return Optional.of(new ClassInForce(candidate, Found.BY_VOLUME));
      }
      boolean annotated = candidate.meta().annotations().containsKey(Environment.CLASS_ANNOTATION);
      int likeness = likeness(view.environment(), name, annotated);
      boolean likelier = names.stream().anyMatch(n -> likeness(n, name, annotated) > likeness);
      if (mountedByOthers.contains(name) || likelier) {
        return Optional.empty();
      }
      if (likeness > 0) {
        return Optional.of(new ClassInForce(candidate, Found.BY_NEAR_NAME));
      }
      return annotated
          ? Optional.of(new ClassInForce(candidate, Found.BY_ANNOTATION))
          : Optional.empty();
    }

    /** Of environments that a name is like, such as shop and shop-test, the longest counts. */
    private static int likeness(String environment, String name, boolean annotated) {
      boolean alike = holds(name, environment) || isMisspelt(environment, name, annotated);
      return alike ? environment.length() : 0;
    }

    /** Returns whether the name is the environment's with something before or after it. */
    private static boolean holds(String name, String environment) {
      return !environment.isEmpty()
          && (name.startsWith(environment + "-")
              || name.endsWith("-" + environment)
              || name.contains("-" + environment + "-"));
    }

    /** Short names differ in a letter because they are different, unless the class is annotated. */
    private static boolean isMisspelt(String environment, String name, boolean annotated) {
      return Spelling.near(name, environment)
          && (annotated || Math.min(name.length(), environment.length()) >= LONG_NAME);
    }
  }
}
