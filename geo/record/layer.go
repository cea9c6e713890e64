package record

import (
	"fmt"
	"slices"
	"strconv"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// layerSchema is the name in schemas.txt of a layer that this program wrote.
const layerSchema = "Dateline"

// layerColumns are the columns of such a layer that are not the input's own, by
// name; what they hold is written by [output.Fill].
type layerColumns map[string]int

// layerColumnNames are those columns. The time is the start once more.
var layerColumnNames = []string{
	"id", "title", "date", "start", "end", "date_precision", "date_edtf",
	"event_type", "sub_event_type", "status", "actor1", "actor2",
	"killed", "killed_low", "killed_high", "wounded", "displaced",
	"place", "place_relation", "place_name", "place_id", "place_type", "place_precision", "place_radius_m", "match", "confidence",
	"country", "adm1", "adm2", "document", "source", "source_url", "quote", "event_group", "time",
}

// layerColumnsOf finds the columns of a layer among those of a table. Tables
// without geometries have two more for coordinates, databases one for the row.
func layerColumnsOf(t *Table, geometries bool) layerColumns {
	found := layerColumns{}
	for i, c := range t.Columns {
		place := !geometries && (c.Name == "lat" || c.Name == "lon")
		if slices.Contains(layerColumnNames, c.Name) || place || t.Format == GeoPackage && c.Name == "fid" {
			found[c.Name] = i
		}
	}
	return found
}

// own returns the properties that were the input's own.
func (l layerColumns) own(props []geo.Property) []geo.Property {
	own := make([]geo.Property, 0, max(0, len(props)-len(l)))
	for _, p := range props {
		if _, ours := l[p.Name]; !ours {
			own = append(own, p)
		}
	}
	return own
}

// ownNames is own, of names.
func (l layerColumns) ownNames(names []string) []string {
	return slices.DeleteFunc(slices.Clone(names), func(name string) bool { _, ours := l[name]; return ours })
}

// layerEvent makes of a feature the event that it was written from, as far as
// features tell: where its place was found, and how, stays as it was.
func (c *converter) layerEvent(m *made, r *row.Row) {
	cell := func(name string) string {
		if col, ok := c.plan.layer[name]; ok {
			return r.Untrimmed(col)
		}
		return ""
	}
	e := &m.event
	e.Extra = c.plan.layer.own(r.Props)
	e.Title, e.Group = cell("title"), cell("event_group")
	var err error
	e.When, err = when.ParseEDTF(cell("date_edtf"))
	m.fault(c.plan.layer["date_edtf"], err)
	if p, known := when.ParsePrecision(cell("date_precision")); known && !e.When.IsZero() {
		e.When.Precision = p // EDTF has no weeks
	}
	e.Type, e.SubType, e.Status = cell("event_type"), cell("sub_event_type"), status(cell("status"))
	e.Actor1, e.Actor2 = cell("actor1"), cell("actor2")
	c.layerFigures(m, cell)
	c.layerPlace(m, r, cell)
	e.Source = geo.Source{Document: cell("document"), Publisher: cell("source"), URL: cell("source_url"), Quote: cell("quote")}
}

func (c *converter) layerFigures(m *made, cell func(string) string) {
	e := &m.event
	for _, f := range []struct {
		name string
		to   *geo.Figure
	}{
		{"killed", &e.Killed.Best}, {"killed_low", &e.Killed.Low}, {"killed_high", &e.Killed.High},
		{"wounded", &e.Wounded.Best}, {"displaced", &e.Displaced.Best}, {"place_radius_m", &e.Place.Match.RadiusM},
	} {
		if v := cell(f.name); v != "" {
			n, err := wholeNumber(v)
			if err != nil || n < 0 {
				m.fault(c.plan.layer[f.name], fmt.Errorf("%s is no whole number", literal.Quoted(v)))
				continue
			}
			*f.to = geo.Known(n)
		}
	}
}

func (c *converter) layerPlace(m *made, r *row.Row, cell func(string) string) {
	p := &m.event.Place
	p.Name, p.Relation = cell("place"), cell("place_relation")
	if p.Relation == "" { // the source named none: what stands there is the gazetteer's
		p.Name = ""
	}
	if p.Relation == "in" {
		p.Relation = ""
	}
	match := &p.Match
	match.ID, match.Name, match.Type = cell("place_id"), cell("place_name"), cell("place_type")
	match.Country, match.Adm1, match.Adm2 = cell("country"), cell("adm1"), cell("adm2")
	match.Precision, _ = geo.ParsePrecision(cell("place_precision"))
	match.Confidence, _ = strconv.ParseFloat(cell("confidence"), 64)
	kind, known := geo.ParseMatchKind(cell("match"))
	g, ok := c.given(m, r)
	match.Kind, match.Point = kind, g.Point
	switch {
	case !known && ok: // somebody gave it a point
		match.Kind = geo.Given
	case match.Located() && !ok, !known:
		match.Kind = geo.Unresolved
	}
	if !match.Located() {
		match.Reason = ReasonInLayer
	}
}

// ReasonInLayer says that a layer that is read had no place for the event.
const ReasonInLayer = "unresolved-in-layer"
