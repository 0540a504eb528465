package chart

import "math"

// luminance is the relative luminance of a colour, 0 to 1 (WCAG 2.2).
func (c colour) luminance() float64 {
	return float64(0.2126*linear(c.r)) + float64(0.7152*linear(c.g)) + float64(0.0722*linear(c.b))
}

// contrast is that of two colours, 1 to 21 (WCAG 2.2).
func contrast(a, b colour) float64 {
	x, y := a.luminance(), b.luminance()
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// lighter is the colour with as much more lightness as gives it a contrast with a dark ground: in OKLab (Björn Ottosson,
// 2020), where hue and depth stay as they are, as long as screens can show them; in the end it is white.
func (c colour) lighter(ground colour, least float64) colour {
	lab := c.oklab()
	for contrast(c, ground) < least && lab[0] < 1 {
		lab[0] = min(1, lab[0]+0.01)
		if lab[0] == 1 {
			return colour{255, 255, 255, true}
		}
		c = fromOKLab(lab)
	}
	return c
}

func (c colour) oklab() [3]float64 {
	r, g, b := linear(c.r), linear(c.g), linear(c.b)
	l := math.Cbrt(float64(0.4122214708*r) + float64(0.5363325363*g) + float64(0.0514459929*b))
	m := math.Cbrt(float64(0.2119034982*r) + float64(0.6806995451*g) + float64(0.1073969566*b))
	s := math.Cbrt(float64(0.0883024619*r) + float64(0.2817188376*g) + float64(0.6299787005*b))
	return [3]float64{
		float64(0.2104542553*l) + float64(0.7936177850*m) - float64(0.0040720468*s),
		float64(1.9779984951*l) - float64(2.4285922050*m) + float64(0.4505937099*s),
		float64(0.0259040371*l) + float64(0.7827717662*m) - float64(0.8086757660*s),
	}
}

// fromOKLab is the nearest colour that can be shown, channel by channel.
func fromOKLab(lab [3]float64) colour {
	cube := func(v float64) float64 { return float64(v*v) * v }
	l := cube(lab[0] + float64(0.3963377774*lab[1]) + float64(0.2158037573*lab[2]))
	m := cube(lab[0] - float64(0.1055613458*lab[1]) - float64(0.0638541728*lab[2]))
	s := cube(lab[0] - float64(0.0894841775*lab[1]) - float64(1.2914855480*lab[2]))
	return colour{
		channel(float64(4.0767416621*l) - float64(3.3077115913*m) + float64(0.2309699292*s)),
		channel(float64(2.6097574011*m) - float64(1.2684380046*l) - float64(0.3413193965*s)),
		channel(float64(1.7076147010*s) - float64(0.0041960863*l) - float64(0.7034186147*m)),
		true,
	}
}

// linear is the light of a channel, 0 to 1, and channel the nearest channel of some light (IEC 61966-2-1, sRGB).
func linear(v uint8) float64 {
	s := float64(v) / 255
	if s <= 0.04045 {
		return s / 12.92
	}
	return math.Pow((s+0.055)/1.055, 2.4)
}

func channel(light float64) uint8 {
	light = max(0, min(light, 1))
	s := light * 12.92
	if light > 0.0031308 {
		s = float64(1.055*math.Pow(light, 1/2.4)) - 0.055
	}
	return uint8(math.Round(s * 255))
}
