# The Java side of a checkout: built when its sources have changed, and started. Expects ROOT.
# shellcheck shell=bash disable=SC2154

KEYCHECK_CACHE=${KEYCHECK_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/keycheck}
export KEYCHECK_CACHE

# sources_hash: one word over all that the build reads; reading a few hundred files takes less time than asking Maven.
sources_hash() {
  (
    cd "$ROOT"
    find pom.xml .mvn reports suites fixtures/gate fixtures/lab fixtures/mendix fixtures/stand-ins \
      -name target -prune -o -path '*/src/test' -prune -o -type f \( -name pom.xml -o -path '*/src/main/*' -o -path '.mvn/*' \) -print0 |
      LC_ALL=C sort -z | xargs -0 sha256sum | sha256sum | cut -c1-16
  )
}

# touched_since FILE: whether any file or folder of the sources is newer than FILE, which is answered faster than the hash.
touched_since() {
  [ -n "$(cd "$ROOT" && find pom.xml .mvn reports suites fixtures/gate fixtures/lab fixtures/mendix fixtures/stand-ins \
    \( -name target -o -path '*/src/test' \) -prune -o -newer "$1" -print -quit)" ]
}

# build_java [MAVEN-ARGUMENT…]: makes suites/cli/target/lib, unless it was made from just these sources; with arguments always.
build_java() {
  local stamp=$ROOT/suites/cli/target/built-from log=$KEYCHECK_CACHE/logs/java-build.log now began=$SECONDS
  if [ $# = 0 ] && [ -s "$stamp" ] && ! touched_since "$stamp"; then return; fi
  now=$(sources_hash)
  if [ $# = 0 ] && [ "$(cat "$stamp" 2>/dev/null)" = "$now" ]; then
    touch "$stamp" 2>/dev/null || true
    return
  fi
  "$ROOT/scripts/bootstrap" --tools
  mkdir -p "${log%/*}"
  (
    # Two runs at once in one checkout: the second waits, and finds the work done.
    flock 9
    [ $# != 0 ] || [ "$(cat "$stamp" 2>/dev/null)" != "$now" ] || exit 0
    echo "keycheck: building (a minute or two when Maven's packages are not there yet; log: $log)" >&2
    if ! (cd "$ROOT" && mvn -B -q -T1C package -Dmaven.test.skip=true -Dspotless.check.skip=true "$@") >"$log" 2>&1 </dev/null; then
      grep -m 5 ERROR "$log" >&2 || tail -n 5 "$log" >&2
      echo "keycheck: the build failed: see $log." >&2
      exit 2
    fi
    keep_classes
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
  elif [ "${1:-}" = certify ] && [ "${2:-}" != --check-only ]; then
    echo "-XX:ArchiveClassesAtExit=$archive.$$"
  else
    echo -Xshare:auto
  fi
}

# java_command: the java of JAVA_HOME, or of the path.
java_command() {
  if [ -n "${JAVA_HOME:-}" ]; then echo "$JAVA_HOME/bin/java"; else command -v java || true; fi
}

# jars: the class path, always in the same order, as class-data sharing wants it.
jars() {
  local jar path='' LC_ALL=C
  for jar in "$ROOT"/suites/cli/target/lib/*.jar; do path+=:$jar; done
  echo "${path#:}"
}

# keep_classes: keeps the classes of the commands that only read as the virtual machine has them when they are loaded, so
# that these start in half the time. Without it they only start later.
keep_classes() {
  local archive=$ROOT/suites/cli/target/keycheck.jsa
  rm -f "$archive"
  "$(java_command)" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xlog:disable -XX:ArchiveClassesAtExit="$archive" \
    -cp "$(jars)" io.keycheck.cli.Rehearsal >/dev/null 2>&1 </dev/null || rm -f "$archive"
}

# commit_of ARGUMENTS…: the option that names the checkout's commit to commands that show it, put it into a report or hold
# one against it. What was built may be older than the commit: build_java looks at the sources alone.
commit_of() {
  local commit
  case ${1:-} in
    certify | verify | images | job | -V | --version)
      commit=$(git -C "$ROOT" describe --always --abbrev=12 --dirty=-changed 2>/dev/null) || return 0
      echo "-Dkeycheck.commit=$commit"
      ;;
  esac
}

# recipes_of ARGUMENTS…: the option that names to an import what this checkout's recipes make.
recipes_of() {
  local list=$KEYCHECK_CACHE/recipes.list
  [ "${1:-} ${2:-}" = "images import" ] || return 0
  mkdir -p "$KEYCHECK_CACHE"
  "$ROOT/fixtures/images/build" --list >"$list" 2>/dev/null || return 0
  echo "-Dkeycheck.images=$list"
}

# read_java ARGUMENTS…: becomes the process of a command that needs Java alone. An archive of classes that does not fit this
# Java is passed over without a word: what the virtual machine says would stand in the result.
read_java() {
  local java
  java=$(java_command)
  if [ ! -x "$java" ]; then
    echo "keycheck: no Java was found: install Java 17 or newer, or set JAVA_HOME; scripts/bootstrap can do it." >&2
    exit 2
  fi
  if [ -t 1 ] && [ -z "${COLUMNS:-}" ]; then COLUMNS=$(tput cols 2>/dev/null || true); fi
  export COLUMNS
  # shellcheck disable=SC2046
  exec "$java" -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xshare:auto -Xlog:disable \
    -XX:SharedArchiveFile="$ROOT/suites/cli/target/keycheck.jsa" $(commit_of "$@") \
    -cp "$(jars)" io.keycheck.cli.Main "$@"
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
  # Java itself logs to standard output, where only results belong: an archive that does not fit is no news. Nobody reads
  # the file of figures that it would write.
  # shellcheck disable=SC2046
  exec java "$(class_archive "$@")" -Xlog:disable -XX:-UsePerfData -XX:+UseSerialGC -XX:TieredStopAtLevel=1 $(commit_of "$@") $(recipes_of "$@") \
    -cp "$ROOT/suites/cli/target/lib/*" io.keycheck.cli.Main "$@"
}
