package xlsx_test

import (
	"archive/zip"
	"bytes"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/xlsx"
)

func writer(o xlsx.Options) outputtest.New {
	return func(w io.Writer, columns *output.Columns) output.Writer { return xlsx.NewWriter(w, columns, o) }
}

// unzip returns the files of a workbook, each of which must be well-formed.
func unzip(t testing.TB, book []byte) map[string]string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(book), int64(len(book)))
	if err != nil {
		t.Fatal(err)
	}
	files := make(map[string]string)
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		if err := xml.Unmarshal(text, new(struct{})); err != nil {
			t.Fatalf("%s: %v", f.Name, err)
		}
		files[f.Name] = string(text)
	}
	return files
}

// count returns the rows below the headers, and checks that whatever is named in
// the package is there.
func count(t testing.TB, book []byte) int {
	t.Helper()
	files := unzip(t, book)
	rows := 0
	for name, text := range files {
		if strings.HasPrefix(name, "xl/worksheets/") {
			rows += strings.Count(text, "<row ") - 1
		}
		if !strings.HasSuffix(name, ".rels") {
			continue
		}
		var rels struct {
			Relationship []struct {
				Target string `xml:",attr"`
			}
		}
		if err := xml.Unmarshal([]byte(text), &rels); err != nil {
			t.Fatal(err)
		}
		for _, r := range rels.Relationship {
			if target := path.Join(path.Dir(path.Dir(name)), r.Target); files[target] == "" {
				t.Errorf("%s names %s, which is not there", name, target)
			}
		}
	}
	return rows
}

func TestPromises(t *testing.T) {
	outputtest.Promises(t, writer(xlsx.Options{Title: "<b> & c", Attribution: `"Nobody"`}), count)
}

func names(columns *output.Columns) []string { return columns.Names("lat", "lon") }

// kept is what a workbook keeps of a value.
func kept(_ string, v any) any {
	switch v := v.(type) {
	case json.Number:
		if n, err := v.Int64(); err == nil && n > 999_999_999_999_999 {
			return string(v) // as text, since a spreadsheet would round it
		}
	case string:
		if len(v) > 32_767 {
			v = v[:32_766] + "…"
		}
		return outputtest.XMLText(v)
	}
	return v
}

// TestSheetJSReadsAllBack has a reader that is not ours read every awkward event,
// in the order written.
func TestSheetJSReadsAllBack(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	book := outputtest.File(t, "events.xlsx", outputtest.Layer(t, writer(xlsx.Options{}), events))
	want := outputtest.Rows(t, columns, names(columns), events)
	for _, row := range want {
		delete(row, "__proto__") // which no object of JavaScript has for a key
	}
	got := outputtest.FeatureRows(t, outputtest.Node(t, "xlsx.mjs", book))
	outputtest.Compare(t, want, got, kept)
}

func TestGDALReadsAllBack(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	book := outputtest.File(t, "events.xlsx", outputtest.Layer(t, writer(xlsx.Options{}), events))
	want := outputtest.Rows(t, columns, names(columns), events)
	got := outputtest.GDALRows(t, book, "--config", "OGR_XLSX_HEADERS", "FORCE", "--config", "OGR_XLSX_FIELD_TYPES", "STRING")
	if len(got) != len(want) {
		t.Errorf("%d rows of %d events", len(got), len(want))
	}
	for i := range got {
		if got[i]["id"] != want[i]["id"] {
			t.Errorf("row %d is %v, want %v", i, got[i]["id"], want[i]["id"])
		}
	}
}

func at(lon, lat float64) geo.Place {
	return geo.Place{Match: geo.Match{Kind: geo.Given, Point: orb.Point{lon, lat}, Precision: geo.ExactPlace}}
}

func TestGDALSeesTypes(t *testing.T) {
	e := geo.Event{ID: "a", When: when.On(when.Date(2014, 6, 10)), Killed: geo.Exactly(3), Place: at(12.5, -7)}
	book := outputtest.File(t, "events.xlsx", outputtest.Layer(t, writer(xlsx.Options{}), []geo.Event{e}))
	info := outputtest.GDAL(t, "ogrinfo", "-al", book, "--config", "OGR_XLSX_HEADERS", "FORCE")
	for _, want := range []string{
		"Layer name: events", "Feature Count: 1", "date (Date) = 2014/06/10", "start (DateTime) = 2014/06/10 00:00:00",
		"end (DateTime) = 2014/06/10 23:59:59", "killed (Integer) = 3", "lat (Integer) = -7", "lon (Real) = 12.5",
	} {
		if !strings.Contains(info, want) {
			t.Errorf("no %q in\n%s", want, info)
		}
	}
}

// sheet returns the rows of a sheet of one event with a text, without the header.
func sheet(t *testing.T, e geo.Event) string {
	text := unzip(t, outputtest.Layer(t, writer(xlsx.Options{}), []geo.Event{e}))["xl/worksheets/sheet1.xml"]
	_, rows, _ := strings.Cut(text, "</row>")
	return rows
}

