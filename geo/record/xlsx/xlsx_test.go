package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"strings"
	"testing"
)

func TestFormatOf(t *testing.T) {
	tests := []struct {
		code   string
		want   format
		reason string
	}{
		{"General", number, "the usual format"},
		{"0.00", number, "a number"},
		{"#,##0.00;[Red]-#,##0.00", number, "red is a colour, not a day"},
		{"0.00E+00", number, "an exponent, not an era"},
		{`0" days"`, number, "what is quoted is shown as it is"},
		{`0\d`, number, "what is escaped, too"},
		{"dd/mm/yyyy", day, "a date"},
		{`[$-409]d\-mmm\-yyyy\ h:mm;@`, day, "a date and time, with a language"},
		{"yyyy-mm-dd\\Thh:mm:ss.000", day, "zeros of seconds make no number of it"},
		{"mmm yyyy", month, "the day is not shown, so it is not said"},
		{"yyyy", year, "nor the month"},
		{"[h]:mm", number, "hours that go beyond a day are a length of time"},
		{"h:mm AM/PM", timeOfDay, "the m of minutes"},
		{`yyyy"年"m"月"d"日"`, day, "Japanese"},
	}
	for _, test := range tests {
		if got := formatOf(test.code); got != test.want {
			t.Errorf("%s: %d, want %d: %s", test.code, got, test.want, test.reason)
		}
	}
}

func TestDate(t *testing.T) {
	tests := []struct {
		mac    bool
		f      format
		n      float64
		want   string
		reason string
	}{
		{false, day, 41702, "2014-03-04", "counted from 1900"},
		{true, day, 40240, "2014-03-04", "counted from 1904"},
		{false, day, 61, "1900-03-01", "behind the day that never was"},
		{false, day, 59, "1900-02-28", "before it"},
		{false, day, 41702.5, "2014-03-04 12:00:00", "with a time"},
		{false, day, 0.25, "06:00:00", "a time alone, shown as a date by mistake"},
		{false, month, 41702, "2014-03", "a month stays a month"},
		{false, year, 41702, "2014", "a year stays a year"},
		{false, timeOfDay, 0.75, "18:00:00", "a time"},
		{false, timeOfDay, 1.5, "", "36 hours are no time of day"},
		{false, day, -1, "", "no day"},
		{false, day, 1e12, "", "no day either"},
	}
	for _, test := range tests {
		b := &Book{mac: test.mac}
		got, ok := b.date(test.f, test.n)
		if got != test.want || ok != (test.want != "") {
			t.Errorf("%v: %q, %v; want %q: %s", test.n, got, ok, test.want, test.reason)
		}
	}
}

func TestPlain(t *testing.T) {
	for in, want := range map[string]string{
		"3": "3", "36.58": "36.58", "36.579999999999998": "36.58", "2.0140304E7": "20140304", "1E-3": "0.001",
		"not a number": "not a number", "1e300": "1e300", "NaN": "NaN", "-0.5": "-0.5", "123456789012345678": "123456789012346000",
	} {
		if got := plain(in); got != want {
			t.Errorf("%s: %s, want %s", in, got, want)
		}
	}
}

func TestXML(t *testing.T) {
	text := `<?xml version="1.0"?><x:a b='1' x:c = "&lt;2&#65;&#x42;&no;"><!-- <d> --><e/>t&amp;<![CDATA[<f>]]></x:a>`
	x := newXMLReader(strings.NewReader(text))
	var got []string
	for x.next() == nil {
		got = append(got, fmt.Sprintf("%s %d %q %q %q", x.name, x.step(), x.attr("b"), x.attr("c"), x.text))
	}
	want := []string{`a 1 "1" "<2AB&no;" ""`, `e 0 "" "" ""`, `a -1 "" "" ""`}
	if strings.Join(got, "|") != strings.Join(want, "|") {
		t.Errorf("got %q\nwant %q", got, want)
	}
	x = newXMLReader(strings.NewReader(`<t>a &gt; <![CDATA[<b>]]> c</t>`))
	if err := x.next(); err != nil || string(x.text) != "a > <b> c" {
		t.Errorf("text %q, error %v", x.text, err)
	}
}

// TestTexts keeps texts on both sides of the bound of memory, and reads them in
// the order in which they lie and in others.
func TestTexts(t *testing.T) {
	defer func(n int) { inMemory = n }(inMemory)
	inMemory = 1000
	const n = 60*pageTexts + 100
	text := func(i int) string { return strings.Repeat(fmt.Sprint(i), i%7) }
	all := &texts{}
	for i := range n {
		if err := all.add([]byte(text(i))); err != nil {
			t.Fatal(err)
		}
	}
	if err := all.flush(); err != nil {
		t.Fatal(err)
	}
	for name, place := range map[string]func(int) int{
		"forward":  func(i int) int { return i },
		"backward": func(i int) int { return n - 1 - i },
		"jumping":  func(i int) int { return i * 7919 % n },
	} {
		for i := range n {
			k := place(i)
			if got, err := all.get(k); err != nil || got != text(k) {
				t.Fatalf("%s: text %d: %q, %v; want %q", name, k, got, err, text(k))
			}
		}
	}
	if err := all.close(); err != nil {
		t.Error(err)
	}
}

// FuzzSheet reads anything as a sheet: no crash, rows in order, bounded width.
func FuzzSheet(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c><c r="C1"><v>2</v></c></row>`, `<si><t>a</t></si>`)
	f.Add(`<row><c t="s"><v>0</v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>`, `<si><r><t>a</t></r><rPh><t>b</t></rPh></si>`)
	f.Add(`<row r="2"/><row r="3"><c s="1"><v>41702.5</v></c></row>`, ``)
	f.Add(`<row r="1"><c r="XFD1"><v>1</v></c></row>`, `<![CDATA[>]]>`)
	f.Fuzz(func(t *testing.T, rows, shared string) {
		b, err := Open(packed(t, rows, shared))
		if err != nil {
			return
		}
		defer b.Close()
		r, err := b.Sheets[0].Rows()
		if err != nil {
			return
		}
		defer r.Close()
		for last := 0; ; {
			row, values, err := r.Next()
			if err != nil {
				return
			}
			if row <= last || len(values) > mostColumns {
				t.Fatalf("row %d behind %d with %d cells", row, last, len(values))
			}
			last = row
		}
	})
}

// packed makes a workbook with one sheet.
func packed(t *testing.T, rows, shared string) *zip.Reader {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	relation := `<Relationship Id="%s" Type="x/%s" Target="%s"/>`
	for name, text := range map[string]string{
		workbookPart:                 `<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
		"xl/_rels/workbook.xml.rels": "<a>" + fmt.Sprintf(relation, "r1", "worksheet", "s.xml") + fmt.Sprintf(relation, "r2", "sharedStrings", "t.xml") + fmt.Sprintf(relation, "r3", "styles", "u.xml") + "</a>",
		"xl/s.xml":                   "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
		"xl/t.xml":                   "<sst>" + shared + "</sst>",
		"xl/u.xml":                   `<styleSheet><cellXfs><xf/><xf numFmtId="22"/></cellXfs></styleSheet>`,
	} {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name}) // packing would take most of a fuzz test's time
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	r, err := zip.NewReader(bytes.NewReader(b.Bytes()), int64(b.Len()))
	if err != nil {
		t.Fatal(err)
	}
	return r
}
