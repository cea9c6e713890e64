package output

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
)

func fields(t testing.TB, lists ...string) *Fields {
	f, err := ParseFields(lists...)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

// TestFieldsOfInput looks at what is left of an input's columns, and how it is called.
func TestFieldsOfInput(t *testing.T) {
	extra := []string{"Date", "country", "note", "Country", "country_2", "place, written"}
	all := []string{"input_Date", "input_country", "note", "input_Country_2", "country_2", "place, written"}
	for _, test := range []struct {
		list, reason string
		want         []string
	}{
		{"input", "nothing of ours has their names", []string{"Date", "country", "note", "input_Country_2", "country_2", "place, written"}},
		{"-event", "that is the same", []string{"Date", "country", "note", "input_Country_2", "country_2", "place, written"}},
		{"input,date", "our date has its name", []string{"input_Date", "country", "note", "input_Country_2", "country_2", "place, written"}},
		{"event,input", "all of them", all},
		{"-quote", "all but one of ours", all},
		{"-country", "only that of ours is left out", []string{"input_Date", "country", "note", "input_Country_2", "country_2", "place, written"}},
		{"input_date,note", "what is named keeps the name it was asked for by", []string{"input_Date", "note"}},
		{"input,input_date", "so it does beside the group", []string{"input_Date", "country", "note", "input_Country_2", "country_2", "place, written"}},
		{"input,-note,-country_2", "what is left out", []string{"Date", "country", "input_Country_2", "place, written"}},
		{"note,-input", "a name weighs more than its group", []string{"note"}},
		{"NOTE", "properties are one in any case", []string{"note"}},
		{"-note,note", "the last word counts", all},
		{`date," place, written"`, "quotes hold a comma", []string{"place, written"}},
		{"event", "none", nil},
	} {
		c := newColumns(extra, slices.Repeat([]Kind{Text}, len(extra)), 0, fields(t, test.list))
		var got []string
		for _, col := range c.All()[len(c.Fixed()):] {
			got = append(got, col.Name)
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%s: %s (-want +got):\n%s", test.list, test.reason, diff)
		}
	}
}

func TestFieldsOfOurs(t *testing.T) {
	for list, want := range map[string][]string{
		"killed,date":                     {"date", "killed"}, // in their usual order
		"input":                           nil,
		"event,-killed_low,-input":        namesOf(slices.DeleteFunc(slices.Clone(fixed), func(c Column) bool { return c.Name == "killed_low" })),
		"-event,place,-input":             {"place"},
		"Date , Killed":                   {"date", "killed"},
		"adm1_pcode,id":                   {"id", "adm1_pcode"},
		"-event,-input,adm2_pcode":        {"adm2_pcode"},
		"event,-adm1_pcode,-event,source": {"source"},
	} {
		c := newColumns(nil, nil, 2, fields(t, list))
		got := slices.DeleteFunc(namesOf(c.Fixed()), func(name string) bool { return list[0] == 'e' && strings.HasSuffix(name, "_pcode") })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", list, diff)
		}
	}
}

func namesOf(columns []Column) []string {
	var names []string
	for _, c := range columns {
		names = append(names, c.Name)
	}
	return names
}

func TestBadFields(t *testing.T) {
	for _, lists := range [][]string{nil, {""}, {"a,,b"}, {"-"}, {"a\nb"}, {`"a`}, {"date", " "}} {
		if f, err := ParseFields(lists...); err == nil {
			t.Errorf("%q is taken for %v", lists, f)
		}
	}
}

func TestUnknownFields(t *testing.T) {
	var s Survey
	s.NoteNames([]string{"note", "date"})
	for list, want := range map[string][]string{
		"note,input,event,killed,-input_DATE,adm3_pcode": nil,
		"Kiled,-notes,date": {"Kiled", "notes"},
		"input_note":        {"input_note"},
	} {
		s.Fields = fields(t, list)
		var got []string
		var unknown *UnknownError
		if errors.As(s.CheckFields(), &unknown) {
			got = unknown.Names
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", list, diff)
		}
	}
}

// lists are selections of all kinds: each of our columns alone, and several.
func lists() []string {
	all := []string{"input", "event", "-event", "-input", "event,input", "start,end", "date,start,end,date_precision", "-date_edtf", "-id", "-quote,-note"}
	for _, c := range fixed {
		all = append(all, c.Name, "input,"+c.Name, "-"+c.Name)
	}
	return all
}

// TestValuesOfFields expects of a selection the values that are those of all columns
// under its names.
func TestValuesOfFields(t *testing.T) {
	events := geotest.Events()
	s := Survey{PCodes: 1}
	for i := range events {
		s.Note(&events[i])
	}
	all := s.Columns()
	for _, list := range lists() {
		s.Fields = fields(t, list)
		some, renamed := s.Columns(), s.Fields.Rename(namesOf(all.All()))
		for i := range events {
			whole, err := all.Values(nil, &events[i])
			if err != nil {
				t.Fatal(err)
			}
			var names []string
			var want []Value
			for n, name := range renamed {
				if name != "" {
					names, want = append(names, name), append(want, whole[n])
				}
			}
			got, err := some.Values([]Value{{Text: "before"}}, &events[i])
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(names, namesOf(some.All())); diff != "" {
				t.Fatalf("%s: names (-those of all +got):\n%s", list, diff)
			}
			if diff := cmp.Diff(want, got[1:]); diff != "" {
				t.Fatalf("%s, event %d: values (-those of all +got):\n%s", list, i, diff)
			}
		}
	}
}

// TestOnly expects a sink of a selection to be given what the values are.
func TestOnly(t *testing.T) {
	events := geotest.Events()
	for _, list := range lists() {
		s := Survey{PCodes: 2, Fields: fields(t, list)}
		c := s.Columns()
		var got valueSink
		sink := c.Only(&got)
		for i := range events {
			e := events[i]
			e.Extra = nil
			want, err := c.Values(nil, &e)
			if err != nil {
				t.Fatal(err)
			}
			got = got[:0]
			c.Fill(sink, &e)
			if diff := cmp.Diff(want, []Value(got)); len(want)+len(got) > 0 && diff != "" {
				t.Fatalf("%s, event %d (-want +got):\n%s", list, i, diff)
			}
		}
	}
}

// FuzzFields expects of any list an error, or fields with which a layer has names that
// differ, and the values for them.
func FuzzFields(f *testing.F) {
	for _, list := range append(lists(), "", "a,b", `"`, "-,-", "input_date,input,\"a,b\"", "\xff", "İ,ı") {
		f.Add(list, "date", "Date_2")
	}
	f.Fuzz(func(t *testing.T, list, one, two string) {
		fields, err := ParseFields(list)
		if err != nil {
			return
		}
		s := Survey{Fields: fields}
		e := geo.Event{Extra: []geo.Property{{Name: one, Value: "1"}, {Name: two, Value: "2"}, {Name: one, Value: "3"}}}
		s.Note(&e)
		c := s.Columns()
		taken := make(map[string]bool)
		for _, col := range c.All() {
			if lower := strings.ToLower(col.Name); taken[lower] {
				t.Errorf("%q is there twice", col.Name)
			} else {
				taken[lower] = true
			}
		}
		if values, err := c.Values(nil, &e); err != nil || len(values) != len(c.All()) {
			t.Errorf("%d values of %d columns, %v", len(values), len(c.All()), err)
		}
	})
}
