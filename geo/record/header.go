package record

import (
	"slices"
	"strings"
)

// Ranks of headers that are not listed as they stand. They lie a step apart, so
// that of two columns with the same role the one whose header is clearer wins.
const (
	rankStep         = 1 << 16
	rankCore         = 1 * rankStep // listed without its fillers
	rankID           = 2 * rankStep // "report_id"; what is in it must be unique
	rankEnd          = 3 * rankStep // only the end of a dotted name is known
	rankAlternatives = 5 * rankStep // one of "commune/village" is listed
	rankWord         = 6 * rankStep // some word says so; what is in it must fit
	rankPart         = 7 * rankStep // the same, of a part of the people
	rankLater        = 8 * rankStep // a date, but that of the report
	rankAround       = 9 * rankStep // an area with words around it that nobody knows
)

// header returns what a header means in any table, as it stands or without
// fillers.
func (v *vocabulary) header(h string) (meaning, bool) {
	words := headerWords(h)
	if strings.ContainsRune(h, '%') {
		return meaning{}, false // a share of what it names
	}
	if m, ok := v.headers.find(words); ok {
		return m, true
	}
	if rest, ok := withoutPCode(words); ok {
		return v.coded(rest)
	}
	if m, ok := v.headers.find(headerWords(withoutBrackets(h))); ok && m.role != Toll && !v.changes(words, m.role) {
		m.role = v.endOf(m.role, bracketed(h))
		return meaning{m.role, m.rank + rankCore}, true
	}
	if m, ok := v.headers.find(v.core(h)); ok && !v.changes(words, m.role) {
		return meaning{m.role, m.rank + rankCore}, true
	}
	if m, ok := v.glued.find(words); ok {
		return meaning{m.role, m.rank + rankCore}, true
	}
	if strings.HasSuffix(strings.TrimSpace(h), "#") {
		if m, ok := v.headers.find(words + " number"); ok {
			return meaning{m.role, m.rank + rankCore}, true // "Case#"
		}
	}
	if of, ok := idOf(words); ok && !slices.Contains(areas[1:], v.headers.of(of).role) {
		return meaning{ID, rankID}, true
	}
	return meaning{}, false
}

// endOf returns which end of what a date is of is meant, if brackets behind it say so:
// "Occurred (from)".
func (v *vocabulary) endOf(r Role, inBrackets string) Role {
	switch words := headerWords(inBrackets); {
	case r != Date:
	case v.any(words, tillWord):
		return End
	case v.any(words, fromWord):
		return Start
	}
	return r
}

// otherThanListed reads the header of what a form asks for where its list lacks the
// place: "village_other".
func (v *vocabulary) otherThanListed(h string) (m meaning, ok bool) {
	rest, ok := strings.CutSuffix(headerWords(lastPart(h)), " other")
	if !ok {
		return meaning{}, false
	}
	for word := range strings.FieldsSeq(rest) { // a group's name may stand before it
		rest = word
	}
	m, ok = v.headers.find(rest)
	return meaning{m.role, m.rank + rankEnd}, ok && slices.Contains(areas, m.role)
}

// idOf returns what a header calls the id of. That of an area is no event's.
func idOf(words string) (of string, ok bool) {
	if of, ok = strings.CutSuffix(words, " id"); !ok {
		of, ok = strings.CutPrefix(words, "id ")
	}
	return of, ok
}

// completed returns what a header means of which the end is cut off: what all
// those mean that begin so.
func (v *vocabulary) completed(h string) (best meaning, ok bool) {
	words := headerWords(h)
	i, _ := v.headers.place(words)
	for ; i < len(v.headers) && strings.HasPrefix(v.headers[i].words, words); i++ {
		switch m := v.headers[i].says; {
		case ok && m.role != best.role:
			return meaning{}, false
		case !ok || m.rank < best.rank:
			best, ok = m, true
		}
	}
	return best, ok
}

// changes reports whether one of the words makes something else of a role that
// the others give.
func (v *vocabulary) changes(words string, r Role) bool {
	switch {
	case dates[r], r == Year, r == Month, r == Day:
		return v.any(words, laterWord, neverWord)
	case counts[r]:
		return v.any(words, lowWord, highWord, partWord, groupWord, neverWord)
	case r != ID && r != Toll:
		return v.any(words, manyWord)
	}
	return false
}

