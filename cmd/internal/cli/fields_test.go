package cli

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/job/jobtest"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/geojson"
	"github.com/dateline-map/dateline/output/outputtest"
)

// TestFieldsAreThoseOfTheWhole holds layers of some properties against the layer of
// all, without the others: byte by byte, in all ways in which features are made.
func TestFieldsAreThoseOfTheWhole(t *testing.T) {
	inputs := append(jobtest.Tables(t, 150), "../../../testdata/records", "../../../testdata/stories")
	for _, way := range [][]string{nil, {"--memory", "1M"}, {"--format", "ndjson"}, {"--time-member", "json-fg"}, {"--blur", "5km", "--keep", "note"}} {
		whole := mapped(t, inputs, way...)
		for _, list := range []string{"input", "event", "date,killed,title", "-quote,-place_id,-input", "end,start,source,note", "-event,id", "place_name"} {
			got := mapped(t, inputs, append(way, "--fields", list)...)
			if want := selected(t, whole, list); !bytes.Equal(got, want) {
				t.Errorf("%q --fields %s: %s", way, list, firstDifference(want, got))
			}
		}
	}
}

// TestUnsortedFields does that in the order of the input, where each feature has the
// columns that were known when it was written.
func TestUnsortedFields(t *testing.T) {
	inputs := jobtest.Tables(t, 300)
	whole := mapped(t, inputs, "--unsorted")
	for _, list := range []string{"input", "event", "-event,-remark", "date,remark,input_date"} {
		got := mapped(t, inputs, "--unsorted", "--fields", list)
		if want := selected(t, whole, list); !bytes.Equal(got, want) {
			t.Errorf("--fields %s: %s", list, firstDifference(want, got))
		}
	}
}

// selected returns a layer as it would be with these properties only.
func selected(t *testing.T, layer []byte, list string) []byte {
	fields, err := output.ParseFields(list)
	if err != nil {
		t.Fatal(err)
	}
	var out []byte
	for line := range bytes.Lines(layer) {
		i := bytes.Index(line, []byte(`,"properties":{`))
		if i < 0 {
			out = append(out, line...)
			continue
		}
		from := i + len(`,"properties":`)
		keys, values, size := members(t, line[from:])
		out = append(out, line[:from]...)
		before := "{"
		for n, name := range fields.Rename(keys) {
			if name != "" {
				out = append(geojson.AppendString(append(out, before...), name), ':')
				out = append(out, values[n]...)
				before = ","
			}
		}
		if before == "{" {
			out = append(out, before...)
		}
		out = append(append(out, '}'), line[from+size:]...)
	}
	return out
}

// members returns the members of the object that b begins with, and its length.
func members(t *testing.T, b []byte) (keys []string, values [][]byte, size int) {
	d := json.NewDecoder(bytes.NewReader(b))
	for _, err := d.Token(); d.More(); {
		key, keyErr := d.Token()
		var value json.RawMessage
		if valueErr := d.Decode(&value); err != nil || keyErr != nil || valueErr != nil {
			t.Fatalf("no properties: %.200s", b)
		}
		keys, values = append(keys, key.(string)), append(values, value)
	}
	if _, err := d.Token(); err != nil {
		t.Fatal(err)
	}
	return keys, values, int(d.InputOffset())
}

func firstDifference(want, got []byte) string {
	a, b := bytes.Split(want, []byte("\n")), bytes.Split(got, []byte("\n"))
	for i := range min(len(a), len(b)) {
		if !bytes.Equal(a[i], b[i]) {
			return fmt.Sprintf("line %d is\n%.2000s\nnot\n%.2000s", i+1, b[i], a[i])
		}
	}
	return fmt.Sprintf("%d lines, not %d", len(b), len(a))
}

