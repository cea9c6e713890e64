package cli

import (
	"archive/zip"
	"bytes"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/geocode"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/mapping"
	"github.com/dateline-map/dateline/geo/record/xlsx"
	"github.com/rogpeppe/go-internal/txtar"
)

// TestGeocodeKeeps geocodes all the messy tables that package record is tested
// with: every cell of every row is there again as it was, in its order; the names
// of the added columns are those of no other; and a table that is geocoded twice
// is as if it had been once.
func TestGeocodeKeeps(t *testing.T) {
	folder := t.TempDir()
	for name, table := range messyTables(t) {
		t.Run(name, func(t *testing.T) {
			in := filepath.Join(folder, filepath.Base(name))
			if err := os.WriteFile(in, table, 0o600); err != nil {
				t.Fatal(err)
			}
			if isBook(in) {
				keepsBook(t, in)
			} else {
				keepsTable(t, in)
			}
		})
	}
}

// keepsTable compares a table with what geocode makes of it.
func keepsTable(t *testing.T, in string) {
	rows, events, refused := saidRows(in)
	out, again := in+".out.csv", in+".again.csv"
	exit, said := command("geocode", in, "-o", out)
	if events == 0 {
		if exit != 1 {
			t.Errorf("no row is a record, and the exit code is %d", exit)
		}
		return
	}
	if exit != 0 && exit != 3 || exit == 3 && refused == 0 {
		t.Fatalf("exit %d: %s", exit, cut(said))
	}
	got := readCSV(t, out)
	header := got[0]
	lower := make(map[string]bool)
	for _, name := range header {
		if lower[strings.ToLower(name)] && slices.Contains(header[len(header)-len(geocode.Columns):], name) {
			t.Errorf("two columns are called %q", name)
		}
		lower[strings.ToLower(name)] = true
	}
	if len(got)-1 != len(rows) {
		t.Fatalf("%d rows are written, %d were read", len(got)-1, len(rows))
	}
	own := len(header) - len(geocode.Columns)
	for i, row := range rows {
		sameCells(t, i+1, header[:own], row, slices.Delete(got[i+1], own, own+len(geocode.Columns)))
	}
	if exit, said := command("geocode", out, "-o", again); exit != 0 && exit != 3 {
		t.Fatalf("again: exit %d: %s", exit, cut(said))
	}
	first, second := readCSV(t, out), readCSV(t, again)
	if slices.ContainsFunc(first, isOutline) || slices.Contains(header, "geometry.x") {
		return // a table has nothing of an outline, and metres are no degrees
	}
	for i, row := range second {
		if !slices.Equal(row, first[i]) {
			t.Errorf("geocoded again it is %q, not %q", row, first[i])
		}
	}
}

// isOutline reports whether a row was where an outline is: at a point that was given,
// with a radius that no coordinates have.
func isOutline(row []string) bool {
	found := row[len(row)-len(geocode.Columns):]
	radius, match, reason := found[6], found[7], found[12]
	return match == "given" && radius != "" && reason == ""
}

// sameCells compares the cells of a row: those of the columns that it names, and
// behind them those that have no column.
func sameCells(t *testing.T, n int, header []string, want []geo.Property, got []string) {
	t.Helper()
	beyond := len(header)
	seen := make([]bool, len(header))
	for i, p := range want {
		at := slices.Index(header, p.Name)
		if i < len(header) && header[i] == p.Name {
			at = i
		}
		if at < 0 || seen[at] {
			at = beyond
			beyond++
		} else {
			seen[at] = true
		}
		value := p.Value
		if p.JSON && value == "null" {
			value = ""
		}
		if at >= len(got) || got[at] != value {
			t.Errorf("row %d, column %q: %q is lost; there is %q", n, p.Name, value, got)
		}
	}
}

