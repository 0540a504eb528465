#!/usr/bin/env bash
# Refuses inputs that would otherwise be taken for something else, before anything is loaded.
set -euo pipefail

fail() {
	printf '::error title=Bulletin::%s\n' "$1"
	exit 1
}

# yes_or_no NAME VALUE
yes_or_no() {
	[[ $2 == true || $2 == false ]] || fail "the input $1 is \"$2\": write true or false"
}

yes_or_no strict "$STRICT"
yes_or_no images "$IMAGES"
yes_or_no pdf "$PDF"
[[ -d $DIRECTORY/content && -d $DIRECTORY/data ]] ||
	fail "there is no site in \"$DIRECTORY\": it needs content/ and data/; is actions/checkout the step before, and is the input directory right?"
