//go:build ignore

// This program writes templates/assets/chart.css.
package main

import (
	"log"
	"os"

	"bulletin/internal/chart"
)

func main() {
	log.SetFlags(0)
	if err := os.WriteFile("../../templates/assets/chart.css", []byte(chart.Stylesheet()), 0o644); err != nil {
		log.Fatal(err)
	}
}
