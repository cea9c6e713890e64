package check

import (
	"encoding/json"
	"fmt"
	"math"
	"slices"
	"strings"
)

// The sections of RFC 7946 that faults refer to.
const (
	sectionObject      = "RFC 7946 3"
	sectionGeometry    = "RFC 7946 3.1"
	sectionPosition    = "RFC 7946 3.1.1"
	sectionLine        = "RFC 7946 3.1.4"
	sectionPolygon     = "RFC 7946 3.1.6"
	sectionCollection  = "RFC 7946 3.1.8"
	sectionAntimeridan = "RFC 7946 3.1.9"
	sectionFeature     = "RFC 7946 3.2"
	sectionFeatures    = "RFC 7946 3.3"
	sectionCRS         = "RFC 7946 4"
	sectionBox         = "RFC 7946 5"
	sectionSemantics   = "RFC 7946 7.1"
	sectionPrecision   = "RFC 7946 11.2"
	iJSON              = "RFC 7493 2.3"
)

// value checks one text at the top of the file. A collection's features are
// checked one by one as they are read.
func (c *checker) value() error {
	t, line, err := c.text.next()
	if err != nil {
		return err
	}
	if t != json.Delim('{') {
		n, err := c.text.value(t, line, 0)
		if err == nil {
			c.at(line, "", "RFC 7946 2", "is %s, not an object", n.kind)
		}
		return err
	}
	root, streamed, err := c.root(line)
	if err != nil {
		return err
	}
	switch kind := c.typeOf(&root, ""); {
	case kind == "FeatureCollection":
		c.collection(&root, streamed)
	case kind == "Feature":
		c.feature(&root, c.textPath())
	case kind != "":
		c.geometry(&root, c.textPath())
	}
	return nil
}

// textPath is the path of a text among several, as in a sequence.
func (c *checker) textPath() string {
	if c.texts == 0 {
		return ""
	}
	return fmt.Sprintf("text[%d]", c.texts)
}

// root reads the members of the object at the top, checks the features as they
// come, and returns the rest.
func (c *checker) root(line int) (root node, streamed bool, err error) {
	root = node{kind: object, line: line}
	for {
		name, end, err := c.text.name()
		if err != nil || end {
			return root, streamed, err
		}
		t, line, err := c.text.inside()
		if err != nil {
			return root, streamed, err
		}
		if name == "features" && t == json.Delim('[') {
			streamed = true
			root.members = append(root.members, member{name, node{kind: array, line: line}})
			if err := c.features(); err != nil {
				return root, streamed, err
			}
			continue
		}
		value, err := c.text.value(t, line, 1)
		if err != nil {
			return root, streamed, err
		}
		root.members = append(root.members, member{name, value})
	}
}

func (c *checker) features() error {
	for i := 0; ; i++ {
		t, line, err := c.text.inside()
		if err != nil {
			return err
		}
		if t == json.Delim(']') {
			return nil
		}
		n, err := c.text.value(t, line, 2)
		if err != nil {
			return err
		}
		path := fmt.Sprintf("features[%d]", i)
		if n.kind != object {
			c.at(n.line, path, sectionFeatures, "is %s, not a Feature", n.kind)
		} else if kind := c.typeOf(&n, path); kind == "Feature" {
			c.feature(&n, path)
		} else if kind != "" {
			c.at(n.line, path, sectionFeatures, "is a %s, not a Feature", kind)
		}
	}
}

// typeOf returns the type of an object, or "" after saying what is wrong with it.
func (c *checker) typeOf(n *node, path string) string {
	c.repeated(n, path)
	t := n.member("type")
	switch {
	case t == nil:
		c.at(n.line, path, sectionObject, `has no "type"`)
	case t.kind != text:
		c.at(t.line, join(path, "type"), sectionObject, "is %s, not a string", t.kind)
	case t.text != "FeatureCollection" && t.text != "Feature" && depths[t.text] == 0 && t.text != "GeometryCollection":
		c.at(t.line, join(path, "type"), sectionObject, "is %q, which is no type of GeoJSON (types are case-sensitive)", t.text)
	default:
		return t.text
	}
	return ""
}

// repeated tells of names that an object has twice: readers take the first or
// the last as they like.
func (c *checker) repeated(n *node, path string) {
	seen := make(map[string]bool, len(n.members))
	for i := range n.members {
		m := &n.members[i]
		if seen[m.name] {
			c.at(m.value.line, join(path, m.name), iJSON, "stands in its object twice")
		}
		seen[m.name] = true
	}
}

func (c *checker) collection(n *node, streamed bool) {
	if !streamed {
		if f := n.member("features"); f == nil {
			c.at(n.line, "", sectionFeatures, `has no "features"`)
		} else {
			c.at(f.line, "features", sectionFeatures, "is %s, not an array", f.kind)
		}
	}
	c.reserved(n, "", "coordinates", "geometries", "geometry", "properties")
	c.crs(n, "")
	c.box(n, "")
}

