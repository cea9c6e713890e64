package record

import (
	"bytes"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
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
		if len(events) != 2 || len(refused) != 1 || !errors.Is(refused[0], plaintext.ErrTooLong) {
			t.Errorf("%s: %d events, refused %v", name, len(events), refused)
			continue
		}
		if want := 2 + strings.Count(name, ".csv"); refused[0].Row != want {
			t.Errorf("%s: refused row %d, want %d", name, refused[0].Row, want)
		}
	}
}
