# The Java side of a checkout: built when its sources have changed, and started. Expects ROOT.
# shellcheck shell=bash disable=SC2154

KEYCHECK_CACHE=${KEYCHECK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/keycheck}
export KEYCHECK_CACHE

# sources_hash: one word over all that the build reads; reading a few hundred files takes less time than asking Maven.
sources_hash() {
  (
    cd "$ROOT"
    find pom.xml .mvn reports suites fixtures/lab fixtures/stand-ins \
      -name target -prune -o -path '*/src/test' -prune -o -type f \( -name pom.xml -o -path '*/src/main/*' -o -path '.mvn/*' \) -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}

# build_java: makes suites/cli/target/lib, unless it was made from just these sources.
build_java() {
  local stamp=$ROOT/suites/cli/target/built-from log=$KEYCHECK_CACHE/logs/java-build.log now began=$SECONDS
  now=$(sources_hash)
  if [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then return; fi
  if ! command -v mvn >/dev/null || ! command -v java >/dev/null; then
    echo "keycheck: a JDK 17 and Maven are needed to build this checkout: run scripts/bootstrap." >&2
    exit 2
  fi
  mkdir -p "${log%/*}"
  (
    # Two runs at once in one checkout: the second waits, and finds the work done.
    flock 9
    [ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || exit 0
    echo "keycheck: building (a minute or two when Maven's packages are not there yet; log: $log)" >&2
    if ! (cd "$ROOT" && mvn -B -q package -Dmaven.test.skip=true -Dspotless.check.skip=true) >"$log" 2>&1 </dev/null; then
      grep -m 5 ERROR "$log" >&2 || tail -n 5 "$log" >&2
      echo "keycheck: the build failed: see $log." >&2
      exit 2
    fi
    echo "$now" >"$stamp"
    echo "keycheck: built in $((SECONDS - began)) s." >&2
  ) 9>"$KEYCHECK_CACHE/java-build.lock"
}

# class_archive ARGUMENTS…: the option by which Java finds its classes as an earlier run left them, which halves the time it
# takes to start, or by which this run leaves them at its end. An archive that is older than the jars is made anew.
class_archive() {
  local archive=$ROOT/suites/cli/target/classes.jsa draft
  for draft in "$archive".*; do
    # A draft is named after the process that writes it.
    if [ -f "$draft" ] && ! kill -0 "${draft##*.}" 2>/dev/null; then mv -f "$draft" "$archive"; fi
  done
  if [ -f "$archive" ] && [ -z "$(find "$ROOT/suites/cli/target/lib" -newer "$archive" -print -quit)" ]; then
    echo "-XX:SharedArchiveFile=$archive"
  elif [ "${1:-}" = certify ]; then
    echo "-XX:ArchiveClassesAtExit=$archive.$$"
  else
    echo -Xshare:auto
  fi
}

# start_java ARGUMENTS…: becomes the command line's process.
start_java() {
  # Testcontainers reads these from the environment only. No image is pulled to probe the engine, and a kept cluster may
  # be taken again; where the engine is on this machine, its ports are on this machine too.
  export TESTCONTAINERS_CHECKS_DISABLE=true TESTCONTAINERS_REUSE_ENABLE=true
  if [ -z "${DOCKER_HOST:-}" ]; then
    export TESTCONTAINERS_HOST_OVERRIDE=${TESTCONTAINERS_HOST_OVERRIDE:-127.0.0.1}
  fi
  # A run waits more than it computes, on machines whose cores the cluster needs: no second compiler, no parallel collector.
  # Java itself logs to standard output, where only results belong: an archive that does not fit is no news.
  exec java "$(class_archive "$@")" -Xlog:disable -XX:+UseSerialGC -XX:TieredStopAtLevel=1 \
    -cp "$ROOT/suites/cli/target/lib/*" io.keycheck.cli.Main "$@"
}
