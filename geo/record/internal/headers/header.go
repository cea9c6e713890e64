package headers

import (
	"slices"
	"strings"
)

// Ranks of headers that are not listed as they stand. They lie a step apart, so
// that of two columns with the same role the one whose header is clearer wins.
const (
	RankStep         = 1 << 16
	RankCore         = 1 * RankStep // listed without its fillers
	rankID           = 2 * RankStep // "report_id"; what is in it must be unique
	RankEnd          = 3 * RankStep // only the end of a dotted name is known
	rankAlternatives = 5 * RankStep // one of "commune/village" is listed
	RankWord         = 6 * RankStep // some word says so; what is in it must fit
	RankPart         = 7 * RankStep // the same, of a part of the people
	RankLater        = 8 * RankStep // a date, but that of the report
	RankAround       = 9 * RankStep // an area with words around it that nobody knows
)

// Of returns what a header means in any table, as it stands or without
// fillers.
func (v *vocabulary) Of(h string) (Meaning, bool) {
	words := Words(h)
	if strings.ContainsRune(h, '%') {
		return Meaning{}, false // a share of what it names
	}
	if m, ok := v.Headers.Find(words); ok {
		return m, true
	}
	if rest, ok := withoutPCode(words); ok {
		return v.coded(rest)
	}
	if m, ok := v.Headers.Find(Words(WithoutBrackets(h))); ok && m.Role != Toll && !v.changes(words, m.Role) {
		m.Role = v.endOf(m.Role, Bracketed(h))
		return Meaning{m.Role, m.Rank + RankCore}, true
	}
	if m, ok := v.Headers.Find(v.Core(h)); ok && !v.changes(words, m.Role) {
		return Meaning{m.Role, m.Rank + RankCore}, true
	}
	if m, ok := v.glued.Find(words); ok {
		return Meaning{m.Role, m.Rank + RankCore}, true
	}
	if strings.HasSuffix(strings.TrimSpace(h), "#") {
		if m, ok := v.Headers.Find(words + " number"); ok {
			return Meaning{m.Role, m.Rank + RankCore}, true // "Case#"
		}
	}
	if of, ok := idOf(words); ok && !slices.Contains(Areas[1:], v.Headers.Of(of).Role) {
		return Meaning{ID, rankID}, true
	}
	return Meaning{}, false
}

// endOf returns which end of what a date is of is meant, if brackets behind it say so:
// "Occurred (from)".
func (v *vocabulary) endOf(r Role, inBrackets string) Role {
	switch words := Words(inBrackets); {
	case r != Date:
	case v.Any(words, tillWord):
		return End
	case v.Any(words, fromWord):
		return Start
	}
	return r
}

// OtherThanListed reads the header of what a form asks for where its list lacks the
// place: "village_other".
func (v *vocabulary) OtherThanListed(h string) (m Meaning, ok bool) {
	rest, ok := strings.CutSuffix(Words(LastPart(h)), " other")
	if !ok {
		return Meaning{}, false
	}
	for word := range strings.FieldsSeq(rest) { // a group's name may stand before it
		rest = word
	}
	m, ok = v.Headers.Find(rest)
	return Meaning{m.Role, m.Rank + RankEnd}, ok && slices.Contains(Areas, m.Role)
}

// idOf returns what a header calls the id of. That of an area is no event's.
func idOf(words string) (of string, ok bool) {
	if of, ok = strings.CutSuffix(words, " id"); !ok {
		of, ok = strings.CutPrefix(words, "id ")
	}
	return of, ok
}

// Completed returns what a header means of which the end is cut off: what all
// those mean that begin so.
func (v *vocabulary) Completed(h string) (best Meaning, ok bool) {
	words := Words(h)
	i, _ := v.Headers.place(words)
	for ; i < len(v.Headers) && strings.HasPrefix(v.Headers[i].words, words); i++ {
		switch m := v.Headers[i].says; {
		case ok && m.Role != best.Role:
			return Meaning{}, false
		case !ok || m.Rank < best.Rank:
			best, ok = m, true
		}
	}
	return best, ok
}

