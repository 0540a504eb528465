package chart

import (
	"bytes"
	"fmt"
	"strings"
)

// Card is the picture that stands for a page where its address is shared: 1200 by 630 dots, light on dark.
type Card struct {
	Site    string // the title of the site
	Kicker  string // above: edition · section; shown in capitals
	Address string // "example.org/report"; "" for none
	Value   string // the key figure, "+64%"; "" for none: then the words are larger
	Words   string // what the figure says, or the title of the page
	Trend   *Spec  // drawn in a simple form (see CardPNG); nil for none
	Accent  string // #rrggbb, for the edge and the last bar; made lighter until it has 4.5:1 against the ground; "" for orange
}

// The size of a card in pixels, each a dot.
const CardWidth, CardHeight = 1200, 630

// Where things stand on a card, in tenths of a pixel.
const (
	cardLeft   = 73 * unit
	cardRight  = 1127 * unit
	cardColumn = 545 * unit // of the words beside a trend
	cardHead   = 88 * unit  // the baseline of the first line
	cardFoot   = 590 * unit // and of the last
	cardTop    = 138 * unit // the figure and its words stand between these
	cardBottom = 540 * unit
)

// cardLook are the colours of cards.
type cardLook struct{ ground, ink, muted, bar, accent colour }

// CardPNG draws a card as PNG. Of the trend it shows one series: of a Line the first, as bars over time, the last one in
// the accent; of a Bar with one row, or with one series of up to four, those values beside each other; of other types the
// last series, as a bar for each of the first ten rows. Stacked, Multiples, a map without values and less than two values
// are not shown: then the words have the whole width.
//
// Text is made smaller until it fits. The words end behind a whole word with "…" where they
// do not fit in the smallest size, 24 pixels, which holds some 250 characters beside a trend and 500 without; so do the
// lines above and below, at 18 pixels. The error tells what is wrong with the trend or the accent, or the characters that
// the typeface does not have.
func CardPNG(c *Card) ([]byte, error) {
	looks, err := c.look()
	if err != nil {
		return nil, fmt.Errorf("draw a card: %w", err)
	}
	r := newRaster(CardWidth, CardHeight, 1, looks.ground, nil)
	d := &cardPlate{r, looks}
	d.block(looks.accent, 0, 0, 14*unit, CardHeight*unit)
	d.edges(c)
	column := cardRight - cardLeft
	drawn, err := d.draw(c)
	if err != nil {
		return nil, fmt.Errorf("draw a card: %w", err)
	}
	if drawn {
		column = cardColumn
	}
	d.statement(c, column)
	if err := missing(r.missing); err != nil {
		return nil, fmt.Errorf("draw a card: %w", err)
	}
	var b bytes.Buffer
	if err := encode(&b, r.picture); err != nil {
		return nil, fmt.Errorf("draw a card: %w", err)
	}
	return b.Bytes(), nil
}

// look is the colours of the card.
func (c *Card) look() (cardLook, error) {
	out := cardLook{
		ground: colour{0x11, 0x20, 0x2d, true}, ink: colour{0xff, 0xff, 0xff, true}, muted: colour{0xb3, 0xc0, 0xcc, true},
		bar: colour{0x5f, 0x82, 0xa3, true}, accent: colour{0xf2, 0x95, 0x52, true},
	}
	if c.Accent == "" {
		return out, nil
	}
	accent, err := parseColour(strings.ToLower(c.Accent))
	if err != nil {
		return out, fmt.Errorf("its accent: %w", err)
	}
	out.accent = accent.lighter(out.ground, 4.5)
	return out, nil
}

// cardPlate is a card while it is drawn.
type cardPlate struct {
	*raster
	cardLook
}

// block fills a box.
func (d *cardPlate) block(c colour, left, top, right, bottom int) {
	l := plainLook()
	l.fill = c
	d.fill([]chain{{[]dot{d.at(left, top), d.at(right, top), d.at(right, bottom), d.at(left, bottom)}, true}}, l)
}

// say writes a line of text.
func (d *cardPlate) say(text string, f font, c colour, side anchor, x, y int) {
	l := plainLook()
	l.fill, l.weight, l.anchor = c, f.weight(), side
	d.font = f
	d.text(text, l, x, y)
}

// edges writes the lines above and below. An address that has no room beside the kicker stands below.
func (d *cardPlate) edges(c *Card) {
	const most, gap = cardRight - cardLeft, 40 * unit
	address := tidy(c.Address)
	kicker, site := strings.ToUpper(tidy(c.Kicker)), tidy(c.Site)
	f := font{24, false}
	above := textWidth(address, f)
	if textWidth(kicker, font{20, true})+gap+above > most {
		above = 0
	}
	room := most
	if above > 0 {
		d.say(address, f, d.muted, endAnchor, cardRight, cardHead)
		room -= above + gap
	}
	g, text := shrunk(kicker, true, 25, room)
	d.say(text, g, d.muted, startAnchor, cardLeft, cardHead)
	room = most
	if address != "" && above == 0 {
		g, text := shrunk(address, false, 22, most/2)
		d.say(text, g, d.muted, endAnchor, cardRight, cardFoot)
		room -= textWidth(text, g) + gap
	}
	g, text = shrunk(site, true, 22, room)
	d.say(text, g, d.muted, startAnchor, cardLeft, cardFoot)
}

// statement writes the key figure and its words, a little above the middle of the room for them.
func (d *cardPlate) statement(c *Card, column int) {
	value, said := tidy(c.Value), tidy(c.Words)
	room := frame{column, 6, cardBottom - cardTop}
	var figure, line font
	var figures, lines []string
	largest, gap := 38, 0
	if column > cardColumn {
		largest = 46
	}
	if value != "" {
		var fits bool
		if figure, figures, fits = fitted(value, true, 188, 72, frame{column, 1, room.high}); !fits {
			figure, figures, _ = fitted(value, true, 70, 48, frame{column, 2, room.high})
		}
		gap = 28 * unit
		room.high -= len(figures)*figureHeight(figure) + gap
	} else {
		largest = 68
	}
	if said != "" {
		var fits bool
		if line, lines, fits = fitted(said, value == "", largest, 24, room); fits {
			lines = balanced(said, column, line)
		}
	}
	y := cardTop + max(0, room.high-len(lines)*line.lineHeight())*2/5
	for _, text := range figures {
		// Large figures have air at their left, which would look like a wrong margin.
		d.say(text, figure, d.ink, startAnchor, cardLeft-figure.size*unit/20, y+figure.size*unit*86/100)
		y += figureHeight(figure)
	}
	y += gap
	for _, text := range lines {
		d.say(text, line, d.ink, startAnchor, cardLeft, y+line.size*unit)
		y += line.lineHeight()
	}
}

// figureHeight is the height of a line of the key figure, in tenths of a pixel.
func figureHeight(f font) int { return f.size * unit * 104 / 100 }

// tidy makes one line of a text.
func tidy(text string) string { return strings.Join(strings.Fields(text), " ") }
