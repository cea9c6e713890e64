package document

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/geo/seen"
	"github.com/dateline-map/dateline/geo/when"
)

// folder writes files into a new folder and returns it.
func folder(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for name, data := range files {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

// collect returns the documents of a stream and its problems in words, without
// the folder.
func collect(stream iter.Seq2[Document, error], dir string) (docs []Document, problems []string) {
	for d, err := range stream {
		if err != nil {
			problems = append(problems, strings.TrimPrefix(err.Error(), dir+"/"))
		} else {
			docs = append(docs, d)
		}
	}
	return docs, problems
}

func gzipped(s string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	io.WriteString(z, s)
	z.Close()
	return b.String()
}

func day(y int, m time.Month, d int) when.Interval { return when.On(when.Date(y, m, d)) }

func TestOpenFolder(t *testing.T) {
	dir := folder(t, map[string]string{
		"manifest.csv":     "file,published,source,url\nferry.txt,2021-05-04,Lake Post,https://example.org/f\nold.txt.gz,yesterday\n",
		"ferry.txt":        "Ferry sinks off Mwanza\n\nMWANZA, Tanzania (LPA) — A ferry sank.\n",
		"old.txt.gz":       gzipped("A dam broke."),
		"copy.txt":         "Ferry sinks off Mwanza\n\nMWANZA,  Tanzania (LPA) — A ferry sank.",
		"empty.txt":        " \n",
		"picture.txt":      "\x89PNG\x00\x01",
		"table.csv":        "not,ours\n",
		".hidden.txt":      "Not read.",
		"wire/a.ndjson":    `{"id":7,"text":"Guards left.","date":"2020-02-03","title":"T","source":"S","url":"U"}` + "\n\n{bad\n[1]\n" + `{"text":"No id.","date":"never"}`,
		"wire/latin1.txt":  "Caf\xe9 bomb\xe9.",
		"wire/damaged.txt": "Más fuego en Perú, dijo. \xff",
	})
	l := Library{Published: day(2022, 1, 1)}
	docs, problems := collect(l.Open(dir), dir)
	wantDocs := []Document{
		{ID: "copy.txt", Title: "Ferry sinks off Mwanza", Text: "Ferry sinks off Mwanza\n\nMWANZA,  Tanzania (LPA) — A ferry sank.", Published: day(2022, 1, 1), Dateline: "MWANZA,  Tanzania", Agency: "LPA"},
		{ID: "old.txt", Text: "A dam broke.", Published: day(2022, 1, 1)},
		{ID: "7", Title: "T", Text: "Guards left.", Published: day(2020, 2, 3), Source: "S", URL: "U"},
		{ID: "a.ndjson#5", Text: "No id.", Published: day(2022, 1, 1)},
		{ID: "damaged.txt", Text: "Más fuego en Perú, dijo. \ufffd", Published: day(2022, 1, 1)},
		{ID: "latin1.txt", Text: "Café bombé.", Published: day(2022, 1, 1)},
	}
	if diff := cmp.Diff(wantDocs, docs); diff != "" {
		t.Errorf("documents (-want +got):\n%s", diff)
	}
	wantProblems := []string{
		`manifest.csv, row 3, column "published": `,
		`empty.txt: no text`,
		`ferry.txt: the same story as copy.txt`,
		`picture.txt: binary data, not text`,
		`wire/a.ndjson, row 3: not JSON: `,
		`wire/a.ndjson, row 4: a JSON array, not an object`,
		`wire/a.ndjson, row 5, column "date": `,
		`wire/damaged.txt: some bytes are not UTF-8`,
		`wire/latin1.txt: not UTF-8; read as windows-1252`,
	}
	if len(problems) != len(wantProblems) {
		t.Fatalf("problems: %q", problems)
	}
	for i, want := range wantProblems {
		if !strings.HasPrefix(problems[i], want) {
			t.Errorf("problem %d: got %q, want %q", i, problems[i], want)
		}
	}
}

func TestManifest(t *testing.T) {
	m, problems := parseManifest(strings.NewReader("\ufeffFile, published ,title\nb.txt,2020-01-02,\"T, U\"\na.txt\n"))
	want := manifest{{file: "a.txt"}, {file: "b.txt", title: "T, U", published: day(2020, 1, 2)}}
	if diff := cmp.Diff(want, m, cmp.AllowUnexported(manifestRow{})); diff != "" || len(problems) > 0 {
		t.Errorf("%v (-want +got):\n%s", problems, diff)
	}
	for _, s := range []string{"", "name,published\nx,y\n", "file\n\"open"} {
		if _, problems := parseManifest(strings.NewReader(s)); len(problems) == 0 {
			t.Errorf("%q: no problem told", s)
		}
	}
}

func TestReadBounds(t *testing.T) {
	l := Library{MaxBytes: 100}
	long := strings.Repeat("word ", 100)
	tests := []struct{ name, data, want, reason string }{
		{"long.txt", long, "long.txt: longer than 100 bytes", "a text is not cut"},
		{"long.ndjson", `{"text":"` + long + `"}` + "\n" + `{"id":"short","text":"Fine."}`, "long.ndjson, row 1: line too long: more than 200 bytes", "the next line is read"},
		{"none.ndjson", "", "none.ndjson: empty file", "a file without a line"},
		{"bad.txt.gz", "not gzip", "bad.txt.gz: not gzip: ", "a file that is not what its name says"},
		{"cut.txt.gz", gzipped("A long story.")[:20], "cut.txt.gz: unexpected EOF", "a file that was cut off"},
		{"bin.jsonl", "\x00\x01\n\x02", "bin.jsonl: binary data, not text", "told once, not once a line"},
	}
	for _, test := range tests {
		docs, problems := collect(l.Read(strings.NewReader(test.data), test.name), "")
		if len(problems) != 1 || !strings.HasPrefix(problems[0], test.want) {
			t.Errorf("%s: got %q, want %q", test.reason, problems, test.want)
		}
		if test.name == "long.ndjson" && (len(docs) != 1 || docs[0].ID != "short") {
			t.Errorf("%s: got %v", test.reason, docs)
		}
	}
}

func TestOpenMissing(t *testing.T) {
	var l Library
	_, problems := collect(l.Open("no/such/folder"), "")
	if want := []string{"no/such/folder: no such file or directory"}; !cmp.Equal(want, problems) {
		t.Errorf("got %q", problems)
	}
}

// TestOpenStops checks that a source stops for good once its consumer has, also
// across files and after problems.
func TestOpenStops(t *testing.T) {
	dir := folder(t, map[string]string{"a.txt": "One.", "b.txt": "", "c.txt": "Two.", "d.jsonl": `{"text":"Three."}` + "\n{\n" + `{"text":"Four."}`})
	all := 0
	for range (&Library{}).Open(dir) {
		all++
	}
	for stop := 1; stop <= all; stop++ {
		n := 0
		for range (&Library{}).Open(dir) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("stopped at %d of %d, got %d", stop, all, n)
		}
	}
}

func TestProblemsAreProblems(t *testing.T) {
	var l Library
	text := `{"id":"a","text":"Guards left."}` + "\n" + `{"id":"b","text":"Guards  left."}`
	for _, err := range l.Read(strings.NewReader(text), "x.ndjson") {
		if err == nil {
			continue
		}
		var p *geo.Problem
		if !errors.As(err, &p) || !p.Refused || p.Row != 2 || !errors.Is(err, ErrDuplicate) {
			t.Errorf("got %#v", err)
		}
	}
}

func FuzzRead(f *testing.F) {
	for name, data := range map[string]string{"a.txt": "Dam breaks\n\nTUNIS (AP) - Water rose.", "b.ndjson": `{"id":1,"text":"x","date":"2020-01-01"}` + "\n{", "c.txt.gz": gzipped("x"), "d.txt": "\xff\xfea\x00", "e.jsonl": "\x1e{\"text\":\"\\u0000\"}"} {
		f.Add(name, []byte(data))
	}
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		l := Library{MaxBytes: 1 << 16}
		for d, err := range l.Read(bytes.NewReader(data), name) {
			if err == nil && (!utf8.ValidString(d.Text) || d.ID == "" && name != "" || strings.TrimSpace(d.Text) == "") {
				t.Fatalf("%q", d)
			}
			if err == nil {
				d.Sentences()
			}
		}
	})
}

