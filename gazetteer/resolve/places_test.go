package resolve_test

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
	orbgeo "github.com/paulmach/orb/geo"
)

func worldResolver(t testing.TB, o resolve.Options) (*gazetteer.Index, *resolve.Resolver) {
	x, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	return x, resolve.New(x, o)
}

// TestPlaces resolves the names of testdata/places.txt.
func TestPlaces(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	text, err := os.ReadFile("testdata/places.txt")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if len(fields) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		place, all := inContext(fields[2], fields[1])
		for _, p := range all {
			if p.Kind == "home" {
				*p = writtenIn(r, p.Name)
			}
		}
		r.Locate(all...)
		if m := place.Match; !m.Located() || m.ID != fields[0] {
			t.Errorf("%s beside %s is %s %s (%s, %s), want %s", fields[2], fields[1], m.Kind, m.ID, m.Name, m.Reason, fields[0])
		}
	}
}

// TestAlone resolves names of provinces that stand by themselves, and of cities that share theirs
// with one.
func TestAlone(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	for name, id := range map[string]string{
		"Ontario": "gn:6093943", "Durango": "gn:4011741", "Maine": "gn:4971068", // provinces
		"Washington": "gn:4140963", "New York": "gn:5128581", "Buenos Aires": "gn:3435910", "Colombo": "gn:1248991", // cities
	} {
		p := geo.Place{Name: name}
		if r.Locate(&p); p.Match.ID != id || !p.Match.Located() {
			t.Errorf("%s alone is %s %s (%s), want %s", name, p.Match.Kind, p.Match.ID, p.Match.Name, id)
		}
	}
}

// writtenIn returns the country that a story was written in, as those give it who read
// stories: a place without a name.
func writtenIn(r *resolve.Resolver, country string) geo.Place {
	p := geo.Place{Name: country, Kind: "country"}
	r.Locate(&p)
	return geo.Place{Match: p.Match}
}

// inContext makes the place of a line, and the places to resolve along with it.
func inContext(name, context string) (*geo.Place, []*geo.Place) {
	place := &geo.Place{Name: name}
	all := []*geo.Place{place}
	for c := range strings.SplitSeq(context, "; ") {
		switch key, value, _ := strings.Cut(c, "="); key {
		case "country":
			place.Within.Country = value
		case "adm1":
			place.Within.Adm1 = value
		case "adm2":
			place.Within.Adm2 = value
		case "kind":
			place.Kind = value
		case "home":
			all = append(all, &geo.Place{Name: value, Kind: key})
		default:
			all = append(all, &geo.Place{Name: c})
		}
	}
	return place, all
}

// near reports whether a match is the place p but for a namesake at the spot: a
// town and its district.
func near(m geo.Match, p gazetteer.Place) bool {
	const sameSpotM = 25_000
	return m.Located() && orbgeo.DistanceHaversine(m.Point, p.Point) <= sameSpotM
}

