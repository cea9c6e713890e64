package en

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed capitals.txt
var capitalsFile string

// Capital is a country's seat of government.
type Capital struct {
	City, Country string
}

// capitals are filed under the country's names and adjectives, in small
// letters.
var capitals = sync.OnceValue(func() map[string]Capital {
	m := make(map[string]Capital)
	for line := range strings.Lines(capitalsFile) {
		fields := strings.Split(strings.TrimSpace(line), "|")
		if len(fields) < 2 || strings.HasPrefix(line, "#") {
			continue
		}
		for i := range fields {
			fields[i] = strings.TrimSpace(fields[i])
		}
		c := Capital{City: fields[1], Country: fields[0]}
		m[strings.ToLower(c.Country)] = c
		for _, name := range fields[2:] {
			m[strings.ToLower(name)] = c
		}
	}
	return m
})

// CapitalOf returns the capital of a country by one of its names or adjectives;
// ok is false if it knows none.
func CapitalOf(country string) (c Capital, ok bool) {
	c, ok = capitals()[strings.ToLower(country)]
	return c, ok
}

// SeatOfGovernment reports whether a name is that of a country's capital.
func SeatOfGovernment(city string) bool { return seats()[strings.ToLower(city)].City != "" }

// SeatNamed returns the capital of a name; ok is false if there is none.
func SeatNamed(city string) (c Capital, ok bool) {
	c, ok = seats()[strings.ToLower(city)]
	return c, ok
}

var seats = sync.OnceValue(func() map[string]Capital {
	m := make(map[string]Capital)
	for _, c := range capitals() {
		city := strings.ToLower(c.City)
		if was := m[city]; was.City == "" || c.Country < was.Country {
			m[city] = c
		}
	}
	return m
})

// maxCountry is the longest name of a country, in tokens.
const maxCountry = 5

// CapitalAt reads a country's capital at token i, which is "capital": "the
// Yemeni capital", "Chad's capital", "the capital of Chad". It returns the
// tokens of the whole expression. A capital that is named right behind ("the
// capital Sanaa") needs no reading, nor does "provincial capital".
func (w *Words) CapitalAt(i int) (c Capital, from, to int, ok bool) {
	if w.At(i) != "capital" || w.namedCapital(i) {
		return Capital{}, 0, 0, false
	}
	if w.At(i+1) == "of" {
		k := w.countryOf(i + 2)
		for n := maxCountry; n > 0; n-- {
			if k+n <= w.Len() {
				if c, ok = CapitalOf(w.Span(k, k+n)); ok {
					return c, i, k + n, true
				}
			}
		}
		return Capital{}, 0, 0, false
	}
	for end := i; end > 0; end-- {
		for n := maxCountry; n > 0; n-- {
			if end-n >= 0 {
				if c, ok = CapitalOf(w.Span(end-n, end)); ok {
					return c, end - n, i + 1, true
				}
			}
		}
		// Looked at before it is passed over: "Iraqi" is an adjective of places, too.
		if x := w.At(end - 1); x != "'s" && (!leadAdjectives.has(x) || x == "provincial" || x == "regional") {
			break
		}
	}
	return Capital{}, 0, 0, false
}

// namedCapital reports whether the name of the capital stands right behind token i, a
// day being none: "the capital Sanaa", but not "the Yemeni capital Tuesday".
func (w *Words) namedCapital(i int) bool {
	i++
	if x := w.At(i); x == "," || x == "city" {
		i++
	}
	return w.Capital(i) && Nouns(w.At(i)) != DateNoun
}

// countryOf returns the token where the country's name begins whose words begin at token
// k: "the capital of strife-torn Chad", "of the South American country of Guyana".
func (w *Words) countryOf(k int) int {
	for to := k; to < k+6; to++ {
		if (w.At(to) == "country" || w.At(to) == "nation") && w.At(to+1) == "of" {
			return to + 2
		}
	}
	for w.At(k) == "the" || w.At(k) == "-" || leadAdjectives.has(w.At(k)) && !w.Capital(k) {
		k++
	}
	return k
}

// houses are seats of government that stories name for the city they stand in:
// "at the White House". Without a word of place before it, such a name is that of
// who governs.
var houses = map[string]string{
	"white house": "United States", "pentagon": "United States", "state department": "United States", "capitol": "United States", "kremlin": "Russia",
	"elysee": "France", "elysee palace": "France", "blue house": "South Korea", "aso rock": "Nigeria", "grand serail": "Lebanon",
}

// HouseAt reads "the White House" at token i, behind a word of place, as the
// capital, and returns the token behind it.
func (w *Words) HouseAt(i int) (c Capital, to int, ok bool) {
	if !w.Capital(i) || w.At(i-1) != "the" || !atHouse.has(w.At(i-2)) {
		return Capital{}, 0, false
	}
	for n := 2; n > 0; n-- {
		if i+n <= w.Len() {
			if country, known := houses[strings.Join(w.Lower[i:i+n], " ")]; known {
				c, ok = CapitalOf(country)
				return c, i + n, ok
			}
		}
	}
	return Capital{}, 0, false
}

var atHouse = setOf("at in inside outside over near around")

