package tag

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/internal/atlas"
	"github.com/dateline-map/dateline/geo/news/text"
)

// found returns what is found in a text.
func found(gaz Gazetteer, s string, o Options) []Mention {
	return Default().Find(gaz, s, text.Split(s), o)
}

// names returns the names of mentions: peoples as "~Malian", what is inside of other names as "(Lima)".
func names(mentions []Mention) []string {
	var out []string
	for _, m := range mentions {
		name := m.Place.Name
		if m.Demonym {
			name = "~" + name
		}
		if m.Inside {
			name = "(" + name + ")"
		}
		out = append(out, name)
	}
	return out
}

// TestWhole finds all of a country's name where only a part was labelled.
func TestWhole(t *testing.T) {
	a := atlas.Atlas{"united atolls": {Places: 1, Main: true, BestKind: "country", Kinds: geo.KindCountry}}
	const s = "The army of the United Atolls left."
	p := layOut(s, text.Split(s), a)
	r := p.runs[len(p.runs)-1]
	for _, part := range []span{{start: r.start, end: r.start + 1}, {start: r.start + 1, end: r.end}} {
		if got := p.whole(part, r, 0); got.start != r.start || got.end != r.end {
			t.Errorf("of words %d to %d a part is taken: %d to %d", r.start, r.end, got.start, got.end)
		}
	}
	if part := (span{start: r.start + 1, end: r.end}); p.whole(part, r, r.start+1) != part {
		t.Error("a name reaches into the one before it")
	}
}

func TestNoNames(t *testing.T) {
	a := atlas.Atlas{
		"boko":  {Places: 1, Main: true, BestKind: "town", Kinds: geo.KindSettlement},
		"sinai": {Places: 1, Main: true, BestKind: "region", Kinds: geo.KindRegion},
	}
	const s = "They told Boko Haram and Sinai Province that US$5 or $US 6 would go to Boko."
	p := layOut(s, text.Split(s), a)
	var group, currency []string
	for i := range p.words {
		if p.words[i].capital && p.group(i) {
			group = append(group, p.text[p.words[i].Start:])
		}
		if p.words[i].capital && p.currency(i) {
			currency = append(currency, p.words[i].lower)
		}
	}
	if len(group) != 1 || !strings.HasPrefix(group[0], "Boko Haram") {
		t.Errorf("armed groups: %q", group)
	}
	if diff := cmp.Diff([]string{"us", "us"}, currency); diff != "" {
		t.Errorf("currencies (-want +got):\n%s", diff)
	}
}

func TestTagging(t *testing.T) {
	const s = "The Malian army left Bamako. He works for the University of Lima."
	tests := []struct {
		options Options
		want    []string
	}{
		{Options{NoDemonyms: true, LongestMatch: true}, []string{"Bamako", "(Lima)"}},
		{Options{NoInside: true, LongestMatch: true}, []string{"~Malian", "Bamako"}},
		{Options{LongestMatch: true}, []string{"~Malian", "Bamako", "(Lima)"}},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, names(found(atlas.Few(), s, test.options))); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.options, diff)
		}
	}
}

// TestUnlisted finds names that no gazetteer has, where places are spoken of.
func TestUnlisted(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"Crews were sent to the Town of Wexcombe on Friday.", []string{"Wexcombe"}, "called a town by a noun with a capital"},
		{"Crews were sent to the Village of Rawa on Friday.", []string{"Rawa"}, "called so, and known"},
		{"He lives in the Province of Gao and went to Lima.", []string{"Gao", "Lima"}, "called a province"},
		{"The fire reached Gao, Zemblin and Lima at noon.", []string{"Gao", "Zemblin", "Lima"}, "listed with towns"},
		{"The pump of Zemblin village failed again.", []string{"Zemblin"}, "called a village by the word behind it"},
		{"A pump failed at Zemblin, north of Gao.", []string{"Zemblin", "Gao"}, "behind a preposition of place"},
		{"The Zemblin procedure was praised by the Malian and Ostric players.", nil, "nothing says that it is a place"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, names(found(atlas.Few(), test.text, Options{NoDemonyms: true, Unlisted: true}))); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
	}
}

func TestInside(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"The Bank of Lima opened in Quito.", []string{"(Lima)", "Quito"}, "part of a company's name"},
		{"Fighters of the Islamic Front of Mali and Niger have left their camp near Gao.", []string{"(Mali)", "(Niger)", "Gao"}, "a group names itself by two countries"},
		{"In the United Atolls and Peru it is raining again today.", []string{"United Atolls", "Peru"}, "a country of united parts is no movement"},
		{"The Baghdad Times and Lima agree.", []string{"(Baghdad)", "Lima"}, "a list ends the name"},
		{"Police in Lima were called.", []string{"Lima"}, "a preposition ends the name"},
		{"He met President Texas of Peru.", []string{"Texas", "Peru"}, "a title is no organisation"},
	}
	gaz := atlas.Few()
	for _, test := range tests {
		got := slices.DeleteFunc(found(gaz, test.text, Options{LongestMatch: true}), func(x Mention) bool { return x.Demonym })
		if diff := cmp.Diff(test.want, names(got)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
	}
}

