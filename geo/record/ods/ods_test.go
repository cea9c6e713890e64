package ods

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// packed makes a spreadsheet with these sheets.
func packed(t testing.TB, sheets string) *zip.Reader {
	return packedParts(t, map[string]string{typePart: sheetType, contentPart: `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:automatic-styles>` +
		`<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style></office:automatic-styles>` +
		`<office:body><office:spreadsheet>` + sheets + `</office:spreadsheet></office:body></office:document-content>`})
}

func packedParts(t testing.TB, parts map[string]string) *zip.Reader {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for name, text := range parts {
		w, err := z.CreateHeader(&zip.FileHeader{Name: name})
		if err == nil {
			_, err = io.WriteString(w, text)
		}
		if err != nil {
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

func unlimited(r io.Reader, _ int64) io.Reader { return r }

// row is a row as it is read.
type row struct {
	Number int
	Values []string
}

func rowsOf(s *Sheet) (all []row, err error) {
	r, err := s.Rows()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for {
		n, values, err := r.Next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return all, err
		}
		all = append(all, row{n, slices.Clone(values)})
	}
}

func TestRows(t *testing.T) {
	const p = `<text:p>`
	tests := []struct {
		rows   string
		want   []row
		reason string
	}{
		{`<table:table-row><table:table-cell office:value-type="string">` + p + `a</text:p></table:table-cell></table:table-row>`, []row{{1, []string{"a"}}}, "a text"},
		{`<table:table-row><table:table-cell office:value-type="float" office:value="0.5">` + p + `50 %</text:p></table:table-cell></table:table-row>`, []row{{1, []string{"0.5"}}}, "a number as it is, not as it is shown"},
		{`<table:table-row><table:table-cell office:value-type="date" office:date-value="2014-06-12T00:00:00"/><table:table-cell office:value-type="date" office:date-value="2014-06-12T10:30:00"/><table:table-cell office:value-type="boolean" office:boolean-value="true"/></table:table-row>`,
			[]row{{1, []string{"2014-06-12", "2014-06-12 10:30:00", "TRUE"}}}, "dates, and a truth"},
		{`<table:table-row><table:table-cell office:value-type="time" office:time-value="PT06H00M00S">` + p + `06:00:00</text:p></table:table-cell></table:table-row>`, []row{{1, []string{"06:00:00"}}}, "a time as it is shown"},
		{`<table:table-row><table:table-cell><office:annotation>` + p + `who</text:p></office:annotation>` + p + `a<text:s text:c="2"/><text:span>b</text:span>c</text:p>` + p + `d</text:p></table:table-cell></table:table-row>`,
			[]row{{1, []string{"a  bc\nd"}}}, "spaces, fonts and paragraphs, without the comment"},
		{`<table:table-row><table:table-cell table:number-columns-repeated="3"/><table:table-cell table:number-columns-repeated="2">` + p + `a</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16379"/></table:table-row>`,
			[]row{{1, []string{"", "", "", "a", "a"}}}, "repeated cells; the empty ones at the end are none"},
		{`<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell>` + p + `a</text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="1048572"/>`,
			[]row{{3, []string{"a"}}, {4, []string{"a"}}}, "repeated rows"},
		{`<table:table-header-rows><table:table-row><table:table-cell>` + p + `h</text:p></table:table-cell></table:table-row></table:table-header-rows><table:shapes><table:table><table:table-row/></table:table></table:shapes><table:table-row-group><table:table-row><table:table-cell>` + p + `a</text:p></table:table-cell></table:table-row></table:table-row-group>`,
			[]row{{1, []string{"h"}}, {2, []string{"a"}}}, "rows in groups, and a table in a drawing"},
		{`<table:table-row><table:table-cell table:number-rows-spanned="2">` + p + `a</text:p></table:table-cell><table:table-cell>` + p + `b</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>` + p + `c</text:p></table:table-cell></table:table-row><table:table-row><table:covered-table-cell/><table:table-cell>` + p + `d</text:p></table:table-cell></table:table-row>`,
			[]row{{1, []string{"a", "b"}}, {2, []string{"a", "c"}}, {3, []string{"", "d"}}}, "cells merged downwards"},
	}
	for _, test := range tests {
		b, err := Open(packed(t, `<table:table table:name="S">`+test.rows+`</table:table>`), unlimited)
		if err != nil {
			t.Fatal(err)
		}
		got, err := rowsOf(b.Sheets[0])
		if d := cmp.Diff(test.want, got); d != "" || err != nil {
			t.Errorf("%s: %v\n%s", test.reason, err, d)
		}
	}
}

func TestSheets(t *testing.T) {
	one := `<table:table-row><table:table-cell><text:p>1</text:p></table:table-cell></table:table-row>`
	b, err := Open(packed(t, `<table:table table:name="A">`+one+`</table:table><table:table table:name="B" table:style-name="ta1">`+strings.ReplaceAll(one, "1", "2")+`</table:table>`), unlimited)
	if err != nil || len(b.Sheets) != 2 || b.Sheets[0].Hidden || !b.Sheets[1].Hidden || b.Sheets[1].Name != "B" {
		t.Fatalf("%+v, %v", b, err)
	}
	got, err := rowsOf(b.Sheets[1])
	if d := cmp.Diff([]row{{1, []string{"2"}}}, got); d != "" || err != nil {
		t.Error(err, d)
	}
}

func TestRefused(t *testing.T) {
	tests := []struct {
		parts  map[string]string
		err    error
		reason string
	}{
		{map[string]string{"a.csv": ""}, ErrNoSpreadsheet, "a bundle of files"},
		{map[string]string{typePart: "application/vnd.oasis.opendocument.text", contentPart: ""}, ErrNoSpreadsheet, "a letter"},
		{map[string]string{typePart: sheetType, contentPart: "x", manifestPart: "<manifest:encryption-data/>"}, errEncrypted, "a password"},
		{map[string]string{typePart: sheetType, contentPart: strings.Repeat("<table name='a'></table>", mostSheets+1)}, errSheets, "sheets without end"},
	}
	for _, test := range tests {
		if _, err := Open(packedParts(t, test.parts), unlimited); !errors.Is(err, test.err) {
			t.Errorf("%v: %s", err, test.reason)
		}
	}
	for reason, rows := range map[string]string{
		"a row a million times": `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="1000"><text:p>a</text:p></table:table-cell></table:table-row>`,
		"a cell without end":    `<table:table-row><table:table-cell table:number-columns-repeated="1000000"><text:p>a</text:p></table:table-cell></table:table-row>`,
		"a long text":           `<table:table-row><table:table-cell><text:p>` + strings.Repeat(`<text:s text:c="16384"/>`, 100) + `</text:p></table:table-cell></table:table-row>`,
	} {
		b, err := Open(packed(t, `<table:table table:name="S">`+rows+`</table:table>`), unlimited)
		if err != nil {
			t.Fatal(err)
		}
		if got, err := rowsOf(b.Sheets[0]); err == nil {
			t.Errorf("%s: %d rows", reason, len(got))
		}
	}
}

// FuzzRows reads anything as the sheets of a spreadsheet: no crash, rows in order,
// bounded width.
func FuzzRows(f *testing.F) {
	f.Add(`<table:table table:name="S"><table:table-row table:number-rows-repeated="3"><table:table-cell office:value-type="float" office:value="2" table:number-rows-spanned="2"/></table:table-row></table:table>`)
	f.Add(`<table:table><table:table-row-group><table:table-row><table:covered-table-cell/><table:table-cell><text:p>a<text:s/></text:p></table:table-cell></table:table-row></table:table-row-group></table:table>`)
	f.Fuzz(func(t *testing.T, sheets string) {
		b, err := Open(packed(t, sheets), unlimited)
		if err != nil {
			return
		}
		for _, s := range b.Sheets {
			r, err := s.Rows()
			if err != nil {
				return
			}
			for last, n := 0, 0; n < 1000; n++ { // a repeated row is the same a million times
				row, values, err := r.Next()
				if err != nil {
					break
				}
				if row <= last || row > mostRows || len(values) > mostColumns {
					t.Fatalf("row %d behind %d with %d cells", row, last, len(values))
				}
				last = row
			}
			r.Close()
		}
	})
}
