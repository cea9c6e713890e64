package format

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output/outputtest"
)

// TestNamesAndEndings holds that a name and an ending each stand for one format, and lead
// to it however they are written.
func TestNamesAndEndings(t *testing.T) {
	seen := map[string]string{}
	for _, f := range All {
		if got, err := Named(f.Name); err != nil || got != f {
			t.Errorf("--format %s is another format, or none: %v", f.Name, err)
		}
		for _, ending := range f.endings {
			if other := seen[ending]; other != "" {
				t.Errorf("files that end in %s would be %s and %s", ending, other, f.Name)
			}
			seen[ending] = f.Name
			for _, path := range []string{"out" + ending, "a.b/OUT" + strings.ToUpper(ending), ending} {
				if Of(path) != f {
					t.Errorf("%s is not written as %s", path, f.Name)
				}
			}
			if !strings.Contains(Endings(), ending) {
				t.Errorf("%s is not among the endings that people are told: %s", ending, Endings())
			}
		}
	}
	for _, path := range []string{"out", "out.", "out.geojson.gz", "geojson", "a.csv/out"} {
		if f := Of(path); f != nil {
			t.Errorf("%s stands for %s, want none", path, f.Name)
		}
	}
}

// TestFlagsAreHeeded holds what a format says of its flags against who heeds a flag.
func TestFlagsAreHeeded(t *testing.T) {
	for _, f := range append(slices.Clone(All), Folder) {
		for _, flag := range f.Flags {
			if !slices.Contains(Heeding(flag), f.Name) {
				t.Errorf("%s heeds --%s, but is not said to", f.Name, flag)
			}
		}
	}
	if all := Heeding("nope"); all != nil {
		t.Errorf("a flag that there is not is heeded by %q", all)
	}
}

// TestEachFormatWrites writes awkward events in each format without any options, twice.
func TestEachFormatWrites(t *testing.T) {
	events := geotest.Events()
	columns := outputtest.Columns(events)
	for _, f := range All {
		var first, again bytes.Buffer
		for _, to := range []*bytes.Buffer{&first, &again} {
			w := f.Open(to, columns, Options{Folder: t.TempDir()})
			for i := range events {
				if err := w.Write(&events[i]); err != nil {
					t.Errorf("%s: %v", f.Name, err)
				}
			}
			if err := w.Close(); err != nil {
				t.Errorf("%s: %v", f.Name, err)
			}
		}
		if first.Len() == 0 || !bytes.Equal(first.Bytes(), again.Bytes()) {
			t.Errorf("%s: wrote %d bytes, and then %d, want the same and some", f.Name, first.Len(), again.Len())
		}
	}
}
