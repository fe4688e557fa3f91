# The CSI driver's own scenarios with Vault, 17 of them, with the waits that its test has: two minutes for a rotation, conditions
# elsewhere. Written from what they promise; driven by kubectl in the node of a kept cluster. Expects NODE, VAULT and APP.
# Prints a line for each: its name, a tab, milliseconds.
set -euo pipefail

. "${BASH_SOURCE%/*}/bare.sh"
vault() { docker exec -i "$VAULT" vault "$@" >/dev/null; }
# step NAME: runs the script on standard input in the node, and says how long it took.
step() {
  local began
  began=$(now)
  docker exec -i -e APP="$APP" "$NODE" bash -euo pipefail -c "$(functions); $(cat)" </dev/null >/dev/null
  printf '%s\t%d\n' "$1" $(($(now) - began))
}
functions() {
  cat <<'END'
cd /tmp
k() { kubectl -n keycheck-peers "$@"; }
# class NAMESPACE NAME: a class with one value, as a file in a folder too, and synced to a Secret of its name.
class() {
  kubectl -n "$1" apply -f - <<CLASS
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: $2}
spec:
  provider: vault
  secretObjects:
    - {secretName: $2, type: Opaque, labels: {environment: test}, data: [{objectName: bar, key: value}]}
  parameters:
    vaultAddress: http://vault.keycheck-lab.svc.cluster.local:8200
    roleName: keycheck-peers
    objects: |
      - {objectName: bar, secretPath: secret/data/keycheck-peers/foo, secretKey: bar}
      - {objectName: nested, secretPath: secret/data/keycheck-peers/foo, secretKey: bar1}
CLASS
}
# app NAMESPACE NAME CLASS…: a Deployment of one pod with these classes.
app() {
  local namespace=$1 name=$2 mounts='' volumes='' each
  shift 2
  for each in "$@"; do
    mounts+="{name: $each, mountPath: /mnt/$each, readOnly: true}, "
    volumes+="{name: $each, csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: $each}}}, "
  done
  kubectl -n "$namespace" apply -f - <<APP
apiVersion: apps/v1
kind: Deployment
metadata: {name: $name}
spec:
  selector: {matchLabels: {app: $name}}
  template:
    metadata: {labels: {app: $name}}
    spec:
      terminationGracePeriodSeconds: 0
      containers: [{name: app, image: $APP, command: [sleep, "3600"], volumeMounts: [$mounts]}]
      volumes: [$volumes]
APP
}
ready() { k rollout status "deployment/$1" --timeout=60s; }
# is WANTED COMMAND…: until a command prints what is wanted, for a minute.
is() {
  local wanted=$1 end=$((SECONDS + 60))
  shift
  until [ "$("$@" 2>/dev/null)" = "$wanted" ]; do [ $SECONDS -lt $end ]; sleep 1; done
}
file() { k exec deployment/"$1" -- cat "/mnt/$2"; }
END
}

vault kv put -mount=secret keycheck-peers/foo bar=first bar1=second
echo 'path "secret/data/keycheck-peers/*" { capabilities = ["read"] }' | vault policy write keycheck-peers -
trap 'set +e
  docker exec "$NODE" kubectl delete namespace keycheck-peers keycheck-peers-other --ignore-not-found --wait=false >/dev/null
  vault delete auth/kubernetes/role/keycheck-peers
  vault policy delete keycheck-peers
  vault kv metadata delete -mount=secret keycheck-peers/foo' EXIT

step '1 the provider is there' <<<'kubectl -n keycheck-lab rollout status daemonset/vault-csi-provider --timeout=60s'
vault write auth/kubernetes/role/keycheck-peers bound_service_account_names=default \
  bound_service_account_namespaces=keycheck-peers policies=keycheck-peers ttl=20m
step '2 set up' <<<'kubectl create namespace keycheck-peers; kubectl create namespace keycheck-peers-other'
step '3 a class is deployed' <<<'class keycheck-peers foo; k get secretproviderclass/foo'
step '4 a pod is ready' <<<'app keycheck-peers inline foo; ready inline'
step '5 its files hold the values' <<<'is first file inline foo/bar; is second file inline foo/nested'
vault kv put -mount=secret keycheck-peers/foo bar=rotated bar1=second
step '6 a rotated value, after two minutes' <<<'sleep 120; [ "$(file inline foo/bar)" = rotated ]'
step '7 it is unmounted' <<'END'
k delete deployment/inline
is '' k get pods -l app=inline -o name
! kubectl -n kube-system logs daemonset/csi-secrets-store -c secrets-store | grep 'failed to clean and unmount target path'
END
step '8 two apps share a synced Secret' <<'END'
app keycheck-peers one foo
app keycheck-peers two foo
ready one
ready two
is rotated file one foo/bar
END
step '9 the Secret is there with its label' <<'END'
is test k get secret/foo -o jsonpath='{.metadata.labels.environment}'
is true k get secret/foo -o jsonpath='{.metadata.labels.secrets-store\.csi\.k8s\.io/managed}'
END
step '10 it goes with the last of its owners' <<'END'
k delete deployment/one
is 1 sh -c "kubectl -n keycheck-peers get secret/foo -o jsonpath='{.metadata.ownerReferences[*].name}' | wc -w"
k delete deployment/two
is '' k get secret/foo --ignore-not-found -o name
END
step '11 a class of one namespace' <<<'class keycheck-peers foo-sync; k get secretproviderclass/foo-sync'
step '12 its app runs' <<'END'
app keycheck-peers sync foo-sync
ready sync
is rotated file sync foo-sync/bar
# The driver makes the Secret first and says whose it is afterwards; an app that is gone by then leaves it behind for good.
is ReplicaSet k get secret/foo-sync -o jsonpath='{.metadata.ownerReferences[0].kind}'
END
step '13 and goes' <<<'k delete deployment/sync; is "" k get secret/foo-sync --ignore-not-found -o name'
step '14 another namespace does not find the class' <<'END'
app keycheck-peers-other sync foo-sync
is 1 sh -c "kubectl -n keycheck-peers-other get events -o jsonpath='{.items[*].message}' | grep -c 'failed to get secretproviderclass keycheck-peers-other/foo-sync.*not found'"
END
step '15 two classes are deployed' <<<'class keycheck-peers foo-0; class keycheck-peers foo-1'
step '16 one app has both' <<<'app keycheck-peers both foo-0 foo-1; ready both; is rotated file both foo-0/bar; is rotated file both foo-1/bar'
step '17 both Secrets are there' <<<'k get secret/foo-0; k get secret/foo-1; k delete deployment/both'
