package output

import (
	"iter"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/geotest"
)

func names(c *Columns) []string {
	var own []string
	for _, col := range c.All()[len(fixed):] {
		own = append(own, col.Name)
	}
	return own
}

func TestInputColumnNames(t *testing.T) {
	for _, test := range []struct {
		extra, want []string
		reason      string
	}{
		{nil, nil, "an input without columns of its own adds none"},
		{[]string{"b", "a"}, []string{"b", "a"}, "the input's order is kept"},
		{[]string{"date"}, []string{"input_date"}, "our date must not be overwritten"},
		{[]string{"Date"}, []string{"input_Date"}, "to a database Date is date"},
		{[]string{"input_date", "date"}, []string{"input_date", "input_date_2"}, "the way out may be taken"},
		{[]string{"note", "note", "Note"}, []string{"note", "note_2", "Note_3"}, "names are unique, in any case"},
		{[]string{"note", "note_2", "note"}, []string{"note", "note_2", "note_3"}, "the number may be taken"},
		{[]string{"", ""}, []string{"column", "column_2"}, "a nameless column is still a column"},
		{[]string{"\xff", "\xfe"}, []string{"\ufffd", "\ufffd_2"}, "names that differ in bytes no reader sees are the same"},
	} {
		if diff := cmp.Diff(test.want, names(NewColumns(test.extra...))); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", test.extra, test.reason, diff)
		}
	}
}

// Columns of P-codes come behind the fixed ones, and like these keep their names.
func TestColumnsOfPCodes(t *testing.T) {
	for levels := range 4 {
		s := Survey{PCodes: levels}
		e := extra("adm2_pcode", "as it came")
		e.Place.PCodes = &geo.PCodes{Adm1: "XA01", Adm2: "XA0102", Adm3: "XA010203"}
		s.Note(&e)
		c := s.Columns()
		own := "adm2_pcode"
		if levels >= 2 {
			own = "input_adm2_pcode"
		}
		want := append([]string{"adm1_pcode", "adm2_pcode", "adm3_pcode"}[:levels:levels], own)
		if diff := cmp.Diff(want, names(c)); diff != "" {
			t.Errorf("%d levels (-want +got):\n%s", levels, diff)
		}
		values, err := c.Values(nil, &e)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, v := range values[len(fixed):] {
			got = append(got, v.Text)
		}
		if diff := cmp.Diff(append([]string{"XA01", "XA0102", "XA010203"}[:levels:levels], "as it came"), got); diff != "" {
			t.Errorf("%d levels (-want +got):\n%s", levels, diff)
		}
	}
}

func extra(pairs ...string) geo.Event {
	var e geo.Event
	for i := 0; i < len(pairs); i += 2 {
		e.Extra = append(e.Extra, geo.Property{Name: pairs[i], Value: pairs[i+1]})
	}
	return e
}

func TestSurveyUnitesTables(t *testing.T) {
	var s Survey
	for range s.Watch(geotest.Stream(extra("a", "1", "b", "2"), extra("c", "3", "a", "4"), extra("a", "5", "a", "6"))) {
	}
	want := []string{"a", "b", "c", "a_2"}
	if diff := cmp.Diff(want, names(s.Columns())); diff != "" {
		t.Errorf("columns stand in the order they were first seen (-want +got):\n%s", diff)
	}
}

func TestSurveyStopsForGood(t *testing.T) {
	geotest.StopsForGood(t, func() iter.Seq2[geo.Event, error] {
		return new(Survey).Watch(geotest.Stream(geotest.Events()...))
	})
}

func TestSurveyKinds(t *testing.T) {
	for _, test := range []struct {
		values []string
		want   Kind
		reason string
	}{
		{[]string{"1", "2"}, Integer, "whole numbers"},
		{[]string{"1", "2.5"}, Real, "a whole number is a number"},
		{[]string{"null", "1", "null"}, Integer, "null is of every kind"},
		{[]string{"null"}, Text, "nothing but nulls"},
		{[]string{"true", "false"}, Boolean, "truths"},
		{[]string{"true", "1"}, Text, "a truth is not a number"},
		{[]string{`"x"`, "1"}, Text, "text among numbers"},
		{[]string{"1e400"}, Text, "no float64 holds it"},
		{[]string{"99999999999999999999"}, Real, "no int64 holds it"},
		{[]string{"[1]"}, Text, "not a scalar"},
	} {
		var s Survey
		for _, v := range test.values {
			s.Note(&geo.Event{Extra: []geo.Property{{Name: "x", Value: v, JSON: true}}})
		}
		cols := s.Columns().All()
		if got := cols[len(cols)-1].Kind; got != test.want {
			t.Errorf("%q: got %v, want %v: %s", test.values, got, test.want, test.reason)
		}
	}
}

// TestValuesFollowNames checks the fast path, for rows of one table, against
// the other: a column that no event fills forces the slow one.
func TestValuesFollowNames(t *testing.T) {
	var s Survey
	s.Note(&geo.Event{Extra: []geo.Property{{Name: "never filled"}}})
	for _, e := range geotest.Events() {
		var one Survey
		one.Note(&e)
		fast, err := one.Columns().Values(nil, &e)
		if err != nil {
			t.Fatal(err)
		}
		wide := s
		wide.Note(&e)
		slow, err := wide.Columns().Values(nil, &e)
		if err != nil {
			t.Fatal(err)
		}
		slow = append(slow[:len(fixed):len(fixed)], slow[len(fixed)+1:]...)
		if diff := cmp.Diff(fast, slow); diff != "" {
			t.Errorf("event %q (-fast +slow):\n%s", e.ID, diff)
		}
		s = Survey{}
		s.Note(&geo.Event{Extra: []geo.Property{{Name: "never filled"}}})
	}
}

func TestTitle(t *testing.T) {
	at := func(relation, name, other string) geo.Place {
		return geo.Place{Relation: relation, Name: name, Other: other}
	}
	for _, test := range []struct {
		event  geo.Event
		want   string
		reason string
	}{
		{geo.Event{Title: "Own", SubType: "Attack"}, "Own", "the event's own title stands"},
		{geo.Event{Type: "Battles", SubType: "Armed clash", Place: at("", "Gao", "")}, "Armed clash, Gao", "the finer type"},
		{geo.Event{Type: "Battles", Place: at("south of", "Gao", "")}, "Battles, south of Gao", "not in Gao itself"},
		{geo.Event{Type: "Riots", Place: at("between", "Gao", "Kidal")}, "Riots, between Gao and Kidal", "both ends"},
		{geo.Event{Type: "Riots"}, "Riots", "no place"},
		{geo.Event{Place: at("", "Gao", "")}, "Gao", "no type"},
		{geo.Event{}, "", "nothing is claimed"},
	} {
		if got := Title(&test.event); got != test.want {
			t.Errorf("got %q, want %q: %s", got, test.want, test.reason)
		}
	}
}

func TestFixedColumnsLetQGISFindTheTime(t *testing.T) {
	want := map[string]string{"start": "", "end": ""}
	for _, f := range fixed {
		for word, found := range want {
			if found == "" && strings.Contains(f.Name, word) {
				want[word] = f.Name
			}
		}
	}
	if want["start"] != "start" || want["end"] != "end" {
		t.Errorf("QGIS takes the first column whose name contains start and end: %v", want)
	}
}
