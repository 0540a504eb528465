//go:build ignore

// This program writes world.bin, the outlines that package geo embeds.
//
//	go run world_gen*.go COUNTRIES [OUTPUT]
//
// COUNTRIES is countries-50m.json of the npm package world-atlas, version 2.0.2: Natural Earth 4.1.0, Admin 0 countries
// at 1:50m (public domain), as a TopoJSON topology (ISC). iso3166.tsv beside this program gives the codes. The points are
// those of the input, on its grid; nothing is simplified. The same input gives the same output with the same version of Go
// (another version may deflate differently; what is inflated is the same).
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 || len(os.Args) > 3 {
		log.Fatal("usage: go run world_gen*.go COUNTRIES [OUTPUT]")
	}
	output := "world.bin"
	if len(os.Args) == 3 {
		output = os.Args[2]
	}
	if err := generate(os.Args[1], "iso3166.tsv", output); err != nil {
		log.Fatal(err)
	}
}

func generate(input, table, output string) error {
	units, err := readCodes(table)
	if err != nil {
		return err
	}
	w, err := readTopology(input, units)
	if err != nil {
		return err
	}
	w.moveParts()
	w.dropPoleLine()
	w.weldAntimeridian()
	w.markMainParts()
	packed, err := w.encode()
	if err != nil {
		return err
	}
	return os.WriteFile(output, packed, 0o644)
}

// unit is what has an outline of its own: a code of ISO 3166-1, or a land without one that belongs to such a code.
type unit struct {
	code, name string
	parent     string // the code whose land this is as long as this unit is not asked for by its own; "" for none
	parts      []part
}

// part is one polygon: rings of arcs, the outer one first. An arc that is walked backwards is ^index, as in TopoJSON.
type part struct {
	rings [][]int
	main  bool // counts when a frame is fitted; see markMainParts
}

type point struct{ x, y int }

type world struct {
	units            []unit
	arcs             [][]point
	scale, translate [2]float64
}

// readCodes reads the table of ISO 3166-1, and adds the codes that it lacks.
func readCodes(table string) (map[string]*unit, error) {
	text, err := os.ReadFile(table)
	if err != nil {
		return nil, err
	}
	byNumber := map[string]*unit{}
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) == 3 {
			byNumber[fields[1]] = &unit{code: fields[0], name: fields[2]}
		}
	}
	// XKX is user-assigned in ISO 3166-1; the European Commission, the IMF and others use it for Kosovo.
	byNumber["Kosovo"] = &unit{code: "XKX", name: "Kosovo"}
	return byNumber, nil
}

// withoutID are the lands to which the data gives no number, by name, with the code of ISO 3166-1 whose land they are:
// ISO 3166-2 lists their districts under it. The Siachen Glacier, between India, Pakistan and China, has none.
// The Indian Ocean Territories are split by moveParts.
var withoutID = map[string]string{
	"Somaliland":        "SOM", // SO-AW, SO-SA, SO-SO, SO-TO, SO-WO
	"N. Cyprus":         "CYP", // CY-06
	"Siachen Glacier":   "",
	"Indian Ocean Ter.": "AUS",
}

// readTopology reads the arcs, and the countries with their parts. Codes without a country in the data stay, without parts.
func readTopology(input string, byNumber map[string]*unit) (*world, error) {
	text, err := os.ReadFile(input)
	if err != nil {
		return nil, err
	}
	var topology struct {
		Transform struct{ Scale, Translate [2]float64 }
		Arcs      [][][2]int
		Objects   struct {
			Countries struct {
				Geometries []struct {
					ID, Type   string
					Arcs       json.RawMessage
					Properties struct{ Name string }
				}
			}
		}
	}
	if err := json.Unmarshal(text, &topology); err != nil {
		return nil, fmt.Errorf("%s: %w", input, err)
	}
	w := &world{scale: topology.Transform.Scale, translate: topology.Transform.Translate}
	for _, deltas := range topology.Arcs {
		at, arc := point{}, make([]point, 0, len(deltas))
		for _, d := range deltas {
			at = point{at.x + d[0], at.y + d[1]}
			arc = append(arc, at)
		}
		w.arcs = append(w.arcs, arc)
	}
	for _, g := range topology.Objects.Countries.Geometries {
		var polygons [][][]int
		switch g.Type {
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &polygons)
		case "Polygon":
			polygons = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &polygons[0])
		default:
			err = fmt.Errorf("a %s is not a shape of land", g.Type)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", input, g.Properties.Name, err)
		}
		number := g.ID
		if number == "" {
			number = g.Properties.Name // Kosovo has no number: it is found by its name
		}
		u, known := byNumber[number]
		if !known {
			parent, stated := withoutID[g.Properties.Name]
			if !stated {
				return nil, fmt.Errorf("%s: %s (%q) has no code", input, g.Properties.Name, g.ID)
			}
			u = &unit{name: g.Properties.Name, parent: parent}
			byNumber[number] = u
		}
		for _, rings := range polygons {
			u.parts = append(u.parts, part{rings: rings})
		}
	}
	for _, u := range byNumber {
		w.units = append(w.units, *u)
	}
	slices.SortFunc(w.units, func(a, b unit) int {
		if (a.code == "") != (b.code == "") {
			return cmp.Compare(b.code, a.code) // those without a code last
		}
		return cmp.Or(cmp.Compare(a.code, b.code), cmp.Compare(a.name, b.name))
	})
	return w, nil
}

// outline is the points of a ring; the last is the first again.
func (w *world) outline(ring []int) []point {
	var points []point
	for _, ref := range ring {
		arc := w.arcs[max(ref, ^ref)]
		if ref < 0 {
			arc = slices.Clone(arc)
			slices.Reverse(arc)
		}
		points = append(points, arc[min(len(points), 1):]...)
	}
	return points
}

func (w *world) degrees(at point) (lon, lat float64) {
	return float64(at.x)*w.scale[0] + w.translate[0], float64(at.y)*w.scale[1] + w.translate[1]
}
