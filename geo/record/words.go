package record

import (
	"bufio"
	_ "embed"
	"fmt"
	"strings"
	"sync"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

//go:embed headers.txt
var headersTxt string

//go:embed hxl.txt
var hxlTxt string

//go:embed types.txt
var typesTxt string

// meaning is what a header means. Of two columns with the same role the one of
// the lower rank is taken.
type meaning struct {
	role Role
	rank int
}

// schema is a data set whose tables are known as such.
type schema struct {
	name     string
	requires []string // headers, in the form of headerWords
	headers  map[string]meaning
	open     bool // headers not listed mean what they mean in any table
}

// vocabulary is what headers.txt says.
type vocabulary struct {
	headers map[string]meaning // the first meaning of each header
	glued   map[string]meaning // of those of several words, written as one: "countryname"
	words   map[string]kindSet
	keys    map[string]Role // of words that are keyWord
	schemas []*schema
}

// wordKind says what a single word does to a header.
type wordKind uint8

// kindSet is the kinds that a word has; bit k is for kind k.
type kindSet uint16

func (s kindSet) has(k wordKind) bool { return s&(1<<k) != 0 }

// The kinds of words; of most words nothing is known.
const (
	fillerWord wordKind = iota + 1 // nothing: "Date of the attack"
	keyWord                        // says what the column is, whatever stands beside it
	partWord                       // makes a number of people a part of the whole: "Women killed"
	laterWord                      // makes a date one of telling: "Date reported"
	neverWord                      // makes it something else altogether: "Date of birth"
	topWord                        // an area that lies in none but the country
	bottomWord                     // an area that contains no other of its level
	lowWord                        // the least of an estimate: "Deaths (min)"
	highWord                       // the most of it
	groupWord                      // counts families and not people: "Displaced HH"
	manyWord                       // about a number: "Number of actors"
	townWord                       // a place that others lie in: "City"
	timeWord                       // a point in time: "Created at"
)

var wordKinds = map[string]wordKind{
	"filler": fillerWord, "key": keyWord, "part": partWord, "later": laterWord, "never": neverWord,
	"top": topWord, "bottom": bottomWord, "low": lowWord, "high": highWord, "how_many": manyWord, "group": groupWord, "town": townWord, "time": timeWord,
}

var theVocabulary = sync.OnceValue(func() *vocabulary { return parseVocabulary(headersTxt) })

// parseVocabulary panics on a mistake in the embedded file, which a test would
// have met.
func parseVocabulary(text string) *vocabulary {
	v := &vocabulary{headers: map[string]meaning{}, glued: map[string]meaning{}, words: map[string]kindSet{}, keys: map[string]Role{}}
	into, rank := v.headers, 0
	for line := range dataLines(text) {
		before, after, _ := strings.Cut(line, ":")
		head := strings.Fields(before)
		switch head[0] {
		case "schema", "survey":
			if rank != 0 { // lines that follow each other are ways to know the same tables
				into, rank = map[string]meaning{}, 0
			}
			v.schemas = append(v.schemas, &schema{
				name: strings.Join(head[1:], " "), requires: headerList(after), headers: into, open: head[0] == "survey"})
			continue
		}
		if kind := wordKinds[head[0]]; kind != 0 {
			v.addWords(kind, head, after)
			continue
		}
		role := mustRole(head[0])
		for _, w := range headerList(after) {
			rank++
			if _, taken := into[w]; !taken {
				into[w] = meaning{role, rank}
			}
			if _, taken := v.glued[squeezed(w)]; rank > 0 && !taken && len(v.schemas) == 0 && strings.Contains(w, " ") {
				v.glued[squeezed(w)] = meaning{role, rank}
			}
		}
	}
	return v
}

// squeezed returns words without the spaces between them.
func squeezed(words string) string { return strings.ReplaceAll(words, " ", "") }

// addWords takes in a line of single words.
func (v *vocabulary) addWords(kind wordKind, head []string, list string) {
	for _, w := range headerList(list) {
		v.words[w] |= 1 << kind
		if kind == keyWord {
			v.keys[w] = mustRole(head[1])
		}
	}
}

// mustRole returns the role of a word of headers.txt; "none" is NoRole.
func mustRole(word string) Role {
	role, ok := ParseRole(word)
	if !ok && word != "none" {
		panic(fmt.Sprintf("headers.txt: %q is not a role", word))
	}
	return role
}

func headerList(text string) []string {
	list := make([]string, 0, 1+strings.Count(text, ","))
	for h := range strings.SplitSeq(text, ",") {
		if h = headerWords(h); h != "" {
			list = append(list, h)
		}
	}
	return list
}

// dataLines yields the lines of an embedded table, without comments.
func dataLines(text string) func(func(string) bool) {
	return func(yield func(string) bool) {
		lines := bufio.NewScanner(strings.NewReader(text))
		for lines.Scan() {
			line := strings.TrimSpace(lines.Text())
			if line != "" && !strings.HasPrefix(line, "#") && !yield(line) {
				return
			}
		}
	}
}

// headerWords returns a header in the form in which headers are compared: words
// in lower case without accents, one space apart. "eventDate", "EVENT_DATE" and
// "Event date:" are the same.
func headerWords(header string) string {
	if header = strings.TrimSpace(header); isHeaderWords(header) {
		return header
	}
	return foldHeader(header)
}

func foldHeader(header string) string {
	var b strings.Builder
	var last rune // the rune before, as written
	gap := false
	for _, r := range norm.NFKD.String(header) {
		switch {
		case unicode.Is(unicode.Mn, r) || r == 'ـ': // accents, and the Arabic stretcher
			continue
		case r == 'ı': // the dotless i of Turkish, which others write as theirs
			b.WriteByte('i')
		case !unicode.IsLetter(r) && !unicode.IsDigit(r):
			gap = b.Len() > 0
		default:
			if gap || unicode.IsUpper(r) && (unicode.IsLower(last) || unicode.IsDigit(last)) {
				b.WriteByte(' ')
			}
			b.WriteRune(unicode.ToLower(r))
			gap = false
		}
		last = r
	}
	return withoutArticles(b.String())
}

// isHeaderWords reports whether a header is plain enough to be its own form, as most
// of the vocabulary is: reading that took a seventh of a short run.
func isHeaderWords(header string) bool {
	for i := range len(header) {
		switch c := header[i]; {
		case 'a' <= c && c <= 'z', '0' <= c && c <= '9':
		case c != ' ' || header[i-1] == ' ': // at the ends there is none
			return false
		}
	}
	return true
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

// schemaOf returns the data set that a table with these headers comes from, or
// nil.
func (v *vocabulary) schemaOf(headers []string) *schema {
	have := map[string]bool{}
	for _, h := range headers {
		have[headerWords(h)] = true
	}
	for _, s := range v.schemas {
		all := true
		for _, h := range s.requires {
			all = all && have[h]
		}
		if all {
			return s
		}
	}
	return nil
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
	for line := range dataLines(strings.ReplaceAll(hxlTxt, "\r", "")) {
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

// hxlMeaning returns what a hashtag such as "#event+type +sub" means.
func hxlMeaning(cell string) (meaning, bool) {
	parts := strings.Split(strings.ToLower(strings.Join(strings.Fields(cell), "")), "+")
	have := map[string]bool{}
	for _, a := range parts[1:] {
		have[a] = true
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
			return meaning{t.role, t.rank}, true
		}
	}
	return meaning{}, false
}

// eventType is a type of event and its finer kind, in our words.
type eventType struct{ typ, sub string }

var eventTypes = sync.OnceValue(func() map[string]eventType {
	types := map[string]eventType{}
	for line := range dataLines(typesTxt) {
		parts := strings.Split(line, "|")
		types[headerWords(parts[0])] = eventType{strings.TrimSpace(parts[1]), strings.TrimSpace(parts[2])}
	}
	return types
})
