//go:build race

package chart

// raceDetector allocates where the program does not.
const raceDetector = true
