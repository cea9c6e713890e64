package record

import (
	"bytes"
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// addCorpus seeds a fuzz test with the messy tables.
func addCorpus(f *testing.F) {
	files, err := filepath.Glob("testdata/*.*")
	if err != nil {
		f.Fatal(err)
	}
	for _, file := range files {
		if strings.HasSuffix(file, ".txtar") {
			f.Add(archive(file))
		}
		if text, err := os.ReadFile(file); err == nil && !strings.HasSuffix(file, ".want") {
			f.Add(text)
		}
	}
}

// FuzzRead feeds anything to the reader and checks what holds of every event.
func FuzzRead(f *testing.F) {
	addCorpus(f)
	f.Add([]byte(`{"a":[{"b":"` + "\n" + `"}]}`))
	f.Add([]byte(`{"a":[{"d":{"$date":{"$numberLong":"9"}},"s":{"type":"Polygon","coordinates":[[[1,2],[3,4],[5,1]]]},"x":[[null]],"t":"<p>a</p>"}]}`))
	f.Add([]byte("[[\"date\",\"place\"],[\"2020\",1],[]]"))
	f.Add([]byte("\x1e{\"date\":\"2020\"\n}\n\x1e{}"))
	f.Fuzz(func(t *testing.T, text []byte) {
		o := Options{MaxRecord: 10_000}
		events, refused, told := drain(t, Read("f", bytes.NewReader(text), o))
		ids := map[string]bool{}
		for i := range events {
			checkEvent(t, &events[i])
			if ids[events[i].ID] {
				t.Errorf("two events with id %q", events[i].ID)
			}
			ids[events[i].ID] = true
		}
		again, refusedAgain, toldAgain := drain(t, Read("f", bytes.NewReader(text), o))
		if len(events) != len(again) || len(refused) != len(refusedAgain) || len(told) != len(toldAgain) {
			t.Error("a second run differs")
		}
		for _, p := range append(refused, told...) {
			if !utf8.ValidString(p.Error()) {
				t.Errorf("problem %q is not UTF-8", p.Error())
			}
		}
	})
}

func checkEvent(t *testing.T, e *geo.Event) {
	t.Helper()
	if e.ID == "" {
		t.Error("event without an id")
	}
	if w := e.When; w != (when.Interval{}) && (w.IsZero() || w.First > w.Last) {
		t.Errorf("event at %+v", w)
	}
	if p := e.Place.Point; e.Place.Located() && (math.IsNaN(p[0]+p[1]) || math.Abs(p[0]) > 180 || math.Abs(p[1]) > 90) {
		t.Errorf("event at %v", p)
	}
	for _, p := range e.Extra {
		if !utf8.ValidString(p.Name + p.Value) {
			t.Errorf("property %q: %q is not UTF-8", p.Name, p.Value)
		}
		if p.JSON && !json.Valid([]byte(p.Value)) {
			t.Errorf("property %q: %q is not JSON", p.Name, p.Value)
		}
	}
}
