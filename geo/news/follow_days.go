package news

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// inheritDates gives the incidents of which no day is said, and no place either,
// the day of what was told just before.
func (s *story) inheritDates() {
	for i := range s.incidents {
		x := &s.incidents[i]
		if x.said || x.dated || x.planned {
			continue
		}
		if day := s.dayOfDeed(i); !day.IsZero() {
			x.when, x.dated = day, true
			continue
		}
		if !x.carried && !x.view.w.SameTime() && !s.goesOnAbout(i) {
			if day := s.dayOfOneMore(i); !day.IsZero() {
				x.when, x.dated = day, true
			} else if day := s.dayAtPlace(i); !day.IsZero() {
				x.when, x.dated = day, true
			}
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
			if (y.said || y.dated) && y.when.Precision == when.ToDay {
				x.when, x.dated = y.when, true
			}
			break
		}
	}
}

// goesOnAbout reports whether incident i is told in the same paragraph right behind one
// of its family, or near it: "a bomb killed nine in Negombo on Sunday. Others went off in
// Batticaloa."
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
		return y.kind.Family == x.kind.Family || x.kind.Family != "displacement" && x.kind.Family != "diplomacy" && x.nearBefore()
	}
	return false
}

// nearBefore reports whether an incident is said to be near what was told before it.
func (x *incident) nearBefore() bool {
	n := x.name
	return n >= 0 && x.view.w.Nearby(x.view.names[n].lead.From, x.view.names[n].from)
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

// dayOfDeed returns the day of what an incident's sentence tells right before it, if that has one
// and the incident is only what went with it: "attacked Gao at the weekend, killing three and
// rustling cows".
func (s *story) dayOfDeed(i int) when.Interval {
	x := &s.incidents[i]
	if x.noun || !strings.HasSuffix(x.view.w.At(x.head), "ing") || !x.view.undatedFrom(x.head) {
		return when.Interval{}
	}
	for k := i - 1; k >= 0 && s.incidents[k].view == x.view; k-- {
		if y := &s.incidents[k]; y.said && !y.planned && !y.old && y.head < x.head && x.view.w.MainClause(y.head) == x.view.w.MainClause(x.head) && !x.view.w.Apart(y.to, x.from) {
			return y.when
		}
	}
	return when.Interval{}
}

// undatedFrom reports whether a sentence tells no time behind token i.
func (v *view) undatedFrom(i int) bool {
	return !slices.ContainsFunc(v.dates, func(d date) bool { return d.from > i && !d.reported })
}

// dayOfOneMore returns the day of what a story opens with, if an incident is one more of that: "Drones struck Gao on
// Sunday. … Another drone strike in Menaka killed two."
func (s *story) dayOfOneMore(i int) when.Interval {
	x := &s.incidents[i]
	if !x.view.w.OneMoreWeapon() || !x.view.undated() {
		return when.Interval{}
	}
	for k := 0; k < i && s.incidents[k].view.index <= opening; k++ {
		y := &s.incidents[k]
		if y.view != x.view && y.kind.Type == x.kind.Type && !y.planned && !y.old && y.view.section == x.view.section && (y.said || y.dated) && y.when.Precision <= when.ToDays {
			return y.when
		}
	}
	return when.Interval{}
}

// opening is how many sentences behind its headline a story opens with.
const opening = 2

// dayAtPlace returns the day of what was told shortly before at an incident's very place: "On
// Saturday they rioted in Gao and Menaka. … Shops were looted in Menaka."
func (s *story) dayAtPlace(i int) when.Interval {
	x := &s.incidents[i]
	m := &x.place.Match
	fine := m.Located() && m.Precision <= geo.WithinAdm2
	if !wakes[x.kind.Family] || !fine && (x.place.Name == "" || m.Located() && m.Reason == "") || !x.view.undated() || x.view.opensAnew() || x.view.headline {
		return when.Interval{}
	}
	for k := i - 1; k >= 0 && x.view.index-s.incidents[k].view.index <= elaborates; k-- {
		y := &s.incidents[k]
		if y.view == x.view || !wakes[y.kind.Family] || !(fine && sameMatch(&y.place.Match, m)) && (y.place.Relation != "" || !y.view.lists(&x.place)) || y.planned || y.old || y.view.headline || y.view.section != x.view.section {
			continue
		}
		if (y.said || y.dated) && y.when.Precision <= when.ToDays {
			return y.when
		}
		break
	}
	return when.Interval{}
}

// wakes are the families of what comes one with the other, at a place on a day.
var wakes = map[string]bool{"violence": true, "abduction": true, "destruction": true, "crowd": true, "arrest": true, "displacement": true, "territory": true}

// elaborates is how many sentences behind a happening more may be told of it.
const elaborates = 6

// lists reports whether a sentence names a place beside the one where it tells of something.
func (v *view) lists(p *geo.Place) bool {
	return slices.ContainsFunc(v.names, func(n name) bool { return !n.bearsOrFar() && en.SameName(v.w.Span(n.from, n.to), p.Name) })
}
