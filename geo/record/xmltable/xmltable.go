// Package xmltable reads the records of XML documents whose vocabulary nobody here knows, as
// record.Store wants them: what agencies and data portals write, and catalogues of earthquakes.
//
// The element that repeats nearest to the root, and has something inside, is a record; its
// attributes, and the texts inside it down to a few levels, are the columns, whatever
// namespaces they are of.
//
// # Non-goals
//
//   - Documents of known kinds: packages georss, gml, gpx and kml read them, and must come
//     first among the stores.
//   - Documents of one record, and texts with elements among their words.
package xmltable

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// Store returns what reads such documents.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// begins reports whether a document begins as XML does, and is no page.
func begins(head []byte) bool {
	root := markup.Root(head)
	return root != "" && !strings.EqualFold(root, "html") && !strings.EqualFold(root, "svg")
}

// Holds reports whether a file has such records.
func Holds(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() // nothing was written
	head := make([]byte, 4096)
	n, _ := io.ReadFull(f, head)
	return begins(head[:n]) && recordPath(f) != nil
}

var errNoRecords = errors.New("XML in which no element with something inside repeats; give the records as CSV, JSON or GeoJSON")

func open(path string) (s record.Stored, err error) {
	f, err := os.Open(path)
	if err != nil {
		return s, err
	}
	defer f.Close() // nothing was written
	at := recordPath(f)
	if at == nil {
		return s, errNoRecords
	}
	return markup.Open(path, record.XML, func(file io.ReaderAt) iter.Seq2[*markup.Item, error] {
		doc := &markup.Document{Kind: "XML", Most: mostText, Long: errLong}
		doc.Item = func(d *xml.Decoder, start xml.StartElement, outer []string) (*markup.Item, error) {
			if start.Name.Local != at[len(at)-1] || !slices.Equal(outer, at[:len(at)-1]) {
				return nil, nil
			}
			return item(d, start)
		}
		return doc.Items(file)
	})
}

// Bounds on one record, and on what is looked at to find which element is one.
const (
	mostText   = 8 << 20
	mostLooked = 2 << 20
	deepest    = 64 // elements within elements
	deepColumn = 5  // elements within the record whose text is a column
	mostPaths  = 10_000
	mostList   = 1 << 12
)

var (
	errLong = fmt.Errorf("a record has more than %d MiB", mostText>>20)
	errDeep = errors.New("elements are nested too deeply")
)

// path is what is known of the elements that stand in the same others.
type path struct {
	names  []string
	most   int  // of them in one element
	inside bool // some has elements or several attributes
}

// open is an element that is not over.
type opened struct {
	name     string
	children map[string]int
}

// recordPath returns the names of the elements around a record and its own; nil if no
// element is one.
func recordPath(file io.ReaderAt) []string {
	d := markup.Decoder(io.NewSectionReader(file, 0, mostLooked))
	paths := map[string]*path{}
	around := []opened{{children: map[string]int{}}}
	var best *path
	for {
		t, err := d.Token()
		if err != nil || len(around) > deepest || len(paths) > mostPaths {
			return best.of()
		}
		switch t := t.(type) {
		case xml.StartElement:
			if p := paths[key(around)]; p != nil {
				p.inside = true
			}
			around = append(around, opened{t.Name.Local, map[string]int{}})
			parent := &around[len(around)-2]
			parent.children[t.Name.Local]++
			k := key(around)
			p := paths[k]
			if p == nil {
				p = &path{names: namesOf(around)}
				paths[k] = p
			}
			p.most = max(p.most, parent.children[t.Name.Local])
			p.inside = p.inside || len(t.Attr) >= leastAttributes
		case xml.EndElement:
			if p := paths[key(around)]; p.better(best) {
				best = p
			}
			if len(around) > 1 {
				around = around[:len(around)-1]
			}
		}
	}
}

// leastAttributes is how many attributes an element has at least that is a record by them.
const leastAttributes = 3

// better reports whether an element is likelier a record than another: it stands nearer to
// the root, or repeats more often.
func (p *path) better(than *path) bool {
	switch {
	case p == nil || !p.inside || p.most < 2:
		return false
	case than == nil || len(p.names) < len(than.names):
		return true
	}
	return len(p.names) == len(than.names) && p.most > than.most
}

func (p *path) of() []string {
	if p == nil {
		return nil
	}
	return p.names
}

func key(around []opened) string { return strings.Join(namesOf(around), "/") }

func namesOf(around []opened) []string {
	names := make([]string, 0, len(around))
	for _, o := range around[1:] {
		names = append(names, o.name)
	}
	return names
}

// item reads the record that an element begins.
func item(d *xml.Decoder, start xml.StartElement) (*markup.Item, error) {
	it := &markup.Item{}
	attributes(it, "", start.Attr)
	var names []string
	var text strings.Builder
	leaf := false
	for {
		t, err := d.Token()
		if err != nil {
			return nil, err
		}
		switch t := t.(type) {
		case xml.StartElement:
			if names = append(names, t.Name.Local); len(names) > deepest {
				return nil, errDeep
			}
			if len(names) <= deepColumn {
				attributes(it, strings.Join(names, ".")+".", t.Attr)
			}
			text.Reset()
			leaf = true
		case xml.CharData:
			text.Write(t)
		case xml.EndElement:
			if len(names) == 0 {
				return it, nil
			}
			if leaf && len(names) <= deepColumn {
				add(it, columnOf(names), strings.TrimSpace(text.String()))
			}
			names, leaf = names[:len(names)-1], false
		}
	}
}

// columnOf names a column by the elements around its text. Catalogues write each number
// into an element "value", beside that of its uncertainty.
func columnOf(names []string) string {
	if n := len(names); n > 1 && names[n-1] == "value" {
		names = names[:n-1]
	}
	return strings.Join(names, ".")
}

func attributes(it *markup.Item, prefix string, all []xml.Attr) {
	for _, a := range all {
		if a.Name.Space != "xmlns" && a.Name.Local != "xmlns" && !strings.Contains(a.Name.Space, "XMLSchema-instance") {
			add(it, prefix+a.Name.Local, strings.TrimSpace(a.Value))
		}
	}
}

// between is what stands between the texts of elements that repeat in a record.
const between = "; "

func add(it *markup.Item, name, text string) {
	if text == "" {
		return
	}
	for i := range it.Values {
		v := &it.Values[i]
		if v.Name != name {
			continue
		}
		if len(v.Text)+len(text) < mostList && !slices.Contains(strings.Split(v.Text, between), text) {
			v.Text += between + text
		}
		return
	}
	if len(it.Values) < markup.MostColumns {
		it.Values = append(it.Values, markup.Value{Name: name, Text: text})
	}
}
