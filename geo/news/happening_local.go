package news

import (
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
		if p := s.localPlace(x); p != nil {
			x.place.Match = p.Match
			loosen(&x.place)
			x.place.Match.Kind, x.place.Match.Reason = geo.Variant, reasonStandIn
		}
	}
}

// localPlace returns the one place that an incident's country or province holds and that the
// sentences behind it name as somebody's office or home; nil if there is none, or several.
func (s *story) localPlace(x *incident) (only *geo.Place) {
	if x.carried || x.planned || x.group != 0 || x.kind.Family != "violence" || x.place.Match.Reason != "" || !x.place.Match.Located() || x.place.Match.Precision < geo.WithinAdm1 {
		return nil
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
				return nil
			}
			only = &n.toponym.Place
		}
	}
	return only
}
