package resolve_test

import (
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// ownNames draws places evenly from all of the index and looks each up by its own
// name in its own country and ADM1. It returns how many there are and how many
// were not found, by what was answered instead, with the first few of each.
func ownNames(x *gazetteer.Index, r *resolve.Resolver, step int) (asked int, missed map[string][]string) {
	missed = map[string][]string{}
	for ref := 1; ref <= x.Len(); ref += step {
		p := x.Place(gazetteer.Ref(ref))
		if !p.Located || p.Name == "" || p.Type == "country" {
			continue
		}
		asked++
		q := geo.Place{Name: p.Name, Within: geo.Within{Country: p.Country, Adm1: x.Place(p.Adm1).Name}}
		if p.Adm1 == p.Ref {
			q.Within.Adm1 = ""
		}
		r.Locate(&q)
		if cause := missedBy(q.Match, &p); cause != "" {
			missed[cause] = append(missed[cause], p.ID+" "+p.Name+" ("+p.Type+", "+q.Within.Adm1+", "+p.Country+") is "+q.Match.Name+" ("+q.Match.Type+", "+q.Match.Reason+")")
		}
	}
	return asked, missed
}

// missedBy says in what way a match is not the place; empty if it is, or a
// namesake at its spot.
func missedBy(m geo.Match, p *gazetteer.Place) string {
	switch {
	case m.ID == p.ID || near(m, *p):
		return ""
	case !m.Located():
		return m.Kind.String()
	case m.Reason != "":
		return "its area"
	case m.Name == p.Name:
		return namesake
	}
	return "another name"
}

// TestOwnNames is a property: a place is found by its own name in its own country
// and ADM1. What is left are namesakes within one ADM1, of which nothing tells
// which is meant, and a few names that differ by their accents alone.
func TestOwnNames(t *testing.T) {
	x, r := worldResolver(t, resolve.Options{})
	asked, missed := ownNames(x, r, 13)
	others := 0
	for cause, places := range missed {
		t.Logf("%s: %d, such as %v", cause, len(places), places[:min(len(places), 5)])
		if cause != namesake {
			others += len(places)
		}
	}
	if share := float64(others) / float64(asked); share > 0.004 {
		t.Errorf("%.4f of %d places were not found by their own names", share, asked)
	}
	if share := float64(len(missed[namesake])) / float64(asked); share > 0.03 {
		t.Errorf("a namesake was found for %.3f of %d places", share, asked)
	}
}

// namesake is another place of the very name in the same ADM1.
const namesake = "a namesake"
