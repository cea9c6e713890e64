package markup

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Programs that make maps and feeds of tables write a row's columns into its
// description: as a table of two columns, as a list of definitions, or as lines
// "Location: Ridge Road".

// Bounds on what is taken for the name of a column, in characters and in words, and on
// the description that it stands in.
const (
	longestName  = 40
	mostWords    = 5
	longestField = 256 << 10
	mostFields   = 200
)

// cellEnd parts the cells of a line. It is no character of a text.
const cellEnd = "\x1f"

// Fields returns what a description says under names, and whether that is all it says.
// Less than two names are none: prose has a colon now and then.
func Fields(description string) (fields []Value, whole bool) {
	if len(description) > longestField || !strings.ContainsAny(description, ":<") {
		return nil, false
	}
	var lines []Value // by a colon
	rest := 0         // lines that are neither
	for line := range strings.SplitSeq(linesOf(description), "\n") {
		name, text, cells := strings.Cut(line, cellEnd)
		if !cells {
			name, text, _ = strings.Cut(line, ":")
		}
		text, _, _ = strings.Cut(text, cellEnd)
		name, text = strings.TrimRight(tidy(name), " :"), tidy(text)
		switch {
		case name == "" && text == "":
		case !isName(name), !cells && (text == "" || strings.HasPrefix(text, "//")):
			rest++
		case cells:
			fields = append(fields, Value{name, text})
		default:
			lines = append(lines, Value{name, text})
		}
	}
	if len(fields) == 0 && rest < len(lines) {
		fields, lines = lines, nil
	}
	if len(fields) < 2 || len(fields) > mostFields {
		return nil, false
	}
	return fields, rest+len(lines) <= 1 // a heading may stand above
}

// isName reports whether a text can be the name of a column.
func isName(s string) bool {
	first, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLetter(first) && utf8.RuneCountInString(s) <= longestName && strings.Count(s, " ") < mostWords && !strings.ContainsAny(s, ".;!?\"")
}

func tidy(s string) string { return strings.Join(strings.Fields(s), " ") }

// linesOf returns the lines of a text or of a piece of a page, in which a row of a table
// is one, and a term of a list with what it is. A row of headings is left out.
func linesOf(s string) string {
	if strings.IndexByte(s, '<') < 0 {
		return html.UnescapeString(s)
	}
	l := &liner{}
	for z := html.NewTokenizer(strings.NewReader(s)); ; {
		kind := z.Next()
		if kind == html.ErrorToken { // a string ends, and has no other errors
			l.end()
			return l.lines.String()
		}
		t := z.Token()
		switch {
		case l.hidden != 0:
			if kind == html.EndTagToken && t.DataAtom == l.hidden {
				l.hidden = 0
			}
		case kind == html.TextToken:
			l.line.WriteString(strings.ReplaceAll(t.Data, "\n", " "))
		case kind == html.StartTagToken || kind == html.EndTagToken || kind == html.SelfClosingTagToken:
			l.tag(t.DataAtom, kind == html.EndTagToken)
		}
	}
}

// liner makes lines of the tags and texts of a page.
type liner struct {
	lines, line strings.Builder
	cells       int // of the line
	heads       int // of them
	hidden      atom.Atom
}

func (l *liner) tag(name atom.Atom, closing bool) {
	switch name {
	case atom.Style, atom.Script:
		if !closing {
			l.hidden = name
		}
	case atom.Td, atom.Th, atom.Dd:
		if closing {
			return
		}
		if l.cells++; l.cells > 1 || name == atom.Dd {
			l.line.WriteString(cellEnd)
		}
		if name == atom.Th {
			l.heads++
		}
	case atom.Tr, atom.Table, atom.Dl, atom.Dt:
		if name != atom.Dt || !closing {
			l.end()
		}
	case atom.Br, atom.P, atom.Div, atom.Li, atom.Ul, atom.Ol, atom.Hr, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Body, atom.Html, atom.Head, atom.Title:
		if l.cells > 0 { // paragraphs of a cell
			l.line.WriteByte(' ')
			return
		}
		l.end()
	}
}

// end ends a line.
func (l *liner) end() {
	if l.heads < 2 || l.heads < l.cells {
		l.lines.WriteString(l.line.String())
	}
	l.lines.WriteByte('\n')
	l.line.Reset()
	l.cells, l.heads = 0, 0
}

// surveyed is of how many items it is seen which names their descriptions share.
const surveyed = 500

// Spread returns items in whose descriptions the fields are values of their own, under
// the names that a third of those described share at least. A description that is
// nothing else is left out.
func Spread(description string, items iter.Seq2[*Item, error]) iter.Seq2[*Item, error] {
	shared := sharedFields(description, items)
	if len(shared) == 0 {
		return items
	}
	return func(yield func(*Item, error) bool) {
		for it, err := range items {
			if err == nil {
				it.spread(description, shared)
			}
			if !yield(it, err) {
				return
			}
		}
	}
}

func sharedFields(description string, items iter.Seq2[*Item, error]) map[string]bool {
	count := map[string]int{}
	n, described := 0, 0
	for it, err := range items {
		if n++; err != nil || n > surveyed {
			break
		}
		for _, v := range it.Values {
			if v.Name != description {
				continue
			}
			described++
			fields, _ := Fields(v.Text)
			for _, f := range fields {
				count[f.Name]++
			}
		}
	}
	shared := map[string]bool{}
	for name, n := range count {
		if 3*n >= described {
			shared[name] = true
		}
	}
	return shared
}

// spread makes values of the fields in a description.
func (it *Item) spread(description string, shared map[string]bool) {
	for i, v := range it.Values {
		if v.Name != description {
			continue
		}
		fields, whole := Fields(v.Text)
		for _, f := range fields {
			whole = whole && shared[f.Name]
			if shared[f.Name] && f.Text != "" && !it.Has(f.Name) && len(it.Values) < MostColumns {
				it.Values = append(it.Values, f)
			}
		}
		if whole {
			it.Values = append(it.Values[:i:i], it.Values[i+1:]...)
		}
		return
	}
}
