package en

import (
	"strings"
	"testing"
)

func TestActors(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Boko Haram fighters attacked.", "Boko Haram fighters=boko-haram", "a group and its people"},
		{"The Islamic State of Iraq and the Levant (ISIL) said so.", "Islamic State of Iraq and the Levant=islamic-state; ISIL=islamic-state", "two names of one group"},
		{"Suspected jihadists fled.", "Suspected jihadists=", "nobody in particular"},
		{"Pro-government tribal fighters clashed with security forces.", "Pro-government tribal fighters=; security forces=", "with the words that describe them"},
		{"It is so.", "", "nobody"},
	}
	for _, test := range tests {
		w := wordsOf(test.text)
		var got []string
		for _, a := range KnownActors().Find(w) {
			got = append(got, w.Span(a.From, a.To)+"="+a.ID)
		}
		if strings.Join(got, "; ") != test.want {
			t.Errorf("%q: %s: got %q, want %q", test.text, test.reason, got, test.want)
		}
	}
}

func TestParseActorsErrors(t *testing.T) {
	for _, test := range []struct{ text, want string }{
		{"x | rebel", "line 1:"},
		{"\nx | army | The X", `line 2: kind "army" is not`},
		{"x | rebel | ", "x has an empty name"},
	} {
		if _, err := ParseActors(strings.NewReader(test.text)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%q: error %v, want %q", test.text, err, test.want)
		}
	}
}

func TestCapitalAt(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"in the Yemeni capital on Monday", "Sanaa", "by the adjective"},
		{"in Chad's capital on Monday", "N'Djamena", "by the country"},
		{"in the capital of South Sudan", "Juba", "with of"},
		{"in the Somali capital, Mogadishu", "", "it is named behind"},
		{"in the provincial capital", "", "not of a country"},
		{"at a hotel in the Iraqi capital on Monday", "Baghdad", "an adjective that stands before places of any kind"},
		{"in the Somali capital's busy market", "Mogadishu", "what belongs to it stands behind"},
		{"in the Iraqi capital Monday", "Baghdad", "a day is not its name"},
		{"in the Iraqi capital Baghdad on Monday", "", "it is named behind"},
		{"in the capital of strife-torn Chad", "N'Djamena", "adjectives before the country"},
		{"in the capital of the South American country of Guyana", "Georgetown", "the country is told what it is"},
		{"in the capital of Unity state in South Sudan", "", "a state's"},
	}
	for _, test := range tests {
		w := wordsOf(test.text)
		got := ""
		for i := range w.Lower {
			if c, _, _, ok := w.CapitalAt(i); ok {
				got = c.City
			}
		}
		if got != test.want {
			t.Errorf("%q: %s: got %q, want %q", test.text, test.reason, got, test.want)
		}
	}
}

func TestLead(t *testing.T) {
	tests := []struct{ text, prep, kind, relation, reason string }{
		{"in the northern city of Lamar", "in", "city", "", "a noun of place"},
		{"in a village south of Lamar", "in", "", "south of", "the village is not Lamar"},
		{"about 10 km (6 miles) east of Lamar", "near", "", "about 10 km east of", "a distance, once"},
		{"about 70km (45 miles) south of Lamar", "near", "", "about 70km south of", "a distance without a space"},
		{"in a village located about 15 kilometres (nine miles) from Lamar", "near", "", "about 15 kilometres from", "a distance on any side"},
		{"30 miles away from the city of Lamar", "near", "city", "30 miles from", "the same, with the noun of the place"},
		{"just a few kilometres from Lamar", "near", "", "near", "a distance without a number"},
		{"in a town of central Lamar", "in", "", "", "the town is one of its"},
		{"on the outskirts of Lamar", "on", "", "on the outskirts of", "around it"},
		{"near Lamar", "near", "", "near", "near"},
		{"in northern Lamar", "in", "", "northern", "a part of it"},
		{"on the road between Lamar", "between", "", "between", "one of two ends"},
		{"captured Lamar", "", "", "", "an object"},
	}
	for _, test := range tests {
		w := wordsOf(test.text)
		got := w.Lead(w.Len() - 1)
		if got.Prep != test.prep || got.Kind != test.kind || got.Relation != test.relation {
			t.Errorf("%q: %s: got %+v", test.text, test.reason, got)
		}
	}
}