// TestFieldsOfShards expects of the shards of some properties, joined, the layer of
// these, and of whole shards, joined with the flag, the same.
func TestFieldsOfShards(t *testing.T) {
	inputs := jobtest.Tables(t, 200)
	const of = 3
	for _, test := range []struct{ shards, merged string }{
		{"id,start,end,input", ""}, {"start,end,title,note", "note,title"}, {"", "input,-remark"}, {"", "killed"}, {"", "event,-start,-id"},
	} {
		flagged := func(list string) []string {
			if list == "" {
				return nil
			}
			return []string{"--fields", list}
		}
		args := append([]string{"dateline", "merge"}, flagged(test.merged)...)
		for i := range of {
			part := filepath.Join(t.TempDir(), "part.geojson")
			args = append(args, part)
			layer := mapped(t, inputs, append(flagged(test.shards), "--shard", fmt.Sprintf("%d/%d", i+1, of))...)
			if err := os.WriteFile(part, layer, 0o666); err != nil {
				t.Fatal(err)
			}
		}
		list := test.merged
		if list == "" {
			list = test.shards
		}
		want := mapped(t, inputs, "--fields", list)
		var got, said bytes.Buffer
		code := Main(args, Streams{In: strings.NewReader(""), Out: &got, Err: &said})
		if code != exitOK || !bytes.Equal(got.Bytes(), want) {
			t.Errorf("%v: exit code %d, %s: %s", test, code, &said, firstDifference(want, got.Bytes()))
		}
	}
}

// TestFieldsInAllFormats has GDAL read layers of some properties, and the same of
// layers that have all.
func TestFieldsInAllFormats(t *testing.T) {
	dir := t.TempDir()
	keys := []string{"title", "date", "killed", "place_precision", "quote", "Remarks"}
	written := func(name string, flags ...string) string {
		path := filepath.Join(dir, name)
		args := slices.Concat([]string{"dateline", "map", "-q", "../../../testdata/records", "-o", path}, flags)
		if code := Main(args, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}); code != exitOK {
			t.Fatalf("%q: exit code %d", args, code)
		}
		return path
	}
	for _, name := range []string{"a.geojson", "a.ndjson", "a.geojsons", "a.gpkg", "a.csv", "a.kml", "a.fgb", "a.xlsx"} {
		some := written("some-"+name, "--fields", strings.Join(keys, ","))
		if name != "a.kml" { // whose folders are as many layers
			got, want := asCSV(t, some, keys), asCSV(t, written("all-"+name), keys)
			if got != want {
				t.Errorf("%s: GDAL reads\n%.1500s\nnot\n%.1500s", name, got, want)
			}
		}
		info := outputtest.GDAL(t, "ogrinfo", "-al", "-so", some)
		if strings.Contains(info, "date_edtf:") || strings.Contains(info, "District:") {
			t.Errorf("%s has other columns, too:\n%s", name, info)
		}
	}
}

// asCSV returns what GDAL reads of columns of the events of a layer.
func asCSV(t *testing.T, path string, columns []string) string {
	t.Helper()
	args := []string{"-f", "CSV", "-lco", "GEOMETRY=AS_WKT", "/vsistdout/", path, "-select", strings.Join(columns, ",")}
	if filepath.Ext(path) == ".gpkg" {
		args = append(args, "events")
	}
	return outputtest.GDAL(t, "ogr2ogr", args...)
}

// TestFieldsWithoutAreas holds a layer that needs no more of coordinates than their country
// against the same of a run that finds out all of them, for its report.
func TestFieldsWithoutAreas(t *testing.T) {
	paths := jobtest.Tables(t, 3000)
	for _, fields := range []string{"input", "country,killed,input", "adm1,input"} {
		var layers, said [2]string
		for i, flags := range [][]string{nil, {"--report", filepath.Join(t.TempDir(), "report.json")}} {
			out := filepath.Join(t.TempDir(), "out.geojson")
			var told bytes.Buffer
			args := slices.Concat([]string{"dateline", "map", "-o", out, "--fields", fields}, flags, paths)
			if code := Main(args, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &told}); code != exitOK {
				t.Fatalf("%q: exit code %d", args, code)
			}
			layer, err := os.ReadFile(out)
			if err != nil {
				t.Fatal(err)
			}
			layers[i] = string(layer)
			for line := range strings.Lines(told.String()) {
				if strings.Contains(line, "row ") { // not how long it took
					said[i] += line
				}
			}
		}
		if layers[0] != layers[1] || said[0] != said[1] {
			t.Errorf("--fields %s: other bytes or warnings without a report; with it:\n%s", fields, said[1])
		}
		if !strings.Contains(said[0], "lie in") {
			t.Errorf("no row's coordinates lie abroad: %s", said[0])
		}
	}
}
