package job

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/output/layers"
)

// TestInterrupt stops a run that waits for input which never comes, as Ctrl-C
// does, and expects that it ends at once and leaves nothing.
func TestInterrupt(t *testing.T) {
	index, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	stdin, typed := io.Pipe()
	defer typed.Close()
	r := &Run{
		Options: Options{Voice: voice.Voice{Err: io.Discard}, Stdin: stdin},
		places:  undecided(t, index),
		inputs:  []*source{{File: input.File{Path: input.Stdin, Once: true}}},
	}
	ctx, interrupt := context.WithCancel(context.Background())
	go func() {
		io.WriteString(typed, "date,place,country\n2016-10-17,Basra,Iraq\n")
		interrupt()
	}()
	folder := filepath.Join(t.TempDir(), "out")
	_, err = layers.Write(ctx, folder, r.events(ctx), layers.Options{})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want the context's", err)
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%d files are left behind, such as %s", len(left), left[0].Name())
	}
}

// TestCounts holds what went in against what came out.
func TestCounts(t *testing.T) {
	index, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	r := &Run{Options: Options{Voice: voice.Voice{Err: io.Discard}}, places: undecided(t, index)}
	r.Find([]string{"../../../testdata/stories", "../../../testdata/records", "no such file"})
	events, refused := 0, 0
	for _, err := range r.events(context.Background()) {
		if err == nil {
			events++
		} else {
			refused++
		}
	}
	if r.located+r.unresolved != events {
		t.Errorf("%d located and %d unresolved are not the %d events", r.located, r.unresolved, events)
	}
	if r.rows != 14+5+8+3+8+5 {
		t.Errorf("%d rows, want those of the six tables", r.rows)
	}
	if r.refused != 1 {
		t.Errorf("%d inputs refused, want the one that does not exist", r.refused)
	}
	if r.documents != 21 || r.eventless.Count == 0 {
		t.Errorf("%d documents, %d without an event; want 21, and the opinion among the latter", r.documents, r.eventless.Count)
	}
}

// TestBalance has a run lose an event and expects that it says so.
func TestBalance(t *testing.T) {
	r := &Run{counts: counts{rows: 3, fromStories: 2, located: 4, unresolved: 1}}
	if err := r.accept(nil, false); err != nil {
		t.Errorf("nothing is lost, and yet: %v", err)
	}
	r.located--
	if err := r.accept(nil, false); err == nil {
		t.Error("an event that is neither located nor unresolved goes unnoticed")
	}
	report := &layers.Report{Counts: layers.Counts{Events: 4}}
	if err := (&Run{counts: counts{rows: 5, located: 5}}).accept(report, false); err == nil {
		t.Error("an event that is not written goes unnoticed")
	}
}

// undecided returns a resolver that no decisions were made for.
func undecided(t testing.TB, index *gazetteer.Index) *resolve.Decided {
	t.Helper()
	d, err := resolve.New(index, resolve.Options{}).Decide(nil)
	if err != nil {
		t.Fatal(err)
	}
	return d
}
