# Measures what the parts allow, bare: a loop with kubectl in the node of a kept cluster, and Vault's own command. Nothing of
# the kit takes part. Expects NODE and VAULT, the names of two containers, APP, the image that pods run, and TIMES.
# Prints a line for each time: what was measured, a tab, milliseconds.
set -euo pipefail

. "${BASH_SOURCE%/*}/bare.sh"
in_node() { docker exec -i -e APP="$APP" -e TIMES="$TIMES" "$NODE" bash -euo pipefail -s -- "$@"; }

# A cluster: the node's image as the kept one was started, until its log has the line that says that it is ready.
image=$(docker inspect --format '{{.Config.Image}}' "$NODE")
mapfile -t mounts < <(docker inspect --format '{{range .HostConfig.Binds}}{{println "-v"}}{{println .}}{{end}}{{range $path, $how := .HostConfig.Tmpfs}}{{println "--tmpfs"}}{{println $path}}{{end}}' "$NODE" | sed '/^$/d')
bare=''
trap '[ -z "$bare" ] || docker rm -f -v "$bare" >/dev/null' EXIT
for ((i = 0; i < 3; i++)); do
  began=$(now)
  bare=$(docker run -d --privileged --cgroupns host "${mounts[@]}" "$image" server)
  for ((tries = 0; ; tries++)); do
    if docker logs "$bare" 2>&1 | grep 'Node controller sync successful' >/dev/null; then break; fi
    if [ $tries = 600 ]; then
      echo "A bare node was not ready within half a minute." >&2
      exit 1
    fi
    sleep 0.05
  done
  printf 'cluster\t%d\n' $(($(now) - began))
  docker rm -f -v "$bare" >/dev/null
  bare=''
done

make_floor

in_node <<'END'
now() { echo $((${EPOCHREALTIME/./} / 1000)); }
cd /tmp

# pod NAME VOLUME: a pod of one idle container, with the class mounted where VOLUME is not empty.
pod() {
  cat <<POD
apiVersion: v1
kind: Pod
metadata: {name: $1, namespace: keycheck-bench}
spec:
  terminationGracePeriodSeconds: 0
  containers:
    - {name: app, image: $APP, command: [sleep, "3600"], imagePullPolicy: IfNotPresent$([ -z "$2" ] || echo ', volumeMounts: [{name: s, mountPath: /s, readOnly: true}]')}
$([ -z "$2" ] || echo '  volumes: [{name: s, csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: floor}}}]')
POD
}

for kind in '' mount; do
  for ((i = 0; i <= TIMES; i++)); do
    pod "p$kind$i" "$kind" >pod.yaml
    began=$(now)
    kubectl apply -f pod.yaml >/dev/null
    kubectl -n keycheck-bench wait --for=condition=Ready "pod/p$kind$i" --timeout=60s >/dev/null
    # The first one warms up.
    [ "$i" = 0 ] || printf '%s\t%d\n' "${kind:-pod}" $(($(now) - began))
    [ "$i" = "$TIMES" ] || kubectl -n keycheck-bench delete pod "p$kind$i" --wait=false >/dev/null
  done
done

for ((i = 0; i < TIMES; i++)); do
  began=$(now)
  kubectl get --raw /api/v1/namespaces/keycheck-bench/pods >/dev/null
  printf 'list\t%d\n' $(($(now) - began))
done
for ((i = 0; i < TIMES; i++)); do
  began=$(now)
  kubectl -n kube-system get mendixapps,serviceaccounts,secretproviderclasses,secretproviderclasspodstatuses,deployments,replicasets,pods,events -o json >/dev/null
  printf 'namespace\t%d\n' $(($(now) - began))
done
last=
for ((i = 0; i < 3; i++)); do
  # A restart is marked with its second, and kubectl refuses two in one.
  until [ "$(date +%s)" != "$last" ]; do sleep 0.05; done
  began=$(now)
  kubectl -n kube-system rollout restart daemonset >/dev/null
  last=$(date +%s)
  kubectl -n kube-system get daemonset -o name | xargs -n 1 kubectl -n kube-system rollout status --timeout=120s >/dev/null
  printf 'driver\t%d\n' $(($(now) - began))
done
END

# A rotation: from before the value is sent until the file of the pod that has the mount differs, as the node itself sees it.
for ((i = 0; i < TIMES; i++)); do
  file=$(in_node <<'END'
uid=$(kubectl -n keycheck-bench get pod "pmount$TIMES" -o jsonpath='{.metadata.uid}')
echo /var/lib/kubelet/pods/$uid/volumes/kubernetes.io~csi/s/mount/key
END
  )
  began=$(now)
  docker exec "$VAULT" vault kv put -mount=secret keycheck-bench/floor "key=rotated-$i" >/dev/null
  docker exec "$NODE" timeout 60 bash -c "until [ \"\$(cat '$file')\" = rotated-$i ]; do read -t 0.02 <> <(:) || true; done"
  printf 'rotation\t%d\n' $(($(now) - began))
done
