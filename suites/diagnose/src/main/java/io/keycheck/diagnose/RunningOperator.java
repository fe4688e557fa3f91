package io.keycheck.diagnose;

import io.keycheck.contract.OperatorPod;
import io.keycheck.contract.OperatorVersion;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Snapshot;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The version of the Operator that runs in a namespace, which its image's tag tells. */
final class RunningOperator {
  private RunningOperator() {}

  /** Returns the version; the sidecar that the Operator adds to apps tells where it does not. */
  static Optional<OperatorVersion> in(String namespace, Snapshot snapshot) {
    List<String> images =
        Stream.concat(
                snapshot.seenIn(namespace, Kind.POD).stream(),
                snapshot.seenIn(namespace, Kind.DEPLOYMENT).stream()
                    .map(deployment -> deployment.template()))
            .flatMap(pod -> pod.containers().stream())
            .map(Container::image)
            .toList();
    return Stream.of(OperatorPod.OPERATOR_IMAGE, OperatorPod.SIDECAR_IMAGE)
        .flatMap(name -> images.stream().flatMap(image -> version(image, name).stream()).limit(1))
        .findFirst();
  }

  private static Optional<OperatorVersion> version(String image, String name) {
    String last = image.substring(image.lastIndexOf('/') + 1).split("@", 2)[0];
    if (!last.startsWith(name + ":")) {
      return Optional.empty();
    }
    try {
      return Optional.of(OperatorVersion.parse(last.substring(name.length() + 1)));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // a tag such as "latest" tells nothing
    }
  }
}
