package en

import (
	"github.com/dateline-map/dateline/geo"
)

// transitive finds whom the participle of n tokens at i concerns.
func (r *tollReader) transitive(i, n int) (group, bool) {
	if r.jointly(i, n) {
		return group{}, false
	}
	if r.beBefore(i) {
		return r.subject(i)
	}
	if before := r.w.At(i - 1); determiners.has(before) && before != "all" && before != "both" && before != "many" && before != "several" && before != "few" && before != "more" && before != "another" && before != "that" || before == "of" || before == "by" || before == "for" {
		return group{}, false // "the murdered man"
	}
	if r.w.At(i+n) == "and" || r.w.At(i+n) == "or" {
		if h, m := r.w.harmAt(i + n + 1); m > 0 && h.shape == ed {
			return group{}, false // "killed or wounded 20"
		}
	}
	if g, ok := r.object(i + n); ok && g.counted {
		return g, true
	}
	return r.described(i)
}

// jointly reports whether a passive counts the dead and the wounded together, the participle of n
// tokens at i being one of its two: "37 people were killed and wounded", "were killed or injured".
func (r *tollReader) jointly(i, n int) bool {
	h, _ := r.w.harmAt(i)
	first, end := i, i+n
	if other, m := r.w.harmAt(i + n + 1); (r.w.At(i+n) == "and" || r.w.At(i+n) == "or") && m > 0 && other.shape == ed && other.Harm != h.Harm {
		end = i + n + 1 + m
	} else if other, m := r.w.harmAt(i - 2); (r.w.At(i-1) == "and" || r.w.At(i-1) == "or") && m == 1 && other.shape == ed && other.Harm != h.Harm {
		first = i - 2
	} else {
		return false
	}
	if h.Harm == Displaced || !r.beBefore(first) {
		return false
	}
	_, counted := r.object(end)
	return !counted
}

// succumbs reports whether those who are told of before token i died of what is
// told there.
func (r *tollReader) succumbs(i int) bool {
	for k := i; k < i+15 && k < r.w.Len() && !r.w.Mark(k); k++ {
		if r.w.At(k) == "succumbed" {
			return true
		}
	}
	return false
}

// described returns the people that stand right before the word at token i:
// "20 people wounded", "leaving five dead", "another three seriously injured".
func (r *tollReader) described(i int) (group, bool) {
	k := i
	for k > 0 && (isAdverb(r.w.At(k-1)) || describing.has(r.w.At(k-1))) {
		k--
	}
	for n := len(r.groups) - 1; n >= 0; n-- {
		if g := r.groups[n]; g.to >= k && g.to <= i && g.from >= r.last {
			return r.chainBack(n), g.counted
		}
	}
	return group{}, false
}

var describing = setOf("people persons others were was are is found lying feared reported confirmed left shot being been also more left believed presumed been have has had")

// object returns the people from token i on, coordinated ones added up.
func (r *tollReader) object(i int) (group, bool) {
	for isAdverb(r.w.At(i)) && !r.groupBegins(i) {
		i++
	}
	i = r.w.afterAge(r.w.afterSelf(i))
	if g, ok := r.them(i); ok {
		return g, true
	}
	n, ok := r.groupAt(i)
	sum := group{}
	if ok {
		sum = r.groups[n]
		if last := r.w.At(sum.to - 1); !sum.counted && sum.to == sum.from+1 && singular(last) {
			sum.count, sum.counted = geo.Exactly(1), true // "killed chief of police"
			for r.w.Capital(sum.to) {
				sum.to++ // "killed mayor Amara Diallo, a driver and two guards"
			}
		}
	} else if sum, ok = r.name(i); ok {
		n = r.before(sum.to)
	} else {
		return group{}, false
	}
	begins := n
	if sum.named && r.apposed(sum, n+1) {
		return r.withKin(sum, n+1), true
	}
	for n+1 < len(r.groups) && r.namesOffice(sum, r.groups[n+1]) {
		n++
	}
	for n+1 < len(r.groups) && !r.claimed(r.groups[n+1]) && !r.speakers(n+1) {
		next := r.groups[n+1]
		if r.sharesArticle(sum, next) {
			next.count, next.counted = geo.Exactly(1), true
		}
		if !r.joined(sum, next) {
			break
		}
		n++
		sum = sum.plus(next)
	}
	if begins >= 0 && r.spellsOut(r.groups[begins], r.rest(begins+1, n)) {
		sum.count = r.groups[begins].count // "killed two people, a lawyer and a clerk"
	}
	return sum, true
}

