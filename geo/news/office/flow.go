package office

import (
	"regexp"
	"strings"

	"github.com/dateline-map/dateline/geo/news/document"
)

// flow gathers the text of a document as it comes: paragraphs, and tables whose cells hold
// paragraphs, or tables again. The zero value is empty.
type flow struct {
	done []string // paragraphs
	rows []row    // of the tables that are open, the innermost last
	line strings.Builder

	tables   []document.Table // the outermost ones
	tabled   int              // paragraphs there were behind the last row of a table
	inTables int              // bytes in their cells
}

// row is a row of a table that is being read.
type row struct {
	cells [][]string // paragraphs of each
	cell  []string
}

// text adds to the paragraph; a line feed in it begins a line.
func (f *flow) text(s string) { f.line.WriteString(s) }

// put adds finished paragraphs to the cell that is open, or to the document.
func (f *flow) put(paragraphs ...string) {
	home := &f.done
	if n := len(f.rows); n > 0 {
		home = &f.rows[n-1].cell
	}
	*home = append(*home, paragraphs...)
}

// paragraph ends a paragraph. One without words is none.
func (f *flow) paragraph() {
	var lines []string
	for line := range strings.Lines(f.line.String()) {
		if words := strings.Join(strings.Fields(line), " "); words != "" {
			lines = append(lines, words)
		}
	}
	f.line.Reset()
	if lines != nil {
		f.put(strings.Join(lines, "\n"))
	}
}

// beginRow begins a row of a table.
func (f *flow) beginRow() {
	f.paragraph()
	f.rows = append(f.rows, row{})
}

// endCell ends a cell. Outside of a row it ends a paragraph.
func (f *flow) endCell() {
	f.paragraph()
	if n := len(f.rows); n > 0 {
		r := &f.rows[n-1]
		r.cells = append(r.cells, r.cell)
		r.cell = nil
	}
}

// endRow ends the innermost row. Its cells are one paragraph, unless one of them has
// several itself: such a table only lays out a page.
func (f *flow) endRow() {
	if len(f.rows) == 0 {
		f.paragraph()
		return
	}
	if f.line.Len() > 0 || len(f.rows[len(f.rows)-1].cell) > 0 {
		f.endCell() // which nothing else has ended
	}
	r := f.rows[len(f.rows)-1]
	f.rows = f.rows[:len(f.rows)-1]
	if len(f.rows) == 0 {
		f.tableRow(&r)
		defer func() { f.tabled = len(f.done) }()
	}
	var words []string
	for _, cell := range r.cells {
		if len(cell) > 1 {
			for _, cell := range r.cells {
				f.put(cell...)
			}
			return
		}
		words = append(words, cell...)
	}
	if words != nil {
		f.put(strings.Join(words, " | "))
	}
}

// tableRow adds a row to the table that the row before is of, or begins one.
func (f *flow) tableRow(r *row) {
	if len(f.tables) == 0 || f.tabled != len(f.done) {
		above := ""
		if len(f.done) > 0 {
			above = f.done[len(f.done)-1]
		}
		f.tables = append(f.tables, document.Titled(above))
	}
	var cells []string
	for _, cell := range r.cells {
		cells = append(cells, strings.Join(cell, "\n"))
		f.inTables += len(cells[len(cells)-1])
	}
	t := &f.tables[len(f.tables)-1]
	t.Rows = append(t.Rows, cells)
}

// namedLine matches a line of a head: "Date: 3 May 2016".
var namedLine = regexp.MustCompile(`^[A-Za-z][A-Za-z _-]{1,28}: ?\S.{0,150}$`)

// String ends what is open and returns the paragraphs with blank lines between them, but
// for named lines: in a text these are one block.
func (f *flow) String() string {
	for len(f.rows) > 0 {
		f.endRow()
	}
	f.paragraph()
	var b strings.Builder
	before := false
	for i, p := range f.done {
		named := namedLine.MatchString(p)
		switch {
		case i == 0:
		case before && named:
			b.WriteByte('\n')
		default:
			b.WriteString("\n\n")
		}
		b.WriteString(p)
		before = named
	}
	return b.String()
}
