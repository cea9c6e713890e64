package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/geotest/golden"
)

const goldenFolder = "testdata/golden"

// reviewed are the files that are read in review; the layers by type repeat
// events.geojson, and the map page holds it.
var reviewed = []string{"events.geojson", "unresolved.csv", "decisions.csv", "report.json"}

// TestGolden runs the README's first command and compares what it writes.
func TestGolden(t *testing.T) {
	t.Chdir("../../..") // the report names the inputs as the README does
	out := t.TempDir()
	code := Main([]string{"dateline", "map", "testdata/stories", "testdata/records", "-o", out}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard})
	if code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	for _, name := range reviewed {
		got, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if name == "report.json" {
			got = withoutFiles(got)
		}
		golden.Check(t, filepath.Join(goldenFolder, name), string(got))
	}
}

// withoutFiles leaves the list of files out of a report, for the size of a page
// is nobody's concern here.
func withoutFiles(report []byte) []byte {
	if i := bytes.Index(report, []byte(`"files":[`)); i >= 0 {
		return report[:i]
	}
	return report
}
