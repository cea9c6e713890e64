package input

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/record"
)

// TestRowsThatTellStories holds that articles in a table are read as stories, whatever the
// file is, and records as records.
func TestRowsThatTellStories(t *testing.T) {
	const body = "Gunmen killed four soldiers in Ramadi on Tuesday, police said."
	folder := writeFiles(t, map[string]string{
		"posts.json":     `[{"id":1,"title":{"rendered":"Ramadi"},"content":{"rendered":"<p>` + body + `</p>"},"date":"2016-03-02T10:00:00"}]`,
		"crawl.ndjson":   `{"headline":"Ramadi","articleBody":"` + body + ` Two are hurt.","datePublished":"2016-03-02","url":"https://x.example/2"}` + "\n",
		"articles.csv":   "title,content,date\nRamadi,\"" + body + " Three are hurt.\",2016-03-02\n",
		"incidents.json": `[{"id":1,"description":"` + body + `","date":"2016-03-02","town":"Ramadi"}]`,
	})
	inputs, problems := Find([]string{folder})
	if len(problems) > 0 || len(inputs) != 4 {
		t.Fatalf("%v, %v", inputs, problems)
	}
	for _, in := range inputs {
		want := filepath.Base(in.Path) != "incidents.json"
		if got := in.mayTell && rowsTellStories(in.Path, record.Options{}); got != want {
			t.Errorf("%s tells stories: %v", in.Path, got)
			continue
		}
		for d, err := range StoriesOfRows(in.Path, record.Options{}) {
			if err == nil && want && (!strings.HasPrefix(d.Text, "Ramadi\n\nGunmen killed") || d.Published.String() != "2016-03-02" || d.ID == "") {
				t.Errorf("%s: %+v", in.Path, d)
			}
		}
	}
}
