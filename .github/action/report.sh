#!/usr/bin/env bash
# Tells what a pull request changes: figures, with the sentences that show them. It
# goes into the summary of the run and into $RUNNER_TEMP/bulletin-report/report.md.
set -euo pipefail

folder=$RUNNER_TEMP/bulletin-report
report=$folder/report.md
mkdir -p "$folder"
printf '<!-- bulletin report -->\n' >"$report"

# What is checked out on a pull request is its merge into the base: its first parent.
if ! git -C "$DIRECTORY" rev-parse --verify --quiet 'HEAD^1^{commit}' >/dev/null; then
	printf '::error title=Bulletin::the history is not there: give actions/checkout with fetch-depth: 2\n'
	exit 1
fi

told=false
bulletin diff -C "$DIRECTORY" --drafts --format markdown 'HEAD^1' >"$folder/diff.md"
cat "$folder/diff.md" >>"$report"
grep -q '^No figure changes\.$' "$folder/diff.md" || told=true

[[ $told == true ]] || printf '<!-- bulletin: nothing to tell -->\n' >>"$report"
cat "$report" >>"$GITHUB_STEP_SUMMARY"
