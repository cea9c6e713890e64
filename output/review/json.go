package review

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// nameJSON is a name in the page's list.
type nameJSON struct {
	Number   int           `json:"number"` // in the list
	Name     string        `json:"name"`
	Within   string        `json:"within"`
	Event    bool          `json:"event"` // one event that names no place, called by its title
	Events   int           `json:"events"`
	Reason   string        `json:"reason"`
	Decision *decisionJSON `json:"decision"` // null while it is open
	Note     string        `json:"note"`
}

// questionJSON is all that helps to decide a name.
type questionJSON struct {
	Dates      string          `json:"dates"`
	Taken      *candidateJSON  `json:"taken"` // what it is taken for; null if it has no place
	Candidates []candidateJSON `json:"candidates"`
	Samples    []Sample        `json:"samples"`
}

// candidateJSON is a place as the page gets it.
type candidateJSON struct {
	ID          string   `json:"id"`
	Name        string   `json:"name"`
	Where       string   `json:"where"` // its kind and areas
	Lat         float64  `json:"lat"`
	Lon         float64  `json:"lon"`
	Probability float64  `json:"probability"`
	Why         []string `json:"why"`
}

// decisionJSON is a decision as the page gets it, and gives it back to undo
// another.
type decisionJSON struct {
	PlaceID string         `json:"place_id,omitempty"`
	Lat     *float64       `json:"lat,omitempty"`
	Lon     *float64       `json:"lon,omitempty"`
	RadiusM *int           `json:"radius_m,omitempty"`
	Place   *candidateJSON `json:"place,omitempty"`
}

func (s *Server) nameJSON(i int) nameJSON {
	n := s.Names[i]
	d := &s.seen[i]
	out := nameJSON{
		Number: i, Name: n.Question.Name, Within: joined(n.Within.Adm2, n.Within.Adm1, n.Within.Country),
		Events: n.Events, Reason: s.Reason(n.Reason), Note: d.Note,
	}
	if n.Event != "" {
		out.Event, out.Name = true, n.Event
		if len(n.Samples) > 0 && n.Samples[0].Title != "" {
			out.Name = n.Samples[0].Title
		}
	}
	if d.Decided() {
		out.Decision = s.decisionJSON(d)
	}
	return out
}

func (s *Server) questionJSON(n *Name) questionJSON {
	out := questionJSON{Candidates: s.candidatesJSON(n.Candidates), Samples: n.Samples}
	if n.Placed && n.Best.ID != "" {
		taken := s.candidateJSON(&n.Best)
		out.Taken = &taken
	}
	if !n.First.IsZero() {
		out.Dates = n.First.First.String()
		if last := n.Last.Last.String(); last != out.Dates {
			out.Dates += " to " + last
		}
	}
	return out
}

func (s *Server) decisionJSON(d *geo.Decision) *decisionJSON {
	out := &decisionJSON{PlaceID: d.PlaceID}
	if d.HasPoint {
		lat, lon := d.Point.Lat(), d.Point.Lon()
		out.Lat, out.Lon = &lat, &lon
	}
	if m, known := d.RadiusM.Int(); known {
		out.RadiusM = &m
	}
	if c, ok := s.Gazetteer.ByID(d.PlaceID); ok && d.PlaceID != "" {
		place := s.candidateJSON(&c)
		out.Place = &place
	}
	return out
}

func (s *Server) candidatesJSON(all []geo.Candidate) []candidateJSON {
	out := make([]candidateJSON, len(all))
	for i := range all {
		out[i] = s.candidateJSON(&all[i])
	}
	return out
}

func (s *Server) candidateJSON(c *geo.Candidate) candidateJSON {
	adm1 := c.Adm1
	if adm1 == c.Name {
		adm1 = ""
	}
	return candidateJSON{c.ID, c.Name, joined(s.Kind(c.Type), adm1, c.Country), c.Point.Lat(), c.Point.Lon(), c.Probability, c.Why}
}

// joined joins the parts that are not empty.
func joined(parts ...string) string {
	return strings.Join(slices.DeleteFunc(parts, func(p string) bool { return p == "" }), ", ")
}
