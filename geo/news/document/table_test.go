package document

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestMarkdownTables(t *testing.T) {
	text := `# Raids of 2019

Last changed in May.
Days a | b are no table.
-----

| Date | Place | What | Source |
|:-----|:-----:|------|--------|
| 2019-03-02 | Menaka | **Two** killed at a \| well | [link](https://a.example/1) |
| 2019-03-05 | | see [the story](https://a.example/2) | <https://a.example/3> |

`
	want := []Table{{Above: "-----", Rows: [][]string{
		{"Date", "Place", "What", "Source"},
		{"2019-03-02", "Menaka", "Two killed at a | well", "https://a.example/1"},
		{"2019-03-05", "", "see the story", "https://a.example/3"},
	}}}
	tables, around := MarkdownTables(text)
	if diff := cmp.Diff(want, tables); diff != "" || around != len("# Raids of 2019Last changed in May.Days a | b are no table.-----") {
		t.Errorf("%d bytes around: %s", around, diff)
	}
}
