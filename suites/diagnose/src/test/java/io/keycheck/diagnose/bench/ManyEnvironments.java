package io.keycheck.diagnose.bench;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/**
 * Makes up a cluster with many environments, as a List: each has a MendixApp, an account, a class,
 * a Deployment, a ReplicaSet, pods with their statuses, and every tenth one a fault.
 *
 * <p>Runs from source, with nothing but a JDK: {@code java ManyEnvironments.java FILE ENVIRONMENTS
 * PODS}.
 */
public final class ManyEnvironments {
  private static final int NODES = 20;
  private static final int PER_NAMESPACE = 10;

  private final PrintStream out;
  private String before = "";

  private ManyEnvironments(PrintStream out) {
    this.out = out;
  }

  /** Writes the List. */
  public static void main(String[] arguments) throws IOException {
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(Path.of(arguments[0]))),
            false,
            StandardCharsets.UTF_8)) {
      new ManyEnvironments(out)
          .write(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    }
  }

  private void write(int environments, int pods) {
    out.println("{\"apiVersion\":\"v1\",\"kind\":\"List\",\"items\":[");
    cluster();
    for (int i = 0; i < environments; i++) {
      environment("ns" + i / PER_NAMESPACE, "env" + i, i, pods / environments);
    }
    out.println("\n]}");
  }

  private void cluster() {
    object(
        "storage.k8s.io/v1",
        "CSIDriver",
        "",
        "secrets-store.csi.k8s.io",
        "'spec':{'requiresRepublish':true,'tokenRequests':[{'audience':'vault'}]}");
    for (String kind : new String[] {"SecretProviderClass", "SecretProviderClassPodStatus"}) {
      object(
          "apiextensions.k8s.io/v1",
          "CustomResourceDefinition",
          "",
          kind.toLowerCase(java.util.Locale.ROOT) + "es.secrets-store.csi.x-k8s.io",
          "'spec':{'group':'secrets-store.csi.x-k8s.io','names':{'kind':'"
              + kind
              + "'},'versions':[{'name':'v1','served':true}]}");
    }
    for (int i = 0; i < NODES; i++) {
      object("v1", "Node", "", "node" + i, "'spec':{}");
      object(
          "storage.k8s.io/v1",
          "CSINode",
          "",
          "node" + i,
          "'spec':{'drivers':[{'name':'secrets-store.csi.k8s.io'}]}");
      part(
          "driver",
          i,
          "csi-secrets-store/driver:v1.6.0",
          "--nodeid=n','--enable-secret-rotation=true','--provider-volume=/p");
      part("vault", i, "hashicorp/vault-csi-provider:1.7.4", "-debug=false");
    }
  }

  private void part(String name, int node, String image, String words) {
    object(
        "v1",
        "Pod",
        "kube-system",
        name + "-" + node,
        "'spec':{'nodeName':'node"
            + node
            + "','containers':[{'name':'main','image':'"
            + image
            + "','args':['"
            + words
            + "']}],'volumes':[{'name':'p','hostPath':{'path':'/var/run/secrets-store-csi-providers'}}]},"
            + "'status':{'phase':'Running','conditions':[{'type':'Ready','status':'True'}]}");
  }

  private void environment(String namespace, String name, int number, int pods) {
    boolean faulty = number % 10 == 9;
    object(
        "privatecloud.mendix.com/v1alpha1",
        "MendixApp",
        namespace,
        name,
        "'spec':{'allowOverrideSecretsWithSecretStoreCSIDriver':true,'replicas':" + pods + "}");
    object(
        "v1",
        "ServiceAccount",
        namespace,
        name,
        "'x':0",
        "'annotations':{'privatecloud.mendix.com/environment-account':'true'}");
    object(
        "secrets-store.csi.x-k8s.io/v1",
        "SecretProviderClass",
        namespace,
        name,
        "'spec':{'provider':'vault','parameters':{'vaultAddress':'http://vault:8200','roleName':'"
            + name
            + "','objects':'"
            + entries(name)
            + "'}}",
        "'annotations':{'privatecloud.mendix.com/environment-class':'"
            + (faulty ? "yes" : "true")
            + "'}");
    String labels = "'labels':{'privatecloud.mendix.com/app':'" + name + "'}";
    object(
        "apps/v1",
        "Deployment",
        namespace,
        name + "-master",
        "'spec':{'replicas':" + pods + "}",
        labels);
    object(
        "apps/v1",
        "ReplicaSet",
        namespace,
        name + "-master-1",
        "'spec':{'replicas':" + pods + "}",
        labels + "," + owner("Deployment", namespace, name + "-master"));
    for (int i = 0; i < pods; i++) {
      pod(namespace, name, i, labels);
    }
  }

  private void pod(String namespace, String name, int number, String labels) {
    String pod = name + "-master-1-" + number;
    object(
        "v1",
        "Pod",
        namespace,
        pod,
        "'spec':{'nodeName':'node"
            + number % NODES
            + "','serviceAccountName':'"
            + name
            + "','containers':[{'name':'mendix','image':'app:1','env':["
            + "{'name':'A','value':'b'},".repeat(20)
            + "{'name':'Z','value':'z'}],'volumeMounts':[{'name':'s','mountPath':'/opt/secrets','readOnly':true}]}],"
            + "'volumes':[{'name':'s','csi':{'driver':'secrets-store.csi.k8s.io','readOnly':true,"
            + "'volumeAttributes':{'secretProviderClass':'"
            + name
            + "'}}}]},'status':{'phase':'Running','startTime':'2026-01-01T00:00:00Z',"
            + "'conditions':[{'type':'Ready','status':'True'}],'containerStatuses':[{'name':'mendix',"
            + "'ready':true,'restartCount':0,'state':{'running':{'startedAt':'2026-01-01T00:00:05Z'}}}]}",
        labels + "," + owner("ReplicaSet", namespace, name + "-master-1"));
    StringBuilder objects = new StringBuilder();
    for (String key : KEYS) {
      objects.append(objects.length() == 0 ? "" : ",");
      objects.append("{'id':'").append(key).append("','version':'v1'}");
    }
    object(
        "secrets-store.csi.x-k8s.io/v1",
        "SecretProviderClassPodStatus",
        namespace,
        pod + "-" + namespace + "-" + name,
        "'status':{'podName':'"
            + pod
            + "','secretProviderClassName':'"
            + name
            + "','mounted':true,'objects':["
            + objects
            + "]}",
        "'generation':1," + owner("Pod", namespace, pod));
  }

  private static final String[] KEYS = {
    "database-type",
    "database-jdbc-url",
    "database-host",
    "database-name",
    "database-username",
    "database-password",
    "storage-service-name",
    "storage-endpoint",
    "storage-access-key-id",
    "storage-secret-access-key",
    "storage-bucket-name",
    "mx-admin-password"
  };

  private static String entries(String name) {
    StringBuilder entries = new StringBuilder();
    for (String key : KEYS) {
      entries
          .append("- objectName: ")
          .append(key)
          .append("\\n  secretPath: secret/data/")
          .append(name)
          .append("\\n  secretKey: ")
          .append(key)
          .append("\\n");
    }
    return entries.toString();
  }

  /** As a real one, it is unlike any other, and says nothing. */
  private static String uid(String kind, String namespace, String name) {
    String place = kind + "/" + namespace + "/" + name;
    return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8)).toString();
  }

  private static String owner(String kind, String namespace, String name) {
    return "'ownerReferences':[{'kind':'"
        + kind
        + "','name':'"
        + name
        + "','uid':'"
        + uid(kind, namespace, name)
        + "'}]";
  }

  private void object(String apiVersion, String kind, String namespace, String name, String rest) {
    object(apiVersion, kind, namespace, name, rest, "'resourceVersion':'1'");
  }

  private void object(
      String apiVersion, String kind, String namespace, String name, String rest, String meta) {
    String place = namespace.isEmpty() ? "" : "'namespace':'" + namespace + "',";
    String object =
        "{'apiVersion':'"
            + apiVersion
            + "','kind':'"
            + kind
            + "','metadata':{"
            + place
            + "'name':'"
            + name
            + "','creationTimestamp':'2026-01-01T00:00:02Z','uid':'"
            + uid(kind, namespace, name)
            + "',"
            + meta
            + "},"
            + rest
            + "}";
    out.print(before + object.replace('\'', '"'));
    before = ",\n";
  }
}
