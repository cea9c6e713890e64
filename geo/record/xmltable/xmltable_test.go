package xmltable

import (
	"fmt"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
	"github.com/dateline-map/dateline/geo/record"
)

func read(text string) ([]geo.Event, string) {
	events, told := geotest.Drain(record.Read("a.xml", strings.NewReader(text), record.Options{Stores: []record.Store{Store()}}))
	return events, strings.Join(told, "\n")
}

func TestRecords(t *testing.T) {
	for _, test := range []struct{ text, want, reason string }{
		{`<?xml version="1.0" encoding="windows-1252"?><list><meta><made>2021-02-03</made></meta><incident><date>2020-01-02</date><place>Hit</place><killed>3</killed></incident><incident><date>2020-01-03</date><place>Ana</place><killed>0</killed></incident></list>`,
			"2020-01-02 Hit 3|2020-01-03 Ana 0", "what an agency writes"},
		{`<response><row><row _id="r1" _uuid="u1"><date>2020-01-02T00:00:00</date><town>Hit</town></row><row _id="r2" _uuid="u2"><date>2020-01-03T00:00:00</date><town>Ana</town></row></row></response>`,
			"2020-01-02 Hit ?|2020-01-03 Ana ?", "a data portal's rows in a row"},
		{`<events><e date="2020-01-02" place="Hit" killed="1"/><e date="2020-01-03" place="Ana" killed="2"/></events>`,
			"2020-01-02 Hit 1|2020-01-03 Ana 2", "attributes alone"},
		{`<q:cat xmlns:q="http://x.example/q"><event q:id="1"><origin><time><value>2020-01-02T03:04:05Z</value><uncertainty>1</uncertainty></time><latitude><value>33.6</value></latitude><longitude><value>42.8</value></longitude></origin></event><event q:id="2"><origin><time><value>2020-01-03T03:04:05Z</value></time><latitude><value>34.4</value></latitude><longitude><value>41.9</value></longitude></origin></event></q:cat>`,
			"2020-01-02 [42.8 33.6] ?|2020-01-03 [41.9 34.4] ?", "values beside their uncertainty, namespaces, and places in numbers"},
		{`<r><i><day>2020-01-02</day><place>Hit</place><tags><tag>a</tag><tag>b</tag></tags></i><i><day>2020-01-03</day><place>Ana</place><tags><tag>a</tag></tags></i></r>`,
			"2020-01-02 Hit ?|2020-01-03 Ana ?", "a list inside is none of the records"},
	} {
		events, told := read(test.text)
		var got []string
		for _, e := range events {
			where := e.Place.Name
			if e.Place.Located() {
				where = fmt.Sprint(e.Place.Point)
			}
			killed := "?"
			if n, ok := e.Killed.Best.Int(); ok {
				killed = fmt.Sprint(n)
			}
			got = append(got, e.When.EDTF()+" "+where+" "+killed)
		}
		if strings.Join(got, "|") != test.want {
			t.Errorf("%s: %q, want %q (%s)", test.reason, strings.Join(got, "|"), test.want, told)
		}
	}
}

func TestListsAndTexts(t *testing.T) {
	events, told := read(`<r><i><place>Hit</place><date>2020-01-02</date><tag>a</tag><tag>b</tag><tag>a</tag></i><i><place>Ana</place></i></r>`)
	if len(events) != 2 {
		t.Fatalf("%d events: %s", len(events), told)
	}
	for _, p := range events[0].Extra {
		if p.Name == "tag" && p.Value != "a; b" {
			t.Errorf("the list is %q", p.Value)
		}
	}
}

// TestHostile holds that what is no list of records, or made to hurt, is refused in words.
func TestHostile(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"one record", `<alert><a>1</a><b>2</b></alert>`, "give the records as CSV"},
		{"words alone", `<p>A <b>bold</b> and <b>bolder</b> text</p>`, "give the records as CSV"},
		{"deep", strings.Repeat("<a>", 100_000), "give the records as CSV"},
		{"deep in a record", `<r><i><b>1</b></i><i><b>1</b></i><i>` + strings.Repeat("<a>", 100_000) + `</i></r>`, "damaged"},
		{"cut off", `<r><i><place>Hit</place></i><i><place>Ana</place></i><i><pla`, "damaged"},
		{"endless record", `<r><i><b>1</b></i><i><b>1</b></i><i><b>` + strings.Repeat("x", mostText+1) + `</b></i></r>`, "too long"},
		{"unknown encoding", `<?xml version="1.0" encoding="ebcdic-x"?><r><i><b>1</b></i><i><b>1</b></i></r>`, "give the records as CSV"},
		{"entities", `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><r><i><place>&b;</place></i><i><place>x</place></i></r>`, ""},
	} {
		events, told := read(test.text)
		if !strings.Contains(told, test.want) || len(events) > 3 {
			t.Errorf("%s: %d events, told %.200q, want %q", test.name, len(events), told, test.want)
		}
	}
}

func FuzzOpen(f *testing.F) {
	f.Add([]byte(`<r><i><date>2020-01-02</date><place>Hit</place></i><i a="1" b="2" c="3"/></r>`))
	f.Add([]byte(`<?xml version="1.0" encoding="utf-16"?><r xmlns:x="y"><x:i><value>1</value></x:i><i/></r>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		read(string(text))
	})
}
