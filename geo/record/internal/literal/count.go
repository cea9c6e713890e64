package literal

import (
	_ "embed"
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/lines"
	"github.com/dateline-map/dateline/geo/internal/pattern"
)

//go:embed counts.txt
var countsTxt string

// mostPeople is the largest number of people that is believed. The deadliest
// events of history lie below it.
const mostPeople = 100_000_000

// longestTold bounds, in bytes, cells that tell how many people; a longer one is
// prose, and reading it would take time that grows with the square of its length.
const longestTold = 400

// missingCodes stand for "unknown" in data sets that have no empty cells, such
// as GTD's -9 and -99.
var missingCodes = map[string]bool{"-9": true, "-99": true, "-999": true, "-9999": true}

var (
	grouped  = pattern.New(`^\d{1,3}([., '\x{2019}]\d{3})+$`)
	rangeOf  = pattern.New(`^(\d\S*?)\s*(?:-|–|—|\.\.)\s*(\d\S*)$`)
	inNote   = pattern.New(`^(.*\S)\s*(?:\([^)]*\)|\[[^\]]*\]|[*†‡§¶]+)$`)
	suffixed = pattern.New(`(\d)['’](\pL)`) // 500'den
	// eastAsian matches where digits meet words without a space: 约170人, 5명.
	eastAsian = pattern.New(`(\d)([\p{Han}\p{Hangul}])|([\p{Han}\p{Hangul}])(\d)`)
	signsAt   = strings.NewReplacer(">=", " ≥ ", "<=", " ≤ ", "≥", " ≥ ", "≤", " ≤ ", ">", " > ", "<", " < ", "~", " ~ ", "≈", " ~ ", "+", " + ")
	signKind  = map[string]string{"≥": "least", ">": "more", "≤": "most", "<": "less", "~": "about"}
)

// countWords are what counts.txt says: of each kind its phrases, with the number
// that those have which are one.
var countWords = sync.OnceValue(func() map[string]map[string]int {
	words := map[string]map[string]int{}
	for line := range lines.Of(countsTxt) {
		before, list, _ := strings.Cut(line, ":")
		head := strings.Fields(before)
		said, noNumber := strconv.Atoi(head[1]) // a language's name is none
		counted := noNumber != nil
		if words[head[0]] == nil {
			words[head[0]] = map[string]int{}
		}
		for n, phrase := range strings.Split(list, ",") {
			if head[0] == "number" && counted {
				said = n + 1
			}
			words[head[0]][plainWords(strings.TrimSpace(phrase))] = said
		}
	}
	return words
})

// plainWords returns a cell in small letters without accents, with single
// spaces.
func plainWords(cell string) string {
	if isPlainWords(cell) {
		return cell
	}
	s := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case r == 'ı':
			return 'i'
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(cell))
	return strings.Join(strings.Fields(s), " ")
}

// isPlainWords reports whether a cell has nothing but small letters of ASCII, digits and
// signs, with single spaces, as most of counts.txt.
func isPlainWords(cell string) bool {
	last := byte(' ')
	for i := range len(cell) {
		c := cell[i]
		if c < ' ' || c >= utf8.RuneSelf-1 || 'A' <= c && c <= 'Z' || c == ' ' && last == ' ' {
			return false
		}
		last = c
	}
	return last != ' '
}

// Count reads a number of people as written in a table. Missing is known
// to be unknown, without an error.
func Count(cell string) (geo.Count, error) {
	if n, err := strconv.Atoi(cell); err == nil && n >= 0 && n <= mostPeople {
		return geo.Exactly(n), nil
	}
	if len(cell) > longestTold {
		return geo.Count{}, fmt.Errorf("%s is not a number of people", Quoted(cell))
	}
	s := WesternDigits(strings.TrimSpace(cell))
	if m := inNote().FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	if s == "" || Missing(s) || missingCodes[s] {
		return geo.Count{}, nil
	}
	if n, ok := ofThoseThere(s); ok {
		return geo.Exactly(n), nil
	}
	s = suffixed().ReplaceAllString(s, "$1 $2")
	s = eastAsian().ReplaceAllString(eastAsian().ReplaceAllString(s, "$1$3 $2$4"), "$1$3 $2$4") // both sides of a digit
	s = strings.ReplaceAll(signsAt.Replace(plainWords(s)), ": ", " ")
	c, err := countOf(strings.Fields(withoutShares(s)))
	if err != nil {
		return geo.Count{}, fmt.Errorf("%s %w", Quoted(cell), err)
	}
	return c, nil
}

