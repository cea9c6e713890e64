package build

import (
	"slices"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/internal/record"
)

func TestLabels(t *testing.T) {
	for _, test := range []struct {
		place  Place
		want   []record.Label
		reason string
	}{
		{Place{Name: "Hit", Country: "IQ", Aliases: []string{"Heet", "هيت", "Хит", "希特"}}, []record.Label{{Mark: record.OwnScript, Text: "هيت"}}, "only scripts that the country writes"},
		{Place{Name: "Kirkuk", Country: "IQ", Aliases: []string{"كركوك", "کەرکووک", "كركوك شهر"}}, []record.Label{{Mark: record.OwnScript, Text: "كركوك"}, {Mark: record.OwnScript, Text: "کەرکووک"}}, "as they are written, two at most"},
		{Place{Name: "Patras", Country: "GR", Aliases: []string{"Πάτρα"}}, []record.Label{{Mark: record.OwnScript, Text: "Πάτρα"}}, "accents and capitals stay"},
		{Place{Name: "Iraq", Country: "IQ", Codes: []string{"IQ", "IRQ"}}, []record.Label{{Mark: record.Code, Text: "IQ"}, {Mark: record.Code, Text: "IRQ"}}, "codes"},
		{Place{Name: "Odd", Country: "IQ", Codes: []string{"A\x00nX"}}, nil, "a text that would end a label is none"},
		{Place{Name: "Bern", Country: "CH", Aliases: []string{"Berne"}}, nil, "the dictionary has names in Latin letters"},
	} {
		if got := labels(&test.place); !slices.Equal(got, test.want) {
			t.Errorf("%s: %q, want %q (%s)", test.place.Name, got, test.want, test.reason)
		}
	}
}