// saidRows returns what all rows of a table say, and how many of them are events
// and how many refused.
func saidRows(path string) (rows [][]geo.Property, events, refused int) {
	o := input.TableOptions(&mapping.Mapping{})
	o.OneTable = true // which geocode copies
	for e, err := range record.Open(path, o) {
		var p *geo.Problem
		switch {
		case err == nil:
			events++
			rows = append(rows, e.Extra)
		case errors.As(err, &p) && p.Refused:
			refused++
			if p.Extra != nil {
				rows = append(rows, p.Extra)
			}
		}
	}
	return rows, events, refused
}

// keepsBook compares a workbook with what geocode makes of it.
func keepsBook(t *testing.T, in string) {
	out, again := in+".out.xlsx", in+".again.xlsx"
	exit, said := command("geocode", in, "-o", out)
	if _, events, _ := saidRows(in); events == 0 || exit == 1 {
		if _, err := os.Stat(out); err == nil || exit == 0 {
			t.Errorf("exit %d, and a workbook is written", exit)
		}
		return
	}
	if exit != 0 && exit != 3 {
		t.Fatalf("exit %d: %s", exit, cut(said))
	}
	was, is := bookCells(t, in), bookCells(t, out)
	if len(was) != len(is) {
		t.Fatalf("%d sheets, not %d", len(is), len(was))
	}
	for i := range was {
		if len(is[i]) != len(was[i]) {
			t.Fatalf("sheet %d: %d rows, not %d", i+1, len(is[i]), len(was[i]))
		}
		for j, row := range was[i] {
			if len(is[i][j]) < len(row) || !slices.Equal(is[i][j][:len(row)], row) {
				t.Errorf("sheet %d: row %q is %q", i+1, row, is[i][j])
			}
		}
	}
	if exit, said := command("geocode", out, "-o", again); exit != 0 && exit != 3 {
		t.Fatalf("again: exit %d: %s", exit, cut(said))
	}
	for i, sheet := range bookCells(t, again) {
		for j, row := range sheet {
			if !slices.Equal(row, is[i][j]) {
				t.Errorf("geocoded again, sheet %d, row %q is %q", i+1, is[i][j], row)
			}
		}
	}
}

func isBook(path string) bool {
	z, err := zip.OpenReader(path)
	if err != nil {
		return false
	}
	defer z.Close()
	book, err := xlsx.Open(&z.Reader)
	if err == nil {
		book.Close()
	}
	return err == nil
}

// bookCells returns the cells of all sheets, row by row.
func bookCells(t *testing.T, path string) (sheets [][][]string) {
	t.Helper()
	z, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	book, err := xlsx.Open(&z.Reader)
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	for _, s := range book.Sheets {
		var all [][]string
		rows, err := s.Rows()
		for err == nil {
			var values []string
			if _, values, err = rows.Next(); err == nil {
				all = append(all, slices.Clone(values))
			}
		}
		sheets = append(sheets, all)
	}
	return sheets
}

// messyTables returns the tables that package record is tested with, by their
// names.
func messyTables(t *testing.T) map[string][]byte {
	t.Helper()
	const data = "../../../geo/record/testdata/"
	all := map[string][]byte{}
	files, err := filepath.Glob(data + "*.*")
	if err != nil || len(files) == 0 {
		t.Fatal("no tables", err)
	}
	for _, file := range files {
		name := filepath.Base(file)
		if book, ok := strings.CutSuffix(name, ".txtar"); ok {
			all[book] = zipped(t, file)
		} else if !strings.HasSuffix(name, ".want") {
			all[name] = []byte(fileText(t, file))
		}
	}
	batches, err := filepath.Glob(data + "batches/*.txtar")
	if err != nil || len(batches) == 0 {
		t.Fatal("no batches", err)
	}
	for _, file := range batches {
		batch, err := txtar.ParseFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, f := range batch.Files {
			if !strings.HasSuffix(f.Name, ".want") {
				all[filepath.Base(file)+"-"+f.Name] = f.Data
			}
		}
	}
	return all
}

