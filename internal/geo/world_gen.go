//go:build ignore

// This program writes world.bin, the outlines that package geo embeds.
//
//	go run world_gen*.go FOLDER [OUTPUT]
//
// FOLDER is the npm package world-atlas, version 2.0.2: Natural Earth 4.1.0, Admin 0 countries (public domain), as TopoJSON
// topologies (ISC). Its countries-50m.json is drawn for 1:50,000,000; countries-10m.json gives what is too small to be in it:
// Bouvet Island, Gibraltar, Tuvalu, the outlying islands of the United States. iso3166.tsv beside this program gives the codes.
// The points are those of the input, on the grid of the first file; nothing is simplified. The same input gives the same
// output with the same version of Go (another version may deflate differently; what is inflated is the same).
package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

func main() {
	log.SetFlags(0)
	if len(os.Args) < 2 || len(os.Args) > 3 {
		log.Fatal("usage: go run world_gen*.go FOLDER [OUTPUT]")
	}
	output := "world.bin"
	if len(os.Args) == 3 {
		output = os.Args[2]
	}
	if err := generate(os.Args[1], "iso3166.tsv", output); err != nil {
		log.Fatal(err)
	}
}

func generate(folder, table, output string) error {
	units, err := readCodes(table)
	if err != nil {
		return err
	}
	countries, err := readTopology(filepath.Join(folder, "countries-50m.json"))
	if err != nil {
		return err
	}
	finer, err := readTopology(filepath.Join(folder, "countries-10m.json"))
	if err != nil {
		return err
	}
	w, err := newWorld(countries, units)
	if err != nil {
		return err
	}
	w.moveParts()
	w.dropPoleLine()
	w.weldAntimeridian()
	if err := w.addSmall(finer, units); err != nil {
		return err
	}
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

// topology is a file of the package: lands, and the arcs of their outlines, on a grid.
type topology struct {
	arcs             [][]point
	scale, translate [2]float64
	lands            []land
}

type land struct {
	id, name string
	polygons [][][]int
}

// readTopology reads a file of the package.
func readTopology(input string) (*topology, error) {
	text, err := os.ReadFile(input)
	if err != nil {
		return nil, err
	}
	var file struct {
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
	if err := json.Unmarshal(text, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", input, err)
	}
	t := &topology{scale: file.Transform.Scale, translate: file.Transform.Translate}
	for _, deltas := range file.Arcs {
		at, arc := point{}, make([]point, 0, len(deltas))
		for _, d := range deltas {
			at = point{at.x + d[0], at.y + d[1]}
			arc = append(arc, at)
		}
		t.arcs = append(t.arcs, arc)
	}
	for _, g := range file.Objects.Countries.Geometries {
		l := land{id: g.ID, name: g.Properties.Name}
		switch g.Type {
		case "MultiPolygon":
			err = json.Unmarshal(g.Arcs, &l.polygons)
		case "Polygon":
			l.polygons = make([][][]int, 1)
			err = json.Unmarshal(g.Arcs, &l.polygons[0])
		default:
			err = fmt.Errorf("a %s is not a shape of land", g.Type)
		}
		if err != nil {
			return nil, fmt.Errorf("%s: %s: %w", input, l.name, err)
		}
		t.lands = append(t.lands, l)
	}
	return t, nil
}

// newWorld gives the lands of a topology their codes. Codes without a land stay, without parts.
func newWorld(t *topology, byNumber map[string]*unit) (*world, error) {
	w := &world{arcs: t.arcs, scale: t.scale, translate: t.translate}
	for _, l := range t.lands {
		number := l.id
		if number == "" {
			number = l.name // Kosovo has no number: it is found by its name
		}
		u, known := byNumber[number]
		if !known {
			parent, stated := withoutID[l.name]
			if !stated {
				return nil, fmt.Errorf("%s (%q) has no code", l.name, l.id)
			}
			u = &unit{name: l.name, parent: parent}
			byNumber[number] = u
		}
		for _, rings := range l.polygons {
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
func (w *world) outline(ring []int) []point { return walk(w.arcs, ring) }

// walk is the points of arcs, end to end.
func walk(arcs [][]point, refs []int) []point {
	var points []point
	for _, ref := range refs {
		arc := arcs[max(ref, ^ref)]
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
