package record

import (
	"bytes"
	"errors"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-map/dateline/geo"
)

// TestBatches reads the tables of testdata/batches, which were written in batches
// together with what a person reads in them, before the reader had seen them. It
// tells how many columns and rows are read as written down; see the README
// beside them.
func TestBatches(t *testing.T) {
	files, err := filepath.Glob("testdata/batches/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatal("no batches", err)
	}
	for _, file := range files {
		t.Run(strings.TrimSuffix(filepath.Base(file), ".txtar"), func(t *testing.T) {
			batch, err := txtar.ParseFile(file)
			if err != nil {
				t.Fatal(err)
			}
			var all score
			for i := 0; i+1 < len(batch.Files); i += 2 {
				table, want := batch.Files[i], batch.Files[i+1]
				if want.Name != table.Name+".want" {
					t.Fatalf("%s has no reading beside it", table.Name)
				}
				t.Run(table.Name, func(t *testing.T) {
					all.add(compare(t, readingOf(table.Name, bytesOf(t, table, want)), expected(string(want.Data))))
				})
			}
			t.Logf("%d tables: columns %d of %d, rows %d of %d", len(batch.Files)/2,
				all.columns, all.allColumns, all.rows, all.allRows)
		})
	}
}

// score counts what is read as expected.
type score struct{ columns, allColumns, rows, allRows int }

func (s *score) add(o score) {
	s.columns += o.columns
	s.allColumns += o.allColumns
	s.rows += o.rows
	s.allRows += o.allRows
}

// plainReading is a table as it is read, one line for what becomes of each row.
type plainReading struct {
	columns map[string]string // header to role, for those that have one
	headers []string
	order   string // of day and month, if that matters
	rows    []string
}

// expected reads what was written down beside a table:
//
//	# what the table is like
//	order month first
//	columns: date=Day of attack | place=Village,Nearest town
//	2014-06-12 | Ramadi < Anbar < Iraq | killed 7 (5 to 10) | at 33.4 43.3 near | problem Notes
func expected(text string) plainReading {
	want := plainReading{columns: map[string]string{}}
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		if columns, ok := strings.CutPrefix(line, "columns:"); ok {
			for pair := range strings.SplitSeq(columns, "|") {
				role, headers, _ := strings.Cut(strings.TrimSpace(pair), "=")
				for h := range strings.SplitSeq(headers, ",") {
					want.columns[h] = role
				}
			}
		} else if order, ok := strings.CutPrefix(line, "order "); ok {
			want.order = order
		} else if line != "" && line[0] != '#' && !strings.HasPrefix(line, "encoding ") {
			want.rows = append(want.rows, line)
		}
	}
	return want
}

// readingOf reads a table.
func readingOf(name string, data []byte) plainReading {
	got := plainReading{columns: map[string]string{}}
	o := Options{Stores: BatchStores, Understood: func(t Table) {
		for _, c := range t.Columns {
			got.headers = append(got.headers, c.Name)
			if c.Role != NoRole {
				got.columns[c.Name] = c.Role.String()
			}
		}
		if t.OrderWhy != "" {
			got.order = t.Order.String()
		}
	}}
	var problems []string
	for e, err := range Read(name, bytes.NewReader(data), o) {
		var p *geo.Problem
		switch {
		case errors.As(err, &p) && p.Refused:
			got.rows, problems = append(got.rows, "refused"), nil
		case errors.As(err, &p) && p.Row > 0:
			problems = append(problems, strings.TrimSpace("problem "+p.Column))
		case err == nil:
			got.rows, problems = append(got.rows, plainEvent(&e, problems)), nil
		}
	}
	return got
}

// plainEvent writes what an event says of when, where and how many.
func plainEvent(e *geo.Event, problems []string) string {
	parts := []string{"undated", "nowhere"}
	if !e.When.IsZero() {
		parts[0] = e.When.EDTF()
	}
	w := &e.Place.Within
	names := []string{e.Place.Name, w.Adm2, w.Adm1, w.Country}
	if names = slices.DeleteFunc(names, func(s string) bool { return s == "" }); len(names) > 0 {
		parts[1] = strings.Join(names, " < ")
	}
	for _, c := range []struct {
		what  string
		count geo.Count
	}{{"killed", e.Killed}, {"wounded", e.Wounded}, {"displaced", e.Displaced}} {
		if s := plainCount(c.count); s != "" {
			parts = append(parts, c.what+" "+s)
		}
	}
	if p := &e.Place; p.Located() {
		at := fmt.Sprintf("at %s %s", plainDegrees(p.Point.Lat()), plainDegrees(p.Point.Lon()))
		if p.Precision != geo.ExactPlace {
			at += " " + p.Precision.String()
		}
		parts = append(parts, at)
	}
	return strings.Join(append(parts, slices.Compact(problems)...), " | ")
}

// plainDegrees writes degrees to ten metres.
func plainDegrees(f float64) string {
	return strconv.FormatFloat(math.Round(f*1e4)/1e4, 'f', -1, 64)
}

func plainCount(c geo.Count) string {
	s := count(c)
	best, _, _ := strings.Cut(s, " ")
	if s == fmt.Sprintf("%s (%s to %s)", best, best, best) {
		return best
	}
	return s
}

// compare tells what is read otherwise than expected.
func compare(t *testing.T, got, want plainReading) (s score) {
	t.Helper()
	for _, h := range got.headers {
		s.allColumns++
		if got.columns[h] == want.columns[h] {
			s.columns++
		} else {
			t.Errorf("column %q is %q, want %q", h, got.columns[h], want.columns[h])
		}
	}
	for h, role := range want.columns {
		if !slices.Contains(got.headers, h) {
			s.allColumns++
			t.Errorf("no column %q, which is %q; there are %q", h, role, got.headers)
		}
	}
	if want.order != "" && want.order != got.order {
		t.Errorf("order %q, want %q", got.order, want.order)
	}
	for i := range max(len(got.rows), len(want.rows)) {
		s.allRows++
		g, w := "nothing", "nothing"
		if i < len(got.rows) {
			g = got.rows[i]
		}
		if i < len(want.rows) {
			w = want.rows[i]
		}
		if g == w {
			s.rows++
		} else {
			t.Errorf("row %d\n got %s\nwant %s", i+1, g, w)
		}
	}
	return s
}
