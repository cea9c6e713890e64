package webpage

import (
	"slices"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Bounds on a page: a hostile one has cells that span everything.
const (
	mostColumns = 200
	mostRows    = 200_000
	mostSpan    = 2000
	mostCells   = 2_000_000
	deepest     = 400 // elements within elements
)

// walk goes through a page for its tables.
type walk struct {
	found   []*table
	title   string // of the page
	heading string // the last one met
	cells   int    // of all tables
}

func (w *walk) tables(n *html.Node, depth int) {
	if depth > deepest {
		return
	}
	switch n.DataAtom {
	case atom.Title:
		if w.title == "" {
			w.title = short(textOf(n))
		}
		return
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		w.heading = short(textOf(n))
	case atom.Table:
		if !hasInside(n, atom.Table, 0) {
			w.table(n)
			return
		}
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Nav, atom.Footer:
		return
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.tables(c, depth+1)
	}
}

// hasInside reports whether an element has one of a kind inside.
func hasInside(n *html.Node, kind atom.Atom, depth int) bool {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom == kind || depth < deepest && hasInside(c, kind, depth+1) {
			return true
		}
	}
	return false
}

// table adds a table, if it has rows of data.
func (w *walk) table(n *html.Node) {
	t := &table{name: w.heading}
	g := grid{walk: w}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.DataAtom {
		case atom.Caption:
			t.name = short(textOf(c))
		case atom.Tr:
			g.row(c)
		case atom.Thead, atom.Tbody, atom.Tfoot:
			for r := c.FirstChild; r != nil; r = r.NextSibling {
				if r.DataAtom == atom.Tr {
					g.row(r)
				}
			}
		}
	}
	t.rows = g.rows
	if len(t.rows) > 2 && widest(t.rows) > 1 {
		w.found = append(w.found, t)
	}
}

func widest(rows [][]string) (most int) {
	for _, r := range rows {
		most = max(most, len(r))
	}
	return most
}

// grid is a table that is being read.
type grid struct {
	walk *walk
	rows [][]string
	down []spanned // by column, what rows above hold there
}

// spanned is a cell that goes on below.
type spanned struct {
	text string
	rows int // still to come
}

// row adds a row. One without texts parts nothing, and is left out.
func (g *grid) row(tr *html.Node) {
	if len(g.rows) == mostRows || g.walk.cells > mostCells {
		return
	}
	var row []string
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		row = g.above(row)
		text := cellText(c)
		down := spanned{text, span(c, "rowspan") - 1}
		for range span(c, "colspan") {
			if len(row) == mostColumns {
				break
			}
			g.hold(len(row), down)
			row = append(row, text)
		}
	}
	row = g.above(row)
	g.walk.cells += len(row)
	if slices.ContainsFunc(row, func(s string) bool { return s != "" }) {
		g.rows = append(g.rows, row)
	}
}

// above adds what cells of rows above hold at the end of a row.
func (g *grid) above(row []string) []string {
	for len(row) < len(g.down) && g.down[len(row)].rows > 0 {
		d := &g.down[len(row)]
		d.rows--
		row = append(row, d.text)
	}
	return row
}

func (g *grid) hold(col int, s spanned) {
	for len(g.down) <= col {
		g.down = append(g.down, spanned{})
	}
	g.down[col] = s
}

func span(n *html.Node, name string) int {
	for _, a := range n.Attr {
		if a.Key == name {
			if k, err := strconv.Atoi(strings.TrimSpace(a.Val)); err == nil {
				return min(max(k, 1), mostSpan)
			}
		}
	}
	return 1
}

// cellText returns what a cell says; of one that only shows a link, where it leads.
func cellText(n *html.Node) string {
	s := textOf(n)
	footnote := strings.HasPrefix(s, "[") && strings.Trim(s, "[] 0123456789") == ""
	if s != "" && !footnote && !wordsOfLinks[strings.ToLower(strings.Trim(s, "[] ↗→»…"))] {
		return s
	}
	if to := link(n, 0); to != "" {
		return to
	}
	return s
}

// wordsOfLinks are what a cell says that is nothing but a link, besides a footnote.
var wordsOfLinks = map[string]bool{"link": true, "source": true, "sources": true, "here": true, "view": true, "more": true, "read more": true, "details": true, "url": true, "article": true, "web": true}

func link(n *html.Node, depth int) string {
	for c := n.FirstChild; c != nil && depth < deepest; c = c.NextSibling {
		if c.DataAtom == atom.A {
			for _, a := range c.Attr {
				if a.Key == "href" && strings.HasPrefix(a.Val, "http") {
					return a.Val
				}
			}
		}
		if to := link(c, depth+1); to != "" {
			return to
		}
	}
	return ""
}
