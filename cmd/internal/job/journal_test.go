package job

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"

	"github.com/dateline-map/dateline/geo/scratch"
)

// TestJournalCutOff goes on from every beginning of a journal, as a kill leaves
// it, and from ones with a byte that changed.
func TestJournalCutOff(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal")
	j, _, err := openJournal(path, origin{Program: "x"})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 5 {
		j.put(append(j.begin(), bytes.Repeat([]byte{byte(i)}, i*7)...))
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
			j, _, err := openJournal(path, origin{Program: "x"})
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
				j.put(append(j.begin(), bytes.Repeat([]byte{byte(i)}, i*7)...))
			}
			j.close(false)
			if got, _ := os.ReadFile(path); !bytes.Equal(got, whole) {
				t.Fatalf("cut or changed at %d, the journal is not made whole again", n)
			}
		}
	}
}

func TestOriginDiffers(t *testing.T) {
	of := origin{Program: "v1", Flags: map[string]string{"shard": "1/2"}, Inputs: "a", Aids: "b"}
	tests := []struct {
		before, want, reason string
	}{
		{of.String(), "", "the same run"},
		{"", "another version of the program", "what cannot be understood was written by another"},
		{`{"program":"v2"}`, "another version of the program", "whose flags may mean something else"},
		{`{"program":"v1","flags":{"shard":"2/2"},"inputs":"a","aids":"b"}`, "another --shard", "it has another value"},
		{`{"program":"v1","flags":{"date":"","shard":"1/2"},"inputs":"a","aids":"b"}`, "another --date", "it is not given any more"},
		{`{"program":"v1","inputs":"a","aids":"b"}`, "another --shard", "it was not given"},
		{`{"program":"v1","flags":{"shard":"1/2"},"inputs":"x","aids":"y"}`, "other inputs, or they have changed since, another gazetteer, or other decisions or files that flags name", "both are said"},
	}
	for _, tt := range tests {
		if got := of.differs(tt.before); got != tt.want {
			t.Errorf("%s: got %q, want %q: %s", tt.before, got, tt.want, tt.reason)
		}
	}
}

// TestJournalInUse begins a run while another one writes the same output.
func TestJournalInUse(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("files are not locked there")
	}
	path := filepath.Join(t.TempDir(), "journal")
	first, _, err := openJournal(path, origin{})
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := openJournal(path, origin{}); !errors.Is(err, scratch.ErrInUse) {
		t.Errorf("a journal in use: %v", err)
	}
	if err := first.close(true); err != nil {
		t.Fatal(err)
	}
	second, _, err := openJournal(path, origin{})
	if err != nil {
		t.Fatalf("the first run is done: %v", err)
	}
	second.close(true)
}
