package csv_test

import (
	"bytes"
	stdcsv "encoding/csv"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/csv"
	"github.com/dateline-map/dateline/output/outputtest"
)

func writer(o csv.Options) outputtest.New {
	return func(w io.Writer, columns *output.Columns) output.Writer { return csv.NewWriter(w, columns, o) }
}

func rows(t testing.TB, table []byte) [][]string {
	t.Helper()
	all, err := stdcsv.NewReader(bytes.NewReader(table)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestPromises(t *testing.T) {
	for name, o := range map[string]csv.Options{
		"own": {}, "safe": {Safe: true}, "HXL": {HXL: true}, "ACLED": {Shape: csv.ACLED}, "UCDP with HXL": {Shape: csv.UCDP, HXL: true}, "GTD": {Shape: csv.GTD},
	} {
		t.Run(name, func(t *testing.T) {
			heads := 1
			if o.HXL {
				heads = 2
			}
			outputtest.Promises(t, writer(o), func(t testing.TB, layer []byte) int { return len(rows(t, layer)) - heads })
		})
	}
}

// TestCellsAreRead compares every cell with what encoding/csv reads of it.
func TestCellsAreRead(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	table := rows(t, outputtest.Layer(t, writer(csv.Options{}), events))
	names := columns.Names("lat", "lon")
	for i := range events {
		values, err := columns.Values(nil, &events[i])
		if err != nil {
			t.Fatal(err)
		}
		for j := range values {
			at := slices.Index(table[0], strings.ReplaceAll(names[j], "\r\n", "\n"))
			want := strings.ReplaceAll(output.Clean(string(values[j].Append(nil))), "\r\n", "\n") // as the reader has it
			if got := table[i+1][at]; got != want {
				t.Errorf("%s: %.40q: got %.80q, want %.80q", events[i].ID, names[j], got, want)
			}
		}
	}
}

func TestCells(t *testing.T) {
	for _, test := range []struct {
		text, plain, safe string
		reason            string
	}{
		{"Gao", `Gao`, `Gao`, "plain text needs nothing"},
		{"", `""`, `""`, "an empty text is not null"},
		{"a,b", `"a,b"`, `"a,b"`, "a separator"},
		{`a "b"`, `"a ""b"""`, `"a ""b"""`, "quotes are doubled"},
		{"a\nb", "\"a\nb\"", "\"a\nb\"", "a line end stays what it is"},
		{"a\rb", "\"a\rb\"", "\"a\rb\"", "so does this one"},
		{" a ", `" a "`, `" a "`, "some readers trim"},
		{"=1+1", `=1+1`, `'=1+1`, "a formula"},
		{"=1,2", `"=1,2"`, `"'=1,2"`, "a formula in quotes"},
		{"\t=1", "\"\t=1\"", "'\t=1", "a formula behind what is skipped"},
		{"a\x00b\xff", "a\ufffdb\ufffd", "a\ufffdb\ufffd", "what is no text"},
	} {
		e := geo.Event{Extra: []geo.Property{{Name: "x", Value: test.text}}}
		for safe, want := range map[bool]string{false: test.plain, true: test.safe} {
			table := string(outputtest.Layer(t, writer(csv.Options{Safe: safe}), []geo.Event{e}))
			line := strings.SplitN(table, "\r\n", 2)[1]
			if got := strings.TrimSuffix(line[len(line)-len(want)-3:], "\r\n"); got != ","+want {
				t.Errorf("%q, safe %v: got %s, want %s: %s", test.text, safe, got, want, test.reason)
			}
		}
	}
}

func TestNumbersAreNoFormulas(t *testing.T) {
	e := geo.Event{Place: geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{-71.5, -3}}},
		Extra: []geo.Property{{Name: "change", Value: "-7", JSON: true}}}
	table := rows(t, outputtest.Layer(t, writer(csv.Options{Safe: true}), []geo.Event{e}))
	if got := table[1][len(table[1])-3:]; !slices.Equal(got, []string{"-3", "-71.5", "-7"}) {
		t.Errorf("negative numbers are %q", got)
	}
}

// gao is an event of which much is known.
func gao() geo.Event {
	return geo.Event{
		ID: "k2v7", When: when.Interval{First: when.Date(2021, 3, 1), Last: when.Date(2021, 3, 31), Precision: when.ToMonth},
		Type: "Violence against civilians", SubType: "Attack", Actor1: "gunmen", Actor2: "traders",
		Killed: geo.Count{Best: geo.Known(7), Low: geo.Known(5), High: geo.Known(9)}, Wounded: geo.Exactly(2),
		Place: geo.Place{Name: "Gao", Relation: "10 km east of", Match: geo.Match{
			Kind: geo.Exact, ID: "gn:2457163", Name: "Gao", Type: "city", Point: orb.Point{-0.0446, 16.2717},
			Precision: geo.NearPlace, Confidence: 0.97, Country: "CD", Adm1: "Gao", Adm2: "Gao Cercle",
		}},
		Source: geo.Source{Publisher: "The Invented Courier", Quote: `"At least five" died.`},
		Extra:  []geo.Property{{Name: "assoc_actor_1", Value: "A Militia"}, {Name: "Type_of_violence", Value: "3"}, {Name: "lat", Value: "16"}},
	}
}

