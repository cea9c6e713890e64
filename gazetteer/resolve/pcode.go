package resolve

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// Confidence of a match by P-code. What a code means is certain; that another
// spelling of it means the same is as likely as that a row lies in the area that
// it says. Where a row gives the code of one unit and the name of another, one of
// them is wrong, and nobody can tell which.
const (
	codeConfidence     = 1
	otherwiseCoded     = areaConfidence
	disputedConfidence = 0.5
)

// codedKey is all of a place with P-codes that its match depends on.
type codedKey struct {
	row   rowKey
	codes geo.Codes
}

func (k codedKey) clone() codedKey {
	k.row = k.row.clone()
	in := &k.codes.Within
	for _, s := range []*string{&k.codes.Own, &in.Adm1, &in.Adm2, &in.Adm3} {
		*s = strings.Clone(*s)
	}
	return k
}

// locateCoded finds a place by its P-codes, if it has some that the gazetteer
// knows, and reports whether it did. The finest of them holds, whatever names
// stand beside it: a place that is named as well is looked for in that unit
// alone, and the unit stands for one that is not found there.
func (r *Resolver) locateCoded(p *geo.Place) bool {
	if p.Codes == nil || p.Match.Kind != geo.NotLookedFor || r.codes.levels == 0 {
		return false
	}
	key := codedKey{keyOf(p), *p.Codes}
	answer, known := r.codes.rows.Get(key)
	if !known {
		answer = r.answerCoded(p)
		r.codes.rows.Put(key.clone(), answer, 2)
	}
	if answer.match.Kind == geo.NotLookedFor {
		return false
	}
	p.Match, p.Relation = answer.match, cmp.Or(p.Relation, answer.relation)
	return true
}

// answerCoded returns the zero answer if no code is known.
func (r *Resolver) answerCoded(p *geo.Place) rowAnswer {
	u, ok := r.unitCoded(p.Codes.Own, scope.AnyLevel, p)
	if ok && (p.Kind != "" || r.isCalled(p.Name, &u, p)) {
		return rowAnswer{match: r.matchCoded(&u, r.disputed(p, &u, p.Name))}
	}
	if !ok {
		u, ok = r.holderCoded(p)
	}
	if !ok {
		return rowAnswer{}
	}
	elsewhere := ""
	if p.Name != p.Codes.Own {
		answer, found := r.insideCoded(p, &u)
		if found == scope.Yes {
			return answer
		}
		if found == scope.No {
			elsewhere = p.Name
		}
	}
	m := r.matchCoded(&u, cmp.Or(elsewhere, r.disputed(p, &u, "")))
	if m.Reason == "" && m.Located() {
		m.Reason = reasonAt(&u.Place, ReasonPlacedAtNearby)
		m.RadiusM = geo.Known(int(fallbackRadiusM(&u.Place, m.Precision)))
		m.Confidence = min(m.Confidence, areaConfidence)
	}
	return rowAnswer{match: m}
}

// isCalled reports whether a row calls a unit or a settlement by its name or its
// code, and not something in it.
func (r *Resolver) isCalled(name string, u *unitCoded, p *geo.Place) bool {
	if name == p.Codes.Own || placetype.KindOf(u.Type)&(geo.KindAdm1|geo.KindAdm2) == 0 {
		return true
	}
	called := r.areas.Find(name, scope.AnyLevel, r.areas.Find(u.Country, scope.LandLevel, nil))
	return slices.ContainsFunc(called, func(c gazetteer.Place) bool { return c.Ref == u.Ref })
}

// holderCoded returns the finest unit that a place is said to lie in by its code.
func (r *Resolver) holderCoded(p *geo.Place) (unitCoded, bool) {
	in := &p.Codes.Within
	for _, c := range []struct {
		code string
		l    scope.Level
	}{{in.Adm3, scope.Adm2Level}, {in.Adm2, scope.Adm2Level}, {in.Adm1, scope.Adm1Level}} {
		if u, ok := r.unitCoded(c.code, c.l, p); ok {
			return u, true
		}
	}
	return unitCoded{}, false
}

// insideCoded looks for a named place in a unit. The answer is no if what has the
// name lies elsewhere, and unsaid if nothing has it.
func (r *Resolver) insideCoded(p *geo.Place, u *unitCoded) (rowAnswer, scope.Answer) {
	in := *p
	in.Codes, in.Within = nil, geo.Within{Country: u.Country, Adm1: r.nameOf(u.Adm1), Adm2: r.nameOf(u.Adm2)}
	found := *r.rowMatch(&in)
	m := &found.match
	ref, known := r.byID(m.ID)
	if !known || m.Reason != "" || m.ID == u.ID || !m.Located() {
		return found, scope.Unsaid
	}
	if place := r.x.Place(ref); !r.holds(&u.Place, &place) {
		return found, scope.No
	}
	m.PCodes = merged(r.pcodesOf(&u.Place), m.PCodes)
	if r.disputed(p, u, "") != "" {
		m.Reason, m.Confidence = ReasonPCodeDisputed, min(m.Confidence, disputedConfidence)
	}
	return found, scope.Yes
}

