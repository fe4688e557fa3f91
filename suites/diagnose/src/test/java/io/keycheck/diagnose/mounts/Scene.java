package io.keycheck.diagnose.mounts;

import io.keycheck.contract.AppPod;
import io.keycheck.contract.Contract;
import io.keycheck.diagnose.View;
import io.keycheck.diagnose.snapshot.ClassPodStatus;
import io.keycheck.diagnose.snapshot.Container;
import io.keycheck.diagnose.snapshot.Event;
import io.keycheck.diagnose.snapshot.Flag;
import io.keycheck.diagnose.snapshot.Item;
import io.keycheck.diagnose.snapshot.Kind;
import io.keycheck.diagnose.snapshot.Meta;
import io.keycheck.diagnose.snapshot.Owner;
import io.keycheck.diagnose.snapshot.Pod;
import io.keycheck.diagnose.snapshot.Read;
import io.keycheck.diagnose.snapshot.SecretProviderClass;
import io.keycheck.diagnose.snapshot.ServiceAccount;
import io.keycheck.diagnose.snapshot.Snapshot;
import io.keycheck.diagnose.snapshot.Volume;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A namespace with one environment whose pods wait for their volume; tests change it piece by
 * piece.
 */
public final class Scene implements Snapshot {
  public static final String NAMESPACE = "shop";
  public static final String APP = "till";
  public static final String VOLUME = "store";
  private static final String DRIVER = "secrets-store.csi.k8s.io";

  private final Map<Kind<?>, List<Item>> items = new HashMap<>();
  private final Set<Kind<?>> hidden = new HashSet<>();

  /** Makes a namespace with a class of this provider and one waiting pod. */
  public static Scene of(String provider) {
    return of(
        provider,
        Map.of("roleName", "till-role", "vaultAddress", "http://vault.security.svc:8200"));
  }

  /** Makes a namespace with a class of this provider and one waiting pod. */
  public static Scene of(String provider, Map<String, String> parameters) {
    Scene scene = new Scene();
    scene.put(
        Kind.CLASS,
        new SecretProviderClass(
            meta(APP, "class-uid"), provider, parameters, List.of(), List.of()));
    return scene.withPod("till-1", "uid-1");
  }

  public Scene withPod(String name, String uid) {
    return withPod(name, uid, "ContainerCreating", Optional.empty());
  }

  public Scene withPod(String name, String uid, String waiting, Optional<Instant> started) {
    Container container =
        new Container(
            "m2ee-sidecar",
            false,
            "",
            List.of(),
            Map.of(),
            List.of(),
            List.of(),
            false,
            0,
            waiting,
            "",
            started,
            "",
            0);
    List<Volume> volumes =
        List.of(
            new Volume("settings", "", Flag.ABSENT, "", ""),
            new Volume(VOLUME, DRIVER, Flag.TRUE, APP, ""));
    put(
        Kind.POD,
        new Pod(
            meta(name, uid),
            "node-1",
            APP,
            "Pending",
            false,
            List.of(),
            Optional.empty(),
            "",
            volumes,
            List.of(container)));
    return this;
  }

  public Scene without(Kind<?> kind) {
    items.remove(kind);
    return this;
  }

  public Scene hiding(Kind<?> kind) {
    hidden.add(kind);
    return this;
  }

  public Scene mounted(String pod, String uid) {
    Meta status = meta(pod + "-status", "status-uid");
    put(
        Kind.CLASS_POD_STATUS,
        new ClassPodStatus(
            new Meta(
                status.apiVersion(),
                NAMESPACE,
                status.name(),
                status.uid(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                1,
                List.of(new Owner("Pod", pod, uid)),
                "",
                List.of(),
                false),
            pod,
            APP,
            Flag.TRUE,
            List.of()));
    return this;
  }

  public Scene account(Map<String, String> annotations) {
    Meta plain = meta(APP, "account-uid");
    put(
        Kind.SERVICE_ACCOUNT,
        new ServiceAccount(
            new Meta(
                "v1",
                NAMESPACE,
                APP,
                plain.uid(),
                Map.of(),
                annotations,
                Optional.empty(),
                1,
                List.of(),
                "",
                List.of(),
                false)));
    return this;
  }

  /** Adds an event of the volume, with the wrapping that driver and kubelet give it. */
  public Scene says(String text) {
    return event("uid-1", wrapped(text), 0);
  }

  public Scene event(String uid, String message, int second) {
    put(
        Kind.EVENT,
        new Event(
            meta("event-" + items.getOrDefault(Kind.EVENT, List.of()).size(), "e"),
            "Pod",
            "till-1",
            uid,
            "Warning",
            "FailedMount",
            message,
            3,
            Optional.of(Instant.parse("2026-01-01T00:00:00Z").plusSeconds(second))));
    return this;
  }

  /** Returns the text as an event has it. */
  public static String wrapped(String text) {
    return "MountVolume.SetUp failed for volume \""
        + VOLUME
        + "\" : rpc error: code = Unknown desc ="
        + " failed to mount secrets store objects for pod shop/till-1, err: rpc error: code ="
        + " Unknown desc = "
        + text;
  }

  /** Returns what the Vault provider says of an answer. */
  public static String answered(String method, String path, int code, String error) {
    String step = method.equals("POST") ? "failed to login" : "error requesting secret";
    return ("error making mount request: couldn't read secret \"database-type\": %s: Error making API"
            + " request.\n\nURL: %s http://vault.security.svc:8200/v1/%s\nCode: %d. Errors:\n\n%s")
        .formatted(step, method, path, code, error);
  }

  /** Returns what the Vault provider says of a login that got no answer. */
  public static String unanswered(String reason) {
    return "error making mount request: couldn't read secret \"database-type\": failed to login: Post"
        + " \"http://vault.security.svc:8200/v1/auth/kubernetes/login\": "
        + reason;
  }

  public View view() {
    return new View(this, NAMESPACE, APP, Contract.ofDocument());
  }

  private void put(Kind<?> kind, Item item) {
    items.computeIfAbsent(kind, k -> new ArrayList<>()).add(item);
  }

  private static Meta meta(String name, String uid) {
    return new Meta(
        "v1",
        NAMESPACE,
        name,
        uid,
        Map.of(AppPod.APP_LABEL, APP),
        Map.of(),
        Optional.empty(),
        1,
        List.of(),
        "",
        List.of(),
        false);
  }

  @Override
  public Set<String> namespaces() {
    return Set.of(NAMESPACE);
  }

  @Override
  public <T extends Item> Read<List<T>> in(String namespace, Kind<T> kind) {
    return hidden.contains(kind)
        ? Read.unreadable("list " + kind.resource() + " in namespace " + namespace)
        : Read.known(seen(kind));
  }

  @Override
  public <T extends Item> Read<List<T>> all(Kind<T> kind) {
    return in("all", kind);
  }

  @Override
  public <T extends Item> List<T> seen(Kind<T> kind) {
    if (hidden.contains(kind)) {
      return List.of();
    }
    return items.getOrDefault(kind, List.of()).stream().map(kind.type()::cast).toList();
  }

  @Override
  public Read<List<Pod>> driverAndProviderPods() {
    return Read.unreadable("list pods in namespace kube-system");
  }

  @Override
  public Read<List<String>> driverLog() {
    return Read.unreadable("get pods/log in namespace kube-system");
  }

  @Override
  public List<String> notes() {
    return List.of();
  }
}
