package news

import (
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
)

// What counts the dead of several happenings, and what each of them has of it.

// withoutSummaries drops the incidents whose place holds those of others of
// their family: "attacks across the country killed 20", told beside each of
// them. It keeps one whose toll is not accounted for by the others. Of an
// endless story, only the incidents before and behind are looked at.
func withoutSummaries(all []incident) []incident {
	var out []incident
	for i := range all {
		x := &all[i]
		total, n := 0, 0
		if (x.carried || x.several() || x.group != 0) && x.toldOneByOne(all, i) {
			continue // "killed 32 in two operations"
		}
		for k := max(0, i-lookBack); k < min(len(all), i+lookBack+1); k++ {
			if x.place.Match.Precision < geo.WithinAdm2 {
				break // holds nothing
			}
			y := &all[k]
			if k == i || y.kind.Family != x.kind.Family || y.planned != x.planned || x.otherDay(y) || !encloses(&x.place, &y.place, x.kind.Family == "territory") {
				continue
			}
			n++
			killed, _ := y.killed.Best.Int()
			total += killed
		}
		killed, counted := x.killed.Best.Int()
		if n > 0 && (!counted || n > 1 && (total <= killed || x.several() && total <= 2*killed) && 2*total >= killed) {
			if opens(all, i) {
				x.dateParts(all[i+1:])
			}
			continue
		}
		out = append(out, *x)
	}
	return out
}

// toldOneByOne reports whether the dead of incident i are those of all others of its family
// that count any, two or more; of an opening one whose place is not said, or holds theirs, also of
// some that are told one behind the other after it.
func (x *incident) toldOneByOne(all []incident, i int) bool {
	whole, known := x.killed.Best.Int()
	if !known || whole == 0 || x.own[en.Killed] {
		return false
	}
	sum, counted := 0, 0
	for k := range all {
		if y := &all[k]; k != i && y.kind.Family == x.kind.Family && !y.planned && (x.group == 0 || y.group != x.group) {
			if n, known := y.killed.Best.Int(); known && n > 0 {
				sum += n
				counted++
			}
		}
	}
	if counted >= 2 && sum == whole && (x.times() == 0 || x.times() == counted) {
		if opens(all, i) {
			x.dateParts(all[i+1:])
		}
		return true
	}
	return x.group == 0 && opens(all, i) && x.sumOfRun(all[i+1:], whole)
}

// times returns how many happenings a telling counts: "killed 32 in two operations"; 0 if it does not say.
func (x *incident) times() int {
	for i := range x.view.triggers {
		if t := &x.view.triggers[i]; t.Noun && slices.Contains(x.anchors, t.Head()) {
			if n, _, ok := x.view.w.Number(t.From - 1); ok {
				return n
			}
		}
	}
	return 0
}

// opens reports whether incident i is told by the sentence that opens a story.
func opens(all []incident, i int) bool {
	first := slices.IndexFunc(all, func(y incident) bool { return !y.view.headline })
	return first >= 0 && all[i].view == all[first].view
}

// dateParts gives those that an opening sum counts, and that say no day, its own.
func (x *incident) dateParts(parts []incident) {
	for k := range parts {
		if y := &parts[k]; x.said && !y.said && !y.planned && y.kind.Family == x.kind.Family {
			y.when, y.said = x.when, true
		}
	}
}

// sumOfRun reports whether a number of dead is that of some incidents told one behind the
// other at places that x may sum up.
func (x *incident) sumOfRun(all []incident, whole int) bool {
	for from := range all {
		run, members := 0, 0
		for k := from; k < len(all) && run < whole; k++ {
			y := &all[k]
			n, known := y.killed.Best.Int()
			if y.kind.Family != x.kind.Family || !known || y.planned {
				continue
			}
			if !x.carried && !encloses(&x.place, &y.place, false) {
				break
			}
			if run, members = run+n, members+1; run == whole && members > 1 {
				x.dateParts(all[from : k+1])
				return true
			}
		}
	}
	return false
}

// goesOnWith reports whether another telling of an incident names its place, or goes on about
// what the sentence before told of it.
func (x *incident) goesOnWith(y *incident) bool {
	if !y.carried && y.place.Name != "" {
		return true
	}
	last := x.told[max(0, len(x.told)-1-len(y.told))]
	return last.view != x.view && last.name >= 0 && last.view.index == y.view.index-1
}

// partOf reports whether a figure may be the part of another that one place has of it.
func partOf(part, whole geo.Count) bool {
	n, m, ok := geo.BothKnown(part.Best, whole.Best)
	return whole == geo.Count{} || ok && n <= m
}
