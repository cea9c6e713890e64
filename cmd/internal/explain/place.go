package explain

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/highlight"
)

// explainRow says what the place of a table's row was taken for, and why.
func (x *Explainer) explainRow(e *geo.Event) highlight.Note {
	title := quoted(e.Place.Written())
	if e.Place.Written() == "" {
		title = "no place name"
	}
	if r := e.Place.Relation; r != "" && !strings.HasPrefix(strings.ToLower(e.Place.Name), r) {
		title = r + " " + title // a cell says "10 km east of Ramadi" in one
	}
	for _, in := range []string{e.Place.Within.Adm2, e.Place.Within.Adm1, e.Place.Within.Country} {
		if in != "" {
			title += ", " + in
		}
	}
	return highlight.Note{Title: fmt.Sprintf("%s (row %d)", title, e.Source.Row), Rows: explainPlace(&e.Place, x.places.Changes(&e.Place))}
}

// explainPlace says which place was chosen, what else it could be, and what
// would make it that.
func explainPlace(p *geo.Place, changes []resolve.Change) []highlight.Row {
	rows := []highlight.Row{{Label: "where", Texts: placeWords(p)}}
	if len(p.Candidates) > 0 {
		rows = append(rows, highlight.Row{Label: "could be", Texts: candidateWords(p)})
	}
	if change := Changes(p, changes); len(change) > 0 {
		rows = append(rows, highlight.Row{Label: "would change it", Texts: change})
	}
	return rows
}

// placeWords says what a place turned out to be.
func placeWords(p *geo.Place) []string {
	m := &p.Match
	if !m.Located() {
		return []string{"nowhere: " + Unlocated(m)}
	}
	where := fmt.Sprintf("%s (%s%s; %s)", m.Name, Type(m.Type), Areas(m), m.ID)
	if m.ID == "" {
		where = "the point given"
	}
	if p.Relation != "" {
		where = p.Relation + " " + where
	}
	out := []string{where}
	found := Coordinates(m)
	if radius, known := m.RadiusM.Int(); known {
		found += fmt.Sprintf(", nine times in ten within %s", Distance(radius))
	}
	switch m.Kind {
	case geo.Given:
	case geo.Decided:
		found += ", decided by you"
	default:
		found += fmt.Sprintf(", %s match, confidence %.2f", m.Kind, m.Confidence)
	}
	out = append(out, found)
	if m.Reason != "" {
		out = append(out, Reason(m.Reason))
	}
	return out
}

// Distance says metres in kilometres.
func Distance(metres int) string {
	if metres < 10_000 {
		return fmt.Sprintf("%.1f km", float64(metres)/1000)
	}
	return fmt.Sprintf("%.0f km", float64(metres)/1000)
}

// mostCandidates is how many candidates people are shown of a place.
const mostCandidates = 4

// candidateWords lists what a name could mean with what speaks for and against
// it.
func candidateWords(p *geo.Place) []string {
	var out []string
	for i := range p.Candidates {
		c := &p.Candidates[i]
		if i == mostCandidates {
			out = append(out, fmt.Sprintf("and %d more", len(p.Candidates)-i))
			break
		}
		out = append(out, fmt.Sprintf("%s %s: %s", Percent(c.Probability), candidateName(c), strings.Join(c.Why, "; ")))
	}
	return out
}

func candidateName(c *geo.Candidate) string {
	name := c.Name + " (" + Type(c.Type)
	for _, in := range []string{c.Adm1, c.Country} {
		if in != "" && in != c.Name {
			name += ", " + in
		}
	}
	return name + ")"
}

// Percent writes a probability so that what is possible is not 0 and what is
// not certain not 100.
func Percent(p float64) string {
	switch {
	case p > 0 && p < 0.01:
		return "<1%"
	case p > 0.99 && p < 1:
		return ">99%"
	}
	return fmt.Sprintf("%.0f%%", 100*p)
}

// Changes says what would change the answer.
func Changes(p *geo.Place, changes []resolve.Change) []string {
	var out []string
	for i := range changes {
		c := &changes[i]
		out = append(out, fmt.Sprintf("if it were said to lie in %s: %s (%s%s)", saidWords(c.Said), c.Match.Name, Type(c.Match.Type), Areas(&c.Match)))
	}
	if p.Match.Kind == geo.Ambiguous && len(p.Candidates) > 0 {
		out = append(out, fmt.Sprintf("--min-confidence %.2f or less: %s", float64(int(p.Confidence*100))/100, candidateName(&p.Candidates[0])))
	}
	if p.Match.Kind == geo.Ambiguous || p.Match.Kind == geo.Unresolved && p.Name != "" {
		out = append(out, "a row of decisions.csv with its place_id, or lat and lon")
	}
	return out
}

// saidWords names what would have to be said: "FR", "Texas, US".
func saidWords(in geo.Within) string {
	if in.Adm1 == "" {
		return in.Country
	}
	return in.Adm1 + ", " + in.Country
}

func quoted(s string) string { return "“" + singleSpaced(s) + "”" }

// Areas says in which areas and country a match lies, with a comma before each.
func Areas(m *geo.Match) string {
	var out strings.Builder
	for _, a := range []string{m.Adm2, m.Adm1, m.Country} {
		if a != "" && a != m.Name {
			out.WriteString(", " + a)
		}
	}
	return out.String()
}

// Coordinates writes where a match lies: latitude, longitude.
func Coordinates(m *geo.Match) string {
	return fmt.Sprintf("%.4f, %.4f", m.Point.Lat(), m.Point.Lon())
}
