package en

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/news/text"
)

//go:embed types.txt
var typesFile string

//go:embed disasters.txt
var disastersFile string

// Kind is one kind of event: a block of a taxonomy.
type Kind struct {
	Type, SubType string
	Family        string // events of one family at one place and time are one event
	Plover        string // code of the PLOVER ontology; empty if it has none
	UCDP          string // type_of_violence codes, separated by spaces
	Afar          bool   // done from afar, time and again: what else such a story tells was done likewise

	order int
}

// Taxonomy says which words tell of what kind of event. It does not change and
// may be shared.
type Taxonomy struct {
	Kinds []*Kind

	patterns table[[]anchored] // by the pattern's first word, in any of its forms
	phrases  table[[][]string] // what looks like a trigger and is none, by first word
	context  table[[][]string] // words that make weak triggers tell of something else
	toll     *Kind             // where only dead or wounded are told; nil if the taxonomy has none
	state    map[string]*Kind  // by family: what an event is if forces of a state did it
	armed    map[string]*Kind  // by family: what a weak trigger tells if its victims bear arms
	crowd    map[string]*Kind  // by family: what a clash is one side of which are protesters
}

// Types returns the taxonomy that comes with the program: events.md's kinds,
// after ACLED, with Diplomacy and Humanitarian.
var Types = sync.OnceValue(func() *Taxonomy { return embedded("types.txt", typesFile) })

// Disasters returns the other taxonomy that comes with the program: natural disasters,
// accidents and outbreaks, after EM-DAT.
var Disasters = sync.OnceValue(func() *Taxonomy { return embedded("disasters.txt", disastersFile) })

func embedded(name, file string) *Taxonomy {
	t, err := ParseTypes(strings.NewReader(file))
	if err != nil {
		panic("embedded " + name + ": " + err.Error()) // the program was built wrong
	}
	return t
}

// pattern is one way to tell of a kind of event.
type pattern struct {
	kind    *Kind
	words   []alternatives // after the anchor
	class   class
	weak    bool
	faint   bool
	office  bool // whoever does it holds a public office
	subject bool // its subject is a place
	object  object
}

// alternatives are the words that may stand in one place of a pattern. Nil is
// a gap of up to maxGap words.
type alternatives []string

const maxGap = 7

type class uint8

const (
	classVerb class = iota
	classNoun
	classTool
)

// object is what must follow a pattern.
type object uint8

const (
	anything object = iota
	aPlace
	people
	facility
	military
)

var objects = map[string]object{"@place": aPlace, "@people": people, "@facility": facility, "@base": military}

// anchored is a pattern with the form its first word has in the text.
type anchored struct {
	*pattern
	form form
}

// ParseTypes reads a taxonomy. The form of the file is told in the head of the
// one that comes with the program (types.txt).
func ParseTypes(r io.Reader) (*Taxonomy, error) {
	p := typesParser{t: &Taxonomy{
		state: map[string]*Kind{}, armed: map[string]*Kind{}, crowd: map[string]*Kind{},
	}}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	n := 0
	for s.Scan() {
		n++
		if err := p.line(strings.TrimSpace(s.Text())); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	}
	if len(p.t.Kinds) == 0 {
		return nil, fmt.Errorf("no event type: a block begins with [Type / Sub type]")
	}
	return p.t, nil
}

type typesParser struct {
	t    *Taxonomy
	kind *Kind // of the block being read
	none bool  // inside [-]
}

func (p *typesParser) line(s string) error {
	switch {
	case s == "" || s[0] == '#':
		return nil
	case s[0] == '[':
		return p.block(s)
	case p.none:
		return p.exception(s)
	case p.kind == nil:
		return fmt.Errorf("%q stands before the first block", s)
	}
	word, rest, _ := strings.Cut(s, " ")
	switch rest = strings.TrimSpace(rest); word {
	case "family":
		p.kind.Family = rest
	case "plover":
		p.kind.Plover = rest
	case "ucdp":
		p.kind.UCDP = rest
	case "afar":
		p.kind.Afar = true
	case "toll":
		p.t.toll = p.kind
	case "armed":
		p.t.armed[rest] = p.kind
	case "crowd":
		p.t.crowd[rest] = p.kind
	case "state":
		p.t.state[rest] = p.kind
	case "weak", "faint":
		class, list, _ := strings.Cut(rest, " ")
		return p.patterns(class, list, pattern{kind: p.kind, weak: true, faint: word == "faint"})
	default:
		return p.patterns(word, rest, pattern{kind: p.kind})
	}
	return nil
}

