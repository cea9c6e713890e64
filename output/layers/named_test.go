package layers

import (
	"errors"
	"path/filepath"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// fullDatabase fails as SQLite does.
type fullDatabase struct{}

type errFull struct{ error }

func (errFull) Code() int { return 13 }

var errNoRoom = errFull{errors.New("database or disk is full")}

func (fullDatabase) Write(*geo.Event) error { return errNoRoom }
func (fullDatabase) Close() error           { return errNoRoom }

func TestFullDatabaseIsNamed(t *testing.T) {
	path := filepath.Join(t.TempDir(), GeoPackageFile)
	file, err := output.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Abort()
	l := &layer{Writer: fullDatabase{}, file: &countingFile{File: file}, list: &FileReport{}}
	want := path + ": database or disk is full"
	for _, err := range []error{l.write(&geo.Event{}), l.close()} {
		if err == nil || err.Error() != want || !errors.As(err, new(errFull)) {
			t.Errorf("the error is %v, want %s", err, want)
		}
	}
}
