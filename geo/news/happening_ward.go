package news

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	orbgeo "github.com/paulmach/orb/geo"
)

// Wards share their names with hundreds of others, and are told of after their towns.

// wardOf returns the town named last before an incident's place, or in its sentence, if that is called a ward and was
// found far from the town; nil for any other.
func (s *story) wardOf(x *incident) *geo.Place {
	m, n := &x.place.Match, &x.view.names[x.name]
	if !m.Located() || !en.Ward(x.view.w.At(n.from)) && !en.Ward(x.view.w.At(n.from-1)) {
		return nil
	}
	for i := s.toponymFrom(x.end()) - 1; i >= 0; i-- {
		t := &s.toponyms[i]
		if !s.locates(t) || s.ward(t) || s.odd(&t.Place.Match) {
			continue
		}
		if p := &t.Place.Match; p.Type == "city" || p.Type == "town" {
			if orbgeo.DistanceHaversine(p.Point, m.Point) < townM {
				return nil
			}
			return &t.Place
		}
	}
	return nil
}

// ward reports whether a toponym is called a ward, or is part of a ward's name.
func (s *story) ward(t *geo.Toponym) bool {
	words := strings.Fields(s.d.Text[max(0, t.Start-wardBytes):t.End])
	for i := range words[:max(0, len(words)-1)] {
		if en.Ward(words[i]) && !strings.HasSuffix(words[i], ",") {
			return true
		}
	}
	return false
}

// wardBytes is how many bytes before a toponym may hold the word that calls it a ward.
const wardBytes = 12
