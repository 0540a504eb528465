//go:build ignore

// This program writes a large site, to try a generator on it by hand.
package main

import (
	"flag"
	"log"

	"bulletin/internal/largesite"
)

func main() {
	var shape largesite.Shape
	flag.IntVar(&shape.Pages, "pages", 1000, "so many report `pages`")
	flag.IntVar(&shape.Countries, "countries", 40, "over so many countries")
	flag.Uint64Var(&shape.Seed, "seed", 0, "other words and values")
	to := flag.String("to", "", "into this `folder`")
	hugo := flag.Bool("hugo", false, "for Hugo, in place of Bulletin")
	flag.Parse()
	if *to == "" || flag.NArg() > 0 {
		log.Fatal("name a folder with -to")
	}
	write := largesite.Write
	if *hugo {
		write = largesite.WriteHugo
	}
	if err := write(*to, shape); err != nil {
		log.Fatal(err)
	}
}
