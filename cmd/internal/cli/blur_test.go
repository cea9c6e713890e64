package cli

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"compress/gzip"
	"compress/zlib"
	"encoding/base64"
	"encoding/binary"
	"io"
	"io/fs"
	"math"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
)

// secrets are what must not be found anywhere in what a blurred run writes: the
// coordinates as written and as numbers, names, the rows' own ids, and the name
// and sum of the input.
func secrets() map[string][]byte {
	found := map[string][]byte{}
	for _, text := range []string{"33.6434", "42.8269", "336434", "428269", "Zindiga", "zindiga", "Villagers of", "Nasr", "vehicle 7", "log-of-Hit"} {
		found[text] = []byte(text)
	}
	for name, x := range map[string]float64{"lat": 33.6434, "lon": 42.8269} {
		for order, o := range map[string]binary.AppendByteOrder{"little": binary.LittleEndian, "big": binary.BigEndian} {
			found[name+" as a double, "+order] = o.AppendUint64(nil, math.Float64bits(x))
			found[name+" as a float, "+order] = o.AppendUint32(nil, math.Float32bits(float32(x)))
		}
	}
	return found
}

// TestBlurLeaksNothing looks for what is hidden in every byte of every format,
// packed or not.
func TestBlurLeaksNothing(t *testing.T) {
	t.Chdir(t.TempDir())
	const table = "event_id,date,place,country,latitude,longitude,actor1,plate,witness\n" +
		"log-of-Hit-1,2016-06-01,Zindiga,Iraq,33.6434,42.8269,Villagers of Zindiga,vehicle 7,Nasr\n" +
		"log-of-Hit-2,2016-06-02,Zindiga,Iraq,33.6434,42.8269,Police,vehicle 7,Nasr\n" +
		"log-of-Hit-3,2016-06-40,Zindiga,Iraq,33.6434,42.8269,Police,vehicle 7,Nasr\n"
	if err := os.WriteFile("log-of-Hit.csv", []byte(table), 0o666); err != nil {
		t.Fatal(err)
	}
	outputs := []string{"layers", "e.geojson", "e.csv", "e.kml", "e.kmz", "e.gpkg", "e.fgb", "e.parquet", "e.xlsx", "e.pmtiles"}
	for _, out := range outputs {
		for _, size := range []string{"5km", "adm1"} {
			var said bytes.Buffer
			to := filepath.Join(size, out)
			if err := os.MkdirAll(size, 0o777); err != nil {
				t.Fatal(err)
			}
			if code := Main([]string{"dateline", "map", "--blur", size, "log-of-Hit.csv", "-o", to}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &said}); code != exitOK {
				t.Fatalf("%s: exit code %d: %s", to, code, &said)
			}
			searchAll(t, to)
		}
	}
	// The search finds what there is: without --blur, each format has the name.
	for _, out := range outputs {
		to := filepath.Join("plain", out)
		if err := os.MkdirAll("plain", 0o777); err != nil {
			t.Fatal(err)
		}
		if code := Main([]string{"dateline", "map", "log-of-Hit.csv", "-o", to}, Streams{In: strings.NewReader(""), Out: io.Discard, Err: io.Discard}); code != exitOK {
			t.Fatalf("%s: exit code %d", to, code)
		}
		if n := countIn(t, to, []byte("Zindiga")); n == 0 {
			t.Errorf("%s: the search finds nothing in what is not blurred", to)
		}
	}
}

func searchAll(t *testing.T, path string) {
	t.Helper()
	for what, secret := range secrets() {
		if n := countIn(t, path, secret); n > 0 {
			t.Errorf("%s: %s is found %d times", path, what, n)
		}
	}
}

// countIn counts a text in a file or in all files of a folder.
func countIn(t *testing.T, path string, secret []byte) (n int) {
	t.Helper()
	err := filepath.WalkDir(path, func(file string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(file)
		for _, part := range unpacked(data) {
			n += bytes.Count(part, secret)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return n
}

var longBase64 = regexp.MustCompile(`[A-Za-z0-9+/]{40,}={0,2}`)

// unpacked returns data and all that is packed in it: the files of a ZIP archive,
// what base64 holds, and what is deflated, with a header anywhere or bare from the first byte.
func unpacked(data []byte) [][]byte {
	parts := [][]byte{data}
	if z, err := zip.NewReader(bytes.NewReader(data), int64(len(data))); err == nil {
		for _, f := range z.File {
			if r, err := f.Open(); err == nil {
				b, _ := io.ReadAll(r)
				parts = append(parts, unpacked(b)...)
			}
		}
		return parts
	}
	for _, text := range longBase64.FindAll(data, -1) {
		b := make([]byte, base64.StdEncoding.DecodedLen(len(text)))
		if n, _ := base64.StdEncoding.Decode(b, text); n > 0 {
			parts = append(parts, b[:n])
			parts = append(parts, inflated(b[:n])...)
		}
	}
	if !bytes.HasPrefix(data, []byte("<")) { // a page is searched by its base64
		parts = append(parts, inflated(data)...)
	}
	return parts
}

// inflated returns what is packed in data.
func inflated(data []byte) (parts [][]byte) {
	for i := range data {
		var r io.ReadCloser
		var err error
		switch rest := bytes.NewReader(data[i:]); {
		case bytes.HasPrefix(data[i:], []byte{0x1f, 0x8b}):
			r, err = gzip.NewReader(rest)
		case data[i] == 0x78:
			r, err = zlib.NewReader(rest)
		case i == 0: // bare, as in the map page
			r = flate.NewReader(rest)
		default:
			continue
		}
		if err != nil {
			continue
		}
		if b, _ := io.ReadAll(io.LimitReader(r, 1<<20)); len(b) > 32 {
			parts = append(parts, b)
		}
	}
	return parts
}
