package importer

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"

	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/borders"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/internal/same"
	"github.com/paulmach/orb"
	"github.com/paulmach/orb/planar"
)

// readNaturalEarth reads ne_10m_admin_1_states_provinces. Natural Earth has
// departments where others count regions; a unit that lies in an ADM1 of another
// name is an ADM2.
func (im *importer) readNaturalEarth(f sourceFile, s *Source) {
	s.Kind = "Natural Earth"
	finder := newWithin(im.atlas)
	for u, err := range lists.NaturalEarth(f) {
		if !im.goOn() {
			return
		}
		if err != nil {
			im.problem(in(f.name, jsonCause(err)))
			continue
		}
		if d, ok := unitDraft(&u); ok {
			finder.fitUnit(&d)
			im.take(d, s)
		}
	}
}

// unitDraft makes a place of a unit; not of those without a name.
func unitDraft(u *lists.Unit) (draft, bool) {
	d := draft{standing: fromList}
	d.ID, d.Name, d.Type, d.Country = u.ID, u.Name, placetype.Adm1, u.Country
	d.Lon, d.Lat, d.Area = u.Label[0], u.Label[1], u.Area
	d.Aliases = naming.Clean(u.Name, u.Aliases)
	if u.GeoNames > 0 {
		d.ids, d.ID = []string{d.ID}, fmt.Sprint("gn:", u.GeoNames)
	}
	return d, isName(u.Name) && d.HasPoint() && onEarth(u.Area)
}

// fitUnit makes a unit an ADM2 if it is none of the ADM1 around it.
func (w *within) fitUnit(d *draft) {
	i := w.adm1.At(orb.Point{d.Lon, d.Lat})
	if i < 0 {
		return
	}
	around := w.atlas.entries[w.land1[i]]
	if around.Country == d.Country && !same.ShareKey(identityKeys(&d.Place), around.keys) && w.atlas.byIDs(d) < 0 {
		d.Type, d.Adm1 = placetype.Adm2, around.ID
	}
}

// ownFeature is a feature of one's own GeoJSON.
type ownFeature struct {
	Type       string
	ID         json.RawMessage
	Properties map[string]json.RawMessage
	Geometry   geoJSONGeometry
}

// readGeoJSON reads one's own GeoJSON: a FeatureCollection, a Feature, or
// features one after another. Properties are what columns are to a table.
func (im *importer) readGeoJSON(f sourceFile, s *Source) {
	s.Kind = "own GeoJSON"
	dec := json.NewDecoder(skipBOM(f.Reader))
	n := 0
	for im.goOn() {
		var raw json.RawMessage
		err := dec.Decode(&raw)
		if err == io.EOF {
			return
		}
		if err != nil {
			im.problem(in(f.name, fmt.Errorf("feature %d: %w", n+1, err)))
			return
		}
		im.eachFeature(raw, func(feature ownFeature, err error) {
			n++
			if err == nil {
				err = im.takeFeature(&feature, s)
			}
			if err != nil {
				im.problem(in(f.name, fmt.Errorf("feature %d: %w", n, jsonCause(err))))
			}
		})
	}
}

// eachFeature yields the features of a GeoJSON object.
func (im *importer) eachFeature(raw json.RawMessage, yield func(ownFeature, error)) {
	var c struct {
		Type     string
		Features []json.RawMessage
	}
	if err := json.Unmarshal(raw, &c); err != nil {
		yield(ownFeature{}, err)
		return
	}
	if c.Type != "FeatureCollection" {
		c.Features = []json.RawMessage{raw}
	}
	for _, r := range c.Features {
		var f ownFeature
		err := json.Unmarshal(r, &f)
		if err == nil && f.Type != "Feature" {
			err = errors.New("is no GeoJSON feature")
		}
		yield(f, err)
	}
}

// takeFeature takes in the place of a feature.
func (im *importer) takeFeature(f *ownFeature, s *Source) error {
	row := fields{}
	for _, key := range slices.Sorted(maps.Keys(f.Properties)) {
		row.set(columnOf(key), scalar(f.Properties[key]))
	}
	if row.first(idColumn) == "" {
		row.set(idColumn, scalar(f.ID))
	}
	area := f.Geometry.area()
	if at, ok := f.Geometry.point(area); ok {
		row[latColumn] = []string{strconv.FormatFloat(at[1], 'f', -1, 64)}
		row[lonColumn] = []string{strconv.FormatFloat(at[0], 'f', -1, 64)}
	}
	return im.takeOwn(row, area, s)
}

// scalar returns a JSON string or number as text, and nothing for others.
func scalar(raw json.RawMessage) string {
	var s string
	if json.Unmarshal(raw, &s) == nil {
		return s
	}
	var n json.Number
	if json.Unmarshal(raw, &n) == nil {
		return n.String()
	}
	return ""
}

// point returns a point, or the middle of an area if that lies in it, or else
// the middle of the widest stretch of the area at that height.
func (g *geoJSONGeometry) point(area orb.MultiPolygon) (orb.Point, bool) {
	if g.Type == "Point" {
		var p orb.Point
		err := json.Unmarshal(g.Coordinates, &p)
		return p, err == nil
	}
	if area == nil {
		return orb.Point{}, false
	}
	return pointIn(area), true
}

func pointIn(area orb.MultiPolygon) orb.Point {
	middle, _ := planar.CentroidArea(area)
	if borders.Holds(area, middle) {
		return middle
	}
	best, widest := middle, 0.0
	for _, polygon := range area {
		b := polygon.Bound()
		y := (b.Min[1] + b.Max[1]) / 2
		if x, width := widestStretch(polygon, y); width > widest {
			best, widest = orb.Point{x, y}, width
		}
	}
	return best
}

// widestStretch returns the middle of the longest piece of a parallel that lies
// in a polygon, and its length in degrees.
func widestStretch(polygon orb.Polygon, y float64) (x, width float64) {
	var xs []float64
	for _, ring := range polygon {
		for i := 1; i < len(ring); i++ {
			a, b := ring[i-1], ring[i]
			if (a[1] > y) != (b[1] > y) {
				xs = append(xs, a[0]+(y-a[1])/(b[1]-a[1])*(b[0]-a[0]))
			}
		}
	}
	slices.Sort(xs)
	for i := 0; i+1 < len(xs); i += 2 {
		if w := xs[i+1] - xs[i]; w > width {
			x, width = (xs[i]+xs[i+1])/2, w
		}
	}
	return x, width
}
