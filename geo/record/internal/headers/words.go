package headers

import (
	_ "embed"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"github.com/dateline-map/dateline/geo/internal/lines"
)

//go:embed hxl.txt
var hxlTxt string

// Meaning is what a header means. Of two columns with the same role the one of
// the lower rank is taken.
type Meaning struct {
	Role Role
	Rank int
}

// vocabulary is what headers.txt says.
type vocabulary struct {
	Headers list[Meaning] // the first meaning of each header
	glued   list[Meaning] // of the headers of several words, written as one: "countryname"
	Words   list[word]
}

// Vocab returns the tables that are made of headers.txt: to read the file at the
// start took a tenth of a run of one row.
func Vocab() *vocabulary { return &headersTxt }

var headersTxt = vocabulary{headerTable, gluedTable, wordTable}

// list is what is said of words, sorted by them.
type list[T any] []listed[T]

type listed[T any] struct {
	words string
	says  T
}

// place returns where words stand, or would stand.
func (l list[T]) place(words string) (i int, found bool) {
	return slices.BinarySearchFunc(l, words, func(e listed[T], words string) int { return strings.Compare(e.words, words) })
}

// Find returns what is said of words.
func (l list[T]) Find(words string) (says T, found bool) {
	i, found := l.place(words)
	if found {
		says = l[i].says
	}
	return says, found
}

// Of returns what is said of words; the zero value if nothing is.
func (l list[T]) Of(words string) T {
	says, _ := l.Find(words)
	return says
}

// word is what a single word says of a header, whatever stands beside it. Of most
// words nothing is known: the zero word.
type word struct {
	Kinds kindSet
	Key   Role // what the column is; NoRole unless it is a keyWord
}

// WordKind says what a single word does to a header.
type WordKind uint8

// kindSet is the kinds that a word has; bit k is for kind k.
type kindSet uint32

func (s kindSet) Has(k WordKind) bool { return s&(1<<k) != 0 }

// The kinds of words; of most words nothing is known.
const (
	FillerWord     WordKind = iota + 1 // nothing: "Date of the attack"
	keyWord                            // says what the column is, whatever stands beside it
	partWord                           // makes a number of people a part of the whole: "Women killed"
	LaterWord                          // makes a date one of telling: "Date reported"
	NeverWord                          // makes it something else altogether: "Date of birth"
	TopWord                            // an area that lies in none but the country
	BottomWord                         // an area that contains no other of its level
	lowWord                            // the least of an estimate: "Deaths (min)"
	highWord                           // the most of it
	groupWord                          // counts families and not people: "Displaced HH"
	manyWord                           // about a number: "Number of actors"
	TownWord                           // a place that others lie in: "City"
	TimeWord                           // a point in time: "Created at"
	fromWord                           // makes a date the first: "Occurred from"
	tillWord                           // makes it the last: "Occurred to"
	happeningWord                      // names one: "Battle", "Festival name"
	elsewhereWord                      // makes an area none of the event's: "Country of the reporter"
	kindWord                           // the kind of what else the header names: "Type of threat"
	thingWord                          // of which the kind is none of the event: "Vehicle type"
	SettlementWord                     // a place that people live in
	FirstWord                          // begins what the rest of the header names: "Start of the siege"
	LastWord                           // ends it
)

// mustRole returns the role of a word of headers.txt; "none" is NoRole.
func mustRole(word string) Role {
	role, ok := ParseRole(word)
	if !ok && word != "none" {
		panic(fmt.Sprintf("headers.txt: %q is not a role", word))
	}
	return role
}

// eachHeader yields the headers of a list, in the form of Words.
func eachHeader(list string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for h := range strings.SplitSeq(list, ",") {
			if h = Words(h); h != "" && !yield(h) {
				return
			}
		}
	}
}

func headerList(text string) []string { return slices.Collect(eachHeader(text)) }

// Words returns a header in the form in which headers are compared: words
// in lower case without accents, one space apart. "eventDate", "EVENT_DATE" and
// "Event date:" are the same.
func Words(header string) string {
	if header = strings.TrimSpace(header); isHeaderWords(header) {
		return withoutArticles(header)
	}
	return foldHeader(header)
}

