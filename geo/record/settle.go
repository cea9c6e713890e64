package record

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/geometry"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// What the cells of whole columns decide once it is known which column is what: how their
// dates count, what their coordinates are of and in which order.

// settle decides what depends on whole columns.
func (u *understander) settle() {
	p := &u.t.plan
	p.serials, p.calendars = map[int]when.Serial{}, map[int]calendar{}
	for _, r := range []Role{Date, Start, End} {
		if col := p.col(r); col >= 0 {
			u.settleSerial(col)
			u.settleCalendar(col)
			u.yearless(col)
		}
	}
	if col := p.col(Coordinates); col >= 0 {
		u.settleOrderOfPair(col)
	}
	u.settleWeekday()
	u.settleZone()
	u.settleTown()
	u.settleLinks()
	u.settleLands()
	u.settleUnits()
	u.settleKindOfAll()
	u.settleEncoding()
	u.settleTitles()
	p.parties = u.bothParties()
	p.whether = p.has(Killed) && u.saysWhether(p.col(Killed))
	p.whose = u.whose(p.col(Lat))
	if u.layers && u.t.Schema == layerSchema {
		p.layer = layerColumnsOf(u.t, slices.ContainsFunc(u.sample, func(r *row.Row) bool { return r.Geometry != nil }))
	}
	if col := p.col(PlacePrecision); col >= 0 {
		p.placeScale = u.scaleOf(col, u.t.Columns[col].Name)
		p.vicinity = -1
		if p.placeScale == scaleGTD {
			p.vicinity = slices.IndexFunc(u.t.Columns, func(c Column) bool { return headers.Words(c.Name) == "vicinity" })
		}
	}
	if col := p.col(DatePrecision); col >= 0 {
		p.dateScale = u.scaleOf(col, u.t.Columns[col].Name)
	}
	if col := p.col(Type); col >= 0 {
		if p.codes = kinds.CodesOf(u.t.Columns[col].Name); p.codes == kinds.NoCodes && u.only(col, kinds.IsHazard) {
			p.codes = kinds.HazardCodes
		}
	}
}

// settleSerial finds out what a column of dates counts that has only numbers: days
// as Excel does, or time since 1970.
func (u *understander) settleSerial(col int) {
	p, c := &u.t.plan, &u.t.Columns[col]
	if u.only(col, excelSerial) {
		p.serials[col] = when.Excel1900
	}
	s, ok := u.stamps(col)
	if !ok || s == when.UnixSeconds && c.Why != "told" && u.only(col, digitClock) {
		return
	}
	p.serials[col] = s
	c.Why = strings.TrimPrefix(c.Why+"; "+stampsWhy[s], "; ")
	if midnight := u.only(col, func(cell string) bool { return atMidnight(cell, s) }); !midnight {
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("column %q has %s, which may be the day before or after where it was", c.Name, stampsWhy[s]))
	}
}

// settleZone finds the zone that the header of eastings or northings names for all
// rows, if both do not name different ones.
func (u *understander) settleZone() {
	p := &u.t.plan
	for _, col := range []int{p.col(Easting), p.col(Northing)} {
		if col < 0 {
			continue
		}
		m := zoneInHeader().FindStringSubmatch(u.t.Columns[col].Name)
		switch {
		case m == nil:
		case p.gridZone != "" && !strings.EqualFold(p.gridZone, m[1]):
			p.gridZone = ""
			return
		default:
			p.gridZone = m[1]
		}
	}
}

// settleTown finds the column of the towns that finer places are in.
func (u *understander) settleTown() {
	p, v := &u.t.plan, headers.Vocab()
	ofTowns := func(col int) bool { return v.Any(headers.Words(u.t.Columns[col].Name), headers.TownWord) }
	p.town = -1
	if places := p.cols[Place]; len(places) > 1 && !u.listed(places[0]) {
		fine := func(col int) int {
			if ofTowns(col) {
				return -1
			}
			return u.streets(col)
		}
		slices.SortStableFunc(places, func(a, b int) int { return cmp.Compare(fine(b), fine(a)) })
	}
	places := p.cols[Place]
	if len(places) < 2 || ofTowns(places[0]) {
		return
	}
	if i := slices.IndexFunc(places, ofTowns); i > 0 {
		p.town = places[i]
	} else if u.streets(places[0]) > u.streets(places[1]) && !u.most(places[1], func(s string) bool { return strings.Contains(s, ", ") }) {
		p.town = places[1] // a quarter, or a village; what says itself what it lies in is the place once more
	}
}

