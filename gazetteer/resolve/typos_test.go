package resolve_test

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
)

// spelledRight is a gazetteer in which names with two typing errors are not
// looked for.
type spelledRight struct{ gazetteer.Places }

func (spelledRight) Misspelt(_, _ string, dst []gazetteer.Hit) []gazetteer.Hit { return dst }

// TestTwoTypos misspells names of settlements twice, and looks them up in their
// own country and ADM1.
func TestTwoTypos(t *testing.T) {
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	rnd := rand.New(rand.NewPCG(5, 6))
	var before, after share
	with := resolve.New(x, resolve.Options{Explain: true})
	without := resolve.New(spelledRight{x}, resolve.Options{Explain: true})
	for asked := 0; asked < 600; {
		p := x.Place(gazetteer.Ref(1 + rnd.IntN(x.Len())))
		if !slices.Contains([]string{"IQ", "SY", "UA", "NG", "MX"}, p.Country) || !gazetteertest.IsLatin(fold.Key(p.Name)) || utf8.RuneCountInString(p.Name) < 9 {
			continue
		}
		asked++
		misspelt, adm1 := gazetteertest.WithTypos(p.Name, 2, rnd), x.Place(p.Adm1).Name
		before.count(without, misspelt, adm1, p)
		after.count(with, misspelt, adm1, p)
	}
	t.Logf("of 600 names without looking for two errors: %+v; with it: %+v", before, after)
	if gained := after.offered - before.offered; gained < 100 || after.wrong > before.wrong+gained/20 {
		t.Errorf("before: %+v, after: %+v, want a hundred more places offered and no more wrong", before, after)
	}
}

// share counts answers within 25 km of the place meant, others, and how often the
// place was among the candidates.
type share struct{ right, wrong, offered int }

func (s *share) count(r *resolve.Resolver, name, adm1 string, p gazetteer.Place) {
	place := geo.Place{Name: name, Within: geo.Within{Country: p.Country, Adm1: adm1}}
	r.Locate(&place)
	if slices.ContainsFunc(place.Candidates, func(c geo.Candidate) bool { return c.ID == p.ID }) {
		s.offered++
	}
	switch m := place.Match; {
	case !m.Located() || m.Reason != "":
	case near(m, p):
		s.right++
	default:
		s.wrong++
	}
}

// TestTwoTyposAreNotGuessed holds names that two errors must not bring to a place.
func TestTwoTyposAreNotGuessed(t *testing.T) {
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	r := resolve.New(x, resolve.Options{Explain: true})
	found := geo.Place{Name: "Fallaxah", Within: geo.Within{Country: "Iraq", Adm1: "Anbar"}}
	if r.Locate(&found); found.Match.Kind != geo.Fuzzy || found.Match.Name != "Al Fallūjah" && found.Match.Name != "Fallujah" {
		t.Errorf("%q is %+v, want Fallujah: two errors, in its province", found.Name, found.Match)
	}
	for _, test := range []struct {
		name   string
		within geo.Within
		reason string
	}{
		{"Abu Hemem", geo.Within{Country: "Iraq", Adm1: "Anbar"}, "its words are short"},
		{"Fellojyeh", geo.Within{}, "nothing is said"},
		{"Fallvbah", geo.Within{Country: "Iraq"}, "no province is said"},
		{"Fallaxah", geo.Within{Country: "Iraq", Adm1: "Basra"}, "it is not in that province"},
		{"Fallaxah", geo.Within{Country: "Syria", Adm1: "Homs"}, "it is not in that country"},
		{"Fxllaxah", geo.Within{Country: "Iraq", Adm1: "Anbar"}, "three errors"},
	} {
		p := geo.Place{Name: test.name, Within: test.within}
		r.Locate(&p)
		if p.Match.Kind == geo.Fuzzy || len(p.Candidates) > 0 {
			t.Errorf("%q in %+v is %+v, want none: %s", test.name, test.within, p.Match, test.reason)
		}
	}
}
