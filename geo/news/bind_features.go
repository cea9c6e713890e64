package news

import (
	_ "embed"
	"strconv"

	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// binding chooses the place of a happening among the names of its sentence.
type binding struct {
	w       *en.Words
	names   []name
	vector  linear.Vector
	scores  []float64
	trigger int    // the token of the verb or noun that tells of it
	stem    string // of the trigger
}

// choose returns the index of the name that the happening told at a token
// belongs to, or -1 for none, and its probability.
func (b *binding) choose(m *linear.Model, trigger int) (best int, probability float64) {
	b.at(trigger)
	b.scores = b.scores[:0]
	for i := range b.names {
		b.vector.Reset()
		b.name(i)
		b.scores = append(b.scores, m.Score(b.vector.Features))
	}
	b.vector.Reset()
	b.none()
	b.scores = append(b.scores, m.Score(b.vector.Features))
	linear.Softmax(b.scores)
	best = -1
	probability = b.scores[len(b.names)]
	for i := range b.names {
		if b.scores[i] > probability {
			best, probability = i, b.scores[i]
		}
	}
	return best, probability
}

func (b *binding) at(trigger int) {
	b.trigger, b.stem = trigger, en.Stem(b.w.At(trigger))
}

func (b *binding) add(parts ...string) { b.vector.Add(1, parts...) }

func (b *binding) preposition(n *name, side string) {
	prep := n.lead.Prep
	if prep == "" {
		prep = "-"
	}
	b.add("prep", prep)
	b.add("prep", prep, side)
	b.add("prep", b.stem, prep, side)
	if n.lead.Relation != "" {
		b.add("relation", side)
	}
	breaks, _ := b.w.ClauseBreaks(min(n.tail, b.trigger), max(n.lead.From, b.trigger))
	b.add("prep breaks", prep, side, bucket(breaks))
	b.add("prep kind", prep, side, n.info.BestKind, taggedAs(n))
	if n.lead.From > 0 {
		b.add("governor", prep, en.Stem(b.w.At(n.lead.From-1)))
		if n.lead.From > 1 {
			b.add("governor 2", prep, en.Stem(b.w.At(n.lead.From-2)))
		}
	}
	if b.firstWithPlacePrep(n, side) {
		b.add("first in", side)
		b.add("first in", side, b.stem)
		b.add("first in", side, bucket(breaks))
	}
	if n.lead.Noun {
		b.add("lead noun", n.lead.Kind, prep)
	}
	if side == "after" && n.lead.From == b.trigger+1 {
		b.add("follows", prep)
		b.add("follows", b.stem, prep)
	}
	if side == "before" && n.lead.From == 0 {
		b.add("fronted", prep)
	}
	if side == "after" && prep == "-" && n.lead.From <= b.trigger+2 {
		b.add("object", b.stem)
		b.add("object")
	}
}

// firstWithPlacePrep reports whether a name is the first on its side of the
// trigger that follows "in", "at", "near" or the like.
func (b *binding) firstWithPlacePrep(n *name, side string) bool {
	if !placePreps[n.lead.Prep] {
		return false
	}
	for k := range b.names {
		m := &b.names[k]
		if m == n || !placePreps[m.lead.Prep] {
			continue
		}
		if side == "after" && m.from > b.trigger && m.from < n.from || side == "before" && m.from < b.trigger && m.from > n.from {
			return false
		}
	}
	return true
}

var placePreps = map[string]bool{"in": true, "at": true, "near": true, "outside": true, "inside": true, "around": true, "across": true, "on": true, "within": true, "throughout": true, "between": true, "along": true, "off": true}

func taggedAs(n *name) string {
	switch {
	case n.capital != nil:
		return "toponym"
	case n.toponym == nil:
		return "run"
	case n.toponym.Inside:
		return "inside"
	}
	return "toponym"
}

func (b *binding) distance(n *name, side string) {
	from, to := n.tail, b.trigger
	if side == "after" {
		from, to = b.trigger+1, n.lead.From
	}
	b.add("distance", bucket(to-from), side)
	breaks, said := b.w.ClauseBreaks(from, to)
	b.add("breaks", bucket(breaks), side)
	if said {
		b.add("said between", side)
	}
	prepositions := 0
	for k := from; k < to; k++ {
		if to-from <= 14 && !b.w.Capital(k) {
			b.add("between", side, en.Stem(b.w.At(k)))
		}
		if en.Preposition(b.w.At(k)) {
			prepositions++
		}
	}
	b.add("prepositions", bucket(prepositions), side)
}

func bucket(n int) string {
	switch {
	case n <= 0:
		return "0"
	case n <= 2:
		return "2"
	case n <= 4:
		return "4"
	case n <= 8:
		return "8"
	case n <= 16:
		return "16"
	}
	return "more"
}

// rank says how many names lie between the trigger and a name.
func (b *binding) rank(i int, side string) {
	between, between2 := 0, 0
	for k := range b.names {
		m := &b.names[k]
		if m.list != k || k == i {
			continue
		}
		if side == "after" && m.from > b.trigger && k < i || side == "before" && m.from < b.trigger && k > i {
			between++
			if m.toponym != nil {
				between2++
			}
		}
	}
	b.add("rank", bucket(between), side)
	b.add("rank of toponyms", bucket(between2), side)
	b.add("rank", b.stem, bucket(between), side)
}

// itself adds what the name says by itself.
func (b *binding) itself(n *name) {
	tagged := taggedAs(n)
	kind := n.info.BestKind
	if n.info.Places == 0 {
		kind = "unknown"
	}
	b.add(tagged)
	b.add(tagged, kind)
	if n.kind != "" {
		b.add("called", n.kind, tagged)
	}
	if n.tail > n.to {
		b.add("tail", n.kind)
	}
	if n.person {
		b.add("person", tagged)
	}
	if b.w.Tokens[n.from].Case == text.Upper && n.to == n.from+1 {
		b.add("capitals", tagged)
	}
	if n.toponym == nil && n.capital == nil {
		b.add("words", bucket(n.to-n.from))
		last := b.w.At(n.to - 1)
		b.add("last noun", nounName[en.Nouns(last)])
		if en.LookUp(b.w.At(n.from)).Person() {
			b.add("person word")
		}
	}
	if n.holder >= 0 {
		b.add("inner")
	}
	if n.outer {
		b.add("outer", kind)
	}
	if n.from == 0 {
		b.add("opens")
	}
}

var nounName = [...]string{"", "place", "facility", "organisation", "title", "direction", "date", "speech", "preposition"}

// surroundings adds the words right before and after the name.
func (b *binding) surroundings(n *name) {
	b.add("next", b.wordClass(n.tail))
	b.add("next", taggedAs(n), b.wordClass(n.tail))
	b.add("next word", en.Stem(b.w.At(n.tail)))
	b.add("next word 2", en.Stem(b.w.At(n.tail+1)))
	b.add("word before", en.Stem(b.w.At(n.from-1)))
	b.add("word before 2", en.Stem(b.w.At(n.from-2)))
	b.add("trigger next", en.Stem(b.w.At(b.trigger+1)), n.lead.Prep)
	b.add("trigger before", en.Stem(b.w.At(b.trigger-1)), n.lead.Prep)
	if n.lead.From > 0 {
		b.add("before", b.wordClass(n.lead.From-1))
	}
	if n.lead.Prep != "" && n.lead.From > 0 && n.lead.From-1 == b.trigger {
		b.add("governed")
	}
}

// wordClass says what kind of word a token is, as far as it tells names apart.
func (b *binding) wordClass(i int) string {
	x := b.w.At(i)
	switch {
	case x == "":
		return "end"
	case i == b.trigger:
		return "trigger"
	case x == "'s" || x == "," || x == "." || x == "-" || x == "and" || x == "(":
		return x
	case en.Saying(x):
		return "saying"
	case en.Auxiliary(x):
		return "auxiliary"
	case en.Preposition(x):
		return "preposition"
	case en.Clause(x):
		return "clause"
	case en.Person(x) || en.Office(x):
		return "people"
	case en.Nouns(x) != en.NoNoun:
		return nounName[en.Nouns(x)]
	case b.w.Capital(i):
		return "capital"
	}
	return "word"
}

// none adds the features of "no name of the sentence".
func (b *binding) none() {
	b.add("none")
	b.add("none", b.stem)
	toponyms, good := 0, 0
	for i := range b.names {
		n := &b.names[i]
		if n.toponym != nil && !n.toponym.Inside {
			toponyms++
			if n.lead.Prep == "in" || n.lead.Prep == "at" || n.lead.Prep == "near" {
				good++
			}
		}
	}
	b.add("none toponyms", bucket(toponyms))
	b.add("none good", bucket(good))
	b.add("none length", bucket(b.w.Len()/4))
	b.add("none names", bucket(len(b.names)))
	k := b.trigger - 1
	for en.Auxiliary(b.w.At(k)) || en.Adverb(b.w.At(k)) {
		k--
	}
	b.add("none subject", b.wordClass(k), b.w.At(k+1))
	for k := range b.w.Lower {
		if !b.w.Capital(k) && (k < b.trigger-3 || k > b.trigger+3) {
			b.add("none word", en.Stem(b.w.At(k)))
		}
	}
	for k := -3; k <= 3; k++ {
		if x := b.w.At(b.trigger + k); x != "" && k != 0 && !b.w.Capital(b.trigger+k) {
			b.add("none near", strconv.Itoa(k), en.Stem(x))
		}
	}
	if before := b.w.At(b.trigger - 1); en.Auxiliary(before) || before == "to" {
		b.add("none after", before)
	}
	if next := b.w.At(b.trigger + 1); next != "" {
		b.add("none before", b.wordClass(b.trigger+1))
		b.add("none before", b.stem, b.wordClass(b.trigger+1))
		b.add("none before word", en.Stem(next))
	}
}

// name adds the features of name i.
func (b *binding) name(i int) {
	n := &b.names[i]
	head := &b.names[n.list] // a list's names share what stands before the first
	side := "before"
	if head.from > b.trigger {
		side = "after"
	}
	b.add("side", side)
	b.add("side", b.stem, side)
	b.preposition(head, side)
	b.distance(head, side)
	b.rank(n.list, side)
	b.itself(n)
	b.surroundings(n)
	if n.list != i {
		b.add("listed")
	}
}