// zipped packs the files that a txtar file holds.
func zipped(t *testing.T, file string) []byte {
	t.Helper()
	all, err := txtar.ParseFile(file)
	if err != nil {
		t.Fatal(err)
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, f := range all.Files {
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return packed.Bytes()
}

// readCSV reads a table by RFC 4180 to the letter. The standard library's reader
// makes one byte of the two of a line's end inside a cell.
func readCSV(t *testing.T, path string) (rows [][]string) {
	t.Helper()
	var row []string
	for text := fileText(t, path); text != ""; {
		var cell string
		if rest, quoted := strings.CutPrefix(text, `"`); quoted {
			for {
				part, behind, ok := strings.Cut(rest, `"`)
				if !ok {
					t.Fatal("a quote is not closed")
				}
				cell += part
				if rest, ok = strings.CutPrefix(behind, `"`); !ok {
					text = behind
					break
				}
				cell += `"`
			}
		} else {
			end := strings.IndexAny(text, ",\n")
			cell, text = text[:end], text[end:]
		}
		row = append(row, cell)
		if text[0] == '\n' {
			rows, row = append(rows, row), nil
		}
		text = text[1:]
	}
	return rows
}

// TestGeocodeFormulas writes cells that a spreadsheet would run, in each of the
// tables that the program writes: they stay as they are, or get an apostrophe if
// that is asked for, and in a workbook they are texts.
func TestGeocodeFormulas(t *testing.T) {
	folder := t.TempDir()
	in := filepath.Join(folder, "in.csv")
	risky := []string{"=1+1", "+1+1", "-1+1", "@SUM(1)", "\tTAB", "\rCR", "=HYPERLINK(\"http://x\")"}
	text := "date,place,country,note\n"
	for _, s := range risky {
		text += `2014-06-12,Ramadi,Iraq,"` + strings.ReplaceAll(s, `"`, `""`) + "\"\n"
	}
	text += "2014-06-12,Ramadi,Iraq,-5\n"
	if err := os.WriteFile(in, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	for _, args := range [][]string{{"geocode", in}, {"map", in}, {"map", "--format", "acled", in}, {"map", "--format", "ucdp", in}, {"map", "--format", "gtd", in}} {
		plain, safe := filepath.Join(folder, "plain.csv"), filepath.Join(folder, "safe.csv")
		for _, more := range [][]string{{"-o", plain}, {"--escape-formulas", "-o", safe}} {
			if exit, said := command(slices.Insert(slices.Clone(args), 1, more...)...); exit != 0 {
				t.Fatalf("%v: exit %d: %s", args, exit, cut(said))
			}
		}
		if ran := runnable(fileText(t, safe)); len(ran) > 0 {
			t.Errorf("%v --escape-formulas: %q would be run", args, ran)
		}
		if n := len(runnable(fileText(t, plain))); args[0] == "geocode" && n != len(risky) || n == 0 && len(args) == 2 {
			t.Errorf("%v: %d of %d formulas are as they were", args, n, len(risky))
		}
	}
	book := filepath.Join(folder, "book.xlsx")
	if exit, said := command("geocode", in, "-o", book); exit != 0 {
		t.Fatalf("exit %d: %s", exit, cut(said))
	}
	if sheet := memberText(t, book, "xl/worksheets/sheet1.xml"); strings.Contains(sheet, "<f") || !strings.Contains(sheet, ">=1+1</t>") {
		t.Error("a text of the workbook is a formula, or lost")
	}
}

// runnable returns the cells of a table that a spreadsheet would run.
func runnable(table string) (cells []string) {
	for _, cell := range strings.FieldsFunc(strings.ReplaceAll(table, "\r\n", "\n"), func(r rune) bool { return r == ',' || r == '\n' }) {
		cell = strings.TrimPrefix(cell, `"`)
		if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && cell != "-5" {
			cells = append(cells, cell)
		}
	}
	return cells
}

func memberText(t *testing.T, archive, name string) string {
	t.Helper()
	z, err := zip.OpenReader(archive)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	f, err := z.Open(name)
	if err != nil {
		t.Fatal(err)
	}
	b, err := io.ReadAll(f)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}
