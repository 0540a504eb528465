//go:build !race

package build_test

// raceDetector tells that the tests run under the race detector, which makes
// them slow.
const raceDetector = false
