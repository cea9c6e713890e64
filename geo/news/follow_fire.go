package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo/news/en"
)

// inheritFire gives what is told without how it was done, in a story of little but shelling and strikes from
// afar, the kind of these that it tells of most often: "Drones hit Gao and Mopti. In Kidal, two were killed."
func (s *story) inheritFire() {
	fire, toll := s.usualFire(), s.types.Toll()
	if fire == nil {
		return
	}
	for i := range s.incidents {
		if x := &s.incidents[i]; x.kind == toll && x.weak && !x.planned && !x.actor2.side.Armed() && x.view.unsaidHow(toll.Family) {
			x.kind = fire
		}
	}
}

// fireOf is of how many deeds of arms all but one must be fire from afar for a story to tell of little else.
const fireOf = 3

// usualFire returns what a story tells of most often, if that is fire from afar, told twice or more, and
// it tells of little else that is done by arms; nil if it is not so.
func (s *story) usualFire() *en.Kind {
	var most *en.Kind
	count := map[*en.Kind]int{}
	afar, all := 0, 0
	for i := range s.incidents {
		x := &s.incidents[i]
		if toll := s.types.Toll(); toll == nil || x.kind.Family != toll.Family || x.kind == toll && x.weak || x.planned {
			continue
		}
		if all++; !x.kind.Afar {
			continue
		}
		afar++
		if count[x.kind]++; most == nil || count[x.kind] > count[most] {
			most = x.kind
		}
	}
	if afar < 2 || afar*fireOf < all*(fireOf-1) {
		return nil
	}
	return most
}

// unsaidHow reports whether a sentence says of no deed of a family by what or by whom in arms it was done.
func (v *view) unsaidHow(family string) bool {
	return !rebels(v.actors) && !slices.ContainsFunc(v.triggers, func(t en.Trigger) bool {
		return t.Kind.Family == family && (t.Tool || !t.Weak)
	})
}