func TestRows(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	iraq := geo.Within{Country: "Iraq"}
	anbar := geo.Within{Country: "Iraq", Adm1: "Anbar"}
	tests := []struct {
		name   string
		within geo.Within
		want   string
		reason string
	}{
		{"Kirkuk province", iraq, "variant Kirkuk adm1 adm1 ", "a class word decides between city and province"},
		{"Damascus city", geo.Within{Country: "Syria", Adm1: "Damascus Governorate"}, "exact Damascus city exact ", "even if a list has that for the governorate"},
		{"Kirkuk", iraq, "exact Kirkuk city exact ", "without one it is the city"},
		{"Ninawa Governorate", geo.Within{Country: "IRQ"}, "variant Nineveh adm1 adm1 ", "ISO alpha-3 is a country's name too"},
		{"Qwrtzpsd", geo.Within{Country: "MY"}, "variant Malaysia country country not-in-gazetteer-placed-at-country", "a country's code is it, though Mỹ is another's name"},
		{"Qwrtzpsd", geo.Within{Country: "BI"}, "variant Burundi country country not-in-gazetteer-placed-at-country", "nor is it Bỉ"},
		{"south of Kirkuk", iraq, "exact Kirkuk city near ", "a relation lowers the precision"},
		{"Anbar, Hit", iraq, "exact Hīt town exact ", "from large to small"},
		{"Diyala - Muqdadiya", geo.Within{}, "variant Al Miqdādīyah town exact ", "the same, where the smaller is spelled otherwise"},
		{"Syria, Idlib, Saraqab", geo.Within{}, "variant Sarāqib town exact ", "and in three steps"},
		{"Saraqab, Idlib", geo.Within{}, "variant Sarāqib town exact ", "what the cell says it lies in makes up for its spelling"},
		{"Mosul, Tikrit", geo.Within{}, "exact Mosul city near ", "neither lies in the other: one of both"},
		{"Entre Kaya et Dori", geo.Within{}, "exact Kaya city region ", "between, in French"},
		{"Goma - Sake road", geo.Within{}, "exact Goma city near ", "the ends of a road, whatever stands between them"},
		{"Environs de Kaya", geo.Within{}, "exact Kaya city near ", "near, in French"},
		{"Bakhmut direction", geo.Within{}, "exact Bakhmut town near ", "as armies report"},
		{"Ramadi; Fallujah", iraq, "exact Ramadi city near ", "one of those listed is not all of them"},
		{"Dohuk Governorate", geo.Within{}, "variant Duhok adm1 adm1 ", "not its district of that name"},
		{"Euphrates river near Haditha", iraq, "exact Ḩadīthah town near ", "a river is too long to be a place"},
		{"Nosuchvillage, Anbar, Iraq", geo.Within{}, "variant Anbar adm1 adm1 not-in-gazetteer-placed-at-adm1", "the cell itself says where"},
		{"Nosuch Peak, north of Burke", geo.Within{Adm1: "Idaho"}, "variant Idaho adm1 adm1 not-in-gazetteer-placed-at-adm1", "a town of the name in another state is no neighbour"},
		{"Nosuchhall, Davao City", geo.Within{}, "variant Davao city adm2 not-in-gazetteer-placed-near", "a city is said, not the region that lists call by it"},
		{"Nosuchhall, Lyon", geo.Within{}, "variant Lyon city adm2 not-in-gazetteer-placed-near", "the city, not Nevada's county of the name"},
		{"Nosuchvillage, Malisheva, Kosovo", geo.Within{}, "variant Komuna e Malisheves adm2 adm2 not-in-gazetteer-placed-at-adm2", "spelled otherwise, in the country that the cell says"},
		{"Nosuchquarter, Quezon City", geo.Within{Country: "Philippines"}, "variant Quezon City adm2 adm2 not-in-gazetteer-placed-at-adm2", "the city of all of that name, not the province of Quezon"},
		{"Nosuchvillage near Tikrit", iraq, "exact Tikrīt city near ", "the neighbour said stands for it"},
		{"Sharqat district", iraq, "variant Ash Sharqāt town adm2 ", "the seat stands for its district"},
		{"northern Chad", geo.Within{}, "exact Chad country region ", "a part of a country is a region"},
		{"northern Chad", geo.Within{Country: "Chad"}, "exact Chad country region ", "a country lies in itself"},
		{"Nosuchvillage", anbar, "variant Anbar adm1 adm1 not-in-gazetteer-placed-at-adm1", "the smallest area said stands for it"},
		{"Nosuchvillage", iraq, "variant Iraq country country not-in-gazetteer-placed-at-country", "if only a country is said, that"},
		{"Nosuchvillage", geo.Within{}, "unresolved   unknown not-in-gazetteer", "nothing is guessed"},
		{"", anbar, "exact Anbar adm1 adm1 ", "a row without a place is about its area"},
		{"", geo.Within{}, "unresolved   unknown no-name", "nothing is said"},
		{"unknown", anbar, "variant Anbar adm1 adm1 unknown-place", "the area said stands for it"},
		{"Mosul", geo.Within{Country: "Freedonia"}, "unresolved   unknown no-such-country", "the country is wrong, so nothing is known"},
		{"Paris", iraq, "unresolved   unknown country-contradicts", "the world's Paris is not in Iraq, and nothing else speaks for another"},
		{"\u202bMosul\u202c", iraq, "exact Mosul city exact ", "marks of direction are not part of a name"},
		{"Mosul", geo.Within{Country: "\u202eqarI"}, "unresolved   unknown no-such-country", "a country that cannot be read is one"},
		{"Mosul", geo.Within{Country: "n/a"}, "exact Mosul city exact ", "an empty cell says no country"},
	}
	for _, tt := range tests {
		p := geo.Place{Name: tt.name, Within: tt.within}
		r.Locate(&p)
		m := p.Match
		got := fmt.Sprintf("%s %s %s %s %s", m.Kind, m.Name, m.Type, m.Precision, m.Reason)
		if got != tt.want {
			t.Errorf("%.20q in %v: %s, want %s (%s)", tt.name, tt.within, got, tt.want, tt.reason)
		}
	}
}

func TestGivenPointsGainTheirAreas(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	p := geo.Place{Name: "checkpoint", Match: geo.Match{Kind: geo.Given, Point: [2]float64{43.13, 36.34}}}
	r.Locate(&p)
	if p.Match.Kind != geo.Given || p.Match.Country != "IQ" || p.Match.Adm1 != "Nineveh" {
		t.Errorf("a point in Mosul is %s in %s, %s; want it given still, in Nineveh, IQ", p.Match.Kind, p.Match.Adm1, p.Match.Country)
	}
}

func TestSameBytesInEveryRun(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{Explain: true})
	_, again := worldResolver(t, resolve.Options{Explain: true})
	for _, context := range []string{"Texas; Dallas", "France; Lyon", "Springfield; Lincoln County"} {
		p, all := inContext("Paris", context)
		q, others := inContext("Paris", context)
		r.Locate(all...)
		again.Locate(others...)
		if fmt.Sprint(p.Match) != fmt.Sprint(q.Match) {
			t.Errorf("Paris beside %s: %v, then %v", context, p.Match, q.Match)
		}
	}
}