// block begins a block: "[Type / Sub type]" or "[-]".
func (p *typesParser) block(s string) error {
	inner, ok := strings.CutSuffix(s[1:], "]")
	if !ok {
		return fmt.Errorf("%q lacks its closing bracket", s)
	}
	if p.none = strings.TrimSpace(inner) == "-"; p.none {
		return nil
	}
	// A type may hold a slash itself; what parts it from its sub type has spaces around it.
	name, sub, _ := strings.Cut(inner, " / ")
	name, sub = strings.TrimSpace(name), strings.TrimSpace(sub)
	if name == "" {
		return fmt.Errorf("%q names no event type", s)
	}
	p.kind = &Kind{Type: name, SubType: sub, Family: name, order: len(p.t.Kinds)}
	p.t.Kinds = append(p.t.Kinds, p.kind)
	return nil
}

func (p *typesParser) exception(s string) error {
	word, rest, _ := strings.Cut(s, " ")
	into := &p.t.phrases
	switch word {
	case "phrase":
	case "context":
		into = &p.t.context
	default:
		return fmt.Errorf("%q: the block [-] knows phrase and context", word)
	}
	for _, item := range items(rest) {
		words := wordsOf(item).Lower
		if len(words) == 0 {
			return fmt.Errorf("%q holds no word", item)
		}
		into.put(words[0], append(into.of(words[0]), words))
	}
	return nil
}

func items(s string) []string {
	var out []string
	for item := range strings.SplitSeq(s, ";") {
		if item = strings.TrimSpace(item); item != "" {
			out = append(out, item)
		}
	}
	return out
}

var classNames = map[string]class{"verb": classVerb, "noun": classNoun, "tool": classTool}

func (p *typesParser) patterns(word, list string, like pattern) error {
	class, ok := classNames[word]
	if !ok {
		return fmt.Errorf("%q is not verb, noun, tool, weak, faint, toll, afar, state, armed, crowd, family, plover or ucdp", word)
	}
	if len(items(list)) == 0 {
		return fmt.Errorf("%s lists nothing", word)
	}
	for _, item := range items(list) {
		like.class = class
		if err := p.pattern(item, like); err != nil {
			return fmt.Errorf("%q: %w", item, err)
		}
	}
	return nil
}

// pattern adds one pattern: "take _ hostage/hostages", "@office visit @place".
func (p *typesParser) pattern(item string, x pattern) error {
	fields := strings.Fields(item)
	switch fields[0] {
	case "@office":
		x.office, fields = true, fields[1:]
	case "@place":
		x.subject, fields = true, fields[1:]
	}
	if n := len(fields); n > 0 && fields[n-1][0] == '@' {
		if x.object = objects[fields[n-1]]; x.object == anything {
			return fmt.Errorf("%s is not @place, @people, @facility or @base", fields[n-1])
		}
		fields = fields[:n-1]
	}
	for _, f := range fields {
		if f[0] == '@' {
			return fmt.Errorf("%s stands in the wrong place", f)
		}
	}
	if len(fields) == 0 || fields[0] == "_" {
		return fmt.Errorf("a pattern begins with a word")
	}
	if fields[len(fields)-1] == "_" {
		return fmt.Errorf("a gap needs a word behind it")
	}
	p.add(fields, x)
	return nil
}

// add files a pattern under every form of its first word. A hyphen parts words
// as it does in a text.
func (p *typesParser) add(fields []string, x pattern) {
	if first, verb, ok := strings.Cut(fields[0], "-"); ok && x.class == classVerb && !strings.Contains(fields[0], "/") {
		p.addCompound(first, verb, append([]string{"-"}, fields[1:]...), x)
		return
	}
	if x.class == classVerb && len(fields) > 1 && isAdverb(fields[0]) {
		p.addCompound(fields[0], fields[1], fields[2:], x)
		return
	}
	first := splitHyphens(fields[:1])
	rest := append(first[1:], splitHyphens(fields[1:])...)
	for i, a := range rest {
		if x.class != classVerb && i == len(rest)-1 && a != nil {
			rest[i] = withPlurals(a)
		}
	}
	x.words = rest
	for _, head := range first[0] {
		for word, form := range headForms(head, &x) {
			p.t.patterns.put(word, append(p.t.patterns.of(word), anchored{&x, form}))
		}
	}
}

