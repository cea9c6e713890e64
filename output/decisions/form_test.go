package decisions

import (
	"bytes"
	"encoding/csv"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"
)

var figures = cmp.AllowUnexported(geo.Figure{})

func written(t testing.TB, f *Form) string {
	t.Helper()
	var b bytes.Buffer
	if err := f.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func read(t testing.TB, text string) *Form {
	t.Helper()
	f, problems := Read("d.csv", text)
	if len(problems) > 0 {
		t.Fatalf("%q: %v", text, problems)
	}
	return f
}

// lost returns an event of that name without a place.
func lost(name, reason string) geo.Event {
	return geo.Event{ID: "id-" + name, Place: geo.Place{Name: name, Match: geo.Match{Kind: geo.Unresolved, Reason: reason}}}
}

func asked(events ...geo.Event) []*Name {
	var names Names
	for i := range events {
		names.Add(&events[i])
	}
	return names.Sorted()
}

// TestRoundTrip writes decisions and reads them back, hostile text included.
func TestRoundTrip(t *testing.T) {
	made := []geo.Decision{
		{Name: "Camp Sapphire", Point: orb.Point{-44.5, -33.25}, HasPoint: true, RadiusM: geo.Known(500), Note: "=seen(on a photograph)"},
		{Name: "+1 Avenue", Within: geo.Within{Country: "Iraq", Adm1: "Baghdad", Adm2: "Karkh"}, PlaceID: "gn:98182"},
		{Name: "'Ana", PlaceID: geo.NoPlace},
		{Event: "vjouipqlj62ms", Point: orb.Point{44.5, 33.25}, HasPoint: true},
	}
	f := New()
	for _, d := range made {
		f.Decide(d)
	}
	if diff := cmp.Diff(made, read(t, written(t, f)).Decisions(), figures); diff != "" {
		t.Error(diff)
	}
}

// TestReadAsSaved reads a form as spreadsheets of several countries save it.
func TestReadAsSaved(t *testing.T) {
	camp := geo.Decision{Name: "Camp Sapphire", Within: geo.Within{Country: "Mali"}, Point: orb.Point{-3.5, 16.25}, HasPoint: true}
	for _, tt := range []struct{ file, reason string }{
		{"name,country,lat,lon\nCamp Sapphire,Mali,16.25,-3.5\n", "as it was written"},
		{"\ufeffname;country;lat;lon\r\nCamp Sapphire;Mali;16,25;-3,5\r\n;;;\r\n", "by Excel in French: semicolons, decimal commas, a byte order mark, an emptied row"},
		{"name\tcountry\tlat\tlon\r\nCamp Sapphire\tMali\t16.25\t-3.5\r\n", "as text with tabs"},
		{"lon,NAME,lat, Country \n\u22123.5,Camp  Sapphire ,16.25,Mali\n", "columns moved, names in capitals, the long minus, spaces"},
		{"name,country,lat,lon\nCamp Sapphire,Mali,\"16.25, -3.5\",\n", "both coordinates pasted from a map into one cell"},
		{"name,country,lat,lon\nCamp Sapphire,Mali\nCamp Sapphire,Mali,16.25,-3.5\n", "a short row, and the same name again"},
		{"name,country,lat,lon\nCamp Sapphire,Mali,16.25,-3.5\nCamp Sapphire,Mali,,\n", "an empty row takes no decision back"},
		{"name,country,lat,lon\nCamp Sapphire,Mali,1,2\nCamp Sapphire,Mali,16.25,-3.5\n", "the last word counts"},
		{"place,country,lat,lon\nCamp Sapphire,Mali,16.25,-3.5\n", "the column as the list of events without a place calls it"},
	} {
		f := read(t, tt.file)
		got := f.Decisions()
		if len(got) == 1 && strings.Join(strings.Fields(got[0].Name), " ") == camp.Name {
			got[0].Name = camp.Name
		}
		if diff := cmp.Diff([]geo.Decision{camp}, got, figures); diff != "" {
			t.Errorf("%q: %s: %s", tt.file, tt.reason, diff)
		}
		if d := f.On((&geo.Place{Name: " Camp\u00a0Sapphire", Within: camp.Within}).Question()); !d.HasPoint {
			t.Errorf("%q: the name as the source has it is not found: %s", tt.file, tt.reason)
		}
	}
}

func TestReadProblems(t *testing.T) {
	for _, tt := range []struct{ file, want, reason string }{
		{"", "d.csv, row 1: no header row", "an empty file decides nothing, and was surely not meant to"},
		{"town,lat\nx,1\n", "d.csv, row 1: no column is called name", "a decision is for a name"},
		{"name,lat,lon\nHit,33.6\n", `d.csv, row 2: "" is not a longitude`, "half a point is none"},
		{"name,lat,lon\nHit,\"33,6\",\n", `d.csv, row 2: "" is not a longitude`, "a decimal comma is no pair"},
		{"name,lat,lon\nHit,NaN,42\n", `d.csv, row 2: "NaN" is not a latitude`, "NaN compares with nothing"},
		{"name,lat,lon\nHit,33,4.2.1\n", `d.csv, row 2: "4.2.1" is not a longitude`, "a number that a spreadsheet took for a date"},
		{"name,lat,lon,radius_m\nHit,33,42,far\n", `d.csv, row 2: "far" is not a radius in metres`, "not a number"},
		{"name,place_id,lat,lon\nHit,gn:1,33,42\n", `d.csv, row 2: "Hit" has both a place_id and coordinates`, "which of the two was meant?"},
		{"name,place_id\n,gn:1\n", "d.csv, row 2: a decision without a name, or the id of an event, decides nothing", "the name was deleted"},
	} {
		_, problems := Read("d.csv", tt.file)
		if len(problems) != 1 || problems[0].Error() != tt.want {
			t.Errorf("%q: %v, want %s: %s", tt.file, problems, tt.want, tt.reason)
		}
	}
}

// TestRenew checks that what people have made of a form stays theirs: the order
// of rows, notes, columns, and the sign between columns.
func TestRenew(t *testing.T) {
	f := read(t, "who;name;place_id;note\r\n"+
		"Fatou;Bourem;;ask the driver\r\n"+
		";Gone;;\r\n"+
		";Ansongo;gn:1;\r\n"+
		";Tessit;;\r\n"+
		"Idrissa;Elsewhere;;\r\n")
	f.Renew(asked(lost("Tessit", "not-in-gazetteer"), lost("Berrah", "not-in-gazetteer"), lost("Berrah", ""), lost("Bourem", ""), lost("Djebok", "")))
	rows, err := csv.NewReader(strings.NewReader(strings.ReplaceAll(written(t, f), ";", ","))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if got, want := rows[0][:5], []string{"who", "name", "place_id", "note", "country"}; !slices.Equal(got, want) {
		t.Errorf("the columns are %q, want theirs first: %q", got, want)
	}
	var got []string
	for _, row := range rows[1:] {
		got = append(got, strings.Join(row[:4], "|"))
	}
	want := []string{
		"Fatou|Bourem||ask the driver", "|Ansongo|gn:1|", "|Tessit||", "Idrissa|Elsewhere||", // in their order; nobody asks for Gone
		"|Berrah||", "|Djebok||", // new ones, the most frequent first
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	before := written(t, f)
	f = read(t, before)
	f.Renew(asked(lost("Tessit", "not-in-gazetteer"), lost("Berrah", "not-in-gazetteer"), lost("Berrah", ""), lost("Bourem", ""), lost("Djebok", "")))
	if after := written(t, f); after != before {
		t.Errorf("asking the same again changes the form\nfrom %q\nto   %q", before, after)
	}
}

// TestRenewUntouched checks that a form that nobody has written into is asked
// anew, the name with the most events first.
func TestRenewUntouched(t *testing.T) {
	f := New()
	f.Renew(asked(lost("A", ""), lost("B", "")))
	f.Renew(asked(lost("A", ""), lost("B", ""), lost("B", ""), lost("C", "")))
	rows, err := csv.NewReader(strings.NewReader(written(t, f))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, row := range rows[1:] {
		names = append(names, row[0]+row[9])
	}
	if want := []string{"B2", "A1", "C1"}; !slices.Equal(names, want) {
		t.Errorf("got %q, want %q", names, want)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("name,lat,lon\nHit,33.6,42.8\n")
	f.Add("\ufeffname;place_id\r\n\"a\nb\";none\r\n")
	f.Add("id\tplace\tlat\tnote\nx\t=1\t33.6, 42.8\t'=2\n")
	f.Fuzz(func(t *testing.T, file string) {
		form, problems := Read("d.csv", file)
		made := form.Decisions()
		for _, d := range made {
			if !d.Decided() || d.HasPoint && d.PlaceID != "" {
				t.Errorf("%+v decides nothing, or twice", d)
			}
		}
		if len(problems) > 0 {
			return
		}
		form.Renew(nil)
		text := written(t, form)
		again, problems := Read("d.csv", text)
		if len(problems) > 0 {
			t.Fatalf("%q is written as %q: %v", file, text, problems)
		}
		if diff := cmp.Diff(questions(made), questions(again.Decisions())); diff != "" {
			t.Errorf("%q is written as %q: %s", file, text, diff)
		}
	})
}

func questions(made []geo.Decision) (all []geo.Question) {
	for i := range made {
		all = append(all, made[i].Question())
	}
	return all
}
