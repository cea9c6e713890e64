package web

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// plain returns the words of a tree, its paragraphs parted by blank lines. What
// is not read aloud (scripts, forms, pictures) is left out. The tree is not
// deeper than a page may be.
func plain(n *html.Node) string {
	if n == nil {
		return ""
	}
	var w writer
	w.node(n)
	return w.out.String()
}

// writer writes paragraphs.
type writer struct {
	out   strings.Builder
	gap   int  // line ends owed before the next word: 1 within a paragraph, 2 between
	space bool // white space owed
}

func (w *writer) node(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		w.text(n.Data)
		return
	case html.ElementNode:
		if silent(n) {
			return
		}
	case html.DocumentNode:
	default:
		return
	}
	block := n.Type == html.ElementNode && !inline(tag(n))
	switch {
	case tag(n) == atom.Br:
		w.gap++
	case block:
		w.gap = max(w.gap, 2)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.node(c)
	}
	if block {
		w.gap = max(w.gap, 2)
	}
}

// text writes words. White space of any kind is one space.
func (w *writer) text(s string) {
	for i, word := range strings.Fields(s) {
		if i > 0 || w.space || startsWithSpace(s) {
			w.space = true
		}
		w.word(word)
	}
	w.space = w.space || endsWithSpace(s)
}

func (w *writer) word(s string) {
	switch {
	case w.out.Len() == 0:
	case w.gap > 1:
		w.out.WriteString("\n\n")
	case w.gap == 1:
		w.out.WriteByte('\n')
	case w.space:
		w.out.WriteByte(' ')
	}
	w.gap, w.space = 0, false
	w.out.WriteString(s)
}

func startsWithSpace(s string) bool { return s != "" && strings.TrimLeft(s[:1], " \t\r\n\f") == "" }
func endsWithSpace(s string) bool {
	return s != "" && strings.TrimRight(s[len(s)-1:], " \t\r\n\f") == ""
}

// tag returns what an element is. The extractor renames elements and makes new
// ones by their name alone, so that their DataAtom says what they were.
func tag(n *html.Node) atom.Atom { return atom.Lookup([]byte(n.Data)) }

// inline reports whether an element stands within a paragraph.
func inline(a atom.Atom) bool {
	switch a {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Big, atom.Br, atom.Cite, atom.Code, atom.Data, atom.Del, atom.Dfn, atom.Em, atom.Font, atom.I,
		atom.Ins, atom.Kbd, atom.Label, atom.Mark, atom.Nobr, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strike, atom.Strong, atom.Sub, atom.Sup,
		atom.Time, atom.Tt, atom.U, atom.Var, atom.Wbr, 0:
		return true
	}
	return false
}

// silent reports whether an element is not part of a text.
func silent(n *html.Node) bool {
	switch tag(n) {
	case atom.Script, atom.Style, atom.Template, atom.Noscript, atom.Iframe, atom.Object, atom.Embed, atom.Form, atom.Button, atom.Select, atom.Textarea,
		atom.Nav, atom.Aside, atom.Footer, atom.Head, atom.Title, atom.Svg, atom.Math, atom.Figure, atom.Audio, atom.Video, atom.Img, atom.Input:
		return true
	}
	return has(n, "hidden")
}
