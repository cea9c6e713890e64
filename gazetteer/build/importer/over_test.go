package importer_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/paulmach/orb"
)

// published are the lists of Arrand that are no one's own.
var published = []string{"wof.geojson", "alternateNamesV2.txt", "XA.txt", "admin1CodesASCII.txt"}

// over builds an index of one's own lists to lie on another, and stacks them.
func over(t *testing.T, below *gazetteer.Index, names ...string) *gazetteer.Stack {
	t.Helper()
	var b bytes.Buffer
	_, err := importer.Run(ctx, &b, write(t, names...), importer.Options{Over: below, Problem: func(err error) { t.Error(err) }})
	if err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.New(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return stack(t, x, below)
}

func stack(t *testing.T, layers ...*gazetteer.Index) *gazetteer.Stack {
	t.Helper()
	s, err := gazetteer.NewStack(layers...)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// seen is what a user sees of a place.
type seen struct {
	id, name, kind, code, country, land, adm1, adm2, parent string
	point                                                   orb.Point
	population, radiusM                                     int
}

func see(x gazetteer.Places, ref gazetteer.Ref) seen {
	p := x.Place(ref)
	return seen{
		p.ID, p.Name, p.Type, p.Code, p.Country, x.Place(p.Land).ID, x.Place(p.Adm1).ID, x.Place(p.Adm2).ID, x.Place(p.Parent).ID,
		p.Point, p.Population, p.RadiusM,
	}
}

// found returns what is found under a key, in order of id.
func found(x gazetteer.Places, hits []gazetteer.Hit) (all []seen) {
	for _, h := range hits {
		all = append(all, see(x, h.Ref))
	}
	slices.SortFunc(all, func(a, b seen) int { return strings.Compare(a.id, b.id) })
	return all
}

// TestLaidOverIsMergedIn holds a stack against the index that merging all at once
// gives.
func TestLaidOverIsMergedIn(t *testing.T) {
	below, _, _ := imported(t, published...)
	for _, own := range [][]string{{"own.csv"}, {"own.geojson"}, {"own.csv", "own.geojson"}} {
		s := over(t, below, own...)
		var b bytes.Buffer
		if _, err := importer.Run(ctx, &b, write(t, own...), importer.Options{World: below}); err != nil {
			t.Fatal(err)
		}
		merged, err := gazetteer.New(b.String())
		if err != nil {
			t.Fatal(err)
		}
		keys := 0
		for h := range merged.AllNames() {
			keys++
			want, got := found(merged, merged.Exact(h.Key, nil)), found(s, s.Exact(h.Key, nil))
			if !slices.Equal(got, want) {
				t.Errorf("%v: %q is\n%+v, want\n%+v", own, h.Key, got, want)
			}
		}
		if keys < 15 {
			t.Errorf("%d names compared, want all of them", keys)
		}
		for lat := 9.9; lat < 11.2; lat += 0.1 {
			p := orb.Point{lat + 10, lat}
			want, got := merged.Reverse(p), s.Reverse(p)
			if merged.Place(want.Adm1).ID != s.Place(got.Adm1).ID || merged.Place(want.Adm2).ID != s.Place(got.Adm2).ID {
				t.Errorf("%v: at %v lie %+v, want %+v", own, p, s.Place(got.Adm2), merged.Place(want.Adm2))
			}
		}
	}
}

func TestOnesOwnPlacesLieInTheWorldsAreas(t *testing.T) {
	below, _, _ := imported(t, published...)
	s := over(t, below, "own.csv")
	for _, test := range []struct{ name, id, adm1, adm2, reason string }{
		{"Bir Salma", "own:4a7ccdf5f8b6", "Norland", "Upper Vale", "a village that is new, in areas that are not"},
		{"Tell Amin", "gn:5", "Norland", "Upper Vale", "a village that is known keeps its number"},
		{"Tel Amine", "gn:5", "Norland", "Upper Vale", "and its other names"},
		{"Tell Ameen", "gn:5", "Norland", "Upper Vale", "and gains those of the list"},
		{"Marsoot", "gn:4", "Norland", "Upper Vale", "a town that the list does not have"},
	} {
		hits := s.Exact(fold.Key(test.name), nil)
		if len(hits) != 1 {
			t.Errorf("%q: %d places, want 1 (%s)", test.name, len(hits), test.reason)
			continue
		}
		p := s.Place(hits[0].Ref)
		if p.ID != test.id || s.Place(p.Adm1).Name != test.adm1 || s.Place(p.Adm2).Name != test.adm2 {
			t.Errorf("%q: %s in %s, %s, want %s (%s)", test.name, p.ID, s.Place(p.Adm2).Name, s.Place(p.Adm1).Name, test.id, test.reason)
		}
	}
	if amin := see(s, s.Exact("tell amin", nil)[0].Ref); amin.point != (orb.Point{20.935, 10.915}) {
		t.Errorf("Tell Amin lies at %v, want where the user's own list has it", amin.point)
	}
	salma := s.Exact("bir salma", nil)[0].Ref
	if own := s.OwnNames(salma); !slices.Equal(own, []string(nil)) {
		t.Errorf("Bir Salma has the names %q in scripts of Arrand, which has none", own)
	}
	if codes := s.Codes(salma); !slices.Equal(codes, []string{"XA0107001"}) {
		t.Errorf("Bir Salma has the codes %q, want its P-code as it is written", codes)
	}
	if hits := s.Exact("norland", nil); len(hits) != 1 {
		t.Errorf("%v are called Norland: a village is not called like its province", found(s, hits))
	}
	if names := s.Names(s.Exact("tell amin", nil)[0].Ref, ""); len(names) != 5 {
		t.Errorf("Tell Amin has the names %v, want the five of both", names)
	}
}

func TestDecisionsAndRowsOfAStack(t *testing.T) {
	below, _, _ := imported(t, published...)
	s := over(t, below, "own.csv")
	decided, err := resolve.New(s, resolve.Options{}).Decide([]geo.Decision{
		{Name: "the wells", PlaceID: "own:4a7ccdf5f8b6"},
		{Name: "Amin hill", PlaceID: "gn:5"},
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		place      geo.Place
		id, reason string
	}{
		{geo.Place{Name: "the wells"}, "own:4a7ccdf5f8b6", "decided, by the list's own id"},
		{geo.Place{Name: "Amin hill"}, "gn:5", "decided, by the number of a place that both have"},
		{geo.Place{Name: "Bir Salma", Within: geo.Within{Country: "Arrand", Adm1: "Norland"}}, "own:4a7ccdf5f8b6", "an own place in the world's province"},
		{geo.Place{Name: "بير سلمى", Within: geo.Within{Country: "Arrand"}}, "own:4a7ccdf5f8b6", "in its own script"},
		{geo.Place{Name: "Marsut", Within: geo.Within{Adm2: "Upper Vale"}}, "gn:4", "a place of the lower index alone"},
	} {
		decided.Locate(&test.place)
		if test.place.ID != test.id {
			t.Errorf("%+v is %q, want %s (%s)", test.place.Within, test.place.ID, test.id, test.reason)
		}
	}
}

// TestStackKnowsTwins stacks indexes that were built alone, of lists that give
// places different numbers.
func TestStackKnowsTwins(t *testing.T) {
	upper, _, _ := imported(t, "wof.geojson") // Tell Amin, which bears GeoNames' number
	lower, _, _ := imported(t, "XA.txt")
	own, _, _ := imported(t, "own.csv") // Tell Amin without a number, 800 m away
	for _, layers := range [][]*gazetteer.Index{{upper, lower}, {lower, upper}, {own, lower}, {own, upper, lower}, {lower, own, upper}} {
		s := stack(t, layers...)
		hits := s.Exact("tell amin", nil)
		if len(hits) != 1 {
			t.Fatalf("%d places are Tell Amin, want 1: %v", len(hits), found(s, hits))
		}
		p := s.Place(hits[0].Ref)
		want := find(t, layers[0], "Tell Amin")
		if p.ID != want.ID || p.Point != want.Point {
			t.Errorf("Tell Amin is %s at %v, want %s at %v, as the upper index has it", p.ID, p.Point, want.ID, want.Point)
		}
		if ref, ok := s.ByID("gn:5"); !ok || ref != p.Ref {
			t.Errorf("gn:5 is %v, want %v, whichever index knows the number", ref, p.Ref)
		}
		if s.Place(p.Land).ID != "gn:1" && s.Place(p.Land).ID != "iso:XA" {
			t.Errorf("Tell Amin lies in %q, want Arrand of the index that has it", s.Place(p.Land).ID)
		}
	}
}

// Villages of one name lie in one province, and are not one.
func TestStackKeepsNamesakesApart(t *testing.T) {
	upper, _, _ := imported(t, "north.csv")
	lower, _, _ := imported(t, "XA.txt")
	s := stack(t, upper, lower)
	if hits := s.Exact("tell amin", nil); len(hits) != 2 {
		t.Errorf("%v are Tell Amin, want two: they lie 9 km apart", found(s, hits))
	}
}

func TestOverRefusesPublishedLists(t *testing.T) {
	below, _, _ := imported(t, published...)
	var problems []error
	_, err := importer.Run(ctx, &bytes.Buffer{}, write(t, "XA.txt"), importer.Options{Over: below, Problem: func(err error) { problems = append(problems, err) }})
	if err == nil || len(problems) != 1 || !strings.Contains(problems[0].Error(), "build an index of it first") {
		t.Errorf("%v, %v: want advice to build an index", err, problems)
	}
}

// Lists of villages have hundreds of places of one name abroad. They hide neither
// the one at home, which comes last, nor that there is none.
func TestNamesakesAbroad(t *testing.T) {
	var list strings.Builder
	list.WriteString("name,lat,lon,kind,country\nArrand,10.5,20.5,country,XA\nBelmar,40,50,country,XB\nCorland,60,70,country,XC\n")
	for i := range 600 {
		fmt.Fprintf(&list, "Santa Vela,%.2f,50,village,XB\n", 35+float64(i)/100)
	}
	list.WriteString("Santa Vela,10.5,20.5,village,XA\n")
	lists["namesakes.csv"] = list.String()
	defer delete(lists, "namesakes.csv")
	x, _, _ := imported(t, "namesakes.csv")
	r := resolve.New(x, resolve.Options{})
	for _, test := range []struct{ said, country, reason string }{
		{"Arrand", "XA", "the one village of the country said"},
		{"Corland", "", "none of the country said"},
	} {
		p := geo.Place{Name: "Santa Vela", Within: geo.Within{Country: test.said}}
		r.Locate(&p)
		if test.country != "" && p.Match.Country != test.country || test.country == "" && p.Type == "village" {
			t.Errorf("Santa Vela in %s is %+v (%s)", test.said, p.Match, test.reason)
		}
	}
}