func foldHeader(header string) string {
	var b strings.Builder
	var last rune // the rune before, as written
	gap := false
	b.Grow(len(header))
	decomposed := norm.NFKD.String(header)
	for i, r := range decomposed {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9':
			if gap {
				b.WriteByte(' ')
			}
			b.WriteByte(byte(r))
			gap = false
		case unicode.Is(unicode.Mn, r) || r == 'ـ': // accents, and the Arabic stretcher
			continue
		case r == 'ı': // the dotless i of Turkish, which others write as theirs
			b.WriteByte('i')
		case !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.Is(unicode.Mc, r): // vowels of India and Burma are marks
			gap = b.Len() > 0
		default:
			if gap || unicode.IsUpper(r) && (unicode.IsLower(last) || unicode.IsDigit(last) || unicode.IsUpper(last) && beginsWord(decomposed[i:])) {
				b.WriteByte(' ')
			}
			b.WriteRune(unicode.ToLower(r))
			gap = false
		}
		last = r
	}
	return withoutArticles(b.String())
}

// beginsWord reports whether a capital and three small letters stand first: behind an
// acronym they are a word of its own, as in "POOState".
func beginsWord(s string) bool {
	const small = 3
	if len(s) <= small {
		return false
	}
	for i := 1; i <= small; i++ {
		if s[i] < 'a' || s[i] > 'z' {
			return false
		}
	}
	return true
}

// isHeaderWords reports whether a header is plain enough to be its own form but for
// articles, as most of the vocabulary is: bringing that into its form took a tenth
// of a short run.
func isHeaderWords(header string) bool {
	for i, r := range header {
		switch {
		case 'a' <= r && r <= 'z', '0' <= r && r <= '9', isPlainLetter(r):
		case r != ' ' || header[i-1] == ' ': // at the ends there is none
			return false
		}
	}
	return true
}

// isPlainLetter reports whether r is a Cyrillic, Arabic or Chinese letter of those
// that most words have, and is small and without an accent: its own form.
func isPlainLetter(r rune) bool {
	switch {
	case r < 'а':
		return false
	case r <= 'я':
		return r != 'й'
	case 'ا' <= r && r <= 'غ', 'ف' <= r && r <= 'ي', '一' <= r && r <= '龥':
		return true
	}
	switch r {
	case 'є', 'і', 'ґ', 'پ', 'چ', 'ژ', 'ک', 'گ', 'ی':
		return true
	}
	return false
}

// withoutArticles takes the article off Arabic words: one header has it, the
// next has not.
func withoutArticles(words string) string {
	const article = "ال"
	if !strings.Contains(words, article) {
		return words
	}
	all := strings.Fields(words)
	for i, w := range all {
		if rest, ok := strings.CutPrefix(w, article); ok && len(rest) > len(article) {
			all[i] = rest
		}
	}
	return strings.Join(all, " ")
}

// hxlTag is one line of hxl.txt taken apart: the tag and the attributes a
// hashtag must have to mean the role.
type hxlTag struct {
	tag        string
	attributes []string
	role       Role
	rank       int
}

var hxlTags = sync.OnceValue(func() []hxlTag {
	var tags []hxlTag
	for line := range lines.Of(strings.ReplaceAll(hxlTxt, "\r", "")) {
		name, list, _ := strings.Cut(line, ":")
		role, ok := ParseRole(name)
		if !ok {
			panic(fmt.Sprintf("hxl.txt: %q is not a role", name))
		}
		for h := range strings.SplitSeq(list, ",") {
			parts := strings.Split(strings.TrimSpace(h), "+")
			tags = append(tags, hxlTag{parts[0], parts[1:], role, len(tags)})
		}
	}
	return tags
})

// OfHashtag returns what a hashtag such as "#event+type +sub" means.
func OfHashtag(cell string) (Meaning, bool) {
	parts := strings.Split(strings.ToLower(strings.Join(strings.Fields(cell), "")), "+")
	have := map[string]bool{}
	for _, a := range parts[1:] {
		have[a] = true
	}
	if have["origin"] || have["from"] {
		return Meaning{}, false // where people came from
	}
	for _, t := range hxlTags() {
		if t.tag != parts[0] {
			continue
		}
		fits := true
		for _, a := range t.attributes {
			fits = fits && have[a]
		}
		if fits {
			return Meaning{t.role, t.rank}, true
		}
	}
	return Meaning{}, false
}
