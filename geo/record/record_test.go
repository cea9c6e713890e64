package record

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
)

// drain runs a stream and returns its events, and its problems apart.
func drain(t testing.TB, seq iter.Seq2[geo.Event, error]) (events []geo.Event, refused, told []*geo.Problem) {
	t.Helper()
	for e, err := range seq {
		var p *geo.Problem
		switch {
		case errors.As(err, &p) && p.Refused:
			refused = append(refused, p)
		case errors.As(err, &p):
			told = append(told, p)
		case err != nil:
			t.Fatalf("error that is no problem: %v", err)
		default:
			events = append(events, e)
		}
	}
	return events, refused, told
}

func TestEveryReaderStopsForGood(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		geotest.StopsForGood(t, func() iter.Seq2[geo.Event, error] { return Open(f, Options{}) })
	}
}

// TestNothingIsLost reads random messy tables: each row of data is an event or
// a refused problem, and no event lacks a cell of its row.
func TestNothingIsLost(t *testing.T) {
	rng := rand.New(rand.NewSource(7))
	pieces := []string{"2014-02-30", "12/13/2014", "06/07/2014", "Total", "", "NaN", "123", "-5", "Gao", "=cmd|x", "\"", "a,b", "x\ny", "0", "999", "ظ", "N/A", "n 5", "10-2"}
	header := []string{"id", "date", "place", "country", "lat", "lon", "killed", "notes"}
	for range 400 {
		var text bytes.Buffer
		w := csv.NewWriter(&text)
		mustWrite(t, w, header)
		rows := rng.Intn(30)
		for i := range rows {
			row := []string{fmt.Sprint("r", i)} // so that no row is blank
			for range len(header) - 1 + rng.Intn(3)/2 - rng.Intn(3)/2 {
				row = append(row, pieces[rng.Intn(len(pieces))])
			}
			mustWrite(t, w, row)
		}
		w.Flush()
		events, refused, _ := drain(t, CSV("mess.csv", &text, Options{}))
		if len(events)+len(refused) != rows {
			t.Fatalf("%d rows in, %d events and %d refused", rows, len(events), len(refused))
		}
		for _, e := range events {
			if len(e.Extra) != len(header) {
				t.Fatalf("event has %d of %d cells", len(e.Extra), len(header))
			}
		}
	}
}

func mustWrite(t *testing.T, w *csv.Writer, row []string) {
	t.Helper()
	if err := w.Write(row); err != nil {
		t.Fatal(err)
	}
}

// TestInputIsCarriedAlong compares the cells of awkward values with what the
// events carry.
func TestInputIsCarriedAlong(t *testing.T) {
	var text bytes.Buffer
	w := csv.NewWriter(&text)
	mustWrite(t, w, []string{"id", "date", "place", "notes", "تاريخ"})
	var want [][]string
	for i, e := range geotest.Events() {
		row := []string{fmt.Sprint("n", i), "2020-01-01", "Gao", strings.ToValidUTF8(e.Source.Quote, "?"), "x"}
		row[3] = strings.ReplaceAll(row[3], "\r\n", "\n") // the library would do so
		want = append(want, row)
		mustWrite(t, w, row)
	}
	w.Flush()
	events, refused, _ := drain(t, CSV("a.csv", &text, Options{}))
	if len(refused) != 0 || len(events) != len(want) {
		t.Fatalf("%d events, refused: %v", len(events), refused)
	}
	for i, e := range events {
		var got []string
		for _, p := range e.Extra {
			got = append(got, p.Value)
		}
		if d := cmp.Diff(want[i], got); d != "" {
			t.Errorf("row %d: %s", i, d)
		}
	}
}

// TestIDsDoNotDependOnOrder shuffles a table and takes rows out of it.
func TestIDsDoNotDependOnOrder(t *testing.T) {
	rng := rand.New(rand.NewSource(3))
	for _, header := range []string{"id,date,place,killed", "nr,date,place,killed"} {
		var lines []string
		for i := range 300 {
			lines = append(lines, fmt.Sprintf("%d,2021-%02d-%02d,Place %d,%d", i+1, 1+i%12, 1+i%28, rng.Intn(100), i))
		}
		whole := idsByCount(t, header, lines)
		rng.Shuffle(len(lines), func(i, j int) { lines[i], lines[j] = lines[j], lines[i] })
		for count, id := range idsByCount(t, header, lines[:200]) {
			if whole[count] != id {
				t.Errorf("%s: row %d has id %q, and %q in a table without 100 others", header, count, whole[count], id)
			}
		}
	}
}

