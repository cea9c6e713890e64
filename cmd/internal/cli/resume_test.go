package cli

import (
	"bytes"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/job/jobtest"
)

// TestJournalOfAnotherRun changes an input between two runs.
func TestJournalOfAnotherRun(t *testing.T) {
	paths := jobtest.Tables(t, 300)
	out := filepath.Join(t.TempDir(), "out.geojson")
	run := func() string {
		var said bytes.Buffer
		args := slices.Concat([]string{"dateline", "map", "--resume", "-o", out}, paths)
		if code := Main(args, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &said}); code != exitOK {
			t.Fatalf("exit code %d: %s", code, &said)
		}
		return said.String()
	}
	if err := os.WriteFile(out+".journal", []byte("dateline journal 2 {}\nrubbish"), 0o666); err != nil {
		t.Fatal(err)
	}
	if said := run(); !strings.Contains(said, "beginning anew") {
		t.Errorf("a journal of another run was not told: %s", said)
	}
	if _, err := os.Stat(out + ".journal"); err == nil {
		t.Error("the journal of a run that is done is still there")
	}
}
