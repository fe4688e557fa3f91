package io.keycheck.diagnose.mounts;

import io.keycheck.contract.Provider;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Event;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.NotReadable;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Finds the volumes that pods cannot mount now.
 *
 * <p>Events stay for an hour, so most of what they say may be mended since. One counts if it is of
 * a pod that is there, of a Secrets Store volume that this pod has not mounted, and the latest of
 * that volume; and a provider's own words count only if the class names that provider.
 */
public final class MountFailures {
  private static final String REASON = "FailedMount";

  private MountFailures() {}

  /** Returns one failure for each volume, in the order of the pods. */
  public static Read<List<MountFailure>> of(View view) {
    return view.mountFailures();
  }

  /** Looks for them, where {@link #of} returns what was found once. */
  public static Read<List<MountFailure>> look(View view) {
    try {
      return Read.known(find(view));
    } catch (NotReadable missing) {
      return Read.unreadable(missing.getMessage());
    }
  }

  private static List<MountFailure> find(View view) {
    List<MountFailure> failures = new ArrayList<>();
    for (Pod pod : view.pods().orUnknown()) {
      for (Volume volume : pod.volumes()) {
        if (isOfStore(volume) && !pod.hasEnded() && !hasMounted(view, pod, volume)) {
          latest(view, pod, volume).ifPresent(failures::add);
        }
      }
    }
    return List.copyOf(failures);
  }

  /** A volume with a misspelt driver still names its class as only this driver's volumes do. */
  private static boolean isOfStore(Volume volume) {
    return volume.driver().equals(View.DRIVER)
        || !volume.driver().isEmpty() && !volume.className().isEmpty();
  }

  private static boolean hasMounted(View view, Pod pod, Volume volume) {
    return pod.containers().stream().anyMatch(Container::hadVolumes)
        || view.statuses(pod).orElse(List.of()).stream()
            .filter(status -> status.className().equals(volume.className()))
            .anyMatch(status -> status.mounted() == Flag.TRUE);
  }

  private static Optional<MountFailure> latest(View view, Pod pod, Volume volume) {
    Read<Optional<SecretProviderClass>> providerClass = view.classNamed(volume.className());
    return view.events(pod).orUnknown().stream()
        .filter(event -> isAbout(event, pod, volume))
        .sorted(BY_AGE)
        .flatMap(event -> counting(event, pod, volume, providerClass).stream())
        .reduce((older, newer) -> ORDER.compare(older, newer) > 0 ? older : newer);
  }

  private static boolean isAbout(Event event, Pod pod, Volume volume) {
    return event.reason().equals(REASON)
        && event.kind().equals("Pod")
        && !event.uid().isEmpty()
        && event.uid().equals(pod.meta().uid())
        && VolumeNames.in(event.message()).contains(volume.name());
  }

  /** Times of events are whole seconds; their names end with the nanosecond that they began in. */
  private static final Comparator<Event> BY_AGE =
      Comparator.comparing(event -> event.meta().name());

  /** What tells more comes last, and of that what was said later. */
  private static final Comparator<MountFailure> ORDER =
      Comparator.comparing(MountFailures::saysWhy)
          .thenComparing(failure -> failure.last().orElse(Instant.MIN));

  /** That the kubelet still waits is said again and again beside what it waits for. */
  private static boolean saysWhy(MountFailure failure) {
    return failure.text().cause() != Cause.STILL_WAITING;
  }

  private static Optional<MountFailure> counting(
      Event event, Pod pod, Volume volume, Read<Optional<SecretProviderClass>> providerClass) {
    MountText text = MountText.of(event.message());
    Optional<Provider> speaker = text.cause().speaker();
    if (speaker.isPresent() && providerClass.isKnown()) {
      String provider =
          providerClass.orUnknown().map(SecretProviderClass::provider).orElse("(no class)");
      if (provider.equals(Provider.AZURE.id()) || provider.equals(Provider.GCP.id())) {
        text = text.unexplained(); // they have no checks here, and some words in common
      } else if (!provider.equals(speaker.get().id())) {
        return Optional.empty();
      }
    }
    return Optional.of(
        new MountFailure(
            pod, volume.name(), volume.className(), providerClass, text, event.last()));
  }
}
