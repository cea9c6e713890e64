package gpkg_test

import (
	"bytes"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strconv"
	"testing"

	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
)

func writer(o gpkg.Options) outputtest.New {
	return func(w io.Writer, columns *output.Columns) output.Writer { return gpkg.NewWriter(w, columns, o) }
}

// gdal runs a program of GDAL, the reader under QGIS and much else. Where CI is
// set it must be there.
func gdal(t testing.TB, name string, args ...string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil && os.Getenv("CI") == "" {
		t.Skipf("%s is not installed; Debian has it in gdal-bin", name)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(path, args...)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Run(); err != nil {
		t.Fatalf("%s %q: %v\n%s", name, args, err, errs.String())
	}
	if errs.Len() > 0 {
		t.Errorf("%s %q has complaints: %s", name, args, errs.String())
	}
	return out.String()
}

func file(t testing.TB, content []byte) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "events.gpkg")
	if err := os.WriteFile(path, content, 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

var featureCount = regexp.MustCompile(`Feature Count: (\d+)`)

func TestPromises(t *testing.T) {
	outputtest.Promises(t, writer(gpkg.Options{Folder: t.TempDir()}), func(t testing.TB, layer []byte) int {
		info := gdal(t, "ogrinfo", "-so", file(t, layer), gpkg.Layer)
		n, err := strconv.Atoi(featureCount.FindStringSubmatch(info)[1])
		if err != nil {
			t.Fatal(err)
		}
		return n
	})
}
