package en

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/text"
)

// What the words around a name say of whether it is one of a place.

// unbracketed returns the words from token i to j in small letters, without what
// stands in brackets: "20 km (12 miles) south of" says one distance twice.
func (w *Words) unbracketed(i, j int) string {
	for k := i; k < j; k++ {
		if w.At(k) != "(" {
			continue
		}
		for end := k + 1; end < j; end++ {
			if w.At(end) == ")" {
				return strings.ToLower(w.Span(i, k) + " " + w.Span(end+1, j))
			}
		}
	}
	return strings.ToLower(w.Span(i, j))
}

// CalledPlace reports whether the words from token i to end, which may name a people,
// are a place's by what stands beside them: "the town of Baghdadi", "wounded in
// Baghdadi, a doctor said".
func (w *Words) CalledPlace(i, end int) bool {
	switch w.At(i - 1) {
	case "of":
		_, place := placeNouns()[w.At(i-2)]
		return place && !w.Capital(i-2)
	case "in", "near", "at", "outside":
		return w.Mark(end) && w.At(end) != "-" || prepositions.has(w.At(end)) || w.At(end) == "and"
	}
	return false
}

// InPersonName reports whether the name from token i to end is part of a person's: "Sheikh
// Ali Othman", "Omar Amara, a member of". No word of place leads to it.
func (w *Words) InPersonName(i, end int) bool {
	if i > 0 && (prepositions.has(w.At(i-1)) || determiners.has(w.At(i-1))) {
		return false
	}
	if Nouns(w.At(i)) == TitleNoun || Nouns(w.At(i-1)) == TitleNoun && w.Capital(i-1) {
		return w.Capital(end) && Nouns(w.At(end)) == NoNoun
	}
	if Office(w.At(i-1)) && end-i > 1 && !w.Mark(i-1) {
		return true // "loyal to tribal chief Hamid al-Ahmar"
	}
	return w.Capital(i-1) && LookUp(w.At(i-1)).First > 0 && !w.Capital(end)
}

// MembersOf reports whether the name that begins at token i is that of a group: "members of
// Los Ribotos", also in quotation marks.
func (w *Words) MembersOf(i int) bool {
	for i--; i > 0 && (w.At(i) == "the" || w.Mark(i) && w.At(i) != "," && w.At(i) != "."); i-- {
	}
	return w.At(i) == "of" && membersOf.has(w.At(i-1))
}

// LandOf reports whether token i is what a people lives in that has a name of its own: "the
// Huichol territory of".
func (w *Words) LandOf(i int) bool {
	return (w.At(i) == "territory" || w.At(i) == "community") && !w.Capital(i) && w.At(i+1) == "of"
}

var membersOf = setOf("members member supporters supporter followers follower")

// Journey reports whether the name led by token i is where a journey began that the name
// behind token tail ends at: "traveling from Mosul to" Baghdad.
func (w *Words) Journey(i, tail int) bool {
	switch w.At(i) {
	case "from":
		return w.At(tail) == "to" && w.Capital(tail+1) || homeward.has(w.At(i-1))
	case "to":
		return w.carries(i)
	}
	return false
}

// homeward lead to where somebody came from who was on the way: "pilgrims returning from".
var homeward = setOf("returning coming back home travelling traveling driving fleeing")

// carries reports whether token i is the "to" of where something was on the way to: "a van
// carrying a coffin to", "pilgrims heading to".
func (w *Words) carries(i int) bool {
	for k := i - 1; k >= 0 && i-k < 6; k-- {
		switch w.At(k) {
		case "carrying", "taking", "transporting", "heading", "travelling", "traveling", "driving", "walking", "en":
			return !w.Mark(k-1) && !beForms.has(w.At(k-1))
		}
		if w.Mark(k) || clauseMarks.has(w.At(k)) || auxiliaries.has(w.At(k)) {
			return false
		}
	}
	return false
}

// WorksAt reports whether token i only leads to where somebody works or learns: "a lecturer
// at".
func (w *Words) WorksAt(i int) bool {
	return (w.At(i) == "at" || w.At(i) == "of") && (staff.has(w.At(i-1)) || w.Capital(i-1) && staff.has(w.At(i-2)))
}

var staff = setOf("lecturer lecturers professor professors student students teacher teachers employee employees dean")

// GoesOn reports whether a name that ends before token i goes on behind a hyphen:
// "Kurtun-Dhoole", "Pul-e-Khumri".
func (w *Words) GoesOn(i int) bool {
	if w.At(i) != "-" || w.Tokens[i].Space || i+1 >= w.Len() || w.Tokens[i+1].Space {
		return false
	}
	return w.Capital(i+1) || len(w.At(i+1)) <= 2 && w.At(i+2) == "-" && w.Capital(i+3)
}

// NamedOn reports whether the capitalised words from token i to j belong to the name before
// them, because what the whole is called stands behind: "the Bur Dido Weyn area".
func (w *Words) NamedOn(i, j int) bool {
	if _, tail := w.PlaceTail(j); tail == j {
		return false
	}
	for k := i; k < j; k++ {
		if w.Tokens[k].Kind != text.Word || Nouns(w.At(k)) != NoNoun || Demonym(w.At(k)) || Person(w.At(k)) || isAdjective(w.At(k)) || w.Tokens[k].Case == text.Upper {
			return false
		}
	}
	return true
}

// CapitalOfAt reports whether the name at token i is told of by its seat: "the provincial
// capital of South Kivu".
func (w *Words) CapitalOfAt(i int) bool {
	return w.At(i-1) == "of" && (w.At(i-2) == "capital" || w.At(i-2) == "seat") && w.At(i-3) != "national"
}

// SiteName reports whether token i is the noun that makes the name before it that of a place
// within a town: "Independence Square", "Rashid Street".
func (w *Words) SiteName(i int) bool { return siteEnds.has(w.At(i)) }

var siteEnds = setOf("square street avenue road boulevard roundabout park stadium station market mall bridge university college cathedral mosque church hospital hotel palace gate terminal neighbourhood neighborhood quarter ward suburb")

// Attributive reports whether a country's name that ends before token i says whose people or
// arms are meant: "U.S. artillery".
func (w *Words) Attributive(i int) bool {
	return !w.Capital(i) && (personNouns.has(w.At(i)) || genericActors().of(w.At(i)) != NoSide || w.At(i) == "aircraft" || w.At(i) == "air" || w.At(i) == "war")
}
