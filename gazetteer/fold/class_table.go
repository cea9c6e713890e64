package fold

import (
	_ "embed" // for the words
	"strings"
	"sync"
)

//go:embed class_words.txt
var classWords string

// classTable holds the place type of class words, by where they stand.
type classTable struct{ before, behind map[string]string }

var classes = sync.OnceValue(func() classTable {
	t := classTable{before: map[string]string{}, behind: map[string]string{}}
	for line := range strings.Lines(classWords) {
		if line = strings.TrimSpace(line); line == "" || line[0] == '#' {
			continue
		}
		placeType, rest, _ := strings.Cut(line, " ")
		where, words, _ := strings.Cut(rest, " ")
		for word := range strings.SplitSeq(words, ",") {
			t.add(Key(word), where, placeType)
		}
	}
	return t
})

func (t *classTable) add(word, where, placeType string) {
	if where != "behind" {
		t.before[word] = placeType
	}
	if where != "before" {
		t.behind[word] = placeType
	}
}

func classBefore() map[string]string { return classes().before }
func classBehind() map[string]string { return classes().behind }