// listed reports whether a column is one of the data set that the table is of, which
// says itself which of its places is looked at first.
func (u *understander) listed(col int) bool {
	return strings.HasPrefix(u.t.Columns[col].Why, whyListed)
}

// streets returns 1 of a column of streets, addresses or buildings, which are finer than all
// else, however the header is worded; else 0.
func (u *understander) streets(col int) int {
	words := headers.Words(u.t.Columns[col].Name)
	if anyWord(words, streetWords) || anyWord(words, siteWords) && !headers.Vocab().Any(words, headers.SettlementWord) { // "Village of the school"
		return 1
	}
	return 0
}

// whose returns how precise coordinates are of which the latitude stands in a
// column: as an area if the header says that they are an area's middle, as
// "country.location.lat" and "Province Latitude" do.
func (u *understander) whose(col int) geo.Precision {
	if col < 0 {
		return geo.ExactPlace
	}
	for word := range strings.FieldsSeq(headers.Words(u.t.Columns[col].Name)) {
		switch headers.Vocab().Headers.Of(word).Role {
		case Country:
			return geo.WithinCountry
		case Adm1:
			return geo.WithinAdm1
		case Adm2:
			return geo.WithinAdm2
		}
		if word == "centroid" || word == "centroide" {
			return u.finest()
		}
	}
	return geo.ExactPlace
}

// finest returns how precise the finest names of the table are.
func (u *understander) finest() geo.Precision {
	p := &u.t.plan
	switch {
	case p.has(Place):
		return geo.ExactPlace
	case p.anyOf(Adm3, Adm2):
		return geo.WithinAdm2
	case p.has(Adm1):
		return geo.WithinAdm1
	case p.has(Country):
		return geo.WithinCountry
	}
	return geo.ExactPlace
}

// settleOrderOfPair finds which coordinate comes first in a column of pairs: as
// its header says, or as a value proves that can be no latitude.
func (u *understander) settleOrderOfPair(col int) {
	name := headers.Words(headers.LastPart(u.t.Columns[col].Name))
	first := strings.HasPrefix(name, "lon") || strings.HasPrefix(name, "lng") || strings.HasPrefix(name, "x")
	geoJSON := name == "coordinates" && strings.Contains(u.t.Columns[col].Name, ".")
	straight, _ := u.share(col, func(s string) bool { _, err := geometry.OfCell(s, false); return err == nil })
	turned, _ := u.share(col, func(s string) bool { _, err := geometry.OfCell(s, true); return err == nil })
	u.t.plan.lonFirst = first || geoJSON || turned > straight
}

// zoneInHeader matches the zone of a grid in the header of a column of metres: "Easting
// (37N)", "X UTM 38N", "utm_37n_x".
var zoneInHeader = pattern.New(`(?i)(?:^|[^\pL\d]|utm|zone)(\d{1,2} ?[C-HJ-NP-X])(?:$|[^\pL\d])`)

// siteWords are those of headers of buildings, in the form of headers.Words.
var siteWords = []string{"school", "ecole", "escuela", "hospital", "clinic", "facility", "etablissement", "establecimiento", "venue", "landmark", "building"}

// streetWords are those of headers of streets and addresses.
var streetWords = []string{"street", "address", "rue", "adresse", "strasse", "straße", "anschrift", "calle", "direccion", "domicilio", "rua", "logradouro", "endereco",
	"indirizzo", "strada", "straat", "adres", "ulica", "sokak", "cadde", "улица", "адрес", "вулиця", "адреса"}
