package document

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// packedFolder is what people pack, in order.
var packedFolder = [][2]string{
	{"__MACOSX/._ferry.txt", "x"},
	{"lake/manifest.csv", "file,published\nferry.txt,2021-05-04\n"},
	{"lake/ferry.txt", "MWANZA, Tanzania -- A ferry sank off the port on Monday, and four people drowned.\n"},
	{"lake/deaths.csv", "date,place\n2021-05-04,Mwanza\n"},
	{"./sea/note.md", "# A ship burns off Tanga\n\nPublished on May 5, 2021\n\nA ship burned off Tanga, and its crew of nine swam ashore.\n"},
}

func zipped(t testing.TB) []byte {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, f := range packedFolder {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(f[1])) // a buffer takes all
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func tarred(t testing.TB) []byte {
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	w := tar.NewWriter(g)
	for _, f := range packedFolder {
		if err := w.WriteHeader(&tar.Header{Name: f[0], Mode: 0o600, Size: int64(len(f[1]))}); err != nil {
			t.Fatal(err)
		}
		_, _ = w.Write([]byte(f[1]))
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := g.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// TestPackedFolders reads the documents of a folder that was packed, each with what the manifest
// beside it says.
func TestPackedFolders(t *testing.T) {
	for name, data := range map[string][]byte{"a.zip": zipped(t), "a.tar.gz": tarred(t), "b.TGZ": tarred(t)} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		if !IsArchive(path) || !PacksDocuments(path) {
			t.Errorf("%s is no archive of documents", name)
		}
		var got []string
		for d, err := range (&Library{}).Open(path) {
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			got = append(got, d.ID+" "+d.Published.String())
		}
		if d := cmp.Diff([]string{"ferry.txt 2021-05-04", "note.md 2021-05-05"}, got); d != "" {
			t.Errorf("%s: %s", name, d)
		}
	}
}

func TestDamagedPacked(t *testing.T) {
	whole := zipped(t)
	tests := []struct {
		name   string
		data   []byte
		told   string
		reason string
	}{
		{"a.zip", whole[:len(whole)/2], "damaged or cut off", "half a zip file"},
		{"a.tar", []byte(strings.Repeat("x", 2000)), "damaged or cut off", "no tar archive"},
		{"a.tgz", []byte("\x1f\x8bxxxxxxxxxxxxxx"), "not gzip", "packed by nothing known"},
		{"a.zip", []byte("PK\x05\x06" + strings.Repeat("\x00", 18)), "damaged or cut off", "an empty zip file begins otherwise"},
	}
	for _, test := range tests {
		path := filepath.Join(t.TempDir(), test.name)
		if err := os.WriteFile(path, test.data, 0o600); err != nil {
			t.Fatal(err)
		}
		told := ""
		for _, err := range (&Library{}).Open(path) {
			if err != nil {
				told += err.Error()
			}
		}
		if !strings.Contains(told, test.told) {
			t.Errorf("%s: told %q", test.reason, told)
		}
	}
}

// FuzzUnpack reads anything as an archive: no crash.
func FuzzUnpack(f *testing.F) {
	f.Add(zipped(f))
	f.Add(tarred(f))
	f.Fuzz(func(t *testing.T, data []byte) {
		path := filepath.Join(t.TempDir(), "a.zip")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		for range (&Library{MaxBytes: 1 << 16}).Open(path) {
		}
	})
}
