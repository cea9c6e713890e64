package en

import (
	"strings"
	"testing"
)

// TestLexicon reads every line of the lexicon and finds every word again.
func TestLexicon(t *testing.T) {
	last := ""
	for line := range strings.Lines(lexicon) {
		word, entry, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		if !ok || word <= last || entry == "" {
			t.Fatalf("line %q after %q: not sorted, or no entry", line, last)
		}
		if got := parseEntry(entry).String(); got != entry {
			t.Fatalf("%s: entry %q is written again as %q", word, entry, got)
		}
		if got := LookUp(word).String(); got != entry {
			t.Fatalf("%s: found %q, want %q", word, got, entry)
		}
		last = word
	}
}

func TestLookUp(t *testing.T) {
	tests := []struct {
		word, want, reason string
	}{
		{"", "", "no word"},
		{"\x00", "", "before the first"},
		{"\xff", "", "after the last"},
		{"zzyzx", "", "a word that it does not have"},
		{"sofia", "f2n", "a first name"},
		{"police", "w1l8", "an ordinary word"},
	}
	for _, test := range tests {
		if got := LookUp(test.word).String(); got != test.want {
			t.Errorf("%s: %q: got %q, want %q", test.reason, test.word, got, test.want)
		}
	}
}

func TestAsideLine(t *testing.T) {
	tests := []struct {
		line string
		want Aside
	}{
		{"12 Comments", TailAside},
		{"Leave a reply", TailAside},
		{"Also Read", BoxAside},
		{"Most read stories", BoxAside},
		{"Photo: A. Diallo / Sahel Wire", LineAside},
		{"© 2020 Sahel Wire", LineAside},
		{"This story is more than two years old.", LineAside},
		{"ADVERTISEMENT", LineAside},
		{"Reporting by A. Diallo; editing by B. Keita", LineAside},
		{"The army said it had retaken the town.", NoAside},
		{strings.Repeat("Photo: ", 100), NoAside},
	}
	for _, test := range tests {
		if got := AsideLine(test.line); got != test.want {
			t.Errorf("%q: got %d, want %d", test.line, got, test.want)
		}
	}
}

func BenchmarkLookUp(b *testing.B) {
	for b.Loop() {
		LookUp("sofia")
	}
}
