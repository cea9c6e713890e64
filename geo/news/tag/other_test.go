package tag

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/internal/atlas"
	"github.com/dateline-map/dateline/geo/news/text"
)

func TestNamesOther(t *testing.T) {
	a := atlas.Atlas{}
	for name, kind := range map[string]string{
		"village": "town", "garda": "lake", "sub": "town", "co": "adm1", "rawa": "town", "gao": "city", "niger": "country", "xinhua": "town", "lima": "city", "texas": "adm1",
	} {
		a[name] = geo.NameInfo{Places: 1, Main: true, Population: 6, Settled: 6, Kinds: geo.KindSettlement, BestKind: kind}
	}
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"Co-sponsored talks began in Gao on Monday.", []string{"Gao"}, "half a word"},
		{"An outbreak of Lima fever was declared in Gao.", []string{"Gao"}, "a disease that was found there first"},
		{"Doctors in Gao treated Ebon-Niger haemorrhagic fever.", []string{"Gao"}, "a disease of two places"},
		{"Doctors in Gao counted Texas virus cases.", []string{"Gao", "Texas"}, "anybody's virus"},
		{"In Gao a Garda spokesman said so.", []string{"Gao"}, "the police of Ireland"},
		{"Gao was quiet, and so was the Village.", []string{"Gao"}, "a noun"},
		{"An official in Gao told Xinhua on Monday that all was quiet.", []string{"Gao"}, "an agency"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, names(found(a, test.text, Options{}))); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
	}
}

func TestNamesStrain(t *testing.T) {
	for s, want := range map[string]bool{"a strain like A/Lima/7/2009": true, "trains to Gao/Lima/Rawa": false, "Lima": false} {
		p := layOut(s, text.Split(s), atlas.Few())
		for i := range p.words {
			if got := p.namesStrain(span{start: i, end: i + 1}); p.words[i].lower == "lima" && got != want {
				t.Errorf("%q: got %t", s, got)
			}
		}
	}
}