func TestCells(t *testing.T) {
	note := func(text string) geo.Event { return geo.Event{Extra: []geo.Property{{Name: "note", Value: text}}} }
	number := func(text string) geo.Event {
		return geo.Event{Extra: []geo.Property{{Name: "note", Value: text, JSON: true}}}
	}
	day := func(y int, m time.Month, d int) geo.Event { return geo.Event{When: when.On(when.Date(y, m, d))} }
	text := func(s string) string { return `><is><t xml:space="preserve">` + s + `</t></is></c>` }
	for _, test := range []struct {
		event  geo.Event
		want   string
		reason string
	}{
		{note("=1+1"), `t="inlineStr"` + text("=1+1"), "a text is no formula"},
		{note(""), text(""), "an empty text is a cell, a null is none"},
		{note("007"), text("007"), "a text that looks like a number is one"},
		{note("_x0041_ _x41_"), text("_x005F_x0041_ _x41_"), "what only looks like an escape is none"},
		{note("__x0041_"), text("__x005F_x0041_"), "an underscore before it"},
		{note("a\x00b\r\n"), text("a\ufffdb&#13;\n"), "line ends stay, what is no text does not"},
		{number("1.50"), "><v>1.5</v></c>", "a number"},
		{number("true"), ` t="b"><v>1</v></c>`, "a truth"},
		{number("999999999999999"), "><v>999999999999999</v></c>", "as many digits as a spreadsheet keeps"},
		{number("-1000000000000000"), text("-1000000000000000"), "one more"},
		{number("1e300"), "><v>1e+300</v></c>", "a large number"},
		{day(1900, 3, 1), `s="1"><v>61</v></c>`, "the first day on which spreadsheets are right"},
		{day(1900, 2, 28), text("1900-02-28"), "the last on which they are not"},
		{day(2021, 3, 14), `s="2"><v>44269.9999884259</v></c>`, "the last second of a day"},
		{day(9999, 12, 31), `s="1"><v>2958465</v></c>`, "the last day there is"},
	} {
		if got := sheet(t, test.event); !strings.Contains(got, test.want) {
			t.Errorf("no %s in %s: %s", test.want, got, test.reason)
		}
	}
	if got := sheet(t, note("=1+1")); strings.Contains(got, "<f") {
		t.Errorf("a formula in %s", got)
	}
}

func TestLongTexts(t *testing.T) {
	for _, test := range []struct {
		text   string
		want   int // units of UTF-16
		cut    int
		reason string
	}{
		{strings.Repeat("a", 32_767), 32_767, 0, "as long as may be"},
		{strings.Repeat("a", 32_768), 32_767, 1, "one longer"},
		{strings.Repeat("ж", 32_767), 32_767, 0, "letters of two bytes are one unit"},
		{strings.Repeat("🔥", 16_383), 32_766, 0, "characters of two units"},
		{strings.Repeat("🔥", 16_384), 32_767, 1, "no character is cut in half"},
	} {
		e := geo.Event{Extra: []geo.Property{{Name: "note", Value: test.text}}}
		var book bytes.Buffer
		w := xlsx.NewWriter(&book, outputtest.Columns([]geo.Event{e}), xlsx.Options{})
		if err := w.Write(&e); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		row := unzip(t, book.Bytes())["xl/worksheets/sheet1.xml"]
		row = row[strings.LastIndex(row, `"preserve">`)+len(`"preserve">`):]
		row = row[:strings.Index(row, "</t>")]
		if got := len(utf16.Encode([]rune(row))); got != test.want || w.Shortened() != test.cut {
			t.Errorf("%d units and %d cut, want %d and %d: %s", got, w.Shortened(), test.want, test.cut, test.reason)
		}
	}
}

func TestManyColumns(t *testing.T) {
	wide := func(n int) []string {
		all := make([]string, n)
		for i := range all {
			all[i] = fmt.Sprintf("c%d", i)
		}
		return all
	}
	fixed := len(output.NewColumns().All()) + 2
	w := xlsx.NewWriter(io.Discard, output.NewColumns(wide(16_384-fixed)...), xlsx.Options{})
	if err := w.Close(); err != nil {
		t.Errorf("as many columns as a sheet has: %v", err)
	}
	w = xlsx.NewWriter(io.Discard, output.NewColumns(wide(16_385-fixed)...), xlsx.Options{})
	if err := w.Close(); err == nil {
		t.Error("one more column was taken")
	}
}

// TestManyRows fills a sheet and begins another.
func TestManyRows(t *testing.T) {
	defer xlsx.ShortSheets(10)()
	for n, want := range map[int][]int{0: {1}, 8: {9}, 9: {10}, 10: {10, 2}, 25: {10, 10, 8}} {
		var events []geo.Event
		for i := range n {
			events = append(events, geo.Event{ID: fmt.Sprintf("e%d", i)})
		}
		files := unzip(t, outputtest.Layer(t, writer(xlsx.Options{}), events))
		next := 0
		for i, rows := range want {
			sheet := files[fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1)]
			if got := strings.Count(sheet, "<row "); got != rows {
				t.Errorf("%d events: sheet %d has %d rows, want %d", n, i+1, got, rows)
			}
			for range rows - 1 {
				if !strings.Contains(sheet, fmt.Sprintf(">e%d<", next)) {
					t.Errorf("%d events: sheet %d has no event %d", n, i+1, next)
				}
				next++
			}
		}
		if got := strings.Count(files["xl/workbook.xml"], "<sheet "); got != len(want) {
			t.Errorf("%d events: the workbook names %d sheets, want %d", n, got, len(want))
		}
	}
}
