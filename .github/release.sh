#!/usr/bin/env bash
# Makes what a release consists of, the same bytes from the same commit:
#
#	release.sh vet [PLATFORM…]          go vet for platforms
#	release.sh build DIR [PLATFORM…]    archives and checksums.txt into DIR
#	release.sh tag TAG                  is TAG the version of the program?
#
# A platform is named as GOOS/GOARCH; without one, all are made. An archive has the
# program, its licence, and those of the libraries and the typeface within it.
set -euo pipefail

readonly platforms=(linux/amd64 linux/arm64 darwin/amd64 darwin/arm64 windows/amd64 windows/arm64)

# No C compiler takes part, and nothing of this machine's settings.
export CGO_ENABLED=0 GOAMD64=v1 GOARM64=v8.0 GOWORK=off GOEXPERIMENT='' GOFLAGS='' LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
readonly root

fail() {
	printf 'release.sh: %s\n' "$1" >&2
	exit "${2:-1}"
}

# sums FILE… writes lines as sha256sum does, which macOS has not.
sums() {
	if command -v sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi
}

# known PLATFORM fails where no release is made for it.
known() {
	[[ " ${platforms[*]} " == *" $1 "* ]] || fail "no release is made for $1, but for: ${platforms[*]}" 2
}

vet() {
	local platform
	(($# > 0)) || set -- "${platforms[@]}"
	for platform; do
		known "$platform"
		printf '%s\n' "$platform"
		GOOS=${platform%/*} GOARCH=${platform#*/} go vet ./cmd/... ./internal/... ./templates/...
	done
}

# licenses PLATFORM writes the licences of all that is in the program, by name.
licenses() {
	local name dir file
	printf 'Bulletin\n\n'
	cat LICENSE
	printf '\n\nInter, the typeface\n\n'
	cat templates/assets/fonts/OFL.txt
	printf '\n\nGo\n\n'
	cat "$(go env GOROOT)/LICENSE"
	GOOS=${1%/*} GOARCH=${1#*/} go list -deps -f '{{with .Module}}{{if not .Main}}{{.Path}} {{.Version}}	{{.Dir}}{{end}}{{end}}' ./cmd/bulletin | sort -u |
		while IFS=$'\t' read -r name dir; do
			[[ -n $name ]] || continue
			printf '\n\n%s\n' "$name"
			for file in "$dir"/LICEN[CS]E* "$dir"/COPYING* "$dir"/NOTICE*; do
				[[ -f $file ]] || continue
				printf '\n'
				cat "$file"
			done
		done
}

# archive PLATFORM DIR makes DIR/bulletin-GOOS-GOARCH.tar.gz.
archive() (
	name=bulletin-${1/\//-}
	program=bulletin
	[[ $1 != windows/* ]] || program=bulletin.exe
	stage=$(mktemp -d)
	trap 'rm -rf "$stage"' EXIT
	GOOS=${1%/*} GOARCH=${1#*/} go build -trimpath -buildvcs=true -ldflags='-s -w' -o "$stage/$program" ./cmd/bulletin
	licenses "$1" >"$stage/LICENSES.txt"
	chmod 755 "$stage/$program"
	chmod 644 "$stage/LICENSES.txt"
	tar --create --format=ustar --sort=name --mtime="@$(git log -1 --format=%ct)" --owner=0 --group=0 --numeric-owner \
		--directory "$stage" "$program" LICENSES.txt | gzip -9 -n >"$2/$name.tar.gz"
	printf '%s: program %d bytes, archive %d bytes\n' "$name" "$(wc -c <"$stage/$program")" "$(wc -c <"$2/$name.tar.gz")"
)

build() {
	local dir=$1 platform
	shift
	(($# > 0)) || set -- "${platforms[@]}"
	git -C "$root" rev-parse --verify --quiet HEAD >/dev/null || fail "a release is built from a commit, and there is none here"
	mkdir -p "$dir"
	dir=$(cd "$dir" && pwd)
	[[ -z $(ls -A "$dir") ]] || fail "$dir is not empty: name a new folder" 2
	cd "$root"
	for platform; do
		known "$platform"
		archive "$platform" "$dir"
	done
	(cd "$dir" && sums -- *.tar.gz >checksums.txt)
}

# tag NAME fails where the program calls itself otherwise.
tag() {
	local told
	told=$(go run ./cmd/bulletin version | sed -n '1s/^bulletin \([^ ]*\) .*$/\1/p')
	[[ $1 == "v$told" ]] || fail "the tag is $1, but the program says that it is $told: change version in cmd/bulletin/version.go, or tag v$told"
	printf 'version %s\n' "$told"
}

case "$#:${1:-}" in
[1-7]:vet) cd "$root" && vet "${@:2}" ;;
2:tag) cd "$root" && tag "$2" ;;
[2-9]:build) build "${@:2}" ;;
*) fail "usage: release.sh vet [PLATFORM…] | tag TAG | build DIR [PLATFORM…]" 2 ;;
esac
