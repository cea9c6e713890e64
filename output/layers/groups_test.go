package layers

import (
	"context"
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

func day(t testing.TB, s string) when.Interval {
	t.Helper()
	i, err := when.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// grouped are events that differ in everything that layers are made by.
func grouped(t testing.TB) []geo.Event {
	at := func(country, adm1 string, p geo.Precision) geo.Place {
		return geo.Place{Match: geo.Match{Kind: geo.Exact, Country: country, Adm1: adm1, Precision: p}}
	}
	return []geo.Event{
		{ID: "a", When: day(t, "2016-01-31"), Type: "Riots", SubType: "Mob violence", Place: at("SD", "North", geo.ExactPlace), Source: geo.Source{Publisher: "Desk/1"}},
		{ID: "b", When: day(t, "2016-02-01"), Type: "Riots", Place: at("MW", "North", geo.ExactPlace), Source: geo.Source{Publisher: "Desk 1"}},
		{ID: "c", When: day(t, "2016-02"), Type: "Battles", Place: at("MW", "", geo.WithinCountry)},
		{ID: "d", When: day(t, "2016-12-30/2017-01-02"), Type: "Battles"},
		{ID: "e"},
	}
}

func TestGroupings(t *testing.T) {
	for _, test := range []struct {
		by   string
		want map[string]string // ids by file
	}{
		{"type", map[string]string{"riots": "ab", "battles": "cd", "untyped": "e"}},
		{"sub-type", map[string]string{"mob-violence": "a", "untyped": "bcde"}},
		{"day", map[string]string{"2016-01-31": "a", "2016-02-01": "bc", "2016-12-30": "d", "undated": "e"}},
		{"month", map[string]string{"2016-01": "a", "2016-02": "bc", "2016-12": "d", "undated": "e"}},
		{"year", map[string]string{"2016": "abcd", "undated": "e"}},
		{"country", map[string]string{"sd": "a", "mw": "bc", "nowhere": "de"}},
		{"adm1", map[string]string{"sd-north": "a", "mw-north": "b", "mw": "c", "nowhere": "de"}},
		{"source", map[string]string{"desk-1": "b", "desk-1-2": "a", "unsigned": "cde"}},
		{"precision", map[string]string{"exact": "ab", "country": "c", "unknown": "de"}},
	} {
		t.Run(test.by, func(t *testing.T) {
			by, err := GroupBy(test.by)
			if err != nil {
				t.Fatal(err)
			}
			folder := t.TempDir()
			o := options()
			o.LayerBy = by
			if _, err := Write(context.Background(), folder, stream(grouped(t)), o); err != nil {
				t.Fatal(err)
			}
			got := idsByFile(t, folder)
			test.want["events"] = "abcde"
			if !maps.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
			checkIndex(t, folder, slices.Sorted(maps.Keys(got)))
		})
	}
	if _, err := GroupBy("colour"); err == nil || !strings.Contains(err.Error(), "month") {
		t.Errorf("an unknown grouping gives error %v, want one that names the known ones", err)
	}
}

func idsByFile(t *testing.T, folder string) map[string]string {
	t.Helper()
	ids := make(map[string]string)
	for name, text := range contents(t, folder) {
		name, isLayer := strings.CutSuffix(name, ".geojson")
		if !isLayer {
			continue
		}
		var layer struct{ Features []struct{ ID string } }
		if err := json.Unmarshal([]byte(text), &layer); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		for _, f := range layer.Features {
			ids[name] += f.ID
		}
	}
	return ids
}

// checkIndex checks that the index names the layers, that of all events first and
// the others by date.
func checkIndex(t *testing.T, folder string, want []string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(folder, IndexFile))
	if err != nil {
		t.Fatal(err)
	}
	var index struct {
		Layers []struct {
			File        string
			First, Last *string
		}
	}
	if err := json.Unmarshal(text, &index); err != nil {
		t.Fatal(err)
	}
	var files []string
	before := ""
	for i, l := range index.Layers {
		files = append(files, strings.TrimSuffix(l.File, ".geojson"))
		key := "~"
		if l.First != nil {
			key = *l.First + *l.Last
		}
		if i > 1 && key < before {
			t.Errorf("%s stands after a later layer", l.File)
		}
		before = key
	}
	if files[0] != "events" {
		t.Errorf("the first layer is %s, want that of all events", files[0])
	}
	if slices.Sort(files); !slices.Equal(files, want) {
		t.Errorf("the index lists %v, want %v", files, want)
	}
}
