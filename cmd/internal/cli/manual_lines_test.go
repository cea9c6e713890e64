package cli

import (
	"bytes"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/job/jobtest"
)

// shellLines returns the lines of docs/batch.md that a shell can run where there
// is no cluster.
func shellLines(t *testing.T) (lines []string) {
	text, err := os.ReadFile("../../../docs/batch.md")
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(text)) {
		line, code := strings.CutPrefix(strings.TrimRight(line, "\n"), "    ")
		program, _, _ := strings.Cut(line, " ")
		if code && (program == "dateline" || program == "parallel" || program == "seq") {
			lines = append(lines, line)
		}
	}
	return lines
}

// TestManualLines runs the lines of docs/batch.md as they stand there, and expects
// that whatever way a layer is made it has the same bytes, and that lines are the
// same set of lines.
func TestManualLines(t *testing.T) {
	if _, err := exec.LookPath("sh"); err != nil {
		t.Skip(err)
	}
	program := asProgram(t)
	folder := t.TempDir()
	table, err := os.ReadFile(jobtest.Tables(t, 300)[0])
	if err != nil {
		t.Fatal(err)
	}
	rows := strings.Repeat(`{"id":"e1","date":"2016-10-17","place":"Basra","country":"Iraq"}`+"\n", 50)
	for name, text := range map[string]string{"incidents.csv": string(table), "rows.ndjson": rows} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	scratch := t.TempDir()
	lines := shellLines(t)
	if len(lines) < 10 {
		t.Fatalf("%d lines were found: %q", len(lines), lines)
	}
	var layer []byte
	for _, line := range lines {
		words := strings.Fields(line)
		if _, err := exec.LookPath(words[0]); err != nil && words[0] != "dateline" {
			t.Logf("%v: %s", err, line)
			continue
		}
		cmd := exec.Command("sh", "-c", strings.ReplaceAll(line, "/scratch", scratch))
		cmd.Dir = folder
		cmd.Env = append(os.Environ(), "PATH="+filepath.Dir(program)+":"+os.Getenv("PATH"), "SLURM_ARRAY_TASK_ID=3")
		if said, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("%s: %v: %s", line, err, said)
		}
		made, _ := os.ReadFile(filepath.Join(folder, "incidents.geojson"))
		if layer == nil {
			layer = made
		}
		if len(made) == 0 || !bytes.Equal(made, layer) {
			t.Errorf("%s: %d bytes, and the first line made %d", line, len(made), len(layer))
		}
	}
	if features, err := os.ReadFile(filepath.Join(folder, "features.ndjson")); err != nil || bytes.Count(features, []byte("\n")) != 50 {
		t.Errorf("%v: want 50 features, got %s", err, features)
	}
}
