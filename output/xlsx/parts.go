package xlsx

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/output"
)

// part is a file of the package that a workbook is.
type part struct{ name, text string }

const xmlHead = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

// Namespaces and types, as ECMA-376 names them.
const (
	mainNS         = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
	relationshipNS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
	packageNS      = "http://schemas.openxmlformats.org/package/2006"
	sheetType      = "application/vnd.openxmlformats-officedocument.spreadsheetml"
)

// The styles of cells, by their place in cellXfs.
const (
	plainStyle  = "0"
	dayStyle    = "1"
	timeStyle   = "2"
	headerStyle = "3"
)

const styles = xmlHead + `<styleSheet xmlns="` + mainNS + `">` +
	`<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\-mm\-dd"/><numFmt numFmtId="165" formatCode="yyyy\-mm\-dd\ hh:mm:ss"/></numFmts>` +
	`<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
	`<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>` +
	`<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>` +
	`<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>` +
	`<cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>` +
	`<xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>` +
	`<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs>` +
	`<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`

// widths are of columns whose header says little of their width, in characters.
var widths = map[string]int{"title": 32, "date": 11, "start": 19, "end": 19, "event_type": 22, "sub_event_type": 22, "place": 18, "place_name": 18, "quote": 60}

const leastWidth = 10

// sheetHead returns how a sheet begins: its header stays in view.
func sheetHead(first bool, header []string) string {
	var b strings.Builder
	selected := ""
	if first {
		selected = ` tabSelected="1"`
	}
	b.WriteString(xmlHead + `<worksheet xmlns="` + mainNS + `"><sheetViews><sheetView` + selected + ` workbookViewId="0">` +
		`<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>`)
	for i, name := range header {
		width := widths[name]
		if width == 0 {
			width = min(max(len(name)+2, leastWidth), widths["quote"])
		}
		fmt.Fprintf(&b, `<col min="%d" max="%d" width="%d" customWidth="1"/>`, i+1, i+1, width)
	}
	b.WriteString("</cols><sheetData>")
	return b.String()
}

// sheetNames are the names of a workbook's sheets.
type sheetNames []string

// longestName is how long a sheet's name may be, in characters.
const longestName = 31

// add adds the name of a sheet. What Excel refuses in one becomes an underscore,
// and one that is taken, whatever its case, gets a number.
func (all *sheetNames) add(name string) {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || r == utf8.RuneError || r > 0xffff || strings.ContainsRune(`:\/?*[]'`, r) {
			return '_'
		}
		return r
	}, name)
	name = cmp.Or(name, "table")
	free := cutName(name, longestName)
	for n := 2; slices.ContainsFunc(*all, func(s string) bool { return strings.EqualFold(s, free) }); n++ {
		number := fmt.Sprintf(" %d", n)
		free = cutName(name, longestName-len(number)) + number
	}
	*all = append(*all, free)
}

func cutName(name string, most int) string {
	if r := []rune(name); len(r) > most {
		return string(r[:most])
	}
	return name
}

// parts returns the files beside the sheets.
func parts(o Options, sheets sheetNames) []part {
	return []part{
		{"[Content_Types].xml", contentTypes(len(sheets))},
		{"_rels/.rels", relationships(
			relation("rId1", relationshipNS+"/officeDocument", "xl/workbook.xml"),
			relation("rId2", packageNS+"/relationships/metadata/core-properties", "docProps/core.xml"))},
		{"docProps/core.xml", properties(o)},
		{"xl/workbook.xml", workbook(sheets)},
		{"xl/_rels/workbook.xml.rels", workbookRelations(len(sheets))},
		{"xl/styles.xml", styles},
	}
}

func contentTypes(sheets int) string {
	var b strings.Builder
	override := func(name, kind string) {
		b.WriteString(`<Override PartName="/` + name + `" ContentType="` + kind + `"/>`)
	}
	b.WriteString(xmlHead + `<Types xmlns="` + packageNS + `/content-types">` +
		`<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
		`<Default Extension="xml" ContentType="application/xml"/>`)
	override("xl/workbook.xml", sheetType+".sheet.main+xml")
	override("xl/styles.xml", sheetType+".styles+xml")
	override("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml")
	for n := 1; n <= sheets; n++ {
		override(fmt.Sprintf("xl/worksheets/sheet%d.xml", n), sheetType+".worksheet+xml")
	}
	return b.String() + "</Types>"
}

func relation(id, kind, target string) string {
	return `<Relationship Id="` + id + `" Type="` + kind + `" Target="` + target + `"/>`
}

func relationships(all ...string) string {
	return xmlHead + `<Relationships xmlns="` + packageNS + `/relationships">` + strings.Join(all, "") + "</Relationships>"
}

func workbookRelations(sheets int) string {
	all := []string{relation("styles", relationshipNS+"/styles", "styles.xml")}
	for n := 1; n <= sheets; n++ {
		all = append(all, relation(fmt.Sprintf("sheet%d", n), relationshipNS+"/worksheet", fmt.Sprintf("worksheets/sheet%d.xml", n)))
	}
	return relationships(all...)
}

func workbook(sheets sheetNames) string {
	var b strings.Builder
	b.WriteString(xmlHead + `<workbook xmlns="` + mainNS + `" xmlns:r="` + relationshipNS + `"><sheets>`)
	for i, name := range sheets {
		fmt.Fprintf(&b, `<sheet name="%s" sheetId="%d" r:id="sheet%d"/>`, output.AppendXML(nil, name), i+1, i+1)
	}
	return b.String() + "</sheets></workbook>"
}

func properties(o Options) string {
	b := []byte(xmlHead + `<cp:coreProperties xmlns:cp="` + packageNS + `/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>`)
	b = append(output.AppendXML(b, o.Title), "</dc:title>"...)
	if o.Attribution != "" {
		b = append(b, "<dc:description>"...)
		b = append(output.AppendXML(b, o.Attribution), "</dc:description>"...)
	}
	return string(append(b, "</cp:coreProperties>"...))
}
