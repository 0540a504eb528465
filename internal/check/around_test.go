package check_test

import (
	"strings"
	"testing"
)

// TestAround: what stands next to figures on a page, 868 after 99 a year before.
func TestAround(t *testing.T) {
	const now, before = "{{ arrivals }}", "{{ arrivals 2022-Q1 }}"
	for _, c := range []struct{ body, want string }{
		{"There were " + now + " people.", ""},
		{"There were " + now + " people, after " + before + " a year before.", ""},
		{"There were **1**" + now + " people.", "1868"},
		{"There were " + now + now + " people.", "868868"},
		{"There were [868]" + now + "[868]" + now + " people.", "868868"},
		{"There were " + now + " " + now + " people.", "868 868"},
		{"In {{ period }} " + now + " people came.", ""},
		{"There were " + before + "–" + now + " people.", ""},
		{"There were " + before + "-" + now + " people.", ""},
		{"There were [99]" + before + "–[868]" + now + " people.", ""},
		{"Minus " + now + " came.", "sign"},
		{"It was −" + now + ".", "−868"},
		{"It was " + now + "[^1] people.\n\n[^1]: A note.", ""},
		{"There were [868]" + now + " thousand people.", "thousand"},
		{"Arrivals rose by {{ arrivals | change }}.", "its own"},
		{"Arrivals did not [rise]{{ arrivals | change }}.", "denies"},
		// From one number to the next.
		{"Arrivals rose from " + before + " to " + now + ".", ""},
		{"Arrivals rose sharply from [99 people]" + before + " in 2022 to more: [868]" + now + ".", ""},
		{"Arrivals rose from [99]" + before + " in {{ period 2022-Q1 }} to [868]" + now + " in {{ period }}.", ""},
		{"Arrivals rose to " + now + " from " + before + ".", ""},
		{"There were " + now + " people, up from " + before + ".", ""},
		{"There were " + now + " people, an increase from the " + before + " of 2022.", ""},
		{"There were " + now + " people, more than the " + before + " of 2022.", ""},
		{"There were " + before + " people, fewer than the " + now + " of this year.", ""},
		{"Arrivals rose to " + now + " after " + before + " a year before.", ""},
		{"There were " + now + " people, an increase compared with the " + before + " of 2022.", ""},
		{"There were " + now + " people after " + before + ", and others fell.", ""},
		{"There were " + now + " people, compared with " + before + ".", ""},
		{"Arrivals fell to " + now + " after " + before + " a year before.", "numbers go up"},
		{"There were " + now + " people, a decrease compared with the " + before + " of 2022.", "numbers go up"},
		{"There were " + now + " people, up on the " + before + " of 2022.", ""},
		{"There were " + now + " people, down on the " + before + " of 2022.", "numbers go up"},
		{"Arrivals fell from " + before + ", of whom {{ arrivals age=children 2022-Q1 }} were children, to " + now + ".", "numbers go up"},
		{"Arrivals rose, from " + before + " to " + now + ".", ""},
		{"Arrivals fell, from " + before + " to " + now + ".", "numbers go up"},
		{"Arrivals fell (from " + before + " to " + now + ").", "numbers go up"},
		{"Numbers ranged from " + now + " to " + before + ".", ""},
		{"Arrivals fell from {{ arrivals albania }} to " + before + ".", ""}, // not one area
		{"Arrivals fell from {{ arrivals age=adults }} to " + before + ".", ""},
		{"Arrivals rose. They came from " + before + " places to " + now + " others.", ""},
		{"Arrivals fell from " + before + " to " + now + ".", `"fell" leads from 99 to 868, and the numbers go up`},
		{"Arrivals fell from [868]" + now + " to [99]" + before + ".", "which is back in time, from 2023-Q1 to 2022-Q1"},
		{"Arrivals rose from " + now + " to " + before + ".", "back in time"},
		{"Arrivals rose to " + before + " from " + now + ".", "back in time"},
		{"Arrivals fell to " + now + " in this quarter from " + before + ".", "numbers go up"},
		{"There were " + now + " people, down from " + before + ".", "numbers go up"},
		{"There were " + before + " people, up from " + now + ".", "back in time"},
		{"There were " + now + " people, fewer than the " + before + " of 2022.", "numbers go up"},
		{"There were " + before + " people, more than the " + now + " of this year.", "numbers go down"},
		{"Arrivals rose from " + now + " to " + now + ".", "numbers are the same"},
		{"The share rose from {{ rate 2022-Q1 }} to {{ rate }}.", ""},
		{"The share fell from {{ rate 2022-Q1 }} to {{ rate }}.", "numbers go up"},
	} {
		found := foundBy(t, "around", counting("", c.body))
		if c.want == "" && len(found) > 0 || c.want != "" && (len(found) == 0 || !strings.Contains(found[0].Message, c.want)) {
			t.Errorf("%s: got %v, want %q", c.body, found, c.want)
		}
		for _, p := range found {
			if p.Hint == "" || p.Len < 1 || p.Pos.Line < 5 {
				t.Errorf("%s: a bad problem: %+v", c.body, p)
			}
		}
	}
}
