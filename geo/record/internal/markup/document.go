package markup

import (
	"encoding/xml"
	"fmt"
	"io"
	"iter"
	"math"
	"os"

	"github.com/dateline-map/dateline/geo/record"
)

// Open opens a file as one table of its items. Each run of items reads the file anew.
func Open(path string, format record.Format, items func(io.ReaderAt) iter.Seq2[*Item, error]) (s record.Stored, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	columns := Columns(items(f))
	rows := func() (record.StoredRows, error) { return Rows(columns, items(f)), nil }
	return record.Stored{Tables: []record.StoredTable{{Format: format, Rows: rows}}, Close: f.Close}, nil
}

// Document says how documents of a kind are read of which each item is an element.
type Document struct {
	Kind string // as people call it
	Most int    // bytes of one item: a hostile one is of gigabytes
	Long error  // what is told of a longer one

	// Item reads the item that an element begins, which stands in others from the
	// outermost on. Nil is an element that is none; there may be some inside it.
	Item func(d *xml.Decoder, start xml.StartElement, outer []string) (*Item, error)
}

// Items yields the items of a document, up to what is damaged.
func (doc *Document) Items(file io.ReaderAt) iter.Seq2[*Item, error] {
	return func(yield func(*Item, error) bool) {
		in := &Bounded{R: io.NewSectionReader(file, 0, math.MaxInt64), Err: doc.Long}
		d := Decoder(in)
		for outer := []string(nil); ; {
			in.Left = doc.Most
			t, err := d.Token()
			if err == io.EOF && len(outer) == 0 {
				return
			}
			var it *Item
			switch t := t.(type) {
			case xml.EndElement:
				outer = outer[:max(0, len(outer)-1)]
			case xml.StartElement:
				if it, err = doc.Item(d, t, outer); it == nil && err == nil {
					outer = append(outer, t.Name.Local)
				}
			}
			if err != nil {
				yield(nil, doc.damaged(err))
				return
			}
			if it != nil && !yield(it, nil) {
				return
			}
		}
	}
}

// damaged says what is wrong with a document that cannot be read on.
func (doc *Document) damaged(err error) error {
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return fmt.Errorf("the %s document is damaged: %w", doc.Kind, err)
}

// Attribute returns an attribute's value; empty if there is none of the name.
func Attribute(of []xml.Attr, name string) string {
	for _, a := range of {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
