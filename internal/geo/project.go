package geo

import "math"

// plane is a point of a projected map, y up, in radii of the Earth; or of a frame, y down, in its units.
type plane struct{ x, y float64 }

// lambert is Lambert's azimuthal equal-area projection around a centre (Snyder 1987, p. 182, equations 24-2 to 24-4, written
// with vectors). The whole sphere becomes a disc of radius 2, the antipode of the centre its rim.
type lambert struct{ centre, east, north vec }

// polarLatitude is the sine of the latitude (80°) beyond which a map is centred on the pole, with 0° E up from the south
// pole and down from the north pole, as polar maps are.
const polarLatitude = 0.985

func newLambert(centre vec) lambert {
	if math.Abs(centre[2]) > polarLatitude {
		centre = vec{0, 0, math.Copysign(1, centre[2])}
		east := vec{0, 1, 0}
		return lambert{centre, east, centre.cross(east)}
	}
	east := vec{-centre[1], centre[0], 0}.unit()
	return lambert{centre, east, centre.cross(east)}
}

func (l *lambert) project(p vec) plane {
	away := 1 + l.centre.dot(p) // 1 + cos c
	if away < 1e-12 {
		away = 1e-12 // the antipode, which is kept on the rim of the disc
	}
	k := math.Sqrt(2 / away)
	return plane{float64(k * l.east.dot(p)), float64(k * l.north.dot(p))}
}

// place is the point of the sphere that is projected to a point (Snyder 1987, p. 186, equations 20-14, 20-15 and 24-16).
func (l *lambert) place(at plane) vec {
	r := min(2, math.Hypot(at.x, at.y))
	if r == 0 {
		return l.centre
	}
	cos := 1 - float64(r*r)/2
	k := math.Sqrt(1 - float64(r*r)/4) // sin c / r
	scale := r / math.Hypot(at.x, at.y)
	return l.centre.times(cos).plus(l.east.times(k * at.x * scale)).plus(l.north.times(k * at.y * scale))
}

// equalEarth is the Equal Earth projection around a meridian (Šavrič, Patterson and Jenny 2018, equations 1 and 2).
type equalEarth struct{ sinMeridian, cosMeridian float64 }

func newEqualEarth(meridian float64) equalEarth {
	sin, cos := math.Sincos(meridian * math.Pi / 180)
	return equalEarth{sin, cos}
}

// polynomial coefficients of Equal Earth.
const (
	earthA1 = 1.340264
	earthA2 = -0.081106
	earthA3 = 0.000893
	earthA4 = 0.003796
)

// unroll is a point as longitude from the central meridian and parametric latitude θ, with sin θ = √3/2 sin φ; radians.
func (e *equalEarth) unroll(p vec) plane {
	x := float64(p[0]*e.cosMeridian) + float64(p[1]*e.sinMeridian)
	y := float64(p[1]*e.cosMeridian) - float64(p[0]*e.sinMeridian)
	return plane{math.Atan2(y, x), math.Asin(math.Sqrt(3) / 2 * max(-1, min(1, p[2])))}
}

// project takes an unrolled point to the map.
func (e *equalEarth) project(at plane) plane {
	t2 := at.y * at.y
	t6 := t2 * t2 * t2
	slope := earthA1 + float64(3*earthA2*t2) + float64(t6*(7*earthA3+float64(9*earthA4*t2)))
	return plane{
		2 * math.Sqrt(3) * at.x * math.Cos(at.y) / (3 * slope),
		float64(at.y * (earthA1 + float64(earthA2*t2) + float64(t6*(earthA3+float64(earthA4*t2))))),
	}
}
