package en

import "testing"

func TestOpensAnew(t *testing.T) {
	tests := []struct {
		text   string
		want   bool
		reason string
	}{
		{"Separately, two farmers were shot in Tera.", true, "it says so"},
		{"In another attack, rebels burned a bus.", true, "another deed"},
		{"Elsewhere in the province, a mine killed a herder.", true, "another place"},
		{"Also on Monday, a mine killed a herder.", true, "beside what was told"},
		{"Two others were wounded in the attack.", false, "more of the same"},
		{"Soldiers also found a separate cache.", false, "not at its beginning"},
	}
	for _, test := range tests {
		if got := wordsOf(test.text).OpensAnew(); got != test.want {
			t.Errorf("%q opens anew: %v, because %s", test.text, got, test.reason)
		}
	}
}

func TestAgent(t *testing.T) {
	tests := []struct {
		text, verb, want, reason string
	}{
		{"A raid believed to have been carried out by the United States killed two.", "raid", "United States", "behind a participle"},
		{"The post was attacked by Green Falcons on Monday.", "attacked", "Green Falcons", "a name in capitals"},
		{"The post was attacked by gunmen.", "attacked", "", "known by what they are"},
		{"The post must be left by Monday.", "left", "", "a day does nothing"},
	}
	for _, test := range tests {
		w := wordsOf(test.text)
		i := 0
		for w.At(i) != test.verb {
			i++
		}
		from, to, _ := w.Agent(i)
		if got := w.Span(from, to); got != test.want {
			t.Errorf("%q: done by %q, want %q: %s", test.text, got, test.want, test.reason)
		}
	}
}

func TestSaysAt(t *testing.T) {
	tests := []struct {
		text, word string
		want       bool
		reason     string
	}{
		{"Police said that two died.", "said", true, "somebody says"},
		{"The United States struck a camp.", "states", false, "a country is no verb"},
		{"Fighting was reported in Gao.", "reported", false, "nobody speaks from there"},
	}
	for _, test := range tests {
		w := wordsOf(test.text)
		i := 0
		for w.At(i) != test.word {
			i++
		}
		if got := w.saysAt(i); got != test.want {
			t.Errorf("%q: says %v, because %s", test.text, got, test.reason)
		}
	}
}

func TestGameScore(t *testing.T) {
	tests := []struct {
		text   string
		want   bool
		reason string
	}{
		{"The Lions fought off a late rally to win 24-21.", true, "how a game ended"},
		{"The rebels won control of Route 24-21.", false, "no verb of games close by"},
		{"Soldiers aged 18-25 beat a protester.", false, "an age"},
	}
	for _, test := range tests {
		if got := wordsOf(test.text).GameScore(); got != test.want {
			t.Errorf("%q: %v, because %s", test.text, got, test.reason)
		}
	}
}
