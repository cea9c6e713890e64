package document

import (
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// Table is a table that stands in a document.
type Table struct {
	Above string // the heading or the line before it
	Rows  [][]string
}

// longestAbove bounds the line above a table that is its title, in bytes.
const longestAbove = 120

// Titled returns a table below a line, which is its title if it is short.
func Titled(above string) Table {
	if len(above) > longestAbove {
		above = ""
	}
	return Table{Above: above}
}

// MarkdownTables returns the tables of a text in Markdown, as GitHub's dialect has them: a
// header, a line of dashes, rows with bars between their cells. around is how many bytes the
// text says beside them.
func MarkdownTables(text string) (tables []Table, around int) {
	lines := strings.Split(text, "\n")
	above := ""
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if !strings.Contains(line, "|") || i+1 == len(lines) || !mdTableRule().MatchString(lines[i+1]) {
			if line != "" {
				above = strings.TrimSpace(strings.TrimLeft(line, "#"))
			}
			around += len(line)
			continue
		}
		t := Titled(above)
		t.Rows = append(t.Rows, mdCells(line))
		for i += 2; i < len(lines) && strings.Contains(lines[i], "|"); i++ {
			t.Rows = append(t.Rows, mdCells(lines[i]))
		}
		i--
		tables = append(tables, t)
	}
	return tables, around
}

var (
	mdTableRule = pattern.New(`^\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)+\|?\s*$|^\s*\|\s*:?-+:?\s*\|\s*$`)
	mdOnlyLink  = pattern.New(`^\[[^\]]*\]\((https?://[^)\s]+)[^)]*\)$|^<(https?://[^>\s]+)>$`)
)

// escapedBar stands for a bar that is part of a cell while the cells are told apart.
const escapedBar = "\x00"

// mdCells returns the cells of a row, without the marks of Markdown. Of one that is nothing
// but a link called so, where it leads is what it says.
func mdCells(line string) []string {
	line = strings.ReplaceAll(strings.TrimSpace(line), `\|`, escapedBar)
	line = strings.TrimSuffix(strings.TrimPrefix(line, "|"), "|")
	cells := strings.Split(line, "|")
	for i, cell := range cells {
		cell = strings.TrimSpace(strings.ReplaceAll(cell, escapedBar, "|"))
		if m := mdOnlyLink().FindStringSubmatch(cell); m != nil && (m[2] != "" || calledLink(cell)) {
			cells[i] = m[1] + m[2]
			continue
		}
		cells[i] = strings.Trim(strings.ReplaceAll(plainMarkdown(cell), "<br>", "\n"), "`")
	}
	return cells
}

// calledLink reports whether the words of a link only say that it is one.
func calledLink(cell string) bool {
	words, _, _ := strings.Cut(strings.TrimPrefix(cell, "["), "]")
	switch strings.ToLower(words) {
	case "link", "source", "url", "here", "article", "report", "more", "details", "web":
		return true
	}
	return strings.Trim(words, "0123456789") == ""
}
