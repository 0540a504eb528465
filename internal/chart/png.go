package chart

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"io"
)

// The bounds of pictures of dots: 2 dots to a pixel, 1 where the picture has more than this many otherwise.
const (
	sharp   = 2
	maxDots = 16_000_000 // 64 MB while it is drawn
)

// PNG draws a sheet as a picture of dots, twice as many each way as a screen of normal density shows: the same as File
// draws, 1568 dots wide. A chart so high that the picture would have more than 16 million dots is drawn with half as
// many each way, and where these are still too many the error says so. Other errors are those of File.
func PNG(s *Sheet) ([]byte, error) {
	r, err := s.picture()
	if err != nil {
		return nil, fmt.Errorf("draw a chart as PNG: %w", err)
	}
	var b bytes.Buffer
	if err := r.Save(&b); err != nil {
		return nil, fmt.Errorf("draw a chart as PNG: %w", err)
	}
	return b.Bytes(), nil
}

// picture draws the sheet with as many dots as it may have.
func (s *Sheet) picture() (*raster, error) {
	if err := s.check(); err != nil {
		return nil, err
	}
	// Only what is drawn has a height; the canvas for pages is the quickest to draw on.
	on := &trial{}
	high, _ := s.drawOn(on, on)
	scale := sharp
	if dots(high, scale) > maxDots {
		scale = 1
	}
	if n := dots(high, scale); n > maxDots {
		return nil, fmt.Errorf("its %d rows make a picture of %d by %d dots, more than the %d million that one may have: show fewer rows",
			len(s.Spec.Rows), sheetWidth/unit, high/unit, maxDots/1_000_000)
	}
	looks := newLooker(light)
	r := newRaster(sheetWidth*scale/unit, high*scale/unit, scale, looks.tokens["var(--chart-ground)"], looks)
	s.drawOn(r, r)
	return r, r.fault()
}

func dots(high, scale int) int { return (sheetWidth * scale / unit) * (high * scale / unit) }

// trial is a canvas to find the height of a sheet on.
type trial struct{ renderer }

func (t *trial) move(int, int) {}
func (t *trial) fault() error  { return nil }

// encode writes a picture as PNG, with a palette.
func encode(w io.Writer, picture *image.RGBA) error {
	e := png.Encoder{CompressionLevel: png.BestSpeed}
	if p, ok := indexed(picture); ok {
		return e.Encode(w, p)
	}
	return e.Encode(w, picture)
}
