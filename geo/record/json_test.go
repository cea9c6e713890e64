package record

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// TestShapesOfJSON reads the same two events in the shapes that JSON comes in.
func TestShapesOfJSON(t *testing.T) {
	const a, b = `{"date":"2020-01-01","place":"Gao"}`, `{"date":"2020-01-02","place":"Kidal"}`
	for name, text := range map[string]string{
		"a list.json":                 "[" + a + "," + b + "]",
		"a list under wrong.ndjson":   "[" + a + ",\n" + b + "]",
		"a list on one line.jsonl":    "[" + a + "," + b + "]",
		"lines.json":                  a + "\n" + b,
		"lines.jsonl":                 a + "\n" + b + "\n",
		"no line ends.json":           a + b,
		"wrapped.json":                `{"count":2,"data":[` + a + "," + b + "]}",
		"wrapped twice.json":          `{"response":{"docs":[` + a + "," + b + "]}}",
		"two lists.json":              `{"first":[` + a + `],"second":[` + b + "]}",
		"rows with header.json":       `[["date","place"],["2020-01-01","Gao"],["2020-01-02","Kidal"]]`,
		"rows with columns.json":      `{"columns":[{"name":"date"},{"name":"place"}],"rows":[["2020-01-01","Gao"],["2020-01-02","Kidal"]]}`,
		"pages.json":                  `[{"page":1,"total":2,"data":[` + a + `]},{"page":2,"total":2,"data":[` + b + `]}]`,
		"groups.json":                 `[{"country":"Mali","name":"North","incidents":[` + a + `]},{"country":"Mali","incidents":[` + b + `]}]`,
		"groups in groups.json":       `[{"country":"Mali","regions":[{"region":"Gao","incidents":[` + a + `]},{"region":"Kidal","incidents":[` + b + `]}]}]`,
		"by names.json":               `[{"north":[` + a + `]},{"far north":[` + b + `]}]`,
		"collections.json":            `[{"type":"FeatureCollection","name":"one","features":[{"type":"Feature","geometry":null,"properties":` + a + `}]},{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":` + b + `}]}]`,
		"chart.json":                  "/*O_o*/\ngoogle.visualization.Query.setResponse(" + `{"version":"0.6","status":"ok","table":{"cols":[{"id":"A","label":"Date","type":"date"},{"id":"B","label":"Place","type":"string"}],"rows":[{"c":[{"v":"Date(2020,0,1)","f":"1/1/2020"},{"v":"Gao"}]},{"c":[{"v":"Date(2020,0,2)"},{"v":"Kidal"},null]}]}});`,
		"records of text.json":        "\x1e" + a + "\n\x1e" + b + "\n",
		"byte order mark.json":        "\ufeff[" + a + "," + b + "]",
		"features.geojson":            `{"type":"FeatureCollection","features":[{"type":"Feature","geometry":null,"properties":` + a + `},{"type":"Feature","geometry":null,"properties":` + b + `}]}`,
		"features before type.json":   `{"features":[{"properties":` + a + `,"type":"Feature","geometry":null},{"properties":` + b + `,"type":"Feature","geometry":null}],"type":"FeatureCollection"}`,
		"a list of features.json":     `[{"type":"Feature","geometry":null,"properties":` + a + `},{"type":"Feature","geometry":null,"properties":` + b + `}]`,
		"spread over many lines.json": strings.NewReplacer("{", "{\n  ", ",", ",\n  ", "}", "\n}").Replace("[" + a + "," + b + "]"),
	} {
		events, refused, told := drain(t, Read(name, strings.NewReader(text), Options{}))
		if len(events) != 2 || len(refused)+len(told) > 0 || events[0].Place.Name != "Gao" || events[1].When != when.On(when.Date(2020, 1, 2)) {
			t.Errorf("%s: %d events, problems %v %v", name, len(events), refused, told)
		}
	}
	one, _, _ := drain(t, Read("one.json", strings.NewReader(a), Options{}))
	if len(one) != 1 || one[0].Place.Name != "Gao" {
		t.Errorf("one object is %d events", len(one))
	}
	bare, _, _ := drain(t, Read("bare.json", strings.NewReader(`[["2020-01-01","Gao"],["2020-01-02","Kidal"]]`), Options{}))
	if len(bare) != 2 {
		t.Errorf("rows without a header are %d events", len(bare))
	}
}

