package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// showMatch prints what a name was taken for, what it could be, the evidence of
// each below it, and what would change the answer.
func showMatch(w io.Writer, p *geo.Place, also called, changes []resolve.Change) error {
	m := &p.Match
	if m.Located() {
		fmt.Fprintf(w, "%s: %s (%s%s), %s, %s match, confidence %.2f\n", voice.OneLine(p.Name), voice.OneLine(m.Name), explain.Type(m.Type), voice.OneLine(explain.Areas(m)), explain.Coordinates(m), m.Kind, m.Confidence)
		if radius, known := m.RadiusM.Int(); known {
			fmt.Fprintf(w, "    precision %s: nine times in ten within %s\n", m.Precision, explain.Distance(radius))
		}
		if m.Reason != "" {
			fmt.Fprintf(w, "    %s (%s)\n", explain.Reason(m.Reason), m.Reason)
		}
		also.show(w)
	} else {
		fmt.Fprintf(w, "%s: %s: %s\n", voice.OneLine(p.Name), m.Kind, explain.Unlocated(m))
	}
	if err := showCandidates(w, p.Candidates); err != nil {
		return err
	}
	for i, c := range explain.Changes(p, changes) {
		if i == 0 {
			fmt.Fprint(w, "\n  what would change the answer\n")
		}
		fmt.Fprintf(w, "    %s\n", voice.OneLine(c))
	}
	_, err := fmt.Fprintln(w)
	return err
}

// showCandidates prints a table with the evidence of each row below it.
func showCandidates(w io.Writer, candidates []geo.Candidate) error {
	if len(candidates) == 0 {
		return nil
	}
	rows := [][]string{{"likely", "place", "kind", "in", "lat, lon", "place_id"}}
	for i := range candidates {
		c := &candidates[i]
		rows = append(rows, []string{
			explain.Percent(c.Probability), voice.OneLine(c.Name), explain.Type(c.Type), voice.OneLine(liesIn(c)),
			fmt.Sprintf("%.4f, %.4f", c.Point.Lat(), c.Point.Lon()), voice.OneLine(c.ID),
		})
	}
	lines := aligned(rows)
	fmt.Fprintf(w, "\n    %s\n", lines[0])
	for i := range candidates {
		if _, err := fmt.Fprintf(w, "    %s\n            %s\n", lines[i+1], voice.OneLine(strings.Join(candidates[i].Why, "; "))); err != nil {
			return err
		}
	}
	return nil
}

// liesIn names what holds a candidate, but not itself.
func liesIn(c *geo.Candidate) string {
	if c.Adm1 == "" || c.Adm1 == c.Name {
		return c.Country
	}
	return strings.TrimSuffix(c.Adm1+", "+c.Country, ", ")
}

// aligned joins the cells of each row so that columns stand below each other.
func aligned(rows [][]string) []string {
	widths := make([]int, len(rows[0]))
	for _, row := range rows {
		for i, cell := range row {
			widths[i] = max(widths[i], utf8.RuneCountInString(cell))
		}
	}
	out := make([]string, len(rows))
	for n, row := range rows {
		for i, cell := range row {
			out[n] += cell + strings.Repeat(" ", widths[i]-utf8.RuneCountInString(cell)+2)
		}
		out[n] = strings.TrimRight(out[n], " ")
	}
	return out
}

// showMatchJSON prints a match as one line of JSON.
func showMatchJSON(w io.Writer, p *geo.Place, also called, changes []resolve.Change) error {
	type candidate struct {
		ID          string   `json:"place_id"`
		Name        string   `json:"place_name"`
		Type        string   `json:"place_type"`
		Country     string   `json:"country"`
		Adm1        string   `json:"adm1"`
		Lat         float64  `json:"lat"`
		Lon         float64  `json:"lon"`
		Probability float64  `json:"probability"`
		Why         []string `json:"why"`
	}
	type change struct {
		Country string `json:"country"`
		Adm1    string `json:"adm1"`
		PlaceID string `json:"place_id"`
	}
	out := struct {
		Place      string      `json:"place"`
		Match      string      `json:"match"`
		Reason     string      `json:"reason,omitempty"`
		Confidence float64     `json:"confidence"`
		PlaceID    string      `json:"place_id,omitempty"`
		OwnNames   []string    `json:"own_names,omitempty"` // in the scripts of its country
		Codes      []string    `json:"codes,omitempty"`
		Forms      []string    `json:"found_by,omitempty"` // comparison forms of its other names
		Candidates []candidate `json:"candidates"`
		Changes    []change    `json:"if_said"` // what would make another place of it
	}{p.Name, p.Match.Kind.String(), p.Match.Reason, rounded(p.Match.Confidence, 3), p.Match.ID, also.own, also.codes, also.forms, []candidate{}, []change{}}
	for _, c := range p.Candidates {
		out.Candidates = append(out.Candidates, candidate{c.ID, c.Name, c.Type, c.Country, c.Adm1, c.Point.Lat(), c.Point.Lon(), c.Probability, c.Why})
	}
	for i := range changes {
		c := &changes[i]
		out.Changes = append(out.Changes, change{c.Said.Country, c.Said.Adm1, c.Match.ID})
	}
	return json.NewEncoder(w).Encode(out)
}

// called is what a place is called beside its name.
type called struct {
	own   []string // in the scripts of its country, as it is written there
	codes []string
	forms []string // comparison forms of other names in Latin letters
}

// calledToo returns what the place of a match is called beside its name.
func calledToo(places gazetteer.Places, m *geo.Match) (also called) {
	ref, ok := places.ByID(m.ID)
	if !ok || m.ID == "" {
		return also
	}
	also.own, also.codes = places.OwnNames(ref), places.Codes(ref)
	for _, h := range places.Names(ref, behindLatin) {
		if h.How == gazetteer.Alias && isLatin(h.Key) {
			also.forms = append(also.forms, h.Key)
		}
	}
	return also
}

// behindLatin sorts before all comparison forms in other letters than Latin ones, and
// behind those in Latin letters: a third of all names need not be looked at.
const behindLatin = "\u0370"

func isLatin(key string) bool {
	return strings.IndexFunc(key, func(r rune) bool { return unicode.IsLetter(r) && !unicode.Is(unicode.Latin, r) }) < 0
}

// mostForms is how many of a place's other names people are shown: large cities
// have a hundred.
const mostForms = 8

func (c called) show(w io.Writer) {
	for _, line := range []struct {
		words string
		names []string
	}{
		{"locally", c.own},
		{"also known as", c.forms},
		{"codes", c.codes},
	} {
		more := ""
		if n := len(line.names) - mostForms; n > 0 {
			line.names, more = line.names[:mostForms], fmt.Sprintf(" and %d more", n)
		}
		if len(line.names) > 0 {
			fmt.Fprintf(w, "    %s: %s%s\n", line.words, voice.OneLine(strings.Join(line.names, ", ")), more)
		}
	}
}