func TestLongestMatch(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"Boats on the Niger River left Gao.", []string{"Niger River", "Gao"}, "the longest name"},
		{"Reading is fun, Hit or miss.", nil, "words"},
		{"The al-Qaim crossing is closed.", []string{"al-Qaim"}, "an article before a hyphen"},
	}
	gaz := atlas.Few()
	for _, test := range tests {
		got := found(gaz, test.text, Options{LongestMatch: true})
		if diff := cmp.Diff(test.want, names(got)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
	}
}

func TestHints(t *testing.T) {
	type hints struct{ Name, Relation, Kind string }
	tests := []struct {
		text string
		want []hints
	}{
		{"Troops left the western province of Anbar.", []hints{{"Anbar", "", "adm1"}}},
		{"They met in Mopti province.", []hints{{"Mopti", "", "adm1"}}},
		{"A bomb exploded 10 km south of Baghdad.", []hints{{"Baghdad", "10 km south of", ""}}},
		{"Clashes broke out near Gao.", []hints{{"Gao", "near", ""}}},
		{"They took the Al-Qaim border crossing.", []hints{{"Al-Qaim", "", "crossing"}}},
		{"Fire in the town of Rawa, the capital of Anbar.", []hints{{"Rawa", "", "town"}, {"Anbar", "", ""}}},
		{"A ship sank in the Rawa.", []hints{{"Rawa", "", "sea"}}}, // the town of that name has no article
		{"Fires reached Rawa on Monday.", []hints{{"Rawa", "", ""}}},
		{"Fires reached the Gao suburbs.", []hints{{"Gao", "", ""}}}, // the article is the suburbs'
		{"A cow from an Anbar state farm was ill.", []hints{{"Anbar", "", "adm1"}}},
		{"In Niger state media said so.", []hints{{"Niger", "", ""}}}, // a country has media of its state
		{"Tents burned in the Rawa refugee camp, and in a Texas refugee camp.", []hints{{"Rawa", "", "camp"}, {"Texas", "", ""}}},
		{"A Texas town voted; so did the Lima City Council.", []hints{{"Texas", "", ""}, {"Lima", "", ""}}},
	}
	gaz := atlas.Few()
	for _, test := range tests {
		var got []hints
		for _, x := range found(gaz, test.text, Options{LongestMatch: true}) {
			got = append(got, hints{x.Place.Name, x.Place.Relation, x.Place.Kind})
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestAbbreviatesState(t *testing.T) {
	const s = "Those of Mobile, Ala., and N.Y. left La. for LA and Va of Lima."
	p := layOut(s, text.Split(s), atlas.Few())
	var got []string
	for i := range p.words {
		if sp := (span{start: i, end: i + 1}); p.abbreviatesState(sp) {
			got = append(got, p.words[i].lower)
		}
	}
	if diff := cmp.Diff([]string{"ala.", "n.y.", "la."}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// TestModelFile reads the embedded model, writes it, and refuses damaged ones.
func TestModelFile(t *testing.T) {
	if got := Default().Append(nil); !bytes.Equal(got, modelFile) {
		t.Errorf("the embedded model is %d bytes, written again %d", len(modelFile), len(got))
	}
	for _, damaged := range [][]byte{nil, []byte(modelMagic), modelFile[:len(modelFile)-1], append([]byte("DLTAG9"), modelFile[6:]...)} {
		if _, err := ReadModel(damaged); err == nil {
			t.Errorf("a damaged model of %d bytes was read", len(damaged))
		}
	}
}

// TestLearn checks that the same lessons give the same model, and that it has
// learned them.
func TestLearn(t *testing.T) {
	var lessons []Lesson
	for _, town := range []string{"Gao", "Lima", "Paris", "Rawa", "Bamako", "Mwanza"} {
		for _, person := range []string{"Jordan", "Victoria"} {
			s := "A bomb went off in " + town + ". Mr. " + person + " was there."
			at := strings.Index(s, town)
			lessons = append(lessons, Lesson{Text: s, Names: []Name{{Start: at, End: at + len(town)}}})
		}
	}
	m := Learn(atlas.Few(), lessons, 4)
	if !bytes.Equal(m.Append(nil), Learn(atlas.Few(), lessons, 4).Append(nil)) {
		t.Error("the same lessons gave two models")
	}
	for _, l := range lessons {
		if diff := cmp.Diff(l.Names, m.Names(atlas.Few(), l.Text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", l.Text, diff)
		}
	}
}

func TestAsPeople(t *testing.T) {
	hamlet := geo.NameInfo{Places: 1, Main: true, BestKind: "village", Demonym: true}
	if got := asPeople(hamlet); got != (geo.NameInfo{Demonym: true}) {
		t.Errorf("a people's name is a hamlet's: %+v", got)
	}
	town := geo.NameInfo{Places: 1, Main: true, Settled: 5, BestKind: "city", Demonym: true}
	country := geo.NameInfo{Places: 1, BestKind: "country", Demonym: true}
	for _, info := range []geo.NameInfo{town, country} {
		if got := asPeople(info); got != info {
			t.Errorf("a city or country is no more than a people: %+v", got)
		}
	}
}
