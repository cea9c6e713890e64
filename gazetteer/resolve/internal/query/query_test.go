package query

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// show writes a reading in words: "homs <city> in [syria]".
func (r Reading) show() string {
	var out strings.Builder
	switch r.Relation.Kind {
	case Near:
		out.WriteString("near ")
	case Offset:
		if r.Relation.Bears {
			fmt.Fprintf(&out, "%.0fm@%.0f° from ", r.Relation.DistanceM, r.Relation.Bearing)
		} else {
			fmt.Fprintf(&out, "%.0fm from ", r.Relation.DistanceM)
		}
	case Part:
		fmt.Fprintf(&out, "part@%.0f° of ", r.Relation.Bearing)
	case Between:
		fmt.Fprintf(&out, "between %s and ", r.Relation.Other)
	}
	out.WriteString(r.Name)
	if r.Kind != "" {
		fmt.Fprintf(&out, " <%s>", r.Kind)
	}
	if len(r.Within) > 0 {
		fmt.Fprintf(&out, " in %v", r.Within)
	}
	return out.String()
}

func TestParseQuery(t *testing.T) {
	tests := []struct{ name, want, reason string }{
		{"Mosul", "mosul", "a plain name"},
		{"Homs city", "homs city; homs <city>", "with its class word first: Kansas City"},
		{"Qada' Samarra'", "qada samarra; samarra <adm2>", "class words of Arabic stand before"},
		{"Markaz Daraa district", "markaz daraa district; markaz daraa <adm2>; daraa <adm2>", "one after the other"},
		{"محافظة نينوى", "محافظه نينوي; نينوي <adm1>", "in Arabic script"},
		{"Ramadi, Anbar, Iraq", "ramadi anbar iraq; ramadi in [anbar iraq]; iraq in [ramadi]", "from small to large, or the other way round"},
		{"Anbar > Hit", "hit anbar; hit in [anbar]; anbar in [hit]", "from large to small"},
		{"Derik (Malikiyah)", "derik malikiyah; derik in [malikiyah]; malikiyah", "brackets may hold another name"},
		{"Kunduz (province)", "kunduz province; kunduz <adm1>; province in [kunduz]", "a word for what it is in brackets"},
		{"Rawa/Ana", "rawa ana; rawa in [ana]; ana in [rawa]; rawa; ana", "two names, one of which may hold the other"},
		{"Tor and Mayit villages", "tor and mayit villages; tor and mayit <village>; tor <village>; mayit <village>", "two names with one class word"},
		{"south of Kirkuk", "south of kirkuk; 0m@180° from kirkuk", "a direction without a distance"},
		{"10km NE of Tikrit", "10 km ne of tikrit; 10000m@45° from tikrit", "a number and its unit are two words"},
		{"about 30 miles south-west of the town of Ana", "about 30 miles south west of the town of ana; 48280m@225° from the town of ana; 48280m@225° from ana", "miles, and words that say little"},
		{"2.5 km from Homs", "2 5 km from homs; 2500m from homs", "a distance without a direction"},
		{"Tikrit, 10 km east", "tikrit 10 km east; 10000m@90° from tikrit", "the offset after the name"},
		{"near Beni airport", "near beni airport; near beni airport; near beni <airport>", "near a facility"},
		{"northern Iraq", "northern iraq; part@0° of iraq", "a part, or a name: Northern Cyprus"},
		{"the north of Mali", "the north of mali; 0m@0° from mali", "of an area, a direction is a part"},
		{"between Tikrit and Baiji", "between baiji and tikrit; between tikrit and baiji", "two ends, of which one may be unknown"},
		{"on the road from Beni to Goma", "between goma and beni; between beni and goma", "a road has two ends"},
		{"Syria-Turkey border", "between Turkey and syria; between Syria and turkey", "a border has two sides"},
		{"Bay'ah, near Tikrit", "bayah near tikrit; bayah in [tikrit]; near tikrit; near tikrit", "a neighbour stands in if need be"},
		{"RN16, Mopti-Gao", "between Gao and mopti; between Mopti and gao", "the number of a road, and the stretch of it"},
		{"Mopti-Gao axis", "between Gao and mopti; between Mopti and gao", "a road by another word"},
		{"Goma to Sake road", "between Sake and goma; between Goma and sake", "two ends without from"},
		{"Norman 73069", "norman", "the number of a post office"},
		{"04600 Altenburg", "altenburg", "one in front"},
		{"Leeds LS1 4AP, UK", "leeds uk; leeds in [uk]; uk in [leeds]", "letters and digits of Britain"},
		{"Rua Nova 7, 4900-271 Viana", "rua nova 7 viana; rua nova 7 <street> in [viana]; viana; viana in [rua nova 7]", "four digits and three, before the town"},
		{"Av. Sul, 1578 - Lagoa, Lajes/SC, 88501-140", "av sul lagoa lajes sc; av sul <street> in [lagoa lajes sc]; lagoa in [lajes sc]; sc in [av sul]", "the number of a house, and a state tied to its town"},
		{"1600 Lagos", "1600 lagos", "four digits in front may be a house's"},
		{"Highway 10234", "highway 10234 <street>", "a road's own number"},
		{"Kabul PD 5", "kabul pd 5; kabul", "no list has the numbered parts of towns"},
		{"Bangui, 3ème arrondissement", "bangui 3eme arrondissement; bangui", "an ordinal before the word"},
		{"District 5, Kabul", "district 5 kabul; kabul", "the smaller one first"},
		{"Goma PK12", "goma pk12; goma", "in one word"},
		{"Kathmandu-5", "kathmandu 5; kathmandu", "a ward of Nepal"},
		{"Nord-Kivu; Sud-Kivu", "nord kivu sud kivu; nord kivu; part@0° of kivu; sud kivu; part@180° of kivu", "each of a list has its own bearing"},
		{"Jima village in Lamu", "jima village in lamu; jima village in [lamu]; jima <village> in [lamu]", "in stands for a comma"},
		{"Wichita Drive", "wichita drive <street>", "streets are not where their names are"},
		{"1700 block of Elm St, Toledo", "1700 block of elm st toledo; 1700 block of elm st <street> in [toledo]; toledo; toledo in [1700 block of elm st]", "a street stands for its town"},
		{"улица Ленина, Луганск", "улица ленина луганск; улица ленина <street> in [луганск]; луганск; луганск in [улица ленина]", "the same in Russian"},
		{"Project site, Yei", "project site yei; project site in [yei]; yei; yei in [project site]", "what is no name leaves the town to be named"},
		{"Ft. Worth", "ft worth; fort worth", "short for Fort"},
		{"Telan, East Java", "telan east java; telan in [east java]; east java in [telan]; eastern java in [telan]; part@90° of java in [telan]", "a part of an area is a container, not where the place lies to it"},
		{"20 km al norte de Tikrit", "20 km al norte de tikrit; 20000m@0° from tikrit", "in Spanish"},
		{"Norte de Santander", "norte de santander; part@0° of de santander", "a name"},
		{"along the Euphrates near Haditha", "along the euphrates near haditha; near haditha", "the river is long, the town tells where"},
		{"South Sudan", "south sudan; southern sudan; part@180° of sudan", "the whole name comes first"},
		{"N. Darfur", "n darfur; north darfur; northern darfur; part@0° of darfur", "short for North"},
		{"northern Sinai governorate", "northern sinai governorate; northern sinai <adm1>; north sinai <adm1>; part@0° of sinai governorate; part@0° of sinai <adm1>", "a province if it is called one"},
		{"Aleppo northern countryside", "aleppo northern countryside; north aleppo; 0m@0° from aleppo", "the bearing stands behind"},
		{"Kordofan North", "kordofan north; north kordofan; 0m@0° from kordofan", "a list's way to write North Kordofan"},
		{"ريف حلب الشمالي", "ريف حلب الشمالي; near حلب الشمالي; near north حلب; 0m@0° from حلب", "in Arabic"},
		{"Harim-Idlib", "harim idlib; harim in [idlib]; idlib in [harim]", "a hyphen for a comma"},
		{"al-Bab", "al bab", "an article is no name"},
		{"Jobar neighbourhood of Damascus", "jobar neighbourhood of damascus; jobar neighbourhood in [damascus]; jobar <neighbourhood> in [damascus]; damascus", "of stands for a comma, and the city for what it has not"},
		{"Zakia 5 km south of Kiswah", "zakia 5 km south of kiswah; zakia in [kiswah]; 5000m@180° from kiswah", "a neighbour without a comma"},
		{"Lac Kivu", "lac kivu; lake kivu <lake>; kivu lake <lake>; kivu <lake>", "the gazetteer's word for the kind"},
		{"Préfecture de la Ouaka", "prefecture de la ouaka; ouaka <adm1>", "words that join"},
		{"Département d'Ouallam", "departement douallam; douallam <adm1>; ouallam <adm1>", "an elision"},
		{"Rio de Janeiro/RJ", "rio de janeiro rj; rio de janeiro in [rj]; river janeiro <river> in [rj]; janeiro river <river> in [rj]; janeiro <river> in [rj]; " +
			"rj in [rio de janeiro]; river janeiro rj <river>; janeiro rj river <river>; janeiro rj <river>; janeiro <river>; rj <river>; rio de janeiro; rj", "what looks like a river is part of the name"},
	}
	for _, tt := range tests {
		var got []string
		for _, r := range Parse(tt.name).Readings {
			got = append(got, r.show())
		}
		if diff := cmp.Diff(tt.want, strings.Join(got, "; ")); diff != "" {
			t.Errorf("%s (%s):\n%s", tt.name, tt.reason, diff)
		}
	}
}

