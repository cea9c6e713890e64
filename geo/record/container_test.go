package record

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/klauspost/compress/zstd"
)

// member is a file to be zipped.
type member struct{ name, text string }

func zipped(t *testing.T, files ...member) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range files {
		w, err := z.Create(f.name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, f.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

const goodCSV = "date,place\n2020-01-01,Gao\n2020-01-02,Kidal\n"

func TestZip(t *testing.T) {
	nested := func(depth int) []byte {
		z := zipped(t, member{"a.csv", goodCSV})
		for range depth {
			z = zipped(t, member{"b.zip", string(z)})
		}
		return z
	}
	tests := []struct {
		name            string
		zip             []byte
		events, refused int
		told            string // part of a problem; empty for none
		reason          string
	}{
		{"one", zipped(t, member{"a.csv", goodCSV}), 2, 0, "", "the commonest"},
		{"two", zipped(t, member{"a.csv", goodCSV}, member{"dir/b.tsv", "date\tplace\n2020-01-03\tGao\n"}), 3, 0, "", "each is understood for itself"},
		{"notes", zipped(t, member{"a.csv", goodCSV}, member{"README.txt", "Read me"}), 2, 0, "README.txt: no table", "what is left out is told"},
		{"codebook", zipped(t, member{"a.csv", goodCSV}, member{"codes.csv", "code,meaning\nA1,one\nA2,two\n"}), 2, 0, "codes.csv: no column has a date", "a table beside tables of events need not be one"},
		{"mac", zipped(t, member{"a.csv", goodCSV}, member{"__MACOSX/._a.csv", "\x00\x05"}), 2, 0, "", "nobody put that there"},
		{"text", zipped(t, member{"export.txt", goodCSV}), 2, 0, "", "if nothing else is a table, a text may be"},
		{"empty", zipped(t), 0, 1, "", "no file at all"},
		{"pictures", zipped(t, member{"a.png", "\x89PNG"}), 0, 1, "a.png: no table", "nothing to be read"},
		{"nested", nested(1), 2, 0, "", "a zip file in a zip file"},
		{"deep", nested(4), 0, 1, "", "there are files that hold themselves"},
		{"document", zipped(t, member{"word/document.xml", "<a/>"}), 0, 1, "", "a Word document"},
		{"binary", zipped(t, member{"xl/workbook.bin", "x"}), 0, 1, "", "a workbook in Excel's binary format"},
		{"cut", zipped(t, member{"a.csv", goodCSV})[:60], 0, 1, "", "half a download"},
		{"broken", zipped(t, member{"xl/workbook.xml", "<workbook><sheets>"}), 0, 1, "", "a workbook without sheets"},
		{"doctype", zipped(t, member{"xl/workbook.xml", `<!DOCTYPE a [<!ENTITY b "bbb">]><workbook/>`}), 0, 1, "", "entities can blow up"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "in.zip")
			if err := os.WriteFile(path, test.zip, 0o600); err != nil {
				t.Fatal(err)
			}
			fromFile, refused, told := drain(t, Open(path, Options{}))
			if len(fromFile) != test.events || len(refused) != test.refused {
				t.Errorf("%d events, refused %v; want %d, %d: %s", len(fromFile), refused, test.events, test.refused, test.reason)
			}
			if got := fmt.Sprint(told); test.told == "" && len(told) > 0 || !strings.Contains(got, test.told) {
				t.Errorf("told %s, want %q: %s", got, test.told, test.reason)
			}
			piped, _, _ := drain(t, Read("in.zip", bytes.NewReader(test.zip), Options{}))
			if len(piped) != len(fromFile) {
				t.Errorf("%d events by a pipe, %d from the file", len(piped), len(fromFile))
			}
		})
	}
}

// TestZipStops stops at each event in turn: a source must not go on behind that,
// also from one table to the next.
func TestZipStops(t *testing.T) {
	z := zipped(t, member{"a.csv", goodCSV}, member{"b.csv", goodCSV}, member{"c.txt", "c"})
	for stop := range 5 {
		n := 0
		for range Read("in.zip", bytes.NewReader(z), Options{}) {
			if n++; n > stop {
				break
			}
		}
		if n != stop+1 {
			t.Errorf("%d yields, want %d", n, stop+1)
		}
	}
}

