// Package golden holds what a test makes against a file that people have read in review.
package golden

import (
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "rewrite the golden files, to be read before they are committed")

// Updating reports whether the tests were told to rewrite their golden files (-update).
func Updating() bool { return *update }

// Check fails if got is not what the file at path holds, and says the difference.
// With -update it writes the file, and its folder, instead.
func Check(t testing.TB, path, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(got), 0o666); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s has changed; rewrite it with -update, and read the difference (-want +got):\n%s", path, diff)
	}
}
