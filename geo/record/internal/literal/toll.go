package literal

import (
	"errors"
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

var errNoToll = errors.New("does not say how many are dead and how many wounded")

// tollMarks writes what stands between the parts of a toll as a semicolon.
var tollMarks = strings.NewReplacer("/", ";", "&", ";", " + ", ";", ", ", ";", " and ", ";", " et ", ";", " y ", ";",
	" e ", ";", " und ", ";", " ve ", ";", " en ", ";", " dan ", ";", " i ", ";", " и ", ";", " та ", ";", " і ", ";", "، ", ";", " و ", ";")

var (
	tollNotes   = pattern.New(`\([^)]*\)|\[[^\]]*\]`)
	tollTied    = pattern.New(`(\pL)\s?[-=:]\s?(\d)`) // KIA-2
	tollTimes   = pattern.New(`(\d)\s?[x×]\s?(\pL)`)  // 2xKIA
	twoNumbers  = pattern.New(`^\s*([\d+?-]+)\s*/\s*([\d+?-]+)\s*$`)
	twoLetters  = pattern.New(`^\s*(\d+)\s*[kK]\W*(\d+)\s*[wWiI]\s*$`)
	letterFirst = pattern.New(`^\s*[kK]\W*(\d+)\W+[wWiI]\W*(\d+)\s*$`)
)

// Toll reads a cell that tells both the dead and the wounded: "2 killed, at
// least 5 injured", "2K 5W", "no casualties".
// The first of two bare numbers are the dead, as in all the headers that name
// both. What it does not tell of is not in the map.
func Toll(cell string) (map[headers.Role]geo.Count, error) {
	if Missing(cell) {
		return nil, nil
	}
	if len(cell) > longestTold {
		return nil, fmt.Errorf("%s %w", Quoted(cell), errNoToll)
	}
	if one := ofOneVictim(cell); one != headers.NoRole {
		return map[headers.Role]geo.Count{one: {Low: geo.Known(1)}}, nil
	}
	western := tollNotes().ReplaceAllString(WesternDigits(cell), " ")
	for _, form := range []func() *regexp.Regexp{twoNumbers, twoLetters, letterFirst} {
		if m := form().FindStringSubmatch(western); m != nil {
			killed, errKilled := Count(m[1])
			wounded, errWounded := Count(m[2])
			return map[headers.Role]geo.Count{headers.Killed: killed, headers.Wounded: wounded}, errors.Join(errKilled, errWounded)
		}
	}
	var said tollSaid
	for part := range strings.SplitSeq(tollText(western), ";") {
		for words := range tollParts(strings.Fields(withoutShares(part))) {
			if tellsOfPeople(words) && !said.add(words) {
				return nil, fmt.Errorf("%s %w", Quoted(cell), errNoToll)
			}
		}
	}
	if !said.any {
		return nil, fmt.Errorf("%s %w", Quoted(cell), errNoToll)
	}
	return said.counts(), nil
}

// ofOneVictim returns whose toll a cell is that only says what became of somebody, as lists of
// victims have it: "killed", or "i" where the header says what the letters are. NoRole if it is none.
func ofOneVictim(cell string) headers.Role {
	switch word := plainWords(cell); word {
	case "k":
		return headers.Killed
	case "i", "w":
		return headers.Wounded
	default:
		if role, ok := tollRole(word); ok && (role == headers.Killed || role == headers.Wounded) && nounSays(word) == 0 {
			return role
		}
	}
	return headers.NoRole
}

// tellsOfPeople reports whether a part of a toll is about people, be it that the verb is
// missing: "700 livestock stolen" is not.
func tellsOfPeople(words []string) bool {
	return len(words) < 2 || slices.ContainsFunc(words, func(w string) bool {
		_, said := tollRole(w)
		return said || namesPeople(w)
	})
}

// tollText returns a toll in plain words, its parts between semicolons.
func tollText(cell string) string {
	s := plainWords(cell)
	s = strings.Join(apart(strings.Fields(s)), " ")
	s = tollTied().ReplaceAllString(s, "$1 $2")
	s = tollTimes().ReplaceAllString(s, "$1 $2")
	return strings.ReplaceAll(tollMarks.Replace(s+" "), ": ", " ")
}

// apart takes the Arabic "and" off the numbers and nouns that it is written onto,
// but not off a word that begins with its letter.
func apart(words []string) []string {
	for n, w := range words {
		rest, tied := strings.CutPrefix(w, "و")
		if _, isRole := tollRole(rest); tied && (isRole || numberLike(rest)) {
			words[n] = ";" + rest
		}
	}
	return words
}

// tollParts divides words where one role has its number and the next begins: "3
// kia 5 wia", "killed 2 wounded 4".
func tollParts(words []string) iter.Seq[[]string] {
	return func(yield func([]string) bool) {
		start, hasRole, hasNumber := 0, false, false
		for n, w := range words {
			_, isRole := tollRole(w)
			isNumber := numberLike(w) || has(countWords()["without"], words[n:n+1])
			if hasRole && hasNumber && (isRole || isNumber) {
				if !yield(words[start:n]) {
					return
				}
				start, hasRole, hasNumber = n, false, false
			}
			hasRole, hasNumber = hasRole || isRole, hasNumber || isNumber
		}
		if start < len(words) {
			yield(words[start:])
		}
	}
}

// tollRole returns whom a word of a toll is about: Toll if both the dead and the
// wounded, NoRole if others.
func tollRole(word string) (role headers.Role, ok bool) {
	known := countWords()
	word = strings.TrimRight(word, ".")
	for _, kind := range []struct {
		name string
		role headers.Role
	}{{"killed", headers.Killed}, {"wounded", headers.Wounded}, {"both", headers.Toll}, {"other", headers.NoRole}} {
		if _, ok := known[kind.name][word]; ok {
			return kind.role, true
		}
	}
	role = headers.Vocab().Words.Of(headers.Words(word)).Key
	return role, headers.Counts[role]
}

// tollSaid is what the parts of a toll say so far.
type tollSaid struct {
	of  [headers.NumRoles]geo.Count
	how [headers.NumRoles]howSaid
	any bool // even if only of those who are neither dead nor wounded
}

// howSaid is whom the number of a role is of.
type howSaid uint8

const (
	notSaid   howSaid = iota
	saidOfAll         // "3 killed"
	saidOfOne         // "3 gunmen killed": others may be added
)

func (said *tollSaid) counts() map[headers.Role]geo.Count {
	all := map[headers.Role]geo.Count{}
	for r, how := range said.how {
		if how != notSaid {
			all[headers.Role(r)] = said.of[r]
		}
	}
	return all
}

// add takes a part into account, and reports whether it could: it names a role
// that no part before it has named, or others of whom the same is said, and how many.
func (said *tollSaid) add(words []string) bool {
	role, count, err := partOfToll(words)
	if err != nil {
		return false
	}
	said.any = true
	how := saidOfAll
	if len(words) > 2 && ofSome(words[1:len(words)-1]) {
		how = saidOfOne
	}
	switch {
	case role == headers.NoRole:
		return true
	case role == headers.Toll:
		if said.how[headers.Killed] != notSaid || said.how[headers.Wounded] != notSaid || count != geo.Exactly(0) && count != (geo.Count{}) {
			return false // of five casualties nobody says how many are dead
		}
		said.set(headers.Killed, count, saidOfAll)
		said.set(headers.Wounded, count, saidOfAll)
		return true
	case said.how[role] == notSaid:
		said.set(role, count, how)
		return true
	}
	sum, ok := bothOf(said.of[role], count)
	if !ok || how != saidOfOne || said.how[role] != saidOfOne {
		return false
	}
	said.set(role, sum, how)
	return true
}

func (said *tollSaid) set(role headers.Role, count geo.Count, how howSaid) {
	said.of[role], said.how[role] = count, how
}

// bothOf adds up two numbers of different people, if both are known.
func bothOf(a, b geo.Count) (geo.Count, bool) {
	n, known := a.Best.Int()
	m, alsoKnown := b.Best.Int()
	return geo.Exactly(n + m), known && alsoKnown && n+m <= mostPeople
}

// partOfToll reads "5 injured" and "killed: 2".
func partOfToll(words []string) (headers.Role, geo.Count, error) {
	role, found, one := headers.NoRole, false, 0
	var rest []string
	for _, word := range words {
		if r, ok := tollRole(word); ok && !found {
			role, found = r, true
			one = nounSays(word)
		} else {
			rest = append(rest, word)
		}
	}
	switch rest = withoutPeople(rest); {
	case !found:
		return role, geo.Count{}, errNoToll
	case len(rest) == 0 && one > 0: // Arabic says one and two in the noun
		return role, geo.Exactly(one), nil
	case has(countWords()["without"], withoutFillers(rest)):
		return role, geo.Exactly(0), nil
	case len(rest) == 0:
		return role, geo.Count{}, errNoToll
	}
	count, err := Count(strings.Join(rest, " "))
	if n, ok := fewDigits(rest[0]); err != nil && ok && role != headers.NoRole && ofSome(rest[1:]) {
		return role, geo.Exactly(n), nil
	}
	return role, count, err
}

// withoutFillers returns the words of a part but for those that say nothing: "no" of "no reported".
func withoutFillers(words []string) []string {
	return slices.DeleteFunc(slices.Clone(words), func(w string) bool {
		_, filler := countWords()["filler"][strings.TrimRight(w, ".")]
		return filler
	})
}

// ofSome reports whether words behind a number say of whom it is in a way that no list has:
// "gunmen", "peace activists". Animals and things are nobody.
func ofSome(words []string) bool {
	const most = 3
	return len(words) > 0 && len(words) <= most && !slices.ContainsFunc(words, func(w string) bool {
		return strings.ContainsAny(w, "0123456789%.,:-/") || has(countWords()["nobody"], []string{w}) || len(w) < 3
	})
}

// CountIn reads a number of people in the column of a role. A cell that tells of
// others too, "2 killed, 5 injured" among the dead, is a toll of which that role
// is taken.
func CountIn(role headers.Role, cell string) (geo.Count, error) {
	if n, ok := fewDigits(cell); ok {
		return geo.Exactly(n), nil // nearly always
	}
	c, err := Count(cell)
	if (role == headers.Killed || role == headers.Wounded) && (err != nil || namesOther(role, cell)) {
		if said, errToll := Toll(cell); errToll == nil {
			return said[role], nil
		}
	}
	if err != nil {
		if n, ok := groupsIn(cell); ok {
			return geo.Exactly(n), nil
		}
	}
	return c, err
}

// groupsIn adds up groups of different people: "2 men, 3 women", "1 schwer, 2 leicht".
func groupsIn(cell string) (sum int, ok bool) {
	if len(cell) > longestTold {
		return 0, false
	}
	parts := strings.Split(tollMarks.Replace(plainWords(WesternDigits(cell))+" "), ";")
	kind, seen := 0, map[string]bool{}
	for _, part := range parts {
		words := strings.Fields(part)
		if len(words) < 2 {
			return 0, false
		}
		k, apart := countWords()["apart"][words[1]]
		c, err := Count(words[0])
		n, known := c.Best.Int()
		if !apart || seen[words[1]] || kind != 0 && k != kind || err != nil || !known || len(withoutPeople(words[2:])) > 1 {
			return 0, false
		}
		kind, seen[words[1]], sum = k, true, sum+n
	}
	return sum, len(parts) > 1
}

// fewDigits reads digits, so few that no number of them is too large.
func fewDigits(cell string) (n int, ok bool) {
	if len(cell) == 0 || len(cell) > len("99999999") {
		return 0, false
	}
	for i := range len(cell) {
		if !Digit(cell[i]) {
			return 0, false
		}
		n = 10*n + int(cell[i]-'0')
	}
	return n, true
}

// namesOther reports whether a cell has a word for those who are not in a role:
// the wounded, in a column of the dead.
func namesOther(role headers.Role, cell string) bool {
	if len(cell) > longestTold || strings.Trim(cell, "0123456789.,+ ") == "" {
		return false
	}
	for word := range strings.FieldsSeq(plainWords(cell)) {
		if r, ok := tollRole(strings.Trim(word, ",;.:()")); ok && r != role && r != headers.Toll && headers.Counts[r] {
			return true
		}
	}
	return false
}