// namesOffice reports whether a group is no more than what the one before it belongs to:
// "the commander of the Gao Volunteers Guard and six farmers".
func (r *tollReader) namesOffice(who, g group) bool {
	return who.count == geo.Exactly(1) && r.w.At(g.from-1) == "of" && g.from == who.to+1 && r.w.At(g.from) == "the" && r.allCapital(g.from+1, g.to)
}

// rest adds up the groups from n up to last; none if there are fewer than one.
func (r *tollReader) rest(n, last int) group {
	if n > last {
		return group{}
	}
	sum := r.groups[n]
	for n++; n <= last; n++ {
		sum = sum.plus(r.groups[n])
	}
	return sum
}

// them returns those of whom "them" at token i speaks: the last several counted before
// in the sentence.
func (r *tollReader) them(i int) (group, bool) {
	if r.w.At(i) != "them" {
		return group{}, false
	}
	for n := r.before(i); n >= 0 && r.groups[n].from >= r.last; n-- {
		if g := r.groups[n]; g.counted && !g.part && g.count != geo.Exactly(1) {
			return group{from: i, to: i + 1, count: g.count, counted: true}, true
		}
	}
	return group{}, false
}

// afterSelf returns where those begin who died besides the one who did it: "killed
// himself and six others".
func (w *Words) afterSelf(i int) int {
	if x := w.At(i); (x == "himself" || x == "herself" || x == "themselves" || x == "itself") && w.At(i+1) == "and" {
		return i + 2
	}
	return i
}

// afterAge returns where a name begins that an age stands before: "killed 68-year-old
// Amara Diallo".
func (w *Words) afterAge(i int) int {
	if w.has(i+1, "-", "year", "-", "old") && w.Capital(i+5) {
		return i + 5
	}
	return i
}

// sharesArticle reports whether a group is one person who shares the article of
// those before: "a technician, guard and driver".
func (r *tollReader) sharesArticle(a, b group) bool {
	if b.counted || b.to != b.from+1 || !singular(r.w.At(b.from)) || b.from != a.to+1 {
		return false
	}
	last := r.w.At(a.to - 1)
	return personNouns.has(last) && singular(last) && (r.w.At(a.to) == "," || r.w.At(a.to) == "and") && !r.w.Capital(b.from)
}

// speakers reports whether group n, behind a comma, begins those who say what was
// told: "killed 15 people, a police officer and a doctor said".
func (r *tollReader) speakers(n int) bool {
	if r.w.At(r.groups[n].from-1) != "," {
		return false
	}
	for ; n+1 < len(r.groups) && r.joined(r.groups[n], r.groups[n+1]); n++ {
		if r.w.At(r.groups[n+1].from-1) == "and" {
			n++ // the last of them: "killed a man, his brother and a cousin, a police officer said"
			break
		}
	}
	for k := r.groups[n].to; k < r.groups[n].to+5 && !r.w.Mark(k); k++ {
		if r.w.saysAt(k) {
			return true
		}
	}
	return false
}

func (r *tollReader) groupBegins(i int) bool {
	_, ok := r.groupAt(i)
	return ok
}

func (r *tollReader) groupAt(i int) (int, bool) {
	for n, g := range r.groups {
		if g.from == i {
			return n, true
		}
		if g.from > i {
			break
		}
	}
	return 0, false
}

