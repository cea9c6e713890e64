package importer_test

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
)

// codesOf returns the places of an index that have P-codes.
func codesOf(x gazetteer.Places) map[string]gazetteer.Place {
	all := map[string]gazetteer.Place{}
	for ref, code := range x.PCodes() {
		all[code] = x.Place(ref)
	}
	return all
}

// A global list of P-codes has no coordinates. Its units are those of other lists
// by their names; of one that no list has, only the name is known, and what it lies
// in.
func TestPCodesWithoutPoints(t *testing.T) {
	x, done, err := importText(t, "XA.txt", lists["XA.txt"], "global.csv", strings.Join([]string{
		"Location,Admin Level,P-Code,Name,Parent P-Code,Valid from date",
		"#country+code,#geo+admin_level,#adm+code,#adm+name,#adm+code+parent,#date+start",
		"XA,0,XA,Arrand,,2020-01-01",
		"XA,1,XA01,Nordland,XA,2020-01-01",
		"XA,2,XA0101,Upper Vail,XA01,2020-01-01",
		"XA,2,XA0102,Far Vale,XA01,2020-01-01",
		"XA,1,XA02,Norland,XA,2020-01-01",
	}, "\n"))
	if err != nil {
		t.Fatal(err)
	}
	if done.Problems > 0 || x.Info().PCodes != 2 {
		t.Errorf("%d problems and %d levels, want none and 2", done.Problems, x.Info().PCodes)
	}
	units := codesOf(x)
	for _, test := range []struct{ code, id, adm1, reason string }{
		{"XA02", "gn:2", "Norland", "the dump's own, by its name"},
		{"XA01", "own:XA01", "Nordland", "no name of the dump's"},
		{"XA0102", "own:XA0102", "Nordland", "a district that no other list has, in its province"},
	} {
		p := units[test.code]
		if p.ID != test.id || x.Place(p.Adm1).Name != test.adm1 {
			t.Errorf("%s is %s in %q, want %s in %q: %s", test.code, p.ID, x.Place(p.Adm1).Name, test.id, test.adm1, test.reason)
		}
	}
	if p := units["XA0102"]; p.Located {
		t.Errorf("Far Vale has the point %v, and nobody has told where it is", p.Point)
	}
}

// A district's chief sub-district has its name. They are two units.
func TestPCodesTellNamesakesApart(t *testing.T) {
	third := "ADM3_EN,ADM3_PCODE,ADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE,lat,lon\nTarn,XA010101,Tarn,XA0101,Norland,XA01,10,20\nTarn East,XA010102,Tarn,XA0101,Norland,XA01,10,20.2\n"
	second := "ADM2_EN,ADM2_PCODE,ADM1_EN,ADM1_PCODE,lat,lon\nTarn,XA0101,Norland,XA01,10,20.1\n"
	for _, files := range [][]string{{"3.csv", third, "2.csv", second}, {"2.csv", second, "3.csv", third}, {"3.csv", third}} {
		x, _, err := importText(t, files...)
		if err != nil {
			t.Fatal(err)
		}
		units := codesOf(x)
		if len(units) != 4 || x.Info().PCodes != 3 {
			t.Errorf("%d units of %d levels, want 4 of 3", len(units), x.Info().PCodes)
		}
		p := units["XA010101"]
		if x.Place(p.Parent).ID != units["XA0101"].ID || x.Place(p.Adm1).ID != units["XA01"].ID {
			t.Errorf("the sub-district lies in %+v", x.Place(p.Parent))
		}
		// No list has a point for the province: it has that of the unit in its middle.
		if p := units["XA01"]; !p.Located || p.RadiusM < 20_000 {
			t.Errorf("Norland is %+v, want the point of a unit in it and a radius that holds all", p)
		}
	}
}

func TestWorkbookOfUnits(t *testing.T) {
	path := filepath.Join(t.TempDir(), "xa.xlsx")
	writeWorkbook(t, path, map[string][][]string{
		"about": {{"The units of Arrand"}},
		"adm2":  {{"adm2_name", "adm2_pcode", "adm1_name", "adm1_pcode", "center_lat", "center_lon"}, {"Tarn", "XA0101", "Norland", "XA01", "10", "20"}, {}, {"Quill", "XA0102", "Norland", "XA01", "ten", "20"}},
	})
	var told []string
	var b bytes.Buffer
	done, err := importer.Run(ctx, &b, []string{path}, importer.Options{Problem: func(err error) { told = append(told, err.Error()) }})
	if err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.New(b.String())
	if err != nil {
		t.Fatal(err)
	}
	if units := codesOf(x); len(units) != 2 || units["XA0101"].Point[1] != 10 {
		t.Errorf("got %v", units)
	}
	if want := path + ": adm2: line 4: "; done.Problems != 1 || !strings.HasPrefix(told[0], want) {
		t.Errorf("got %q, want one problem of the sheet's fourth row", told)
	}
}

// writeWorkbook writes a workbook with inline text.
func writeWorkbook(t *testing.T, path string, sheets map[string][][]string) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	z := zip.NewWriter(f)
	put := func(name, text string) {
		w, err := z.Create(name)
		if err == nil {
			_, err = w.Write([]byte(text))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	var list, related strings.Builder
	n := 0
	for _, name := range []string{"about", "adm2"} {
		n++
		fmt.Fprintf(&list, `<sheet name="%s" sheetId="%d" r:id="r%d"/>`, name, n, n)
		fmt.Fprintf(&related, `<Relationship Id="r%d" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/%s.xml"/>`, n, name)
		var rows strings.Builder
		for i, cells := range sheets[name] {
			if len(cells) == 0 {
				continue
			}
			fmt.Fprintf(&rows, `<row r="%d">`, i+1)
			for _, cell := range cells {
				fmt.Fprintf(&rows, `<c t="inlineStr"><is><t>%s</t></is></c>`, cell)
			}
			rows.WriteString("</row>")
		}
		put("xl/worksheets/"+name+".xml", `<worksheet><sheetData>`+rows.String()+`</sheetData></worksheet>`)
	}
	put("xl/workbook.xml", `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>`+list.String()+`</sheets></workbook>`)
	put("xl/_rels/workbook.xml.rels", `<Relationships>`+related.String()+`</Relationships>`)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
}
