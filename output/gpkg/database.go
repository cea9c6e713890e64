package gpkg

import (
	"context"
	"database/sql"
	"errors"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	_ "modernc.org/sqlite" // the driver "sqlite"

	"github.com/dateline-map/dateline/geo/scratch"
)

// database is a GeoPackage being built in a temporary file, in one transaction
// on one connection.
type database struct {
	file *scratch.File // keeps other runs from taking it for left behind
	path string
	db   *sql.DB
	conn *sql.Conn
}

// background is the context of all statements. Who wants to stop aborts the
// writer between two of them.
var background = context.Background()

// Nobody reads the file before it is complete, and if it cannot be completed it
// is thrown away: a journal and the wait for the disk would protect nothing. The
// page size is SQLite's default, said here because the bytes depend on it; the
// cache, 16 MB, is room for the upper half of a large spatial index.
const settings = `
PRAGMA page_size = 4096;
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA locking_mode = EXCLUSIVE;
PRAGMA cache_size = -16000;
PRAGMA application_id = 0x47504B47;
PRAGMA user_version = 10300;
BEGIN;
`

func create(folder string) (*database, error) {
	f, err := scratch.Named(folder, "dateline.gpkg")
	if err != nil {
		return nil, err
	}
	d := &database{file: f, path: f.Name()}
	if err = d.open(); err == nil {
		err = d.exec(settings + coreTables)
	}
	if err != nil {
		d.drop()
		return nil, err
	}
	return d, nil
}

func (d *database) open() (err error) {
	if d.db, err = sql.Open("sqlite", uri(d.path)); err != nil {
		return err
	}
	d.conn, err = d.db.Conn(background)
	return err
}

// uri returns the path in a form in which none of its characters has a meaning
// to SQLite.
func uri(path string) string {
	if absolute, err := filepath.Abs(path); err == nil {
		path = absolute
	}
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a drive's letter on Windows
	}
	return (&url.URL{Scheme: "file", Path: path}).String()
}

func (d *database) exec(statement string, args ...any) error {
	_, err := d.conn.ExecContext(background, statement, args...)
	return err
}

func (d *database) prepare(statement string) (*sql.Stmt, error) {
	return d.conn.PrepareContext(background, statement)
}

// copyTo ends the transaction and copies the database.
func (d *database) copyTo(w io.Writer) error {
	if err := errors.Join(d.exec("COMMIT"), d.close()); err != nil {
		return err
	}
	f, err := os.Open(d.path)
	if err != nil {
		return err
	}
	defer f.Close()
	_, err = io.Copy(w, f)
	return err
}

func (d *database) close() (err error) {
	if d.conn != nil {
		err = d.conn.Close()
	}
	if d.db != nil {
		err = errors.Join(err, d.db.Close())
	}
	d.conn, d.db = nil, nil
	return err
}

// drop removes the file. It may be called more than once.
func (d *database) drop() {
	_ = d.close() // of a file that is thrown away
	d.file.Close()
}

// quoted returns an identifier as SQL writes it.
func quoted(name string) string {
	return `"` + strings.ReplaceAll(name, `"`, `""`) + `"`
}
