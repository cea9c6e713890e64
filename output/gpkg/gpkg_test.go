package gpkg_test

import (
	"io"
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

var featureCount = regexp.MustCompile(`Feature Count: (\d+)`)

func TestPromises(t *testing.T) {
	outputtest.Promises(t, writer(gpkg.Options{Folder: t.TempDir()}), func(t testing.TB, layer []byte) int {
		info := outputtest.GDAL(t, "ogrinfo", "-so", outputtest.File(t, "events.gpkg", layer), gpkg.Layer)
		n, err := strconv.Atoi(featureCount.FindStringSubmatch(info)[1])
		if err != nil {
			t.Fatal(err)
		}
		return n
	})
}