// apposed reports whether group n says who the person named before it is:
// "killed Amara Diallo, a teacher".
func (r *tollReader) apposed(g group, n int) bool {
	return n < len(r.groups) && r.groups[n].from == g.to+1 && r.w.At(g.to) == "," && r.groups[n].count == geo.Exactly(1)
}

// withKin adds to one who is described by group n those who belong to them behind it: "killed Amara
// Diallo, the imam of a mosque in Gao, and his wife and his daughter".
func (r *tollReader) withKin(who group, n int) group {
	from := r.groups[n].to
	for n++; n < len(r.groups); n++ {
		g := r.groups[n]
		end := g.from - 1
		if r.w.At(end-1) == "," {
			end--
		}
		if !g.counted || g.part || !r.kin(g) || r.w.At(g.from-1) != "and" || !r.undisturbed(from, end) {
			break
		}
		who, from = who.plus(g), g.to
	}
	return who
}

// before returns the last group that ends before token i, or -1.
func (r *tollReader) before(i int) int {
	n := len(r.groups) - 1
	for n >= 0 && r.groups[n].to > i {
		n--
	}
	return n
}

// name returns one person named at token i, or nobody.
func (r *tollReader) name(i int) (group, bool) {
	switch w := r.w.At(i); {
	case w == "him" || w == "her" && !r.w.Capital(i+1):
		return group{from: i, to: i + 1, count: geo.Exactly(1), counted: true}, true
	case w == "a" || w == "an" || w == "the" || w == "his" || w == "her" || w == "its" || w == "their":
		return r.somebody(i)
	case r.w.Capital(i) && r.w.At(i+1) == "'s":
		return r.somebody(i + 1)
	case r.w.Capital(i) && !r.w.Capital(i+1) && personNouns.has(r.w.At(i+1)) && singular(r.w.At(i+1)) && (r.w.Capital(i+2) || r.w.endsPhrase(i+2)):
		return group{from: i, to: i + 2, count: geo.Exactly(1), counted: true}, true // "killed Somali cleric Wardi Salhey"
	case r.w.Capital(i) && r.w.Capital(i+1):
		end := i
		for r.w.Capital(end) {
			end++
		}
		if personNouns.has(r.w.At(end)) && !singular(r.w.At(end)) {
			return group{}, false // "killed Boko Haram fighters"
		}
		return group{from: i, to: end, count: geo.Exactly(1), counted: true, named: true}, true
	}
	return group{}, false
}

// somebody returns one person from an article on, whatever the noun: who is
// killed is a living being. "A number of" and "a dozen" were read before.
func (r *tollReader) somebody(i int) (group, bool) {
	end := i + 1
	for end < r.w.Len() && end-i < 7 && !r.w.endsPhrase(end) && r.w.At(end) != "of" {
		end++
	}
	if d := r.w.At(i); d != "a" && d != "an" && end > i && (!singular(r.w.At(end-1)) || d == "'s" && !personNouns.has(r.w.At(end-1))) {
		return group{}, false
	}
	if end == i+1 || unitNouns.has(r.w.At(end-1)) || harms[r.w.At(end-1)] != (harm{}) || r.w.At(end-1) == "number" || r.w.At(end-1) == "lot" {
		return group{}, false
	}
	return group{from: i, to: end, count: geo.Exactly(1), counted: true}, true
}

// claimed reports whether a group is the subject of what follows it, and not
// coordinated with what stands before: "killed five and two were wounded".
func (r *tollReader) claimed(g group) bool {
	k := g.to
	for isAdverb(r.w.At(k)) || r.w.At(k) == "people" || r.w.At(k) == "others" || r.w.At(k) == "more" {
		k++
	}
	if auxiliaries.has(r.w.At(k)) || sayings.has(r.w.At(k)) {
		return true
	}
	h, n := r.w.harmAt(k)
	return n > 0 && (h.shape != noun || g.bare && k == g.to) // "the deaths of 30 civilians and 50 injuries"
}
