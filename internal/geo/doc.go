// Package geo gives the outlines of the world's countries, projected and cut to a frame, for charts that are maps.
//
//	view, err := geo.Fit([]string{"GRC", "ALB", "XKX"}, 7200, 6000, 200)
//
// Lengths are the caller's units; this program draws in tenths of a pixel, and the limits of detail below assume that: a
// unit is a tenth of a pixel.
//
// # What a view holds
//
// Lands are all countries that are seen in the frame, the largest first, so that an enclave is drawn over what surrounds
// it. Rings are closed without repeating the first point; outer outlines and holes alike, to be filled by the even-odd
// rule. Rings and borders are cut at Overhang outside the frame, so that a stroke along a cut edge (up to twice Overhang
// wide) is not seen; the caller clips to the frame, as the view box of an SVG does. Borders are lines between two lands,
// each once; coasts are not borders. What is simplified is the line, before it becomes a side of two lands: neighbours
// share their points, and no slivers open between them.
//
// # Projection
//
// All maps are equal-area, so that symbols and shades are not at odds with the size of the land. A region is projected by
// Lambert's azimuthal equal-area projection, centred on the middle of the frame (Snyder 1987, Map Projections: A Working
// Manual, USGS Professional Paper 1395, pp. 182–190). A focus that reaches further than wideAngle from its middle is drawn
// in Equal Earth (Šavrič, Patterson and Jenny 2018, The Equal Earth map projection, International Journal of Geographical
// Information Science 33), with the cut where the focus has its widest gap.
//
// The frame is fitted to the main parts of the focus: groups of islands with at least a quarter of the area of the
// country's largest group, islands being one group when gaps of at most 300 km part them (world_gen_main.go). Crete counts,
// and both halves of Malaysia; Alaska and the Canary Islands do not, though they are drawn where they are seen. A frame
// never shows less than smallestFrame across: the data is drawn for 1:50,000,000, and closer it would show its corners.
//
// # Codes
//
// Codes are all of ISO 3166-1 alpha-3, and XKX (user-assigned) for Kosovo. Parts with a code of their own that the data counts
// to another country (French Guiana, Svalbard, …) belong to that country until they are asked for by their own code. Lands
// that have no code belong to the code under which ISO 3166-2 lists their districts: Somaliland, northern Cyprus, Crimea. The
// Siachen Glacier is a land of its own, without code. What is in dispute is a Border with Disputed set; it may run within a
// land. Which lines those are is the choice of this package, and a map should say that it endorses none.
//
// # Data
//
// world.bin is made by world_gen.go from Natural Earth 4.1.0, Admin 0 countries at 1:50m, which is in the public domain
// (naturalearthdata.com), as redistributed by the npm package world-atlas 2.0.2 (© 2013–2019 Michael Bostock, ISC License;
// its text is in ISC.txt).
// Bouvet Island, Gibraltar, Tuvalu and the outlying islands of the United States are too small for it and come from 1:10m.
//
// # Same bytes everywhere
//
// Products that feed a sum are converted first, so that no compiler fuses them. math.Sincos, Atan2 and Asin may still
// differ in the last bit between processors; that is some 10⁻¹⁰ of a unit, and the rounding to whole units takes it away.
package geo
