package importer

import (
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/build/lists"
	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/paulmach/orb"
)

// errSkipped is no error: the record is one that is not wanted.
type skipped string

func (s skipped) Error() string { return string(s) }

// whosOnFirst reads a record of Who's On First: a GeoJSON Feature. Records that
// are superseded, deprecated or not current, alternative geometries, and kinds of
// place without a name of their own, such as postal codes, are skipped.
//
// The place has GeoNames' number for an id if the record knows it, so that the
// same place of GeoNames is the same place.
func whosOnFirst(data []byte) (draft, error) {
	var f struct {
		Properties map[string]json.RawMessage
		Geometry   json.RawMessage
	}
	if err := json.Unmarshal(data, &f); err != nil {
		return draft{}, err
	}
	w := wofRecord(f.Properties)
	if why := w.unwanted(); why != "" {
		return draft{}, skipped(why)
	}
	d, err := w.draft()
	if err != nil || !isArea(d.Type) {
		return d, err
	}
	var g geoJSONGeometry
	if err := json.Unmarshal(f.Geometry, &g); err != nil {
		return d, fmt.Errorf("record %s: %w", w["wof:id"], err)
	}
	d.Area = g.area()
	return d, nil
}

// draft makes a place of a record, without its outline.
func (w wofRecord) draft() (d draft, err error) {
	d.standing = fromList
	if d.Type, d.Code = w.placeType(); d.Type == "" {
		return d, skipped("placetype " + w.text("wof:placetype"))
	}
	id := w.number("wof:id")
	if id <= 0 {
		return d, fmt.Errorf("no wof:id")
	}
	d.ID = fmt.Sprint("wof:", id)
	w.concordances(&d)
	w.areas(&d)
	d.Population = w.population()
	if d.Country = strings.ToUpper(w.first("wof:country", "iso:country")); !isCountryCode(d.Country) {
		d.Country = ""
	}
	if build.IsSettlement(d.Type) && d.Type != placetype.Neighbourhood {
		d.Type = lists.Settlement(d.Code, d.Population)
	}
	w.names(&d.Place)
	d.Codes = shortNames(d.Codes)
	if d.Name == "" {
		return d, fmt.Errorf("record %d has no name", id)
	}
	if err := w.point(&d.Place); err != nil {
		return d, fmt.Errorf("record %d: %w", id, err)
	}
	return d, nil
}

func isCountryCode(s string) bool {
	return len(s) == 2 && s[0] >= 'A' && s[0] <= 'Z' && s[1] >= 'A' && s[1] <= 'Z'
}

// wofRecord is the properties of a record.
type wofRecord map[string]json.RawMessage

func (w wofRecord) text(key string) string {
	var s string
	_ = json.Unmarshal(w[key], &s) // of another type, it says nothing
	return s
}

func (w wofRecord) first(keys ...string) string {
	for _, k := range keys {
		if s := w.text(k); s != "" {
			return s
		}
	}
	return ""
}

// number returns a number, which some records write as a string; 0 if it is none.
func (w wofRecord) number(key string) int64 {
	v, err := strconv.ParseFloat(strings.Trim(string(w[key]), `"`), 64)
	if err != nil || !(v > -1e15 && v < 1e15) {
		return 0
	}
	return int64(v)
}

func (w wofRecord) list(key string) []string {
	var l []string
	if json.Unmarshal(w[key], &l) != nil {
		if s := w.text(key); s != "" {
			return []string{s}
		}
	}
	return l
}

// unwanted says why a record is not read, empty if it is. A record that does not
// know whether it is current (-1) is.
func (w wofRecord) unwanted() string {
	var superseded []json.RawMessage
	_ = json.Unmarshal(w["wof:superseded_by"], &superseded)
	switch {
	case w["src:alt_label"] != nil:
		return "alternative geometry"
	case len(superseded) > 0:
		return "superseded"
	case string(w["mz:is_current"]) == "0":
		return "not current"
	}
	for _, key := range []string{"edtf:deprecated", "edtf:cessation"} {
		switch w.text(key) {
		case "", "u", "uuuu", "..", "open", "unknown":
		default:
			return strings.TrimPrefix(key, "edtf:")
		}
	}
	return ""
}