func FuzzManifest(f *testing.F) {
	f.Add("file,published\na.txt,2020-01-01\n")
	f.Add("file\n\"")
	f.Fuzz(func(t *testing.T, s string) {
		m, _ := parseManifest(strings.NewReader(s))
		for i := 1; i < len(m); i++ {
			if m[i-1].file > m[i].file {
				t.Fatalf("not sorted: %v", m)
			}
		}
	})
}

// lines returns documents as lines of JSON, each with words of its own, and those
// at again once more at the end.
func lines(documents int, again ...int) string {
	var b strings.Builder
	for i := range documents {
		fmt.Fprintf(&b, "{\"id\":\"d%d\",\"text\":\"Word %d.\"}\n", i, i)
	}
	for _, i := range again {
		fmt.Fprintf(&b, "{\"id\":\"again\",\"text\":\"Word  %d.\"}\n", i)
	}
	return b.String()
}

func TestTheSameStoryLongAfter(t *testing.T) {
	const documents = 5 * mostNamed / 2
	l := Library{Known: seen.Options{Memory: 1, Folder: t.TempDir()}}
	defer l.Close()
	want := []string{"the same story as an earlier one", "the same story as d" + fmt.Sprint(2*mostNamed-1), "the same story as an earlier one"}
	read := 0
	for _, err := range l.Read(strings.NewReader(lines(documents, 0, 2*mostNamed-1, mostNamed-1)), "wire.ndjson") {
		if err == nil {
			read++
			continue
		}
		if len(want) == 0 || !errors.Is(err, ErrDuplicate) || !strings.HasSuffix(err.Error(), want[0]) {
			t.Fatalf("after %d documents: %v, not %q", read, err, want)
		}
		want = want[1:]
	}
	if read != documents || len(want) > 0 {
		t.Errorf("%d of %d documents were read, and these not told: %q", read, documents, want)
	}
}

// TestNoRoomForTheStoriesBefore ends at the first document for which there is
// none, and not with stories told twice.
func TestNoRoomForTheStoriesBefore(t *testing.T) {
	l := Library{Known: seen.Options{Memory: 1, Folder: filepath.Join(t.TempDir(), "missing")}}
	var last error
	after := 0
	for _, err := range l.Read(strings.NewReader(lines(4*mostNamed)), "wire.ndjson") {
		if last != nil {
			after++
		}
		last = err
	}
	var spill *scratch.Error
	if !errors.As(last, &spill) || after > 0 {
		t.Errorf("%v, and %d more; want the error of the temporary files as the last", last, after)
	}
}
