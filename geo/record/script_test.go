package record

import (
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
)

func TestScripts(t *testing.T) {
	tests := []struct{ script, want, reason string }{
		{`var quakes = [{"a": 1}];`, `[{"a": 1}]`, "a variable"},
		{"/* made by hand */\n// 2019\nexport const all: Incident[] = [{\"a\": \"b\"}]\n", `[{"a": "b"}]`, "one of a module, with comments and a type"},
		{`window.YTD.tweets.part0 = [ {"tweet": {"id": "1"}} ]`, `[ {"tweet": {"id": "1"}} ]`, "an archive"},
		{`callback({"rows": [{"a": null}]});`, `{"rows": [{"a": null}]}`, "a call"},
		{`)]}'` + "\n" + `{"a": 1}`, `{"a": 1}`, "a guard against scripts"},
		{`module.exports = {list: [{name: 'St. John\'s "old" port', lat: -1.5, lon: +.5, dead: undefined,},],}`,
			`{"list": [{"name": "St. John's \"old\" port", "lat": -1.5, "lon": 0.5, "dead": null } ] }`, "names without quotes, other quotes, commas too many"},
		{"let a = [\n  // first\n  {t: `two\nlines`}]", "[\n  \n  {\"t\": \"two\\u000alines\"}]", "lines are where they were"},
		{`const a = [{"t": "\x41\u00e9\'"}]`, `[{"t": "\u0041\u00e9'"}]`, "escapes that JSON does not have"},
		{`var a = [{when: new Date(2019, 4, 1)}]`, "", "an expression is not run"},
		{"var a = [{t: `${x}`}]", "", "nor one in a text"},
		{`var a = [{"a": 1]`, "", "brackets that do not fit"},
	}
	for _, test := range tests {
		begin := scriptHead([]byte(test.script))
		if begin < 0 {
			t.Errorf("%s: no script", test.reason)
			continue
		}
		r, err := fromScript(strings.NewReader(test.script), begin)
		if err != nil {
			if test.want != "" || err != errScript {
				t.Errorf("%s: %v", test.reason, err)
			}
			continue
		}
		got, _ := io.ReadAll(r)
		if d := cmp.Diff(test.want, string(got)); d != "" {
			t.Errorf("%s: %s", test.reason, d)
		}
	}
	for _, other := range []string{`{"a": 1}`, `[1]`, "date,place\n", "Deaths (all),place = x\n1,2", "a = b", "f(x)", "", "var a;"} {
		if scriptHead([]byte(other)) >= 0 {
			t.Errorf("%q is taken for a script", other)
		}
	}
}

func TestEventsOfScript(t *testing.T) {
	text := "var sinkings = [\n{ship: 'Blue Heron', date: '2018-05-06', lat: 12.5, lng: 43.1, dead: 4},\n{ship: 'Ana', date: '2018-05-09', lat: 12.9, lng: 43.4, dead: 0},\n];\nshow(sinkings);\n"
	events, problems := geotest.Drain(Read("sinkings.js", strings.NewReader(text), Options{}))
	if len(problems) > 0 || len(events) != 2 {
		t.Fatalf("%d events, problems %q", len(events), problems)
	}
	if e := &events[0]; e.When.String() != "2018-05-06" || !e.Place.Located() || e.Killed.Best != geo.Known(4) {
		t.Errorf("event %+v", e)
	}
}

// FuzzScript reads anything as a script: no crash, and what is made of it has its brackets.
func FuzzScript(f *testing.F) {
	f.Add([]byte(`var a = [{b: 'c', "d": .5, e: [1,2,], /* f */}];`))
	f.Add([]byte("x({a:`b\\x4`,'\\u12':\"\\\n\"})"))
	f.Fuzz(func(t *testing.T, text []byte) {
		begin := scriptHead(text)
		if begin < 0 {
			return
		}
		r, err := fromScript(bytes.NewReader(text), begin)
		if err != nil {
			return
		}
		if got, _ := io.ReadAll(r); len(got) < 2 || strings.IndexByte("[{", got[0]) < 0 || strings.IndexByte("]}", got[len(got)-1]) < 0 {
			t.Errorf("%q becomes %q", text, got)
		}
	})
}