func (c *checker) feature(n *node, path string) {
	c.Features++
	if g := n.member("geometry"); g == nil {
		c.at(n.line, path, sectionFeature, `has no "geometry"; without a place it is null`)
	} else if g.kind == null {
		c.NoGeometry++
	} else {
		c.geometryIn(g, join(path, "geometry"))
	}
	p := n.member("properties")
	switch {
	case p == nil:
		c.at(n.line, path, sectionFeature, `has no "properties"; without any it is null`)
	case p.kind == object:
		c.repeated(p, join(path, "properties"))
	case p.kind != null:
		c.at(p.line, join(path, "properties"), sectionFeature, "is %s, not an object or null", p.kind)
	}
	if id := n.member("id"); id != nil && id.kind != text && id.kind != number {
		c.at(id.line, join(path, "id"), sectionFeature, "is %s, not a string or a number", id.kind)
	}
	c.reserved(n, path, "coordinates", "geometries", "features")
	c.crs(n, path)
	c.box(n, path)
	c.event(n, path)
}

// reserved tells of members that belong to objects of another type.
func (c *checker) reserved(n *node, path string, names ...string) {
	for _, name := range names {
		if m := n.member(name); m != nil {
			c.at(m.line, join(path, name), sectionSemantics, "does not belong in a %s", n.member("type").text)
		}
	}
}

func (c *checker) crs(n *node, path string) {
	if m := n.member("crs"); m != nil {
		c.advise(m.line, join(path, "crs"), sectionCRS, "was removed from GeoJSON: coordinates are WGS 84, longitude first")
	}
}

// box checks a bounding box: west, south, east, north, with heights between if
// the positions have them. West may be greater than east, across the antimeridian.
func (c *checker) box(n *node, path string) {
	b := n.member("bbox")
	if b == nil {
		return
	}
	path = join(path, "bbox")
	if b.kind != array || len(b.items) != 4 && len(b.items) != 6 || slices.ContainsFunc(b.items, func(i node) bool { return i.kind != number }) {
		c.at(b.line, path, sectionBox, "is not an array of 4 or 6 numbers")
		return
	}
	half := len(b.items) / 2
	west, south, east, north := b.items[0].number, b.items[1].number, b.items[half].number, b.items[half+1].number
	if !inRange(west, 180) || !inRange(east, 180) || !inRange(south, 90) || !inRange(north, 90) {
		c.at(b.line, path, sectionBox, "lies outside longitudes -180 to 180 or latitudes -90 to 90")
	} else if south > north {
		c.at(b.line, path, sectionBox, "has its south %g north of its north %g", south, north)
	}
}

func inRange(x, limit float64) bool { return math.Abs(x) <= limit }

// depths says how deep the positions of each geometry lie in "coordinates".
var depths = map[string]int{
	"Point": 1, "MultiPoint": 2, "LineString": 2, "MultiLineString": 3, "Polygon": 3, "MultiPolygon": 4,
}

// geometryIn checks an object that must be a geometry.
func (c *checker) geometryIn(n *node, path string) {
	if n.kind != object {
		c.at(n.line, path, sectionGeometry, "is %s, not a geometry", n.kind)
		return
	}
	switch kind := c.typeOf(n, path); kind {
	case "":
	case "Feature", "FeatureCollection":
		c.at(n.line, path, sectionGeometry, "is a %s, not a geometry", kind)
	default:
		c.geometry(n, path)
	}
}

func (c *checker) geometry(n *node, path string) {
	c.reserved(n, path, "geometry", "properties", "features")
	c.crs(n, path)
	c.box(n, path)
	if n.member("type").text == "GeometryCollection" {
		c.geometries(n, path)
		return
	}
	coordinates := n.member("coordinates")
	if coordinates == nil {
		c.at(n.line, path, sectionGeometry, `has no "coordinates"`)
		return
	}
	c.coordinates(coordinates, join(path, "coordinates"), n.member("type").text)
}

func (c *checker) geometries(n *node, path string) {
	all := n.member("geometries")
	if all == nil || all.kind != array {
		c.at(n.line, path, sectionCollection, `has no array "geometries"`)
		return
	}
	for i := range all.items {
		g := &all.items[i]
		at := fmt.Sprintf("%s[%d]", join(path, "geometries"), i)
		if t := g.member("type"); t != nil && t.text == "GeometryCollection" {
			c.advise(g.line, at, sectionCollection, "is a collection within a collection, which many readers refuse")
		}
		c.geometryIn(g, at)
	}
}

