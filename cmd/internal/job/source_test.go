package job

import (
	"context"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/job/jobtest"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/world"
)

// TestInputChanges has an input grow, shrink and vanish while it is read or just
// before, and expects that this is told, and that the other input is done.
func TestInputChanges(t *testing.T) {
	index, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	places := undecided(t, index)
	for _, test := range []struct {
		name    string
		change  func(path string) error
		before  bool // anything is read
		want    string
		refused int
	}{
		{name: "grows", change: func(path string) error { return appendTo(path, "9999,2016-10-17,Basra,Iraq,,,1,x\n") }, want: "and has"},
		{name: "shrinks", change: func(path string) error { return os.Truncate(path, 1000) }, want: "and has 1000 now; what it has lost was not read", refused: 1},
		{name: "vanishes", change: os.Remove, want: "removed while it was read"},
		{name: "vanishes before", change: os.Remove, before: true, want: "no such file", refused: 1},
	} {
		t.Run(test.name, func(t *testing.T) {
			paths := jobtest.Tables(t, 3000)
			r := &Run{Options: Options{Voice: voice.Voice{Err: io.Discard}, Resolver: places.Resolver}, places: places}
			r.Find(paths)
			changed := false
			change := func() {
				if err := test.change(paths[0]); !changed && err != nil {
					t.Fatal(err)
				}
				changed = true
			}
			if test.before {
				change()
			}
			told, last := 0, ""
			for e, err := range r.events(context.Background()) {
				switch {
				case err != nil:
					if says := err.Error(); strings.Contains(says, test.want) || strings.Contains(says, "removed") {
						told++
					}
				case !changed:
					change()
				default:
					last = e.Source.Document
				}
			}
			if told != 1 || last != "table1.csv" || r.refused != test.refused {
				t.Errorf("told %d times; the last event is of %s; %d refused, want %d", told, last, r.refused, test.refused)
			}
		})
	}
}

// TestEmptiedStory empties a story before it is read, and expects that it is refused
// once, although two things are to be said of it.
func TestEmptiedStory(t *testing.T) {
	index, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	folder := jobtest.StoryFolder(t, 3)
	places := undecided(t, index)
	r := &Run{Options: Options{Voice: voice.Voice{Err: io.Discard}, Resolver: places.Resolver}, places: places}
	r.Find([]string{folder})
	if err := os.Truncate(r.inputs[1].Path, 0); err != nil {
		t.Fatal(err)
	}
	var said []string
	for _, err := range r.events(context.Background()) {
		if err != nil {
			said = append(said, err.Error())
		}
	}
	if r.refused != 1 || r.documents != 2 || len(said) != 2 || !strings.Contains(said[0], "no text") || !strings.Contains(said[1], "has 0 now") {
		t.Errorf("%d refused and %d documents, want 1 and 2; said %q", r.refused, r.documents, said)
	}
}

func appendTo(path, text string) error {
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_APPEND, 0)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = f.WriteString(text)
	return err
}
