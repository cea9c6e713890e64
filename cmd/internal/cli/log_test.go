package cli

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/voice"
)

// documentedKey is a row of the table in docs/batch.md of what a line of the log
// may have.
type documentedKey struct {
	key, kind string
	levels    []string
}

// documentedKeys reads that table.
func documentedKeys(t *testing.T) (keys []documentedKey) {
	text, err := os.ReadFile("../../../docs/batch.md")
	if err != nil {
		t.Fatal(err)
	}
	_, table, _ := strings.Cut(string(text), "| key | type | in lines of level | meaning |\n|---|---|---|---|\n")
	for line := range strings.Lines(table) {
		cells := strings.Split(line, "|")
		if len(cells) < 6 {
			break
		}
		levels := strings.FieldsFunc(cells[3], func(r rune) bool { return strings.ContainsRune(" `,", r) })
		keys = append(keys, documentedKey{strings.Trim(cells[1], " `"), strings.TrimSpace(cells[2]), levels})
	}
	if len(keys) == 0 {
		t.Fatal("docs/batch.md has no table of the log's keys")
	}
	return keys
}

// jsonKind says of which type a value of JSON is.
func jsonKind(value any) string {
	switch v := value.(type) {
	case string:
		return "string"
	case bool:
		return "boolean"
	case float64:
		if v == float64(int64(v)) {
			return "integer"
		}
		return "number"
	}
	return "none"
}

// loggedRuns returns what runs of every kind log: done, refused in part, stopped,
// wrong, with warnings of rows and of files, and the progress of both halves.
func loggedRuns(t *testing.T) string {
	var log bytes.Buffer
	v := voice.Voice{Err: &log, JSON: true}
	p := voice.NewProgress(v, 1)
	read, err := os.Open("log_test.go")
	if err != nil {
		t.Fatal(err)
	}
	defer read.Close()
	p.NextInput(1)
	p.Opened(read)
	if _, err := read.Read(make([]byte, 1)); err != nil {
		t.Fatal(err)
	}
	p.Add()
	p.Show()
	p.Finish()
	p = voice.WritingProgress(v, 2000)
	p.AddMany(500)
	time.Sleep(2 * time.Millisecond)
	p.Show()
	p.Finish()
	folder := t.TempDir()
	table := filepath.Join(folder, "bad.csv")
	if err := os.WriteFile(table, []byte("date,place,country,killed\n2016-02-31,Basra,Iraq,3\nTotal,,,3\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(folder, "out.geojson")
	for _, args := range [][]string{
		{table, "-o", out},
		{table, filepath.Join(folder, "none.csv"), "-o", filepath.Join(folder, "layers")},
		{table, "-o", out, "--strict"},
		{table, "-o", out, "--max-errors", "many"},
	} {
		Main(slices.Concat([]string{"dateline", "map", "--log-format", "json"}, args), Streams{In: strings.NewReader(""), Out: io.Discard, Err: &log})
	}
	return log.String()
}

// TestLogIsAsDocumented holds every line of logs against the table.
func TestLogIsAsDocumented(t *testing.T) {
	keys := documentedKeys(t)
	seen := make(map[string]bool)
	for text := range strings.Lines(loggedRuns(t)) {
		var line map[string]any
		if err := json.Unmarshal([]byte(text), &line); err != nil {
			t.Fatalf("%v: %s", err, text)
		}
		level, _ := line["level"].(string)
		for _, key := range keys {
			value, there := line[key.key]
			delete(line, key.key)
			if !there {
				continue
			}
			seen[key.key+" "+level] = true
			if kind := jsonKind(value); kind != key.kind && (key.kind != "number" || kind != "integer") {
				t.Errorf("%s is a %s, and documented as %s: %s", key.key, kind, key.kind, text)
			}
			if key.levels[0] != "all" && !slices.Contains(key.levels, level) {
				t.Errorf("%s is not documented for level %s: %s", key.key, level, text)
			}
		}
		for key := range line {
			t.Errorf("%s is not documented: %s", key, text)
		}
	}
	for _, key := range keys {
		for _, level := range key.levels {
			if level == "all" {
				level = "info"
			}
			if !seen[key.key+" "+level] {
				t.Errorf("no line of level %s has %s, which is documented", level, key.key)
			}
		}
	}
}
