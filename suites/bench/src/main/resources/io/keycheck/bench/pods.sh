# Measures how long as many pods as a suite makes take, bare: a Job of them in a kept cluster, each with two containers and
# a mount, all at once, that end as soon as they run. Nothing of the kit takes part. Expects NODE and VAULT, the names of two
# containers, APP, the image that pods run, and PODS, how many. Prints a line for each of three times: pods, a tab,
# milliseconds.
set -euo pipefail

. "${BASH_SOURCE%/*}/bare.sh"

make_floor
for ((i = 0; i < 3; i++)); do
  began=$(now)
  kubectl -n keycheck-bench apply -f - >/dev/null <<JOB
apiVersion: batch/v1
kind: Job
metadata: {name: floor-$i}
spec:
  completions: $PODS
  parallelism: $PODS
  template:
    spec:
      restartPolicy: Never
      containers:
        - {name: one, image: $APP, command: [sh, -c, ":"], imagePullPolicy: IfNotPresent}
        - {name: other, image: $APP, command: [sh, -c, ":"], imagePullPolicy: IfNotPresent, volumeMounts: [{name: s, mountPath: /s, readOnly: true}]}
      volumes: [{name: s, csi: {driver: secrets-store.csi.k8s.io, readOnly: true, volumeAttributes: {secretProviderClass: floor}}}]
JOB
  kubectl -n keycheck-bench wait --for=condition=Complete "job/floor-$i" --timeout=300s >/dev/null
  printf 'pods\t%d\n' $(($(now) - began))
  kubectl -n keycheck-bench delete job "floor-$i" --cascade=foreground >/dev/null
done
