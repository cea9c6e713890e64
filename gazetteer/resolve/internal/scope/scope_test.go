package scope

import (
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/gazetteertest"
)

func TestNamesListed(t *testing.T) {
	for _, test := range []struct {
		cell   string
		commas bool
		want   string
		reason string
	}{
		{"Norham/Ostham", false, "Norham|Ostham", "a slash parts places"},
		{"Norham, Ostham", true, "Norham|Ostham", "a comma parts areas"},
		{"Norham, Ostham", false, "", "but a place from what it lies in"},
		{"Norham, Ostham and Westham", true, "Norham|Ostham|Westham", "as sentences list them"},
		{"Norham", true, "", "one name is no list"},
		{"b/c/d/f/g/h/j/k/l", false, "", "nobody means nine places at once"},
		{"/ /", false, "", "nothing is listed"},
	} {
		if got := strings.Join(NamesListed(test.cell, test.commas), "|"); got != test.want {
			t.Errorf("%q: %q, want %q: %s", test.cell, got, test.want, test.reason)
		}
	}
}

func TestFind(t *testing.T) {
	x := gazetteertest.Index(t, gazetteertest.SmallWorld())
	f := NewFinder(x)
	arrland, borrland := f.Find("Arrland", LandLevel, nil), f.Find("Borrland", LandLevel, nil)
	for _, test := range []struct {
		name   string
		level  Level
		land   []gazetteer.Place
		want   string
		reason string
	}{
		{"AA", LandLevel, nil, "t:AA", "a code is a country where one is said"},
		{"AA", Adm2Level, nil, "", "and no district"},
		{"East", Adm1Level, arrland, "t:AA.2", "a province without the word for it"},
		{"East", Adm1Level, borrland, "", "that lies in the other country"},
		{"Lower District", Adm2Level, arrland, "t:AA.1.7", "a district"},
		{"Lower Distrikt", Adm2Level, arrland, "t:AA.1.7", "misspelt, in the country said"},
		{"Lower Distrikt", Adm2Level, nil, "", "misspelt, and it could be anywhere"},
		{"N/A", Adm1Level, arrland, "", "what is no name"},
		{"West Province / East Province", Adm1Level, arrland, "t:AA.1 t:AA.2", "either of a list"},
	} {
		for range 2 { // found, and remembered
			var ids []string
			for _, p := range f.Find(test.name, test.level, test.land) {
				ids = append(ids, p.ID)
			}
			slices.Sort(ids)
			if got := strings.Join(ids, " "); got != test.want {
				t.Errorf("%q: %q, want %q: %s", test.name, got, test.want, test.reason)
			}
		}
	}
}

// TestInsideAny asks of areas of one name.
func TestInsideAny(t *testing.T) {
	x := gazetteertest.Index(t, gazetteertest.SmallWorld())
	place := func(id string) gazetteer.Place {
		ref, _ := x.ByID(id)
		return x.Place(ref)
	}
	city, east, west, other := place("gn:1"), place("t:AA.2"), place("t:AA.1"), place("gn:4294967295")
	for _, test := range []struct {
		p      gazetteer.Place
		in     []gazetteer.Place
		want   Answer
		reason string
	}{
		{city, nil, Unsaid, "nothing is said"},
		{city, []gazetteer.Place{west}, Yes, "its province"},
		{city, []gazetteer.Place{east}, No, "another province"},
		{city, []gazetteer.Place{east, west}, Yes, "either of two of a name"},
		{other, []gazetteer.Place{west}, No, "another country"},
	} {
		if got := InsideAny(&test.p, test.in); got != test.want {
			t.Errorf("%s in %d areas: %d, want %d: %s", test.p.Name, len(test.in), got, test.want, test.reason)
		}
	}
}