func idsByCount(t *testing.T, header string, lines []string) map[int]string {
	t.Helper()
	text := header + "\n" + strings.Join(lines, "\n") + "\n"
	events, _, _ := drain(t, CSV("t.csv", strings.NewReader(text), Options{}))
	ids := map[int]string{}
	for _, e := range events {
		n, _ := e.Killed.Best.Int()
		ids[n] = e.ID
	}
	return ids
}

// TestOrderIsProvedByTheWholeFile has the one date that proves the order far
// behind what is read ahead.
func TestOrderIsProvedByTheWholeFile(t *testing.T) {
	var text strings.Builder
	text.WriteString("date,place\n")
	for range 3 * aheadRows {
		text.WriteString("06/07/2014,Gao\n")
	}
	text.WriteString("25/07/2014,Gao\n")
	file := filepath.Join(t.TempDir(), "late.csv")
	if err := os.WriteFile(file, []byte(text.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	var table Table
	events, _, told := drain(t, Open(file, Options{Understood: func(tb Table) { table = tb }}))
	if table.Order != when.DMY || len(told) != 0 {
		t.Errorf("order %v (%s), problems %v", table.Order, table.OrderWhy, told)
	}
	if want := when.On(when.Date(2014, 7, 6)); events[0].When != want {
		t.Errorf("first event was %v, want %v", events[0].When, want)
	}
}

func TestOptions(t *testing.T) {
	text := "when it was;spot;dead\n06/07/2014;Gao;3\n"
	o := Options{Order: when.MDY, Delimiter: ';', Roles: map[string]Role{"spot": Adm1, "dead": NoRole}}
	events, _, told := drain(t, CSV("t.csv", strings.NewReader(text), o))
	if len(events) != 1 || len(told) != 0 {
		t.Fatalf("%d events, problems %v", len(events), told)
	}
	e := events[0]
	if e.Place.Name != "Gao" || e.Place.Kind != "adm1" {
		t.Errorf("place %+v is not what the column was said to be", e.Place)
	}
	if want := when.On(when.Date(2014, 6, 7)); e.When != want {
		t.Errorf("date %v, want %v: the order was told", e.When, want)
	}
	if e.Killed != (geo.Count{}) {
		t.Errorf("killed %v from a column that was only to be carried along", e.Killed)
	}
}

func TestInspect(t *testing.T) {
	var table Table
	for one, err := range Inspect("testdata/ucdp-ged.csv", Options{}) {
		if table = one; err != nil {
			t.Fatal(err)
		}
	}
	if table.Schema != "UCDP GED" || table.Columns[0].Role != ID || len(table.Columns[0].Examples) != 3 {
		t.Errorf("understood %+v", table)
	}
	for _, file := range []string{"testdata/empty.csv", "testdata/workbook.csv", "testdata/no-such-file"} {
		for _, err := range Inspect(file, Options{}) {
			if err == nil {
				t.Errorf("%s: no error", file)
			}
		}
	}
}

func TestGzip(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	if _, err := io.WriteString(z, "date,place\n2020-01-01,Gao\n2020-01-02,Kidal\n"); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	events, refused, _ := drain(t, Read("a.csv.gz", bytes.NewReader(packed.Bytes()), Options{}))
	if len(events) != 2 || len(refused) != 0 {
		t.Errorf("%d events, refused %v", len(events), refused)
	}
	cut := packed.Bytes()[:packed.Len()-10]
	events, refused, _ = drain(t, Read("a.csv.gz", bytes.NewReader(cut), Options{}))
	if len(events) != 2 || len(refused) != 1 {
		t.Errorf("a gzip file that was cut off: %d events, refused %v", len(events), refused)
	}
}

// TestReadFailure has the input fail in the middle: what was read is kept, and
// the failure is told once.
func TestReadFailure(t *testing.T) {
	broken := errors.New("cable pulled")
	for name, text := range map[string]string{
		"t.csv":    "date,place\n2020-01-01,Gao\n",
		"t.ndjson": `{"date":"2020-01-01","place":"Gao"}` + "\n",
		"t.json":   `[{"date":"2020-01-01","place":"Gao"},`,
	} {
		r := io.MultiReader(strings.NewReader(text), iotest.ErrReader(broken))
		events, refused, _ := drain(t, Read(name, r, Options{}))
		if len(events) != 1 || len(refused) != 1 || !errors.Is(refused[0], broken) {
			t.Errorf("%s: %d events, refused %v", name, len(events), refused)
		}
	}
}

// TestOversizedRecords has one record that is too long in each format: it is
// refused and the others are read.
func TestOversizedRecords(t *testing.T) {
	long := strings.Repeat("x", 300_000)
	for name, text := range map[string]string{
		"t.csv":    "date,place\n2020-01-01,Gao\n2020-01-02," + long + "\n2020-01-03,Kidal\n",
		"t.ndjson": `{"place":"Gao"}` + "\n" + `{"place":"` + long + "\"}\n" + `{"place":"Kidal"}` + "\n",
		"t.json":   `[{"place":"Gao"},` + "\n" + `{"place":"` + long + "\"},\n" + `{"place":"Kidal"}]`,
	} {
		events, refused, _ := drain(t, Read(name, strings.NewReader(text), Options{MaxRecord: 100_000}))
		if len(events) != 2 || len(refused) != 1 || !errors.Is(refused[0], errTooLong) {
			t.Errorf("%s: %d events, refused %v", name, len(events), refused)
			continue
		}
		if want := 2 + strings.Count(name, ".csv"); refused[0].Row != want {
			t.Errorf("%s: refused row %d, want %d", name, refused[0].Row, want)
		}
	}
}

// TestShapesOfJSON reads the same two events in the shapes that JSON comes in.
func TestShapesOfJSON(t *testing.T) {
	const a, b = `{"date":"2020-01-01","place":"Gao"}`, `{"date":"2020-01-02","place":"Kidal"}`
	for name, text := range map[string]string{
		"a list.json":                 "[" + a + "," + b + "]",
		"a list under wrong.ndjson":   "[" + a + ",\n" + b + "]",
		"a list on one line.jsonl":    "[" + a + "," + b + "]",
		"lines.json":                  a + "\n" + b,
		"lines.jsonl":                 a + "\n" + b + "\n",
		"no line ends.json":           a + b,
		"wrapped.json":                `{"count":2,"data":[` + a + "," + b + "]}",
		"wrapped twice.json":          `{"response":{"docs":[` + a + "," + b + "]}}",
		"two lists.json":              `{"first":[` + a + `],"second":[` + b + "]}",
		"rows with header.json":       `[["date","place"],["2020-01-01","Gao"],["2020-01-02","Kidal"]]`,
		"rows with columns.json":      `{"columns":[{"name":"date"},{"name":"place"}],"rows":[["2020-01-01","Gao"],["2020-01-02","Kidal"]]}`,
		"records of text.json":        "\x1e" + a + "\n\x1e" + b + "\n",
		"byte order mark.json":        "\ufeff[" + a + "," + b + "]",
		"features.geojson":            `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":` + a + `},{"type":"Feature","geometry":null,"properties":` + b + `}]}`,
		"features before type.json":   `{"features":[{"properties":` + a + `,"type":"Feature","geometry":null},{"properties":` + b + `,"type":"Feature","geometry":null}],"type":"FeatureCollection"}`,
		"a list of features.json":     `[{"type":"Feature","geometry":null,"properties":` + a + `},{"type":"Feature","geometry":null,"properties":` + b + `}]`,
		"spread over many lines.json": strings.NewReplacer("{", "{\n  ", ",", ",\n  ", "}", "\n}").Replace("[" + a + "," + b + "]"),
	} {
		events, refused, told := drain(t, Read(name, strings.NewReader(text), Options{}))
		if len(events) != 2 || len(refused)+len(told) > 0 || events[0].Place.Name != "Gao" || events[1].When != when.On(when.Date(2020, 1, 2)) {
			t.Errorf("%s: %d events, problems %v %v", name, len(events), refused, told)
		}
	}
	one, _, _ := drain(t, Read("one.json", strings.NewReader(a), Options{}))
	if len(one) != 1 || one[0].Place.Name != "Gao" {
		t.Errorf("one object is %d events", len(one))
	}
	bare, _, _ := drain(t, Read("bare.json", strings.NewReader(`[["2020-01-01","Gao"],["2020-01-02","Kidal"]]`), Options{}))
	if len(bare) != 2 {
		t.Errorf("rows without a header are %d events", len(bare))
	}
}

func TestJSONKeepsScalarsAsWritten(t *testing.T) {
	text := `[{"n":1.50,"big":12345678901234567890,"yes":true,"no":null,"s":"a\u00e9","list":[1, 2],"in":{"x":{"y":7}},"empty":{}}]`
	events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{}))
	want := []geo.Property{
		{Name: "n", Value: "1.50", JSON: true},
		{Name: "big", Value: "12345678901234567890", JSON: true},
		{Name: "yes", Value: "true", JSON: true},
		{Name: "no", Value: "null", JSON: true},
		{Name: "s", Value: "aé"},
		{Name: "list", Value: "[1, 2]"},
		{Name: "in.x.y", Value: "7", JSON: true},
		{Name: "empty", Value: "{}"},
	}
	if len(events) != 1 {
		t.Fatalf("%d events", len(events))
	}
	if d := cmp.Diff(want, events[0].Extra); d != "" {
		t.Error(d)
	}
	for _, p := range events[0].Extra {
		if p.JSON && !json.Valid([]byte(p.Value)) {
			t.Errorf("%q is said to be JSON", p.Value)
		}
	}
}

