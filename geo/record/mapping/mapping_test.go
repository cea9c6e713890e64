package mapping_test

import (
	"errors"
	"reflect"
	"strings"
	"testing"

	"github.com/dateline-map/dateline/geo/record"
	"github.com/dateline-map/dateline/geo/record/mapping"
	"github.com/dateline-map/dateline/geo/when"
)

func TestRead(t *testing.T) {
	for _, test := range []struct {
		reason, in string
		want       mapping.Mapping
	}{
		{"nothing", "", mapping.Mapping{}},
		{"comments alone", "# nothing yet\n", mapping.Mapping{}},
		{"everything", "columns:\n  date: Date of incident\n  place: [Village, \"Nearest: town\"]\n  none: Code\norder: month first\ndelimiter: tab\n", mapping.Mapping{
			Roles: map[string]record.Role{"Date of incident": record.Date, "Village": record.Place, "Nearest: town": record.Place, "Code": record.NoRole},
			Order: when.MDY, Delimiter: '\t'}},
		{"headers that YAML takes for other than text", "columns:\n  killed: 2014\n  wounded: yes\n  date: 1.50\n", mapping.Mapping{
			Roles: map[string]record.Role{"2014": record.Killed, "yes": record.Wounded, "1.50": record.Date}}},
		{"a list one a line", "columns:\n  place:\n    - المدينة\n    - Ort\n", mapping.Mapping{
			Roles: map[string]record.Role{"المدينة": record.Place, "Ort": record.Place}}},
		{"one entry", "order: day first", mapping.Mapping{Order: when.DMY}},
	} {
		got, err := mapping.Read(strings.NewReader(test.in))
		if err != nil || !reflect.DeepEqual(got, test.want) {
			t.Errorf("%s: got %+v, %v, want %+v", test.reason, got, err, test.want)
		}
	}
}

func TestReadTellsTheLine(t *testing.T) {
	for _, test := range []struct {
		reason, in string
		line       int
		says       string
	}{
		{"an unknown key", "order: day first\ncolour: red\n", 2, `"colour" is none of`},
		{"an unknown word", "columns:\n  date: A\n  village: B\n", 3, `"village" is no word for a column`},
		{"a column twice", "columns:\n  date: A\n  place: A\n", 3, `said to be date and place`},
		{"a column without a name", "columns:\n  date:\n", 2, "not a text"},
		{"an unknown order", "order: ymd\n", 1, `"ymd" is neither "day first" nor "month first"`},
		{"a delimiter of two", "delimiter: \"||\"\n", 1, "not one character"},
		{"columns that are a list", "columns: [a, b]\n", 1, "not a list of keys"},
		{"a mapping where a column should be", "columns:\n  date: {a: b}\n", 2, "not a text"},
		{"no YAML", "columns: [a\norder: x", 2, "must be specified"},
		{"a list at the top", "- a\n", 1, "not a list of keys"},
	} {
		_, err := mapping.Read(strings.NewReader(test.in))
		var at *mapping.Error
		if !errors.As(err, &at) || at.Line != test.line || !strings.Contains(err.Error(), test.says) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: error is %v, want line %d and %q", test.reason, err, test.line, test.says)
		}
	}
}

func TestWriteIsReadAgain(t *testing.T) {
	m := mapping.Mapping{Order: when.DMY, Delimiter: ';', Roles: map[string]record.Role{
		"a: b": record.Date, `"quoted" \`: record.Place, "#x": record.NoRole, "line\nbreak": record.Text, "\u2028": record.Title, "- x": record.Place, "{": record.ID,
	}}
	var out strings.Builder
	if err := m.Write(&out); err != nil {
		t.Fatal(err)
	}
	if got, err := mapping.Read(strings.NewReader(out.String())); err != nil || !reflect.DeepEqual(got, m) {
		t.Errorf("wrote\n%s\nread %+v, %v, want %+v", out.String(), got, err, m)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("columns:\n  date: Date of incident\n  place: [Village, \"Nearest: town\"]\norder: month first\ndelimiter: tab\n")
	f.Add("a: &x [*x]\n")
	f.Add("? {}\n: !!tag |\n  x")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := mapping.Read(strings.NewReader(in))
		if err != nil {
			var at *mapping.Error
			if !errors.As(err, &at) || at.Line < 1 {
				t.Errorf("the error %v has no line", err)
			}
			return
		}
		var out strings.Builder
		if err := m.Write(&out); err != nil {
			t.Fatal(err)
		}
		again, err := mapping.Read(strings.NewReader(out.String()))
		if err != nil || len(again.Roles) != len(m.Roles) || again.Order != m.Order || again.Delimiter != m.Delimiter {
			t.Errorf("wrote %q, read %+v, %v, want %+v", out.String(), again, err, m)
		}
	})
}
