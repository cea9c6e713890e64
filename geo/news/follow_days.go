package news

import (
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// inheritDates gives the incidents of which no day is said, and no place either,
// the day of what was told just before.
func (s *story) inheritDates() {
	for i := range s.incidents {
		x := &s.incidents[i]
		if x.said || x.dated || x.planned || !x.carried && !x.view.w.SameTime() && !s.goesOnAbout(i) {
			continue
		}
		another := s.another(x)
		for k := i - 1; k >= 0 && (s.continues(k, i) || another && s.incidents[k].view.paragraph == x.view.paragraph); k-- {
			y := &s.incidents[k]
			if y.view == x.view || y.planned || y.old || y.view.headline {
				continue
			}
			if y.prior {
				if day := y.view.dayTold(en.Anchor{}); !day.IsZero() && x.view.undated() {
					x.when, x.dated = day, true // "killed four on Friday, two days after a strike in Gao"
				}
				break
			}
			if (y.said || y.dated) && y.when.Precision == when.ToDay && x.view.undated() {
				x.when, x.dated = y.when, true
			}
			break
		}
	}
}

// goesOnAbout reports whether incident i is told in the same paragraph right behind one
// of its family, at its place or near it: "a bomb killed nine in Negombo on Sunday. Others
// went off in Batticaloa." "They seized Jaar on Friday. In Jaar they burned the station."
func (s *story) goesOnAbout(i int) bool {
	x := &s.incidents[i]
	for k := i - 1; k >= 0; k-- {
		y := &s.incidents[k]
		if y.view == x.view {
			continue
		}
		if y.view.paragraph != x.view.paragraph || x.view.index-y.view.index != 1 || !s.continues(k, i) {
			return false
		}
		return y.kind.Family == x.kind.Family || x.kind.Family != "displacement" && x.kind.Family != "diplomacy" && s.besideBefore(k, i)
	}
	return false
}

// besideBefore reports whether incident i happened where one told in the sentence of incident
// k before it did, or is said to be near that.
func (s *story) besideBefore(k, i int) bool {
	x := &s.incidents[i]
	if n := x.name; n >= 0 && x.view.w.Nearby(x.view.names[n].lead.From, x.view.names[n].from) {
		return true
	}
	for view := s.incidents[k].view; k >= 0 && s.incidents[k].view == view; k-- {
		if m := &s.incidents[k].place.Match; m.Located() && m.ID == x.place.Match.ID {
			return true
		}
	}
	return false
}

// dateByScene gives an incident of which no day is said that of the sentence before it, which
// sets its scene.
func (s *story) dateByScene(x *incident) {
	if x.said || x.planned || !x.view.undated() {
		return
	}
	if day := s.views[x.view.index-1].dayTold(en.Anchor{}); !day.IsZero() {
		x.when, x.dated = day, true
	}
}
