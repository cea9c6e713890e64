package news

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/when"
)

// What keeps two happenings apart that are told at one place.

// otherWeapon reports whether two happenings at one place are told as done by different
// means: an air raid is no car bomb.
func (a *incident) otherWeapon(b *incident) bool {
	return a.kind != b.kind && a.kind.Type == b.kind.Type && a.kind.Type == "Explosions/Remote violence" && a.view != b.view && !a.weak && !b.weak && !b.definite && !a.view.headline
}

// otherDoer reports whether somebody killed one or two in one sentence, and a weapon that was not told of
// as many in another: "gunmen shot an officer in Gao. … A bomb killed a judge near his home in Gao."
func (a *incident) otherDoer(b *incident) bool {
	n, m, known := geo.BothKnown(a.killed.Best, b.killed.Best)
	if !known || n > 2 || m > 2 || a.actor1.name == "" || a.view == b.view || a.view.headline || b.definite || a.kind.Type == b.kind.Type || b.kind.Type != "Explosions/Remote violence" {
		return false
	}
	return slices.ContainsFunc(b.view.triggers, func(t en.Trigger) bool {
		article := b.view.w.At(t.From - 1)
		return t.Tool && t.From == 1 && (article == "a" || article == "an")
	})
}

// otherFind reports whether a sentence tells of so many bodies found at a place and on a day that it
// names itself, after one told of another attack there: "a bomb went off in Gao. … Nine bodies were found
// in Gao on Sunday."
func (a *incident) otherFind(b *incident) bool {
	if a.kind.Type == b.kind.Type || a.view == b.view || a.view.headline || b.name < 0 || !b.said || b.definite || b.killed == (geo.Count{}) || sameToll(a.killed, b.killed) {
		return false
	}
	return slices.ContainsFunc(b.view.triggers, func(t en.Trigger) bool {
		return t.Noun && !t.Definite && en.BodyNoun(b.view.w.At(t.From)) && slices.Contains(b.anchors, t.Head())
	})
}

// alsoDone reports whether a sentence tells what somebody new also did at a place that it names itself:
// "Armed men also attacked the home of a judge in Gao."
func (a *incident) alsoDone(b *incident) bool {
	return a.view != b.view && !a.view.headline && b.name >= 0 && !b.noun && !b.definite && b.killed == (geo.Count{}) && b.wounded == (geo.Count{}) && a.killed != (geo.Count{}) && b.view.w.AlsoDid(b.from)
}

// opposes reports whether one side took a place in one clause and another side in the next:
// "rebels overran the town, but the army retook it by nightfall".
func (a *happening) opposes(b *happening) bool {
	if a.kind.Family != "territory" || b.kind.Family != a.kind.Family || a.kind.Type != b.kind.Type || a.view != b.view {
		return false
	}
	p, q := a.view.sideBefore(a.head), a.view.sideBefore(b.head)
	return p != q && p.Armed() && q.Armed() && a.view.w.MainClause(a.head) != a.view.w.MainClause(b.head)
}

// sideBefore returns the side of those named last before token i, in its main clause.
func (v *view) sideBefore(i int) en.Side {
	clause, side := v.w.MainClause(i), en.NoSide
	for k := range v.actors {
		if a := &v.actors[k]; a.To <= i && v.w.MainClause(a.From) == clause {
			side = a.Side
		}
	}
	return side
}

// otherClause reports whether a sentence tells two happenings of different types in clauses
// of their own: "air strikes killed 30 across Yemen, while fighting raged in Taiz".
func (a *happening) otherClause(b *incident) bool {
	return a.kind.Type != b.kind.Type && a.view == b.view && !a.weak && !b.weak && !b.definite && a.view.w.MainClause(a.head) != a.view.w.MainClause(b.head)
}

// otherDay reports whether the text gives two happenings days that do not meet.
func (h *happening) otherDay(x *incident) bool {
	switch {
	case h.said && x.said:
		return !h.when.Overlaps(x.when)
	case h.said:
		return h.longBefore(&x.happening)
	case x.said:
		return x.longBefore(h)
	}
	return false
}

// goesRightOn reports whether a sentence without a day goes on about what the one right before it
// told of: "Last month, a convoy hit a bomb near Gao. The blast wounded four."
func (b *incident) goesRightOn(a *incident) bool {
	return b.noun && b.definite && !b.said && b.view.index == a.view.index+1
}

// newsDays is how many days back a story tells news without saying when.
const newsDays = 10

// reportDays is likewise where the sentence says on which day that was told.
const reportDays = 5

// longBefore reports whether the text dates a happening before the days of which a
// story tells without a date, as it does x.
func (h *happening) longBefore(x *happening) bool {
	days := newsDays
	if !x.view.reportedDay().IsZero() {
		days = reportDays // "killed four, police said on Sunday. On December 25, …"
	}
	return !h.when.IsZero() && !x.when.IsZero() && h.when.Last < x.when.First-when.Day(days)
}

// several reports whether a happening is told as several: "two raids", but not "nine bodies".
func (h *happening) several() bool {
	for i := range h.view.triggers {
		if t := &h.view.triggers[i]; t.Noun && slices.Contains(h.anchors, t.Head()) && strings.HasSuffix(h.view.w.At(t.Head()), "s") && !en.BodyNoun(h.view.w.At(t.Head())) {
			return true
		}
	}
	return false
}

// tollsAgree reports whether what two incidents say of dead and wounded can be
// one statement: where both count, the same number.
func (a *incident) tollsAgree(b *incident) bool {
	if a.group != 0 && b.group == 0 && a.view != b.view && (a.kind == b.kind || a.weak || b.weak) && !a.own[en.Killed] && a.killed != (geo.Count{}) && partOf(b.killed, a.killed) {
		return true // the whole group's, and that of one of its places
	}
	return sameFigure(a.killed, b.killed) && sameFigure(a.wounded, b.wounded)
}

// addsWounded reports whether b tells only of the wounded of what a, right before, told
// the dead of: "killed nine in Kirkuk. The blast also wounded 33, …".
func (b *incident) addsWounded(a *incident) bool {
	if b.killed != (geo.Count{}) || b.wounded == (geo.Count{}) || !b.more[en.Wounded] || a.killed == (geo.Count{}) || a.wounded != (geo.Count{}) {
		return false
	}
	if b.view.index-a.view.index > 1 || a.view.headline {
		return false
	}
	if a.view == b.view && a.name >= 0 && b.name >= 0 && a.view.names[a.name].list != a.view.names[b.name].list && a.view.w.MainClause(a.head) != a.view.w.MainClause(b.head) {
		return false // "one died in Gao, while another ten were wounded in Mopti"
	}
	return placesOf(a, b) != differ || b.definite && b.noun
}

func sameFigure(a, b geo.Count) bool {
	n, k := a.Best.Int()
	m, l := b.Best.Int()
	if k && l {
		return n == m
	}
	low, bounded := a.Low.Int()
	return !(l && bounded && m < low)
}

// sameToll reports whether two counts say the same number.
func sameToll(a, b geo.Count) bool {
	n, m, ok := geo.BothKnown(a.Best, b.Best)
	return ok && n == m
}
