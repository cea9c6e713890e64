package georss

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// item is an item that is being read.
type item struct{ markup.Item }

// Bounds on one item: a hostile one is of gigabytes.
const (
	mostText = 16 << 20
	deepest  = 64 // elements within elements
	deepNote = 2  // elements within the item whose text is a column
	mostList = 1 << 12
)

// between is what stands between the categories of an item.
const between = "; "

var (
	errLong = fmt.Errorf("an item has more than %d MiB", mostText>>20)
	errDeep = errors.New("elements are nested too deeply")
)

// items yields the items of a feed.
func items(file io.ReaderAt) iter.Seq2[*markup.Item, error] {
	return func(yield func(*markup.Item, error) bool) {
		d := markup.Decoder(io.NewSectionReader(file, 0, math.MaxInt64))
		for depth := 0; ; {
			t, err := d.Token()
			switch {
			case err == io.EOF && depth == 0:
				return
			case err != nil:
				yield(nil, damaged(err))
				return
			}
			switch t := t.(type) {
			case xml.EndElement:
				depth--
			case xml.StartElement:
				if !isItem(t.Name) {
					depth++
					continue
				}
				it := &item{}
				if err := it.read(d); err != nil {
					yield(nil, err)
					return
				}
				if !yield(&it.Item, nil) {
					return
				}
			}
		}
	}
}

// isItem reports whether an element is one of the items of a feed. A warning that
// stands alone is one itself.
func isItem(name xml.Name) bool {
	return name.Local == "item" || name.Local == "entry" || name.Local == "alert" && ofCAP(name)
}

// ofCAP reports whether an element is one of the Common Alerting Protocol, of any
// version.
func ofCAP(name xml.Name) bool { return strings.Contains(name.Space, "emergency:cap") }

// damaged says what is wrong with a feed that cannot be read on.
func damaged(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("the feed is damaged: %w", err)
}

// read reads an item up to its end.
func (it *item) read(d *xml.Decoder) error {
	var path []xml.Name
	var text bytes.Buffer
	leaf, size := false, 0
	for {
		t, err := d.Token()
		if err != nil {
			return damaged(err)
		}
		switch t := t.(type) {
		case xml.StartElement:
			if path = append(path, t.Name); len(path) > deepest {
				return errDeep
			}
			it.attributes(path, t.Attr)
			text.Reset()
			leaf = true
		case xml.CharData:
			text.Write(t)
			if size += len(t); size > mostText {
				return errLong
			}
		case xml.EndElement:
			if len(path) == 0 {
				return nil
			}
			if leaf {
				it.element(path, strings.TrimSpace(text.String()))
			}
			path, leaf = path[:len(path)-1], false
		}
	}
}

// attributes notes what Atom writes in them: where a link leads, and what a
// category is called.
func (it *item) attributes(path []xml.Name, all []xml.Attr) {
	attr := map[string]string{}
	for _, a := range all {
		attr[a.Name.Local] = a.Value
	}
	switch {
	case len(path) > 1:
	case path[0].Local == "link" && (attr["rel"] == "" || attr["rel"] == "alternate"):
		it.add("link", attr["href"])
	case path[0].Local == "category":
		it.add("category", firstOf(attr["label"], attr["term"]))
	}
}

func firstOf(a, b string) string {
	if a != "" {
		return a
	}
	return b
}

// element notes the text of an element that has none inside.
func (it *item) element(path []xml.Name, text string) {
	if text == "" {
		return
	}
	name := path[len(path)-1]
	if shape, err, is := position(name, text); is {
		if it.Shape == nil {
			it.Shape, it.Fault = shape, err
		}
		return
	}
	if len(path) <= deepNote || len(path) == deepNote+1 && ofCAP(name) {
		it.add(shortName(path), text)
	}
}

// add adds a value. An element that is there again is one more of a list, as
// categories are, or says no more than the first.
func (it *item) add(name, text string) {
	if text == "" {
		return
	}
	for i := range it.Values {
		v := &it.Values[i]
		switch {
		case v.Name != name:
		case name == "category" && len(v.Text) < mostList && !slices.Contains(strings.Split(v.Text, between), text):
			v.Text += between + text
			return
		default:
			return
		}
	}
	if len(it.Values) < markup.MostColumns {
		it.Values = append(it.Values, markup.Value{Name: name, Text: text})
	}
}

// positioned reports whether an item says where it was, be it by the name of an area
// that a warning is for.
func positioned(it *markup.Item) bool {
	lat, lon, area := false, false, false
	for _, v := range it.Values {
		last := v.Name[strings.LastIndexByte(v.Name, '.')+1:]
		lat, lon = lat || last == "lat", lon || last == "long" || last == "lon"
		area = area || last == "areaDesc" || centers[last] && isPair(v.Text)
	}
	return area || it.Shape != nil || lat && lon
}

// centers are elements of vocabularies of their own that have a pair of coordinates, such as
// the middle of a storm.
var centers = map[string]bool{"center": true, "centre": true, "point": true, "position": true, "coordinates": true, "latlong": true, "latlon": true}

// isPair reports whether a text is two numbers that can be degrees.
func isPair(text string) bool {
	points, err := pairs(text)
	return err == nil && len(points) == 1 && math.Abs(points[0].Lon()) <= 360 && math.Abs(points[0].Lat()) <= 90 && strings.Contains(text, ".")
}

// position reads an element of GeoRSS, GML or CAP, in which the latitude comes first;
// is is false for any other.
func position(name xml.Name, text string) (shape orb.Geometry, err error, is bool) {
	if !strings.Contains(name.Space, "georss") && !strings.Contains(name.Space, "gml") && !ofCAP(name) {
		return nil, nil, false
	}
	switch name.Local {
	case "circle": // a radius in kilometres follows its middle
		text, _, _ = strings.Cut(text, " ")
	case "point", "pos", "line", "polygon", "posList", "box":
	default:
		return nil, nil, false
	}
	points, err := pairs(text)
	switch {
	case err != nil:
		return nil, fmt.Errorf("%s %.40q: %w", name.Local, text, err), true
	case name.Local == "box" && len(points) == 2:
		return orb.Bound{Min: points[0], Max: points[1]}.ToPolygon(), nil, true
	case name.Local == "polygon" && len(points) > 3:
		return orb.Polygon{points}, nil, true
	case len(points) == 1:
		return points[0], nil, true
	}
	return orb.LineString(points), nil, true
}

var errPairs = errors.New("is not pairs of latitude and longitude")

func pairs(text string) ([]orb.Point, error) {
	numbers := strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == ',' || r == '\n' || r == '\t' || r == '\r' })
	if len(numbers) == 0 || len(numbers)%2 != 0 {
		return nil, errPairs
	}
	points := make([]orb.Point, len(numbers)/2)
	for i, n := range numbers {
		f, err := strconv.ParseFloat(n, 64)
		if err != nil || math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, errPairs
		}
		points[i/2][1-i%2] = f
	}
	return points, nil
}
