package input

import (
	"bytes"
	"errors"
	"io"
	"os"

	"github.com/dateline-map/dateline/geo/news/charset"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/office"
	"github.com/dateline-map/dateline/geo/record"
)

// A report of a word processor or a text in Markdown may be nothing but a table of incidents.

// hasDrawnTables reports whether a file may be such a document by its name.
func hasDrawnTables(path string) bool { return drawn(ext(path)) }

func drawn(ending string) bool {
	switch ending {
	case ".md", ".markdown", ".docx", ".docm", ".odt":
		return true
	}
	return false
}

// drawnTables returns what reads the tables of documents, of those that are read as records.
func drawnTables() record.Store {
	return record.Store{
		Holds: func(name string, head []byte) bool {
			return hasDrawnTables(name) && (ext(name)[1] == 'm' || bytes.HasPrefix(head, []byte("PK\x03\x04")))
		},
		Open: func(path string) (record.Stored, error) {
			tables, _, err := drawnIn(path)
			if err == nil && len(tables) == 0 {
				err = errors.New("the document has no table of records")
			}
			s := record.Stored{Close: func() error { return nil }}
			for _, t := range tables {
				s.Tables = append(s.Tables, record.PageTable(t.Above, t.Rows))
			}
			return s, err
		},
	}
}

// mostlyDrawn reports whether a document says more in its tables than around them.
func mostlyDrawn(path string) bool {
	if !hasDrawnTables(path) {
		return false
	}
	tables, around, err := drawnIn(path)
	inside := 0
	for _, t := range tables {
		for _, row := range t.Rows {
			for _, cell := range row {
				inside += len(cell)
			}
		}
	}
	return err == nil && inside > 0 && inside >= around
}

// mostDrawn bounds such a document, in bytes.
const mostDrawn = 16 << 20

// fewestRows is how many rows with the header a table has at least, and how many columns.
const (
	fewestRows    = 3
	fewestColumns = 2
)

// drawnIn returns the tables of a document, and how many bytes it says around them.
func drawnIn(path string) (tables []document.Table, around int, err error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close() // nothing was written
	data, err := io.ReadAll(io.LimitReader(f, mostDrawn+1))
	if err != nil || len(data) > mostDrawn {
		return nil, 0, errors.Join(err, errors.New("the document is too long for its tables to be read"))
	}
	if ext(path)[1] == 'm' {
		text, _, err := charset.Decode(data, "")
		if err != nil {
			return nil, 0, err
		}
		tables, around = document.MarkdownTables(text)
	} else if tables, around, err = office.Tables(path, data); err != nil {
		return nil, 0, err
	}
	kept := tables[:0]
	for _, t := range tables {
		if len(t.Rows) >= fewestRows && len(t.Rows[len(t.Rows)-1]) >= fewestColumns {
			kept = append(kept, t)
		}
	}
	return kept, around, nil
}
