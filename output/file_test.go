package output

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
)

func read(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func list(t *testing.T, folder string) []string {
	t.Helper()
	entries, err := os.ReadDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

func begin(t *testing.T, path, content string) *File {
	t.Helper()
	f, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.Write([]byte(content)); err != nil {
		t.Fatal(err)
	}
	return f
}

func TestFileAppearsWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.geojson")
	os.WriteFile(path, []byte("old"), 0o666)
	f := begin(t, path, "new")
	if got := read(t, path); got != "old" {
		t.Errorf("before Commit: %q", got)
	}
	if err := f.Commit(); err != nil {
		t.Fatal(err)
	}
	f.Abort()
	if got := read(t, path); got != "new" {
		t.Errorf("after Commit: %q", got)
	}
}

func TestAbortLeavesNothing(t *testing.T) {
	folder := t.TempDir()
	begin(t, filepath.Join(folder, "a.geojson"), "half").Abort()
	if got := list(t, folder); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}
}

func TestTwoWritersOfOneFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a")
	first, second := begin(t, path, "first"), begin(t, path, "second")
	if err := errors.Join(first.Commit(), second.Commit()); err != nil {
		t.Fatal(err)
	}
	if got := read(t, path); got != "second" {
		t.Errorf("the last to commit wins whole, got %q", got)
	}
}

func TestLinkStaysALink(t *testing.T) {
	folder := t.TempDir()
	target, link := filepath.Join(folder, "target"), filepath.Join(folder, "link")
	os.WriteFile(target, []byte("old"), 0o666)
	if err := os.Symlink(target, link); err != nil {
		t.Skip(err)
	}
	if err := begin(t, link, "new").Commit(); err != nil {
		t.Fatal(err)
	}
	if got := read(t, target); got != "new" {
		t.Errorf("the link's target holds %q", got)
	}
}

func TestCreateRefuses(t *testing.T) {
	folder := t.TempDir()
	os.WriteFile(filepath.Join(folder, "file"), nil, 0o666)
	for _, test := range []struct{ path, want, reason string }{
		{folder, "is a folder", "a folder is not replaced"},
		{filepath.Join(folder, "none", "a"), "there is no folder " + filepath.Join(folder, "none"), "the folder must exist"},
		{filepath.Join(folder, "file", "a"), "not a directory", "a file holds no files"},
	} {
		_, err := Create(test.path)
		if err == nil || err.Error() != test.path+": "+test.want {
			t.Errorf("got %v, want %q: %s", err, test.want, test.reason)
		}
	}
	if _, err := OpenDir(filepath.Join(folder, "file")); err == nil {
		t.Error("a file was taken for a folder")
	}
}

func TestFullDisk(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip(err)
	}
	f, err := Create("/dev/full")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Abort()
	_, err = f.Write([]byte("x"))
	if !errors.Is(err, syscall.ENOSPC) || !strings.HasPrefix(err.Error(), "/dev/full: ") {
		t.Errorf("got %v", err)
	}
}

func TestDeviceIsNotReplaced(t *testing.T) {
	if err := begin(t, os.DevNull, "x").Commit(); err != nil {
		t.Fatal(err)
	}
	if info, err := os.Stat(os.DevNull); err != nil || info.Mode().IsRegular() {
		t.Fatal("the null device has become a file")
	}
}

func TestDirAppearsTogether(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "new", "layers")
	d, err := OpenDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"b", "a"} {
		if _, err := d.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := d.Commit(); err != nil {
		t.Fatal(err)
	}
	d.Abort()
	if got := list(t, folder); !slices.Equal(got, []string{"a", "b"}) {
		t.Errorf("got %q", got)
	}
}

func TestDirAbortLeavesNothing(t *testing.T) {
	top := t.TempDir()
	d, err := OpenDir(filepath.Join(top, "new", "layers"))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := d.Create("a"); err != nil {
		t.Fatal(err)
	}
	d.Abort()
	if got := list(t, top); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}
}

func TestDirFailsBeforeTheFirstAppears(t *testing.T) {
	folder := t.TempDir()
	d, err := OpenDir(folder)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"a", "b"} {
		if _, err := d.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	d.files[1].f.Close() // as a disk that fails
	if err := d.Commit(); err == nil {
		t.Fatal("a file that could not be written was committed")
	}
	if got := list(t, folder); len(got) != 0 {
		t.Errorf("left behind: %q", got)
	}
}

func TestDirRefusesPaths(t *testing.T) {
	d, err := OpenDir(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"", ".", "..", "../a", "a/b"} {
		if _, err := d.Create(name); err == nil {
			t.Errorf("%q was taken for the name of a file", name)
		}
	}
}

func TestSlugs(t *testing.T) {
	var s Slugs
	for _, test := range []struct{ text, want, reason string }{
		{"Battles", "battles", "lower case, since some systems know no other"},
		{"Explosions/Remote violence", "explosions-remote-violence", "a slash is a folder"},
		{"battles", "battles-2", "the same file where case does not count"},
		{"../../etc/passwd", "etc-passwd", "no way out of the folder"},
		{"  --a..b--  ", "a-b", "single hyphens, none at the ends"},
		{"CON", "con-2", "a device of Windows"},
		{"", "untyped", "no name"},
		{"</>", "untyped-2", "no letter"},
		{"Émeutes", "émeutes", "letters of any script are letters"},
		{"احتجاجات", "احتجاجات", "letters of any script are letters"},
		{"a\x00b\u202ec", "a-b-c", "nothing invisible"},
		{strings.Repeat("é", 100), strings.Repeat("é", 29), "short enough, and cut between letters"},
	} {
		if got := s.Make(test.text, "untyped"); got != test.want {
			t.Errorf("%q: got %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}

// TestSweep leaves what a killed run leaves, beside a file that is being written.
func TestSweep(t *testing.T) {
	path := filepath.Join(t.TempDir(), "events.geojson")
	left := filepath.Join(filepath.Dir(path), ".events.geojson.1-1.part")
	if err := os.WriteFile(left, []byte("half"), 0o666); err != nil {
		t.Fatal(err)
	}
	first, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(left); err == nil {
		t.Error("what a killed run has left is still there")
	}
	second, err := Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer second.Abort()
	if err := first.Commit(); err != nil {
		t.Errorf("a file that was being written was swept away: %v", err)
	}
}