// wofTypes are the place types of Who's On First's kinds; those that are missing
// are not wanted.
var wofTypes = map[string]string{
	"continent": placetype.Continent, "ocean": placetype.Sea, "marinearea": placetype.Sea,
	"country": placetype.Country, "dependency": placetype.Country, "disputed": placetype.Region, "macroregion": placetype.Region,
	"region": placetype.Adm1, "macrocounty": placetype.Adm2, "county": placetype.Adm2, "localadmin": placetype.Adm2,
	"locality": placetype.Village, "borough": placetype.Neighbourhood, "macrohood": placetype.Neighbourhood, "neighbourhood": placetype.Neighbourhood, "microhood": placetype.Neighbourhood,
	"campus": placetype.Facility, "venue": placetype.Facility, "installation": placetype.Facility, "enclosure": placetype.Facility,
}

// placeType returns a record's type and GeoNames feature code.
func (w wofRecord) placeType() (placeType, code string) {
	placeType = wofTypes[w.text("wof:placetype")]
	code = featureCode(w.first("gn:feature_code", "gn:fcode", "qs_pg:gn_fcode"))
	switch {
	case placeType == placetype.Village && !strings.HasPrefix(code, "PPL"):
		code = ""
	case placeType == placetype.Village && lists.Settlement(code, 0) == placetype.Ruin:
		placeType = placetype.Ruin
	case placeType == placetype.Facility && w.known("icao:code", "iata:code"):
		placeType = placetype.Airport
	case placeType != placetype.Village:
		code = ""
	}
	return placeType, code
}

// known reports whether the record has one of these numbers of other lists.
func (w wofRecord) known(keys ...string) bool {
	var c map[string]json.RawMessage
	_ = json.Unmarshal(w["wof:concordances"], &c)
	return slices.ContainsFunc(keys, func(k string) bool { return c[k] != nil })
}

// concordances takes over what other lists call the place.
func (w wofRecord) concordances(d *draft) {
	var c map[string]json.RawMessage
	_ = json.Unmarshal(w["wof:concordances"], &c)
	others := wofRecord(c)
	if n := others.number("gn:id"); n > 0 {
		d.ids = append(d.ids, d.ID)
		d.ID = fmt.Sprint("gn:", n)
	}
	for _, key := range []string{"iata:code", "icao:code", "iso:id", "fips:code", "hasc:id"} {
		if code := others.text(key); code != "" && !slices.Contains(d.Codes, code) {
			d.Codes = append(d.Codes, code)
		}
	}
}

// areas takes the ids of the areas that hold the place from its hierarchy.
func (w wofRecord) areas(d *draft) {
	var hierarchies []wofRecord
	_ = json.Unmarshal(w["wof:hierarchy"], &hierarchies)
	for _, h := range hierarchies {
		for _, key := range []string{"county_id", "macrocounty_id", "localadmin_id"} {
			if n := h.number(key); n > 0 && d.Adm2 == "" {
				d.Adm2 = fmt.Sprint("wof:", n)
			}
		}
		if n := h.number("region_id"); n > 0 && d.Adm1 == "" {
			d.Adm1 = fmt.Sprint("wof:", n)
		}
	}
}

func (w wofRecord) population() int {
	for _, key := range []string{"wof:population", "gn:population", "qs_pg:gn_pop", "statoids:population"} {
		if n := w.number(key); n > 0 && n < 1e11 {
			return int(n)
		}
	}
	return 0
}

// wofNameKinds are the kinds of names in the order in which they are kept.
var wofNameKinds = []string{"preferred", "variant", "colloquial", "historical", "unknown"}