// holds reports whether a place lies in a unit: by what lists say, by the unit's
// outline, which may be wrong by a little, or if it has none by the distance.
func (r *Resolver) holds(unit, p *gazetteer.Place) bool {
	switch in := scope.Inside(p, unit); {
	case in == scope.Yes:
		return true
	case !unit.Located || !p.Located:
		return !unit.Located && p.Country == unit.Country
	case len(r.x.Area(unit.Ref)) == 0:
		return in == scope.CloseTo
	}
	near := around(p.Point)
	return slices.ContainsFunc(append(near[:], p.Point), func(at orb.Point) bool {
		in := r.x.Reverse(at)
		return slices.Contains([]gazetteer.Ref{in.Adm1, in.Adm2, in.Adm3}, unit.Ref)
	})
}

// matchCoded returns the match of a unit, against which a row says something other;
// "" if it does not. A unit without a point is placed at what it lies in.
func (r *Resolver) matchCoded(u *unitCoded, other string) geo.Match {
	at, reason := u.Place, ""
	for !at.Located && at.Parent != 0 {
		at = r.x.Place(at.Parent)
		reason = reasonAt(&at, ReasonPlacedAtNearby)
	}
	if !at.Located {
		return geo.Match{Kind: geo.Unresolved, Reason: ReasonUnknownPCode}
	}
	m := r.matchPlace(&at)
	m.Kind, m.Reason, m.Confidence, m.PCodes = geo.Coded, reason, codeConfidence, r.pcodesOf(&u.Place)
	if reason != "" {
		m.RadiusM = geo.Known(int(fallbackRadiusM(&at, m.Precision)))
	}
	if placetype.KindOf(at.Type) == geo.KindAdm2 {
		m.Point = middle(r.x, &at)
	}
	if !u.exact {
		m.Confidence = otherwiseCoded
	}
	if other != "" {
		m.Reason, m.Confidence = ReasonPCodeDisputed, disputedConfidence
	}
	if other != "" || r.o.Explain {
		m.Candidates = []geo.Candidate{r.candidateCoded(&at, u, other, m.Confidence)}
	}
	return m
}

// candidateCoded says why a unit is meant, and what the row says against it.
func (r *Resolver) candidateCoded(p *gazetteer.Place, u *unitCoded, other string, probability float64) geo.Candidate {
	why := []string{fmt.Sprintf("its P-code is %s, as the row says", u.code)}
	if !u.exact {
		why[0] = fmt.Sprintf("its P-code is %s, and %s can be no other", u.code, u.written)
	}
	if other != "" {
		why = append(why, fmt.Sprintf("the row says %q, which is not there", other))
	}
	return geo.Candidate{
		ID: p.ID, Name: p.Name, Type: p.Type, Country: p.Country, Adm1: r.nameOf(p.Adm1),
		Point: p.Point, Probability: probability, Why: why,
	}
}

// disputed returns what a row says that is not so of the unit whose code it gives:
// the name or the code of another unit, or another country. It is empty if nothing is. A name that is not known at all may be a
// spelling, and disputes nothing.
func (r *Resolver) disputed(p *geo.Place, u *unitCoded, name string) string {
	if said := r.areas.Find(p.Within.Country, scope.LandLevel, nil); len(said) > 0 && !lies(u.Country, said) {
		return p.Within.Country
	}
	l := scope.Adm2Level
	if u.Type == placetype.Adm1 {
		l = scope.Adm1Level
	}
	for _, c := range []struct {
		said string
		l    scope.Level
		is   gazetteer.Ref
	}{{name, l, u.Ref}, {p.Within.Adm2, scope.Adm2Level, u.Adm2}, {p.Within.Adm1, scope.Adm1Level, u.Adm1}} {
		if c.said != p.Codes.Own && c.is != 0 && r.isAnother(c.said, c.l, c.is) {
			return c.said
		}
	}
	if over, ok := r.unitCoded(p.Codes.Within.Adm1, scope.Adm1Level, p); ok && u.Adm1 != 0 && over.Ref != u.Adm1 {
		return p.Codes.Within.Adm1
	}
	return ""
}

// isAnother reports whether a name is that of units, but not of the one meant nor
// of anything in it.
func (r *Resolver) isAnother(name string, l scope.Level, meant gazetteer.Ref) bool {
	unit := r.x.Place(meant)
	others := 0
	for _, c := range r.areas.Find(name, l, r.areas.Find(unit.Country, scope.LandLevel, nil)) {
		switch {
		case c.Ref == meant, c.Parent == meant, c.Adm1 == meant, c.Adm2 == meant:
			return false
		case c.Type == unit.Type:
			others++
		}
	}
	return others > 0
}

// tellUncoded gives the reason of its own to a place that nothing but a P-code
// names, if it was not found.
func (r *Resolver) tellUncoded(p *geo.Place) {
	switch {
	case p.Codes == nil || p.Name != p.Codes.Own || p.Match.Kind != geo.Unresolved:
	case r.codes.levels == 0:
		p.Match.Reason, p.Match.Answer = ReasonNoPCodes, 0
	default:
		p.Match.Reason, p.Match.Answer = ReasonUnknownPCode, 0
	}
}
