# Makes 500 environments in a kept cluster, of objects alone: pods are bound to no node, and the Operator stand-in is stopped.
# Then diagnoses all of them, and one namespace of ten. Expects NODE, the name of a container, and TIMES.
# Prints a line for each time: what was measured, a tab, milliseconds, megabytes or a number of requests.
set -euo pipefail

GENERATOR=suites/diagnose/src/test/java/io/keycheck/diagnose/bench/ManyEnvironments.java
ENVIRONMENTS=500

folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
in_node() { docker exec -i "$NODE" "$@"; }
# How many requests of a diagnosis the API server has noted.
noted() { in_node grep '"stage":"ResponseComplete"' /var/log/kubernetes/audit.log | grep -c '"userAgent":"keycheck/[^"]* diagnose"' || true; }

in_node kubectl get deployments -A -o custom-columns=A:.metadata.namespace,B:.metadata.name --no-headers </dev/null >"$folder/deployments"
while read -r namespace name; do
  case $name in *operator*) in_node kubectl -n "$namespace" scale deployment "$name" --replicas=0 </dev/null >/dev/null ;; esac
done <"$folder/deployments"

java "$GENERATOR" /dev/stdout $ENVIRONMENTS $((ENVIRONMENTS * 3)) | sed '1d;$d;s/,$//' |
  grep -E '"kind":"(MendixApp|ServiceAccount|SecretProviderClass|Pod|SecretProviderClassPodStatus)","metadata":\{"namespace":"ns' |
  sed -E 's/,"ownerReferences":\[[^]]*\]//; s/,"resourceVersion":"1"//; s/"nodeName":"[^"]*",/"schedulerName":"nobody",/' >"$folder/objects"
for ((i = 0; i < ENVIRONMENTS / 10; i++)); do
  printf '{"apiVersion":"v1","kind":"Namespace","metadata":{"name":"ns%d"}}\n' $i
done | in_node kubectl create -f - >/dev/null
# A pod is refused that comes before its account.
grep '"kind":"ServiceAccount"' "$folder/objects" | in_node kubectl create --validate=false -f - >/dev/null
grep -v '"kind":"ServiceAccount"' "$folder/objects" | split -n r/4 - "$folder/part-"
made=()
for part in "$folder"/part-*; do
  in_node kubectl create --validate=false -f - <"$part" >/dev/null &
  made+=($!)
done
for each in "${made[@]}"; do wait "$each"; done

address=$(docker inspect --format '{{range .NetworkSettings.Networks}}{{.IPAddress}}{{end}}' "$NODE")
in_node cat /etc/rancher/k3s/k3s.yaml </dev/null | sed -E "s|server: .*|server: https://$address:6443|" >"$folder/kubeconfig"

# figure NAME ENVIRONMENTS OPTION…: an error that is found ends it with 1, and some environments have one.
figure() {
  local name=$1 wanted=$2 i before began ended
  shift 2
  for ((i = 0; i < TIMES; i++)); do
    before=$(noted)
    began=$EPOCHREALTIME
    /usr/bin/time -o "$folder/time" -f %M scripts/keycheck diagnose --kubeconfig "$folder/kubeconfig" "$@" --output json >"$folder/out" || [ $? = 1 ]
    ended=$EPOCHREALTIME
    if [ "$(grep -o '"verdict"' "$folder/out" | wc -l)" != "$wanted" ]; then
      echo "Not all of $wanted environments were diagnosed." >&2
      exit 1
    fi
    printf '%s\t%d\n' "$name" $(((${ended/./} - ${began/./}) / 1000))
    printf '%s, peak\t%d\n' "$name" $(($(tail -n 1 "$folder/time") / 1024))
    printf '%s, requests\t%d\n' "$name" $(($(noted) - before))
  done
}
figure "live, one namespace of 10" 10 -n ns7
figure "live, all $ENVIRONMENTS" $ENVIRONMENTS --all-namespaces
