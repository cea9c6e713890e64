package layers

import (
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/decisions"
)

// unresolved writes the events without a place, with what is known to find it
// by hand, room to write it in, and the row itself. Filled in, it is a form of
// decisions on single events.
type unresolved struct {
	*table
	columns *output.Columns
	words   func(code string) string
	values  []output.Value
}

var unresolvedColumns = []string{
	"id", "document", "row", "place", "place_relation", "country", "adm1", "adm2",
	"match", "reason", "why", "candidates", "place_id", "lat", "lon", "radius_m", "note",
	"date", "event_type", "sub_event_type", "title", "source", "source_url", "quote",
}

// formColumns are names of a form's columns that mean something else if the
// input has them.
var formColumns = []string{"name", "event"}

func unresolvedTo(w io.Writer, columns *output.Columns, words func(string) string) *unresolved {
	names := columns.Names(slices.Concat(unresolvedColumns, formColumns)...)[len(columns.Fixed()):]
	return &unresolved{table: newTable(w, slices.Concat(unresolvedColumns, names)...), columns: columns, words: words}
}

// Write adds the event, whether it is located or not.
func (u *unresolved) Write(e *geo.Event) error {
	p, line, code := &e.Place, "", decisions.Reason(&e.Place)
	if e.Source.Row > 0 {
		line = strconv.Itoa(e.Source.Row)
	}
	cells := []string{
		e.ID, e.Source.Document, line, p.Written(), p.Relation, p.Within.Country, p.Within.Adm1, p.Within.Adm2,
		p.Match.Kind.String(), code, u.words(code), candidates(p.Candidates), "", "", "", "", "",
		e.When.EDTF(), e.Type, e.SubType, output.Title(e), e.Source.Publisher, e.Source.URL, e.Source.Quote,
	}
	var err error
	if u.values, err = u.columns.Values(u.values[:0], e); err != nil {
		return err
	}
	own := u.values[len(u.columns.Fixed()):]
	for i := range own {
		cells = append(cells, string(own[i].Append(nil)))
	}
	return u.row(cells...)
}

// Close ends the table.
func (u *unresolved) Close() error { return u.close() }

// candidates lists what the name could be: "gn:1 Paris, city, Texas, US (0.52); …".
func candidates(all []geo.Candidate) string {
	list := make([]string, len(all))
	for i := range all {
		c := &all[i]
		list[i] = fmt.Sprintf("%s %s (%.2f)", c.ID, joined(c.Name, c.Type, c.Adm1, c.Country), c.Probability)
	}
	return strings.Join(list, "; ")
}

// joined joins the parts that are not empty.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}
