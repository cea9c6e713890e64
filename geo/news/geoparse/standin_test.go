package geoparse

import (
	"testing"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/tag"
)

// toldOf returns mentions of places one behind the other.
func toldOf(places ...geo.Place) []tag.Mention {
	var out []tag.Mention
	for i, p := range places {
		out = append(out, tag.Mention{Toponym: geo.Toponym{Start: i * 20, End: i*20 + 10, Place: p}})
	}
	return out
}

func town(name, country string, lon, lat, confidence float64) geo.Place {
	return geo.Place{Name: name, Match: geo.Match{Kind: geo.Exact, ID: name, Type: "town", Country: country, Point: orb.Point{lon, lat}, Confidence: confidence}}
}

func city(name, country string, lon, lat, confidence float64) geo.Place {
	p := town(name, country, lon, lat, confidence)
	p.Match.Type = "city"
	return p
}

func TestStandIn(t *testing.T) {
	brook := geo.Place{Name: "Snell Brook", Match: geo.Match{Kind: geo.Unresolved, Reason: "not-in-gazetteer"}}
	texas := geo.Place{Name: "Texas", Match: geo.Match{Kind: geo.Exact, ID: "Texas", Type: "adm1", Country: "US", Point: orb.Point{-99, 31}, Confidence: 1}}
	alike := func(lon, lat, confidence float64) geo.Place {
		p := town("Snelbrok", "NO", lon, lat, confidence)
		p.Match.Kind = geo.Variant
		return p
	}
	tests := []struct {
		places []geo.Place
		at     int
		want   string
		reason string
	}{
		{[]geo.Place{town("Rome", "IT", 12, 42, .9), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9), brook, town("Prestwick", "GB", -4.6, 55.5, .9)}, 3, "Prestwick", "amid the towns around it"},
		{[]geo.Place{brook, town("Ayr", "GB", -4.6, 55.4, .9)}, 0, "Ayr", "the only town of the story"},
		{[]geo.Place{brook, town("Ayr", "GB", -4.6, 55.4, .9), town("Rome", "IT", 12, 42, .9), town("Lima", "PE", -77, -12, .9)}, 0, "", "the towns of the story lie apart"},
		{[]geo.Place{brook, texas}, 0, "", "a province tells nothing so fine"},
		{[]geo.Place{brook, town("Ayr", "GB", -4.6, 55.4, .4)}, 0, "", "a town in doubt"},
		{[]geo.Place{brook}, 0, "", "nothing else is named"},
		{[]geo.Place{alike(10, 60, .5), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9)}, 0, "Ayr", "only spelled like the name, and in doubt"},
		{[]geo.Place{alike(10, 60, .9), town("Ayr", "GB", -4.6, 55.4, .9)}, 0, "Snelbrok", "spelled like the name, and hardly in doubt"},
		{[]geo.Place{town("Rawa", "IQ", 41.9, 34.5, .4), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9)}, 0, "Ayr", "known, but in doubt"},
		{[]geo.Place{town("Rawa", "IQ", 41.9, 34.5, .6), town("Ayr", "GB", -4.6, 55.4, .9)}, 0, "Rawa", "likely enough by itself"},
		{[]geo.Place{town("Rawa", "IQ", 41.9, 34.5, .9), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9)}, 0, "Ayr", "a small namesake abroad, where nothing else is named"},
		{[]geo.Place{city("Lima", "PE", -77, -12, .9), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9)}, 0, "Lima", "cities are named the world over"},
		{[]geo.Place{city("Lima", "PE", -77, -12, .5), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9)}, 0, "Lima", "cities are, in some doubt"},
		{[]geo.Place{city("Lima", "PE", -77, -12, .3), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9)}, 0, "Ayr", "a city, but hardly"},
		{[]geo.Place{town("Rawa", "IQ", 41.9, 34.5, .4), town("Ayr", "GB", -4.6, 55.4, .9), town("Troon", "GB", -4.7, 55.5, .9), city("Baghdad", "IQ", 44.4, 33.3, .9)}, 0, "Rawa", "its country is spoken of"},
		{[]geo.Place{town("Rome", "IT", 12, 42, .9), city("Lima", "PE", -77, -12, .9), town("Ayr", "GB", -4.6, 55.4, .9), brook, town("Troon", "GB", -4.7, 55.5, .9), city("Quito", "EC", -78, 0, .9)}, 3, "Ayr", "two neighbours beside it, in a story of many places"},
	}
	for _, test := range tests {
		found := toldOf(test.places...)
		standIn(found)
		m := &found[test.at].Place.Match
		if m.ID != test.want {
			t.Errorf("%s: %q stands for %q, want %q", test.reason, m.ID, found[test.at].Place.Name, test.want)
		}
		if stood := m.ID != "" && m.ID != test.places[test.at].Match.ID; stood != (m.Reason == ReasonStandIn) {
			t.Errorf("%s: reason %q", test.reason, m.Reason)
		} else if stood && (m.Precision != geo.WithinRegion || m.Confidence > 0.8) {
			t.Errorf("%s: precision %v with confidence %v for a place that stands in", test.reason, m.Precision, m.Confidence)
		}
	}
}
