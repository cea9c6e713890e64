package record

import (
	"encoding/csv"
	"fmt"
	"math/rand"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo/when"
)

// mess is one way in which a spreadsheet comes out as text.
type mess struct {
	comma   rune
	crlf    bool
	bom     bool
	above   int  // title rows
	below   int  // notes and sums
	blanks  bool // blank rows between
	narrow  bool // title rows are not filled up with empty cells
	headers []string
}

func (m mess) String() string { return fmt.Sprintf("%+v", struct{ mess }{m}) }

// TestLayoutIsFound makes the same table messy in random ways; what is read must
// be the same.
func TestLayoutIsFound(t *testing.T) {
	rng := rand.New(rand.NewSource(11))
	for range 500 {
		m := randomMess(rng)
		rows := 1 + rng.Intn(12)
		text := m.table(t, rng, rows)
		var table Table
		events, _, _ := drain(t, Read("mess.txt", strings.NewReader(text), Options{Understood: func(tb Table) { table = tb }}))
		if table.Delimiter != string(m.comma) || len(events) != rows {
			t.Fatalf("%+v: %d of %d rows, delimiter %q, columns %+v\n%s", m, len(events), rows, table.Delimiter, table.Columns, text)
		}
		for i, e := range events {
			want := []string{when.On(when.Date(2019, 3, 1+i)).String(), fmt.Sprintf("Place, the %d; or so", i), fmt.Sprint(i)}
			killed, _ := e.Killed.Best.Int()
			if d := cmp.Diff(want, []string{e.When.String(), e.Place.Name, fmt.Sprint(killed)}); d != "" {
				t.Fatalf("%+v: row %d: %s\n%s", m, i, d, text)
			}
		}
	}
}

func randomMess(rng *rand.Rand) mess {
	headers := [][]string{
		{"Date of incident", "Location", "Killed", "Remarks", "Extra"},
		{"fecha", "lugar", "muertos", "descripción", "otro"},
		{"DATUM", "Ort", "Tote", "Bemerkungen", "Sonstiges"},
		{"event_date", "village", "fatalities", "notes", "x1"},
		{"التاريخ", "المكان", "القتلى", "ملاحظات", "غيره"},
	}
	return mess{
		comma: []rune(",;\t|")[rng.Intn(4)], crlf: rng.Intn(2) == 0, bom: rng.Intn(3) == 0,
		above: rng.Intn(4), below: rng.Intn(3), blanks: rng.Intn(3) == 0, narrow: rng.Intn(2) == 0,
		headers: headers[rng.Intn(len(headers))],
	}
}

func (m mess) table(t *testing.T, rng *rand.Rand, rows int) string {
	t.Helper()
	var b strings.Builder
	if m.bom {
		b.WriteString("\ufeff")
	}
	w := csv.NewWriter(&b)
	w.Comma, w.UseCRLF = m.comma, m.crlf
	width := len(m.headers)
	fill := func(first string) []string {
		if m.narrow {
			return []string{first}
		}
		return append([]string{first}, make([]string, width-1)...)
	}
	for i := range m.above {
		mustWrite(t, w, fill([]string{"Register of incidents", "Prepared in March, by the office", "not final"}[i]))
	}
	mustWrite(t, w, m.headers)
	for i := range rows {
		if m.blanks && rng.Intn(3) == 0 {
			mustWrite(t, w, make([]string, width))
		}
		note := []string{"", "one, two; three", "a \"word\"\nmore | text", "3,5; 4,5\tand so"}[rng.Intn(4)]
		mustWrite(t, w, []string{fmt.Sprintf("2019-03-%02d", 1+i), fmt.Sprintf("Place, the %d; or so", i), fmt.Sprint(i), note, "x"})
	}
	for i := range m.below {
		mustWrite(t, w, fill([]string{"Source: the police, as of Monday", "Total"}[i]))
	}
	w.Flush()
	return b.String()
}

func TestFindLayout(t *testing.T) {
	tests := []struct {
		text   string
		comma  string
		header []string
		reason string
	}{
		{"a;b\n1,5;2,5\n3,5;4,5\n", ";", []string{"a", "b"}, "decimal commas make cells of commas too"},
		{"date;lat;lon\n2020-01-01;1,5;2,5\n", ";", []string{"date", "lat", "lon"}, "known headers weigh more than the number of cells"},
		{"sep=|\ndate|place\n2020-01-01|a, b, c\n", "|", []string{"date", "place"}, "Excel was told"},
		{"place\nGao\nKidal\n", ",", []string{"place"}, "one column"},
		{"x\ty\n1\t2\n", "\t", []string{"x", "y"}, "tabs"},
		{"2020-01-01,Gao\n2020-01-02,Kidal\n", ",", nil, "no header"},
		{"foo,bar\nGao,12\nKidal,13\n", ",", []string{"foo", "bar"}, "unknown words above numbers"},
		{"Name and date of each,,\ndate,place,killed\n2020-01-01,Gao,3\n", ",", []string{"date", "place", "killed"}, "a title"},
	}
	for _, tt := range tests {
		l := findLayout([]byte(tt.text), true, 0)
		if string(l.comma) != tt.comma || !cmp.Equal(l.header, tt.header) {
			t.Errorf("%q: delimiter %q, header %q, want %q, %q: %s", tt.text, l.comma, l.header, tt.comma, tt.header, tt.reason)
		}
	}
}

func TestIsDelimited(t *testing.T) {
	for _, test := range []struct {
		text   string
		want   bool
		reason string
	}{
		{"Date\tPlace\tWhat\n2025-01-03\tGoma\tShelling\n2025-01-04\tSake\tClash\n", true, "text separated by tabs"},
		{"date|place|deaths\n2025-01-03|Goma|9\n2025-01-04|Sa", true, "the last line is cut"},
		{"GOMA, January 3, 2025\n\nShells fell, the army said, on Sake, a town nearby.\nNine died, two of them children.\n", false, "a story has commas, too"},
		{"Date: 2025-01-03\nPlace: Goma\nSource: Desk\n\nShells fell on Sake.\n", false, "a story with lines of its head"},
		{"Date\tPlace\tWhat\n", false, "a header alone"},
		{"Date\tPlace\tWhat\n2025-01-03\tGoma\n", false, "not the same cells"},
		{"one\ttwo\tthree\n1\t2\t3\n", false, "nothing is understood"},
		{"\xff\xfeD\x00a\x00t\x00e\x00\t\x00P\x00l\x00a\x00c\x00e\x00\t\x00W\x00h\x00a\x00t\x00\n\x002\x000\x002\x005\x00\t\x00A\x00\t\x00B\x00\n\x002\x000\x002\x006\x00\t\x00C\x00\t\x00D\x00\n\x00", true, "Excel's Unicode text is UTF-16"},
		{"", false, "nothing"},
	} {
		if got := IsDelimited([]byte(test.text)); got != test.want {
			t.Errorf("%q: %v, want %v: %s", test.text, got, test.want, test.reason)
		}
	}
}