func TestVocabulary(t *testing.T) {
	tests := []struct {
		header string
		want   Role
		reason string
	}{
		{"event_date", Date, "snake case"},
		{"EventDate", Date, "camel case"},
		{"EVENT DATE:", Date, "capitals and punctuation"},
		{"Date of incident (dd/mm/yyyy)", Date, "what is in brackets is about the format"},
		{"Número de muertos", Killed, "accents do not matter"},
		{"No. of people injured", Wounded, "fillers do not matter"},
		{"عدد القتلى", Killed, "Arabic"},
		{"Населенный пункт", Place, "Russian"},
		{"county", Adm2, "not a country"},
		{"updated", NoRole, "a date that is not the event's"},
		{"Date reported", NoRole, "the day of the report"},
		{"Deaths (min)", KilledLow, "not the best estimate"},
		{"% killed", NoRole, "a share"},
		{"Number of actors", NoRole, "a number is no actor"},
		{"", NoRole, "nothing"},
		{"the of in", NoRole, "only fillers"},
	}
	for _, tt := range tests {
		if m, _ := theVocabulary().header(tt.header); m.role != tt.want {
			t.Errorf("%q is %v, want %v: %s", tt.header, m.role, tt.want, tt.reason)
		}
	}
	for r := ID; r < numRoles; r++ {
		if got, ok := ParseRole(r.String()); !ok || got != r {
			t.Errorf("role %d is written %q and read as %d", r, r, got)
		}
	}
	if len(hxlTags()) == 0 || len(eventTypes()) == 0 {
		t.Error("embedded tables are empty")
	}
}

