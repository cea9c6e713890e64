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
}

// vocabulary is what headers.txt says.
type vocabulary struct {
	headers map[string]meaning // the first meaning of each header
	schemas []*schema
}

var theVocabulary = sync.OnceValue(func() *vocabulary { return parseVocabulary(headersTxt) })

// parseVocabulary panics on a mistake in the embedded file, which a test would
// have met.
func parseVocabulary(text string) *vocabulary {
	v := &vocabulary{headers: map[string]meaning{}}
	into, rank := v.headers, 0
	for line := range dataLines(text) {
		before, after, _ := strings.Cut(line, ":")
		head := strings.Fields(before)
		if head[0] == "schema" {
			s := &schema{name: strings.Join(head[1:], " "), headers: map[string]meaning{}}
			s.requires = headerList(after)
			v.schemas = append(v.schemas, s)
			into = s.headers
			continue
		}
		role, ok := ParseRole(head[0])
		if !ok {
			panic(fmt.Sprintf("headers.txt: %q is not a role", head[0]))
		}
		for _, w := range headerList(after) {
			rank++
			if _, taken := into[w]; !taken {
				into[w] = meaning{role, rank}
			}
		}
	}
	return v
}

func headerList(text string) []string {
	var list []string
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
	return b.String()
}

// fillers are words that do not change what a header is about.
var fillers = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(`the of an in at on and for no num number nr n total count event events
		incident incidents people persons person name names value field col de la le les des du el los las del
		da do der die das des und et nombre numero anzahl zahl reported estimated approx approximate
		dd mm yyyy yy wgs84 epsg decimal degrees deg exact full main actual`) {
		set[w] = true
	}
	return set
}()

// core returns a header's words without what is in brackets and without
// fillers: "Date of incident (dd/mm/yyyy)" is about "date".
func core(header string) string {
	var kept []string
	for _, w := range strings.Fields(headerWords(withoutBrackets(header))) {
		if !fillers[w] {
			kept = append(kept, w)
		}
	}
	return strings.Join(kept, " ")
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

// coreRank is added to the rank of a header that means something only without
// its fillers, so that an exact header always wins; twice that to one of which
// only the end is known.
const coreRank = 1 << 16

// header returns what a header means in any table.
func (v *vocabulary) header(h string) (meaning, bool) {
	if m, ok := v.headers[headerWords(h)]; ok {
		return m, true
	}
	if m, ok := v.headers[core(h)]; ok {
		return meaning{m.role, m.rank + coreRank}, true
	}
	if strings.HasSuffix(headerWords(h), " id") {
		return meaning{ID, 2 * coreRank}, true // "report_id"; what is in it must be unique
	}
	return meaning{}, false
}

// phrase reports whether a header is known as it stands, and its last word alone
// would not do.
func (v *vocabulary) phrase(h string) bool {
	words := headerWords(h)
	m, ok := v.headers[words]
	alone := v.headers[words[strings.LastIndexByte(words, ' ')+1:]]
	return ok && m.role != alone.role
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
