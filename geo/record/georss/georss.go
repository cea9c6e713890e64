// Package georss reads feeds whose items say where they were, as record.Store
// wants them: those of earthquakes, floods, fires and warnings. It knows RSS 0.9x to
// 2.0, RSS 1.0 and Atom, with positions as GeoRSS writes them, simply or in GML (OGC
// 17-002r1), or as the W3C's Basic Geo vocabulary does. It knows warnings of the Common
// Alerting Protocol (CAP 1.1 and 1.2), in a feed or by themselves.
//
// An item is a row. What it says in elements of its own are the columns, whatever
// vocabulary they are of; those in an element of the item have both names, as
// "author.name".
//
// # Non-goals
//
//   - Feeds of stories: geo/news/web reads them. [Positioned] tells which is which.
//   - What lies deeper in an item, or in attributes, but for the links and
//     categories of Atom.
package georss

import (
	"encoding/xml"
	"io"
	"iter"
	"os"
	"strings"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/internal/markup"
)

// Store returns what reads such feeds.
func Store() record.Store { return record.Store{Begins: begins, Open: open} }

// roots are the elements that feeds begin with.
var roots = map[string]bool{"rss": true, "RDF": true, "feed": true, "alert": true}

// begins reports whether a document begins as a feed does.
func begins(head []byte) bool { return roots[markup.Root(head)] }

// mostLooked is how many items show whether a feed is one of positions, and
// mostly the share of them that must have one.
const (
	mostLooked = 50
	mostly     = 0.8
)

// Positioned reports whether nearly all items of a feed say where they were. Blogs
// declare the vocabularies and do not use them.
func Positioned(path string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close() // nothing was written
	head := make([]byte, 4096)
	n, _ := io.ReadFull(f, head)
	if !begins(head[:n]) {
		return false
	}
	with, all := 0, 0
	for it, err := range items(f) {
		if err != nil || all == mostLooked {
			break
		}
		all++
		if positioned(it) {
			with++
		}
	}
	return all > 0 && float64(with) >= mostly*float64(all)
}

func open(path string) (record.Stored, error) { return markup.Open(path, record.Feed, described) }

// described yields the items of a feed with what their descriptions say under names as
// values of their own: agencies write their columns there.
func described(file io.ReaderAt) iter.Seq2[*markup.Item, error] {
	return markup.Spread("summary", markup.Spread("description", items(file)))
}

// shortName returns how an element is called in a column.
func shortName(path []xml.Name) string {
	names := make([]string, len(path))
	for i, n := range path {
		names[i] = n.Local
	}
	return strings.Join(names, ".")
}
