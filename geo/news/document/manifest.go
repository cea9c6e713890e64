package document

import (
	"cmp"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// manifestName is the file that says more of the stories in its folder: a CSV
// table with the columns file, published, title, source, home, url, of which only
// the first is needed. The third story of a file is FILE#3.
const manifestName = "manifest.csv"

// manifest is sorted by file.
type manifest []manifestRow

type manifestRow struct {
	file, title, source, home, url string
	published                      when.Interval
}

// describe sets what the manifest says of a document, whatever the document
// says itself.
func (r manifestRow) describe(d *Document) {
	d.Title = cmp.Or(r.title, d.Title)
	d.Source = cmp.Or(r.source, d.Source)
	d.Home = cmp.Or(r.home, d.Home)
	d.URL = cmp.Or(r.url, d.URL)
	if !r.published.IsZero() {
		d.Published = r.published
	}
}

// complete sets what the manifest says of a file of several documents where one
// of them says nothing itself. A title or link of the file is not theirs.
func (r manifestRow) complete(d *Document) {
	d.Source = cmp.Or(d.Source, r.source)
	d.Home = cmp.Or(d.Home, r.home)
	if d.Published.IsZero() {
		d.Published = r.published
	}
}

// readManifest reads a manifest. A folder without one has an empty one. Its
// problems are not refusals: the stories are read all the same.
func readManifest(path string) (manifest, []*geo.Problem) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, []*geo.Problem{{File: path, Err: err}}
	}
	defer f.Close()
	m, problems := parseManifest(f)
	for _, p := range problems {
		p.File = path
	}
	return m, problems
}

func parseManifest(r io.Reader) (m manifest, problems []*geo.Problem) {
	rows := csv.NewReader(r)
	rows.FieldsPerRecord = -1
	rows.TrimLeadingSpace = true
	header, err := rows.Read()
	if err != nil {
		return nil, []*geo.Problem{{Row: 1, Err: fmt.Errorf("not a CSV table: %w", err)}}
	}
	columns := manifestColumns(header)
	if _, ok := columns["file"]; !ok {
		return nil, []*geo.Problem{{Row: 1, Err: errors.New(`no column "file"`)}}
	}
	for {
		fields, err := rows.Read()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			problems = append(problems, &geo.Problem{Err: err})
			break
		}
		line, _ := rows.FieldPos(0)
		row, problem := columns.row(fields)
		if problem != nil {
			problem.Row, problem.Column = line, "published"
			problems = append(problems, problem)
		}
		m = append(m, row)
	}
	slices.SortStableFunc(m, func(a, b manifestRow) int { return strings.Compare(a.file, b.file) })
	return m, problems
}

// columns tells the index of a column by its name.
type columns map[string]int

func manifestColumns(header []string) columns {
	c := columns{}
	for i, name := range header {
		name = strings.ToLower(strings.TrimSpace(strings.TrimPrefix(name, "\ufeff")))
		if _, twice := c[name]; !twice {
			c[name] = i
		}
	}
	return c
}

func (c columns) row(fields []string) (manifestRow, *geo.Problem) {
	get := func(name string) string {
		if i, ok := c[name]; ok && i < len(fields) {
			return strings.TrimSpace(fields[i])
		}
		return ""
	}
	r := manifestRow{file: get("file"), title: get("title"), source: get("source"), home: get("home"), url: get("url")}
	var problem *geo.Problem
	r.published, problem = published(get("published"))
	return r, problem
}
