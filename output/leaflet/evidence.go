package leaflet

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// mostCandidates is how many other candidates a pop-up names.
const mostCandidates = 3

// evidence returns why the match was made, in words.
func evidence(m *geo.Match) string {
	if !m.Located() || len(m.Candidates) == 0 || m.Candidates[0].ID != m.ID {
		return ""
	}
	return strings.Join(m.Candidates[0].Why, "; ")
}

// others returns what else the name could be: "Paris, Texas, US (5 %)".
func others(m *geo.Match) string {
	var list []string
	for i := range m.Candidates {
		c := &m.Candidates[i]
		if m.Located() && c.ID == m.ID {
			continue
		}
		if len(list) == mostCandidates {
			break
		}
		list = append(list, candidate(c))
	}
	return strings.Join(list, "; ")
}

func candidate(c *geo.Candidate) string {
	words := c.Name
	for _, part := range []string{c.Adm1, c.Country} {
		if part != "" && part != c.Name {
			words += ", " + part
		}
	}
	if c.Probability < 0.005 {
		return words + " (under 1 %)"
	}
	return fmt.Sprintf("%s (%.0f %%)", words, c.Probability*100)
}