// loosely returns what a header means that no list has, and which of its words
// say so. Rows of data have such words, too: it is only for what is known to be
// a header.
func (v *vocabulary) loosely(h string) (m meaning, why string) {
	if m, why = v.alternatives(bracketed(h)); why != "" && m.role == Toll {
		return m, why // "Casualties (KIA/WIA)"
	}
	if m, why = v.alternatives(h); why != "" {
		return m, why
	}
	if v.placeByPlace(h) {
		return meaning{Place, rankAlternatives}, "its words"
	}
	if m, why = v.inWords(h); why != "" {
		return m, why
	}
	if m, why = v.areaInWords(h); why != "" {
		return m, why
	}
	if m, why = v.alternatives(bracketed(h)); slices.Contains(areas, m.role) && !v.any(headerWords(h), neverWord, manyWord, partWord, groupWord, elsewhereWord) {
		return meaning{m.role, rankAround}, why // "Hit (address)"
	}
	return v.kindInWords(h)
}

// kindInWords reads a header that says what kind of thing something was, if that may be
// what happened: "Type of threat".
func (v *vocabulary) kindInWords(h string) (m meaning, why string) {
	words := headerWords(withoutBrackets(h))
	if strings.Count(words, " ") > mostAround || v.any(words, elsewhereWord, thingWord, partWord, groupWord, manyWord) {
		return meaning{}, ""
	}
	for word := range strings.FieldsSeq(words) {
		switch {
		case v.words.of(word).kinds.has(kindWord):
			m, why = meaning{Type, rankAround}, "\""+word+"\" in its name"
		case v.headers.of(word).role != NoRole && !v.words.of(word).kinds.has(fillerWord):
			return meaning{}, "" // "Type of place"
		}
	}
	return m, why
}

// mostAround is how many words a header may have around the one that names an area:
// more are a sentence about something.
const mostAround = 5

// areaInWords reads a header that names an area among words of which none is known to
// make it another's: "Région principale de déroulement", "Affected counties".
func (v *vocabulary) areaInWords(h string) (m meaning, why string) {
	words := headerWords(withoutBrackets(h))
	if strings.Count(words, " ") > mostAround || v.any(words, neverWord, manyWord, partWord, groupWord, elsewhereWord) {
		return meaning{}, ""
	}
	for word := range strings.FieldsSeq(words) {
		role := v.headers.of(word).role
		switch {
		case role == NoRole || role == m.role || v.words.of(word).kinds.has(fillerWord):
		case role == Place && !v.words.of(word).kinds.has(settlementWord):
			return meaning{}, "" // "Navigational area"
		case m.role == NoRole && slices.Contains(areas, role):
			m, why = meaning{role, rankAround}, "\""+word+"\" in its name"
		default:
			return meaning{}, "" // "District event type"
		}
	}
	return m, why
}

// ofHappening reports whether a header is the word for what happens that has a name:
// "Battle", "Nom du festival".
func (v *vocabulary) ofHappening(words string) bool {
	some := false
	for word := range strings.FieldsSeq(words) {
		switch kinds := v.words.of(word).kinds; {
		case kinds.has(happeningWord):
			some = true
		case !kinds.has(fillerWord):
			return false
		}
	}
	return some
}

// areas are the roles of places and what they lie in, the finest first.
var areas = []Role{Place, Adm3, Adm2, Adm1, Country}

// either returns the role of a column that has two roles: of a place and an area
// the place, since only its name says which it is; of two areas the larger, since
// in that the smaller one lies, too; and of the dead and the wounded both.
func either(a, b Role) (r Role, ok bool) {
	i, j := slices.Index(areas, a), slices.Index(areas, b)
	switch {
	case a == Killed && b == Wounded:
		return Toll, true
	case i < 0 || j < 0:
		return NoRole, false
	case i == 0 || j == 0:
		return Place, true
	}
	return areas[max(i, j)], true
}

// alternatives reads a header that names several things of which each row has
// one, such as "Commune/Village" or "Town or city".
func (v *vocabulary) alternatives(h string) (m meaning, why string) {
	for part := range strings.SplitSeq(eitherOr.Replace(strings.ToLower(h)), "/") {
		one, ok := v.header(part)
		if !ok || one.rank >= rankID {
			continue
		}
		if why == "" {
			m, why = meaning{one.role, one.rank%rankStep + rankAlternatives}, "a part of its name"
		} else if one.role != m.role {
			if m.role, ok = either(m.role, one.role); !ok {
				return meaning{}, ""
			}
		}
	}
	return m, why
}