// TestLooseHeaders reads headers that no list has.
func TestLooseHeaders(t *testing.T) {
	tests := []struct {
		header string
		want   Role
		reason string
	}{
		{"5. How many people died?", Killed, "a question"},
		{"Date of the heavy strike", Date, "any day with a word for it"},
		{"Date reported", Date, "for want of a better one"},
		{"Date of birth", NoRole, "never the event's"},
		{"Civilian deaths (max)", KilledHigh, "the most of an estimate"},
		{"Killed or wounded", Toll, "both; a cell must say which"},
		{"Dead/Injured", Toll, "two numbers in one cell"},
		{"Commune/Village", Place, "whichever the row has"},
		{"District/Sub-district", Adm2, "the smaller lies in the larger"},
		{"Location type", NoRole, "about the location"},
		{"% killed", NoRole, "a share"},
		{"Ménages déplacés", NoRole, "households"},
	}
	for _, tt := range tests {
		if m, why := theVocabulary().loosely(tt.header); m.role != tt.want || (why == "") != (tt.want == NoRole) {
			t.Errorf("%q is %v (%s), want %v: %s", tt.header, m.role, why, tt.want, tt.reason)
		}
	}
}

func TestParseToll(t *testing.T) {
	tests := []struct {
		cell, want string
		reason     string
	}{
		{"2 killed, 5 injured", "2 5", "in words"},
		{"killed: 2; injured: 5", "2 5", "the word first"},
		{"4 muertos y 3 heridos", "4 3", "Spanish"},
		{"12/20", "12 20", "the dead first"},
		{"7", "", "nobody says which"},
		{"2 killed, 3 killed", "", "twice"},
		{"several hurt", "? ?", "at least three"},
	}
	for _, tt := range tests {
		said, err := parseToll(tt.cell)
		got := ""
		if err == nil {
			got = plainBest(said[Killed]) + " " + plainBest(said[Wounded])
		}
		if got != tt.want {
			t.Errorf("%q is %q, %v, want %q: %s", tt.cell, got, err, tt.want, tt.reason)
		}
	}
}

