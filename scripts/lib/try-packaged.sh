# Tries what was packaged, away from the checkout and from any other Java. Expects ROOT, work, and die.
# shellcheck shell=bash disable=SC2154

# expect CODE WORDS COMMAND…: the command ends with that code and prints those words.
expect() {
  local code=$1 words=$2 seen=0 said
  shift 2
  said=$("$@" 2>&1 </dev/null) || seen=$?
  [ "$seen" = "$code" ] || die "expected: $* ends with $code; seen: it ended with $seen and said: ${said:0:600}"
  [[ $said == *"$words"* ]] || die "expected: $* says '$words'; seen: ${said:0:600}"
}

# try_commands KEYCHECK…: what both forms can do with files alone; the folder $work/given is what they are given, and where
# it is for them is the last argument.
try_commands() {
  local given=${*: -1}
  set -- "${@:1:$#-1}"
  expect 0 "Usage: keycheck" "$@" --help
  expect 0 "keycheck $version (commit $commit)" "$@" --version
  expect 0 mount-is-read-only "$@" list cases
  expect 0 class-not-annotated "$@" list checks
  expect 0 "complete -F _complete_keycheck -o default keycheck" "$@" completion bash
  expect 0 "kind: Role" "$@" rbac -n shop
  expect 1 class-not-annotated "$@" diagnose --from "$given/broken.json"
  expect 0 healthy "$@" diagnose --from "$given/healthy.json" --output json
  expect 0 BUSL-1.1 "$@" images list
}

# try_verify KEYCHECK… GIVEN: verify writes pages anew to compare them, for which it takes a folder for temporary files.
try_verify() {
  local given=${*: -1}
  set -- "${@:1:$#-1}"
  expect 0 "" "$@" verify "$given/report"
  expect 1 junit.xml "$@" verify "$given/changed"
  expect 2 "There is no" "$@" verify "$given/no-such"
}

# prepare_given: a healthy and a broken environment, a report, and the same report changed.
prepare_given() {
  local recordings=$ROOT/suites/diagnose/src/test/resources/io/keycheck/diagnose/recordings
  [ ! -d "$work/given" ] || return 0
  mkdir -p "$work/given"
  cp "$recordings/class-not-annotated.json" "$work/given/broken.json"
  cp "$recordings/healthy-vault.json" "$work/given/healthy.json"
  "$(java_command)" -cp "$(jars)" io.keycheck.cli.Rehearsal --report "$work/given/report" >/dev/null 2>&1 ||
    die "no report could be made to try verify with."
  cp -R "$work/given/report" "$work/given/changed"
  echo '<testsuites/>' >"$work/given/changed/junit.xml"
  chmod -R a+rX "$work/given"
}

# try_archive FILE: unpacked into another folder, with nothing on the path but the system's own commands.
try_archive() {
  local folder=$work/elsewhere alone
  alone=(env -i PATH=/usr/bin:/bin HOME="$folder" JAVA_HOME=/nonexistent)
  prepare_given
  mkdir "$folder"
  tar -C "$folder" -xzf "$1"
  try_commands "${alone[@]}" "$folder/$name/bin/keycheck" "$work/given"
  try_verify "${alone[@]}" "$folder/$name/bin/keycheck" "$work/given"
  # The second start takes the classes that the first one kept.
  ls "$folder/$name"/lib/*.jsa >/dev/null 2>&1 || die "expected: the first diagnose keeps its classes; seen: none in lib."
}

# try_image REF: as a user of another number, with a file system that is read-only, no capability and no network.
try_image() {
  local confined=(docker run --rm --read-only --user 12345:12345 --network none --cap-drop ALL --security-opt no-new-privileges)
  prepare_given
  try_commands "${confined[@]}" --volume "$work/given:/given:ro" "$1" /given
  try_verify "${confined[@]}" --tmpfs /tmp --volume "$work/given:/given:ro" "$1" /given
  [ "$(docker image inspect --format '{{.Config.User}}' "$1")" = 65532:65532 ] || die "expected: the image's user is not root."
}
