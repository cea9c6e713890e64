package news

import (
	_ "embed"
	"slices"
	"sync"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// bindWeights are learned by `go run ./geo/news/train binder`; see bind.md.
//
//go:embed bind_weights.txt
var bindWeights string

var defaultBinder = sync.OnceValue(func() *linear.Model { return linear.MustRead(bindWeights) })

// name is a stretch of a sentence that may name the place of a happening: a
// toponym, or any other capitalised run, since a quarter of all events happen
// in villages and quarters that no gazetteer has.
type name struct {
	from, to int // tokens, to excluded
	lead     en.Lead
	tail     int    // the token after the noun of place behind the name, or to
	kind     string // what the nouns beside it call it, as a place type
	info     geo.NameInfo
	toponym  *geo.Toponym // nil for a run that is none
	capital  *en.Capital  // of "the Yemeni capital", and the toponym's again in "the town"; else nil
	list     int          // index of the first name of the list it stands in; its own if it begins one
	holder   int          // index of the name that holds it, as West Bank does in "Nablus, West Bank"; -1 if none
	outer    bool         // it holds another name
	person   bool         // looks like a person's name
	seat     bool         // the town by which the name before it was told of: "the capital of Borno, Maiduguri"
	road     bool         // the first end of a road: "the Beni-Kasindi road"
}

// namesOf finds the names of a sentence in their order. The toponyms are those
// of the sentence; of the setting, what is known.
func (r *Reader) namesOf(w *en.Words, toponyms []geo.Toponym, at setting) []name {
	var out []name
	for i := 0; i < w.Len(); {
		for len(toponyms) > 0 && toponyms[0].End <= w.Tokens[i].Start {
			toponyms = toponyms[1:]
		}
		if c, from, to, ok := at.capital(w, i); ok {
			for len(out) > 0 && out[len(out)-1].to > from {
				out = out[:len(out)-1]
			}
			out = append(out, r.capitalName(w, c, from, to))
			i = to
			continue
		}
		n := name{from: i, to: i + 1}
		switch {
		case (w.At(i) != "it" && w.At(i) != "there" || len(out) == 0) && !calledSo(out, w.At(i)) && n.recall(at.again(w, i)):
		case len(toponyms) > 0 && toponyms[0].Start < w.Tokens[i].End:
			if !n.take(w, toponyms) {
				i = n.to
				continue
			}
		case w.Capital(i) && (i == 0 || w.Mark(i-1)) && w.Capital(i+1) && en.OpensSentence(w.At(i)):
			i++ // "In Mahalla" is not In
			continue
		case w.Capital(i), en.Article(w.At(i)) && w.At(i+1) == "-" && w.Capital(i+2):
			if n.road = w.Road(i + 1); !n.road {
				n.to = runEnd(w, i, toponyms)
			}
			if k := w.Adjective(i, n.to); k > i {
				i = k // "Houthi-controlled Ibb" is Ibb
				continue
			}
			if notAName(w, n.from, n.to) || n.to == n.from+1 && en.Demonym(w.Span(n.from, n.to)) && !w.CalledPlace(n.from, n.to) {
				i = n.to
				continue
			}
		default:
			i++
			continue
		}
		r.takeSite(w, &n)
		r.describe(w, &n)
		if !namesPeople(w, &n) {
			out = append(out, n)
		}
		i = max(n.to, n.tail)
	}
	out = withoutPeoples(w, out)
	link(w, out)
	return out
}

// withoutPeoples leaves out the names of peoples whose land or community has a name of its
// own behind it: "the Huichol territory of San Sebastian". No gazetteer has them.
func withoutPeoples(w *en.Words, names []name) []name {
	out := names[:0]
	for i := range names {
		n := &names[i]
		if i+1 < len(names) && n.info.Places == 0 && n.capital == nil && w.LandOf(n.to) {
			if b := &names[i+1]; b.from == n.to+2 && b.tail == b.to && extent(b) < 2 {
				b.lead.Prep, b.lead.From = n.lead.Prep, n.lead.From
				continue
			}
		}
		out = append(out, *n)
	}
	return out
}

// capitalName returns the name that the words of a seat of government are.
func (r *Reader) capitalName(w *en.Words, c en.Capital, from, to int) name {
	n := name{from: from, to: to, capital: &c}
	r.describe(w, &n)
	return n
}

// take makes a name of the toponym that stands there, the first of those, or of the run of words
// that it is only a part of. It reports whether the name may be a place's, and no people's.
func (n *name) take(w *en.Words, toponyms []geo.Toponym) bool {
	t := &toponyms[0]
	n.to = tokenAfter(w, n.from, t.End)
	if t.Demonym || en.Demonym(t.Place.Name) && !w.CalledPlace(n.from, n.to) {
		return false
	}
	n.toponym = t
	if n.to == n.from+1 && (en.Article(w.At(n.from)) || en.Generic(w.At(n.from))) && (w.Capital(n.to) && en.Nouns(w.At(n.to)) == en.NoNoun || en.Article(w.At(n.to)) && w.At(n.to+1) == "-") {
		n.to, n.toponym = runEnd(w, n.from, nil), nil // "Al Salam" is not Al
	}
	if n.road = w.Road(n.to); !n.road && w.GoesOn(n.to) {
		n.to, n.toponym = runEnd(w, n.from, nil), nil // "Kurtun-Dhoole" is not Kurtun
	}
	if end := runEnd(w, n.from, toponyms[1:]); !n.road && end > n.to && t.Place.Match.Precision <= geo.WithinAdm2 && w.NamedOn(n.to, end) {
		n.to, n.toponym = end, nil // "the Bur Dido Weyn area" is not Bur Dido
	}
	return true
}

// calledSo reports whether the words before have a name that no gazetteer has and that a noun calls what
// it is, so that "the village" behind it means that.
func calledSo(names []name, noun string) bool {
	kind, ok := en.PlaceKind(noun)
	return ok && slices.ContainsFunc(names, func(n name) bool {
		return n.lead.Noun && n.kind == kind && (n.toponym == nil || !n.toponym.Place.Match.Located())
	})
}

// recall makes a name of words that mean a place named before, and reports
// whether there is one.
func (n *name) recall(t *geo.Toponym) bool {
	if t == nil {
		return false
	}
	n.toponym, n.capital = t, &en.Capital{City: t.Place.Name}
	return true
}

// again reports whether a name's words only mean a place named before.
func (n *name) again() bool { return n.toponym != nil && n.capital != nil }

// tokenAfter returns the first token at or after i that begins at offset end or
// later, but at least i+1.
func tokenAfter(w *en.Words, i, end int) int {
	for i++; i < w.Len() && w.Tokens[i].Start < end; i++ {
	}
	return i
}

// runEnd returns the end of the run of capitalised words that begins at token
// i, and stops before a toponym.
func runEnd(w *en.Words, i int, toponyms []geo.Toponym) int {
	stop := len(w.Text)
	if len(toponyms) > 0 {
		stop = toponyms[0].Start
	}
	end := i + 1
	for end < w.Len() && w.Tokens[end].Start < stop {
		switch {
		case w.Capital(end) && en.Nouns(w.At(end)) != en.DateNoun:
			end++
		case w.At(end) == "-" && !w.Tokens[end].Space && end+1 < w.Len() && !w.Tokens[end+1].Space && w.Tokens[end+1].Kind == text.Word:
			end += 2
		case en.Article(w.At(end)) && w.At(end+1) == "-" && end+2 < w.Len():
			end += 3
		case en.Joins(w.At(end)) && w.At(end) != "and" && w.At(end) != "of" && w.At(end) != "the" && w.At(end) != "in" && w.At(end) != "on" && w.Capital(end+1) && w.Tokens[end].Kind == text.Word && w.Tokens[end+1].Start < stop:
			end += 2
		default:
			return min(end, w.Len())
		}
	}
	return min(end, w.Len())
}

// notAName refuses days, months, titles, and sentence openers that are mostly
// written small.
func notAName(w *en.Words, from, to int) bool {
	if en.Nouns(w.At(from)) == en.DateNoun && to == from+1 {
		return true
	}
	if to > from+1 {
		return false
	}
	word := w.At(from)
	if en.Determiner(word) || en.Preposition(word) || en.Auxiliary(word) || en.Person(word) || en.Office(word) || en.Clause(word) || en.Nouns(word) == en.TitleNoun {
		return true
	}
	if from == 0 || w.Mark(from-1) {
		e := en.LookUp(word)
		return e.Seen && e.Small >= 3 || e.Word > 0
	}
	return false
}

// describe fills in what the words in and around a name say.
func (r *Reader) describe(w *en.Words, n *name) {
	n.lead = w.Lead(n.from)
	kind, tail := w.PlaceTail(n.to)
	n.tail, n.kind = tail, kind
	if tail > n.to && en.Towns(w.At(tail-1)) {
		n.kind = "" // "Iraq towns" are not Iraq
	}
	if n.kind == "" && n.to > n.from+1 {
		n.kind, _ = en.PlaceKind(w.At(n.to - 1)) // "Fan District"
	}
	if n.kind == "" {
		n.kind = n.lead.Kind
	}
	if n.toponym == nil {
		n.person = looksLikePerson(w, n)
	}
	if n.road {
		n.lead.Relation, n.person = "between", false
	}
	if n.capital != nil {
		n.kind = "city"
		n.info = r.Gazetteer.Evidence(n.capital.City)
		return
	}
	n.info = r.Gazetteer.Evidence(w.Span(n.from, n.to))
}

// namesPeople reports whether a name is one of a people rather than of a place:
// "Somali officials", "Shiite Muslims".
func namesPeople(w *en.Words, n *name) bool {
	if n.toponym == nil && en.Person(w.At(n.to-1)) {
		return true
	}
	if n.toponym == nil && n.to > n.from+1 && w.Peoples(n.from, n.to) {
		return true // "the mostly Sunni Arab town of Hawija"
	}
	return n.info.Demonym && n.to < w.Len() && !w.CalledPlace(n.from, n.to) && !w.Mark(n.to) && !w.Capital(n.to) && !en.Preposition(w.At(n.to)) && w.At(n.to) != "'s" && n.tail == n.to
}

func looksLikePerson(w *en.Words, n *name) bool {
	if w.At(n.from+1) == "-" && en.Article(w.At(n.from)) {
		return false // "al-Alam"
	}
	if n.to > n.from+1 && en.Nouns(w.At(n.from)) == en.TitleNoun || en.Nouns(w.At(n.from-1)) == en.TitleNoun || en.Office(w.At(n.from-1)) || en.LookUp(w.At(n.from)).First > 0 && n.to > n.from+1 {
		return true
	}
	for k := n.from + 1; k+1 < n.to; k++ {
		if en.Nouns(w.At(k)) == en.TitleNoun && n.to-k <= 4 && en.LookUp(w.At(k+1)).First > 0 {
			return true // "the attack on U.N. Special Representative Ad Melkert"
		}
	}
	return en.Saying(w.At(n.to)) && !w.Capital(n.to)
}

// link finds lists of names, and names inside others.
func link(w *en.Words, names []name) {
	for i := range names {
		names[i].list, names[i].holder = i, -1
	}
	for i := 1; i < len(names); i++ {
		a, b := &names[i-1], &names[i]
		if a.road {
			b.list = a.list
			continue
		}
		l := linkOf(w, names, i)
		if l == en.NoLink && placePreps[a.lead.Prep] && (placePreps[b.lead.Prep] && w.AndAt(a.tail, b.lead.From) || b.calledBehind(w, a)) && !b.bearsOrFar() {
			l = en.Listed // "near a restaurant in Gao and at a market in Mopti"
		}
		switch l {
		case en.Listed:
			if b.list = a.list; i > 1 && w.BorderWith(a.lead.From) {
				b.list = names[i-2].list // "captured the Trebil crossing with Jordan and the Walid crossing"
			}
		case en.Enclosed:
			if a.holder >= 0 {
				a = &names[a.holder] // "the Black Sea port of Poti in Georgia"
			}
			a.holder, b.outer = i, true
		case en.Owned:
			b.holder, a.outer = i-1, true
			if a.list != i-1 {
				b.list, a.list = a.list, i-1 // "Rawa and Anbar's capital Ramadi"
			}
		}
	}
	for i := range names {
		if k := names[i].holder; k > i && k+1 < len(names) && names[k+1].holder == k && (w.At(names[k].tail) == "'s" || w.At(names[k].to) == "capital" || names[k].info.BestKind == "country" && en.Settlement(w.At(names[k].to)) && w.At(names[k].to+1) == "of") {
			names[i].holder, names[k+1].outer = k+1, true // "Wase in Nigeria's Plateau state", "a market in the Nigeria city of Yola"
		}
	}
	shareTails(w, names)
	linkCapital(w, names)
	linkHeldLists(names)
	linkFront(w, names)
	linkSites(w, names)
	linkLabel(w, names)
}

// calledBehind reports whether a name stands behind another and "and", called what it is, and nothing is
// told of it: "in the northern province of Aleppo and the eastern city of Deir Ezzor".
func (n *name) calledBehind(w *en.Words, before *name) bool {
	return n.lead.Prep == "" && n.lead.Kind != "" && n.lead.From == before.tail+1 && w.At(before.tail) == "and" && !en.Auxiliary(w.At(n.tail)) && w.At(n.tail) != ","
}

// holdUnknown lets the place that heads a paragraph as its label hold what no
// gazetteer has, and what is said to be "here": "MIDSAYAP – A man was shot in
// Barangay Nes".
func holdUnknown(w *en.Words, names []name) {
	for i := 1; i < len(names); i++ {
		n := &names[i]
		here := w.At(n.tail) == "here" || w.At(n.tail+1) == "here"
		if n.holder < 0 && (here || n.toponym == nil && (n.lead.Prep != "" || n.kind != "") && !n.person) {
			n.holder, names[0].outer = 0, true
		}
	}
}

// linkFront lets a province or country that opens the sentence hold the places
// in it that are named after it: "In Darfur, militias looted Kas".
func linkFront(w *en.Words, names []name) {
	if len(names) < 2 || names[0].lead.From > 0 || names[0].lead.Prep != "in" || w.At(names[0].tail) != "," || names[0].toponym == nil {
		return
	}
	front := &names[0].toponym.Place.Match
	if !front.Located() || front.Precision < geo.WithinAdm2 || front.Country == "" {
		return
	}
	for i := 1; i < len(names); i++ {
		n := &names[i]
		if n.toponym == nil || n.holder >= 0 || n.list == 0 {
			continue
		}
		if m := &n.toponym.Place.Match; m.Located() && m.Precision < front.Precision && m.Precision <= geo.WithinAdm2 && liesIn(m, front) {
			n.holder, names[0].outer = 0, true
		}
	}
}

// liesIn reports whether a match is known to lie in a country, province or district.
func liesIn(m, area *geo.Match) bool {
	switch {
	case m.Country != area.Country:
		return false
	case area.Type == "adm1":
		return m.Adm1 == area.Adm1
	case area.Type == "adm2":
		return m.Adm1 == area.Adm1 && m.Adm2 == area.Adm2
	}
	return area.Precision >= geo.WithinAdm1
}

// linkOf says how name i is joined to the one before it. Two names with only a
// comma between them are a list if a list goes on behind them, or if the second
// cannot hold the first.
func linkOf(w *en.Words, names []name, i int) en.Link {
	a, b := &names[i-1], &names[i]
	if a.again() || b.again() || w.Compound(b.to) {
		return en.NoLink // "in Mali, the Dakar-based agency said"
	}
	if a.info.Kinds&geo.KindNature != 0 && b.lead.Relation == "near" && b.lead.From == a.tail {
		return en.Owned // "on Lake Chad near Baga Sola"
	}
	l := w.LinkOf(a.to, b.from)
	if l == en.Enclosed && ownsTowns(w, a, b) && w.OwnedBy(a.to, b.from) {
		return en.Owned // "Anbar province cities of Ramadi", "the Myanmar town of Hakha", "the Red Sea port of Hodeidah"
	}
	if l == en.Listed && b.lead.From == b.from && b.info.BestKind == "country" && w.Attributive(b.to) {
		return en.NoLink // "encircled Gao, and U.S. artillery"
	}
	if l == en.Enclosed && b.info.BestKind == "country" && a.lead.From == 0 && a.lead.Prep != "" && b.lead.From == b.from && w.Acts(b.to) {
		return en.NoLink // "In Gao, Mali shelled a camp"
	}
	if l == en.Enclosed && b.capital != nil && w.At(a.tail) == "," && b.lead.From == a.tail+1 {
		return en.Enclosed // "al-Qahira, a northern district of the capital", though a province has the name
	}
	if l == en.Enclosed && a.tail > a.to && a.kind == "" && b.lead.Prep == "in" {
		return en.Enclosed // "the Anbar area in eastern Gao", whatever else bears the name
	}
	if l == en.Enclosed && extent(a) >= 3 && extent(b) < extent(a) && a.list == i-1 && !foreign(a, b) && !(a.kind == "" && b.from == a.tail+1 && linkBehind(w, names, i) == en.Listed) {
		return en.Owned // "Herat province, in Ghoryan"
	}
	if l == en.Enclosed && extent(a) == 4 && b.lead.Prep == "in" {
		return en.NoLink
	}
	if l != en.Enclosed || w.At(a.tail) != "," || b.from != a.tail+1 {
		return l
	}
	if b.info.Kinds&(geo.KindCountry|geo.KindAdm1|geo.KindAdm2|geo.KindRegion) != 0 && a.list == i-1 && !a.lead.Plural && !apart(a, b) {
		return en.Enclosed
	}
	if w.AndOthers(b.tail) {
		return en.Listed
	}
	if l := linkBehind(w, names, i); l != en.NoLink {
		return l
	}
	return en.Enclosed
}

// linkBehind says what the names behind name i make of it and the one before: a list, if
// they go on up to an "and"; else an enclosed one, or nothing if there are none.
func linkBehind(w *en.Words, names []name, i int) en.Link {
	for k := i + 1; k < len(names) && k < i+12; k++ {
		switch next := w.LinkOf(names[k-1].to, names[k].from); {
		case next == en.Listed:
			return en.Listed
		case next != en.Enclosed || w.At(names[k-1].tail) != ",":
			return en.Enclosed
		}
	}
	return en.NoLink
}

// ownsTowns reports whether a name may own the towns and ports named behind it: a
// country, a province, a sea.
func ownsTowns(w *en.Words, a, b *name) bool {
	if b.info.BestKind == "country" || a.kind != "" && extent(b) > extent(a) {
		return false // "the Helmand province of Afghanistan", which is a river's name, too
	}
	town := b.lead.Plural || en.Settlement(w.At(a.to))
	return a.info.BestKind == "country" || a.info.Kinds&geo.KindNature != 0 || a.info.Kinds&(geo.KindAdm1|geo.KindRegion) != 0 && town
}

// waters hold the towns on them, and say nothing of what those lie in.
var waters = map[string]bool{"sea": true, "ocean": true, "lake": true, "river": true}

// bears reports whether a name only says on which side of it something lies: "in
// Baiji, north of the capital".
func (n *name) bears() bool {
	return outsideOf(n.lead.Relation) && !en.Measured(n.lead.Relation)
}

// bearsOrFar reports whether a name says on which side of it something lies, however
// far from it.
func (n *name) bearsOrFar() bool { return outsideOf(n.lead.Relation) }

// apart reports whether what was found for two names is known not to lie one in
// the other: "in Srinagar, Anantnag and Kulgam".
func apart(a, b *name) bool {
	if a.toponym == nil || b.toponym == nil {
		return false
	}
	p, q := &a.toponym.Place, &b.toponym.Place
	return p.Match.Located() && q.Match.Located() && q.Match.Precision <= geo.WithinAdm2 && !encloses(q, p, false)
}

// foreign reports whether what was found for two names lies in different countries: "he met
// the leaders of Chad and Niger in Paris".
func foreign(a, b *name) bool {
	if a.toponym == nil || b.toponym == nil {
		return false
	}
	p, q := &a.toponym.Place.Match, &b.toponym.Place.Match
	return p.Located() && q.Located() && p.Country != "" && q.Country != "" && p.Country != q.Country
}