func TestParseRelation(t *testing.T) {
	tests := []struct {
		words string
		want  Relation
	}{
		{"", Relation{}},
		{"in", Relation{}},
		{"near", Relation{Kind: Near}},
		{"outside", Relation{Kind: Near}},
		{"south of", Relation{Kind: Offset, Bearing: 180, Bears: true}},
		{"10 km east of", Relation{Kind: Offset, Bearing: 90, Bears: true, DistanceM: 10_000}},
		{"northern", Relation{Kind: Part, Bearing: 0, Bears: true}},
		{"between", Relation{Kind: Between}},
		{"on the road to", Relation{Kind: Between}},
	}
	for _, tt := range tests {
		if got := ParseRelation(tt.words); got != tt.want {
			t.Errorf("parseRelation(%q) is %+v, want %+v", tt.words, got, tt.want)
		}
	}
}

func FuzzParseQuery(f *testing.F) {
	for _, name := range []string{"", "10 km", "of of of", "between and", "a/b/c", "((((", "north", "الموصل", "\xff", "road - road", "1 2 3 km of x"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		q := Parse(name)
		if (len(q.Readings) == 0) == (q.Reason == "") {
			t.Errorf("%q has %d readings and reason %q: it is one or the other", name, len(q.Readings), q.Reason)
		}
		for _, r := range q.Readings {
			if r.Name == "" || !utf8.ValidString(r.Name) {
				t.Errorf("%q reads as %q", name, r.Name)
			}
		}
		if diff := cmp.Diff(parseAny(name), q, cmp.AllowUnexported(Query{}, Reading{}, Relation{})); diff != "" {
			t.Errorf("%q, the long way and at once (-want +got):\n%s", name, diff)
		}
	})
}