func plainBest(c geo.Count) string {
	if n, known := c.Best.Int(); known {
		return fmt.Sprint(n)
	}
	return "?"
}

func TestParseCount(t *testing.T) {
	k := geo.Known
	tests := []struct {
		cell   string
		want   geo.Count
		bad    bool
		reason string
	}{
		{"12", geo.Exactly(12), false, "plain"},
		{" 12.0 ", geo.Exactly(12), false, "data frames write whole numbers so"},
		{"1,200", geo.Exactly(1200), false, "thousands mark"},
		{"1.200", geo.Exactly(1200), false, "people come in whole numbers, so this is a thousands mark too"},
		{"1 200 000", geo.Exactly(1200000), false, "spaces as thousands marks"},
		{"١٢", geo.Exactly(12), false, "Arabic-Indic digits"},
		{"at least 7", geo.Count{Best: k(7), Low: k(7)}, false, "no upper bound"},
		{"7+", geo.Count{Best: k(7), Low: k(7)}, false, "no upper bound"},
		{">40", geo.Count{Best: k(40), Low: k(41)}, false, "more than"},
		{"10-15", geo.Count{Best: k(12), Low: k(10), High: k(15)}, false, "middle, rounded down"},
		{"~20", geo.Count{Best: k(20)}, false, "about"},
		{"up to 9", geo.Count{High: k(9)}, false, "only a bound"},
		{"", geo.Count{}, false, "empty is not zero"},
		{"N/A", geo.Count{}, false, "said to be unknown"},
		{"-99", geo.Count{}, false, "a code for unknown"},
		{"-3", geo.Count{}, true, "negative"},
		{"1e12", geo.Count{}, true, "more than there are"},
		{"2.5", geo.Count{}, true, "half a person"},
		{"au moins 3", geo.Count{Best: k(3), Low: k(3)}, false, "French"},
		{"от 5 до 10", geo.Count{Best: k(7), Low: k(5), High: k(10)}, false, "Russian"},
		{"٣٥ شهيداً", geo.Exactly(35), false, "Arabic, a word that repeats the header"},
		{"dozens", geo.Count{Low: k(24)}, false, "two dozen at least, as in stories"},
		{"une dizaine", geo.Count{Best: k(10)}, false, "about ten"},
		{"ninguno", geo.Exactly(0), false, "none of them"},
		{"two", geo.Exactly(2), false, "a number as a word"},
		{"25 [2]", geo.Exactly(25), false, "a footnote"},
		{"5?", geo.Count{Best: k(5)}, false, "a doubt"},
		{"less than 5", geo.Count{High: k(4)}, false, "only a bound"},
		{"many", geo.Count{}, true, "a word"},
		{"15-10", geo.Count{}, true, "a range backwards"},
		{"0x10", geo.Count{}, true, "a programmer's number"},
		{"Inf", geo.Count{}, true, "no number"},
		{"5 (3 children)", geo.Exactly(5), false, "what is in brackets explains the number"},
		{"12 killed", geo.Exactly(12), false, "a word that only repeats the header"},
		{"5 million", geo.Count{}, true, "a word that changes the number"},
		{"12 killed, 3 injured", geo.Count{}, true, "two numbers"},
	}
	for _, tt := range tests {
		got, err := parseCount(tt.cell)
		if got != tt.want || (err != nil) != tt.bad {
			t.Errorf("parseCount(%q) = %+v, %v: %s", tt.cell, got, err, tt.reason)
		}
	}
}

