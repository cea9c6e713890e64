package importer_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
	"github.com/dateline-map/dateline/gazetteer/fold"
)

var ctx = context.Background()

// Lists of an invented country, Arrand (XA): its capital Marsut in the province
// Norland, the district Upper Vale and its villages.
var lists = map[string]string{
	"XA.txt": strings.Join([]string{
		"1\tArrand\tArrand\tKingdom of Arrand\t10.5\t20.5\tA\tPCLI\tXA\t\t00\t\t\t\t900000\t\t10\tZ\t2020-01-01",
		"2\tNorland\tNorland\tNorland Province\t10.8\t20.8\tA\tADM1\tXA\t\t01\t\t\t\t400000\t\t10\tZ\t2020-01-01",
		"3\tUpper Vale\tUpper Vale\t\t10.9\t20.9\tA\tADM2\tXA\t\t01\t7\t\t\t40000\t\t10\tZ\t2020-01-01",
		"4\tMarsut\tMarsut\tMarsoot,مرسوت\t10.81\t20.81\tP\tPPLC\tXA\t\t01\t7\t\t\t250000\t\t10\tZ\t2020-01-01",
		"5\tTell Amin\tTell Amin\t\t10.91\t20.93\tP\tPPL\tXA\t\t01\t7\t\t\t0\t\t10\tZ\t2020-01-01",
	}, "\n") + "\n",
	"alternateNamesV2.txt": strings.Join([]string{
		"11\t4\ten\tMarsut City\t1\t\t\t\t\t",
		"12\t4\tar\tمدينة مرسوت\t\t\t\t\t\t",
		"13\t4\tlink\thttps://example.org/Marsut\t\t\t\t\t\t",
		"14\t4\tpost\t12345\t\t\t\t\t\t",
		"15\t4\tiata\tMRS\t\t\t\t\t\t",
		"16\t5\ten\tOld Amin\t\t\t1\t1\t\t",
	}, "\n") + "\n",
	"admin1CodesASCII.txt": "XA.01\tNorland\tNorland\t2\n",
	"own.csv": "Name,Lat,Long,Aliases,Kind,Country,Admin1,Admin2,PCode\n" +
		"Bir Salma,10.95,20.95,Salma Well|بير سلمى,village,XA,Norland,Upper Vale,XA0107001\n" +
		"Tell Amin,10.915,20.935,Tell Ameen,village,XA,,,\n",
	"north.csv": "name,lat,lon,country\nTell Amin,10.99,20.93,XA\nMarsut Valley,10.81,20.81,XA\n",
	"own.geojson": `{"type":"FeatureCollection","features":[
		{"type":"Feature","id":7,"properties":{"ADM2_EN":"Lower Vale","ADM2_PCODE":"XA0108","ADM1_EN":"Norland","ADM0_PCODE":"XA"},
		 "geometry":{"type":"Polygon","coordinates":[[[20,10],[20.5,10],[20.5,10.5],[20,10.5],[20,10]]]}},
		{"type":"Feature","properties":{"name":"Ford of Ash","kind":"crossing","country":"XA"},"geometry":{"type":"Point","coordinates":[20.2,10.2]}}]}`,
	"wof.geojson": `{"type":"Feature","properties":{"wof:id":501,"wof:name":"Tell Amin","wof:placetype":"locality","wof:country":"XA","geom:latitude":10.912,"geom:longitude":20.931,
		"mz:is_current":-1,"name:ara_x_preferred":["تل امين"],"name:fra_x_colloquial":["Tel Amine"],"wof:concordances":{"gn:id":5},"wof:hierarchy":[{"country_id":1,"region_id":502}]},"geometry":{"type":"Point","coordinates":[20.931,10.912]}}`,
}

