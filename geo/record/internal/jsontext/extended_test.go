package jsontext

import (
	"bytes"
	"strings"
	"testing"
)

func TestWithoutExtended(t *testing.T) {
	for _, test := range []struct{ value, want, reason string }{
		{`{"a":{"$numberInt":"4"},"b":{"$numberDouble":"43.13"}}`, `{"a":4,"b":43.13}`, "numbers"},
		{`{"a":{"$numberDouble":"NaN"},"b":{"$numberDouble":"Infinity"},"c":{"$numberLong":"0x10"}}`, `{"a":null,"b":null,"c":null}`, "what is no number in JSON is none"},
		{`{"_id":{"$oid":"61f1"}}`, `{"_id":"61f1"}`, "ids"},
		{`{"d":{"$date":"2020-07-28T06:00:00Z"}}`, `{"d":"2020-07-28T06:00:00Z"}`, "days in words"},
		{`{"d":{"$date":{"$numberLong":"1595793600000"}}}`, `{"d":"2020-07-26T20:00:00Z"}`, "days in milliseconds"},
		{`{"d":{"$date":-1000}}`, `{"d":"1969-12-31T23:59:59Z"}`, "the older form"},
		{`{"d":{"$date":{"$numberLong":"99999999999999999"}}}`, `{"d":{"$date":99999999999999999}}`, "no day of any calendar"},
		{`[1, {"$numberInt":"2"} ,[{"$oid":"x"}]]`, `[1,2,["x"]]`, "lists"},
		{`{"$oid":"x","more":1}`, `{"$oid":"x","more":1}`, "two members are an object"},
		{`{"$ref":"places","$id":{"$oid":"x"}}`, `{"$ref":"places","$id":"x"}`, "as a reference is"},
		{`{"a\"b":{"$oid":"\"$"}}`, `{"a\"b":"\"$"}`, "what is escaped stays so"},
	} {
		if got := WithoutExtended([]byte(test.value)); string(got) != test.want {
			t.Errorf("%s: %s, want %s: %s", test.value, got, test.want, test.reason)
		}
	}
	deep := strings.Repeat(`{"a":`, 5000) + `{"$oid":"x"}` + strings.Repeat("}", 5000)
	if got := WithoutExtended([]byte(deep)); !Valid(got) {
		t.Error("what is nested deeply is no JSON any more")
	}
}

// FuzzWithoutExtended holds that valid JSON stays valid.
func FuzzWithoutExtended(f *testing.F) {
	for _, value := range []string{`{"a":{"$date":{"$numberLong":"1"}}}`, `[{"$numberInt":4},{}]`, `{"$":"$","a":[null,"$"]}`, `"$"`, `{"a":{"$date":{"$date":{}}}}`} {
		f.Add([]byte(value))
	}
	f.Fuzz(func(t *testing.T, value []byte) {
		if value = bytes.TrimSpace(value); len(value) == 0 || !Valid(value) {
			t.Skip("no JSON")
		}
		if got := WithoutExtended(value); !Valid(got) {
			t.Errorf("%q became %q", value, got)
		}
	})
}
