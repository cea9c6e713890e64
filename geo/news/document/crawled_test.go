package document

import (
	"strings"
	"testing"
)

// TestCrawled reads lines of JSON with the names that programs which gather news have.
func TestCrawled(t *testing.T) {
	lines := `{"id":"1","title":"Ferry sinks","text":"","summary":"A ferry sank off Bukoba.","published_at":"2019-05-04T10:00:00Z","publisher":"Lake News","link":"https://example.org/1"}
{"id":"2","title":"Bridge falls near Dori","text":"","content":{"rendered":"x"},"pubDate":"Sat, 04 May 2019 10:00:00 GMT"}
{"id":"3","text":"The road is closed.","summary":"Road closed","date":"2019-05-03","publishedAt":"2019-05-04"}`
	want := []string{"2019-05-04 Lake News https://example.org/1 A ferry sank off Bukoba.", "2019-05-04   Bridge falls near Dori", "2019-05-03   The road is closed."}
	n := 0
	for d, err := range (&Library{}).Read(strings.NewReader(lines), "crawl.ndjson") {
		if err != nil {
			t.Fatal(err)
		}
		if got := d.Published.String() + " " + d.Source + " " + d.URL + " " + d.Text; n >= len(want) || got != want[n] {
			t.Errorf("%q", got)
		}
		n++
	}
	if n != len(want) {
		t.Errorf("%d documents", n)
	}
}