func TestPoint(t *testing.T) {
	tests := []struct {
		lat, lon string
		want     string
		reason   string
	}{
		{"34.5", "43.25", "[43.25 34.5]", "decimal"},
		{"34,5", "43,25", "[43.25 34.5]", "decimal comma"},
		{"34.5N", "43.25 E", "[43.25 34.5]", "letters"},
		{"34.5S", "W43.25", "[-43.25 -34.5]", "letters of the other hemispheres"},
		{"34°30'00\"N", "43°15′E", "[43.25 34.5]", "degrees, minutes, seconds"},
		{"34-30.0N", "043-15.0E", "[43.25 34.5]", "as seafarers write"},
		{"N343000", "E0431500", "[43.25 34.5]", "without marks"},
		{"34 30", "43 15.0", "[43.25 34.5]", "two numbers are degrees and minutes"},
		{"34°30'S", "43°15' Oeste", "[-43.25 -34.5]", "a word of another language"},
		{"5.551.234", "43", `"5.551.234" is not a latitude`, "a spreadsheet's thousands marks"},
		{"748231", "271224", `"748231" is no latitude in degrees; it looks like metres of a projected grid, or has lost its point`, "UTM"},
		{"-0°30'", "10", "[10 -0.5]", "the sign of nought degrees counts"},
		{"٣٤٫٥", "٤٣", "[43 34.5]", "Arabic-Indic digits"},
		{"90", "-180", "[-180 90]", "the ends of the scale"},
		{"-0", "10", "[10 0]", "no negative zero"},
		{"123", "43", `"123" is not between -90 and 90; latitude and longitude look swapped`, "too far north"},
		{"91", "181", `"91" is not between -90 and 90`, "both wrong"},
		{"45", "181", `"181" is not between -180 and 180`, "too far east"},
		{"NaN", "43", `"NaN" is not a latitude`, "no number"},
		{"0x1p4", "43", `"0x1p4" is not a latitude`, "a programmer's number"},
		{"0", "0.0", errNullIsland.Error(), "null island"},
		{"-34.5N", "43", `"-34.5N" is not a latitude`, "sign and letter contradict"},
		{"34.5E", "43", `"34.5E" is not a latitude; latitude and longitude look swapped`, "a letter of the other axis"},
		{"34°75'", "43", `"34°75'" is not a latitude`, "75 minutes"},
	}
	for _, tt := range tests {
		p, err := point(tt.lat, tt.lon)
		got := fmt.Sprint(p)
		if err != nil {
			got = err.Error()
		}
		if got != tt.want {
			t.Errorf("point(%q, %q) = %s, want %s: %s", tt.lat, tt.lon, got, tt.want, tt.reason)
		}
	}
}

func TestCombined(t *testing.T) {
	const want = "[43.25 34.5]"
	for _, cell := range []string{
		"34.5, 43.25", "34.5,43.25", "34.5;43.25", "34.5 43.25", "(34.5, 43.25)", "[34.5,43.25]", "34,5; 43,25", "34,5 43,25", "34,5, 43,25",
		"POINT (43.25 34.5)", "point(43.25 34.5)", "SRID=4326;POINT(43.25 34.5)", "POINT Z (43.25 34.5 7)", "34.5N 43.25E", "34°30'N, 43°15'E", "34.5 / 43.25",
	} {
		p, err := combined(cell, false)
		if got := fmt.Sprint(p.point); err != nil || got != want {
			t.Errorf("combined(%q) = %s, %v, want %s", cell, got, err, want)
		}
	}
	for _, cell := range []string{"", "x", "1", "1,2,3", "POINT EMPTY", "POLYGON((1 2,300 4,1 2))", "POLYGON((1 2", "95, 20", "somewhere, else", "39X 1234"} {
		if p, err := combined(cell, false); err == nil {
			t.Errorf("combined(%q) = %v", cell, p)
		}
	}
}

