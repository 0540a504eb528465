package chart

import (
	"math"
	"strconv"
)

// trail is a path in the words of SVG, while it grows.
type trail struct {
	path []byte
	x, y int // where the pen is
}

func (t *trail) MoveTo(x, y int) {
	t.path = append(t.path, 'M')
	t.path = tenths(t.path, x)
	t.path = append(t.path, ' ')
	t.path = tenths(t.path, y)
	t.x, t.y = x, y
}

func (t *trail) LineTo(x, y int) {
	switch {
	case len(t.path) == 0:
		t.MoveTo(x, y)
		return
	case y == t.y:
		t.path = tenths(append(t.path, 'H'), x)
	case x == t.x:
		t.path = tenths(append(t.path, 'V'), y)
	default:
		t.path = tenths(append(t.path, 'L'), x)
		t.path = tenths(append(t.path, ' '), y)
	}
	t.x, t.y = x, y
}

func (t *trail) QuadCurveTo(cx, cy, x, y int) {
	t.path = append(t.path, 'Q')
	for i, v := range [4]int{cx, cy, x, y} {
		if i > 0 {
			t.path = append(t.path, ' ')
		}
		t.path = tenths(t.path, v)
	}
	t.x, t.y = x, y
}

// ArcTo draws in pieces of a third of a turn at most, since SVG cannot say a whole one.
func (t *trail) ArcTo(cx, cy int, rx, ry, start, delta float64) {
	at := func(a float64) (int, int) {
		return cx + int(math.Round(rx*math.Cos(a))), cy + int(math.Round(ry*math.Sin(a)))
	}
	t.LineTo(at(start))
	pieces := max(1, int(math.Ceil(math.Abs(delta)/(2*math.Pi/3)-1e-9)))
	for i := 1; i <= pieces; i++ {
		x, y := at(start + float64(delta*float64(i)/float64(pieces)))
		t.path = tenths(append(t.path, 'A'), int(math.Round(rx)))
		t.path = tenths(append(t.path, ' '), int(math.Round(ry)))
		if delta < 0 {
			t.path = append(t.path, " 0 0 0 "...)
		} else {
			t.path = append(t.path, " 0 0 1 "...)
		}
		t.path = tenths(t.path, x)
		t.path = tenths(append(t.path, ' '), y)
		t.x, t.y = x, y
	}
}

func (t *trail) Close() { t.path = append(t.path, 'Z') }

// tenths writes a number of tenths: 125 is 12.5, 120 is 12.
func tenths(b []byte, v int) []byte {
	if v < 0 {
		b, v = append(b, '-'), -v
	}
	switch whole := v / unit; {
	case whole < 10: // most numbers of maps
		b = append(b, byte('0'+whole))
	case whole < 100:
		b = append(b, byte('0'+whole/10), byte('0'+whole%10))
	case whole < 1000:
		b = append(b, byte('0'+whole/100), byte('0'+whole/10%10), byte('0'+whole%10))
	default:
		b = strconv.AppendInt(b, int64(whole), 10)
	}
	if d := v % unit; d != 0 {
		b = append(b, '.', byte('0'+d))
	}
	return b
}
