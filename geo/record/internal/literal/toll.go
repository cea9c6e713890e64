package literal

import (
	"errors"
	"fmt"
	"iter"
	"regexp"
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
	western := tollNotes().ReplaceAllString(WesternDigits(cell), " ")
	for _, form := range []func() *regexp.Regexp{twoNumbers, twoLetters, letterFirst} {
		if m := form().FindStringSubmatch(western); m != nil {
			killed, errKilled := Count(m[1])
			wounded, errWounded := Count(m[2])
			return map[headers.Role]geo.Count{headers.Killed: killed, headers.Wounded: wounded}, errors.Join(errKilled, errWounded)
		}
	}
	said := tollSaid{}
	for part := range strings.SplitSeq(tollText(western), ";") {
		for words := range tollParts(strings.Fields(withoutShares(part))) {
			if !said.add(words) {
				return nil, fmt.Errorf("%s %w", Quoted(cell), errNoToll)
			}
		}
	}
	if len(said) == 0 {
		return nil, fmt.Errorf("%s %w", Quoted(cell), errNoToll)
	}
	delete(said, headers.NoRole)
	return said, nil
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

// tollSaid is what the parts of a toll say so far; of NoRole, those who are
// neither dead nor wounded.
type tollSaid map[headers.Role]geo.Count

// add takes a part into account, and reports whether it could: it names a role
// that no part before it has named, and how many.
func (said tollSaid) add(words []string) bool {
	role, count, err := partOfToll(words)
	if _, twice := said[role]; err != nil || twice && role != headers.NoRole {
		return false
	}
	if role != headers.Toll {
		said[role] = count
		return true
	}
	_, killed := said[headers.Killed]
	_, wounded := said[headers.Wounded]
	if killed || wounded || count != geo.Exactly(0) && count != (geo.Count{}) {
		return false // of five casualties nobody says how many are dead
	}
	said[headers.Killed], said[headers.Wounded] = count, count
	return true
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
	case has(countWords()["without"], rest):
		return role, geo.Exactly(0), nil
	case len(rest) == 0:
		return role, geo.Count{}, errNoToll
	}
	count, err := Count(strings.Join(rest, " "))
	return role, count, err
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