// TestCombinedShapes reads what is no point, but stands for one, with a size.
func TestCombinedShapes(t *testing.T) {
	for _, test := range []struct {
		reason, cell, point string
		precision           geo.Precision
		radius              int
	}{
		{"a square of a metre is a place", "38SMB4322888037", "[44.38999 33.33000]", geo.ExactPlace, 0},
		{"a square of ten metres", "38S MB 4322 8803", "[44.38996 33.32997]", geo.ExactPlace, 8},
		{"a square of ten kilometres is near one", "38S MB 4 8", "[44.40921 33.30269]", geo.NearPlace, 7072},
		{"UTM", "38N 443210 3688000", "[44.38980 33.32966]", geo.ExactPlace, 0},
		{"a polygon", "POLYGON((43 34,43.02 34,43.02 34.02,43 34.02,43 34))", "[43.01000 34.01000]", geo.NearPlace, 1446},
		{"a line", "SRID=4326;LINESTRING(43 34,43 36)", "[43.00000 34.00000]", geo.WithinRegion, 222639},
	} {
		g, err := combined(test.cell, false)
		radius, _ := g.radius.Int()
		if got := fmt.Sprintf("[%.5f %.5f]", g.point[0], g.point[1]); err != nil || got != test.point || g.precision != test.precision || radius != test.radius {
			t.Errorf("%s: %q is at %s, %s, radius %d, %v; want %s, %s, %d", test.reason, test.cell, got, g.precision, radius, err, test.point, test.precision, test.radius)
		}
	}
}

func TestCoarser(t *testing.T) {
	day := when.On(when.Date(2020, 5, 15))
	tests := []struct {
		i      when.Interval
		p      when.Precision
		want   string
		reason string
	}{
		{day, when.ToDay, "2020-05-15 day", "as it is"},
		{day, when.ToWeek, "2020-05-12 2020-05-18 week", "the day is coded as the middle of the week"},
		{day, when.ToMonth, "2020-05-01 2020-05-31 month", "some day stands for its month"},
		{day, when.ToYear, "2020-01-01 2020-12-31 year", "some day stands for its year"},
		{when.InMonth(2020, 5), when.ToDay, "2020-05-01 2020-05-31 month", "a code makes nothing finer"},
		{when.Between(day.First, day.First+3), when.ToWeek, "2020-05-15 2020-05-18 week", "a span keeps its days"},
		{when.On(when.Date(9999, 12, 31)), when.ToWeek, "9999-12-28 9999-12-31 week", "there is no later day"},
	}
	for _, tt := range tests {
		i := coarser(tt.i, tt.p)
		got := i.First.String() + " " + i.Last.String() + " " + i.Precision.String()
		if i.First == i.Last {
			got = i.First.String() + " " + i.Precision.String()
		}
		if got != tt.want {
			t.Errorf("coarser(%v, %v) = %s, want %s: %s", tt.i, tt.p, got, tt.want, tt.reason)
		}
	}
}

func TestNamesAreUnique(t *testing.T) {
	n := newNames([]string{"a", "a", "a_2", "", "a"}, 6)
	want := []string{"a", "a_2", "a_2_2", "column 4", "a_3", "column 6"}
	if d := cmp.Diff(want, n.list); d != "" {
		t.Error(d)
	}
	many := newNames(slices.Repeat([]string{"x"}, 100_000), 0)
	if len(many.list) != 100_000 || len(slices.Compact(slices.Sorted(slices.Values(many.list)))) != 100_000 {
		t.Error("100,000 columns of one name are not told apart")
	}
}