func TestJSONKeepsScalarsAsWritten(t *testing.T) {
	text := `[{"n":1.50,"big":12345678901234567890,"yes":true,"no":null,"s":"a\u00e9","list":[1, 2],"in":{"x":{"y":7}},"empty":{}}]`
	events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{}))
	want := []geo.Property{
		{Name: "n", Value: "1.50", JSON: true},
		{Name: "big", Value: "12345678901234567890", JSON: true},
		{Name: "yes", Value: "true", JSON: true},
		{Name: "no", Value: "null", JSON: true},
		{Name: "s", Value: "aé"},
		{Name: "list", Value: "[1, 2]"},
		{Name: "in.x.y", Value: "7", JSON: true},
		{Name: "empty", Value: "{}"},
	}
	if len(events) != 1 {
		t.Fatalf("%d events", len(events))
	}
	if d := cmp.Diff(want, events[0].Extra); d != "" {
		t.Error(d)
	}
	for _, p := range events[0].Extra {
		if p.JSON && !json.Valid([]byte(p.Value)) {
			t.Errorf("%q is said to be JSON", p.Value)
		}
	}
}

// TestGroups reads what a group says of its records: areas and kinds as their own, the rest
// as columns that say nothing of an event.
func TestGroups(t *testing.T) {
	text := `[{"province":"Homs","name":"Centre","killed":9,"incidents":[{"date":"2013-05-01","town":"Talbiseh","name":"Shelling of a bakery"},{"date":"2013-05-04","town":"Rastan","killed":2}]},
		{"province":"Idlib","name":"North","killed":1,"incidents":[{"date":"2013-05-09","town":"Binnish","killed":1}]}]`
	events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{}))
	if len(events) != 3 {
		t.Fatalf("%d events", len(events))
	}
	var got []string
	for _, e := range events {
		got = append(got, e.Title+"|"+e.Place.Name+"|"+e.Place.Within.Adm1)
	}
	want := []string{"Shelling of a bakery|Talbiseh|Homs", "|Rastan|Homs", "|Binnish|Idlib"}
	if diff := cmp.Diff(want, got); diff != "" || events[0].Killed.Best != (geo.Figure{}) {
		t.Errorf("killed %v, %s", events[0].Killed.Best, diff)
	}
}

// TestSortedRecords reads documents whose records are sorted by what they have in common.
func TestSortedRecords(t *testing.T) {
	for _, tt := range []struct{ text, adm1, reason string }{
		{`{"Homs":[{"date":"2013-05-01","town":"Talbiseh"},{"date":"2013-05-04","town":"Rastan"}],"Idlib":[{"date":"2013-05-09","town":"Binnish"}]}`, "Homs", "by province"},
		{`{"open":[{"date":"2013-05-01","town":"Talbiseh"},{"date":"2013-05-04","town":"Rastan"}],"closed":[{"date":"2013-05-09","town":"Binnish"}]}`, "", "a word of a program is no area"},
		{`{"Homs":[{"date":"2013-05-01","country":"Syria"},{"date":"2013-05-04","country":"Syria"}],"Idlib":[{"date":"2013-05-09","country":"Syria"}]}`, "", "a column has areas"},
	} {
		events, _, _ := drain(t, JSON("t.json", strings.NewReader(tt.text), Options{}))
		if len(events) != 3 || events[0].Place.Within.Adm1 != tt.adm1 || events[2].Extra[0].Name != "key" {
			t.Errorf("%s: %+v", tt.reason, events)
		}
	}
}

