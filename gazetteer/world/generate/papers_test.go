package main

import (
	"strings"
	"testing"
)

func TestSourcesHavePapers(t *testing.T) {
	sources, err := readSources("..")
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range sources {
		if s.licence == "CC-BY-4.0" && !strings.Contains(attribution, firstWord(s.name)) {
			t.Errorf("%s asks to be named, but the attribution does not: %s", s.name, attribution)
		}
		for _, copyleft := range []string{"ODbL", "GPL", "BY-SA"} {
			if strings.Contains(s.licence, copyleft) {
				t.Errorf("%s is under %s, which would bind what users make", s.name, s.licence)
			}
		}
	}
	for _, r := range readers {
		found := false
		for _, s := range sources {
			found = found || s.pkg == r.source
		}
		if !found {
			t.Errorf("%s is read, but has no papers", r.source)
		}
	}
}

func firstWord(s string) string {
	word, _, _ := strings.Cut(s, " ")
	return word
}

func TestParseSourcesRefusesHalfPapers(t *testing.T) {
	for _, line := range []string{
		"Some list\tsome-list\t1.0\t\thttps://example.org\tabc=\tnames\txx",
		"Some list\tsome-list\t1.0\tCC0\thttps://example.org\t\tnames\txx",
	} {
		if _, err := parseSources(strings.NewReader(line)); err == nil {
			t.Errorf("took a source without licence or checksum: %q", line)
		}
	}
}
