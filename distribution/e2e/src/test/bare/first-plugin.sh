#!/bin/sh
# From nothing to a page of one's own in the browser, as an author goes, and how many seconds each step takes:
#   sh first-plugin.sh callboard.zip [folder]
# Needs a JDK (17 or later), Maven (3.8 or later) and the zip; the last look, Chromium or Chrome as well. Nothing is taken from the
# user's home or environment: the folder, a new one unless given, has the home and the empty local repository, and is kept.
set -eu
here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
if [ -z "${BARE:-}" ]; then
  zip=$(CDPATH= cd -- "$(dirname -- "$1")" && pwd)/$(basename -- "$1")
  folder=${2:-$(mktemp -d)}
  mkdir -p "$folder/home"
  folder=$(CDPATH= cd -- "$folder" && pwd)
  exec env -i BARE=1 PATH="$PATH" ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"} HOME="$folder/home" sh "$0" "$zip" "$folder"
fi
zip=$1 folder=$2
[ -z "${JAVA_HOME:-}" ] || PATH=$JAVA_HOME/bin:$PATH
# Java asks the system for the home, and not the environment
export MAVEN_OPTS="-Duser.home=$HOME"
browser=
for name in chromium chromium-browser google-chrome google-chrome-stable chrome; do
  [ -n "$browser" ] || browser=$(command -v "$name" || :)
done

begun=$(date +%s) last=$begun
step() {
  now=$(date +%s)
  printf '%4d s  %s\n' $((now - last)) "$1"
  last=$now
}
fail() {
  echo "$1" >&2
  [ ! -f "$2" ] || tail -40 "$2" >&2
  exit 1
}
run() {
  log=$folder/$1.log
  shift
  "$@" >"$log" 2>&1 || fail "This failed: $*" "$log"
}

mkdir "$folder/portal"
cd "$folder/portal"
run unzip jar xf "$zip"
chmod +x bin/callboard
step "unzip callboard.zip"

bin/callboard start --port 0 >"$folder/portal.log" 2>&1 &
portal=$!
trap 'kill "$portal" 2>/dev/null || :; wait "$portal" || :' EXIT
trap 'exit 1' INT TERM HUP
printed() { sed -n "$1" "$folder/portal.log" | head -1; }
until url=$(printed 's/^Callboard is at \(http.*\)$/\1/p') && [ -n "$url" ]; do
  kill -0 "$portal" || fail "The portal ended." "$folder/portal.log"
  sleep 0.2
done
link=$(printed 's/.*\(http.*\/signin?code=[^ ]*\).*/\1/p')
step "bin/callboard start"

cd "$folder"
run new portal/bin/callboard plugin new hello-team --portal "$url"
step "callboard plugin new hello-team"

cd hello-team
run package mvn -B package
step "mvn package, with an empty local repository"

CALLBOARD_TOKEN=$(cat "$folder/portal/data/admin.token")
export CALLBOARD_TOKEN
run deploy mvn -B callboard:deploy
step "mvn callboard:deploy"

if [ -n "$browser" ]; then
  run look java "$here/Look.java" "$browser" "Who" "$link" "$url/hello-team"
  step "its page in the browser"
else
  echo "        There is no Chromium or Chrome to look at its page with."
fi
echo "$((last - begun)) s from nothing"

# a network of its own has nobody in it
alone=
for way in "unshare -n" "unshare -rn"; do
  if [ -z "$alone" ] && $way true 2>/dev/null; then alone=$way; fi
done
rm -rf target
run offline $alone mvn -B -o package
step "mvn -o package, anew${alone:+, without a network}"