func TestZipBomb(t *testing.T) {
	rows := strings.Repeat("2020-01-01,Gao,000000000000000000000000000000\n", 1_600_000) // 73 MB
	z := zipped(t, member{"a.csv", "date,place,n\n" + rows})
	n, refused := 0, error(nil)
	for p := range ReadParts("bomb.zip", bytes.NewReader(z), Options{}) {
		n += p.Len()
		for _, i := range p.items {
			if i.err != nil {
				refused = i.err
			}
		}
		p.Release()
	}
	if refused == nil || !strings.Contains(refused.Error(), "zip bomb") {
		t.Errorf("%d bytes with %d rows: error %v, want one of a zip bomb", len(z), n, refused)
	}
}

func TestZstandard(t *testing.T) {
	var b bytes.Buffer
	w, err := zstd.NewWriter(&b)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := io.WriteString(w, goodCSV); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	events, refused, _ := drain(t, Read("a.csv.zst", bytes.NewReader(b.Bytes()), Options{}))
	if len(events) != 2 || len(refused) != 0 {
		t.Errorf("%d events, refused %v", len(events), refused)
	}
	_, refused, _ = drain(t, Read("a.csv.zst", bytes.NewReader(b.Bytes()[:b.Len()-6]), Options{}))
	if len(refused) != 1 {
		t.Errorf("a file that is cut off: refused %v", refused)
	}
}

// TestOldOffice reads the container of .xls files and of workbooks with a
// password, whose directory names the stream that is encrypted.
func TestOldOffice(t *testing.T) {
	magic := "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 504)
	tests := []struct{ text, want string }{
		{magic + "R\x00o\x00o\x00t\x00", "old Excel workbook"},
		{magic + "W\x00o\x00r\x00d\x00D\x00o\x00c\x00u\x00m\x00e\x00n\x00t\x00", "old Word document"},
		{magic + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "protected by a password"},
	}
	for _, test := range tests {
		_, refused, _ := drain(t, Read("a.xlsx", strings.NewReader(test.text), Options{}))
		if len(refused) != 1 || !strings.Contains(refused[0].Error(), test.want) {
			t.Errorf("refused %v, want %q", refused, test.want)
		}
	}
}

func TestSheet(t *testing.T) {
	book := archive("testdata/two-sheets.xlsx.txtar")
	tests := []struct {
		sheet           string
		events, refused int
		reason          string
	}{
		{"", 8, 0, "all that people see"},
		{"Abril", 1, 0, "the one asked for, alone"},
		{"Lists", 1, 0, "asked for, a hidden sheet is read"},
		{"Nothing", 0, 1, "there is none"},
	}
	for _, test := range tests {
		events, refused, _ := drain(t, Read("a.xlsx", bytes.NewReader(book), Options{Sheet: test.sheet}))
		if len(events) != test.events || len(refused) != test.refused {
			t.Errorf("sheet %q: %d events, refused %v; want %d, %d: %s", test.sheet, len(events), refused, test.events, test.refused, test.reason)
		}
	}
	const table = "date,place\n2014-05-01,Homs\n"
	events, _, told := drain(t, Read("a.csv", strings.NewReader(table), Options{Sheet: "Abril"}))
	if want := `a.csv: it has no sheets, of which "Abril" was asked for; all of it is read`; len(events) != 1 || len(told) == 0 || told[0].Error() != want {
		t.Errorf("a table asked for a sheet: %d events, told %v, want %q first", len(events), told, want)
	}
	var sheets []string
	for table, err := range InspectReader("a.xlsx", bytes.NewReader(book), Options{}) {
		if err == nil {
			sheets = append(sheets, table.Sheet)
		}
	}
	if got := strings.Join(sheets, ", "); got != "March, Abril" {
		t.Errorf("inspected %s", got)
	}
}
