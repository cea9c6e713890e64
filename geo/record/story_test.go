package record

import (
	"strings"
	"testing"
)

func TestTellsStories(t *testing.T) {
	const text = `Gunmen attacked a checkpoint near the town of Hit on Monday.`
	for _, test := range []struct {
		name, data string
		want       bool
		reason     string
	}{
		{"a.json", `[{"id":1,"title":"Attack near Hit","body":"` + text + `","published":"2016-03-01"}]`, true, "an article"},
		{"a.json", `{"status":"ok","articles":[{"source":{"name":"Wire"},"title":"Attack near Hit kills four soldiers","url":"https://x.example/1","publishedAt":"2016-03-01T00:00:00Z"}]}`, true, "a headline"},
		{"a.json", `[{"id":7,"date":"2016-03-01T10:00:00","type":"post","link":"https://x.example/7","title":{"rendered":"Attack"},"content":{"rendered":"<p>` + text + `</p>"}}]`, true, "a post of WordPress"},
		{"a.json", `{"name":"Alerts","messages":[{"id":3,"type":"message","date":"2016-03-01T10:00:00","text":["` + text + ` ",{"type":"bold","text":"Four died."}]}]}`, true, "an export of a messenger"},
		{"a.json", `{"data":[{"id":"9","text":"` + text + `","created_at":"2016-03-01T10:00:00Z","coordinates":null,"user":{"location":"Paris"}}],"includes":{"users":[{"id":"1","name":"Desk"}]}}`, true, "a post whose position nobody gave"},
		{"a.csv", "title,content,date\nAttack," + text + ",2016-03-01\n", true, "a table of articles"},
		{"a.json", `{"data":{"children":[{"data":{"title":"Blast felt across the town","url":"https://x.example/1","created_utc":1456823000.0}}]}}`, true, "a link whose day is counted in seconds"},
		{"a.json", `[{"id":1,"title":"Attack","body":"` + text + `","city":"Hit"}]`, false, "it says where"},
		{"a.json", `[{"id":1,"description":"` + text + `","date":"2016-03-01","killed":4}]`, false, "it says how many died"},
		{"a.json", `[{"id":1,"description":"` + text + `","date":"2016-03-01","event_type":"Battles"}]`, false, "it says what it was"},
		{"a.json", `[{"id":1,"title":"Fair","description":"` + text + `","start_date":"2016-03-01","end_date":"2016-03-04"}]`, false, "an entry of a calendar"},
		{"a.geojson", `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"type":"Point","coordinates":[42.8,33.6]},"properties":{"title":"A","body":"` + text + `"}}]}`, false, "it has a point"},
		{"a.json", `[{"id":1,"title":"A","categories":["army","roads"],"summary":"` + text + `","date":"2016-03-01"},{"id":2,"title":"B","categories":["army","trade"],"summary":"` + text + `","date":"2016-03-02"}]`, true, "keywords are no kinds of events"},
		{"a.json", `[{"id":1,"title":"A","categories":["bombing","army"],"summary":"` + text + `","date":"2016-03-01"},{"id":2,"title":"B","categories":["army","trade"],"summary":"` + text + `","date":"2016-03-02"}]`, false, "one of them is"},
		{"a.csv", "name,date\nAlpha,2016-03-01\n", false, "there is no text"},
	} {
		var table Table
		for _, err := range Read(test.name, strings.NewReader(test.data), Options{Understood: func(t Table) { table = t }}) {
			_ = err // whether it lacks something is not the question
		}
		if got := table.TellsStories(); got != test.want {
			t.Errorf("%s: %v, want %v: %s", test.data, got, test.want, test.reason)
		}
	}
}

func TestStory(t *testing.T) {
	const doc = `[{"title":{"rendered":"Four die &#8211; army"},"excerpt":"Four soldiers died in&#8230;","content":{"rendered":"<p>Four soldiers died in a clash.</p>\n<p>Two <b>more</b> are hurt.</p>"},"tags":["a","b"]},
		{"title":"","excerpt":"","content":null}]`
	var table Table
	var got [][2]string
	for e, err := range Read("a.json", strings.NewReader(doc), Options{Understood: func(t Table) { table = t }}) {
		if err != nil {
			continue // of what the table lacks
		}
		title, text := table.Story(&e)
		got = append(got, [2]string{title, text})
	}
	want := [][2]string{{"Four die – army", "Four soldiers died in a clash.\n\nTwo more are hurt."}, {"", ""}}
	if len(got) != len(want) || got[0] != want[0] || got[1] != want[1] {
		t.Errorf("%q, want %q", got, want)
	}
}
