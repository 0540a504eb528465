#!/usr/bin/env bash
# Keeps one comment on the pull request NUMBER with the text of the file REPORT. Where
# there is none yet and nothing to tell, none is begun.
set -euo pipefail

comments=repos/$GITHUB_REPOSITORY/issues/$NUMBER/comments
ours='.[] | select(.user.type == "Bot" and (.body | startswith("<!-- bulletin report -->"))) | .id'
id=$(gh api --paginate "$comments" --jq "$ours" | sed -n 1p)

# A comment may have 65,536 characters.
body=$(mktemp)
trap 'rm -f "$body"' EXIT
awk '{ size += length($0) + 1 }
	size > 60000 { print "\n… and more: the summary of the run has all of it."; exit }
	{ print }' "$REPORT" >"$body"

if [[ -n $id ]]; then
	gh api --silent --method PATCH "repos/$GITHUB_REPOSITORY/issues/comments/$id" --field "body=@$body"
elif ! grep -q '^<!-- bulletin: nothing to tell -->$' "$REPORT"; then
	gh api --silent --method POST "$comments" --field "body=@$body"
fi
