# What bare measurements in a kept cluster share. Expects NODE and VAULT, the names of two containers.

now() { echo $((${EPOCHREALTIME/./} / 1000)); }
kubectl() { docker exec -i "$NODE" kubectl "$@"; }

# make_floor: a namespace with a class that mounts one key of Vault's; both are gone with the script.
make_floor() {
  trap 'set +e
    kubectl delete namespace keycheck-bench --ignore-not-found >/dev/null
    docker exec "$VAULT" vault delete auth/kubernetes/role/keycheck-bench >/dev/null
    docker exec "$VAULT" vault policy delete keycheck-bench >/dev/null
    docker exec "$VAULT" vault kv metadata delete -mount=secret keycheck-bench/floor >/dev/null' EXIT
  docker exec "$VAULT" vault kv put -mount=secret keycheck-bench/floor key=first >/dev/null
  echo 'path "secret/data/keycheck-bench/*" { capabilities = ["read"] }' |
    docker exec -i "$VAULT" vault policy write keycheck-bench - >/dev/null
  docker exec "$VAULT" vault write auth/kubernetes/role/keycheck-bench bound_service_account_names=default \
    bound_service_account_namespaces=keycheck-bench policies=keycheck-bench ttl=20m >/dev/null
  kubectl create namespace keycheck-bench >/dev/null
  kubectl -n keycheck-bench apply -f - >/dev/null <<CLASS
apiVersion: secrets-store.csi.x-k8s.io/v1
kind: SecretProviderClass
metadata: {name: floor}
spec:
  provider: vault
  parameters:
    vaultAddress: http://vault.keycheck-lab.svc.cluster.local:8200
    roleName: keycheck-bench
    objects: |
      - objectName: key
        secretPath: secret/data/keycheck-bench/floor
        secretKey: key
CLASS
}
