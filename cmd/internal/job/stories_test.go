package job

import (
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/retold"
	"github.com/dateline-map/dateline/geo/scratch"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/google/go-cmp/cmp"
)

var errTold = errors.New("told")

// tellingsOf yields n events of many documents, of which many tell of the same
// happenings and some have the name of an earlier one, and a problem now and then.
func tellingsOf(n int) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		r := rand.New(rand.NewPCG(9, 10))
		for i := range n {
			if i%100 == 7 && !yield(geo.Event{}, errTold) {
				return
			}
			e := geo.Event{ID: fmt.Sprint(i), Type: "Battles", When: when.On(when.Date(2019, 5, 1+r.IntN(30)))}
			e.Place.Match = geo.Match{Kind: geo.Exact, ID: fmt.Sprintf("gn:%d", r.IntN(40))}
			e.Killed = geo.Exactly(1 + r.IntN(30))
			e.Source.Document, e.Source.Quote = fmt.Sprintf("d%d", i/2%20), strings.Repeat("said. ", 150)
			if !yield(e, nil) {
				return
			}
		}
	}
}

// TestToldOnceIsThatOfMemory compares events that were merged through temporary
// files with those merged in memory.
func TestToldOnceIsThatOfMemory(t *testing.T) {
	const n = 4000 // four times what the memory holds
	var all []geo.Event
	problems := 0
	for e, err := range tellingsOf(n) {
		if err != nil {
			problems++
			continue
		}
		all = append(all, e)
	}
	want := retold.Merge(all, nil)
	if len(want) == n {
		t.Fatal("nothing is told again; the test proves nothing")
	}
	r := Run{Options: Options{Spool: sorted.Options{Memory: 1, Folder: t.TempDir()}}}
	var got []geo.Event
	for e, err := range r.toldOnce(t.Context(), tellingsOf(n)) {
		switch {
		case errors.Is(err, errTold):
			problems--
		case err != nil:
			t.Fatal(err)
		default:
			got = append(got, e)
		}
	}
	if problems != 0 {
		t.Errorf("%d problems of the stream are lost", problems)
	}
	if !cmp.Equal(got, want, cmp.AllowUnexported(geo.Figure{})) {
		t.Errorf("%d events instead of %d, or others", len(got), len(want))
	}
}

// TestToldOnceStopsForGood has its consumer stop while it reads and while it
// yields.
func TestToldOnceStopsForGood(t *testing.T) {
	for _, after := range []int{1, 30, 60} {
		r := Run{Options: Options{Spool: sorted.Options{Memory: 1, Folder: t.TempDir()}}}
		seen := 0
		for range r.toldOnce(t.Context(), tellingsOf(3000)) {
			if seen++; seen == after {
				break
			}
		}
	}
}

// TestSpoolFails has no room for what stories tell, and expects that the run
// ends without an output.
func TestSpoolFails(t *testing.T) {
	r := Run{Options: Options{Spool: sorted.Options{Memory: 1, Folder: filepath.Join(t.TempDir(), "missing")}}}
	var spill *scratch.Error
	for _, err := range r.toldOnce(t.Context(), tellingsOf(4000)) {
		if fatal(err) {
			r.tell(err)
		}
	}
	if err := r.accept(nil, false); !errors.As(err, &spill) {
		t.Errorf("accepted with %v, want the error of the temporary files", err)
	}
}
