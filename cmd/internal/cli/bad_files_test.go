package cli

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// goodTable is a table of which two events can be made.
const goodTable = "date,place,country\n2016-10-17,Basra,Iraq\n2016-10-18,Mosul,Iraq\n"

// badFile is a file that somebody may well give, and what is to become of it.
type badFile struct {
	name   string
	bytes  []byte
	exit   int
	rows   string // of the summary; empty if nothing is written
	told   string // on standard error
	reason string
}

// TestBadFiles gives files that are empty, cut off, protected, far too large or
// no table to the whole command: it says in words what is wrong, loses nothing
// in silence, and takes little memory.
func TestBadFiles(t *testing.T) {
	for _, test := range badFiles(t) {
		t.Run(test.name, func(t *testing.T) {
			folder := t.TempDir()
			path, out := filepath.Join(folder, test.name), filepath.Join(folder, "out.geojson")
			if err := os.WriteFile(path, test.bytes, 0o600); err != nil {
				t.Fatal(err)
			}
			before := fromSystem()
			exit, said := command("map", path, "-o", out)
			if exit != test.exit || !strings.Contains(said, test.told) || !strings.Contains(said, test.rows) {
				t.Errorf("exit %d and %q; want %d, %q and %q: %s", exit, cut(said), test.exit, test.told, test.rows, test.reason)
			}
			if _, err := os.Stat(out); (err == nil) != (test.rows != "") {
				t.Errorf("the output: %v: %s", err, test.reason)
			}
			if grown := fromSystem() - before; grown > mostGrown {
				t.Errorf("%d MiB more memory: %s", grown>>20, test.reason)
			}
		})
	}
}

// mostGrown bounds by how much one of the files may raise the memory that the
// program holds at its height.
const mostGrown = 200 << 20

// fromSystem returns how much memory the program has ever had of the system.
func fromSystem() int64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int64(m.Sys)
}

// command runs the command and returns its exit code and what it says.
func command(args ...string) (exit int, said string) {
	var errs bytes.Buffer
	exit = Main(append([]string{"dateline"}, args...), Streams{In: strings.NewReader(""), Out: io.Discard, Err: &errs})
	return exit, errs.String()
}

func cut(s string) string { return s[:min(len(s), 600)] }

func badFiles(t *testing.T) (all []badFile) {
	for _, ending := range []string{"csv", "tsv", "json", "ndjson", "geojson", "xlsx", "zip", "csv.gz", "csv.zst", "parquet", "gpkg"} {
		all = append(all, badFile{"empty." + ending, nil, 1, "", "file is empty", "a download that failed"})
	}
	good := []byte(goodTable)
	long := longTable(5000)
	zipped, gzipped, squeezed := zipOf(t, "a.csv", long), gzipOf(t, long), zstdOf(t, long)
	database, columns := stored(t, "a.gpkg"), stored(t, "a.parquet")
	bomb := zipOf(t, "a.csv", append(good, bytes.Repeat([]byte("2016-10-17,Basra,"+strings.Repeat("Iraq", 10_000)+"\n"), 2_200)...))
	return append(all,
		badFile{"quote.csv", []byte(`"`), 1, "", "neither letters nor digits", "a CSV of one quote"},
		badFile{"blank.csv", []byte(" \n\n \n"), 1, "", "file is empty", "nothing but space"},
		badFile{"password.xlsx", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 504) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00"), 1, "", "protected by a password", "how Excel hides a workbook"},
		badFile{"bomb.zip", bomb, 3, "read", "zip bomb", "88 MB of one row, again and again; what came before is kept"},
		badFile{"nested.zip", zipOf(t, "b.zip", bomb), 3, "read", "zip bomb", "the same in a zip file"},
		badFile{"sheet.xlsx", sheetBomb(t), 1, "", "zip bomb", "a workbook with a sheet like that"},
		badFile{"deep.zip", deepZip(t, 5), 1, "", "nested too deeply", "there are zip files that hold themselves"},
		badFile{"wide.csv", wideTable(100_000), 0, "1 row", "", "100,000 columns"},
		badFile{"wide.ndjson", wideObject(100_000), 0, "1 row", "", "100,000 keys"},
		badFile{"cut.zip", zipped[:len(zipped)/2], 1, "", "zip file is damaged or cut off", "half a download"},
		badFile{"cut.csv.gz", gzipped[:len(gzipped)/2], 3, "read", "unexpected EOF", "what came through is kept, and the rest is told"},
		badFile{"cut.csv.zst", squeezed[:len(squeezed)/2], 1, "", "unexpected EOF", "one block, of which the end is gone"},
		badFile{"cut.gpkg", database[:len(database)/2], 1, "", "database cannot be read", "half a database"},
		badFile{"cut.parquet", columns[:len(columns)/2], 1, "", "damaged or cut off", "its table of contents stood at the end"},
		badFile{"text.gpkg", good, 0, "2 rows", "", "a table under another name is a table"},
		badFile{"text.parquet", []byte("PAR1 is how it begins, but it is a letter.\n"), 1, "", "damaged or cut off", "a text that begins like it"},
		badFile{"text.sqlite", []byte("SQLite format 3\x00 and nothing else"), 1, "", "database cannot be read", "a head without a body"},
		badFile{"picture.csv", []byte("\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"), 1, "", "looks like a picture", "somebody else's ending"},
		badFile{"a.tar", []byte("a.csv" + strings.Repeat("\x00", 252) + "ustar\x0000"), 1, "", "unpack it first", "an archive that is not read"},
		badFile{"a.csv.xz", []byte("\xfd7zXZ\x00\x00\x04"), 1, "", "unpack it first", "a packing that is not read"},
		badFile{"a.fgb", []byte("fgb\x03fgb\x00\x20\x00\x00\x00"), 1, "", "FlatGeobuf file is damaged", "a head without a body"},
		badFile{"a.yaml", []byte("- date: 2020-01-02\n  place: Ramadi\n"), 1, "", "write the records as JSON", "a text that would be misread"},
	)
}