// ThisCity reports whether token i begins "this besieged southern city", the
// place that a story was filed from, and returns the token behind it.
func (w *Words) ThisCity(i int) (to int, ok bool) {
	if w.At(i) != "this" {
		return 0, false
	}
	for k := i + 1; k < i+6; k++ {
		x := w.At(k)
		switch {
		case filedFrom.has(x) && !(leadAdjectives.has(x) && filedFrom.has(w.At(k+1))):
			return k + 1, !w.Capital(k+1) && w.At(k+1) != "of"
		case leadAdjectives.has(x), directions.has(x), isAdjective(x), x == "-", isHeld(w, k):
		default:
			return 0, false
		}
	}
	return 0, false
}

// HereAt reports whether token i is "here" where a story means the town that it was filed
// from: "arrived here on Saturday", not "here in Gao" nor what somebody is quoted for.
func (w *Words) HereAt(i int) bool {
	if w.At(i) != "here" || i == 0 || prepositions.has(w.At(i-1)) || w.QuotedAt(i) {
		return false
	}
	switch x := w.At(i + 1); x {
	case "", ".", ",", "on", "for", "with", "late", "early", "after", "amid", "ahead", "today", "yesterday", "and", "to", "when", "as", "by", "last", "this":
		return !beForms.has(w.At(i - 1))
	default:
		return weekdays.has(x)
	}
}

// filedFrom are the settlements from which stories are filed.
var filedFrom = setOf("city town village capital port hub")

// TheCapital reports whether token i is "capital" where it means that of the
// country the story is of: "in the capital", "in the country's capital", but not "the
// provincial capital".
func (w *Words) TheCapital(i int) bool {
	from := i - 1
	switch w.At(from) {
	case "federal", "national":
		from--
	case "'s":
		if x := w.At(from - 1); x == "country" || x == "nation" {
			from -= 2
		}
	}
	return w.At(i) == "capital" && w.At(from) == "the" && !w.namedCapital(i) && w.At(i+1) != "of" && w.At(i+1) != "city" && w.At(i+1) != "-" && (placePrepositions.has(w.At(from-1)) || reaches.has(w.At(from-1)))
}

// reaches are verbs behind which "the capital" is a city.
var reaches = setOf("seized captured overran stormed took entered bombed shelled hit struck attacked left fled reached besieged surrounded bombarded rocked shook retook seize capture storm enter reach shell seizing capturing")

// TheTown reports whether token i is "town", "city" or "village" where it means
// one that was named before: "entered the town", but not "the town of Gao" or
// "the town council"; or "there" or "it" where that does, too: "a car bomb there".
func (w *Words) TheTown(i int) bool {
	switch w.At(i) {
	case "town", "city", "village":
	case "it":
		return taken.has(w.At(i - 1))
	case "there":
		return i > 1 && !auxiliaries.has(w.At(i+1)) && !spokenBefore.has(w.At(i-1)) && !w.Mark(i-1)
	default:
		return false
	}
	k := i - 1
	for i-k < 4 && (leadAdjectives.has(w.At(k)) || directions.has(w.At(k)) || isAdjective(w.At(k))) {
		k--
	}
	if next := w.At(i + 1); w.At(k) != "the" && (w.At(k) != "that" && w.At(k) != "this" || !placePrepositions.has(w.At(k-1))) || next == "of" || next == "-" || next == "," && w.Capital(i+2) || w.Capital(i+1) || townNouns.has(next) {
		return false
	}
	return true
}

// TheArea reports whether behind token i a sentence says "in the region" or the like, of one that was named before.
func (w *Words) TheArea(i int) bool {
	for k := i; k < i+24 && k < w.Len(); k++ {
		if w.At(k) == "in" && w.At(k+1) == "the" && areaNouns.has(w.At(k+2)) && !w.Capital(k+2) && w.At(k+3) != "of" && w.At(k+3) != "'s" && !w.Capital(k+3) {
			return true
		}
	}
	return false
}

var areaNouns = setOf("region district province valley area agency governorate")

// SameTown reports whether "same" stands before the noun at an offset: "in the same city".
func (w *Words) SameTown(offset int) bool {
	for k := range w.Tokens {
		if w.Tokens[k].Start == offset {
			return w.At(k-1) == "same"
		}
	}
	return false
}

// spokenBefore stand before a "there" that means no place: "said there was".
var spokenBefore = setOf("that and while but because if when as whether where or said says")

// taken are verbs by which "it" is a town, and hardly ever anything else.
var taken = setOf("retook retaken recaptured overran liberated recapture retake besieged captured seized")

// townNouns stand behind "town" in the names of what belongs to it.
var townNouns = setOf("'s council councillor hall officials official centre center elder elders chief head mayor police limits square people residents dwellers leaders leader manager court clerk known called named where")

var placePrepositions = setOf("in inside outside around across near from to of")

// Demonym reports whether a capitalised word is the adjective of a country or
// of a creed: "Pakistani", "Christian".
func Demonym(word string) bool {
	if creeds.has(strings.ReplaceAll(word, "’", "'")) {
		return true
	}
	c, ok := CapitalOf(word)
	return ok && !strings.EqualFold(c.Country, word) && isDemonymLike(strings.ToLower(word))
}

var creeds = setOf("Christian Christians Muslim Muslims Islamic Islamist Sunni Sunnis Shiite Shiites Shia Shias Shi'ite Shi'ites Shi'a Jewish Hindu Hindus Catholic Orthodox Coptic Sufi Buddhist Druze Alawite Yazidi Sikh")