// ofThoseThere reads "72/132", the dead of those on board. "3/4" may be three or four.
func ofThoseThere(cell string) (n int, ok bool) {
	m := twoNumbers().FindStringSubmatch(cell)
	if m == nil {
		return 0, false
	}
	n, err := strconv.Atoi(m[1])
	all, errAll := strconv.Atoi(m[2])
	return n, err == nil && errAll == nil && n >= 0 && all <= mostPeople && (all == n || all > n+1)
}

// countOf reads a number of people with the words around it.
func countOf(words []string) (geo.Count, error) {
	bare := withoutPeople(words)
	switch {
	case len(bare) == len(words):
	case has(countWords()["without"], bare):
		return geo.Exactly(0), nil
	case Missing(strings.Join(bare, " ")):
		return geo.Count{}, nil // "unknown number"
	}
	c, err := bareCount(bare)
	if err != nil && numbersIn(bare) == 1 {
		return bareCount(slices.DeleteFunc(slices.Clone(bare), namesPeople)) // "58 morts au moins"
	}
	return c, err
}

// bareCount reads a number of people that words for people no longer surround.
func bareCount(words []string) (geo.Count, error) {
	known := countWords()
	all := strings.Join(words, " ")
	if low, vague := known["vague"][all]; vague {
		return geo.Count{Low: geo.Known(low)}, nil
	}
	if n, around := known["around"][all]; around {
		return geo.Count{Best: geo.Known(n)}, nil
	}
	if n := nounSays(all); n > 0 {
		return geo.Exactly(n), nil
	}
	if c, ok, err := bounded(words); ok {
		return c, err
	}
	if c, ok, err := ranged(words); ok {
		return c, err
	}
	n, err := people(all)
	if err != nil {
		return geo.Count{}, err
	}
	return geo.Exactly(n), nil
}

// peopleKinds are the kinds of words that say who is counted and not how many.
var peopleKinds = [...]string{"person", "killed", "wounded", "both", "filler"}

func namesPeople(word string) bool {
	for _, kind := range peopleKinds {
		if _, ok := countWords()[kind][word]; ok {
			return true
		}
	}
	return false
}

// nounSays returns how many people a noun by itself is, as the Arabic dual is two;
// 0 if it does not say.
func nounSays(word string) int {
	known := countWords()
	return known["killed"][word] + known["wounded"][word] + known["person"][word]
}

