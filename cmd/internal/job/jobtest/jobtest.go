// Package jobtest has the inputs of jobs that several packages test.
package jobtest

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Tables writes two tables of rows with ids that repeat, quotes, broken
// dates and coordinates, names only, and columns that the other has not.
func Tables(t testing.TB, rows int) (paths []string) {
	r := rand.New(rand.NewPCG(3, 4))
	folder := t.TempDir()
	for i, header := range []string{"id,date,place,country,lat,lon,killed,note\n", "id,date,place,country,lat,lon,killed,source,remark\n"} {
		var b strings.Builder
		b.WriteString(header)
		for n := range rows {
			at := fmt.Sprintf("%.4f,%.4f", 30+r.Float64()*10, 35+r.Float64()*10)
			if n%3 == 0 {
				at = ","
			}
			date := fmt.Sprintf("20%02d-%02d-%02d", r.IntN(20), 1+r.IntN(12), 1+r.IntN(30)) // some are no days
			fmt.Fprintf(&b, "%d,%s,%s,%s,%s,%d,\"said \"\"%d\"\"\nover two lines\"", r.IntN(rows), date,
				[]string{"Basra", "Mosul", fmt.Sprintf("Nowhere %d", n%997), ""}[r.IntN(4)], []string{"Iraq", "Syria", ""}[r.IntN(3)], at, r.IntN(9), n%10)
			if i == 1 {
				b.WriteString(",remarkable")
			}
			b.WriteString("\n")
		}
		path := filepath.Join(folder, fmt.Sprintf("table%d.csv", i))
		if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// StoryFolder writes short documents as files of a folder.
func StoryFolder(t testing.TB, n int) string {
	folder := t.TempDir()
	for i := range n {
		text := fmt.Sprintf("date: 2016-04-%02d\n\nMOSUL, Iraq. A car bomb killed %d people near Mosul on Monday, police said. It was incident %d.\n", 1+i%28, 2+i%7, i)
		if err := os.WriteFile(filepath.Join(folder, fmt.Sprintf("story%03d.txt", i)), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

// Stories writes a file of short documents.
func Stories(t testing.TB) string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, `{"id":"d%d","date":"2016-03-%02d","text":"BASRA, Iraq. Gunmen killed %d people near Basra on Monday, police said. It was incident %d."}`+"\n", i, 1+i%28, 2+i%7, i)
	}
	path := filepath.Join(t.TempDir(), "stories.ndjson")
	if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
