package geocode

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

func TestAddedNames(t *testing.T) {
	for _, test := range []struct {
		beside []string
		want   string
		reason string
	}{
		{nil, "lat lon", "nobody has the names"},
		{[]string{"Lat"}, "found_lat lon", "columns are told apart whatever their case"},
		{[]string{"lat", "found_lat"}, "found_lat_2 lon", "another program found something, too"},
		{[]string{"lat", "FOUND_LAT", "found_lat_2", "lon"}, "found_lat_3 found_lon", "each name is looked for by itself"},
	} {
		if got := strings.Join(addedNames([]string{"lat", "lon"}, test.beside), " "); got != test.want {
			t.Errorf("beside %q: %q, want %q: %s", test.beside, got, test.want, test.reason)
		}
	}
}

// TestOursAreFoundAgain writes headers with the found columns anywhere among others, which
// may be called alike, and looks for them as the next run does.
func TestOursAreFoundAgain(t *testing.T) {
	g := &Geocoder{added: Columns}
	others := []string{"date", "place", "lat", "Lon", "found_lat", "reason", "country", ""}
	rnd := rand.New(rand.NewPCG(1, 2))
	for range 500 {
		own := slices.Clone(others[:rnd.IntN(len(others)+1)])
		rnd.Shuffle(len(own), func(i, k int) { own[i], own[k] = own[k], own[i] })
		table := foundTable{own: own, added: g.added, at: rnd.IntN(len(own) + 1)}
		header := table.header()
		if from, to := g.ours(header); from != table.at || to != table.at+len(Columns) {
			t.Fatalf("of %q the columns %d to %d are taken for those of an earlier run, want %d to %d", header, from, to, table.at, table.at+len(Columns))
		}
		changed := slices.Clone(header)
		changed[table.at+rnd.IntN(len(Columns))] = "another"
		if from, to := g.ours(changed); from != to {
			t.Fatalf("of %q, of which one was renamed, %d to %d are taken for those of an earlier run", changed, from, to)
		}
	}
}

func TestValuesStandUnderTheirColumns(t *testing.T) {
	table := &foundTable{own: []string{"day", "place", "note"}, added: []string{"lat"}, at: 1}
	for _, test := range []struct{ says, want, reason string }{
		{"day=1 place=Hit note=x", "1 FOUND Hit x", "in the order of the table"},
		{"note=x day=1", "1 FOUND - x", "a JSON object says what it has in any order"},
		{"day=1 day=2 place=Hit", "1 FOUND Hit - 2", "what is said twice is not lost"},
		{"day=1 place=Hit note=x more=y", "1 FOUND Hit x y", "nor is what the table has no column for"},
	} {
		row := foundRow{table: table, found: []output.Value{textValue("FOUND")}}
		for _, said := range strings.Fields(test.says) {
			name, value, _ := strings.Cut(said, "=")
			row.says = append(row.says, geo.Property{Name: name, Value: value})
		}
		var got []string
		for _, v := range row.values() {
			got = append(got, cmp.Or(string(v.Append(nil)), "-"))
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %q, want %q: %s", test.says, got, test.want, test.reason)
		}
	}
}

// TestTypedIsShownAsWritten holds what a workbook shows against what was written.
func TestTypedIsShownAsWritten(t *testing.T) {
	for _, test := range []struct {
		text   string
		kind   output.Kind
		reason string
	}{
		{"12", output.Integer, "a count"},
		{"-3.25", output.Real, "a coordinate"},
		{"2014-06-21", output.Date, "a day, as ISO writes it"},
		{"0012", output.Text, "a code with noughts before it"},
		{"1e5", output.Text, "an id that happens to be a power of ten"},
		{"1234567890123456", output.Text, "more digits than a spreadsheet keeps"},
		{"21/06/2014", output.Text, "a day that would be written otherwise"},
		{"2014-06", output.Text, "a month is no day"},
		{"", output.Text, "nothing"},
		{"Hit", output.Text, "a name"},
	} {
		got := typed(output.Value{Kind: output.Text, Text: test.text})
		if got.Kind != test.kind {
			t.Errorf("%q is of kind %v, want %v: %s", test.text, got.Kind, test.kind, test.reason)
		}
		if shown := string(got.Append(nil)); shown != test.text {
			t.Errorf("%q is shown as %q", test.text, shown)
		}
	}
}
