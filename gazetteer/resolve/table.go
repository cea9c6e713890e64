package resolve

import (
	"cmp"
	"iter"
	"slices"

	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/recall"
	"github.com/dateline-map/dateline/geo"
)

// Table finds the places of one table's rows. Where a row does not say which
// country it is about, the other rows tell: a "Tripoli" among names of Lebanon
// is not the capital of Libya. It may be shared by any number of goroutines.
type Table struct {
	*Decided
	company []*toponym // places that the table is about
	land    string     // the country that most of them are in; empty if there are none
	share   float64    // of them all, that are in it
	rows    rowMemo
}

var _ geo.Locator = (*Table)(nil)

// What is kept of a table: so many of its names are resolved together, evenly
// taken from all, and so many of their places stand beside each row.
const (
	tableNames   = 240
	tableCompany = 24
	// companySure is the confidence from which a place is taken for what the
	// table is about.
	companySure = 0.7
	// mainLandShare is the share of the places from which on a country is the
	// table's own. Spellings are compared within a country of fewer: there, what is
	// found is only held against nothing at all.
	mainLandShare   = 0.8
	likelyLandShare = 0.6
	// spelledSure is the confidence in that country from which on a likeness is
	// taken: of the names of Syria's conflict events that the gazetteer lacks and
	// that are like others, half are right above it, and one in five below.
	spelledSure = 0.8
)

// Table looks through the places of a table. What it gathers does not depend on
// their order.
func (d *Decided) Table(places iter.Seq[geo.Place]) *Table {
	t := &Table{Decided: d}
	t.rows.all.Most = rowsUnits
	known := d.about(distinctPlaces(places))
	for i := range min(len(known), tableCompany) {
		m := known[i*len(known)/min(len(known), tableCompany)]
		t.company = append(t.company, d.anchor(&geo.Place{Match: m}))
	}
	t.land, t.share = mainLand(known)
	return t
}

// distinctPlaces returns tableNames of the different places, evenly taken from
// all in the order of their names.
func distinctPlaces(places iter.Seq[geo.Place]) []geo.Place {
	seen := map[rowKey]geo.Place{}
	for p := range places {
		if p.Name == "" && p.Match.Kind != geo.Given || len(seen) >= recall.MemoSize {
			continue
		}
		key := keyOf(&p)
		if _, ok := seen[key]; !ok {
			seen[key.clone()] = p
		}
	}
	all := make([]geo.Place, 0, len(seen))
	for key, p := range seen {
		p.Name, p.Relation, p.Kind, p.Other, p.Within = key.name, key.relation, key.kind, key.other, key.within
		all = append(all, p)
	}
	slices.SortFunc(all, func(a, b geo.Place) int {
		return cmp.Or(cmp.Compare(a.Name, b.Name), cmp.Compare(a.Within.Adm1, b.Within.Adm1), cmp.Compare(a.Within.Adm2, b.Within.Adm2),
			cmp.Compare(a.Within.Country, b.Within.Country), cmp.Compare(a.Kind, b.Kind), cmp.Compare(a.Other, b.Other), cmp.Compare(a.Relation, b.Relation))
	})
	n := min(len(all), tableNames)
	out := make([]geo.Place, n)
	for i := range n {
		out[i] = all[i*len(all)/n]
	}
	return out
}

// about returns the places that are likely meant, each once, by their ids.
func (d *Decided) about(places []geo.Place) []geo.Match {
	together := make([]*geo.Place, len(places))
	for i := range places {
		together[i] = &places[i]
	}
	d.Locate(together...)
	var known []geo.Match
	for _, p := range together {
		if m := p.Match; m.Located() && m.Country != "" && m.Type != placetype.Country && (m.Confidence >= companySure || m.Kind == geo.Given) {
			known = append(known, m)
		}
	}
	slices.SortFunc(known, func(a, b geo.Match) int {
		return cmp.Or(cmp.Compare(a.Country, b.Country), cmp.Compare(a.ID, b.ID), cmp.Compare(a.Point[0], b.Point[0]), cmp.Compare(a.Point[1], b.Point[1]))
	})
	return slices.CompactFunc(known, func(a, b geo.Match) bool { return a.ID == b.ID && a.Point == b.Point })
}

// mainLand returns the country that most of the matches are in, which are in the
// order of countries, and the share of them that are.
func mainLand(known []geo.Match) (land string, share float64) {
	n := 0.0
	for i := range known {
		if i == 0 || known[i].Country != known[i-1].Country {
			n = 0
		}
		if n += 1 / float64(len(known)); n > share {
			land, share = known[i].Country, n
		}
	}
	return land, share
}

