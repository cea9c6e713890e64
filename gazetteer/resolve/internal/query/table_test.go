package query

import (
	"fmt"
	"go/format"
	"maps"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/geo/geotest/golden"
)

// queryWords returns what words.txt says, by comparison form.
func queryWords(t *testing.T) map[string][]lexiconEntry {
	t.Helper()
	text, err := os.ReadFile("words.txt")
	if err != nil {
		t.Fatal(err)
	}
	entries := map[string][]lexiconEntry{}
	for line := range strings.Lines(string(text)) {
		what, words, ok := strings.Cut(line, ":")
		if !ok || what[0] == '#' {
			continue
		}
		for word := range strings.SplitSeq(words, "|") {
			word = strings.TrimSpace(word)
			key := fold.Key(strings.Trim(word, "… "))
			entries[key] = append(entries[key], lexiconEntry{what: what, before: !strings.HasPrefix(word, "…"), after: !strings.HasSuffix(word, "…")})
		}
	}
	return entries
}

// speaking returns the words that may say something in a name, alone or with others:
// those of all phrases, and those that are known by themselves.
func speaking(phrases map[string][]lexiconEntry) map[string]bool {
	words := map[string]bool{}
	note := func(phrase string) {
		for word := range strings.SplitSeq(phrase, " ") {
			words[word] = true
		}
	}
	for phrase := range phrases {
		note(phrase)
	}
	for between, joints := range joints {
		note(between)
		note(strings.Join(joints, " "))
	}
	for short := range abbreviations {
		note(short)
	}
	for bearing := range compassNames {
		note(bearing)
	}
	note(strings.Join(ofWords, " "))
	note(strings.Join(ListWords, " "))
	return words
}

// wordsSource writes what phrases say, and which words speak, as Go: phrases that say the same
// are one case.
func wordsSource(phrases map[string][]lexiconEntry, speaking map[string]bool) ([]byte, error) {
	longest, same := 0, map[string][]string{}
	var areas []string
	for _, phrase := range slices.Sorted(maps.Keys(phrases)) {
		longest = max(longest, 1+strings.Count(phrase, " "))
		says := entriesSource(phrases[phrase])
		same[says] = append(same[says], phrase)
		if slices.ContainsFunc(phrases[phrase], lexiconEntry.isArea) && !strings.Contains(phrase, " ") {
			areas = append(areas, phrase)
		}
	}
	lists := slices.Sorted(maps.Keys(same))
	var b strings.Builder
	b.WriteString("// Code generated from words.txt by \"go test ./gazetteer/resolve/internal/query -run TestQueryWords -update\"; DO NOT EDIT.\n\npackage query\n")
	fmt.Fprintf(&b, "\n// longestPhrase is how many words the longest phrase has.\nconst longestPhrase = %d\n", longest)
	fmt.Fprintf(&b, "\n// areaWords are the single words that call what they stand beside an area.\nvar areaWords = [...]string{\n%s,\n}\n", quoted(areas))
	fmt.Fprintf(&b, "\nvar phraseLists = [...][]lexiconEntry{\n%s,\n}\n", strings.Join(lists, ",\n"))
	b.WriteString("\n// phraseEntries returns what a phrase says.\nfunc phraseEntries(phrase string) []lexiconEntry {\nswitch phrase {\n")
	for i, says := range lists {
		fmt.Fprintf(&b, "case %s:\nreturn phraseLists[%d]\n", quoted(same[says]), i)
	}
	b.WriteString("}\nreturn nil\n}\n\n// speaks reports whether a word may say something in a name, alone or with others.\nfunc speaks(word string) bool {\nswitch word {\n")
	fmt.Fprintf(&b, "case %s:\nreturn true\n}\nreturn false\n}\n", quoted(slices.Sorted(maps.Keys(speaking))))
	return format.Source([]byte(b.String()))
}

func entriesSource(entries []lexiconEntry) string {
	var each []string
	for _, e := range entries {
		each = append(each, fmt.Sprintf("{%q, %t, %t}", e.what, e.before, e.after))
	}
	return "{" + strings.Join(each, ", ") + "}"
}

// quoted writes words as strings, a few to a line.
func quoted(words []string) string {
	var b strings.Builder
	for i, word := range words {
		switch {
		case i%10 == 9:
			b.WriteString(",\n")
		case i > 0:
			b.WriteString(", ")
		}
		fmt.Fprintf(&b, "%q", word)
	}
	return b.String()
}

// TestQueryWords holds the code that the program has against the file that it is made of.
func TestQueryWords(t *testing.T) {
	phrases := queryWords(t)
	want, err := wordsSource(phrases, speaking(phrases))
	if err != nil {
		t.Fatal(err)
	}
	golden.Check(t, "words_table.go", string(want))
}
