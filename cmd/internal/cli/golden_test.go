package cli

import (
	"bytes"
	"flag"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden layers")

const goldenFolder = "testdata/golden"

// golden are the files that are read in review; the layers by type repeat
// events.geojson, and the map page holds it.
var golden = []string{"events.geojson", "unresolved.csv", "decisions.csv", "report.json"}

// TestGolden runs the README's first command and compares what it writes.
func TestGolden(t *testing.T) {
	t.Chdir("../../..") // the report names the inputs as the README does
	out := t.TempDir()
	code := Main([]string{"dateline", "map", "testdata/stories", "testdata/records", "-o", out}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard})
	if code != exitOK {
		t.Fatalf("exit code %d", code)
	}
	for _, name := range golden {
		got, err := os.ReadFile(filepath.Join(out, name))
		if err != nil {
			t.Fatal(err)
		}
		if name == "report.json" {
			got = withoutFiles(got)
		}
		path := filepath.Join(goldenFolder, name)
		if *update {
			if err := os.MkdirAll(goldenFolder, 0o755); err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(string(got), "\n")); diff != "" {
			t.Errorf("%s has changed; read the difference, then run with -update: %s", path, diff)
		}
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
