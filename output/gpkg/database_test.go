package gpkg_test

import (
	"database/sql"
	"errors"
	"io"
	"os"
	"path/filepath"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
)

func ask(t *testing.T, db *sql.DB, query string) (answer string) {
	t.Helper()
	if err := db.QueryRow(query).Scan(&answer); err != nil && !errors.Is(err, sql.ErrNoRows) {
		t.Fatalf("%s: %v", query, err)
	}
	return answer
}

func TestDatabaseIsSound(t *testing.T) {
	path := outputtest.File(t, "events.gpkg", outputtest.Layer(t, writer(gpkg.Options{Title: "layer_styles", Backdrop: true, Attribution: "Nobody"}), append(examples(), geotest.Events()...)))
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	located := ask(t, db, `SELECT count(*) FROM events WHERE geom IS NOT NULL`)
	for query, want := range map[string]string{
		`PRAGMA integrity_check`:                 "ok",
		`PRAGMA foreign_key_check`:               "",
		`PRAGMA application_id`:                  "1196444487", // GPKG
		`PRAGMA user_version`:                    "10300",
		`SELECT rtreecheck('rtree_events_geom')`: "ok",
		`SELECT count(*) FROM rtree_events_geom`: located,
		`SELECT count(*) FROM events e JOIN rtree_events_geom r ON r.id = e.fid WHERE e.geom IS NULL`:                   "0",
		`SELECT group_concat(extension_name) FROM gpkg_extensions`:                                                      "gpkg_rtree_index,gpkg_metadata,gpkg_metadata",
		`SELECT group_concat(f_table_name || f_table_schema || f_geometry_column) FROM layer_styles WHERE useAsDefault`: "eventsgeom,backdropgeom",
		`SELECT group_concat(DISTINCT last_change) FROM gpkg_contents`:                                                  "1970-01-01T00:00:00.000Z",
		`SELECT start || ' ' || end || ' ' || date FROM events WHERE id = 'time year 1'`:                                "0001-01-01T00:00:00.000Z 0001-12-31T23:59:59.000Z 0001-01-01",
		`SELECT start || ' ' || end || ' ' || date FROM events WHERE id = 'time year 9999'`:                             "9999-01-01T00:00:00.000Z 9999-12-31T23:59:59.000Z 9999-01-01",
	} {
		if got := ask(t, db, query); got != want {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
}

// TestEditing has GDAL change a layer, which runs the triggers.
func TestEditing(t *testing.T) {
	path := outputtest.File(t, "events.gpkg", outputtest.Layer(t, writer(gpkg.Options{}), examples()))
	for _, change := range []string{
		`DELETE FROM events WHERE id = 'march-14'`,
		`UPDATE events SET geom = NULL WHERE id = 'undated'`,
		`INSERT INTO events (id, geom) SELECT 'copy', geom FROM events WHERE id = 'march-15'`,
	} {
		outputtest.GDAL(t, "ogrinfo", "-q", "-dialect", "INDIRECT_SQLITE", path, "-sql", change)
	}
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for query, want := range map[string]string{
		`SELECT group_concat(id) FROM events`:            "march-15,march-16,undated,copy",
		`SELECT group_concat(id) FROM rtree_events_geom`: "2,5",
		`SELECT feature_count FROM gpkg_ogr_contents`:    "4",
		`SELECT rtreecheck('rtree_events_geom')`:         "ok",
	} {
		if got := ask(t, db, query); got != want {
			t.Errorf("%s: got %q, want %q", query, got, want)
		}
	}
}

func TestNothingIsLeftBehind(t *testing.T) {
	for name, end := range map[string]func(w *gpkg.Writer){
		"aborted":        func(w *gpkg.Writer) { w.Abort() },
		"closed":         func(w *gpkg.Writer) { _ = w.Close(); w.Abort() },
		"never a layer":  func(w *gpkg.Writer) { _ = w.Write(&geo.Event{Extra: []geo.Property{{Name: "stray"}}}) },
		"aborted, twice": func(w *gpkg.Writer) { w.Abort(); w.Abort(); _ = w.Close() },
	} {
		folder := t.TempDir()
		w := gpkg.NewWriter(io.Discard, outputtest.Columns(nil), gpkg.Options{Folder: folder})
		if err := w.Write(&geo.Event{ID: "first"}); err != nil {
			t.Fatal(err)
		}
		end(w)
		left, err := os.ReadDir(folder)
		if err != nil {
			t.Fatal(err)
		}
		if len(left) > 0 {
			t.Errorf("%s: %s is left behind", name, left[0].Name())
		}
		if w.Write(&geo.Event{ID: "next"}) == nil {
			t.Errorf("%s: takes another event", name)
		}
	}
}

// TestKilledRunsFile has a run that was killed leave its file, and another that
// still writes.
func TestKilledRunsFile(t *testing.T) {
	folder := t.TempDir()
	killed := filepath.Join(folder, ".dateline.gpkg.1-1.part")
	if err := os.WriteFile(killed, []byte("half"), 0o666); err != nil {
		t.Fatal(err)
	}
	writes := gpkg.NewWriter(io.Discard, outputtest.Columns(nil), gpkg.Options{Folder: folder})
	if _, err := os.Stat(killed); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("the file of a killed run is still there: %v", err)
	}
	other := gpkg.NewWriter(io.Discard, outputtest.Columns(nil), gpkg.Options{Folder: folder})
	for _, w := range []*gpkg.Writer{writes, other} {
		if err := w.Close(); err != nil {
			t.Errorf("a run that goes on lost its file: %v", err)
		}
	}
}

func TestFolderMustExist(t *testing.T) {
	w := gpkg.NewWriter(io.Discard, outputtest.Columns(nil), gpkg.Options{Folder: t.TempDir() + "/none"})
	w.Abort()
	if err := w.Close(); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("got error %v", err)
	}
}

// TestOddFolders has paths that mean something in a URI.
func TestOddFolders(t *testing.T) {
	for _, name := range []string{"a b", "50%", "what?mode=ro", "#1", "ü & é"} {
		folder := t.TempDir() + "/" + name
		if err := os.Mkdir(folder, 0o777); err != nil {
			t.Skip(err) // not on Windows
		}
		w := gpkg.NewWriter(io.Discard, outputtest.Columns(nil), gpkg.Options{Folder: folder})
		if err := w.Close(); err != nil {
			t.Errorf("%q: %v", name, err)
		}
	}
}