// write puts lists into a folder and returns their paths.
func write(t testing.TB, names ...string) (paths []string) {
	dir := t.TempDir()
	for _, name := range names {
		path := filepath.Join(dir, name)
		if err := os.WriteFile(path, []byte(lists[name]), 0o600); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	return paths
}

// imported builds an index of lists alone.
func imported(t testing.TB, names ...string) (*gazetteer.Index, importer.Result, []error) {
	var problems []error
	var b bytes.Buffer
	done, err := importer.Run(ctx, &b, write(t, names...), importer.Options{Problem: func(err error) { problems = append(problems, err) }})
	if err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.New(b.String())
	if err != nil {
		t.Fatal(err)
	}
	return x, done, problems
}

var allLists = []string{"own.csv", "own.geojson", "wof.geojson", "alternateNamesV2.txt", "XA.txt", "admin1CodesASCII.txt"}

// find returns the one place that has a name.
func find(t testing.TB, x *gazetteer.Index, name string) gazetteer.Place {
	hits := x.Exact(fold.Key(name), nil)
	if len(hits) != 1 {
		t.Fatalf("%d places are called %q, want 1: %v", len(hits), name, hits)
	}
	return x.Place(hits[0].Ref)
}

func TestImportedNamesFindTheirPlace(t *testing.T) {
	x, done, problems := imported(t, allLists...)
	if len(problems) > 0 || done.Places != 8 {
		t.Errorf("%d places and %v, want 8: the villages of two lists are one", done.Places, problems)
	}
	for _, test := range []struct{ name, id, adm1, adm2, reason string }{
		{"Kingdom of Arrand", "gn:1", "", "", "GeoNames' alternate names"},
		{"Norland Province", "gn:2", "Norland", "", "an area lies in itself"},
		{"Marsoot", "gn:4", "Norland", "Upper Vale", "codes in a dump lead to areas"},
		{"مدينة مرسوت", "gn:4", "Norland", "Upper Vale", "alternate names come by id, before their place"},
		{"Old Amin", "gn:5", "Norland", "Upper Vale", "historic and colloquial names are names"},
		{"تل امين", "gn:5", "Norland", "Upper Vale", "Who's On First knows GeoNames' number"},
		{"Tel Amine", "gn:5", "Norland", "Upper Vale", "colloquial names too"},
		{"Tell Ameen", "gn:5", "Norland", "Upper Vale", "one's own village of the same name beside it is the same"},
		{"Salma Well", "own:4a7ccdf5f8b6", "Norland", "Upper Vale", "aliases of one's own, areas by their names"},
		{"XA0107001", "own:4a7ccdf5f8b6", "Norland", "Upper Vale", "a P-code is a code"},
		{"Lower Vale", "own:XA0108", "Norland", "Lower Vale", "OCHA's columns name the finest unit, and its P-code is its id"},
		{"Ford of Ash", "own:ea903ee894f9", "Norland", "Lower Vale", "areas by outline"},
		{"MRS", "gn:4", "Norland", "Upper Vale", "airports' codes are codes"},
	} {
		p := find(t, x, test.name)
		adm1, adm2 := x.Place(p.Adm1).Name, x.Place(p.Adm2).Name
		if p.ID != test.id || adm1 != test.adm1 || adm2 != test.adm2 {
			t.Errorf("%s: got %s in %q, %q, want %s in %q, %q: %s", test.name, p.ID, adm1, adm2, test.id, test.adm1, test.adm2, test.reason)
		}
	}
	for _, none := range []string{"12345", "https example org marsut"} {
		if len(x.Exact(none, nil)) > 0 {
			t.Errorf("%q has become a name", none)
		}
	}
}

func TestOwnTablesWin(t *testing.T) {
	x, _, _ := imported(t, "XA.txt", "own.csv")
	if p := find(t, x, "Tell Amin"); p.Point[0] != 20.935 {
		t.Errorf("the dump's point %v stands, not one's own", p.Point)
	}
	y, _, _ := imported(t, "own.csv", "XA.txt")
	if p := find(t, y, "Tell Amin"); p.Point[0] != 20.935 {
		t.Errorf("the dump's point %v stands when it comes later, not one's own", p.Point)
	}
}

// What is merged with the world is what the world has, and adds to it.
func TestImportMergesWithTheWorld(t *testing.T) {
	world, _, _ := imported(t, "XA.txt")
	var b bytes.Buffer
	done, err := importer.Run(ctx, &b, write(t, "wof.geojson", "own.csv"), importer.Options{World: world})
	if err != nil {
		t.Fatal(err)
	}
	x, err := gazetteer.New(b.String())
	if err != nil {
		t.Fatal(err)
	}
	if x.Len() != world.Len()+1 || done.Sources[0].New != 0 || done.Sources[1].New != 1 {
		t.Errorf("%d places, %+v; only Bir Salma is new to the world's %d", x.Len(), done.Sources, world.Len())
	}
	for h := range world.AllNames() {
		want := world.Place(h.Ref).ID
		if !slices.ContainsFunc(x.Exact(h.Key, nil), func(g gazetteer.Hit) bool { return x.Place(g.Ref).ID == want && g.How <= h.How }) {
			t.Errorf("%s has lost its name %q", want, h.Key)
		}
	}
}

func TestImportReadsArchives(t *testing.T) {
	zipped, tarred := new(bytes.Buffer), new(bytes.Buffer)
	z := zip.NewWriter(zipped)
	gz := gzip.NewWriter(tarred)
	tw := tar.NewWriter(gz)
	for _, name := range []string{"readme.txt", "XA.txt"} {
		w, err := z.Create(name)
		_, err2 := w.Write([]byte(lists["XA.txt"]))
		err3 := tw.WriteHeader(&tar.Header{Name: "data/" + name, Size: int64(len(lists["XA.txt"])), Mode: 0o600, Typeflag: tar.TypeReg})
		_, err4 := tw.Write([]byte(lists["XA.txt"]))
		if err := errors.Join(err, err2, err3, err4); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(z.Close(), tw.Close(), gz.Close()); err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{"XA.zip": zipped.Bytes(), "XA.tgz": tarred.Bytes()} {
		path := filepath.Join(t.TempDir(), name)
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Fatal(err)
		}
		var b bytes.Buffer
		done, err := importer.Run(ctx, &b, []string{path}, importer.Options{})
		if err != nil || done.Places != 5 {
			t.Errorf("%s: %d places, %v, want 5", name, done.Places, err)
		}
		b.Reset()
		if err := os.WriteFile(path, data[:len(data)/2], 0o600); err != nil {
			t.Fatal(err)
		}
		var told []error
		_, err = importer.Run(ctx, &b, []string{path}, importer.Options{Problem: func(err error) { told = append(told, err) }})
		if len(told) == 0 || !strings.HasPrefix(told[0].Error(), path) {
			t.Errorf("%s cut off: %v and %v, want a problem that names it", name, err, told)
		}
	}
}

func TestImportNamesWhatIsBroken(t *testing.T) {
	for _, test := range []struct{ name, content, want, reason string }{
		{"a.txt", lists["XA.txt"] + "6\tToo short\n", "a.txt: line 6: 2 columns, not 19", "a dump names its line"},
		{"a.txt", lists["XA.txt"] + strings.Replace(lists["XA.txt"], "10.5", "north", 1), `a.txt: line 6: latitude: "north" is not a number`, "coordinates are numbers"},
		{"a.csv", "name,lat,lon\nA,1,2\nB,1\n", "a.csv: line 3: longitude:", "a row without a point is no place"},
		{"a.csv", "name,lat,lon\nA,1,2\nA,1,2\n", "a.csv: line 3: a second place with the id own:", "a row that comes twice is told"},
		{"a.csv", "name,lat,lon\nA,0,0\n", "a.csv: line 2: the point 0, 0 lies in the sea", "lists have it for places they cannot locate"},
		{"a.csv", "nom;lat;lon\nA;1;2\n", "a.csv: line 1: no column of names", "columns are told by their names"},
		{"a.csv", "name,where\nA,1\n", "a.csv: line 1: no columns of coordinates", "columns are told by their names"},
		{"a.geojson", `{"type":"Feature","properties":{"name":"A"},"geometry":null}`, "a.geojson: feature 1: no latitude", "a feature needs a place"},
		{"a.geojson", `{"type":"Feature","properties":[],"geometry":null}`, "a.geojson: feature 1: properties: a JSON array is not what it can be", "a fault of types, in words"},
		{"a.geojson", `{"type":"Feature","properties":{"wof:id":1,"wof:name":"A","wof:placetype":"locality"}}`, "a.geojson: record 1: no point", "a record needs a point"},
		{"a.geojson", `{"type":"Feature","properties":{"wof:id":1,`, "a.geojson: unexpected end", "a record cut off"},
		{"a.json", "", "a.json: is no place list", "an empty file"},
	} {
		path := filepath.Join(t.TempDir(), test.name)
		if err := os.WriteFile(path, []byte(test.content), 0o600); err != nil {
			t.Fatal(err)
		}
		var told []string
		_, _ = importer.Run(ctx, new(bytes.Buffer), []string{path}, importer.Options{Problem: func(err error) { told = append(told, err.Error()) }})
		if len(told) != 1 || !strings.Contains(told[0], test.want) {
			t.Errorf("%q: got %q, want one problem with %q: %s", test.content, told, test.want, test.reason)
		}
	}
}

func TestImportOfNothing(t *testing.T) {
	var b bytes.Buffer
	_, err := importer.Run(ctx, &b, []string{filepath.Join(t.TempDir(), "none")}, importer.Options{})
	if !errors.Is(err, importer.ErrNothing) || b.Len() > 0 {
		t.Errorf("got %v and %d bytes", err, b.Len())
	}
}

// Whatever a list is, an index comes of it that opens, or nothing.
func FuzzImport(f *testing.F) {
	for _, name := range allLists {
		f.Add(name, []byte(lists[name]))
	}
	f.Add("ne.geojson", []byte(`{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"adm1_code":"XA-1","gn_a1_code":"XA.01","name":"Norland","iso_a2":"XA","latitude":1,"longitude":2},"geometry":{"type":"Polygon","coordinates":[[[1,1],[3,1],[3,3],[1,1]]]}}]}`))
	below, _, _ := imported(f, published...)
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, name string, data []byte) {
		name = strings.ToLower(filepath.Ext(name))
		path := filepath.Join(dir, "list"+strings.Map(func(r rune) rune {
			if r == '.' || r >= 'a' && r <= 'z' {
				return r
			}
			return -1
		}, name))
		if err := os.WriteFile(path, data, 0o600); err != nil {
			t.Skip(err)
		}
		var b bytes.Buffer
		if _, err := importer.Run(ctx, &b, []string{path}, importer.Options{}); err != nil {
			if !errors.Is(err, importer.ErrNothing) {
				t.Fatalf("a bad list ends the build: %v", err)
			}
			return
		}
		if _, err := gazetteer.New(b.String()); err != nil {
			t.Fatal(err)
		}
		b.Reset()
		if _, err := importer.Run(ctx, &b, []string{path}, importer.Options{Over: below}); errors.Is(err, importer.ErrNothing) {
			return
		}
		over, err := gazetteer.New(b.String())
		if err != nil {
			t.Fatal(err)
		}
		if _, err := gazetteer.NewStack(over, below); err != nil {
			t.Fatal(err)
		}
	})
}