func shaped(t *testing.T, s csv.Shape, e geo.Event) map[string]string {
	table := rows(t, outputtest.Layer(t, writer(csv.Options{Shape: s}), []geo.Event{e}))
	cells := make(map[string]string)
	for i, name := range table[0] {
		cells[name] = table[1][i]
	}
	return cells
}

func TestShapes(t *testing.T) {
	unplaced := gao()
	unplaced.Place.Match = geo.Match{Kind: geo.Unresolved}
	unplaced.Place.Within = geo.Within{Country: "Absurdistan"}
	for _, test := range []struct {
		shape  csv.Shape
		event  geo.Event
		want   map[string]string
		reason string
	}{
		{csv.ACLED, gao(), map[string]string{
			"event_id_cnty": "k2v7", "event_date": "2021-03-01", "year": "2021", "time_precision": "3", "geo_precision": "2",
			"disorder_type": "Political violence", "civilian_targeting": "Civilian targeting", "iso": "180",
			"country": "Democratic Republic of Congo", "location": "Gao", "latitude": "16.272", "longitude": "-0.045",
			"fatalities": "7", "notes": `"At least five" died.`, "assoc_actor_1": "A Militia", "tags": "",
		}, "a month, near a town; the input's own column of that name is kept"},
		{csv.UCDP, gao(), map[string]string{
			"id": "k2v7", "where_prec": "2", "date_prec": "4", "date_start": "2021-03-01 00:00:00.000", "date_end": "2021-03-31 00:00:00.000",
			"best": "7", "low": "5", "high": "9", "country": "DR Congo (Zaire)", "geom_wkt": "POINT (-0.045 16.272)",
			"where_description": "10 km east of Gao", "type_of_violence": "3", "side_b": "traders", "country_id": "",
		}, "a month, near a town; only the input knows the type of violence"},
		{csv.ACLED, unplaced, map[string]string{"latitude": "", "geo_precision": "", "iso": "", "country": "Absurdistan", "location": "Gao"},
			"no place: the row stays, and nothing is claimed"},
		{csv.UCDP, unplaced, map[string]string{"latitude": "", "where_prec": "", "geom_wkt": "", "country": "Absurdistan"},
			"no place: the row stays, and nothing is claimed"},
		{csv.ACLED, geo.Event{}, map[string]string{"event_date": "", "year": "", "time_precision": "", "fatalities": ""},
			"no date and no toll; 0 would be a claim"},
	} {
		got := shaped(t, test.shape, test.event)
		for name, want := range test.want {
			if got[name] != want {
				t.Errorf("%s: got %q, want %q: %s", name, got[name], want, test.reason)
			}
		}
	}
}

func TestPrecisionCodes(t *testing.T) {
	march := func(first, last int, p when.Precision) when.Interval {
		return when.Interval{First: when.Date(2021, 3, first), Last: when.Date(2021, 3, last), Precision: p}
	}
	about := when.On(when.Date(2021, 3, 1))
	about.Approximate = true
	for _, test := range []struct {
		when        when.Interval
		acled, ucdp string
		reason      string
	}{
		{when.Interval{}, "", "", "unknown"},
		{when.On(when.Date(2021, 3, 1)), "1", "1", "a day"},
		{about, "2", "2", "about a day is not the day"},
		{march(1, 3, when.ToDays), "2", "2", "three days"},
		{march(1, 7, when.ToWeek), "2", "3", "a week"},
		{march(1, 10, when.ToDays), "3", "4", "ten days are more than a week"},
		{march(1, 31, when.ToMonth), "3", "4", "a month"},
		{when.Interval{First: when.Date(2021, 1, 1), Last: when.Date(2021, 12, 31), Precision: when.ToYear}, "3", "5", "a year, for which ACLED has no code"},
	} {
		e := geo.Event{When: test.when}
		if got := shaped(t, csv.ACLED, e)["time_precision"]; got != test.acled {
			t.Errorf("%v: time_precision %q, want %q: %s", test.when, got, test.acled, test.reason)
		}
		if got := shaped(t, csv.UCDP, e)["date_prec"]; got != test.ucdp {
			t.Errorf("%v: date_prec %q, want %q: %s", test.when, got, test.ucdp, test.reason)
		}
	}
	for p, want := range map[geo.Precision][2]string{
		geo.ExactPlace: {"1", "1"}, geo.NearPlace: {"2", "2"}, geo.WithinAdm2: {"3", "3"}, geo.WithinAdm1: {"3", "4"},
		geo.WithinRegion: {"", "5"}, geo.WithinCountry: {"", "6"}, geo.UnknownPlace: {"", ""},
	} {
		e := geo.Event{Place: geo.Place{Match: geo.Match{Kind: geo.Exact, Precision: p}}}
		got := [2]string{shaped(t, csv.ACLED, e)["geo_precision"], shaped(t, csv.UCDP, e)["where_prec"]}
		if got != want {
			t.Errorf("%v: got %q, want %q", p, got, want)
		}
	}
}