// Locate implements [geo.Locator]. A row that says its country is located as it
// says.
func (t *Table) Locate(places ...*geo.Place) {
	t.heed(places)
	if len(places) == 1 {
		t.locateBesideOthers(places[0])
		t.locateOne(places[0], &t.Resolver.rows)
		return
	}
	t.Resolver.Locate(places...)
}

// LocateEach does for each of some rows what Locate does for one alone.
func (t *Table) LocateEach(rows []*geo.Place) {
	t.heed(rows)
	for _, p := range rows {
		t.locateBesideOthers(p)
	}
	t.Resolver.LocateEach(rows)
}

// locateBesideOthers locates a row that only the others tell the country of.
func (t *Table) locateBesideOthers(p *geo.Place) {
	if p.Match.Kind != geo.NotLookedFor || t.locateCoded(p) || p.Within.Country != "" || len(t.company) == 0 {
		return
	}
	t.rows.answer(p, t.answer).tell(p)
	t.tellUncoded(p)
}

// answer locates a row that does not say its country.
func (t *Table) answer(row *geo.Place) *rowAnswer {
	p := *row
	if p.Within != (geo.Within{}) {
		if t.saysWhere(p.Within) {
			return t.withinLand(p)
		}
		// A district of the police, or a zone of a project, tells nothing.
		p.Within = geo.Within{Country: t.land}
		if found := t.besideOthers(p); found.match.Located() && found.match.Reason != ReasonPlacedAtLand {
			return found
		}
		p.Within = geo.Within{}
	}
	return t.besideOthers(p)
}

// besideOthers locates a row beside the places that the table is about.
func (t *Table) besideOthers(p geo.Place) *rowAnswer {
	s := t.newStory([]*geo.Place{&p}, nil)
	if s.toponyms[0].namedWithin() != nil {
		t.Resolver.Locate(&p)
		return &rowAnswer{match: p.Match, relation: p.Relation}
	}
	for _, other := range t.company { // a copy, for what it may mean is judged anew beside each name
		own := *other
		own.cands = slices.Clone(other.cands)
		s.toponyms = append(s.toponyms, &own)
	}
	s.choose()
	found := &rowAnswer{match: s.match(0), relation: s.relation(0)}
	if seat := s.toponyms[0].seat(); seat != nil && found.match.Located() {
		m := s.matchOf(seat, &p)
		m.Confidence, m.Candidates = found.match.Confidence, found.match.Candidates
		m.RadiusM = doubted(&m)
		found.match = m
	}
	if !found.match.Located() && query.NotAName(p.Name) == "" {
		return cmp.Or(t.spelledOtherwise(p), found)
	}
	return found
}

// spelledOtherwise locates a name that is nowhere spelled so in the table's own
// country, as if the row said it: within one country a likeness of spelling says
// more. It returns nil if nothing is found there, or the table has no such country.
func (t *Table) spelledOtherwise(p geo.Place) *rowAnswer {
	if t.share < likelyLandShare {
		return nil
	}
	p.Within.Country = t.land
	t.Resolver.Locate(&p)
	if p.Match.Confidence < spelledSure || p.Match.Reason != "" {
		return nil
	}
	p.Match.Confidence *= t.share * t.share
	return &rowAnswer{match: p.Match, relation: p.Relation}
}

// seat returns the settlement of the same name in the province or district that a
// cell seems to name: one that means the area says so, or stands in a column of
// areas. It is nil if there is none.
func (t *toponym) seat() *candidate {
	area := t.best()
	if area == nil || placetype.KindOf(area.Type)&(geo.KindAdm1|geo.KindAdm2) == 0 || t.kindSaid() != "" {
		return nil
	}
	var seat *candidate
	for i := range t.cands {
		c := &t.cands[i]
		within := c.Adm1 == area.Ref || c.Adm2 == area.Ref
		if within && placetype.KindOf(c.Type) == geo.KindSettlement && c.spelled() && c.fits() && (seat == nil || c.p > seat.p) {
			seat = c
		}
	}
	return seat
}

// saysWhere reports whether an area that a row lies in is known in the table's own country,
// or the table has none.
func (t *Table) saysWhere(w geo.Within) bool {
	if t.share < mainLandShare {
		return true
	}
	w.Country = t.land
	held := t.areas.Of(w)
	return len(held.Adm1)+len(held.Adm2) > 0
}

// withinLand locates a row that says its province or district: in the table's
// own country, unless nothing is found there.
func (t *Table) withinLand(p geo.Place) *rowAnswer {
	alone := p
	if t.share >= mainLandShare {
		p.Within.Country = t.land
		t.Resolver.Locate(&p)
		if p.Match.Located() && p.Match.Reason != ReasonPlacedAtLand {
			return &rowAnswer{match: p.Match, relation: p.Relation}
		}
	}
	t.Resolver.Locate(&alone)
	return &rowAnswer{match: alone.Match, relation: alone.Relation}
}