// changes reports whether one of the words makes something else of a role that
// the others give.
func (v *vocabulary) changes(words string, r Role) bool {
	switch {
	case Dates[r], r == Year, r == Month, r == Day:
		return v.Any(words, LaterWord, NeverWord)
	case Counts[r]:
		return v.Any(words, lowWord, highWord, partWord, groupWord, NeverWord)
	case r != ID && r != Toll:
		return v.Any(words, manyWord)
	}
	return false
}

// Loosely returns what a header means that no list has, and which of its words
// say so. Rows of data have such words, too: it is only for what is known to be
// a header.
func (v *vocabulary) Loosely(h string) (m Meaning, why string) {
	if m, why = v.alternatives(Bracketed(h)); why != "" && m.Role == Toll {
		return m, why // "Casualties (KIA/WIA)"
	}
	if m, why = v.alternatives(h); why != "" {
		return m, why
	}
	if v.placeByPlace(h) {
		return Meaning{Place, rankAlternatives}, "its words"
	}
	if m, why = v.inWords(h); why != "" {
		return m, why
	}
	if m, why = v.areaInWords(h); why != "" {
		return m, why
	}
	if m, why = v.alternatives(Bracketed(h)); slices.Contains(Areas, m.Role) && !v.Any(Words(h), NeverWord, manyWord, partWord, groupWord, elsewhereWord) {
		return Meaning{m.Role, RankAround}, why // "Hit (address)"
	}
	return v.kindInWords(h)
}

// kindInWords reads a header that says what kind of thing something was, if that may be
// what happened: "Type of threat".
func (v *vocabulary) kindInWords(h string) (m Meaning, why string) {
	words := Words(WithoutBrackets(h))
	if strings.Count(words, " ") > mostAround || v.Any(words, thingWord, partWord, groupWord, manyWord) {
		return Meaning{}, ""
	}
	for word := range strings.FieldsSeq(words) {
		switch kinds := v.Words.Of(word).Kinds; {
		case kinds.Has(elsewhereWord) && !kinds.Has(happeningWord): // "Type of fire" is of what happened
			return Meaning{}, ""
		case kinds.Has(kindWord):
			m, why = Meaning{Type, RankAround}, "\""+word+"\" in its name"
		case v.Headers.Of(word).Role != NoRole && !v.Words.Of(word).Kinds.Has(FillerWord):
			return Meaning{}, "" // "Type of place"
		}
	}
	return m, why
}

// mostAround is how many words a header may have around the one that names an area:
// more are a sentence about something.
const mostAround = 5

// areaInWords reads a header that names an area among words of which none is known to
// make it another's: "Région principale de déroulement", "Affected counties".
func (v *vocabulary) areaInWords(h string) (m Meaning, why string) {
	words := Words(WithoutBrackets(h))
	if strings.Count(words, " ") > mostAround || v.Any(words, NeverWord, manyWord, partWord, groupWord, elsewhereWord) {
		return Meaning{}, ""
	}
	for word := range strings.FieldsSeq(words) {
		role := v.Headers.Of(word).Role
		switch {
		case role == NoRole || role == m.Role || v.Words.Of(word).Kinds.Has(FillerWord):
		case role == Place && !v.Words.Of(word).Kinds.Has(SettlementWord):
			return Meaning{}, "" // "Navigational area"
		case m.Role == NoRole && slices.Contains(Areas, role):
			m, why = Meaning{role, RankAround}, "\""+word+"\" in its name"
		default:
			return Meaning{}, "" // "District event type"
		}
	}
	return m, why
}