// TestPlainNames holds names that are read at once against the long way: all names that
// begin the lists of words, alone and with a word that says something, and others.
func TestPlainNames(t *testing.T) {
	words := []string{"Mosul", "São", "Łódź", "Çâmlıca", "Nan", "nan", "Rawa", "Düsseldorf", "ŉx", "Ĳssel", "ſan", "unknown", "o", "Bab", "  ", "ß", "Æø", "ĸŋ", "á", "Ð", "×", "À÷", "İzmir"}
	phrases := queryWords(t)
	words = slices.AppendSeq(words, maps.Keys(phrases))
	words = slices.AppendSeq(words, maps.Keys(speaking(phrases)))
	plain := 0
	check := func(name string) {
		if _, ok := Plain(name); ok {
			plain++
		}
		if diff := cmp.Diff(parseAny(name), Parse(name), cmp.AllowUnexported(Query{}, Reading{}, Relation{})); diff != "" {
			t.Errorf("%q, the long way and at once (-want +got):\n%s", name, diff)
		}
	}
	for i, word := range words {
		check(word)
		check("Tell " + word)
		check(word + " Afar")
		check(words[i*7%23] + " " + word + " " + words[i*5%23])
	}
	if plain == 0 || plain == 4*len(words) {
		t.Errorf("%d of %d names are plain", plain, 4*len(words))
	}
}