// TestPrecisionComesBack writes each precision in the shapes that have codes for
// it, and has the program's own reader find what the codes can say.
func TestPrecisionComesBack(t *testing.T) {
	for shape, coarser := range map[csv.Shape]map[geo.Precision]geo.Precision{
		csv.ACLED: {geo.WithinAdm2: geo.WithinAdm1, geo.WithinRegion: geo.ExactPlace, geo.WithinCountry: geo.ExactPlace}, // no code is no precision said
		csv.UCDP:  {},
		csv.GTD:   {geo.WithinRegion: geo.WithinCountry},
	} {
		for p := geo.ExactPlace; p <= geo.WithinCountry; p++ {
			e := gao()
			e.Place.Match.Precision = p
			want := p
			if c, ok := coarser[p]; ok {
				want = c
			}
			table := outputtest.Layer(t, writer(csv.Options{Shape: shape}), []geo.Event{e})
			for got, err := range record.Read("events.csv", bytes.NewReader(table), record.Options{}) {
				if err == nil && got.Place.Precision != want {
					t.Errorf("shape %d: %v comes back as %v, want %v", shape, p, got.Place.Precision, want)
				}
			}
		}
	}
}

// TestRecordReadsItBack has the program's own reader find in each shape what was
// written.
func TestRecordReadsItBack(t *testing.T) {
	for name, o := range map[string]csv.Options{
		"own": {}, "own with HXL": {HXL: true, Safe: true}, "ACLED": {Shape: csv.ACLED}, "ACLED with HXL": {Shape: csv.ACLED, HXL: true}, "UCDP": {Shape: csv.UCDP}, "GTD": {Shape: csv.GTD},
	} {
		want := gao()
		table := outputtest.Layer(t, writer(o), []geo.Event{want})
		var got []geo.Event
		for e, err := range record.Read("events.csv", bytes.NewReader(table), record.Options{}) {
			if err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			got = append(got, e)
		}
		if len(got) != 1 {
			t.Fatalf("%s: %d events", name, len(got))
		}
		e := got[0]
		type known struct {
			First          when.Day
			Precision      when.Precision
			Type, SubType  string
			Actor1, Actor2 string
			Killed         geo.Figure
			Lon, Lat       float64
			Place          geo.Precision
			Publisher      string
		}
		of := func(e geo.Event) known {
			return known{e.When.First, e.When.Precision, e.Type, e.SubType, e.Actor1, e.Actor2, e.Killed.Best,
				e.Place.Point.Lon(), e.Place.Point.Lat(), e.Place.Precision, e.Source.Publisher}
		}
		wanted := of(want)
		wanted.Lon, wanted.Lat = -0.045, 16.272
		if o.Shape == csv.UCDP { // which has no event types of ACLED's
			wanted.Type, wanted.SubType = e.Type, e.SubType
		}
		if diff := cmp.Diff(wanted, of(e), cmp.AllowUnexported(geo.Figure{})); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// gdalLines is what GDAL makes of line ends in a table.
var gdalLines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// TestGDALReadsAllBack has GDAL read every awkward event, in their order, as
// texts: what looks like a number becomes one otherwise, for a table has no types.
func TestGDALReadsAllBack(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	path := outputtest.File(t, "events.csv", outputtest.Layer(t, writer(csv.Options{}), events))
	got := outputtest.GDALRows(t, path, "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat", "-oo", "EMPTY_STRING_AS_NULL=YES")
	want := outputtest.Rows(t, columns, columns.Names("lat", "lon"), events)
	for _, row := range want {
		delete(row, " ")              // GDAL trims the names of columns,
		delete(row, "a\"b\\c\ufffdd") // and keeps their quotes doubled
	}
	outputtest.Compare(t, want, got, func(column string, v any) any {
		switch {
		case v == nil, v == "":
			return nil // a reader's own choice
		case column == outputtest.Geometry:
			return v
		}
		return gdalLines.Replace(fmt.Sprint(v))
	})
}

func TestGDALSeesTypes(t *testing.T) {
	path := outputtest.File(t, "events.csv", outputtest.Layer(t, writer(csv.Options{}), []geo.Event{gao(), {}}))
	info := outputtest.GDAL(t, "ogrinfo", "-al", "-so", path, "-oo", "AUTODETECT_TYPE=YES", "-oo", "X_POSSIBLE_NAMES=lon", "-oo", "Y_POSSIBLE_NAMES=lat")
	for _, want := range []string{"Feature Count: 2", "date: Date ", "start: DateTime ", "end: DateTime ", "killed: Integer ", "confidence: Real ", "Geometry: Point"} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
}
