#!/usr/bin/env bash
# Puts the program of a release into the search path of the steps that follow,
# once its SHA-256 is that of the release's list.
#
# VERSION is a tag, or "latest"; empty, it is the tag that the action was named
# with, and the latest release where that is no version. The releases are those of
# the repository that the action came from.
set -euo pipefail

fail() {
	printf '::error title=Bulletin::%s\n' "$1"
	exit 1
}

# The runner puts an action into _actions/OWNER/REPOSITORY/REF and the folder within.
# Its variables for these are empty in steps of composite actions.
origin=${ACTION_PATH//\\//}
ref=
if [[ $origin == */_actions/* ]]; then
	IFS=/ read -r owner repository ref <<<"${origin##*/_actions/}"
	repository=$owner/$repository
	ref=${ref%/.github}
else
	repository=$GITHUB_REPOSITORY # the action of this very repository
fi
releases=$GITHUB_SERVER_URL/$repository/releases

wanted=${VERSION:-}
if [[ -z $wanted ]]; then
	wanted=latest
	[[ ! $ref =~ ^v[0-9]+\.[0-9]+\.[0-9]+ ]] || wanted=$ref
fi
if [[ $wanted == latest ]]; then
	from=$releases/latest/download
elif [[ $wanted =~ ^v[0-9]+\.[0-9]+\.[0-9]+[0-9A-Za-z.+-]*$ ]]; then
	from=$releases/download/$wanted
else
	fail "version is \"$wanted\", and not a release: write it as v0.1.0, or latest"
fi

program=bulletin
case $RUNNER_OS in
Linux) system=linux ;;
macOS) system=darwin ;;
Windows) system=windows program=bulletin.exe ;;
*) fail "Bulletin has no program for the system $RUNNER_OS, but for Linux, macOS and Windows" ;;
esac
case $RUNNER_ARCH in
X64) machine=amd64 ;;
ARM64) machine=arm64 ;;
*) fail "Bulletin has no program for processors of the kind $RUNNER_ARCH, but for X64 and ARM64" ;;
esac
archive=bulletin-$system-$machine.tar.gz

# fetch NAME downloads a file of the release into the current folder.
fetch() {
	local failed=0 status
	status=$(curl --silent --show-error --location --retry 3 --connect-timeout 30 --max-time 300 \
		--output "$1" --write-out '%{http_code}' "$from/$1") || failed=$?
	case "$failed $status" in
	"0 200") ;;
	"0 404") fail "there is no release $wanted with a file $1: $releases lists what there is" ;;
	"0 "*) fail "$from/$1 was not given out: status $status; try again later" ;;
	*) fail "$from/$1 could not be loaded: curl ended with $failed; can this machine reach it?" ;;
	esac
}

# sum FILE is its SHA-256; macOS has no sha256sum.
sum() {
	if command -v sha256sum >/dev/null; then sha256sum <"$1"; else shasum -a 256 <"$1"; fi | cut -d ' ' -f 1
}

folder=$RUNNER_TEMP/bulletin-program
rm -rf "$folder"
mkdir -p "$folder"
cd "$folder" # tar takes C: for a machine
fetch checksums.txt
fetch "$archive"

listed=$(awk -v name="$archive" '$2 == name || $2 == "*" name { print $1 }' checksums.txt)
[[ $listed =~ ^[0-9a-f]{64}$ ]] || fail "checksums.txt of release $wanted does not list $archive"
actual=$(sum "$archive")
if [[ $actual != "$listed" ]]; then
	rm -f "$archive"
	fail "$archive of release $wanted is not what was released: its SHA-256 is $actual, and should be $listed; nothing of it was run"
fi

tar -xzf "$archive" "$program"
rm -f "$archive"
told=$("./$program" version) || fail "$archive of release $wanted does not run on this machine"
printf '%s\n' "$told"
printf '%s\n' "$folder" >>"$GITHUB_PATH"
