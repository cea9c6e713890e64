package review

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// nameJSON is a name as the page gets it.
type nameJSON struct {
	Name       string          `json:"name"`
	Within     string          `json:"within"`
	Events     int             `json:"events"`
	Dates      string          `json:"dates"`
	Reason     string          `json:"reason"`
	Candidates []candidateJSON `json:"candidates"`
	Samples    []Sample        `json:"samples"`
	Decision   *decisionJSON   `json:"decision"` // null while it is open
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
	Place   *candidateJSON `json:"place,omitempty"`
}

func (s *Server) nameJSON(n *Name) nameJSON {
	out := nameJSON{
		Name: n.Name, Within: joined(n.Within.Adm2, n.Within.Adm1, n.Within.Country),
		Events: n.Events, Reason: s.Reason(n.Reason),
		Candidates: s.candidatesJSON(n.Candidates), Samples: n.Samples,
	}
	if !n.First.IsZero() {
		out.Dates = n.First.First.String()
		if last := n.Last.Last.String(); last != out.Dates {
			out.Dates += " to " + last
		}
	}
	if at := s.decisionOn(n); at >= 0 && s.made[at].Decided() {
		out.Decision = s.decisionJSON(&s.made[at])
	}
	return out
}

func (s *Server) decisionJSON(d *geo.Decision) *decisionJSON {
	out := &decisionJSON{PlaceID: d.PlaceID}
	if d.HasPoint {
		lat, lon := d.Point.Lat(), d.Point.Lon()
		out.Lat, out.Lon = &lat, &lon
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
