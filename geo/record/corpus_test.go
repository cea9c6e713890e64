package record

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest/golden"
)

// TestCorpus reads each messy table of testdata and compares what was understood
// and what came of its rows with the text beside it.
func TestCorpus(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".want") {
			continue
		}
		t.Run(filepath.Base(file), func(t *testing.T) {
			got := reading(file)
			golden.Check(t, file+".want", got)
		})
	}
}

// reading writes out what is read from a file, for people to judge.
func reading(file string) string {
	var b strings.Builder
	o := Options{Understood: func(t Table) { writeTable(&b, t) }}
	rows, name := Open(file, o), file
	if packed, ok := strings.CutSuffix(file, ".txtar"); ok {
		name = filepath.Base(packed)
		rows = Read(name, bytes.NewReader(archive(file)), o)
	}
	for e, err := range rows {
		var p *geo.Problem
		switch {
		case errors.As(err, &p):
			p.File = strings.TrimPrefix(p.File, name)
			word := "problem"
			if p.Refused {
				word = "REFUSED"
			}
			fmt.Fprintf(&b, "%s %v\n", word, p)
		case err != nil:
			fmt.Fprintf(&b, "ERROR %v\n", err)
		default:
			writeEvent(&b, &e)
		}
	}
	return b.String()
}

// archive packs the files that a txtar file holds, so that workbooks can be read
// in review.
func archive(file string) []byte {
	all, err := txtar.ParseFile(file)
	if err != nil {
		panic(err) // the file is found by its name in the folder
	}
	var packed bytes.Buffer
	z := zip.NewWriter(&packed)
	for _, f := range all.Files {
		w, err := z.Create(f.Name)
		if err == nil {
			_, err = w.Write(f.Data)
		}
		if err != nil {
			panic(err) // memory takes whatever is written
		}
	}
	if err := z.Close(); err != nil {
		panic(err) // as before
	}
	return packed.Bytes()
}

func writeTable(w io.Writer, t Table) {
	if t.Sheet != "" {
		fmt.Fprintf(w, "sheet %q: ", t.Sheet)
	}
	fmt.Fprintf(w, "%v, %s", t.Format, t.Encoding)
	if t.Delimiter != "" {
		fmt.Fprintf(w, ", delimiter %q", t.Delimiter)
	}
	if t.Schema != "" {
		fmt.Fprintf(w, ", %s", t.Schema)
	}
	if t.Headless {
		fmt.Fprint(w, ", no header")
	}
	fmt.Fprintln(w)
	if t.OrderWhy != "" {
		fmt.Fprintf(w, "order %v: %s\n", t.Order, t.OrderWhy)
	}
	for _, c := range t.Columns {
		if c.Role != NoRole {
			fmt.Fprintf(w, "%-15v %q: %s\n", c.Role, c.Name, c.Why)
		}
	}
	fmt.Fprintln(w)
}

// writeEvent writes one line for each group of fields that has something.
func writeEvent(w io.Writer, e *geo.Event) {
	fmt.Fprintf(w, "event %s\n", e.ID)
	field(w, "title", e.Title)
	field(w, "when", unlessZero(e.When.IsZero(), e.When.EDTF()+" "+e.When.Precision.String()))
	field(w, "what", join(e.Type, e.SubType, unlessZero(e.Status == 0, e.Status.String())))
	field(w, "who", join(e.Actor1, e.Actor2))
	field(w, "killed", count(e.Killed))
	field(w, "wounded", count(e.Wounded))
	field(w, "displaced", count(e.Displaced))
	p := &e.Place
	field(w, "where", join(p.Name, p.Kind, p.Within.Adm2, p.Within.Adm1, p.Within.Country))
	if p.Located() {
		r := ""
		if m, ok := p.RadiusM.Int(); ok {
			r = fmt.Sprintf(" within %d m", m)
		}
		field(w, "point", fmt.Sprintf("%v %v%s", p.Point, p.Precision, r))
	}
	field(w, "source", join(e.Source.Publisher, e.Source.URL))
	field(w, "quote", e.Source.Quote)
}

func field(w io.Writer, name, value string) {
	if value != "" {
		if len(value) > 100 {
			value = fmt.Sprintf("%s… (%d bytes)", value[:100], len(value))
		}
		fmt.Fprintf(w, "  %-9s %s\n", name, strings.ReplaceAll(value, "\n", "⏎"))
	}
}

func join(parts ...string) string {
	s := strings.Join(parts, " | ")
	if strings.Trim(s, "| ") == "" {
		return ""
	}
	return strings.TrimRight(s, "| ")
}

func unlessZero(zero bool, s string) string {
	if zero {
		return ""
	}
	return s
}

func count(c geo.Count) string {
	if c == (geo.Count{}) {
		return ""
	}
	var parts []string
	for _, f := range []geo.Figure{c.Best, c.Low, c.High} {
		if n, ok := f.Int(); ok {
			parts = append(parts, fmt.Sprint(n))
		} else {
			parts = append(parts, "?")
		}
	}
	return fmt.Sprintf("%s (%s to %s)", parts[0], parts[1], parts[2])
}

// TestInputOnly reads the same tables for who writes nothing of what their events were:
// all else that is told of them is the same.
func TestInputOnly(t *testing.T) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		t.Fatal(err)
	}
	described := 0
	for _, file := range files {
		var want []string
		for e, err := range Open(file, Options{}) {
			if e.Type != "" || e.Title != "" || e.Source.Quote != "" {
				described++
			}
			e.Title, e.Type, e.SubType, e.Actor1, e.Actor2 = "", "", "", "", ""
			e.Source.Publisher, e.Source.URL, e.Source.Quote = "", "", ""
			want = append(want, fmt.Sprintf("%+v %v", e, err))
		}
		i := 0
		for e, err := range Open(file, Options{InputOnly: true}) {
			if got := fmt.Sprintf("%+v %v", e, err); i >= len(want) || got != want[i] {
				t.Errorf("%s: event or problem %d is\n%s", file, i, got)
				break
			}
			i++
		}
		if i < len(want) {
			t.Errorf("%s: %d events and problems, not %d", file, i, len(want))
		}
	}
	if described == 0 {
		t.Error("no event says what it was")
	}
}
