package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
)

// countedBefore returns the index of the incident of which a sentence only says how many were hurt
// or died; -1 if it says more, or none. It is the one that the sentence before told: a riot
// ("12 people were injured"), or what befell the one person whom it goes on about ("He died
// on Thursday").
func (s *story) countedBefore(all []incident, x *incident) int {
	if !x.tolled || !x.weak || x.name >= 0 && !x.carried {
		return -1
	}
	if x.revised {
		return s.riseOf(all, x)
	}
	for i := len(all) - 1; i >= 0 && i >= len(all)-lookBack; i-- {
		a := &all[i]
		if a.view.paragraph != x.view.paragraph || a.view.index != x.view.index-1 || a.planned {
			continue
		}
		if a.kind.Family == "crowd" || x.mild && x.view.w.OpensWithPerson() && a.wounded == geo.Exactly(1) && x.killed == geo.Exactly(1) {
			return i
		}
		return -1
	}
	return -1
}

// riseOf returns the index of the incident whose toll is told to have risen, on whatever day: the last
// one told shortly before, else the only one that counts no more; -1 if there is none.
func (s *story) riseOf(all []incident, x *incident) int {
	only := -1
	for i := len(all) - 1; i >= 0 && i >= len(all)-lookBack; i-- {
		a := &all[i]
		n, m, known := geo.BothKnown(a.killed.Best, x.killed.Best)
		if !known || n > m || a.planned || a.view.headline || a.kind.Family != x.kind.Family || a.otherDay(x) && a.when.First > x.when.Last {
			continue
		}
		if x.view.index-a.view.index <= echoBack {
			return i
		}
		if only >= 0 {
			return -1
		}
		only = i
	}
	return only
}

// countAgain adds to an incident what a later sentence counts of it.
func (x *incident) countAgain(y *incident) {
	x.told = append(x.told, y.told...)
	if y.revised {
		x.killed = y.killed.Join(x.killed)
		return
	}
	x.killed, x.wounded = x.killed.Join(y.killed), x.wounded.Join(y.wounded)
	if x.kind.Family != "crowd" {
		x.wounded = geo.Count{} // who was wounded has died
	}
}

// leaveDead takes from an abduction the dead of the attack that was told right before, with as many:
// "killing 10 people. The attackers killed 10 civilians and abducted three".
func (x *incident) leaveDead(all []incident) {
	if x.kind.Family == "abduction" && x.killedAny() && slices.ContainsFunc(all, func(a incident) bool {
		return a.kind.Family == "violence" && sameToll(a.killed, x.killed) && x.view.index-a.view.index <= echoBack && !a.otherDay(x) && placesOf(&a, x) != differ
	}) {
		x.killed = geo.Count{}
	}
}

// goesOnIn reports whether the sentence right behind that of a goes on about those who did it, at a
// place that may be the same: "Four bombers attacked a base west of Baghdad. The bombers hit the camp
// at Gao".
func (a *incident) goesOnIn(b *incident) bool {
	if b.view.index != a.view.index+1 || a.view.headline || a.kind.Family != "violence" || !b.view.w.SameAttackers() {
		return false
	}
	p, q := &a.place, &b.place
	return vaguely(p, q) || isNorthOf(p, q) || encloses(p, q, false)
}

// sumOf adds two counts; what one of them does not know the sum does not know either.
func sumOf(a, b geo.Count) geo.Count {
	return geo.Count{Best: plus(a.Best, b.Best), Low: plus(a.Low, b.Low), High: plus(a.High, b.High)}
}

func plus(a, b geo.Figure) geo.Figure {
	n, known := a.Int()
	m, known2 := b.Int()
	if !known || !known2 {
		return geo.Figure{}
	}
	return geo.Known(n + m)
}
