package build_test

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"
)

// lawPlace is where a block stands.
type lawPlace struct {
	area, quarter string
	edition       bool // the page has an edition
	period        bool // the page has a period
}

// blocks are so many blocks of Markdown, each a paragraph or several.
func (s *lawSite) blocks(n int, at lawPlace) string {
	var all []string
	for range n {
		all = append(all, s.block(at))
	}
	return strings.Join(all, "\n\n")
}

// block is a block of Markdown that has no errors in a site as it is made.
func (s *lawSite) block(at lawPlace) string {
	a, q := at.area, at.quarter
	if s.IntN(3) == 0 {
		a = s.area()
	}
	later := "2023-" + q[5:]
	n := 1000 + s.IntN(9000)
	switch s.IntN(28) {
	case 0:
		return fmt.Sprintf("## Part %d\n\nPeople came {{ arrivals %s %s }} times, words.", n, a, q)
	case 1:
		return fmt.Sprintf("The number {{ arrivals %s %s | rose }}, and %s.", a, later, s.one("so on thus more less"))
	case 2:
		return fmt.Sprintf("[%s]{{ arrivals %s %s }} people came.", thousands(s.values["arrivals "+a+" "+q]), a, q)
	case 3:
		return fmt.Sprintf("Words of an office [@%s, p. %d], and another [@%s].", s.one(lawSources), 1+s.IntN(9), s.one(lawSources))
	case 4:
		return fmt.Sprintf("A remark[^r%d].\n\n[^r%d]: It says {{ presence %s %s }} [@%s].", n, n, a, q, s.one(lawSources))
	case 5:
		return fmt.Sprintf("| Area | People |\n|:--|--:|\n| One | {{ presence %s %s }} |\n| All | {{ presence wb %s }} |", a, q, q)
	case 6:
		return fmt.Sprintf("```chart\nid: c%d\ntype: bar\nindicator: %s\nareas: [albania, serbia, %s]\nperiod: %s\ntitle: Many came\nnote: Counted [@%s].\n```", n, s.one("arrivals presence"), s.one("bulgaria croatia"), q, s.one(lawSources))
	case 7:
		return fmt.Sprintf("```chart\nid: c%d\ntype: line\nindicator: detections\nareas: route\nperiods: 2022-01..2023-%02d\ntitle: \"Last {{ detections route 2023-06 }}\"\n```", n, 2+s.IntN(5))
	case 8:
		return fmt.Sprintf("```chart\nid: c%d\ntype: %s\nindicator: applications\nareas: %s\nperiod: %s\nby: nationality\ntitle: Many from Syria\n```", n, s.one("bar donut"), a, q)
	case 9:
		return fmt.Sprintf("```chart\nid: c%d\ntype: stacked\nindicator: applications\nareas: [%s, serbia]\nperiod: %s\nby: age\nvalues: %s\ntitle: Children and adults\n```", n, s.one("albania bulgaria croatia"), q, s.one("counts percent"))
	case 10:
		return fmt.Sprintf("```chart\nid: c%d\ntype: dumbbell\nindicator: arrivals\nareas: wb\nperiods: [2022-%s, 2023-%s]\ntitle: From one to the next\n```", n, q[5:], q[5:])
	case 11:
		return fmt.Sprintf("```chart\nid: c%d\ntype: map\nindicator: %s\nareas: [albania, kosovo, serbia, croatia]\nperiod: %s\ntitle: On the map\n```", n, s.one("arrivals women-share"), q)
	case 12:
		return fmt.Sprintf("```table\nid: t%d\nindicator: arrivals\nareas: [%s, montenegro]\nperiods: [2022-%s, 2023-%s]\ntitle: In a table\n```", n, s.one("albania bulgaria serbia"), q[5:], q[5:])
	case 13:
		return fmt.Sprintf("See [%s](%s).", s.one("this that there"), s.one("/about/ /methods/#words /reports/2023-q1/ /reports/2023-q2/trends/#terms /news/first/ /data/arrivals/ /sources/ /regions/balkans/ /content/pages/methods/more.md https://example.org/x /uploads/note.txt"))
	case 14:
		return "![A picture of words](/uploads/pic.png)"
	case 15:
		return fmt.Sprintf("1. First {{ presence %s %s }}\n\n   More [@%s]\n2. Second *words*", a, q, s.one(lawSources))
	case 16:
		return fmt.Sprintf("> Said {{ women-share %s %s }}.", a, q)
	case 17:
		return fmt.Sprintf("From {{ applications %s %s | top 2 nationality }}, children {{ applications %s %s age=children | share }}.", a, q, a, q)
	case 18:
		return fmt.Sprintf("The line is [%d]{{ literal \"a number\" }} long.", n)
	case 19:
		return fmt.Sprintf("It took %d boats in the fourth quarter.", n)
	case 20:
		return fmt.Sprintf("Some {{ arrivals %s %s }} came, {{ arrivals %s %s | about }}.", a, q, a, later)
	case 21:
		return fmt.Sprintf("Over the year {{ detections route %s..%s }} were seen.", "2022-01", "2022-12")
	case 22:
		if at.edition {
			return "In {{ period }} it was {{ arrivals " + a + " }}, {{ arrivals " + a + " | change }}."
		}
		return "Of decisions {{ decisions " + a + " " + q + " }}, {{ decisions " + a + " " + later + " | change }}."
	case 23:
		return fmt.Sprintf("```chart\nid: c%d\ntype: multiples\nindicator: %s\nareas: [albania, serbia, croatia, bulgaria]\nperiods: [2022-Q1, 2022-Q2]\ntitle: Side by side\n```", n, s.one("arrivals presence"))
	case 24:
		return fmt.Sprintf("Its publisher gives {{ estimate-change %s 2023-Q1 }}.", a)
	case 25:
		return fmt.Sprintf("Half a year: {{ arrivals %s 2022-Q1..2022-Q2 }}, and in the group {{ arrivals wb %s | rose }}.", a, later)
	case 26:
		return fmt.Sprintf("```chart\nid: c%d\ntype: bar\nindicator: %s\nareas: [wb, eu]\nperiods: [2022-Q1, 2023-Q1]\ntitle: Groups\n```", n, s.one("arrivals presence"))
	default:
		return fmt.Sprintf("Words about %s and %s.", s.one("rivers roads hills towns bridges"), s.one("winter summer rain snow"))
	}
}

// thousands writes a number as the site does.
func thousands(n int) string {
	if n < 1000 {
		return fmt.Sprint(n)
	}
	return fmt.Sprintf("%d,%03d", n/1000, n%1000)
}

// picture is a small PNG.
func (s *lawSite) picture() string {
	grey := byte(s.IntN(256))
	picture := image.NewGray(image.Rect(0, 0, 8, s.IntN(3)+8))
	for i := range 8 {
		picture.SetGray(i, i, color.Gray{Y: grey})
	}
	var b bytes.Buffer
	_ = png.Encode(&b, picture) // a buffer takes everything
	return b.String()
}
