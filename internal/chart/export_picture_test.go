package chart

import (
	"image"

	"bulletin/internal/typeface"
)

// FullPicture is the picture of PNG before its palette.
func FullPicture(s *Sheet) (*image.RGBA, error) {
	r, err := s.picture()
	if err != nil {
		return nil, err
	}
	return r.picture, nil
}

// RaceDetector says that the race detector watches, which makes all slow.
const RaceDetector = raceDetector

// OutlinePath is a glyph as files have it.
func OutlinePath(id typeface.ID, w typeface.Weight) string {
	return outlinePath(&typeface.Glyph{ID: id, Weight: w})
}
