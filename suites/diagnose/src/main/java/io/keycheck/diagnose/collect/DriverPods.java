package io.keycheck.diagnose.collect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.keycheck.contract.Provider;
import io.keycheck.diagnose.collect.Batch.Query;
import io.keycheck.diagnose.snapshot.Installed;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.Workload;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Finds the pods of the driver and of providers, which may be in any namespace, without listing all
 * pods of a cluster: their DaemonSets tell where they are.
 */
final class DriverPods {
  private static final String USUAL_NAMESPACE = "kube-system";

  private final Listed daemonSets;

  /** Takes the DaemonSets of all namespaces, with what was kept of them. */
  DriverPods(Listed daemonSets) {
    this.daemonSets = daemonSets;
  }

  /**
   * Returns what to list.
   *
   * @param read the namespace whose pods are read already; empty for none
   * @param most how many lists there may be; at least one for each namespace there will be
   */
  List<Query> queries(String read, int most) {
    if (!(daemonSets instanceof Listed.All all)) {
      return read.equals(USUAL_NAMESPACE) ? List.of() : List.of(whole(USUAL_NAMESPACE));
    }
    Set<Query> narrow = new LinkedHashSet<>();
    Set<Query> wide = new LinkedHashSet<>();
    for (ObjectNode daemonSet : all.only(DriverPods::makesParts).kept()) {
      String namespace = daemonSet.at("/metadata/namespace").asText();
      if (!namespace.equals(read)) {
        narrow.add(new Query(Kind.POD, namespace, selector(daemonSet)));
        wide.add(whole(namespace));
      }
    }
    return new ArrayList<>(narrow.size() <= most ? narrow : wide);
  }

  /**
   * Returns what it takes to know all of these pods; empty where what was read is all.
   *
   * @param answers what came of the queries
   * @param pods the pods that were found, those of other things among them
   * @param classes the classes whose providers matter
   */
  String needs(Map<Query, Listed> answers, List<Pod> pods, List<SecretProviderClass> classes) {
    if (daemonSets instanceof Listed.All) {
      return answers.values().stream()
          .filter(Listed.NotRead.class::isInstance)
          .map(listed -> ((Listed.NotRead) listed).needs())
          .collect(Collectors.joining(", "));
    }
    // Whoever is not seen where it usually is may be elsewhere.
    boolean driver = pods.stream().anyMatch(Installed::isDriver);
    Set<Provider> wanted = new HashSet<>();
    for (SecretProviderClass each : classes) {
      Provider.of(each.provider()).ifPresent(wanted::add);
    }
    pods.forEach(pod -> Installed.provider(pod).ifPresent(wanted::remove));
    return driver && wanted.isEmpty()
        ? ""
        : Lister.needs(Kind.DAEMON_SET, "")
            + ", and list pods in the namespaces of the driver and of providers";
  }

  /** Returns the pods of the driver and of providers among these. */
  static Listed.All parts(Listed.All pods) {
    return pods.only(item -> item instanceof Pod pod && Installed.isPart(pod));
  }

  private static boolean makesParts(Item item) {
    return item instanceof Workload workload && Installed.isPart(workload.template());
  }

  private static Query whole(String namespace) {
    return new Query(Kind.POD, namespace);
  }

  /** One with expressions is left out: the whole namespace holds its pods too. */
  private static String selector(ObjectNode daemonSet) {
    JsonNode selector = daemonSet.at("/spec/selector");
    return selector.path("matchExpressions").isEmpty()
        ? selector.path("matchLabels").properties().stream()
            .map(label -> label.getKey() + "=" + label.getValue().asText())
            .collect(Collectors.joining(","))
        : "";
  }
}
