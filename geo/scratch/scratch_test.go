package scratch

import (
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"testing"
)

// names returns what is in a folder.
func names(t *testing.T, folder string) (names []string) {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func TestNothingStays(t *testing.T) {
	tests := []struct {
		name   string
		make   func(folder string) (done func(), err error)
		reason string
	}{
		{"New", func(folder string) (func(), error) {
			f, err := New(folder, "x")
			return func() { f.Close() }, err
		}, "it has no name, or Close takes it away"},
		{"Named", func(folder string) (func(), error) {
			f, err := Named(folder, "x")
			return func() { f.Close() }, err
		}, "Close takes it away"},
		{"Folder", func(folder string) (func(), error) {
			path, remove, err := Folder(folder, "x")
			if err == nil {
				err = os.WriteFile(filepath.Join(path, "in it"), nil, 0o666)
			}
			return remove, err
		}, "with all that is in it"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			folder := t.TempDir()
			done, err := tt.make(folder)
			if err != nil {
				t.Fatal(err)
			}
			done()
			if left := names(t, folder); len(left) > 0 {
				t.Errorf("%q is left: %s", left, tt.reason)
			}
		})
	}
}

func TestNoName(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("a file that is in use has to keep its name")
	}
	folder := t.TempDir()
	f, err := New(folder, "x")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteString("still a file"); err != nil {
		t.Error(err)
	}
	if left := names(t, folder); len(left) > 0 {
		t.Errorf("a run that is killed now would leave %q", left)
	}
}

// TestSweep is about what runs have left that were killed: only what they have,
// and not what a run is using.
func TestSweep(t *testing.T) {
	folder := t.TempDir()
	left := filepath.Join(folder, ".x.1-1.part")
	leftFolder := filepath.Join(folder, ".x.1-2.part")
	if err := errors.Join(os.WriteFile(left, nil, 0o666), os.Mkdir(leftFolder, 0o777), os.WriteFile(filepath.Join(leftFolder, "y"), nil, 0o666)); err != nil {
		t.Fatal(err)
	}
	kept := []string{".x.csv", "x.1-1.part", ".xy.1-1.part", ".x.1-1.partial"}
	for _, name := range kept {
		if err := os.WriteFile(filepath.Join(folder, name), nil, 0o666); err != nil {
			t.Fatal(err)
		}
	}
	used, err := Named(folder, "x")
	if err != nil {
		t.Fatal(err)
	}
	defer used.Close()
	usedFolder, remove, err := Folder(folder, "x")
	if err != nil {
		t.Fatal(err)
	}
	defer remove()
	for _, path := range []string{left, leftFolder} {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s of a killed run is still there", path)
		}
	}
	another, err := New(folder, "x")
	if err != nil {
		t.Fatal(err)
	}
	defer another.Close()
	for _, path := range []string{used.Name(), usedFolder} {
		if _, err := os.Stat(path); err != nil {
			t.Errorf("%v: it is in use", err)
		}
	}
	for _, name := range kept {
		if _, err := os.Stat(filepath.Join(folder, name)); err != nil {
			t.Errorf("%v: it is not ours", err)
		}
	}
}

// TestSweepsListOnce makes a second file in a folder, and expects that nothing is
// looked for there again but what the first listing saw, under whatever name.
func TestSweepsListOnce(t *testing.T) {
	folder := t.TempDir()
	leave := func(name string) string {
		path := filepath.Join(folder, name)
		if err := os.WriteFile(path, nil, 0o666); err != nil {
			t.Fatal(err)
		}
		return path
	}
	create := func(name string) {
		f, err := New(folder, name)
		if err != nil {
			t.Fatal(err)
		}
		f.Close()
	}
	ofAnother := leave(".y.1-1.part")
	create("x")
	late := leave(".y.1-2.part")
	if _, err := os.Stat(ofAnother); err != nil {
		t.Errorf("%v: nobody has asked for a file of its name yet", err)
	}
	create("y")
	if _, err := os.Stat(ofAnother); err == nil {
		t.Errorf("%s of a killed run is still there", ofAnother)
	}
	if _, err := os.Stat(late); err != nil {
		t.Errorf("%v: the folder was listed again", err)
	}
}

func TestClaim(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("what is in use cannot be removed there")
	}
	path := filepath.Join(t.TempDir(), "x")
	open := func() *os.File {
		f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			t.Fatal(err)
		}
		return f
	}
	first, second := open(), open()
	defer second.Close()
	if err := Claim(first); err != nil {
		t.Fatal(err)
	}
	if err := Claim(second); !errors.Is(err, ErrInUse) {
		t.Errorf("claimed twice: %v", err)
	}
	first.Close()
	if err := Claim(second); err != nil {
		t.Errorf("who is gone has no claim: %v", err)
	}
}