// OnlyFillers reports whether all words of a header but some are fillers or numbers of people: "total
// number of victims" but for "victims".
func (v *vocabulary) OnlyFillers(words string, but []string) bool {
	for word := range strings.FieldsSeq(words) {
		if kinds := v.Words.Of(word).Kinds; !slices.Contains(but, word) && !kinds.Has(FillerWord) && !kinds.Has(manyWord) {
			return false
		}
	}
	return true
}

// OfHappening reports whether a header is the word for what happens that has a name:
// "Battle", "Nom du festival".
func (v *vocabulary) OfHappening(words string) bool {
	some := false
	for word := range strings.FieldsSeq(words) {
		switch kinds := v.Words.Of(word).Kinds; {
		case kinds.Has(happeningWord):
			some = true
		case !kinds.Has(FillerWord):
			return false
		}
	}
	return some
}

// Areas are the roles of places and what they lie in, the finest first.
var Areas = []Role{Place, Adm3, Adm2, Adm1, Country}

// either returns the role of a column that has two roles: of a place and an area
// the place, since only its name says which it is; of two areas the larger, since
// in that the smaller one lies, too; and of the dead and the wounded both.
func either(a, b Role) (r Role, ok bool) {
	i, j := slices.Index(Areas, a), slices.Index(Areas, b)
	switch {
	case a == Killed && b == Wounded:
		return Toll, true
	case i < 0 || j < 0:
		return NoRole, false
	case i == 0 || j == 0:
		return Place, true
	}
	return Areas[max(i, j)], true
}

// alternatives reads a header that names several things of which each row has
// one, such as "Commune/Village" or "Town or city".
func (v *vocabulary) alternatives(h string) (m Meaning, why string) {
	for part := range strings.SplitSeq(eitherOr.Replace(strings.ReplaceAll(strings.ToLower(h), "_", " ")), "/") {
		one, ok := v.Of(part)
		if !ok || one.Rank >= rankID {
			continue
		}
		if why == "" {
			m, why = Meaning{one.Role, one.Rank%RankStep + rankAlternatives}, "a part of its name"
		} else if one.Role != m.Role {
			if m.Role, ok = either(m.Role, one.Role); !ok {
				return Meaning{}, ""
			}
		}
	}
	return m, why
}

// placeByPlace reports whether a header is words for places or areas one behind the
// other, of which some row has one and some the other: "ward_community". "Block
// address" is one thing.
func (v *vocabulary) placeByPlace(h string) bool {
	words := strings.Fields(Words(LastPart(h)))
	place, holds := false, false
	for _, w := range words {
		m, ok := v.Headers.Find(w)
		if !ok || !slices.Contains(Areas[:len(Areas)-1], m.Role) {
			return false
		}
		place = place || m.Role == Place
		holds = holds || m.Role != Place || v.Any(w, TownWord)
	}
	return place && holds && len(words) > 1
}

// eitherOr writes what stands between alternatives as a slash.
var eitherOr = strings.NewReplacer("|", "/", "&", "/", ",", "/", " or ", "/", " and ", "/", " ou ", "/", " et ", "/", " o ", "/", " y ", "/",
	" e ", "/", " oder ", "/", " und ", "/", " или ", "/", " и ", "/", " або ", "/", " та ", "/", " أو ", "/", " veya ", "/", " ve ", "/")

// Dates are the roles whose cells are whole dates.
var Dates = map[Role]bool{Date: true, Start: true, End: true}

