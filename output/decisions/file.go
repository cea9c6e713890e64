package decisions

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
)

// File is a form on the disk. Others may write into it at any time: a person with
// a spreadsheet, a review, a run. Each change is therefore made to what is there
// at that moment, and appears whole.
type File struct {
	path   string
	decode Decoder
	bytes  []byte // as last read or written; nil if there was no file
	form   *Form
}

// Decoder turns the bytes of a file into text, whatever encoding a spreadsheet
// has saved it in.
type Decoder func([]byte) (string, error)

// Open reads the form of that path. One that is not there asks and decides
// nothing; it appears with the first change.
func Open(path string, decode Decoder) (*File, error) {
	f := &File{path: path, decode: decode, form: New()}
	_, err := f.Refresh()
	return f, err
}

// Path returns the path given to Open.
func (f *File) Path() string { return f.path }

// Exists reports whether there was a file when it was last looked at.
func (f *File) Exists() bool { return f.bytes != nil }

// Form returns the form as last read or written. It must not be changed but by
// [File.Change].
func (f *File) Form() *Form { return f.form }

// Refresh reads the file again if its bytes are other ones, and reports whether
// they were. A faulty file is an error, and the form stays what it was.
func (f *File) Refresh() (changed bool, err error) {
	data, err := os.ReadFile(f.path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		changed = f.bytes != nil
		if changed {
			f.bytes, f.form = nil, New()
		}
		return changed, nil
	case err != nil:
		return false, fmt.Errorf("%s: %w", f.path, cause(err))
	case f.bytes != nil && bytes.Equal(data, f.bytes):
		return false, nil
	}
	form, err := f.read(data)
	if err != nil {
		return false, err
	}
	changed = f.bytes != nil || len(form.rows) > 0
	f.bytes, f.form = append([]byte{}, data...), form
	return changed, nil
}

// read reads the form that bytes are. A faulty row is an error: a decision that
// is passed over is one that the user believes in.
func (f *File) read(data []byte) (*Form, error) {
	text, err := f.decode(data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", f.path, err)
	}
	form, problems := Read(f.path, text)
	if len(problems) > 0 {
		return nil, problems[0]
	}
	// Rewritten as UTF-8, what was not needs a mark, by which the spreadsheet
	// that wrote it will know.
	form.marked = form.marked || bytes.HasPrefix(data, []byte("\xef\xbb\xbf")) || text != string(data)
	return form, nil
}

// cause takes the path out of an error of the system, which is said anyway.
func cause(err error) error {
	if p := (*fs.PathError)(nil); errors.As(err, &p) {
		return p.Err
	}
	return err
}

// ErrChanged is the error of a change to what somebody else has changed.
var ErrChanged = errors.New("somebody else has decided otherwise meanwhile")

// Change changes the form as it stands on the disk now, and saves it. If that
// fails the form is as it is on the disk. The folder is made if need be.
func (f *File) Change(change func(*Form) error) error {
	if _, err := f.Refresh(); err != nil {
		return err
	}
	err := change(f.form)
	if err == nil {
		err = f.save()
	}
	if err != nil {
		f.forget()
	}
	return err
}

// forget makes the form what the bytes last read or written say.
func (f *File) forget() {
	f.form = New()
	if f.bytes == nil {
		return
	}
	if form, err := f.read(f.bytes); err == nil { // it could be read before
		f.form = form
	}
}

func (f *File) save() error {
	var b bytes.Buffer
	if err := f.form.Write(&b); err != nil {
		return err
	}
	if f.bytes != nil && bytes.Equal(b.Bytes(), f.bytes) {
		return nil
	}
	if err := os.MkdirAll(filepath.Dir(f.path), 0o777); err != nil {
		return fmt.Errorf("%s: %w", filepath.Dir(f.path), cause(err))
	}
	file, err := output.Create(f.path)
	if err != nil {
		return err
	}
	defer file.Abort()
	if _, err := file.Write(b.Bytes()); err != nil {
		return err
	}
	if err := file.Commit(); err != nil {
		return err
	}
	f.bytes = b.Bytes()
	return nil
}

// Same reports whether two decisions say the same but for their notes.
func Same(a, b *geo.Decision) bool {
	return a.PlaceID == b.PlaceID && a.HasPoint == b.HasPoint && (!a.HasPoint || a.Point == b.Point && a.RadiusM == b.RadiusM)
}
