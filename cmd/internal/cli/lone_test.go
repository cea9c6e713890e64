package cli

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/job/jobtest"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/sorted"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
)

// mapped runs `dateline map` and returns what it has written.
func mapped(t testing.TB, paths []string, flags ...string) []byte {
	out := filepath.Join(t.TempDir(), "out.geojson")
	args := slices.Concat([]string{"dateline", "map", "-q", "-o", out}, flags, paths)
	if code := Main(args, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}); code != exitOK {
		t.Fatalf("%q: exit code %d", args, code)
	}
	layer, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return layer
}

// TestLayerIsThatOfMemory compares the layer of sorted runs with one made of
// events that are sorted in memory and written one by one. The texts of the one
// are lent: whoever keeps them beyond their row, as what names places, sees others
// in their place.
func TestLayerIsThatOfMemory(t *testing.T) {
	paths := jobtest.Tables(t, 4000)
	index, err := world.Open()
	if err != nil {
		t.Fatal(err)
	}
	r := job.New(job.Options{Voice: voice.Voice{Err: io.Discard}, Index: index, Resolver: resolve.New(index, resolve.Options{})})
	if err := r.Decide(nil, ""); err != nil {
		t.Fatal(err)
	}
	r.Find(paths)
	var survey output.Survey
	var events []geo.Event
	var c sorted.Codec
	err = r.Each(t.Context(), func(e *geo.Event) {
		survey.Note(e)
		kept, err := c.Event(c.Append(nil, e)) // e is good until the next only
		if err != nil {
			t.Fatal(err)
		}
		events = append(events, kept)
	})
	if err != nil {
		t.Fatal(err)
	}
	slices.SortStableFunc(events, func(a, b geo.Event) int { return geo.Compare(&a, &b) })
	var want bytes.Buffer
	w := geojson.NewWriter(&want, survey.Columns(), geojson.Options{Attribution: index.Info().Attribution})
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	for _, memory := range []string{"1M", "1G"} {
		if got := mapped(t, paths, "--memory", memory, "--tmp", t.TempDir()); !bytes.Equal(got, want.Bytes()) {
			t.Errorf("--memory %s: the layer differs from the one sorted in memory", memory)
		}
	}
}

// TestUnsorted expects the same features, and those of the first table in its
// order; of the second, those have the columns that it brings.
func TestUnsorted(t *testing.T) {
	paths := jobtest.Tables(t, 2000)
	sortedLines := func(flags ...string) [][]byte {
		lines := bytes.Split(mapped(t, paths[:1], flags...), []byte("\n"))
		for i := range lines {
			lines[i] = bytes.TrimSuffix(lines[i], []byte(","))
		}
		slices.SortFunc(lines, bytes.Compare)
		return lines
	}
	if !slices.EqualFunc(sortedLines(), sortedLines("--unsorted"), bytes.Equal) {
		t.Error("sorted and unsorted layers have different features")
	}
	layer := mapped(t, paths, "--unsorted")
	if n := bytes.Count(layer, []byte(`"remark":"remarkable"`)); n != 2000 {
		t.Errorf("%d features have the second table's column", n)
	}
}

// TestShards expects of shards, joined, the bytes of the whole, however many
// they are: of tables whose ids repeat, one of them packed, and of stories that
// are kept apart.
func TestShards(t *testing.T) {
	tables := jobtest.Tables(t, 300)
	inputs := []string{tables[0], packed(t, tables[1]), jobtest.Stories(t), jobtest.StoryFolder(t, 20)}
	want := mapped(t, inputs, "--no-merge")
	for n := 1; n <= 7; n++ {
		parts := make([]string, n)
		for i := range parts {
			parts[i] = filepath.Join(t.TempDir(), "part.geojson")
			if err := os.WriteFile(parts[i], mapped(t, inputs, "--no-merge", "--shard", fmt.Sprintf("%d/%d", i+1, n)), 0o666); err != nil {
				t.Fatal(err)
			}
		}
		var got, said bytes.Buffer
		code := Main(append([]string{"dateline", "merge"}, parts...), Streams{In: strings.NewReader(""), Out: &got, Err: &said})
		if code != exitOK || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%d shards: exit code %d, %d bytes instead of %d: %s", n, code, got.Len(), len(want), &said)
		}
	}
}

// packed returns the path of a gzipped copy of a file.
func packed(t testing.TB, path string) string {
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	if _, err := z.Write(text); err != nil || z.Close() != nil {
		t.Fatal("bytes in memory cannot be packed")
	}
	path = filepath.Join(t.TempDir(), filepath.Base(path)+".gz")
	if err := os.WriteFile(path, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}
