package chart

import (
	"cmp"
	"encoding/binary"
	"image"
	"image/color"
	"slices"
)

// indexed is the picture with a palette of up to 256 colours: a third of the bytes to encode, and fewer to send. The
// colours of the most dots stay what they are; those at the edges of letters and marks, of a few dots each, are put
// together with others like them. It reports false where there are so many colours that this would show.
func indexed(picture *image.RGBA) (*image.Paletted, bool) {
	const most = 1 << 16
	size := picture.Rect.Size()
	seen := tally{of: map[uint32]uint16{}}
	of := make([]uint16, size.X*size.Y) // for each dot the number of its colour
	for y := range size.Y {
		row := picture.Pix[y*picture.Stride:][:4*size.X]
		for x := 0; x < size.X; {
			from, c := x, binary.BigEndian.Uint32(row[4*x:])
			for x++; x < size.X && binary.BigEndian.Uint32(row[4*x:]) == c; x++ {
			}
			n := seen.number(c)
			if len(seen.all) == most {
				return nil, false
			}
			seen.all[n].dots += x - from
			for i := range of[y*size.X+from : y*size.X+x] {
				of[y*size.X+from+i] = n
			}
		}
	}
	palette, to := seen.palette()
	out := image.NewPaletted(image.Rect(0, 0, size.X, size.Y), palette)
	for i, n := range of {
		out.Pix[i] = to[n]
	}
	return out, true
}

// tally counts the dots of each colour.
type tally struct {
	of  map[uint32]uint16
	all []shade
}

// shade is a colour of a picture and how many dots have it.
type shade struct {
	colour uint32 // red, green, blue, opacity
	number uint16
	dots   int
}

func (t *tally) number(colour uint32) uint16 {
	n, ok := t.of[colour]
	if !ok {
		n = uint16(len(t.all))
		t.of[colour] = n
		t.all = append(t.all, shade{colour: colour, number: n})
	}
	return n
}

// Of 256 colours so many are kept as they are; the others stand for several.
const (
	paletteSize = 256
	keptColours = 48
)

// palette is the palette of the picture, and for each number of a colour its place there.
func (t *tally) palette() (color.Palette, []uint8) {
	slices.SortFunc(t.all, func(a, b shade) int {
		return cmp.Or(cmp.Compare(b.dots, a.dots), cmp.Compare(a.colour, b.colour))
	})
	groups := make([][]shade, 0, paletteSize)
	kept := len(t.all)
	if kept > paletteSize {
		kept = keptColours
	}
	for i := range kept {
		groups = append(groups, t.all[i:i+1])
	}
	if rest := t.all[kept:]; len(rest) > 0 {
		groups = append(groups, cut(rest, paletteSize-kept)...)
	}
	palette, to := make(color.Palette, len(groups)), make([]uint8, len(t.all))
	for i, g := range groups {
		palette[i] = mean(g)
		for _, s := range g {
			to[s.number] = uint8(i)
		}
	}
	return palette, to
}

// cut parts colours into n groups of like ones: it halves, again and again, the group that is widest in red, green or
// blue, in the middle of that width.
func cut(all []shade, n int) [][]shade {
	groups := [][]shade{all}
	wide := []breadth{measure(all)}
	for len(groups) < n {
		at := 0
		for i := range wide {
			if wide[i].wide > wide[at].wide {
				at = i
			}
		}
		if wide[at].wide == 0 {
			break
		}
		g, shift, middle := groups[at], wide[at].shift, wide[at].middle
		slices.SortFunc(g, func(a, b shade) int {
			return cmp.Or(cmp.Compare(a.colour>>shift&0xff, b.colour>>shift&0xff), cmp.Compare(a.colour, b.colour))
		})
		half := slices.IndexFunc(g, func(s shade) bool { return int(s.colour>>shift&0xff) > middle })
		groups[at], wide[at] = g[:half], measure(g[:half])
		groups, wide = append(groups, g[half:]), append(wide, measure(g[half:]))
	}
	return groups
}

// breadth is how far apart the colours of a group are in the channel where they are farthest.
type breadth struct{ wide, middle, shift int }

func measure(g []shade) breadth {
	var out breadth
	for shift := 8; shift <= 24; shift += 8 {
		low, high := 255, 0
		for _, s := range g {
			v := int(s.colour >> shift & 0xff)
			low, high = min(low, v), max(high, v)
		}
		if high-low > out.wide {
			out = breadth{high - low, (low + high) / 2, shift}
		}
	}
	return out
}

// mean is the colour that a group is shown in.
func mean(g []shade) color.Color {
	if len(g) == 1 {
		c := g[0].colour
		return color.RGBA{uint8(c >> 24), uint8(c >> 16), uint8(c >> 8), uint8(c)}
	}
	var sum [3]int
	dots := 0
	for _, s := range g {
		dots += s.dots
		for i := range sum {
			sum[i] += int(s.colour>>(24-8*i)&0xff) * s.dots
		}
	}
	return color.RGBA{uint8((sum[0] + dots/2) / dots), uint8((sum[1] + dots/2) / dots), uint8((sum[2] + dots/2) / dots), 255}
}
