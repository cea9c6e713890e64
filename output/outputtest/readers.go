package outputtest

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// Run runs a reader that is not ours and returns what it prints. A reader that
// is not installed skips the test, with a hint where to get it; where CI is set
// it must be there. A complaint of the reader is an error.
func Run(t testing.TB, hint, program string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(program)
	if err != nil && os.Getenv("CI") == "" {
		t.Skipf("%s is not installed; %s", program, hint)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%s", program, args, err, errs.String())
	}
	if errs.Len() > 0 {
		t.Errorf("%s %q has complaints: %s", program, args, errs.String())
	}
	return out.String()
}

// GDAL runs a program of GDAL, the reader under QGIS and much else.
func GDAL(t testing.TB, program string, args ...string) string {
	t.Helper()
	return Run(t, "Debian has it in gdal-bin", program, args...)
}

// Node runs a script of the folder .ci/readers, where the readers of npm are.
func Node(t testing.TB, script string, args ...string) string {
	t.Helper()
	return Run(t, "Debian has it in nodejs", "node", append([]string{filepath.Join(readers(t), script)}, args...)...)
}

// Module returns the text of a file of a package of npm: "leaflet/dist/leaflet.js".
// Where the packages are not installed it skips the test, but not in CI.
func Module(t testing.TB, name string) string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(readers(t), "node_modules", filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// readers returns the folder .ci/readers.
func readers(t testing.TB) string {
	t.Helper()
	folder, err := filepath.Abs(filepath.Join("..", "..", ".ci", "readers"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(filepath.Join(folder, "node_modules")); err != nil && os.Getenv("CI") == "" {
		t.Skipf("the readers of npm are not installed; run npm install there: %s", folder)
	}
	return folder
}

// File writes a layer to a file of that name and returns its path.
func File(t testing.TB, name string, layer []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, layer, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// Row is what a reader sees of a feature: its values by column, null as nil,
// numbers as json.Number, days as YYYY-MM-DD and times as YYYY-MM-DDTHH:MM:SS;
// and under [Geometry] its longitude and latitude, if it has any.
type Row map[string]any

// Geometry is the key of a row's coordinates.
const Geometry = "\x00geometry"

// Rows returns what a reader should see of the events in a layer that has them
// all, with names as the columns' names.
func Rows(t testing.TB, columns *output.Columns, names []string, events []geo.Event) []Row {
	t.Helper()
	rows := make([]Row, len(events))
	for i := range events {
		values, err := columns.Values(nil, &events[i])
		if err != nil {
			t.Fatal(err)
		}
		rows[i] = Row{}
		for j := range values {
			rows[i][names[j]] = plain(columns.All()[j].Kind, &values[j])
		}
		if p, drawn, err := output.PositionOf(&events[i]); err != nil {
			t.Fatal(err)
		} else if drawn {
			rows[i][Geometry] = []float64{p.Lon, p.Lat}
		}
	}
	return rows
}

// plain returns a value of a column of the kind: what is no text in a column of
// texts is one there.
func plain(column output.Kind, v *output.Value) any {
	switch {
	case v.Kind == output.Null:
		return nil
	case v.Kind == output.Boolean && column == output.Boolean:
		return v.Int != 0
	case (v.Kind == output.Integer || v.Kind == output.Real) && column != output.Text:
		return json.Number(v.Append(nil))
	}
	return output.Clean(string(v.Append(nil)))
}

// GDALRows returns what GDAL sees in a file, in its order.
func GDALRows(t testing.TB, path string, args ...string) []Row {
	t.Helper()
	args = append([]string{"-f", "GeoJSON", "-lco", "COORDINATE_PRECISION=9", "/vsistdout/"}, args...)
	return FeatureRows(t, GDAL(t, "ogr2ogr", append(args, path)...))
}

// FeatureRows returns the rows of a FeatureCollection that a reader has written.
func FeatureRows(t testing.TB, collection string) []Row {
	t.Helper()
	var c struct {
		Features []struct {
			Geometry   *struct{ Coordinates []float64 }
			Properties Row
		}
	}
	d := json.NewDecoder(strings.NewReader(collection))
	d.UseNumber()
	if err := d.Decode(&c); err != nil {
		t.Fatal(err)
	}
	rows := make([]Row, len(c.Features))
	for i, f := range c.Features {
		rows[i] = f.Properties
		if rows[i] == nil {
			rows[i] = Row{}
		}
		for key, v := range f.Properties {
			rows[i][key] = sameTime(v)
		}
		if f.Geometry != nil {
			rows[i][Geometry] = f.Geometry.Coordinates
		}
	}
	return rows
}

// sameTime takes the zone off a time that GDAL gives one.
func sameTime(v any) any {
	s, ok := v.(string)
	if !ok {
		return v
	}
	for _, zone := range []string{"Z", "+00", "+00:00"} {
		if t, cut := strings.CutSuffix(s, zone); cut && len(t) == len("2021-03-14T00:00:00") && t[10] == 'T' {
			return t
		}
	}
	return v
}

// Compare compares what a reader sees with what it should. Columns that only the
// reader has do not matter. What the format cannot keep of a value, kept says;
// nil keeps everything.
func Compare(t testing.TB, want, got []Row, kept func(column string, value any) any) {
	t.Helper()
	if len(want) != len(got) {
		t.Fatalf("%d features, want %d", len(got), len(want))
	}
	for i := range want {
		for key, w := range want[i] {
			if kept != nil {
				w = kept(key, w)
			}
			if diff := cmp.Diff(w, got[i][key], numbers, degrees); diff != "" {
				t.Errorf("%v: %.60q (-want +got):\n%.2000s", want[i]["id"], key, diff)
			}
		}
	}
}

// numbers compares numbers by what they are, however they are written.
var numbers = cmp.Comparer(func(a, b json.Number) bool {
	x, errX := a.Float64()
	y, errY := b.Float64()
	m, errM := a.Int64()
	n, errN := b.Int64()
	if errM == nil && errN == nil {
		return m == n
	}
	return errX == nil && errY == nil && x == y
})

// degrees compares coordinates to a tenth of the finest decimal we write.
var degrees = cmp.Comparer(func(a, b float64) bool { return a-b < 1e-7 && b-a < 1e-7 })

// XMLText returns what XML 1.0 can hold of a text.
func XMLText(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xfffe || r == 0xffff {
			return '\ufffd'
		}
		return r
	}, output.Clean(s))
}