// TestRecordsWithLists are records that have lists of what is no record.
func TestRecordsWithLists(t *testing.T) {
	for _, text := range []string{
		`[{"title":"Attack on a clinic","date":"2019-03-02","country":"Mali","sources":[{"date":"2019-03-03","country":"France","url":"https://a.example/1"}]}]`,
		`[{"id":7,"place":"Gao","reports":[{"date":"2019-03-03","country":"France"},{"date":"2019-03-04","country":"Mali"}]}]`,
		`[{"id":7,"country":"Mali","sources":[{"date":"2019-03-03","title":"Attack","url":"https://a.example/1"},{"date":"2019-03-04"}]}]`,
	} {
		if events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{})); len(events) != 1 {
			t.Errorf("%s: %d events", text, len(events))
		}
	}
}

// TestObjectsOfTimelines reads dates in parts and texts in objects, as scripts for timelines
// have them, and the answers of SPARQL, which have names beside addresses.
func TestObjectsOfTimelines(t *testing.T) {
	text := `{"title":{"text":{"headline":"A year of floods"}},"events":[
		{"start_date":{"month":"4","day":"17","year":"2010"},"text":{"headline":"Dam breaks at Alau","text":"<p>Water fills the streets.</p>"}},
		{"start_date":{"month":"8","year":"2010"},"end_date":{"month":"9","year":"2010"},"text":{"headline":"Levees fail","text":""}}]}`
	events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{}))
	if len(events) != 2 || events[0].Title != "Dam breaks at Alau" || events[0].When != when.On(when.Date(2010, 4, 17)) || events[1].When.String() != "2010-08/2010-09" {
		t.Errorf("timeline: %+v", events)
	}
	text = `{"head":{"vars":["siege","siegeLabel","day"]},"results":{"bindings":[
		{"siege":{"type":"uri","value":"http://e.example/Q1"},"siegeLabel":{"xml:lang":"en","type":"literal","value":"Siege of Vren"},"day":{"type":"literal","value":"1711-06-02"}},
		{"siege":{"type":"uri","value":"http://e.example/Q2"},"siegeLabel":{"xml:lang":"en","type":"literal","value":"Siege of Ostal"},"day":{"type":"literal","value":"1712-01-20"}}]}}`
	events, _, _ = drain(t, JSON("t.json", strings.NewReader(text), Options{}))
	if len(events) != 2 || events[0].Title != "Siege of Vren" || events[0].Source.URL != "http://e.example/Q1" {
		t.Errorf("SPARQL: %+v", events)
	}
}

// TestEmptyGroups reads groups of which the first, or a later one, has no records.
func TestEmptyGroups(t *testing.T) {
	text := `{"regions":[{"region":"Sahel","countries":[{"country":"Chad","events":[]},{"country":"Niger","events":[{"date":"2022-02-03","site":"Diffa","killed":1}]},{"country":"Benin","events":[]}]},
		{"region":"Horn","countries":[{"country":"Eritrea","events":[]},{"country":"Kenya","events":[{"date":"2022-02-09","site":"Wajir","killed":2}]}]}]}`
	events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{}))
	var got []string
	for _, e := range events {
		got = append(got, e.Place.Name+", "+e.Place.Within.Country)
	}
	if diff := cmp.Diff([]string{"Diffa, Niger", "Wajir, Kenya"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestNumbersAreNoTitles names no event by the number of its placemark, and takes the kind of
// all from what the column of their names says they are.
func TestNumbersAreNoTitles(t *testing.T) {
	text := `[{"name":"1","date":"2022-02-03","town":"Diffa"},{"name":"2","date":"2022-02-04","town":"Bosso"}]`
	if events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{})); len(events) != 2 || events[0].Title != "" {
		t.Errorf("%+v", events)
	}
	text = `[{"FIRE_NAME":"Long Ridge","date":"2022-02-03"},{"FIRE_NAME":"Ash Creek","date":"2022-02-04"}]`
	if events, _, _ := drain(t, JSON("t.json", strings.NewReader(text), Options{})); len(events) != 2 || events[0].Type != "Fire" {
		t.Errorf("%+v", events)
	}
}
