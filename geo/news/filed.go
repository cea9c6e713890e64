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

// hosted returns the capital that a story was filed from, where its own country's leaders received
// others by a sentence that says no place: "BAGHDAD - … He met with the Iraqi prime minister." It is
// nil if they did not.
func (s *story) hosted(x *happening) *geo.Place {
	if x.kind.Family != "diplomacy" || x.planned || x.quoted || x.view.headline {
		return nil
	}
	city, _, _ := strings.Cut(s.d.Dateline, ",")
	here, ok := en.SeatNamed(city)
	if !ok {
		return nil
	}
	for k := range x.view.w.Tokens {
		if c, ok := en.CapitalOf(x.view.w.At(k)); ok && c.City == here.City && x.view.w.Capital(k) && (en.Office(x.view.w.At(k+1)) || en.Office(x.view.w.At(k+2))) {
			return s.filedFrom()
		}
	}
	return nil
}
