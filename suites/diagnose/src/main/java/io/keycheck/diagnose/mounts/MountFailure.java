package io.keycheck.diagnose.mounts;

import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.reports.diagnosis.ObjectRef;
import java.time.Instant;
import java.util.Optional;

/**
 * A volume that a pod cannot mount, with the latest that was said of it.
 *
 * @param pod the pod
 * @param volume the volume's name
 * @param className the name of the volume's class, or empty
 * @param providerClass the class, as far as it could be read and is there
 * @param text what was said
 * @param last when; absent where the event has no time
 */
public record MountFailure(
    Pod pod,
    String volume,
    String className,
    Read<Optional<SecretProviderClass>> providerClass,
    MountText text,
    Optional<Instant> last) {

  /** Returns the check that most often explains what was said; nothing where no check does. */
  public Optional<String> check() {
    return text.check();
  }

  /** Returns the pod as a finding names it. */
  public ObjectRef podRef() {
    return new ObjectRef("Pod", pod.meta().namespace(), pod.meta().name());
  }

  /** Returns the class as a finding names it. */
  public ObjectRef classRef() {
    return new ObjectRef("SecretProviderClass", pod.meta().namespace(), className);
  }

  /** Returns a parameter of the class on one line, or an empty text where it is not known. */
  public String parameter(String name) {
    return OneLine.of(classText(name));
  }

  /** Returns what is equal for failures that one finding can tell. */
  public String gist() {
    return className + ' ' + text.gist();
  }

  /** Returns a parameter of the class as it is written, or an empty text. */
  String classText(String name) {
    return providerClass
        .orElse(Optional.empty())
        .map(found -> found.parameters().getOrDefault(name, ""))
        .orElse("");
  }
}
