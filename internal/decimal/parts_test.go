package decimal_test

import (
	"testing"

	"bulletin/internal/decimal"
)

// TestParts: a number is the same when it was taken apart and put together again.
func TestParts(t *testing.T) {
	for _, s := range []string{"0", "0.00", "-0.5", "868", "5.50", "-999999999999.9999", "999999999999", "0.0001"} {
		d, err := decimal.Parse(s)
		if err != nil {
			t.Fatal(err)
		}
		if again, ok := decimal.FromParts(d.Parts()); !ok || again != d || again.String() != d.String() {
			t.Errorf("%s: got %s, %v", s, again, ok)
		}
	}
	for _, c := range []struct {
		digits int64
		scale  int
	}{{1, -1}, {1, 5}, {1_000_000_000_000, 0}, {-1_000_000_000_000_0000, 4}, {-1 << 63, 4}, {1<<63 - 1, 0}} {
		if d, ok := decimal.FromParts(c.digits, c.scale); ok {
			t.Errorf("%d, %d: got %s", c.digits, c.scale, d)
		}
	}
}
