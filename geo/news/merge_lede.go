package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
)

// ledeReach is how many sentences behind a story's opening one tell what it sums up.
const ledeReach = 6

// withoutLede makes what the opening sentence tells of a country or province, or on some
// side of a city, one with what the next ones tell of the only place in it, where these
// count no dead: "Gunmen killed 40 soldiers in northern Mali. They overran the camp at
// Gao." The toll is that of the place.
func (s *story) withoutLede(all []incident) []incident {
	i := slices.IndexFunc(all, func(x incident) bool { return !x.view.headline })
	if i < 0 || !s.sumsUp(&all[i]) {
		return all // "bombings and shootings in Iraq" are not one in Gao
	}
	x := &all[i]
	var best *incident
	for k := i + 1; k < len(all); k++ {
		y := &all[k]
		if y.view == x.view || y.view.index-x.view.index > ledeReach {
			break
		}
		if y.planned || !s.detail(y) || y.otherDay(x) || x.kind.Type == "Explosions/Remote violence" && !x.weak && y.kind.Family == "territory" || (y.killedAny() || best != nil) && y.said && !y.when.Overlaps(x.when) || !encloses(&x.place, &y.place, false) && !vaguely(&x.place, &y.place) {
			continue
		}
		if y.killedAny() {
			return all
		}
		if best == nil || y.kind.Family == x.kind.Family && best.kind.Family != x.kind.Family {
			best = y
		}
	}
	if best == nil {
		return all
	}
	best.killed = x.killed
	if best.wounded == (geo.Count{}) {
		best.wounded = x.wounded
	}
	if x.said && !best.said {
		best.when, best.said = x.when, true
	}
	best.told = append(best.told, x.told...)
	x.spot().moved(all, best, best.view)
	return slices.Delete(all, i, i+1)
}

// spot is the place of a sentence's happening, as it was said there.
type spot struct {
	view  *view
	place geo.Place
}

func (x *incident) spot() spot { return spot{x.view, x.place} }

// moved gives what a sentence tells of its country or province as the wake of a happening
// the finer place that was told of this since: "Islamists killed 12 people in northern
// Nigeria, burning homes. The attack in Sandiya".
func (was spot) moved(all []incident, x *incident, later *view) {
	if later == was.view || x.group != 0 || was.place.Match.Precision < geo.WithinAdm1 || x.place.Match.ID == was.place.Match.ID {
		return
	}
	for k := range all {
		y := &all[k]
		if y.view == was.view && (y.kind.Family == "destruction" || y.kind.Family == "displacement") && y.group == 0 && y.place.Name == was.place.Name && y.place.Relation == was.place.Relation {
			y.place, y.carried, y.name = x.place, true, -1
		}
	}
}

// sumsUp reports whether an incident counts dead at a place that is no town's.
func (s *story) sumsUp(x *incident) bool {
	toll := s.types.Toll()
	if toll == nil || x.kind.Family != toll.Family && x.kind.Family != "abduction" || !x.killedAny() || x.planned || x.group != 0 || x.carried || !x.place.Match.Located() {
		return false
	}
	return x.place.Match.Precision >= geo.WithinAdm1 || outsideOf(x.place.Relation)
}

// detail reports whether an incident may be what an opening sentence sums up.
func (s *story) detail(y *incident) bool {
	if y.carried || !y.place.Match.Located() {
		return false
	}
	switch y.kind.Family {
	case s.types.Toll().Family, "abduction", "territory", "destruction":
		return true
	}
	return false
}
