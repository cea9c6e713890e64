package news

import (
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/news/internal/atlas"
	"github.com/dateline-map/dateline/geo/when"
)

func traceOf(text string) *Trace {
	published, _ := when.ParseEDTF("2021-03-10")
	return (&Reader{Parser: geoparse.Parser{Gazetteer: atlas.Few()}}).Trace(&document.Document{ID: "a", Text: text, Published: published})
}

func TestTraceSaysWhyNot(t *testing.T) {
	for _, test := range []struct {
		text   string
		want   Silence
		reason string
	}{
		{"Gunmen killed two soldiers in Gao on Monday.", spoken, "it gave an event"},
		{"The army had not attacked Gao, officials said.", NotReal, "it is denied"},
		{"Gunmen killed nine soldiers in Gao in 2003.", LongAgo, "it is history"},
		{"Nothing of note was seen.", spoken, "nothing is told at all"},
	} {
		var got []Silence
		for _, r := range traceOf(test.text).Sentences {
			for _, x := range r.Tellings {
				if len(x.Events) == 0 != (x.Silence != spoken) {
					t.Errorf("%s: %d events and the silence %q: %q", test.reason, len(x.Events), x.Silence, test.text)
				}
				if x.Silence != OnlyTool {
					got = append(got, x.Silence)
				}
			}
		}
		if test.want == spoken && slices.ContainsFunc(got, func(s Silence) bool { return s != spoken }) || test.want != spoken && !slices.Contains(got, test.want) {
			t.Errorf("%q, want %q, %s: %q", got, test.want, test.reason, test.text)
		}
	}
}

func TestTraceOfOneStory(t *testing.T) {
	trace := traceOf("Gunmen killed two soldiers in Gao on Monday. Two died.\n\n3 Comments\n\nTwo were killed in Lima.")
	if len(trace.Events) != 1 || trace.Why != "" {
		t.Fatalf("%d events, %q", len(trace.Events), trace.Why)
	}
	first := trace.Sentences[0]
	var told *Telling
	for i := range first.Tellings {
		if len(first.Tellings[i].Events) > 0 {
			told = &first.Tellings[i]
		}
	}
	if told == nil {
		t.Fatal("the first sentence tells of nothing")
	}
	text := trace.Document.Text
	if got := text[told.Date.Start:told.Date.End]; !strings.HasSuffix(got, "Monday") {
		t.Errorf("the date is read from %q", got)
	}
	if len(told.Options) != 1 || !told.Options[0].Chosen || text[told.Options[0].Start:told.Options[0].End] != "Gao" {
		t.Errorf("the place is chosen from %+v", told.Options)
	}
	for _, s := range trace.Sentences {
		if s.Part == document.Aside && len(s.Marks)+len(s.Tellings) > 0 {
			t.Error("a comment was read")
		}
	}
	if why := traceOf("Rivers are long.").Why; why != "no word in it tells of an event" {
		t.Errorf("the story is silent because %q", why)
	}
}

// TestTraceIsTheReading checks on every story of the fixtures that explaining
// changes nothing, and what a trace promises.
func TestTraceIsTheReading(t *testing.T) {
	stories, err := filepath.Glob("../../testdata/stories/*.txt")
	if err != nil || len(stories) == 0 {
		t.Fatal("no stories", err)
	}
	for _, path := range stories {
		b, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		checkTrace(t, string(b))
	}
}

func checkTrace(t *testing.T, text string) {
	t.Helper()
	trace := traceOf(text)
	r := Reader{Parser: geoparse.Parser{Gazetteer: atlas.Few()}}
	d := *trace.Document
	events, why := r.EventsOrWhy(&d)
	if plain := r.Events(&d); !reflect.DeepEqual(plain, trace.Events) {
		t.Errorf("the events are %+v, explained %+v", plain, trace.Events)
	}
	if len(events) != len(trace.Events) || why != trace.Why || (why == "") != (len(events) > 0) {
		t.Errorf("%d events because %q, explained %d because %q", len(events), why, len(trace.Events), trace.Why)
	}
	told := make([]bool, len(events))
	for _, s := range trace.Sentences {
		for _, m := range s.Marks {
			if m.Start < s.Start || m.End > s.End || m.Start >= m.End {
				t.Errorf("mark %+v in the sentence from %d to %d", m, s.Start, s.End)
			}
		}
		for _, x := range s.Tellings {
			for _, n := range x.Events {
				told[n] = true
			}
			if len(x.Words) == 0 || x.Silence != spoken && x.Silence.String() == "" {
				t.Errorf("telling %+v", x)
			}
		}
	}
	if i := slices.Index(told, false); i >= 0 {
		t.Errorf("no sentence tells of event %d: %q", i, events[i].Source.Quote)
	}
}

func FuzzTrace(f *testing.F) {
	for _, s := range []string{"Gunmen killed two in Gao.", "", "Dozens died. Two were not hurt in Lima.", "\xff killed \u2028 5 in Gao, Mali", "The death toll rose to 12."} {
		f.Add(s)
	}
	f.Fuzz(checkTrace)
}