func zipOf(t *testing.T, name string, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	addMember(t, z, name, content)
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func addMember(t *testing.T, z *zip.Writer, name string, content []byte) {
	t.Helper()
	w, err := z.Create(name)
	if err == nil {
		_, err = w.Write(content)
	}
	if err != nil {
		t.Fatal(err)
	}
}

func deepZip(t *testing.T, depth int) []byte {
	z := zipOf(t, "a.csv", []byte(goodTable))
	for range depth {
		z = zipOf(t, "b.zip", z)
	}
	return z
}

// sheetBomb is a workbook whose sheet unpacks to 120 MB.
func sheetBomb(t *testing.T) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	addMember(t, z, "xl/workbook.xml", []byte(`<workbook><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`))
	addMember(t, z, "xl/_rels/workbook.xml.rels", []byte(`<a><Relationship Id="r1" Type="x/worksheet" Target="s.xml"/></a>`))
	const row = `<row><c t="inlineStr"><is><t>2016-10-17</t></is></c><c t="inlineStr"><is><t>Basra</t></is></c></row>`
	sheet := `<worksheet><sheetData><row><c t="inlineStr"><is><t>date</t></is></c><c t="inlineStr"><is><t>place</t></is></c></row>` +
		strings.Repeat(row, 1_000_000) + `</sheetData></worksheet>`
	addMember(t, z, "xl/s.xml", []byte(sheet))
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func gzipOf(t *testing.T, content []byte) []byte {
	t.Helper()
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	if _, err := w.Write(content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func zstdOf(t *testing.T, content []byte) []byte {
	t.Helper()
	w, err := zstd.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	return w.EncodeAll(content, nil)
}

// longTable is a table of so many rows, which are not quite alike.
func longTable(rows int) []byte {
	var b strings.Builder
	b.WriteString("date,place,country\n")
	for i := range rows {
		fmt.Fprintf(&b, "2016-10-%02d,Basra %d,Iraq\n", i%30+1, i*i%9973)
	}
	return []byte(b.String())
}

// wideTable is a table of one row and so many columns.
func wideTable(columns int) []byte {
	var header, row strings.Builder
	header.WriteString("date,place")
	row.WriteString("2016-10-17,Basra")
	for i := 2; i < columns; i++ {
		fmt.Fprintf(&header, ",c%d", i)
		fmt.Fprintf(&row, ",%d", i)
	}
	return []byte(header.String() + "\n" + row.String() + "\n")
}

// wideObject is a row like that as a line of JSON.
func wideObject(keys int) []byte {
	var b strings.Builder
	b.WriteString(`{"date":"2016-10-17","place":"Basra"`)
	for i := 2; i < keys; i++ {
		fmt.Fprintf(&b, `,"c%d":%d`, i, i)
	}
	return []byte(b.String() + "}\n")
}

// stored returns the good table as the program writes it to a file of that
// name.
func stored(t *testing.T, name string) []byte {
	t.Helper()
	folder := t.TempDir()
	from, to := filepath.Join(folder, "a.csv"), filepath.Join(folder, name)
	if err := os.WriteFile(from, []byte(goodTable), 0o600); err != nil {
		t.Fatal(err)
	}
	if exit, said := command("map", from, "-o", to); exit != 0 {
		t.Fatalf("exit %d: %s", exit, said)
	}
	b, err := os.ReadFile(to)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