// inWords reads a header such as "How many civilians were killed there?" by the
// one word that says what its column is.
func (v *vocabulary) inWords(h string) (m Meaning, why string) {
	words := Words(h)
	if strings.Contains(h, "%") || v.Any(words, NeverWord) {
		return Meaning{}, ""
	}
	for word := range strings.FieldsSeq(words) {
		role := v.Words.Of(word).Key
		if role == NoRole || role == m.Role {
			continue
		}
		if role == Coordinates && (m.Role == Lat || m.Role == Lon) {
			continue // "GPS latitude" is one of them
		}
		if m.Role != NoRole && m.Role != Coordinates || m.Role == Coordinates && role != Lat && role != Lon {
			return Meaning{}, "" // "Date of the last death"
		}
		m, why = Meaning{role, RankWord}, "\""+word+"\" in its name"
	}
	switch {
	case Counts[m.Role] && v.Any(words, groupWord), m.Role == Place && ofJourney(words):
		return Meaning{}, ""
	case m.Role == Date && v.Any(words, LaterWord):
		return Meaning{Date, RankLater}, "its name, for want of the day of the event"
	case m.Role == Date && v.Any(words, tillWord) && !v.Any(words, fromWord):
		m.Role = End
	case m.Role == Date && v.Any(words, fromWord):
		m.Role = Start
	case m.Role == Killed && v.Any(words, lowWord):
		m = v.ofPart(words, Meaning{KilledLow, m.Rank})
	case m.Role == Killed && v.Any(words, highWord):
		m = v.ofPart(words, Meaning{KilledHigh, m.Rank})
	case Counts[m.Role] && v.Any(words, partWord) && !v.Any(words, lowWord, highWord):
		m.Rank = RankPart
	case v.changes(words, m.Role):
		return Meaning{}, ""
	}
	return m, why
}

// CountInWords reads the names of a member and its object as one header, if that is of a number of people:
// "fatalities.reportedMinimum".
func (v *vocabulary) CountInWords(h string) (m Meaning, why string) {
	if m, why = v.inWords(h); !Counts[m.Role] {
		return Meaning{}, ""
	}
	return m, why
}

// travelWords are those of headers for where somebody or something came from or went to.
var travelWords = []string{"origin", "destination", "origine", "origen", "destino", "origem", "destinazione", "ziel", "herkunft"}

// ofJourney reports whether a header is about an end of a journey, where nothing happened.
func ofJourney(words string) bool {
	return slices.ContainsFunc(strings.Fields(words), func(w string) bool { return slices.Contains(travelWords, w) })
}

// ofPart ranks what a header means behind others that mean the same, if it is about
// some of the people only: "Minimum civilians killed".
func (v *vocabulary) ofPart(words string, m Meaning) Meaning {
	if v.Any(words, partWord) {
		m.Rank = RankPart
	}
	return m
}

// Any reports whether one of the words is of one of the kinds.
func (v *vocabulary) Any(words string, kinds ...WordKind) bool {
	for word := range strings.FieldsSeq(words) {
		for _, k := range kinds {
			if v.Words.Of(word).Kinds.Has(k) {
				return true
			}
		}
	}
	return false
}

// Core returns a header's words without what is in brackets, fillers and single
// digits: "Date of incident 1 (dd/mm/yyyy)" is about "date".
func (v *vocabulary) Core(header string) string {
	var kept []string
	words := Words(WithoutBrackets(header))
	for _, asks := range [...]string{"what is ", "what was ", "what are "} {
		words = strings.TrimPrefix(words, asks)
	}
	for w := range strings.FieldsSeq(words) {
		if !v.Words.Of(w).Kinds.Has(FillerWord) && (len(w) > 1 || w[0] < '0' || w[0] > '9') {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
}

// Bracketed returns what stands between the first brackets of a header.
func Bracketed(s string) string {
	_, s, _ = strings.Cut(s, "(")
	s, _, _ = strings.Cut(s, ")")
	return s
}

func WithoutBrackets(s string) string {
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

// Phrase reports whether a header is known as it stands, and its last word alone
// would not do.
func (v *vocabulary) Phrase(h string) bool {
	words := Words(h)
	m, ok := v.Headers.Find(words)
	alone := v.Headers.Of(words[strings.LastIndexByte(words, ' ')+1:])
	return ok && m.Role != alone.Role
}

// Counts are the roles of numbers of people.
var Counts = map[Role]bool{Killed: true, KilledLow: true, KilledHigh: true, Wounded: true, Displaced: true}
