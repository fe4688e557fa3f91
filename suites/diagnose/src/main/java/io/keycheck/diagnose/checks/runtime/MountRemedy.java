package io.keycheck.diagnose.checks.runtime;

import io.keycheck.diagnose.mounts.ClassLines;
import io.keycheck.diagnose.mounts.Detail;
import io.keycheck.diagnose.mounts.MountFailure;
import io.keycheck.diagnose.mounts.OneLine;
import io.keycheck.reports.diagnosis.Shell;
import java.util.ArrayList;
import java.util.List;

/** Says what to do about a mount that fails for a reason without a check of its own. */
final class MountRemedy {
  private static final String VAULT_PODS =
      "kubectl get pods --all-namespaces -l app.kubernetes.io/name=vault -o wide";
  private static final String TOKEN_REQUESTS =
      "kubectl get csidriver secrets-store.csi.k8s.io -o jsonpath='{.spec.tokenRequests}'";

  private MountRemedy() {}

  /** Returns the lines for what is known of the cause, and then those that always help. */
  static List<String> of(MountFailure failure) {
    List<String> remedy = new ArrayList<>(known(failure));
    failure
        .check()
        .ifPresent(
            check ->
                remedy.add(
                    "# That is what %s is about, but what was read shows no such fault now:"
                            .formatted(check)
                        + " it may just be mended, or lie where this cannot look."));
    remedy.add(
        "kubectl -n %s describe pod %s"
            .formatted(
                Shell.quote(OneLine.of(failure.pod().meta().namespace())),
                Shell.quote(OneLine.of(failure.pod().meta().name()))));
    return List.copyOf(remedy);
  }

