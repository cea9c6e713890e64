// Package gpkg reads the tables of GeoPackages, and those of any SQLite
// database, as record.Store wants them. It links SQLite; nobody must import it
// but who wants that.
//
// Of a GeoPackage the layers of features and the tables of attributes are read,
// geometries turned to degrees; of another database each table. Dates are the
// text that they are stored as: GeoPackage demands a Z behind each time,
// so that it says nothing of a zone and is left out.
//
// # Non-goals
//
//   - Tiles, styles, relations between tables.
//   - Views of a database that is no GeoPackage: what they make is in its tables.
package gpkg

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/shape"
)

// Store returns what reads databases.
func Store() record.Store {
	return record.Store{Magic: "SQLite format 3\x00", Open: open}
}

// background is the context of all statements: who wants to stop closes the rows.
var background = context.Background()

func open(path string) (record.Stored, error) {
	db, err := sql.Open("sqlite", source(path))
	if err != nil {
		return record.Stored{}, err
	}
	tables, err := tablesOf(db)
	if err != nil {
		return record.Stored{}, errors.Join(damaged(err), db.Close())
	}
	return record.Stored{Tables: tables, Close: db.Close}, nil
}

// settings keep a hostile database from doing harm: nothing is written, its own
// expressions may call no function that could, what is in its pages is checked,
// and the cache of each connection is 2 MB.
var settings = []string{"query_only(1)", "trusted_schema(0)", "cell_size_check(1)", "mmap_size(0)", "cache_size(-2000)"}

// source returns how SQLite is to open a file. One that nobody else writes to
// may lie where no lock can be set, such as on a read-only medium. Changes that
// QGIS, still open, has not yet moved into the file itself lie beside it.
func source(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	slashed := filepath.ToSlash(path)
	if !strings.HasPrefix(slashed, "/") {
		slashed = "/" + slashed // a drive's letter on Windows
	}
	query := url.Values{"mode": {"ro"}, "_pragma": settings}
	if !hasContent(path+"-wal") && !hasContent(path+"-journal") {
		query.Set("immutable", "1")
	}
	return (&url.URL{Scheme: "file", Path: slashed, RawQuery: query.Encode()}).String()
}

func hasContent(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Size() > 0
}

// damaged says what is wrong with a database in words.
func damaged(err error) error {
	return fmt.Errorf("the database cannot be read: %w", err)
}

func tablesOf(db *sql.DB) ([]record.StoredTable, error) {
	var contents int
	err := db.QueryRow("SELECT count(*) FROM sqlite_master WHERE name = 'gpkg_contents'").Scan(&contents)
	switch {
	case err != nil:
		return nil, err
	case contents > 0:
		return layersOf(db)
	}
	return plainTables(db)
}

// layer is a table, and where its geometry stands.
type layer struct {
	db       *sql.DB
	name     string
	geometry string // its column; empty if there is none
	system   shape.System
	unread   bool // its reference system is none that is read
}

// own are the tables with which QGIS and GDAL keep their own affairs in a
// GeoPackage.
var own = []string{"layer_styles", "qgis_projects"}

// layersOf lists the layers of a GeoPackage, in the order in which they were put
// there.
func layersOf(db *sql.DB) (all []record.StoredTable, err error) {
	rows, err := db.Query(`
		SELECT c.table_name, coalesce(g.column_name, ''), coalesce(g.srs_id, 0),
			coalesce(s.organization, ''), coalesce(s.organization_coordsys_id, 0), coalesce(s.srs_name, '')
		FROM gpkg_contents c
			LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
			LEFT JOIN gpkg_spatial_ref_sys s ON s.srs_id = g.srs_id
		WHERE c.data_type IN ('features', 'attributes', 'aspatial')
		ORDER BY c.rowid`)
	if err != nil {
		return nil, err
	}
	defer rows.Close() // nothing was written
	for rows.Next() {
		l := &layer{db: db}
		var s system
		if err := rows.Scan(&l.name, &l.geometry, &s.id, &s.authority, &s.code, &s.name); err != nil {
			return nil, err
		}
		if slices.Contains(own, l.name) {
			continue
		}
		t := record.StoredTable{Name: l.name, Format: record.GeoPackage, Rows: l.rows}
		if notice := l.place(s); notice != "" {
			t.Notices = []string{notice}
		}
		all = append(all, t)
	}
	return all, rows.Err()
}

// system is a reference system as a GeoPackage names it.
type system struct {
	id, code        int
	authority, name string
}

// undefinedDegrees is the number of a system of which nothing is known but that
// it is one of longitudes and latitudes.
const undefinedDegrees = 0

// place finds out how the layer's geometries are turned to degrees, and tells if
// that cannot be done.
func (l *layer) place(s system) (notice string) {
	if l.geometry == "" || s.id == undefinedDegrees {
		return ""
	}
	known := false
	if strings.EqualFold(s.authority, "EPSG") {
		l.system, known = shape.EPSG(s.code)
	}
	if known {
		return ""
	}
	l.unread = true
	return fmt.Sprintf("its geometries are in %q (%s:%d), which is not read; save the layer in WGS 84 (EPSG:4326)", s.name, s.authority, s.code)
}

// plainTables lists the tables of a database that is no GeoPackage.
func plainTables(db *sql.DB) (all []record.StoredTable, err error) {
	rows, err := db.Query(`SELECT name FROM pragma_table_list
		WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name`)
	if err != nil {
		return nil, err
	}
	defer rows.Close() // nothing was written
	for rows.Next() {
		l := &layer{db: db}
		if err := rows.Scan(&l.name); err != nil {
			return nil, err
		}
		all = append(all, record.StoredTable{Name: l.name, Format: record.Database, Rows: l.rows})
	}
	return all, rows.Err()
}
