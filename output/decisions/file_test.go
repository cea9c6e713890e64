package decisions

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
)

func plain(data []byte) (string, error) { return strings.ToValidUTF8(string(data), "?"), nil }

func open(t *testing.T, text string) *File {
	t.Helper()
	path := filepath.Join(t.TempDir(), "new folder", "decisions.csv")
	if text != "" {
		put(t, path, text)
	}
	f, err := Open(path, plain)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func put(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o666); err != nil {
		t.Fatal(err)
	}
}

func get(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}

func decide(name, id string) func(*Form) error {
	return func(f *Form) error {
		f.Decide(geo.Decision{Name: name, PlaceID: id})
		return nil
	}
}

// TestChange checks that a change is made to what the file says then, not to
// what it said when it was opened.
func TestChange(t *testing.T) {
	f := open(t, "")
	if f.Exists() {
		t.Error("a file is there that nobody has written")
	}
	if err := f.Change(decide("Bourem", "gn:1")); err != nil {
		t.Fatal(err)
	}
	put(t, f.Path(), strings.Replace(get(t, f.Path()), "Bourem,", "Tessit,,,,gn:2\r\nBourem,", 1))
	if err := f.Change(decide("Gossi", "gn:3")); err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"\nTessit,,,,gn:2,", "\nBourem,,,,gn:1,", "\nGossi,,,,gn:3,"} {
		if got := get(t, f.Path()); !strings.Contains(got, want) {
			t.Errorf("%q lacks %q", got, want)
		}
	}
}

// TestChangeFails checks that a change that fails changes neither the file nor
// the form.
func TestChangeFails(t *testing.T) {
	const text = "name,place_id\nBourem,gn:1\n"
	f := open(t, text)
	err := f.Change(func(form *Form) error {
		form.Decide(geo.Decision{Name: "Bourem", PlaceID: "gn:9"})
		return ErrChanged
	})
	if !errors.Is(err, ErrChanged) || get(t, f.Path()) != text {
		t.Errorf("%v; the file is %q", err, get(t, f.Path()))
	}
	if d := f.Form().On(geo.Question{Name: "Bourem"}); d.PlaceID != "gn:1" {
		t.Errorf("the form says %q", d.PlaceID)
	}
	put(t, f.Path(), "name,lat,lon\nBourem,ninety,1\n")
	if err := f.Change(decide("Gossi", "gn:3")); err == nil || !strings.Contains(err.Error(), "row 2") {
		t.Errorf("a form that somebody is still writing is written over: %v", err)
	}
}

// TestMark checks that a file that was not plain UTF-8 gets a byte order mark,
// by which the spreadsheet that saved it will know UTF-8, and others get none.
func TestMark(t *testing.T) {
	for _, tt := range []struct {
		text string
		want bool
	}{
		{"name,place_id\nM\xe9naka,\n", true},
		{"\ufeffname,place_id\nMénaka,\n", true},
		{"name,place_id\nMénaka,\n", false},
	} {
		f := open(t, tt.text)
		if err := f.Change(decide("Gossi", "gn:3")); err != nil {
			t.Fatal(err)
		}
		if got := strings.HasPrefix(get(t, f.Path()), "\ufeff"); got != tt.want {
			t.Errorf("%q: a mark: %v, want %v", tt.text, got, tt.want)
		}
	}
}
