package resolve

import (
	"math"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/paulmach/orb"
)

func TestRelationMovesThePoint(t *testing.T) {
	at := &gazetteer.Place{Type: placetype.City, Point: orb.Point{44, 35}, Located: true, RadiusM: 8000}
	east := &gazetteer.Place{Type: placetype.City, Point: orb.Point{46, 35}, Located: true}
	tests := []struct {
		words   string
		other   *gazetteer.Place
		lon     float64
		lat     float64
		radiusM float64
		reason  string
	}{
		{"", nil, 44, 35, 8000, "at it: nothing moves"},
		{"near", nil, 44, 35, 18_000, "near it: the ring grows"},
		{"20 km north of", nil, 44, 35.18, 16_000, "as far as said, and vaguer with the distance"},
		{"south of", nil, 44, 34.91, 23_000, "some way, since none is said"},
		{"20 km from", nil, 44, 35, 28_000, "no direction: a ring"},
		{"between", east, 45, 35.005, 87_000, "half-way"},
		{"between", nil, 44, 35, 28_000, "to nowhere: near the one that is known"},
	}
	x := new(gazetteer.Index)
	for _, tt := range tests {
		s := applied(query.ParseRelation(tt.words), x, at, tt.other)
		if math.Abs(s.point[0]-tt.lon) > 0.01 || math.Abs(s.point[1]-tt.lat) > 0.01 || math.Abs(s.radiusM-tt.radiusM) > 1000 {
			t.Errorf("%q: %.2f, %.2f within %.0f m; want %.2f, %.2f within %.0f (%s)",
				tt.words, s.point[0], s.point[1], s.radiusM, tt.lon, tt.lat, tt.radiusM, tt.reason)
		}
	}
}

func TestInside(t *testing.T) {
	iraq := gazetteer.Place{Ref: 1, Type: placetype.Country, Country: "IQ", Land: 1}
	anbar := gazetteer.Place{Ref: 2, Type: placetype.Adm1, Country: "IQ", Land: 1, Adm1: 2, Located: true, Point: orb.Point{41.5, 33}}
	hit := gazetteer.Place{Ref: 3, Type: placetype.Town, Country: "IQ", Land: 1, Adm1: 2, Located: true, Point: orb.Point{42.8, 33.6}}
	rutba := gazetteer.Place{Ref: 4, Type: placetype.Town, Country: "IQ", Land: 1, Adm1: 2, Located: true, Point: orb.Point{40.3, 33}}
	suburb := gazetteer.Place{Ref: 5, Type: placetype.Village, Country: "IQ", Located: true, Point: orb.Point{42.9, 33.65}}
	tests := []struct {
		p, c   *gazetteer.Place
		want   scope.Answer
		reason string
	}{
		{&hit, &iraq, scope.Yes, "a town lies in its country"},
		{&hit, &anbar, scope.Yes, "and in its province"},
		{&iraq, &iraq, scope.Yes, "a row may name the area itself"},
		{&iraq, &hit, scope.No, "a country does not lie in a town"},
		{&rutba, &hit, scope.No, "two towns apart"},
		{&suburb, &hit, scope.Yes, "a seat stands for its district"},
	}
	for _, tt := range tests {
		if got := scope.Inside(tt.p, tt.c); got != tt.want {
			t.Errorf("inside(%d, %d) is %d, want %d: %s", tt.p.Ref, tt.c.Ref, got, tt.want, tt.reason)
		}
	}
}