// coordinates checks the coordinates of a geometry of the kind.
func (c *checker) coordinates(n *node, path, kind string) {
	if kind == "Point" && n.kind == array && len(n.items) == 0 {
		return // 3.1: empty coordinates are a null geometry to some readers, and allowed
	}
	switch kind {
	case "Point":
		c.position(n, path)
	case "LineString":
		c.line(n, path)
	case "Polygon":
		c.polygon(n, path)
	default:
		part := strings.TrimPrefix(kind, "Multi")
		c.each(n, path, func(i *node, path string) { c.coordinates(i, path, part) })
	}
}

// each calls f with the items of an array.
func (c *checker) each(n *node, path string, f func(*node, string)) {
	if n.kind != array {
		c.at(n.line, path, sectionGeometry, "is %s, not an array", n.kind)
		return
	}
	for i := range n.items {
		f(&n.items[i], fmt.Sprintf("%s[%d]", path, i))
	}
}

// maxDecimals is how many decimals of a degree still mean something: 7 are a
// centimetre.
const maxDecimals = 7

// position checks longitude, latitude and height, and reports whether the first
// two are numbers.
func (c *checker) position(n *node, path string) bool {
	if n.kind != array || len(n.items) < 2 || n.items[0].kind != number || n.items[1].kind != number {
		c.at(n.line, path, sectionPosition, "is not a position: two numbers, longitude and latitude")
		return false
	}
	if len(n.items) > 3 {
		c.advise(n.line, path, sectionPosition, "has %d numbers; what comes after the height is ignored", len(n.items))
	}
	lon, lat := n.items[0].number, n.items[1].number
	switch {
	case inRange(lon, 180) && inRange(lat, 90):
	case inRange(lon, 90) && inRange(lat, 180):
		c.at(n.line, path, sectionPosition, "has a latitude of %s; longitude comes first, are the two swapped?", n.items[1].text)
	default:
		c.at(n.line, path, sectionPosition, "is no longitude from -180 to 180 and latitude from -90 to 90: %s, %s", n.items[0].text, n.items[1].text)
	}
	for i := range n.items[:2] {
		if d := decimals(n.items[i].text); d > maxDecimals {
			c.advise(n.line, path, sectionPrecision, "has %d decimals; %d are a centimetre", d, maxDecimals)
			break
		}
	}
	return true
}

func decimals(number string) int {
	_, fraction, _ := strings.Cut(number, ".")
	digits, _, _ := strings.Cut(strings.ToLower(fraction), "e")
	return len(digits)
}

// positions checks the positions of a line and tells where it jumps around the
// globe. It reports whether all of them are positions.
func (c *checker) positions(n *node, path string) bool {
	good := n.kind == array
	c.each(n, path, func(i *node, path string) { good = c.position(i, path) && good })
	if !good {
		return false
	}
	for i := 1; i < len(n.items); i++ {
		if math.Abs(n.items[i].items[0].number-n.items[i-1].items[0].number) > 180 {
			c.advise(n.items[i].line, fmt.Sprintf("%s[%d]", path, i), sectionAntimeridan, "crosses the antimeridian, or goes around the globe; it should be cut there")
			break
		}
	}
	return true
}

func (c *checker) line(n *node, path string) {
	if c.positions(n, path) && len(n.items) == 1 {
		c.at(n.line, path, sectionLine, "is a line of one position")
	}
}

func (c *checker) polygon(n *node, path string) {
	if n.kind != array {
		c.at(n.line, path, sectionPolygon, "is %s, not an array of rings", n.kind)
		return
	}
	for i := range n.items {
		c.ring(&n.items[i], fmt.Sprintf("%s[%d]", path, i), i == 0)
	}
}

func (c *checker) ring(n *node, path string, exterior bool) {
	if !c.positions(n, path) {
		return
	}
	if len(n.items) < 4 {
		c.at(n.line, path, sectionPolygon, "is a ring of %d positions; it needs four", len(n.items))
		return
	}
	first, last := n.items[0].items, n.items[len(n.items)-1].items
	if first[0].number != last[0].number || first[1].number != last[1].number {
		c.at(n.line, path, sectionPolygon, "is a ring that is not closed: its last position is not its first")
		return
	}
	if area := area(n.items); area > 0 && !exterior {
		c.at(n.line, path, sectionPolygon, "is a hole that runs counter-clockwise")
	} else if area < 0 && exterior {
		c.at(n.line, path, sectionPolygon, "is an exterior ring that runs clockwise")
	}
}

// area is twice the area within a ring in square degrees, by the shoelace
// formula: above 0 if it runs counter-clockwise. Positions are taken relative to
// the first, which keeps the digits of a small ring far from 0, 0.
func area(ring []node) float64 {
	x0, y0 := ring[0].items[0].number, ring[0].items[1].number
	sum := 0.0
	for i := 1; i < len(ring); i++ {
		a, b := ring[i-1].items, ring[i].items
		sum += (a[0].number-x0)*(b[1].number-y0) - (b[0].number-x0)*(a[1].number-y0)
	}
	return sum
}

func join(path, name string) string {
	if path == "" {
		return name
	}
	return path + "." + name
}