func TestBaselineTakesTheMostPopulous(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{MostPopulous: true})
	p, all := inContext("Paris", "Texas; Dallas")
	r.Locate(all...)
	if p.Match.Country != "FR" {
		t.Errorf("the most populous Paris is in %s, want FR whatever the context", p.Match.Country)
	}
}

// FuzzLocate looks for names that crash the resolver or make it claim a point
// that is none.
func FuzzLocate(f *testing.F) {
	for _, name := range []string{"Mosul", "10 km of", "between and", "/", "A-B border", "near near", "٪", "\x00", "(", "1 km north of (", "Kirkuk, , ,", "province province"} {
		f.Add(name, "Iraq")
	}
	_, r := worldResolver(f, resolve.Options{})
	f.Fuzz(func(t *testing.T, name, country string) {
		p := geo.Place{Name: name, Within: geo.Within{Country: country}}
		q := geo.Place{Name: country}
		r.Locate(&p)
		r.Locate(&geo.Place{Name: name}, &q)
		m := p.Match
		if m.Kind == geo.NotLookedFor || m.Kind == geo.Unresolved && m.Reason == "" {
			t.Errorf("%q in %q: %v without a reason", name, country, m.Kind)
		}
		if m.Located() && !(m.Point[0] >= -180 && m.Point[0] <= 180 && m.Point[1] >= -90 && m.Point[1] <= 90) {
			t.Errorf("%q in %q is at %v", name, country, m.Point)
		}
	})
}

func BenchmarkLocateRow(b *testing.B) {
	_, r := worldResolver(b, resolve.Options{})
	names := []string{"Mosul", "Al Fallujah town", "south of Kirkuk", "Ramadi"}
	for i := 0; b.Loop(); i++ {
		p := geo.Place{Name: names[i%len(names)], Within: geo.Within{Country: "Iraq"}}
		r.Locate(&p)
	}
}

func BenchmarkLocateNewRow(b *testing.B) {
	x, _ := worldResolver(b, resolve.Options{})
	for b.Loop() {
		p := geo.Place{Name: "Al Fallujah town", Within: geo.Within{Country: "Iraq"}}
		resolve.New(x, resolve.Options{}).Locate(&p)
	}
}

func BenchmarkLocateStory(b *testing.B) {
	_, r := worldResolver(b, resolve.Options{})
	names := []string{"Baghdad", "Iraq", "Tikrit", "Mosul", "Ramadi", "Washington", "Tehran", "Anbar", "Samarra", "Paris", "Jordan", "Kirkuk"}
	for b.Loop() {
		places := make([]*geo.Place, len(names))
		for i, n := range names {
			places[i] = &geo.Place{Name: n}
		}
		r.Locate(places...)
	}
}

// TestNamesakesOfCountries resolves the places of testdata/namesakes.txt, with what
// they lie in said in each of the ways that people say it.
func TestNamesakesOfCountries(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	text, err := os.ReadFile("testdata/namesakes.txt")
	if err != nil {
		t.Fatal(err)
	}
	ways := []struct {
		how string
		say func(place, in string) []*geo.Place
	}{
		{"in the same cell", func(place, in string) []*geo.Place { return []*geo.Place{{Name: place + ", " + in}} }},
		{"in words", func(place, in string) []*geo.Place { return []*geo.Place{{Name: place + " in " + in}} }},
		{"as the country", func(place, in string) []*geo.Place {
			return []*geo.Place{{Name: place, Within: geo.Within{Country: in}}}
		}},
		{"as the province", func(place, in string) []*geo.Place {
			return []*geo.Place{{Name: place, Within: geo.Within{Adm1: in}}}
		}},
		{"beside it in a story", func(place, in string) []*geo.Place { return []*geo.Place{{Name: place}, {Name: in}} }},
	}
	for line := range strings.Lines(string(text)) {
		fields := strings.Split(strings.TrimSpace(line), " | ")
		if len(fields) != 3 || strings.HasPrefix(line, "#") {
			continue
		}
		for _, way := range ways {
			places := way.say(fields[2], fields[1])
			r.Locate(places...)
			if m := places[0].Match; !m.Located() || m.Country != fields[0] || m.Reason != "" {
				t.Errorf("%s with %s %s is %s %s in %s (%.2f %s), want it in %s",
					fields[2], fields[1], way.how, m.Kind, m.ID, m.Country, m.Confidence, m.Reason, fields[0])
			}
		}
	}
}

// TestCapitals: a headline or a dateline names the place of the story below it.
func TestCapitals(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	all := []*geo.Place{{Name: "COLUMBUS"}, {Name: "Dayton"}, {Name: "Macon"}, {Name: "Columbus"}}
	if r.Locate(all...); all[0].Match.ID != all[3].Match.ID || all[0].Match.Confidence != all[3].Match.Confidence {
		t.Errorf("COLUMBUS is %s (%.2f) and Columbus %s (%.2f)", all[0].Match.ID, all[0].Match.Confidence, all[3].Match.ID, all[3].Match.Confidence)
	}
}
