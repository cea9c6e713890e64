package news

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
)

// What the place that a story was filed from says of what it tells.

// filedAbroad reports whether a story names nothing in the country that it was filed from, and
// several places in another: it was filed from Nairobi, and tells of Ethiopia.
func (s *story) filedAbroad() bool {
	if s.abroad != nil {
		return *s.abroad
	}
	lands, most := map[string]int{}, 0
	for i := range s.toponyms {
		if m := &s.toponyms[i].Place.Match; m.Located() && m.Country != "" {
			lands[m.Country]++
			most = max(most, lands[m.Country])
		}
	}
	home := s.filedFrom()
	abroad := most >= 3 && home != nil && lands[home.Match.Country] == 0
	s.abroad = &abroad
	return abroad
}

// filedFrom returns the place of the dateline; nil if there is none, or no gazetteer has it.
func (s *story) filedFrom() *geo.Place {
	name, rest, _ := strings.Cut(s.d.Dateline, ",")
	if name == "" {
		return nil
	}
	p := &geo.Place{Name: en.Lettered(strings.TrimSpace(name)), Within: geo.Within{Country: strings.TrimSpace(rest)}}
	if s.r.Gazetteer.Locate(p); !p.Match.Located() {
		return nil
	}
	return p
}
