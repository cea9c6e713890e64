package decisions

import (
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// parse reads what a row says.
func (f *Form) parse(r *formRow) (geo.Decision, error) {
	d := geo.Decision{
		Name:    f.cell(r, "name"),
		Within:  geo.Within{Country: f.cell(r, "country"), Adm1: f.cell(r, "adm1"), Adm2: f.cell(r, "adm2")},
		Event:   f.cell(r, "event"),
		PlaceID: f.cell(r, "place_id"),
		Note:    f.cell(r, "note"),
	}
	if strings.EqualFold(d.PlaceID, geo.NoPlace) {
		d.PlaceID = geo.NoPlace
	}
	lat, lon := f.cell(r, "lat"), f.cell(r, "lon")
	if lon == "" {
		lat, lon = pasted(lat)
	}
	switch {
	case lat == "" && lon == "":
		return d, named(&d)
	case d.PlaceID != "":
		return d, fmt.Errorf("%s has both a place_id and coordinates", called(&d))
	}
	y, err := degrees(lat, 90)
	if err != nil {
		return d, fmt.Errorf("%q is not a latitude", lat)
	}
	x, err := degrees(lon, 180)
	if err != nil {
		return d, fmt.Errorf("%q is not a longitude", lon)
	}
	d.Point, d.HasPoint = orb.Point{x, y}, true
	if d.RadiusM, err = metres(f.cell(r, "radius_m")); err != nil {
		return d, err
	}
	return d, named(&d)
}

// named refuses an answer to no question.
func named(d *geo.Decision) error {
	if d.Decided() && d.Question() == (geo.Question{}) {
		return errors.New("a decision without a name, or the id of an event, decides nothing")
	}
	return nil
}

// called returns what a decision is about, for a message.
func called(d *geo.Decision) string {
	if d.Name == "" {
		return "event " + strconv.Quote(d.Event)
	}
	return strconv.Quote(d.Name)
}

// pasted takes a cell apart that holds both coordinates, as maps give them to be
// pasted: "33.25, 44.5".
func pasted(cell string) (lat, lon string) {
	if a, b, two := strings.Cut(cell, ", "); two {
		return strings.TrimSpace(a), strings.TrimSpace(b)
	}
	if a, b, two := strings.Cut(cell, ","); two && strings.Contains(a, ".") && strings.Contains(b, ".") {
		return a, b
	}
	return cell, ""
}

var errNumber = errors.New("not such a number")

// degrees reads a number from -limit to limit, also one with the decimal comma
// and the long minus that spreadsheets of other countries write.
func degrees(s string, limit float64) (float64, error) {
	s = strings.Replace(s, "\u2212", "-", 1)
	if !strings.Contains(s, ".") {
		s = strings.Replace(s, ",", ".", 1)
	}
	x, err := strconv.ParseFloat(s, 64)
	if err != nil || !(math.Abs(x) <= limit) {
		return 0, errNumber
	}
	return x, nil
}

// earthM is half the way around the earth, in metres.
const earthM = 20_037_509

func metres(s string) (geo.Figure, error) {
	if s == "" {
		return geo.Figure{}, nil
	}
	m, err := degrees(s, earthM)
	if err != nil || m < 0 {
		return geo.Figure{}, fmt.Errorf("%q is not a radius in metres", s)
	}
	return geo.Known(int(math.Ceil(m))), nil
}
