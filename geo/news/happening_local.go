package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
)

// localReach is how many sentences behind an incident those may speak who hold an office
// where it happened.
const localReach = 3

// localize moves what is only told of a country or province to the one town or district in it
// for which somebody holds an office who speaks of it, or where somebody lives who does:
// "A bomb killed six in Helmand. Amara Diallo, the mayor of Sangin, said …".
func (s *story) localize() {
	for i := range s.incidents {
		x := &s.incidents[i]
		if p, next := s.localPlace(x); p != nil && (next && s.opensWith(x) && !s.tellsNext(x) || !s.tellsFiner(x)) {
			x.place.Match = p.Match
			loosen(&x.place)
			x.place.Match.Kind, x.place.Match.Reason = geo.Variant, reasonStandIn
		}
	}
}

// localPlace returns the one place that an incident's country or province holds and that the
// sentences behind it name as somebody's office or home; nil if there is none, or several. It also
// reports whether the very next sentence does.
func (s *story) localPlace(x *incident) (only *geo.Place, next bool) {
	if x.carried || x.planned || x.group != 0 || x.kind.Family != "violence" || x.place.Match.Reason != "" || !x.place.Match.Located() || x.place.Match.Precision < geo.WithinAdm1 {
		return nil, false
	}
	for i := x.view.index; i <= x.view.index+localReach && i < len(s.views); i++ {
		v := &s.views[i]
		if i > x.view.index && v.opensAnew() {
			break
		}
		for k := range v.names {
			n := &v.names[k]
			if n.toponym == nil || !v.w.LocalOffice(n.lead.From, n.tail) || !s.locates(n.toponym) || !encloses(&x.place, &n.toponym.Place, false) {
				continue
			}
			if m := &n.toponym.Place.Match; m.Precision > geo.WithinAdm2 && !(m.Type == "adm1" && x.place.Match.Type == "country") || only != nil && only.Match.ID != m.ID {
				return nil, false
			}
			only = &n.toponym.Place
			next = next || i == x.view.index+1
		}
	}
	return only, next
}

// opensWith reports whether an incident is told by the sentence that opens a story, the headline
// left out.
func (s *story) opensWith(x *incident) bool {
	return x.view.index == 0 || !x.view.headline && s.views[x.view.index-1].headline
}

// tellsFiner reports whether a story tells of anything else in an incident's country or
// province.
func (s *story) tellsFiner(x *incident) bool {
	return slices.ContainsFunc(s.incidents, func(y incident) bool {
		return !y.carried && y.place.Match.Located() && encloses(&x.place, &y.place, false)
	})
}

// tellsNext reports whether the sentence behind that of an incident tells of something at a place of
// its own in the incident's country or province.
func (s *story) tellsNext(x *incident) bool {
	return slices.ContainsFunc(s.incidents, func(y incident) bool {
		return y.view.index == x.view.index+1 && !y.carried && y.kind.Family == x.kind.Family && y.place.Match.Located() && encloses(&x.place, &y.place, false)
	})
}
