package layers

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// unresolved writes the events without a place, with what is known to find it
// by hand.
type unresolved struct {
	*table
}

func newUnresolved(f *countingFile) output.Writer { return unresolvedTo(f) }

func unresolvedTo(w io.Writer) unresolved {
	return unresolved{newTable(w, "id", "document", "row", "place", "place_relation", "country", "adm1", "adm2",
		"match", "reason", "candidates", "date", "event_type", "sub_event_type", "title", "source", "source_url", "quote")}
}

// Write adds the event, whether it is located or not.
func (u unresolved) Write(e *geo.Event) error {
	p, line := &e.Place, ""
	if e.Source.Row > 0 {
		line = strconv.Itoa(e.Source.Row)
	}
	return u.row(e.ID, e.Source.Document, line, p.Written(), p.Relation, p.Within.Country, p.Within.Adm1, p.Within.Adm2,
		p.Match.Kind.String(), Reason(p), candidates(p.Candidates), e.When.EDTF(),
		e.Type, e.SubType, output.Title(e), e.Source.Publisher, e.Source.URL, e.Source.Quote)
}

// Close ends the table.
func (u unresolved) Close() error { return u.close() }

// Reason returns the code of why a place is not located, which is never empty.
func Reason(p *geo.Place) string {
	switch {
	case p.Reason != "":
		return p.Reason
	case p.Name == "":
		return "no-name"
	case p.Match.Kind == geo.NotLookedFor:
		return "not-looked-for"
	}
	return "unknown"
}

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
	var some []string
	for _, p := range parts {
		if p != "" {
			some = append(some, p)
		}
	}
	return strings.Join(some, ", ")
}
