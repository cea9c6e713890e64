package news

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/text"
)

// atlas is a gazetteer of a few names, told by their kind.
type atlas map[string]geo.NameInfo

func (a atlas) Evidence(name string) geo.NameInfo {
	return a[strings.ToLower(strings.ReplaceAll(name, "-", " "))]
}

// Locate matches every place to itself.
func (a atlas) Locate(places ...*geo.Place) {
	for _, p := range places {
		p.Match = geo.Match{Kind: geo.Exact, ID: p.Name}
	}
}

var testAtlas = func() atlas {
	a := atlas{}
	add := func(kind string, kinds geo.Kinds, population, settled float64, names string) {
		for _, n := range strings.Split(names, ", ") {
			a[n] = geo.NameInfo{Places: 1, Main: true, Population: population, Settled: settled, Kinds: kinds, BestKind: kind}
		}
	}
	add("country", geo.KindCountry, 7.3, 0, "mali, niger, jordan, iraq, syria, peru, united atolls, tanzania, u.s., georgia, ecuador")
	add("adm1", geo.KindAdm1, 6, 0, "texas, anbar, mopti, kentucky, georgia")
	add("city", geo.KindSettlement, 6, 6, "bamako, gao, lima, paris, mwanza, guayaquil, baghdad, dodoma, quito, london, washington")
	add("town", geo.KindSettlement, 4.5, 4.5, "rawa, ana, hit, al qaim, reading, mobile, lamar, victoria")
	add("river", geo.KindNature, 0, 0, "niger river, rio napo, lake victoria")
	add("sea", geo.KindNature, 0, 0, "the rawa")
	a["malian"] = geo.NameInfo{Demonym: true}
	a["peruvian"] = geo.NameInfo{Demonym: true}
	return a
}()

func toponymNames(ts []geo.Toponym) []string {
	var out []string
	for _, t := range ts {
		name := t.Place.Name
		if t.Demonym {
			name = "~" + name
		}
		if t.Inside {
			name = "(" + name + ")"
		}
		out = append(out, name)
	}
	return out
}

func TestGeoparse(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"", nil, "nothing names no place"},
		{"Gunmen attacked the town of Gao in northern Mali on Monday, officials in Bamako said.", []string{"Gao", "Mali", "Bamako"}, "the plain case"},
		{"A ferry sank near Mwanza, Tanzania, on Sunday.", []string{"Mwanza", "Tanzania"}, "a town and its country"},
		{"Rebels seized the towns of Rawa and Ana on Friday.", []string{"Rawa", "Ana"}, "coordination after a noun of place"},
		{"Rebels seized the towns of Rawa, Kubaysa and Ana, Col. Diarra said.", []string{"Rawa", "Kubaysa", "Ana"}, "a list after a noun of place, known or not"},
		{"They fled the town of Hit. Nine policemen were killed in Hit when it fell.", []string{"Hit", "Hit"}, "a word that the page names a place elsewhere"},
		{"The Malian army said it had retaken the town.", []string{"~Malian"}, "a demonym is marked"},
		{"She said that Mr. Jordan had hit the wall twice.", nil, "a person and a verb"},
		{"The singer Paris Belmont cancelled a concert in Lima on Sunday.", []string{"Lima"}, "a first and a last name"},
		{"He'd voted with Sen. John Doe (D-Hit) on the bill, she said. I'll go.", []string{"Hit"}, "the seat of a politician; a contraction"},
		{"Three died in the mainly Sunni village of Hit, and in Shiite areas of Baghdad.", []string{"Hit", "Baghdad"}, "faiths are no places"},
		{"Police in Paris, Texas, arrested a man.", []string{"Paris", "Texas"}, "a town in a state"},
		{"GUNMEN ATTACK GAO IN NORTHERN MALI\n\nGunmen attacked the town of Gao in northern Mali on Monday.", []string{"GAO", "MALI", "Gao", "Mali"}, "a headline in capitals"},
	}
	r := Reader{Gazetteer: testAtlas}
	for _, test := range tests {
		d := document.Document{Text: test.text}
		got := r.Geoparse(&d)
		if diff := cmp.Diff(test.want, toponymNames(got)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
		checkToponyms(t, &d, got)
	}
}

// checkToponyms checks what Geoparse promises of every text.
func checkToponyms(t *testing.T, d *document.Document, toponyms []geo.Toponym) {
	t.Helper()
	at := 0
	for _, x := range toponyms {
		if x.Start < at || x.End <= x.Start || x.End > len(d.Text) {
			t.Fatalf("toponym %d-%d after %d in a text of %d bytes", x.Start, x.End, at, len(d.Text))
		}
		if d.Text[x.Start:x.End] != x.Place.Name {
			t.Fatalf("%q is not %q", d.Text[x.Start:x.End], x.Place.Name)
		}
		if !x.Place.Located() {
			t.Fatalf("%q was not given to the locator", x.Place.Name)
		}
		at = x.End
	}
}

