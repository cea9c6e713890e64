package cli

import (
	"bytes"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// killings is how many times a run is killed. The bench script does it 200
// times: DATELINE_KILLINGS=200 go test -run Killed ./cmd/internal/cli
func killings(t *testing.T) int {
	n := 12
	if s := os.Getenv("DATELINE_KILLINGS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// asProgram returns the path by which this test binary is the command.
func asProgram(t *testing.T) string {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "dateline")
	if err := os.Symlink(self, link); err != nil {
		t.Skip(err) // a system without links
	}
	return link
}

// TestKilled kills a run at random moments, each time after it has been resumed,
// until it comes through, and expects the bytes of an undisturbed run and nothing
// beside them.
func TestKilled(t *testing.T) {
	program := asProgram(t)
	inputs := append(awkwardTables(t, 3000), manyStories(t))
	want := mapped(t, inputs)
	start := time.Now()
	mapped(t, inputs, "--resume")
	whole := time.Since(start)
	r := rand.New(rand.NewPCG(7, 8))
	killed, through := 0, 0
	for killed < killings(t) {
		folder := t.TempDir()
		out := filepath.Join(folder, "out.geojson")
		for {
			cmd := exec.Command(program, slices.Concat([]string{"map", "-q", "--resume", "--memory", "1M", "-o", out}, inputs)...)
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			timer := time.AfterFunc(time.Duration(r.Int64N(2*int64(whole))), func() { cmd.Process.Kill() })
			err := cmd.Wait()
			if timer.Stop() && err != nil {
				t.Fatalf("a run failed by itself: %v", err)
			}
			if err == nil {
				break
			}
			killed++
			// It may have been killed when all but the journal was done.
			if left, err := os.ReadFile(out); err == nil && !bytes.Equal(left, want) {
				t.Fatal("a run that was killed has left half an output")
			}
		}
		through++
		got, err := os.ReadFile(out)
		if err != nil || !bytes.Equal(got, want) {
			t.Fatalf("after %d killings the layer differs: %v", killed, err)
		}
		if left, _ := os.ReadDir(folder); len(left) != 1 {
			t.Errorf("%d files are left, such as %s", len(left), left[0].Name())
		}
	}
	t.Logf("killed %d times, came through %d times", killed, through)
}

// manyStories writes a file of short documents.
func manyStories(t testing.TB) string {
	var b strings.Builder
	for i := range 40 {
		fmt.Fprintf(&b, `{"id":"d%d","date":"2016-03-%02d","text":"BASRA, Iraq. Gunmen killed %d people near Basra on Monday, police said. It was incident %d."}`+"\n", i, 1+i%28, 2+i%7, i)
	}
	path := filepath.Join(t.TempDir(), "stories.ndjson")
	if err := os.WriteFile(path, []byte(b.String()), 0o666); err != nil {
		t.Fatal(err)
	}
	return path
}

// TestJournalOfAnotherRun changes an input between two runs.
func TestJournalOfAnotherRun(t *testing.T) {
	paths := awkwardTables(t, 300)
	out := filepath.Join(t.TempDir(), "out.geojson")
	run := func() string {
		var said bytes.Buffer
		args := slices.Concat([]string{"dateline", "map", "--resume", "-o", out}, paths)
		if code := Main(args, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &said}); code != exitOK {
			t.Fatalf("exit code %d: %s", code, &said)
		}
		return said.String()
	}
	if err := os.WriteFile(out+".journal", []byte(journalHead+strings.Repeat("0", 32)+"\nrubbish"), 0o666); err != nil {
		t.Fatal(err)
	}
	if said := run(); !strings.Contains(said, "beginning anew") {
		t.Errorf("a journal of another run was not told: %s", said)
	}
	if _, err := os.Stat(out + ".journal"); err == nil {
		t.Error("the journal of a run that is done is still there")
	}
}

// TestJournalCutOff goes on from every beginning of a journal, as a kill leaves
// it, and from ones with a byte that changed.
func TestJournalCutOff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	j, _, err := openJournal(path, "x")
	if err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		j.put(bytes.Repeat([]byte{byte(i)}, i*7))
	}
	if err := j.failed(); err != nil {
		t.Fatal(err)
	}
	j.close(false)
	whole, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n := range len(whole) + 1 {
		damaged := slices.Clone(whole)
		if n < len(whole) {
			damaged[n] ^= 1
		}
		for _, text := range [][]byte{whole[:n], damaged} {
			if err := os.WriteFile(path, text, 0o666); err != nil {
				t.Fatal(err)
			}
			j, _, err := openJournal(path, "x")
			if err != nil {
				t.Fatal(err)
			}
			i := 0
			for ; ; i++ {
				entry, ok := j.next()
				if !ok {
					break
				}
				if !bytes.Equal(entry, bytes.Repeat([]byte{byte(i)}, i*7)) {
					t.Fatalf("cut at %d: entry %d is %v", n, i, entry)
				}
			}
			for ; i < 5; i++ {
				j.put(bytes.Repeat([]byte{byte(i)}, i*7))
			}
			j.close(false)
			if got, _ := os.ReadFile(path); !bytes.Equal(got, whole) {
				t.Fatalf("cut or changed at %d, the journal is not made whole again", n)
			}
		}
	}
}