// withoutPeople leaves out the words for people at both ends, and of a single one
// nothing.
func withoutPeople(words []string) []string {
	for len(words) > 1 && namesPeople(words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	for len(words) > 1 && namesPeople(words[0]) {
		words = words[1:]
	}
	return words
}

// numbersIn counts the numbers among words.
func numbersIn(words []string) (n int) {
	for _, w := range words {
		if numberLike(w) {
			n++
		}
	}
	return n
}

func numberLike(word string) bool {
	_, said := countWords()["number"][word]
	return said || strings.ContainsAny(word, "0123456789")
}

// withoutShares leaves out what a number includes: "5 dead, including 2 children".
func withoutShares(plain string) string {
	words := strings.Fields(plain)
	for n, w := range words {
		if has(countWords()["including"], []string{strings.TrimRight(w, ".:")}) {
			return strings.TrimRight(strings.Join(words[:n], " "), ",")
		}
	}
	return plain
}

// longestPhrase is how many words the longest phrase before a number has.
const longestPhrase = 4

// bounded reads "at least 7", ">40", "5 or more"; ok is false if it is none of
// them.
func bounded(words []string) (c geo.Count, ok bool, err error) {
	known := countWords()
	for n := min(longestPhrase, len(words)-1); n > 0; n-- {
		for _, kind := range []string{"least", "more", "most", "less", "about"} {
			if !has(known[kind], words[:n]) && signKind[words[0]] != kind {
				continue
			}
			rest := strings.Join(words[n:], " ")
			if n, around := known["around"][rest]; around && kind == "about" {
				return bound(kind, n), true, nil
			}
			n, err := people(rest)
			return bound(kind, n), err == nil, nil
		}
	}
	for n := 1; n < len(words); n++ {
		if last := strings.Join(words[n:], " "); last == "+" || has(known["upwards"], words[n:]) {
			n, err := people(strings.Join(words[:n], " "))
			return bound("least", n), err == nil, nil
		}
	}
	if last := len(words) - 1; last >= 0 && strings.HasSuffix(words[last], "?") {
		n, err := people(strings.TrimRight(strings.Join(words, " "), "? "))
		return bound("about", n), err == nil, nil
	}
	return geo.Count{}, false, nil
}

// bound returns what a number stands for behind words of a kind.
func bound(kind string, n int) geo.Count {
	switch kind {
	case "least":
		return geo.Count{Best: geo.Known(n), Low: geo.Known(n)}
	case "more":
		return geo.Count{Best: geo.Known(n), Low: geo.Known(n + 1)}
	case "most":
		return geo.Count{High: geo.Known(n)}
	case "less":
		return geo.Count{High: geo.Known(max(0, n-1))}
	}
	return geo.Count{Best: geo.Known(n)}
}

func has(phrases map[string]int, words []string) bool {
	_, ok := phrases[strings.Join(words, " ")]
	return ok
}

// ranged reads "5-8", "5 to 8" and "between 5 and 8"; ok is false if it is no
// range.
func ranged(words []string) (c geo.Count, ok bool, err error) {
	known := countWords()
	either := len(words) > 1 && has(known["either"], words[:1])
	if either {
		words = words[1:]
	}
	for n := 1; n < len(words)-1; n++ {
		if has(known["to"], words[n:n+1]) || either && has(known["both_ends"], words[n:n+1]) {
			return between(strings.Join(words[:n], " "), strings.Join(words[n+1:], " "))
		}
	}
	if m := rangeOf().FindStringSubmatch(strings.Join(words, " ")); m != nil {
		return between(m[1], m[2])
	}
	return geo.Count{}, false, nil
}

func between(low, high string) (geo.Count, bool, error) {
	a, errA := people(low)
	b, errB := people(high)
	if err := errors.Join(errA, errB); err != nil || a > b {
		return geo.Count{}, true, errors.New("is not a range of numbers")
	}
	return geo.Count{Best: geo.Known((a + b) / 2), Low: geo.Known(a), High: geo.Known(b)}, true, nil
}

// people reads one whole number, in digits or in words.
func people(s string) (int, error) {
	if n, ok := numberInWords(s); ok {
		return n, nil
	}
	if _, ok := countWords()["zero"][s]; ok {
		return 0, nil
	}
	if grouped().MatchString(s) {
		s = strings.Map(digitsOnly, s)
	}
	f, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil || math.IsNaN(f):
		return 0, errors.New("is not a number of people")
	case f < 0:
		return 0, errors.New("is a negative number of people")
	case f > mostPeople:
		return 0, errors.New("is more people than can be believed")
	case f != math.Trunc(f):
		return 0, errors.New("is not a whole number of people")
	}
	return int(f), nil
}

// numberInWords reads "twelve" and "twenty-one".
func numberInWords(s string) (int, bool) {
	known := countWords()
	if n, ok := known["number"][s]; ok {
		return n, true
	}
	tens, ones, _ := strings.Cut(strings.ReplaceAll(s, "-", " "), " ")
	n, ok := known["tens"][tens]
	one, said := known["number"][ones]
	if !ok || ones != "" && (!said || one > 9) {
		return 0, false
	}
	return n + one, true
}

func digitsOnly(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}