// addCompound files a verb of two words under its first one; the second takes the forms:
// "gang-raped", "carpet-bombing", "sexually assaulted".
func (p *typesParser) addCompound(first, verb string, rest []string, x pattern) {
	var before []alternatives
	if len(rest) > 0 && rest[0] == "-" {
		before, rest = []alternatives{{"-"}}, rest[1:]
	}
	forms := verbForms(strings.ToLower(verb))
	first = strings.ToLower(first)
	for _, word := range slices.Sorted(maps.Keys(forms)) {
		one := x
		one.words = slices.Concat(before, []alternatives{{word}}, splitHyphens(rest))
		p.t.patterns.put(first, append(p.t.patterns.of(first), anchored{&one, forms[word]}))
	}
}

func splitHyphens(fields []string) []alternatives {
	var out []alternatives
	for _, f := range fields {
		switch {
		case f == "_":
			out = append(out, nil)
		case strings.Contains(f, "-") && !strings.Contains(f, "/"):
			for _, t := range text.Tokens(f) {
				out = append(out, alternatives{strings.ToLower(t.Of(f))})
			}
		default:
			out = append(out, strings.Split(strings.ToLower(f), "/"))
		}
	}
	return out
}

func withPlurals(words alternatives) alternatives {
	out := words
	for _, w := range words {
		out = append(out, plural(w))
	}
	return out
}

// headForms returns the forms of a pattern's first word.
func headForms(head string, x *pattern) map[string]form {
	if x.class == classVerb {
		return verbForms(head)
	}
	forms := map[string]form{head: formNoun}
	if len(x.words) == 0 || x.words[0] == nil {
		forms[plural(head)] = formNoun
	}
	// "withdrawal from" and "clash with" are nouns with what follows them.
	if len(x.words) > 0 && x.words[0] != nil && prepositions.has(x.words[0][0]) {
		forms[plural(head)] = formNoun
	}
	return forms
}

// plural returns the regular plural of a noun.
func plural(noun string) string {
	switch {
	case noun == "":
		return ""
	case strings.HasSuffix(noun, "man"):
		return noun[:len(noun)-2] + "en"
	case strings.HasSuffix(noun, "s"), strings.HasSuffix(noun, "sh"), strings.HasSuffix(noun, "ch"), strings.HasSuffix(noun, "x"):
		return noun + "es"
	case strings.HasSuffix(noun, "y") && len(noun) > 1 && !isVowel(noun[len(noun)-2]):
		return noun[:len(noun)-1] + "ies"
	}
	return noun + "s"
}

func isVowel(b byte) bool { return strings.IndexByte("aeiou", b) >= 0 }

// Family returns the family of an event's type and sub type. A type that the
// taxonomy does not have is a family of its own.
func (t *Taxonomy) Family(name, sub string) string {
	for _, k := range t.Kinds {
		if k.Type == name && k.SubType == sub {
			return k.Family
		}
	}
	return name
}

// Toll returns the kind of event taken where only dead or wounded are told; nil
// if the taxonomy has none.
func (t *Taxonomy) Toll() *Kind { return t.toll }

// ByState returns the kind taken for an event of a family that forces of a
// state did; nil if there is none.
func (t *Taxonomy) ByState(family string) *Kind { return t.state[family] }

// Armed returns the kind taken for a weakly told event of a family whose
// victims bear arms; nil if there is none.
func (t *Taxonomy) Armed(family string) *Kind { return t.armed[family] }

// Crowd returns the kind taken for an armed clash of a family one side of which
// are protesters; nil if there is none.
func (t *Taxonomy) Crowd(family string) *Kind { return t.crowd[family] }

// Before reports whether a kind stands earlier in its taxonomy than another.
func (k *Kind) Before(other *Kind) bool { return k.order < other.order }
