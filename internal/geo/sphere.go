package geo

import "math"

// vec is a point of the unit sphere, or a direction: x towards 0° N 0° E, y towards 0° N 90° E, z towards the north pole.
type vec [3]float64

func (a vec) dot(b vec) float64 {
	return float64(a[0]*b[0]) + float64(a[1]*b[1]) + float64(a[2]*b[2])
}

func (a vec) cross(b vec) vec {
	return vec{
		float64(a[1]*b[2]) - float64(a[2]*b[1]),
		float64(a[2]*b[0]) - float64(a[0]*b[2]),
		float64(a[0]*b[1]) - float64(a[1]*b[0]),
	}
}

func (a vec) length() float64 { return math.Sqrt(a.dot(a)) }

func (a vec) plus(b vec) vec { return vec{a[0] + b[0], a[1] + b[1], a[2] + b[2]} }

func (a vec) times(f float64) vec {
	return vec{float64(a[0] * f), float64(a[1] * f), float64(a[2] * f)}
}

// unit is the direction of a; that of 0° N 0° E for no direction.
func (a vec) unit() vec {
	if l := a.length(); l > 1e-12 {
		return a.times(1 / l)
	}
	return vec{1, 0, 0}
}

// onSphere is a place given in degrees.
func onSphere(lon, lat float64) vec {
	sinLon, cosLon := math.Sincos(lon * math.Pi / 180)
	sinLat, cosLat := math.Sincos(lat * math.Pi / 180)
	return vec{float64(cosLat * cosLon), float64(cosLat * sinLon), sinLat}
}

// disc is a circle on the sphere that holds something: its centre, and the sine and cosine of its radius as seen from the
// centre of the sphere. A radius of 180° holds everything.
type disc struct {
	centre   vec
	sin, cos float64
}

// newDisc is the disc around a centre that reaches as far as a point whose cosine with the centre is cos.
func newDisc(centre vec, cos float64) disc {
	cos = max(-1, min(1, cos))
	return disc{centre, math.Sqrt(max(0, 1-float64(cos*cos))), cos}
}

// enclose is a disc around points, centred on their mean.
func enclose(points []vec) disc {
	var sum vec
	for _, p := range points {
		sum = sum.plus(p)
	}
	centre, cos := sum.unit(), 1.0
	for _, p := range points {
		cos = min(cos, centre.dot(p))
	}
	return newDisc(centre, cos)
}

// meets says whether two discs overlap: their centres are no further apart than both radii together.
func (d disc) meets(e disc) bool {
	if float64(d.sin*e.cos)+float64(d.cos*e.sin) <= 0 { // together 180° or more
		return true
	}
	return d.centre.dot(e.centre) >= float64(d.cos*e.cos)-float64(d.sin*e.sin)
}
