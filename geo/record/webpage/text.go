package webpage

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// textOf returns what people read in an element.
func textOf(n *html.Node) string {
	var b strings.Builder
	writeText(&b, n, 0)
	var lines []string
	for line := range strings.SplitSeq(b.String(), "\n") {
		if line = strings.Join(strings.Fields(line), " "); line != "" {
			lines = append(lines, line)
		}
	}
	return strings.Join(lines, "\n")
}

func writeText(b *strings.Builder, n *html.Node, depth int) {
	switch {
	case n.Type == html.TextNode:
		b.WriteString(strings.Map(func(r rune) rune {
			if r == '\n' { // of the source
				return ' '
			}
			return r
		}, n.Data))
		return
	case depth > deepest || hidden(n):
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		writeText(b, c, depth+1)
	}
	switch n.DataAtom {
	case atom.Br, atom.P, atom.Div, atom.Li, atom.Dd, atom.Dt, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		b.WriteByte('\n')
	}
}

// hidden reports whether nobody reads what an element says in its place: programs,
// marks of footnotes, keys by which a table is sorted.
func hidden(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Template, atom.Noscript:
		return true
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "style":
			if strings.Contains(strings.ReplaceAll(strings.ToLower(a.Val), " ", ""), "display:none") {
				return true
			}
		case "class":
			for class := range strings.FieldsSeq(a.Val) {
				if class == "reference" || class == "sortkey" || class == "mw-editsection" || class == "noprint" {
					return true
				}
			}
		case "hidden":
			return true
		}
	}
	return false
}

// aroundTables returns how many bytes of text a page has outside of its tables, links
// and navigation.
func aroundTables(n *html.Node) (size int) { return around(n, 0) }

func around(n *html.Node, depth int) (size int) {
	if n.Type == html.TextNode {
		return len(strings.Join(strings.Fields(n.Data), " "))
	}
	if depth > deepest || hidden(n) {
		return 0
	}
	switch n.DataAtom {
	case atom.Table:
		if !hasInside(n, atom.Table, 0) {
			return 0
		}
	case atom.Head, atom.A, atom.Nav, atom.Header, atom.Footer, atom.Aside, atom.Form, atom.Button, atom.Select, atom.Svg, atom.Iframe:
		return 0
	case atom.Ol, atom.Ul:
		return 0 // menus and footnotes
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		size += around(c, depth+1)
	}
	return size
}
