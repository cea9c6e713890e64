package office

import (
	"archive/zip"
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/news/document"

	"github.com/google/go-cmp/cmp"
)

// zipped returns a zip file of one member.
func zipped(t testing.TB, name, text string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	w, err := z.Create(name)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := w.Write([]byte(text)); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// inWord returns a Word document of some markup.
func inWord(t testing.TB, body string) []byte {
	return zipped(t, "word/document.xml", `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:background/><w:body>`+
		body+`<w:sectPr/></w:body></w:document>`)
}

// inOpenText returns an OpenDocument text of some markup.
func inOpenText(t testing.TB, body string) []byte {
	return zipped(t, "content.xml", `<?xml version="1.0" encoding="UTF-8"?>
<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:number="urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0"
 xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0">
<office:automatic-styles><number:date-style><number:text>never</number:text></number:date-style></office:automatic-styles>
<office:body><office:text>`+body+`</office:text></office:body></office:document-content>`)
}

// p, r and td write paragraphs, runs and rows of Word.
func p(runs string) string { return "<w:p>" + runs + "</w:p>" }
func r(text string) string { return `<w:r><w:t xml:space="preserve">` + text + `</w:t></w:r>` }

func tr(cells ...string) string {
	return "<w:tr><w:tc>" + strings.Join(cells, "</w:tc><w:tc>") + "</w:tc></w:tr>"
}

func TestTexts(t *testing.T) {
	tests := []struct {
		reason string
		format document.Format
		data   []byte
		want   string
	}{
		{"runs are one paragraph", Word{}, inWord(t, p(r("A bomb ki")+r("lled two people in Gao."))+p("")+p(r("Calm returned."))), "A bomb killed two people in Gao.\n\nCalm returned."},
		{"tabs, line ends, hyphens", Word{}, inWord(t, p(r("one")+"<w:r><w:tab/><w:t>two</w:t><w:br/><w:t>Al</w:t><w:noBreakHyphen/><w:t>Qaim</w:t></w:r>")), "one two\nAl-Qaim"},
		{"what was deleted or moved away is gone", Word{}, inWord(t, p(r("Nine ")+`<w:del><w:r><w:delText>eight </w:delText></w:r></w:del><w:ins>`+r("people ")+`</w:ins><w:moveFrom>`+r("gone")+`</w:moveFrom>`+r("died."))),
			"Nine people died."},
		{"a text box is said once", Word{}, inWord(t, p(`<mc:AlternateContent><mc:Choice>`+r("Box.")+`</mc:Choice><mc:Fallback>`+r("Box.")+`</mc:Fallback></mc:AlternateContent>`)), "Box."},
		{"fields show their result", Word{}, inWord(t, p(`<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>`+r("Gao"))), "Gao"},
		{"a row is one paragraph", Word{}, inWord(t, "<w:tbl>"+tr(p(r("3 May")), p(r("Gao")), p(""), p(r("Two died.")))+tr(p(r("4 May")))+"</w:tbl>"), "3 May | Gao | Two died.\n\n4 May"},
		{"a table that lays out a page is not", Word{}, inWord(t, "<w:tbl>"+tr(p(r("One."))+p(r("Two.")), p(r("Three.")))+"</w:tbl>"), "One.\n\nTwo.\n\nThree."},
		{"a table in a table", Word{}, inWord(t, "<w:tbl>"+tr(p(r("Gao:"))+"<w:tbl>"+tr(p(r("2")), p(r("dead")))+"</w:tbl>"+p(""))+"</w:tbl>"+p(r("End."))), "Gao:\n\n2 | dead\n\nEnd."},
		{"OpenDocument", OpenText{}, inOpenText(t, `<text:h>Report</text:h>
 <text:p>A bomb<text:s text:c="3"/>killed <text:span>two</text:span><text:note><text:note-body><text:p>never</text:p></text:note-body></text:note> in Gao.<text:line-break/>Calm.</text:p>`),
			"Report\n\nA bomb killed two in Gao.\nCalm."},
		{"lists, frames and what they are called", OpenText{}, inOpenText(t, `<text:list><text:list-item><text:p>One.</text:p></text:list-item></text:list><text:p><draw:frame><svg:title>never</svg:title></draw:frame>Two.</text:p>`), "One.\n\nTwo."},
		{"tracked changes", OpenText{}, inOpenText(t, `<text:tracked-changes><text:changed-region><text:p>never</text:p></text:changed-region></text:tracked-changes><text:p>Kept.</text:p>`), "Kept."},
		{"its tables", OpenText{}, inOpenText(t, `<table:table><table:table-row><table:table-cell><text:p>Gao</text:p></table:table-cell><table:covered-table-cell/><table:table-cell><text:p>2 dead</text:p></table:table-cell></table:table-row></table:table>`), "Gao | 2 dead"},
		{"Rich Text", RichText{}, []byte(`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Arial;}}{\*\generator never;}{\info{\title never}}\pard\b Report\b0\par A bomb killed two` + "\r\n" + ` in Gao.\line Calm.\par}`), "Report\n\nA bomb killed two in Gao.\nCalm."},
		{"its letters", RichText{}, []byte(`{\rtf1\ansi\ansicpg1252 Timb\'e9\u233 e\{\}\~\uc0\u-10179\u-8704x \ldblquote Gao\rdblquote\emdash}`), "Timbéé{} 😀x “Gao”—"},
		{"letters of another code page", RichText{}, []byte(`{\rtf1\ansi\ansicpg1251 \'ca\'e8\'e5\'e2.}`), "Киев."},
		{"its tables", RichText{}, []byte(`{\rtf1 \trowd\cellx1\cellx2\pard\intbl 3 May\cell Two died.\cell\trowd\row\pard End.\par}`), "3 May | Two died.\n\nEnd."},
		{"its pictures and what is hidden", RichText{}, []byte(`{\rtf1 {\pict\bin4 }{}}}{\v never}{\*\unknown{never}}{\field{\*\fldinst HYPERLINK}{\fldrslt Gao}}.}`), "Gao."},
		{"what ends in the middle", RichText{}, []byte(`{\rtf1 Gao{\b fell\'`), "Gaofell"},
	}
	for _, tt := range tests {
		documents, problems := tt.format.Documents(tt.data)
		if len(problems) != 0 || len(documents) != 1 || documents[0].Text != tt.want {
			t.Errorf("%s: %q, %v, want %q", tt.reason, documents, problems, tt.want)
		}
	}
}

// TestHead reads a head of named lines, each a paragraph, and several stories of one file.
func TestHead(t *testing.T) {
	story := p(r("Title: Two die in Gao")) + p(r("Date: 3 May 2016")) + p(r("Source: Sahel Wire")) + p(r("A bomb killed two people in Gao on Monday, residents of the town said."))
	documents, problems := Word{}.Documents(inWord(t, story+p(r("-----"))+story))
	if len(documents) != 2 || len(problems) != 0 {
		t.Fatalf("%d documents, %v", len(documents), problems)
	}
	if d := documents[1]; d.Title != "Two die in Gao" || d.Source != "Sahel Wire" || d.Published.First.String() != "2016-05-03" {
		t.Errorf("%+v", d)
	}
}

func TestRefused(t *testing.T) {
	whole := inWord(t, p(r("Gao")))
	tests := []struct {
		reason string
		format document.Format
		data   []byte
		want   string
	}{
		{"cut off", Word{}, whole[:len(whole)-10], "damaged or cut off"},
		{"the XML ends in the middle", Word{}, zipped(t, "word/document.xml", "<w:body><w:p>"), "damaged"},
		{"encrypted, or no Word document", Word{}, zipped(t, "EncryptedPackage", ""), "password"},
		{"a bomb of depth", OpenText{}, inOpenText(t, strings.Repeat("<p>", 3000)), "inside each other"},
	}
	for _, tt := range tests {
		documents, problems := tt.format.Documents(tt.data)
		if len(documents) != 0 || len(problems) != 1 || !problems[0].Refused || !strings.Contains(fmt.Sprint(problems[0].Err), tt.want) {
			t.Errorf("%s: %v, %v, want %q", tt.reason, documents, problems, tt.want)
		}
	}
}

// TestLimit holds that a text one byte too long is refused, and no other.
func TestLimit(t *testing.T) {
	const xml = `<x xmlns:w="wordprocessingml"><w:body><w:p><w:t>Gao</w:t></w:p></w:body></x>`
	for room, want := range map[int64]string{int64(len(xml)): "", int64(len(xml)) + 1: "Gao", 10: ""} {
		got, err := fromZip(zipped(t, "a.xml", xml), "a.xml", room, word.text)
		if got != want || (want == "") != (err != nil) {
			t.Errorf("%d bytes of %d: %q, %v", room, len(xml), got, err)
		}
	}
}

func TestHolds(t *testing.T) {
	tests := []struct {
		name, head string
		want       bool
	}{
		{"a.docx", "PK\x03\x04", true}, {"A.DOCX", "PK\x03\x04", true}, {"a.odt", "PK\x03\x04", true}, {"old.doc", `{\rtf1`, true},
		{"a.xlsx", "PK\x03\x04", false}, {"a.docx", "text", false}, {"a.txt", "rtf", false},
	}
	for _, tt := range tests {
		held := false
		for _, f := range Formats() {
			held = held || f.Holds(tt.name, []byte(tt.head))
		}
		if held != tt.want {
			t.Errorf("%s %q: %v, want %v", tt.name, tt.head, held, tt.want)
		}
	}
}

// FuzzRead holds that no file of any of the formats makes a reader panic, run away, or
// leave markup's control characters in a text.
func FuzzRead(f *testing.F) {
	f.Add([]byte(`{\rtf1\ansi\ansicpg1252 Timb\'e9\u233 e\trowd\cell{\v a}\row\par}`))
	f.Add([]byte(`{\rtf1\u55357?\u56832?\bin99999 x}}}`))
	f.Add([]byte(`<x xmlns:w="wordprocessingml"><w:body><w:tr><w:tc><w:p><w:t>Gao</w:t></w:p></w:tc></w:tr></w:body></x>`))
	f.Fuzz(func(t *testing.T, data []byte) {
		text := readRichText(data)
		for _, v := range []vocabulary{word, openText} {
			if s, err := v.text(bytes.NewReader(data)); err == nil {
				text += s
			}
		}
		if len(text) > 8*len(data)+64 {
			t.Errorf("%d bytes of text from %d", len(text), len(data))
		}
	})
}

// TestTables reads the tables of a report: those of rows without a line between them, with
// cells that are empty or of several paragraphs.
func TestTables(t *testing.T) {
	body := p(r("Week 9")) + "<w:tbl>" + tr(p(r("Date")), p(r("Place")), p(r("What"))) + tr(p(r("2 May")), p(""), p(r("A raid"))+p(r("at noon"))) + "</w:tbl>" +
		p(r("Nothing else.")) + "<w:tbl>" + tr(p(r("Total")), p(r("1"))) + "</w:tbl>"
	tables, around, err := Tables("a.docx", inWord(t, body))
	want := []document.Table{
		{Above: "Week 9", Rows: [][]string{{"Date", "Place", "What"}, {"2 May", "", "A raid\nat noon"}}},
		{Above: "Nothing else.", Rows: [][]string{{"Total", "1"}}},
	}
	if diff := cmp.Diff(want, tables); diff != "" || err != nil || around < len("Week 9Nothing else.") || around > 50 {
		t.Errorf("%d bytes around, %v: %s", around, err, diff)
	}
	odt := `<text:p>Log</text:p><table:table><table:table-row><table:table-cell><text:p>Day</text:p></table:table-cell><table:table-cell><text:p>Town</text:p></table:table-cell></table:table-row></table:table>`
	tables, _, err = Tables("a.odt", inOpenText(t, odt))
	if diff := cmp.Diff([]document.Table{{Above: "Log", Rows: [][]string{{"Day", "Town"}}}}, tables); diff != "" || err != nil {
		t.Errorf("%v: %s", err, diff)
	}
}