// TestWhole finds all of a country's name where only a part was labelled.
func TestWhole(t *testing.T) {
	a := atlas{"united atolls": {Places: 1, Main: true, BestKind: "country", Kinds: geo.KindCountry}}
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
	a := atlas{
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
	d := document.Document{Text: "The Malian army left Bamako. He works for the University of Lima."}
	tests := []struct {
		tagging Tagging
		want    []string
	}{
		{Tagging{NoDemonyms: true, LongestMatch: true}, []string{"Bamako", "(Lima)"}},
		{Tagging{NoInside: true, LongestMatch: true}, []string{"~Malian", "Bamako"}},
		{Tagging{LongestMatch: true}, []string{"~Malian", "Bamako", "(Lima)"}},
	}
	for _, test := range tests {
		r := Reader{Gazetteer: testAtlas, Tagging: test.tagging}
		if diff := cmp.Diff(test.want, toponymNames(r.Geoparse(&d))); diff != "" {
			t.Errorf("%+v (-want +got):\n%s", test.tagging, diff)
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
	r := Reader{Gazetteer: testAtlas, Tagging: Tagging{LongestMatch: true}}
	for _, test := range tests {
		got := slices.DeleteFunc(r.Geoparse(&document.Document{Text: test.text}), func(x geo.Toponym) bool { return x.Demonym })
		if diff := cmp.Diff(test.want, toponymNames(got)); diff != "" {
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
	r := Reader{Gazetteer: testAtlas, Tagging: Tagging{LongestMatch: true}}
	for _, test := range tests {
		got := r.Geoparse(&document.Document{Text: test.text})
		if diff := cmp.Diff(test.want, toponymNames(got)); diff != "" {
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
	r := Reader{Gazetteer: testAtlas, Tagging: Tagging{LongestMatch: true}}
	for _, test := range tests {
		var got []hints
		for _, x := range r.Geoparse(&document.Document{Text: test.text}) {
			got = append(got, hints{x.Place.Name, x.Place.Relation, x.Place.Kind})
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q (-want +got):\n%s", test.text, diff)
		}
	}
}

func TestResolve(t *testing.T) {
	d := document.Document{Text: "From Gao to Kidal."}
	names := []Name{{Start: 5, End: 8}, {Start: 6, End: 9}, {Start: 12, End: 17}, {Start: 17, End: 99}}
	got := (&Reader{Gazetteer: testAtlas}).Resolve(&d, names)
	if diff := cmp.Diff([]string{"Gao", "Kidal"}, toponymNames(got)); diff != "" {
		t.Errorf("names that overlap or lie outside are left out (-want +got):\n%s", diff)
	}
	checkToponyms(t, &d, got)
}

func TestCodePoints(t *testing.T) {
	d := document.Document{Text: "Né à Gao"}
	got := d.CodePoints([]geo.Toponym{{Start: 7, End: 10}})
	if want := [][2]int{{5, 8}}; !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}

// TestModelFile reads the embedded model, writes it, and refuses damaged ones.
func TestModelFile(t *testing.T) {
	if got := defaultModel().Append(nil); !bytes.Equal(got, modelFile) {
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
	m := Learn(testAtlas, lessons, 4)
	if !bytes.Equal(m.Append(nil), Learn(testAtlas, lessons, 4).Append(nil)) {
		t.Error("the same lessons gave two models")
	}
	for _, l := range lessons {
		if diff := cmp.Diff(l.Names, m.Names(testAtlas, l.Text)); diff != "" {
			t.Errorf("%q (-want +got):\n%s", l.Text, diff)
		}
	}
}

func FuzzGeoparse(f *testing.F) {
	for _, s := range []string{"Gao, Mali", "al-Qaim", "THE TOWNS OF RAWA AND ANA", "Bank of Lima's St. Paris-Texas’s", "\xff Gao \u2028", "U.S. The 北京 Gao"} {
		f.Add(s)
	}
	r, longest := Reader{Gazetteer: testAtlas}, Reader{Gazetteer: testAtlas, Tagging: Tagging{LongestMatch: true}}
	f.Fuzz(func(t *testing.T, s string) {
		d := document.Document{Text: s}
		checkToponyms(t, &d, r.Geoparse(&d))
		checkToponyms(t, &d, longest.Geoparse(&d))
	})
}

// BenchmarkGeoparse takes a story of 400 words; the gazetteer costs next to
// nothing.
func BenchmarkGeoparse(b *testing.B) {
	part := "Gunmen attacked the town of Gao in northern Mali on Monday, killing two soldiers, officials in Bamako said. " +
		"Col. Moussa Diarra of the Malian army told reporters that reinforcements had left Mopti for the Niger River. " +
		"The United Nations mission, which is based in Gao, did not comment on what residents of the Château district had seen. "
	d := document.Document{Text: strings.Repeat(part, 7)}
	r := Reader{Gazetteer: testAtlas}
	b.SetBytes(int64(len(d.Text)))
	b.ReportMetric(float64(len(strings.Fields(d.Text))), "words")
	for b.Loop() {
		r.Geoparse(&d)
	}
}

// TestGeoparseIsLinear takes texts of every shape that could make the tagger
// look back or ahead without end.
func TestGeoparseIsLinear(t *testing.T) {
	r := Reader{Gazetteer: testAtlas}
	for _, part := range []string{"Gao ", "GAO, ", "the towns of Gao and ", "Mr. ", "al-", "Gao-", "Bank of the ", "Gao (MLI) ", "Malian "} {
		d := document.Document{Text: strings.Repeat(part, 200_000/len(part))}
		checkToponyms(t, &d, r.Geoparse(&d))
	}
}
