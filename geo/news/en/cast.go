package en

import (
	"github.com/dateline-map/dateline/geo/news/text"
)

// Cast is who in a story was called by a public office.
type Cast struct {
	names    map[string]bool
	nameless int // in how many of the next sentences somebody named is who was called by an office alone
}

// Read adds the people of office in a sentence: "Foreign Minister Aino
// Salmela", "Aino Salmela, the foreign minister".
//
// Who is told of by an office alone, "Britain's foreign minister arrived in Gao", is
// the person whose name opens one of the next sentences.
func (c *Cast) Read(w *Words) {
	if c.nameless > 0 {
		if c.nameless--; w.Capital(0) && w.Capital(1) && LookUp(w.At(0)).First > 0 {
			c.run(w, 0)
			c.nameless = 0
		}
	}
	for i, word := range w.Lower {
		if !titles.has(word) {
			continue
		}
		c.run(w, afterTitle(w, i+1))
		if i > 0 && i < opening && !w.Capital(i) && !w.Capital(i-1) && !w.Capital(afterTitle(w, i+1)) && w.At(i+1) != "," {
			c.nameless = namedWithin
		}
		if w.At(i+1) == "," {
			c.run(w, i+2) // "the foreign minister, Aino Salmela,"
		} else if k := w.behindOffice(i + 1); k > 0 {
			c.run(w, k)
		}
		k := i - 1
		for k >= 0 && k > i-8 && w.At(k) != "," && !clauseMarks.has(w.At(k)) && !auxiliaries.has(w.At(k)) {
			k-- // not over "Cairo, where he was to meet the president"
		}
		if k > 0 && w.At(k) == "," && w.Capital(k-1) && (k > 1 || LookUp(w.At(0)).First > 0) {
			c.add(w.At(k - 1))
		}
	}
}

// behindOffice returns where somebody's name begins between the commas behind an office of
// which is said at token i what it is in: "the head of peacekeeping, Aino Salmela,"; 0 if
// none does.
func (w *Words) behindOffice(i int) int {
	end := i
	for end < i+5 && !w.Mark(end) && !auxiliaries.has(w.At(end)) && !clauseMarks.has(w.At(end)) {
		end++
	}
	if w.At(i) != "of" || w.At(end) != "," || LookUp(w.At(end+1)).First == 0 {
		return 0
	}
	return end + 1
}

// A person who is first called by an office alone is so in the opening tokens of a
// sentence, and named in one of the next two.
const (
	opening     = 7
	namedWithin = 2
)

// afterTitle skips the rest of a title: "Secretary of State", "Secretary
// General", "Minister for Trade".
func afterTitle(w *Words, i int) int {
	switch w.At(i) {
	case "general", "-":
		for w.At(i) == "general" || w.At(i) == "-" {
			i++
		}
	case "of", "for":
		if w.Capital(i + 1) {
			i += 2
		}
		if w.At(i) == "and" && w.Capital(i+1) {
			i += 2
		}
		if titleParts.has(w.At(i)) {
			i++
		}
	}
	return i
}

var titleParts = setOf("affairs trade security development defence defense relations minister")

// titles are offices that stand before a name.
var titles = setOf(`minister president premier chancellor secretary king queen prince princess emir sultan envoy ambassador pope senator governor mayor speaker chief
	leader head undersecretary patriarch commissioner representative general vice-president chairman diplomat`)

// run adds the last name of the capitalised words at token i.
func (c *Cast) run(w *Words, i int) {
	end := i
	for end < w.Len() && end-i < 5 && (w.Capital(end) || w.At(end) == "-" || w.At(end) == "al") && !offices.has(w.At(end)) {
		end++
	}
	if end > i && w.Capital(end-1) {
		c.add(w.At(end - 1))
	}
}

func (c *Cast) add(name string) {
	if c.names == nil {
		c.names = make(map[string]bool)
	}
	if len(name) > 2 {
		c.names[name] = true
	}
}

// Office reports whether token i belongs to a person of office.
func (c *Cast) Office(w *Words, i int) bool {
	return offices.has(w.At(i)) || w.Capital(i) && c.names[w.At(i)]
}

// Speaks reports whether a person of office is named in a sentence.
func (c *Cast) Speaks(w *Words) bool {
	for i := range w.Lower {
		if w.Capital(i) && c.names[w.Lower[i]] {
			return true
		}
	}
	return false
}

// PersonAround returns the tokens of the capitalised name around token i, with
// the title before it.
func (w *Words) PersonAround(i int) (from, to int) {
	from, to = i, i+1
	for from > 0 && (w.Capital(from-1) || from > 2 && w.At(from-1) == "-" && w.Tokens[from-1].Kind == text.Mark && !w.Tokens[from].Space && (w.Capital(from-2) || Article(w.At(from-2)))) {
		if from--; w.At(from) == "-" {
			from--
		}
	}
	if w.At(from-1) == "of" && w.Capital(from-2) && offices.has(w.At(from-2)) {
		for from -= 2; from > 0 && w.Capital(from-1); {
			from-- // "US Secretary of State Ann Low"
		}
	}
	if from == 0 && from < i && clauseMarks.has(w.At(0)) {
		from++ // "As Low landed in Cairo"
	}
	for to < w.Len() && (w.Capital(to) || w.At(to) == "-" && w.Capital(to+1)) {
		to++
	}
	return from, to
}
