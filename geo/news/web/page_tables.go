package web

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// fewestTold is how many words a cell has at the least that tells something, and not only
// counts or names.
const fewestTold = 4

// tellTables makes each row of the tables that tell what happened one paragraph, with bars
// between its cells: what is told belongs to the day and the place that stand beside it, and
// the extractor would take such a table for figures and leave it out. Tables that lay out a
// page, lead elsewhere or only count stay as they are.
func tellTables(root *html.Node) {
	var tables []*html.Node
	for n := range root.Descendants() {
		if n.Type == html.ElementNode && tag(n) == atom.Table && !insideBox(n) {
			tables = append(tables, n)
		}
	}
	for _, table := range tables {
		rows := records(table)
		if rows == nil || table.Parent == nil {
			continue
		}
		for _, row := range rows {
			p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
			p.AppendChild(&html.Node{Type: html.TextNode, Data: row})
			table.Parent.InsertBefore(p, table)
		}
		table.Parent.RemoveChild(table)
	}
}

// insideBox reports whether an element stands in what is not the page's story.
func insideBox(n *html.Node) bool {
	for p := range n.Ancestors() {
		if silent(p) || isBox(p) {
			return true
		}
	}
	return false
}

// records returns the rows of a table that tells something in half of them; nil for any other.
func records(table *html.Node) (rows []string) {
	told := 0
	for n := range table.Descendants() {
		if n.Type != html.ElementNode {
			continue
		}
		switch tag(n) {
		case atom.Table, atom.A, atom.Form, atom.Input:
			return nil
		case atom.Tr:
			row, tells := record(n)
			if row == "" {
				continue
			}
			rows = append(rows, row)
			if tells {
				told++
			}
		}
	}
	if told < 2 || 2*told < len(rows) {
		return nil
	}
	return rows
}

// record returns what the cells of a row say, and whether one of several tells something. A cell
// of two paragraphs and more lays out a page.
func record(tr *html.Node) (row string, tells bool) {
	var cells []string
	for c := range tr.ChildNodes() {
		words := plain(c)
		if words == "" {
			continue
		}
		if strings.Contains(words, "\n\n") {
			return "", false
		}
		cells = append(cells, oneLine(words))
	}
	tells = len(cells) > 1 && slices.ContainsFunc(cells, func(s string) bool { return len(strings.Fields(s)) >= fewestTold })
	return strings.Join(cells, " | "), tells
}
