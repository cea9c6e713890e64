package leaflet

import (
	"bytes"
	"compress/flate"
	"flag"
	"io"
	"os"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/output/backdrop"
)

var update = flag.Bool("update", false, "deflate the countries anew")

// TestWorldIsTheBackdrop inflates the countries that the page carries. Their bytes may
// differ from what this version of Go makes of them.
func TestWorldIsTheBackdrop(t *testing.T) {
	packed := world
	if *update {
		var b bytes.Buffer
		w, err := flate.NewWriter(&b, packLevel)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, backdrop.TopoJSON); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		packed = b.String()
		if err := os.WriteFile("vendored/countries-50m.deflate", b.Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	got, err := io.ReadAll(flate.NewReader(strings.NewReader(packed)))
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != backdrop.TopoJSON {
		t.Error("the page carries other countries than the backdrop has: run `go test ./output/leaflet -run World -update`")
	}
}
