//go:build ignore

package main

import (
	"cmp"
	"math"
	"slices"
)

// Parts closer together than linkKilometres are one group of islands; a group joins the main one, the largest by area, when
// it has at least groupShare of its area. So Crete and Corsica count when a frame is fitted, and both halves of Malaysia, and
// the archipelagos of Kiribati; Alaska, Hawaii, the Canary Islands, the Azores, the Galápagos and Easter Island do not.
const (
	linkKilometres = 300
	groupShare     = 0.25
	earthRadius    = 6371.0 // km, the mean radius of the Earth (IUGG)
)

// markMainParts finds the parts of each unit that a frame is fitted to. The largest part is moved to the front.
func (w *world) markMainParts() {
	for _, u := range w.units {
		areas := make([]float64, len(u.parts))
		points := make([][][3]float64, len(u.parts))
		for i, p := range u.parts {
			for _, at := range w.outline(p.rings[0]) {
				points[i] = append(points[i], w.vector(at))
			}
			areas[i] = area(points[i])
		}
		group := make([]int, len(u.parts))
		for i := range group {
			group[i] = i
		}
		for i := range u.parts {
			for j := range i {
				if group[i] != group[j] && near(points[i], points[j]) {
					from, to := group[i], group[j]
					for k, g := range group {
						if g == from {
							group[k] = to
						}
					}
				}
			}
		}
		total := make([]float64, len(u.parts))
		for i, g := range group {
			total[g] += areas[i]
		}
		for i, g := range group {
			u.parts[i].main = total[g] >= float64(groupShare*slices.Max(total))
		}
		order := make([]int, len(u.parts))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(areas[b], areas[a]) })
		sorted := make([]part, len(u.parts))
		for i, from := range order {
			sorted[i] = u.parts[from]
		}
		copy(u.parts, sorted)
	}
}

// vector is a point of the grid on the unit sphere.
func (w *world) vector(at point) [3]float64 {
	lon, lat := w.degrees(at)
	sinLon, cosLon := math.Sincos(lon * math.Pi / 180)
	sinLat, cosLat := math.Sincos(lat * math.Pi / 180)
	return [3]float64{cosLat * cosLon, cosLat * sinLon, sinLat}
}

// area is the vector area of a closed line on the sphere: half the length of the sum of the cross products of its edges.
// It is what the ring spans as seen from afar, close enough to the area on the sphere to tell large islands from small.
func area(points [][3]float64) float64 {
	var x, y, z float64
	for i := range len(points) - 1 {
		a, b := points[i], points[i+1]
		x += float64(a[1]*b[2]) - float64(a[2]*b[1])
		y += float64(a[2]*b[0]) - float64(a[0]*b[2])
		z += float64(a[0]*b[1]) - float64(a[1]*b[0])
	}
	return math.Sqrt(float64(x*x)+float64(y*y)+float64(z*z)) / 2
}

// near says whether two outlines have points within linkKilometres of each other.
func near(a, b [][3]float64) bool {
	limit := linkKilometres / earthRadius
	limit *= limit
	for _, p := range a {
		for _, q := range b {
			x, y, z := p[0]-q[0], p[1]-q[1], p[2]-q[2]
			if float64(x*x)+float64(y*y)+float64(z*z) <= limit {
				return true
			}
		}
	}
	return false
}
