package fgb

import (
	"bytes"
	"io"
	"math"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/output"
	written "github.com/dateline-map/dateline/output/fgb"
	"github.com/dateline-map/dateline/output/outputtest"
)

func ours(t testing.TB, index bool) ([]byte, []geo.Event) {
	t.Helper()
	events := geotest.Events()
	data := outputtest.Layer(t, func(w io.Writer, c *output.Columns) output.Writer {
		return written.NewWriter(w, c, written.Options{Title: "Events", Index: index})
	}, events)
	return data, events
}

// TestOursIsReadBack reads the awkward events from files that this program wrote: each is
// at its place again.
func TestOursIsReadBack(t *testing.T) {
	for _, index := range []bool{false, true} {
		data, events := ours(t, index)
		path := filepath.Join(t.TempDir(), "events.fgb")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		got, problems := geotest.Drain(record.Open(path, record.Options{Stores: []record.Store{Store()}}))
		places := func(all []geo.Event) map[[2]int]int { // in thousandths of a degree, to which layers are rounded
			n := map[[2]int]int{}
			for i := range all {
				p := all[i].Place.Match.Point
				at := [2]int{int(math.Round(p[0] * 1000)), int(math.Round(p[1] * 1000))}
				if all[i].Place.Located() && at != [2]int{} {
					n[at]++
				}
			}
			return n
		}
		if d := cmp.Diff(places(events), places(got)); d != "" {
			t.Errorf("index %v: problems %q\n%s", index, problems, d)
		}
	}
}

// FuzzFile reads anything as a file: no crash, and no more features than there are bytes.
func FuzzFile(f *testing.F) {
	for _, index := range []bool{false, true} {
		data, _ := ours(f, index)
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := readLayer(bytes.NewReader(data))
		if err != nil {
			return
		}
		if l.begin > int64(len(data)) {
			return
		}
		path := filepath.Join(t.TempDir(), "a.fgb")
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		s, err := open(path)
		if err != nil {
			return
		}
		defer s.Close()
		r, err := s.Tables[0].Rows()
		if err != nil {
			return
		}
		for n := 0; r.Next(record.NewStoredRow(len(r.Columns()))) == nil; n++ {
			if n > len(data) {
				t.Fatal("more features than bytes")
			}
		}
	})
}
