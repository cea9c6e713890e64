package golden

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// failures counts what a test would have failed for.
type failures struct {
	testing.TB
	said []string
}

func (f *failures) Helper() {}

func (f *failures) Errorf(format string, args ...any) { f.said = append(f.said, format) }

func TestCheck(t *testing.T) {
	file := filepath.Join(t.TempDir(), "new", "page.golden")
	*update = true
	Check(t, file, "one\n")
	*update = false
	if data, err := os.ReadFile(file); err != nil || string(data) != "one\n" {
		t.Fatalf("-update wrote %q, %v", data, err)
	}
	for got, wrong := range map[string]int{"one\n": 0, "two\n": 1, "": 1} {
		f := &failures{TB: t}
		Check(f, file, got)
		if len(f.said) != wrong || wrong == 1 && !strings.Contains(f.said[0], "-update") {
			t.Errorf("%q: %q, want %d failures that name -update", got, f.said, wrong)
		}
	}
}
