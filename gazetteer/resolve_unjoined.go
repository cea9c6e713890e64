package gazetteer

import (
	"slices"
	"strings"
	"unicode"

	"github.com/dateline-map/dateline/geo"
)

// gatherUnjoined looks a name up of which nobody knows any place as one that stands beside
// what it lies in with nothing between them: "Austin TX", "Basra Iraq", "Iraq Basra". Both must
// be known as they are spelled, and the one must lie in the other.
func (t *toponym) gatherUnjoined(r *Resolver, support func(*candidate) bool) {
	i := slices.IndexFunc(t.query.readings, func(rd reading) bool { return !rd.wholeOnly && !rd.inverted && !rd.loose })
	if i < 0 {
		return
	}
	whole := t.query.readings[i]
	words := strings.Fields(whole.name)
	if len(words) < 2 || len(words) > maxUnjoined {
		return
	}
	t.unjoin(r, whole, words, support)
}

// unjoin tries each of the last and the first words of a name as what the others lie in, which
// may be the country of what holds them: "Austin TX USA".
func (t *toponym) unjoin(r *Resolver, whole reading, words []string, support func(*candidate) bool) (found bool) {
	for n := min(len(words)-1, maxHolder); n > 0; n-- { // "New Hampshire" before "Hampshire"
		at := len(words) - n
		for _, parts := range [2][2][]string{{words[:at], words[at:]}, {words[n:], words[:n]}} {
			rd := whole
			rd.name, rd.within, rd.inverted = joinWords(parts[0]), append([]string{joinWords(parts[1])}, whole.within...), true
			if t.holdsUnjoined(r, rd) && (t.gatherOne(r, &rd, support) || len(whole.within) == 0 && t.unjoin(r, rd, parts[0], support)) {
				return true
			}
		}
	}
	return false
}

// Bounds of what is written without a comma: words of all, and of what holds the place.
const (
	maxUnjoined = 6
	maxHolder   = 3
)

// holdsUnjoined reports whether the last part of a reading is a country or an ADM1, and the
// first can be a name. Codes of areas are in capitals: "la" and "de" are words.
func (t *toponym) holdsUnjoined(r *Resolver, rd reading) bool {
	const shortest, longestCode = 3, 3
	holder := rd.within[0]
	if len(rd.name) < shortest || lexicon.class(rd.name) != "" || lexicon.has(rd.name, wordSite) {
		return false
	}
	if len(holder) <= longestCode && !slices.Contains(strings.FieldsFunc(t.place.Name, notALetter), strings.ToUpper(holder)) {
		return false
	}
	return slices.ContainsFunc(r.container(holder, anyLevel, t.scope.land), func(p Place) bool { return kindsOf(p.Type)&(geo.KindCountry|geo.KindAdm1) != 0 })
}

func notALetter(r rune) bool { return !unicode.IsLetter(r) }

// gatherOne makes candidates of what one more reading finds as it is spelled.
func (t *toponym) gatherOne(r *Resolver, rd *reading, support func(*candidate) bool) (fits bool) {
	for _, st := range allStages[:2] {
		for _, h := range st.find(r.x, rd.name, t.scope.land, nil) {
			fits = r.x.Type(h.Ref) != typeCountry && t.consider(r, h, st, rd, support) || fits
		}
	}
	return fits
}
