package shape

import (
	"math"
	"strconv"
	"strings"
)

// WKT returns the reference system that a well-known text of the first kind (OGC
// 01-009) describes, as .prj files have it, also in ESRI's words, and whether it
// is one that this package reads. Name is what it calls itself.
func WKT(text string) (s System, name string, known bool) {
	root, _ := parseNode(strings.TrimSpace(text), 0)
	if root == nil {
		return System{}, "", false
	}
	name = root.text(0)
	if a := root.child("AUTHORITY"); a != nil && strings.EqualFold(a.text(0), "EPSG") {
		if code, err := strconv.Atoi(a.text(1)); err == nil {
			if s, known = EPSG(code); known {
				return s, name, true
			}
		}
	}
	switch root.word {
	case "GEOGCS":
		known = root.likeWGS84() && root.degrees()
	case "PROJCS":
		s, known = root.projected()
	}
	return s, name, known
}

// node is a keyword of a well-known text with what stands in its brackets.
type node struct {
	word   string // in capitals
	values []string
	inside []*node
}

// text returns a value of the node, or "".
func (n *node) text(i int) string {
	if n == nil || i >= len(n.values) {
		return ""
	}
	return n.values[i]
}

// child returns the first node inside of that keyword, or nil.
func (n *node) child(word string) *node {
	for _, c := range n.inside {
		if c.word == word {
			return c
		}
	}
	return nil
}

// parseNode reads one node from the front of a text, and returns what stands
// behind it; nil if there is none.
func parseNode(text string, depth int) (n *node, rest string) {
	open := strings.IndexAny(text, "[(")
	if open <= 0 || depth > deepest {
		return nil, text
	}
	n = &node{word: strings.ToUpper(strings.TrimSpace(text[:open]))}
	text = text[open+1:]
	for {
		text = strings.TrimLeft(text, " \t\r\n,")
		switch {
		case text == "":
			return nil, ""
		case text[0] == ']' || text[0] == ')':
			return n, text[1:]
		case text[0] == '"':
			end := strings.IndexByte(text[1:], '"')
			if end < 0 {
				return nil, ""
			}
			n.values, text = append(n.values, text[1:1+end]), text[end+2:]
			continue
		}
		end := strings.IndexAny(text, ",[]()")
		if end < 0 {
			return nil, ""
		}
		if text[end] != '[' && text[end] != '(' {
			n.values, text = append(n.values, strings.TrimSpace(text[:end])), text[end:]
			continue
		}
		var c *node
		if c, text = parseNode(text, depth+1); c == nil {
			return nil, ""
		}
		n.inside = append(n.inside, c)
	}
}

// datums are those that are taken for WGS 84, without their "D_" and signs; see
// EPSG.
var datums = []string{"wgs1984", "wgs84", "worldgeodeticsystem1984", "etrs1989", "etrs89", "europeanterrestrialreferencesystem1989", "northamerican1983", "northamericandatum1983", "itrf"}

func (n *node) likeWGS84() bool {
	name := strings.TrimPrefix(plainName(n.child("DATUM").text(0)), "d")
	for _, d := range datums {
		if strings.HasPrefix(name, d) {
			return true
		}
	}
	return false
}

// plainName returns a name in lower case without signs.
func plainName(name string) string {
	return strings.Map(func(r rune) rune {
		if r >= '0' && r <= '9' || r >= 'a' && r <= 'z' {
			return r
		}
		return -1
	}, strings.ToLower(name))
}

// degrees reports whether angles are in degrees, from Greenwich.
func (n *node) degrees() bool {
	if m := n.child("PRIMEM"); m != nil && math.Abs(number(m.text(1))) > 1e-9 {
		return false
	}
	u := n.child("UNIT")
	return u == nil || math.Abs(number(u.text(1))-math.Pi/180) < 1e-9
}

func number(s string) float64 {
	f, err := strconv.ParseFloat(s, 64)
	if err != nil {
		return math.NaN()
	}
	return f
}

// projected returns the system of a PROJCS: web Mercator, or a zone of UTM, which
// is known by what it is made of.
func (n *node) projected() (System, bool) {
	g := n.child("GEOGCS")
	if g == nil || !g.likeWGS84() || !g.degrees() || math.Abs(number(n.child("UNIT").text(1))-1) > 1e-9 {
		return System{}, false
	}
	switch name := plainName(n.child("PROJECTION").text(0)); {
	case name == "mercatorauxiliarysphere", name == "mercator1sp" && plainName(n.text(0)) == "wgs84pseudomercator":
		return EPSG(webMercator)
	case name == "transversemercator":
		return n.utmZone()
	}
	return System{}, false
}

// What a zone of UTM is made of.
const (
	webMercator   = 3857
	utmScale      = 0.9996
	utmEasting    = 500_000
	utmNorthing   = 10_000_000 // false, south of the equator
	zoneDegrees   = 6
	firstMeridian = -183 // of zone 0, which there is not
)

func (n *node) utmZone() (System, bool) {
	zone := (n.parameter("centralmeridian") - firstMeridian) / zoneDegrees
	northing := n.parameter("falsenorthing")
	switch {
	case n.parameter("scalefactor") != utmScale || n.parameter("falseeasting") != utmEasting || n.parameter("latitudeoforigin") != 0,
		northing != 0 && northing != utmNorthing,
		zone != math.Trunc(zone) || zone < 1 || zone > 60:
		return System{}, false
	}
	return utm(int(zone), northing != 0), true
}

// parameter returns a parameter of a projection, by its name without signs; not a
// number if there is none.
func (n *node) parameter(name string) float64 {
	for _, c := range n.inside {
		if c.word == "PARAMETER" && plainName(c.text(0)) == name {
			return number(c.text(1))
		}
	}
	return math.NaN()
}
