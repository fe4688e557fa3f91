package io.keycheck.diagnose.snapshot;

import io.keycheck.contract.Provider;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Recognises the pods of the Secrets Store CSI driver and of its providers by what they run, as
 * names of DaemonSets and labels differ from cluster to cluster.
 */
public final class Installed {
  private static final String PROVIDERS_FOLDER = "secrets-store-csi-providers";

  private static final Pattern DRIVER_IMAGE =
      Pattern.compile(
          "(.*/)?(csi-secrets-store/driver|(ose-)?secrets-store-csi(-driver)?(-rhel\\d+)?)");

  private static final Pattern DRIVER_COMMAND =
      Pattern.compile("(.*/)?secrets-store-csi(-driver)?(\\.exe|\\.bin)?");

  private Installed() {}

  /** Returns whether the pod is one of the driver, or of a provider, known or not. */
  public static boolean isPart(Pod pod) {
    return isDriver(pod) || mountsProvidersFolder(pod) || provider(pod).isPresent();
  }

  /** Returns whether this is a pod of the driver, which has a container that mounts volumes. */
  public static boolean isDriver(Pod pod) {
    return driver(pod).isPresent();
  }

  /** Returns the container of a driver's pod that mounts volumes. */
  public static Optional<Container> driver(Pod pod) {
    return pod.containers().stream()
        .filter(container -> !container.init())
        .filter(
            container ->
                hasFlag(container, "nodeid")
                    && (hasFlag(container, "provider-volume") || isNamedLikeDriver(container)))
        .findFirst();
  }

  /** Returns which provider the pod belongs to, where it is one of those the contract knows. */
  public static Optional<Provider> provider(Pod pod) {
    if (isDriver(pod)) {
      return Optional.empty();
    }
    boolean mounts = mountsProvidersFolder(pod);
    for (Provider provider : Provider.values()) {
      List<String> names = names(provider);
      if (programs(pod).anyMatch(text -> names.stream().anyMatch(text::contains))
          || mounts && serves(pod, provider)) {
        return Optional.of(provider);
      }
    }
    return mounts ? byName(pod) : Optional.empty();
  }

  /** Returns whether a pod of this provider, or one recognised by its name alone, is meant. */
  private static Optional<Provider> byName(Pod pod) {
    for (Provider provider : Provider.values()) {
      List<String> words = words(provider);
      if (titles(pod).anyMatch(title -> words.stream().anyMatch(word -> hasWord(title, word)))) {
        return Optional.of(provider);
      }
    }
    return Optional.empty();
  }

  private static boolean serves(Pod pod, Provider provider) {
    List<String> words = words(provider);
    return pod.containers().stream()
        .flatMap(container -> container.words().stream())
        .anyMatch(text -> words.stream().anyMatch(word -> text.endsWith(word + ".sock")));
  }

  /** Programs and images, which are the surest signs. */
  private static Stream<String> programs(Pod pod) {
    return pod.containers().stream()
        .filter(container -> !container.init())
        .flatMap(
            container ->
                Stream.concat(
                    container.words().stream().filter(word -> !word.startsWith("-")),
                    Stream.of(repository(container.image()))))
        .map(text -> text.toLowerCase(Locale.ROOT));
  }

  private static Stream<String> titles(Pod pod) {
    return Stream.of(
            pod.containers().stream().map(Container::name),
            pod.meta().owners().stream().map(Owner::name),
            pod.meta().labels().values().stream(),
            Stream.of(pod.meta().name()))
        .flatMap(title -> title)
        .map(text -> text.toLowerCase(Locale.ROOT));
  }

  private static List<String> names(Provider provider) {
    return switch (provider) {
      case VAULT -> List.of("vault-csi-provider", "openbao-csi-provider", "provider-vault");
      case AWS -> List.of("provider-aws", "aws-provider");
      case AZURE -> List.of("provider-azure", "azure-provider", "azure-csi-provider");
      case GCP -> List.of("provider-gcp", "gcp-provider", "gcp-csi-provider");
    };
  }

  private static List<String> words(Provider provider) {
    return provider == Provider.VAULT ? List.of("vault", "openbao") : List.of(provider.id());
  }

  private static boolean hasWord(String text, String word) {
    return List.of(text.split("[^a-z0-9]+")).contains(word);
  }

  private static boolean mountsProvidersFolder(Pod pod) {
    return pod.volumes().stream().anyMatch(volume -> volume.hostPath().contains(PROVIDERS_FOLDER));
  }

  private static boolean hasFlag(Container container, String flag) {
    return container.words().stream()
        .anyMatch(word -> word.startsWith("-" + flag) || word.startsWith("--" + flag));
  }

  private static boolean isNamedLikeDriver(Container container) {
    return DRIVER_IMAGE.matcher(repository(container.image())).matches()
        || container.words().stream().anyMatch(word -> DRIVER_COMMAND.matcher(word).matches());
  }

  /** Returns the image without registry port, tag and digest as far as they could mislead. */
  private static String repository(String image) {
    String name = image.split("@", 2)[0];
    int colon = name.lastIndexOf(':');
    return colon > name.lastIndexOf('/') ? name.substring(0, colon) : name;
  }
}
