package input

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

// writeFiles writes files into a new folder and returns it.
func writeFiles(t *testing.T, files map[string]string) string {
	t.Helper()
	folder := t.TempDir()
	for name, text := range files {
		path := filepath.Join(folder, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func gzipped(text string) string {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(text))
	z.Close()
	return b.String()
}

// TestFindKinds is about what a file of each kind is taken for when it is found in
// a folder: "" if it is none of ours.
func TestFindKinds(t *testing.T) {
	const (
		story = "BASRA, Iraq. Gunmen killed two people near Basra on Monday.\n"
		rows  = "date\tplace\tcountry\n2016-10-17\tBasra\tIraq\n2016-10-18\tMosul\tIraq\n"
		page  = "<!DOCTYPE html><html><body><p>Gunmen killed two people near Basra.</p></body></html>"
	)
	for _, tt := range []struct{ name, text, want, reason string }{
		{"a.txt", story, "stories", "plain text"},
		{"a.txt.gz", gzipped(story), "stories", "plain text, packed"},
		{"rows.txt", rows, "records", "a spreadsheet's text separated by tabs"},
		{"rows.txt.gz", gzipped(rows), "records", "the same, packed"},
		{"a.md", story, "stories", "Markdown"},
		{"a.csv", "date,place\n2016-10-17,Basra\n", "records", "a table"},
		{"page.csv", page, "stories", "a page, whatever it is called"},
		{"a.html", page, "stories", "a page"},
		{"documents.ndjson", `{"text":"Gunmen killed two people."}` + "\n", "stories", "lines with a text"},
		{"documents.jsonl.gz", gzipped("\n" + `{"text":"Gunmen killed two people."}` + "\n"), "stories", "the same, packed, after an empty line"},
		{"records.ndjson", `{"text":"Gunmen","lat":1,"lon":2}` + "\n", "records", "lines with a place of their own"},
		{"feed.xml", `<?xml version="1.0"?><rss><channel><item><title>x</title></item></channel></rss>`, "stories", "a feed by how it begins"},
		{"other.xml", `<?xml version="1.0"?><other/>`, "", "XML that is no feed"},
		{"a.jpg", "\xff\xd8\xff", "", "nothing we read by its name"},
		{"a.docx", "PK\x03\x04", "stories", "a Word document; who reads it will refuse it"},
		{"a.odt", "PK\x03\x04", "stories", "LibreOffice's"},
		{"a.rtf", `{\rtf1 Gao}`, "stories", "Rich Text"},
		{"a.doc", `{\rtf1 Gao}`, "stories", "the same, as it is often called"},
		{"a.eml", "Subject: x\n\nGao", "stories", "a message"},
		{"a.mbox", "From a Tue May 03 10:00:00 2016\nSubject: x\n\nGao", "stories", "a mailbox"},
		{"broken.csv.gz", "not packed", "records", "who reads it will refuse it"},
		{"empty.txt", "", "stories", "who reads it will refuse it"},
		{"manifest.csv", "file,title\na.txt,x\n", "", "it tells of the stories beside it"},
		{".hidden.csv", "date,place\n", "", "hidden files are none of ours"},
	} {
		folder := writeFiles(t, map[string]string{"dir/" + tt.name: tt.text, "dir/other.csv": "date,place\n2020-01-01,Mosul\n"})
		inputs, problems := Find([]string{filepath.Join(folder, "dir")})
		got := ""
		for _, in := range inputs {
			if filepath.Base(in.Path) == tt.name {
				got = in.Kind()
			}
		}
		if got != tt.want || len(problems) > 0 {
			t.Errorf("%s is taken for %q, want %q: %s; %v", tt.name, got, tt.want, tt.reason, problems)
		}
	}
}

// TestFindTwins is about which files are read once because they are named twice, or
// hold the same.
func TestFindTwins(t *testing.T) {
	long := strings.Repeat("x", 10_000)
	folder := writeFiles(t, map[string]string{
		"a/1.txt": "one", "a/2.txt": "two", "a/3.txt": "one", "a/4.txt": "one",
		"b/1.txt": "one",
		"c/1.txt": long + "1", "c/2.txt": long + "2", "c/3.txt": long + "1",
		"d/1.txt": "", "d/2.txt": "",
	})
	if err := os.Symlink(filepath.Join(folder, "a"), filepath.Join(folder, "link")); err != nil {
		t.Log(err) // a system without links
	}
	t.Chdir(folder)
	for _, tt := range []struct{ args, want, twins, reason string }{
		{"a", "a/1.txt a/2.txt", "a/1.txt a/1.txt", "the third and the fourth hold what the first does"},
		{"a b", "a/1.txt a/2.txt", "a/1.txt a/1.txt a/1.txt", "so does one of another folder"},
		{"c", "c/1.txt c/2.txt", "c/1.txt", "of long files all is compared"},
		{"d", "d/1.txt d/2.txt", "", "two empty files are refused as two"},
		{"a/2.txt a/2.txt", "a/2.txt", "a/2.txt", "one file named twice"},
		{"d d/2.txt", "d/1.txt d/2.txt", "d/2.txt", "a file of a folder, and named"},
		{"d/2.txt d", "d/2.txt d/1.txt", "d/2.txt", "the other way round"},
		{"d ./d/../d/1.txt", "d/1.txt d/2.txt", "./d/../d/1.txt", "by another way"},
		{"a/2.txt link/2.txt", "a/2.txt", "link/2.txt", "by a link to its folder"},
	} {
		if _, err := os.Lstat("link"); err != nil && strings.Contains(tt.args, "link") {
			continue
		}
		inputs, problems := Find(strings.Fields(tt.args))
		var paths, twins []string
		for _, in := range inputs {
			paths = append(paths, filepath.ToSlash(in.Path))
		}
		for _, err := range problems {
			twins = append(twins, filepath.ToSlash(twinOf(err)))
		}
		if got := strings.Join(paths, " "); got != tt.want {
			t.Errorf("%s: reads %s, want %s: %s", tt.args, got, tt.want, tt.reason)
		}
		if got := strings.Join(twins, " "); got != tt.twins {
			t.Errorf("%s: twins of %q, want %q: %s", tt.args, got, tt.twins, tt.reason)
		}
	}
}

// twinOf returns the path that a problem says an input was read under already, or
// its own if it is the same file.
func twinOf(err error) string {
	var p *geo.Problem
	if errors.As(err, &p) && p.Err == error(ErrTwice{}) {
		return p.File
	}
	_, after, _ := strings.Cut(err.Error(), "also as ")
	path, _, _ := strings.Cut(after, "; read once")
	return path
}

// TestFindTakesLittle counts the memory that finding a short file takes, held or
// not: with a buffer for each look into it, it was 49 KB, the half of a run's.
func TestFindTakesLittle(t *testing.T) {
	const files, most = 500, 6 << 10
	all := make(map[string]string, files)
	for i := range files {
		all[fmt.Sprintf("%03d.txt", i)] = fmt.Sprintf("Incident %03d near Basra.", i)
	}
	folder := writeFiles(t, all)
	least := uint64(math.MaxUint64)
	for range 3 { // a collection of garbage in between empties the pools of buffers
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		inputs, problems := Find([]string{folder})
		runtime.ReadMemStats(&after)
		if len(inputs) != files || len(problems) > 0 {
			t.Fatalf("%d inputs and %v, want %d and none", len(inputs), problems, files)
		}
		least = min(least, (after.TotalAlloc-before.TotalAlloc)/files)
	}
	if least > most {
		t.Errorf("%d bytes for each of %d files, want at most %d", least, files, most)
	}
}

// TestPassedOver holds that a folder's files which may well hold stories or tables are told
// of if they are not read, and no others.
func TestPassedOver(t *testing.T) {
	folder := writeFiles(t, map[string]string{"a.csv": "date,place\n2020-01-01,Mosul\n", "a.pdf": "%PDF", "b.XLS": "", "c.doc": "\xd0\xcf\x11\xe0", "d.msg": "", "e.jpg": "", "f.exe": ""})
	inputs, problems := Find([]string{folder})
	if len(inputs) != 1 || len(problems) != 4 {
		t.Fatalf("%d inputs, %v", len(inputs), problems)
	}
	for _, err := range problems {
		var p *geo.Problem
		if !errors.As(err, &p) || p.Refused || !strings.Contains(err.Error(), "not read; ") {
			t.Errorf("%v", err)
		}
	}
}