// placeByPlace reports whether a header is words for places or areas one behind the
// other, of which some row has one and some the other: "ward_community". "Block
// address" is one thing.
func (v *vocabulary) placeByPlace(h string) bool {
	words := strings.Fields(headerWords(lastPart(h)))
	place, holds := false, false
	for _, w := range words {
		m, ok := v.headers.find(w)
		if !ok || !slices.Contains(areas[:len(areas)-1], m.role) {
			return false
		}
		place = place || m.role == Place
		holds = holds || m.role != Place || v.any(w, townWord)
	}
	return place && holds && len(words) > 1
}

// eitherOr writes what stands between alternatives as a slash.
var eitherOr = strings.NewReplacer("|", "/", "&", "/", ",", "/", " or ", "/", " and ", "/", " ou ", "/", " et ", "/", " o ", "/", " y ", "/",
	" e ", "/", " oder ", "/", " und ", "/", " или ", "/", " и ", "/", " або ", "/", " та ", "/", " أو ", "/", " veya ", "/", " ve ", "/")

// dates are the roles whose cells are whole dates.
var dates = map[Role]bool{Date: true, Start: true, End: true}

// inWords reads a header such as "How many civilians were killed there?" by the
// one word that says what its column is.
func (v *vocabulary) inWords(h string) (m meaning, why string) {
	words := headerWords(h)
	if strings.Contains(h, "%") || v.any(words, neverWord) {
		return meaning{}, ""
	}
	for word := range strings.FieldsSeq(words) {
		role := v.words.of(word).key
		if role == NoRole || role == m.role {
			continue
		}
		if role == Coordinates && (m.role == Lat || m.role == Lon) {
			continue // "GPS latitude" is one of them
		}
		if m.role != NoRole && m.role != Coordinates || m.role == Coordinates && role != Lat && role != Lon {
			return meaning{}, "" // "Date of the last death"
		}
		m, why = meaning{role, rankWord}, "\""+word+"\" in its name"
	}
	switch {
	case counts[m.role] && v.any(words, groupWord):
		return meaning{}, ""
	case m.role == Date && v.any(words, laterWord):
		return meaning{Date, rankLater}, "its name, for want of the day of the event"
	case m.role == Date && v.any(words, tillWord) && !v.any(words, fromWord):
		m.role = End
	case m.role == Date && v.any(words, fromWord):
		m.role = Start
	case m.role == Killed && v.any(words, lowWord):
		m = v.ofPart(words, meaning{KilledLow, m.rank})
	case m.role == Killed && v.any(words, highWord):
		m = v.ofPart(words, meaning{KilledHigh, m.rank})
	case counts[m.role] && v.any(words, partWord) && !v.any(words, lowWord, highWord):
		m.rank = rankPart
	case v.changes(words, m.role):
		return meaning{}, ""
	}
	return m, why
}

// ofPart ranks what a header means behind others that mean the same, if it is about
// some of the people only: "Minimum civilians killed".
func (v *vocabulary) ofPart(words string, m meaning) meaning {
	if v.any(words, partWord) {
		m.rank = rankPart
	}
	return m
}

// any reports whether one of the words is of one of the kinds.
func (v *vocabulary) any(words string, kinds ...wordKind) bool {
	for word := range strings.FieldsSeq(words) {
		for _, k := range kinds {
			if v.words.of(word).kinds.has(k) {
				return true
			}
		}
	}
	return false
}

// core returns a header's words without what is in brackets, fillers and single
// digits: "Date of incident 1 (dd/mm/yyyy)" is about "date".
func (v *vocabulary) core(header string) string {
	var kept []string
	words := headerWords(withoutBrackets(header))
	for _, asks := range [...]string{"what is ", "what was ", "what are "} {
		words = strings.TrimPrefix(words, asks)
	}
	for w := range strings.FieldsSeq(words) {
		if !v.words.of(w).kinds.has(fillerWord) && (len(w) > 1 || w[0] < '0' || w[0] > '9') {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// bracketed returns what stands between the first brackets of a header.
func bracketed(s string) string {
	_, s, _ = strings.Cut(s, "(")
	s, _, _ = strings.Cut(s, ")")
	return s
}

func withoutBrackets(s string) string {
	var b strings.Builder
	depth := 0
	for _, r := range s {
		switch r {
		case '(', '[', '{':
			depth++
		case ')', ']', '}':
			depth = max(0, depth-1)
		default:
			if depth == 0 {
				b.WriteRune(r)
			}
		}
	}
	return b.String()
}

// phrase reports whether a header is known as it stands, and its last word alone
// would not do.
func (v *vocabulary) phrase(h string) bool {
	words := headerWords(h)
	m, ok := v.headers.find(words)
	alone := v.headers.of(words[strings.LastIndexByte(words, ' ')+1:])
	return ok && m.role != alone.role
}
