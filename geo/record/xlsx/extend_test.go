package xlsx

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"slices"
	"testing"
)

func TestExtend(t *testing.T) {
	tests := []struct {
		rows   string
		at     int
		want   string
		reason string
	}{
		{`<row r="1" spans="1:1"><c r="A1" s="3"><v>1</v></c></row>`, -1, `<row r="1"><c r="A1" s="3"><v>1</v></c><c r="B1" s="3"/></row>`, "the header's style goes on; what says its width would be wrong"},
		{`<row r="2"><c r="A2"><f>1+1</f><v>2</v></c></row>`, -1, `<row r="2"><c r="A2"><f>1+1</f><v>2</v></c><c r="B2"/></row>`, "formulas stay"},
		{`<row r="2"/>`, -1, `<row r="2"><c r="A2"/></row>`, "an empty row"},
		{`<row><c><v>1</v></c></row><row><c><v>2</v></c><c><v>3</v></c></row>`, -1, `<row><c><v>1</v></c><c r="C1"/></row><row><c><v>2</v></c><c><v>3</v></c><c r="C2"/></row>`, "rows and cells without their places"},
		{`<row r="2"><c r="A2"><v>1</v></c><c r="B2"><v>old</v></c><c r="D2"/></row>`, 1, `<row r="2"><c r="A2"><v>1</v></c><c r="B2"/><c r="D2"/></row>`, "in the place of others"},
		{`<row r="2"><c r="D2" t="inlineStr"><is><t>a</t></is></c></row>`, 1, `<row r="2"><c r="B2"/><c r="D2" t="inlineStr"><is><t>a</t></is></c></row>`, "in a gap"},
		{`<row r="2"><c r="A2"><f/><v>1</v></c></row>`, -1, `<row r="2"><c r="A2"><f/><v>1</v></c><c r="B2"/></row>`, "what closes itself in a cell does not end it"},
		{`<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c></x:row>`, -1, `<x:row r="2"><x:c r="A2"><x:v>1</x:v></x:c><c r="B2" xmlns="` + mainNS + `"/></x:row>`, "names with a prefix"},
		{`<!-- <row r="9"> --><row r="2"><c r="A2"><v><![CDATA[</row>]]></v></c></row>`, -1, `<!-- <row r="9"> --><row r="2"><c r="A2"><v><![CDATA[</row>]]></v></c><c r="B2"/></row>`, "what only looks like tags"},
	}
	for _, test := range tests {
		got, err := extended(packed(t, test.rows, ""), test.at)
		if want := "<worksheet><sheetData>" + test.want + "</sheetData></worksheet>"; err != nil || got["xl/s.xml"] != want {
			t.Errorf("%s\n got %s, %v\nwant %s: %s", test.rows, got["xl/s.xml"], err, want, test.reason)
		}
		if got["xl/u.xml"] == "" {
			t.Error("the styles are lost")
		}
	}
}

// extended returns the files of a copy in which each row has an empty cell more.
func extended(z *zip.Reader, at int) (map[string]string, error) {
	b, err := Open(z)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	var to bytes.Buffer
	err = b.Extend(&to, func(*Sheet) (*Addition, error) {
		return &Addition{Columns: 1, At: at, Header: 1, Append: func(dst []byte, row, column int, attributes string) ([]byte, error) {
			return fmt.Appendf(dst, `<c r="%c%d"%s/>`, 'A'+min(column, 25), row, attributes), nil
		}}, nil
	})
	if err != nil {
		return nil, err
	}
	z, err = zip.NewReader(bytes.NewReader(to.Bytes()), int64(to.Len()))
	if err != nil {
		return nil, err
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return nil, err
		}
		text, err := io.ReadAll(r)
		if err != nil {
			return nil, err
		}
		files[f.Name] = string(text)
	}
	return files, nil
}

// FuzzExtend copies any sheet that can be read with columns more: each row has
// the cells that it had.
func FuzzExtend(f *testing.F) {
	f.Add(`<row r="1" spans="1:1"><c r="A1" s="3"><v>1</v></c></row><row r="3"/>`)
	f.Add(`<dimension ref="A1"><dimension/></dimension><row><c><v>1</v></c></row>`)
	f.Add(`<!--><row>--><x:row r="2"><x:c r="B2" t="inlineStr"><x:is><x:t>a</x:t></x:is></x:c></x:row>`)
	f.Add(`<row><c t="str"><v><![CDATA[</row>]]></v></c></row></sheetData><mergeCells><mergeCell ref="A1:A3"/></mergeCells>`)
	f.Add(`<!--><row>--><x:row r="0"000000000000000000000000000000000000000000></0:row>`)
	f.Fuzz(func(t *testing.T, rows string) {
		was, err := sheetCells(packed(t, rows, ""))
		if err != nil {
			return
		}
		files, err := extended(packed(t, rows, ""), -1)
		if err != nil {
			return // such as no room
		}
		rows, ok := between(files["xl/s.xml"], "<worksheet><sheetData>", "</sheetData></worksheet>")
		if !ok {
			t.Fatalf("a part of the sheet is lost: %q", files["xl/s.xml"])
		}
		is, err := sheetCells(packed(t, rows, ""))
		if err != nil {
			t.Fatalf("the copy cannot be read: %v", err)
		}
		if len(is) != len(was) {
			t.Fatalf("%d rows, not %d", len(is), len(was))
		}
		for i, row := range was {
			if len(is[i]) != len(row)+1 && len(is[i]) < len(row) || !slices.Equal(is[i][:len(row)], row) {
				t.Errorf("row %q is %q", row, is[i])
			}
		}
	})
}

func between(s, before, behind string) (string, bool) {
	if len(s) < len(before)+len(behind) || s[:len(before)] != before || s[len(s)-len(behind):] != behind {
		return "", false
	}
	return s[len(before) : len(s)-len(behind)], true
}

// sheetCells returns the cells of the first sheet.
func sheetCells(z *zip.Reader) (all [][]string, err error) {
	b, err := Open(z)
	if err != nil {
		return nil, err
	}
	defer b.Close()
	r, err := b.Sheets[0].Rows()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	for {
		_, values, err := r.Next()
		if err == io.EOF {
			return all, nil
		}
		if err != nil {
			return nil, err
		}
		all = append(all, slices.Clone(values))
	}
}
