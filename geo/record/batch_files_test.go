package record

import (
	"archive/zip"
	"bytes"
	"fmt"
	"html"
	"regexp"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/txtar"
	"golang.org/x/text/encoding/charmap"
)

// BatchStores are the stores by which batches are read that hold more than text.
// Their packages import this one.
var BatchStores []Store

// bytesOf returns the bytes of a file of a batch, which are text in review:
//
//   - a workbook is its sheets, each below a line "== NAME", a row a line, cells
//     between tabs. A number is a number, a day in braces a date cell, as is one of
//     a month ("{2014-03}"); "merge A2:A4" stands on a line of its own.
//   - what says "encoding windows-1256" in the reading beside it is in that.
func bytesOf(t *testing.T, table, want txtar.File) []byte {
	t.Helper()
	if strings.HasSuffix(table.Name, ".xlsx") {
		return workbookOf(t, string(table.Data))
	}
	for line := range strings.Lines(string(want.Data)) {
		name, ok := strings.CutPrefix(strings.TrimSpace(line), "encoding ")
		if !ok {
			continue
		}
		page := map[string]*charmap.Charmap{"windows-1251": charmap.Windows1251, "windows-1252": charmap.Windows1252, "windows-1254": charmap.Windows1254, "windows-1256": charmap.Windows1256}[name]
		b, err := page.NewEncoder().Bytes(table.Data)
		if err != nil {
			t.Fatal(err)
		}
		return b
	}
	return table.Data
}

func workbookOf(t *testing.T, text string) []byte {
	t.Helper()
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	add := func(name, content string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(content))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var sheets, links strings.Builder
	for i, sheet := range strings.Split("\n"+text, "\n== ")[1:] {
		name, rows, _ := strings.Cut(sheet, "\n")
		fmt.Fprintf(&sheets, `<sheet name="%s" sheetId="%d" r:id="r%d"/>`, html.EscapeString(name), i+1, i+1)
		fmt.Fprintf(&links, `<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet%d.xml"/>`, i+1, i+1)
		add(fmt.Sprintf("xl/worksheets/sheet%d.xml", i+1), sheetXML(rows))
	}
	add("_rels/.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`)
	add("xl/workbook.xml", `<workbook xmlns:r="x"><sheets>`+sheets.String()+`</sheets></workbook>`)
	add("xl/_rels/workbook.xml.rels", `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`+links.String()+
		`<Relationship Id="s" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>`)
	add("xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="165" formatCode="mmm\-yy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="165"/></cellXfs></styleSheet>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

func sheetXML(rows string) string {
	var data, merged strings.Builder
	n := 0
	for line := range strings.Lines(rows) {
		line = strings.TrimRight(line, "\n")
		if area, ok := strings.CutPrefix(line, "merge "); ok {
			fmt.Fprintf(&merged, `<mergeCell ref="%s"/>`, area)
			continue
		}
		n++
		fmt.Fprintf(&data, `<row r="%d">`, n)
		for i, cell := range strings.Split(line, "\t") {
			column := string(rune('A' + i%26))
			if i >= 26 {
				column = string(rune('A'+i/26-1)) + column
			}
			writeCell(&data, fmt.Sprintf("%s%d", column, n), cell)
		}
		data.WriteString("</row>\n")
	}
	return "<worksheet><sheetData>" + data.String() + "</sheetData><mergeCells>" + merged.String() + "</mergeCells></worksheet>"
}

var dayCell = regexp.MustCompile(`^\{(\d{4}-\d\d)(-\d\d)?\}$`)

func writeCell(b *strings.Builder, ref, cell string) {
	if m := dayCell.FindStringSubmatch(cell); m != nil {
		style, day := 1, m[1]+m[2]
		if m[2] == "" {
			style, day = 2, day+"-01"
		}
		at, _ := time.Parse(time.DateOnly, day) // it matches
		serial := int(at.Sub(time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)).Hours() / 24)
		fmt.Fprintf(b, `<c r="%s" s="%d"><v>%d</v></c>`, ref, style, serial)
	} else if _, err := strconv.ParseFloat(cell, 64); err == nil {
		fmt.Fprintf(b, `<c r="%s"><v>%s</v></c>`, ref, cell)
	} else if cell != "" {
		fmt.Fprintf(b, `<c r="%s" t="inlineStr"><is><t xml:space="preserve">%s</t></is></c>`, ref, html.EscapeString(strings.TrimPrefix(cell, "'")))
	}
}
