#!/usr/bin/env bash
# Makes the site in public/. That of a pull request is to be looked at: it has the
# drafts, in which something is always left to do.
set -euo pipefail

options=(--timings)
[[ -z $BASE_URL ]] || options+=(--base-url "$BASE_URL")
[[ $IMAGES != true ]] || options+=(--images)
[[ $PDF != true ]] || options+=(--pdf)
if [[ $EVENT == pull_request ]]; then
	options+=(--drafts)
elif [[ $STRICT == true ]]; then
	options+=(--strict)
fi
bulletin build -C "$DIRECTORY" --output public "${options[@]}"
