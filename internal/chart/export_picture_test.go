package chart

import "image"

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
