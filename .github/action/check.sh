#!/usr/bin/env bash
# Applies every rule, but not to drafts: what is still to be done in one must not
# stop other work. Problems become annotations at their lines.
set -euo pipefail

options=(--format github)
[[ $STRICT != true ]] || options+=(--strict)

# Places are told from the site's folder, annotations from the repository's.
bulletin check -C "$DIRECTORY" "${options[@]}" | while IFS= read -r line; do
	if [[ $DIRECTORY != . && $line == ::*' file='* ]]; then
		line=${line/ file=/ file=${DIRECTORY%/}/}
	fi
	printf '%s\n' "$line"
done
