package io.keycheck.diagnose;

import io.keycheck.contract.AppPod;
import io.keycheck.contract.Contract;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.MendixApp;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;

/**
 * What a snapshot says of one environment; the questions that checks share are answered here once.
 *
 * @param snapshot what was read
 * @param namespace the environment's namespace
 * @param environment its internal name
 * @param contract the contract to judge by
 */
public record View(Snapshot snapshot, String namespace, String environment, Contract contract) {

  /** Returns the MendixApp; nothing where there is none. */
  public Read<Optional<MendixApp>> app() {
    return snapshot.in(namespace, Kind.MENDIX_APP).map(apps -> named(apps, environment));
  }

  /** Returns the ServiceAccount named like the environment. */
  public Read<Optional<ServiceAccount>> account() {
    return snapshot.in(namespace, Kind.SERVICE_ACCOUNT).map(all -> named(all, environment));
  }

  /** Returns the SecretProviderClass named like the environment. */
  public Read<Optional<SecretProviderClass>> classOfItsName() {
    return snapshot.in(namespace, Kind.CLASS).map(all -> named(all, environment));
  }

  /** Returns the environment's pods that are there to stay. */
  public Read<List<Pod>> pods() {
    return snapshot
        .in(namespace, Kind.POD)
        .map(
            pods ->
                pods.stream()
                    .filter(pod -> environment.equals(pod.meta().labels().get(AppPod.APP_LABEL)))
                    .filter(pod -> !pod.meta().deleting())
                    .toList());
  }

  private static <T extends Item> Optional<T> named(List<T> items, String name) {
    return items.stream().filter(item -> item.meta().name().equals(name)).findFirst();
  }
}
