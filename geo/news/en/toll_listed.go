package en

import "github.com/dateline-map/dateline/geo"

// listed reads a number at token i that shares the verb of the toll before it
// and has a place of its own: "two people died in Gao, one in Ansongo and one in
// the village of Labezanga".
func (r *tollReader) listed(i int) (next int, ok bool) {
	if len(r.tolls) == 0 || i < r.last || !r.w.placed(i) {
		return 0, false
	}
	if r.w.At(i) == "another" && r.w.atPlace(i+1) {
		return r.another(i), true
	}
	n, ok := r.groupAt(i)
	if !ok || !r.groups[n].bare || r.groups[n].part || !r.w.atPlace(r.groups[n].to) {
		return 0, false
	}
	first := r.tolls[len(r.tolls)-1]
	if first.Total || first.PeopleTo == 0 || first.PeopleTo > i {
		return 0, false
	}
	g := r.groups[n]
	r.tolls = append(r.tolls, Toll{At: i, Harm: first.Harm, Count: g.count, PeopleFrom: g.from, PeopleTo: g.to, Unreal: first.Unreal, Deed: first.Deed, Listed: true})
	r.used = g.to
	return g.to, true
}

// sharedOut reads how those of the toll before it are shared out over places, from the number at token i on: "three
// soldiers were killed, two by a bomb in Gao and one in Mopti", "one … on Monday, and the other". The parts take
// the place of the whole.
func (r *tollReader) sharedOut(i int) (next int, ok bool) {
	if len(r.tolls) == 0 || r.w.At(i-1) != "," {
		return 0, false
	}
	whole := r.tolls[len(r.tolls)-1]
	n, counted := whole.Count.Best.Int()
	first, _, number := r.w.Number(i)
	if !counted || !number || whole.Listed || whole.Total || whole.PeopleTo == 0 || whole.PeopleTo > i || i-whole.At > 6 || first >= n {
		return 0, false
	}
	for k := whole.At; k < i; k++ {
		if r.w.atPlace(k) {
			return 0, false // "two died in Gao, one in Mopti and one in Kona"
		}
	}
	for k := i + 1; k < i+24 && k < r.w.Len() && r.w.At(k) != ";"; k++ {
		at := k + 1
		if r.w.At(k) != "and" {
			continue
		}
		if r.w.At(at) == "the" {
			at++
		}
		rest, _, number := r.w.Number(at)
		if x := r.w.At(at); x == "other" || x == "another" {
			rest, number = 1, true
		}
		if !number || first+rest != n {
			continue
		}
		r.tolls = r.tolls[:len(r.tolls)-1]
		for _, part := range [...]struct{ at, n int }{{i, first}, {at, rest}} {
			t := whole
			t.At, t.Count, t.Listed = part.at, geo.Exactly(part.n), true
			r.tolls = append(r.tolls, t)
		}
		r.used = at + 1
		return at + 1, true
	}
	return 0, false
}

// another reads one more person with the fate of those before: "one was killed in
// Gao and another in Mopti". It returns where to go on.
func (r *tollReader) another(i int) int {
	t := r.tolls[len(r.tolls)-1]
	t.At, t.Count, t.PeopleFrom, t.PeopleTo, t.Listed = i, geo.Exactly(1), i, i+1, true
	r.tolls = append(r.tolls, t)
	r.used = i + 1
	return i + 1
}

// placed reports whether token i stands behind a comma or "and", and a place
// before that: ", one", "in Gao and two".
func (w *Words) placed(i int) bool {
	k := i - 1
	if w.At(k) != "and" && w.At(k) != "," {
		return false
	}
	for n := 0; n < 8 && k > 0; n++ {
		k--
		if w.atPlace(k) {
			return true
		}
	}
	return false
}

// atPlace reports whether token i begins to say where: "in Gao", "at the
// village of".
func (w *Words) atPlace(i int) bool {
	switch w.At(i) {
	case "in", "at", "near", "outside":
	default:
		return false
	}
	for k := i + 1; k < i+6 && !w.endsPhrase(k); k++ {
		if _, noun := placeNouns()[w.At(k)]; noun || w.Capital(k) && !weekdays.has(w.At(k)) && !monthWords.has(w.At(k)) {
			return true
		}
	}
	return false
}

// OneBreath reports whether "and" joins the wounded of a happening to its dead: "killed
// 27 people and wounded another 12", "five dead and six hurt".
func (w *Words) OneBreath(before, t *Toll) bool {
	if before.Harm != Killed || t.Harm != Wounded || t.Listed {
		return false
	}
	k := t.At
	if t.PeopleTo > 0 && t.PeopleFrom < t.At {
		k = t.PeopleFrom
	}
	for k > 0 && isAdverb(w.At(k-1)) {
		k--
	}
	if w.At(k-1) != "and" {
		return false
	}
	for i := before.At + 1; i < k-1; i++ {
		if x := w.At(i); x == ";" || clauseMarks.has(x) || sayings.has(x) {
			return false
		}
	}
	return true
}