  private static List<String> known(MountFailure failure) {
    return switch (failure.text().cause()) {
      case CLASS_FORBIDDEN ->
          List.of(
              "# Install the driver's ClusterRole and its binding again, in the driver's namespace:",
              "kubectl get clusterrolebindings -o wide | grep secretproviderclasses");
      case NODE_SECRET_NOT_FOUND ->
          List.of("# Neither Vault nor AWS needs nodePublishSecretRef: take it out of the volume.");
      case PROVIDER_NOT_ANSWERING ->
          List.of(
              "# Start the provider's pod on that node again; a new one replaces the stale socket.",
              podsOnNode(failure));
      case DEADLINE_EXCEEDED, STILL_WAITING ->
          List.of(
              "# The provider's log says what it waits for; look also for policies in its way.",
              podsOnNode(failure),
              "kubectl get networkpolicies --all-namespaces");
      case TOO_LARGE ->
          List.of(
              "# Ask for fewer or smaller secrets, or raise --max-call-recv-msg-size of the driver",
              "# (chart: maxCallRecvMsgSize).");
      case NOT_WRITTEN ->
          List.of(
              "# The provider's DaemonSet needs the hostPath of the kubelet's pods with",
              "# mountPropagation HostToContainer, at the kubelet's own path on that node.",
              podsOnNode(failure));
      case NO_VERSIONS, PROVIDER_CODE ->
          List.of(
              "# The provider's own log says more; a newer provider may have mended it.",
              podsOnNode(failure));
      case FILE_NAME_INVALID ->
          List.of(
              "# Name the file plainly: no slash in front, no \"..\" in it.",
              ClassLines.edit(failure));
      case STATUS_NOT_WRITTEN ->
          List.of(
              "kubectl get crd secretproviderclasspodstatuses.secrets-store.csi.x-k8s.io",
              "kubectl get clusterrolebindings -o wide | grep secretproviderclasses");
      case VAULT_TOKEN_NOT_MADE ->
          List.of(
              "# Let the CSIDriver request a token for the audience (\"vault\", unless the class"
                  + " names one):",
              TOKEN_REQUESTS,
              "# or give the provider's account the right to create serviceaccounts/token.");
      case VAULT_ISSUER_MISMATCH ->
          List.of(
              "# Vault need not look at the issuer:",
              "vault write auth/%s/config disable_iss_validation=true ..."
                  .formatted(Shell.quote(mount(failure))),
              "# (write the other fields of the configuration again, as vault read shows them)");
      case VAULT_SUBJECT_NOT_BOUND ->
          List.of(
              "# Compare bound_subject and bound_claims of the role with the token's subject:",
              "#   "
                  + OneLine.of(
                      "system:serviceaccount:%s:%s"
                          .formatted(failure.pod().meta().namespace(), failure.pod().account())),
              "vault read "
                  + Shell.quote("auth/%s/role/%s".formatted(mount(failure), role(failure))));
      case VAULT_AUTH_NOT_CONFIGURED ->
          List.of(
              "# Write the configuration (the document, section 3.1, step 6); inside the cluster"
                  + " this is enough:",
              "vault write "
                  + Shell.quote("auth/%s/config".formatted(mount(failure)))
                  + " kubernetes_host=https://kubernetes.default.svc:443");
      case VAULT_STANDBY -> List.of("vault status", "vault operator raft list-peers", VAULT_PODS);
      case VAULT_THROTTLED -> List.of("vault list sys/quotas/rate-limit");
      case VAULT_INTERNAL, VAULT_LOGIN_REFUSED, VAULT_REFUSED, VAULT_EMPTY_ANSWER ->
          List.of(
              "# Vault's log says more; the request id or the time of the event finds the line.",
              VAULT_PODS);
      case VAULT_GATEWAY ->
          List.of(
              "# Look at the proxy, ingress or load balancer that vaultAddress names.",
              ClassLines.show(failure, "vaultAddress"));
      case VAULT_REQUEST_FAILED -> List.of(ClassLines.show(failure, "vaultAddress"), VAULT_PODS);
      case VAULT_TOKEN_INVALID ->
          List.of(
              "# The provider keeps tokens; restart its pod on that node if Vault was set up anew.",
              podsOnNode(failure));
      case VAULT_METHOD_REFUSED ->
          List.of(
              "# Such a path is often a folder, or wants \"method\" in the entry.",
              ClassLines.edit(failure));
      case VAULT_MOUNT_SET_TWICE ->
          List.of("# Take one of the two out of the class:", ClassLines.edit(failure));
      case VAULT_FLAG_INVALID, AWS_FLAG_INVALID ->
          List.of(
              "# Write \"true\" or \"false\", in quotes; \"yes\" is neither.",
              ClassLines.edit(failure));
      case VAULT_ENCODING_INVALID ->
          List.of(
              "# encoding is utf-8, base64 or hex; leave it out where the value is plain text.",
              ClassLines.edit(failure));
      case VAULT_CA_UNREADABLE, VAULT_CLIENT_CERTIFICATE ->
          List.of(
              "# Such paths are in the provider's pod: mount the files there, then name them.",
              ClassLines.show(failure, "vaultCACertPath"),
              ClassLines.show(failure, "vaultTLSClientCertPath"));
      case VAULT_NAMESPACE_UNKNOWN ->
          List.of("vault namespace list", ClassLines.show(failure, "vaultNamespace"));
      case AWS_ASSUME_ROLE_DENIED, AWS_IDENTITY_UNKNOWN ->
          List.of(
              "# The trust policy has to admit this subject, and audience sts.amazonaws.com, of the"
                  + " cluster's OIDC provider:",
              "#   "
                  + OneLine.of(
                      "system:serviceaccount:%s:%s"
                          .formatted(failure.pod().meta().namespace(), failure.pod().account())),
              account(failure),
              "aws iam list-open-id-connect-providers",
              "aws iam get-role --role-name '<role>' --query Role.AssumeRolePolicyDocument");
      case AWS_TOKEN_EXPIRED ->
          List.of(
              "# The token is renewed by itself; if the text stays, look at the node's clock, and",
              "# start the provider's pod again.",
              podsOnNode(failure));
      case AWS_ACCESS_DENIED, AWS_DECRYPTION_FAILED ->
          List.of(
              "# The role needs secretsmanager:GetSecretValue and DescribeSecret on the secret",
              "# (ssm:GetParameters on a parameter), and kms:Decrypt where a key of your own"
                  + " encrypts it.",
              account(failure),
              "aws iam list-role-policies --role-name '<role>'");
      case AWS_ACCOUNT_FORBIDDEN ->
          List.of(
              "# The provider runs in another namespace than its ClusterRoleBinding names.",
              "kubectl get clusterrolebindings -o wide | grep -i aws");
      case AWS_POD_IDENTITY ->
          List.of(
              "kubectl -n kube-system get daemonset eks-pod-identity-agent",
              "aws eks list-pod-identity-associations --cluster-name '<cluster>'");
      case AWS_RATE_LIMITED ->
          List.of(
              "# Raise rotationPollInterval of the driver, or k8sThrottlingParams of the provider.");
      case AWS_FAILOVER,
          AWS_ARN_INVALID,
          AWS_FILE_PERMISSION,
          AWS_PATH_MISSING,
          AWS_PATH_TRANSLATION,
          AWS_VERSION_AND_LABEL,
          AWS_REFUSED ->
          List.of("# Correct the class by what the text says:", ClassLines.edit(failure));
      default -> List.of();
    };
  }

  private static String podsOnNode(MountFailure failure) {
    return "kubectl get pods --all-namespaces -o wide --field-selector "
        + Shell.quote("spec.nodeName=" + OneLine.of(failure.pod().node()));
  }

  private static String account(MountFailure failure) {
    return "kubectl -n %s get serviceaccount %s -o yaml"
        .formatted(
            Shell.quote(OneLine.of(failure.pod().meta().namespace())),
            Shell.quote(OneLine.of(failure.pod().account())));
  }

  private static String mount(MountFailure failure) {
    return failure.text().detail(Detail.MOUNT).map(OneLine::of).orElse("kubernetes");
  }

  private static String role(MountFailure failure) {
    String role = failure.parameter("roleName");
    return role.isEmpty() ? "<role>" : role;
  }
}