// names takes the English name for the main one, and then the record's own, the
// names in the languages of the place, in those of neighbours, and all others.
func (w wofRecord) names(p *build.Place) {
	own := w.text("wof:name")
	all := append(w.list("name:eng_x_preferred"), own)
	for _, kind := range wofNameKinds[1:] {
		all = append(all, w.list("name:eng_x_"+kind)...)
	}
	all = append(all, w.list("label:eng_x_preferred_longname")...)
	all = append(all, w.text("gn:name"), w.text("gn:asciiname"))
	for _, lang := range w.languages() {
		for _, kind := range wofNameKinds {
			all = append(all, w.list("name:"+lang+"_x_"+kind)...)
		}
		p.Codes = union(p.Codes, w.list("name:"+lang+"_x_abbreviation"))
	}
	p.Name = firstName(all)
	p.Aliases = naming.Clean(p.Name, all)
}

// languages returns the languages of a record's names: those that are official
// there first.
func (w wofRecord) languages() []string {
	langs := append(w.list("wof:lang_x_official"), w.list("wof:lang_x_spoken")...)
	others := map[string]bool{}
	for key := range w {
		if lang, _, ok := strings.Cut(strings.TrimPrefix(key, "name:"), "_x_"); ok && strings.HasPrefix(key, "name:") {
			others[lang] = true
		}
	}
	return union(langs, slices.Sorted(maps.Keys(others)))
}

// point takes the label point, or else the middle of the geometry.
func (w wofRecord) point(p *build.Place) (err error) {
	for _, source := range []string{"lbl:", "geom:"} {
		lat, lon := w[source+"latitude"], w[source+"longitude"]
		if lat == nil || lon == nil {
			continue
		}
		p.Lat, p.Lon, err = lists.ParsePoint(strings.Trim(string(lat), `"`), strings.Trim(string(lon), `"`))
		if err == nil && p.HasPoint() {
			return nil
		}
	}
	if err == nil {
		err = fmt.Errorf("no point")
	}
	return err
}

// firstName returns the first of names that can be a main name.
func firstName(names []string) string {
	for _, n := range names {
		if n = strings.TrimSpace(n); isName(n) {
			return n
		}
	}
	return ""
}

// geoJSONGeometry is a geometry of GeoJSON.
type geoJSONGeometry struct {
	Type        string
	Coordinates json.RawMessage
}

// area returns the polygons of a geometry, nil if it has none.
func (g *geoJSONGeometry) area() (area orb.MultiPolygon) {
	var err error
	switch g.Type {
	case "Polygon":
		var p orb.Polygon
		err = json.Unmarshal(g.Coordinates, &p)
		area = orb.MultiPolygon{p}
	case "MultiPolygon":
		err = json.Unmarshal(g.Coordinates, &area)
	}
	if err != nil || !onEarth(area) {
		return nil
	}
	return area
}

// onEarth reports whether an area has rings, and all of them lie on earth.
func onEarth(area orb.MultiPolygon) bool {
	for _, polygon := range area {
		if len(polygon) == 0 {
			return false
		}
		for _, ring := range polygon {
			if len(ring) < 4 || checkRing(ring) != nil {
				return false
			}
		}
	}
	return len(area) > 0
}

func checkRing(ring orb.Ring) error {
	return build.CheckArea(&build.Place{Area: orb.MultiPolygon{{ring}}})
}

// readWhosOnFirst reads a file that holds one record.
func (im *importer) readWhosOnFirst(f sourceFile, s *Source) {
	s.Kind = "Who's On First"
	data, err := io.ReadAll(io.LimitReader(f, maxFeature+1))
	if err == nil && len(data) > maxFeature {
		err = fmt.Errorf("a record of more than %d MB", maxFeature>>20)
	}
	var d draft
	if err == nil {
		d, err = whosOnFirst(data)
	}
	if _, skip := err.(skipped); skip {
		return
	}
	if err != nil {
		im.problem(in(f.name, err))
		return
	}
	im.take(d, s)
}

// maxFeature bounds a feature in bytes: Canada's coast in full has 60 MB.
const maxFeature = 256 << 20
