package text

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func sentencesOf(s string) []string {
	var out []string
	for _, x := range Split(s) {
		out = append(out, s[x.Start:x.End])
	}
	return out
}

func TestSplit(t *testing.T) {
	tests := []struct {
		text   string
		want   []string
		reason string
	}{
		{"", nil, "nothing has no sentence"},
		{" \n\t ", nil, "white space has no sentence"},
		{"Rebels left. Shops opened.", []string{"Rebels left.", "Shops opened."}, "the plain case"},
		{"Two ferries sank. ST. HELENS (AP) - Nobody was hurt.", []string{"Two ferries sank.", "ST. HELENS (AP) - Nobody was hurt."}, "a saint in capitals"},
		{"Gen. Okello met Mr. Diaz in St. Louis. They left.", []string{"Gen. Okello met Mr. Diaz in St. Louis.", "They left."}, "a name follows a title"},
		{"J. R. Mbeki spoke. A. Silva did not.", []string{"J. R. Mbeki spoke.", "A. Silva did not."}, "initials"},
		{"He left the U.S. The army stayed.", []string{"He left the U.S.", "The army stayed."}, "an abbreviation that ends its sentence"},
		{"The U.S. Army stayed.", []string{"The U.S. Army stayed."}, "an abbreviation inside a name"},
		{"It began at 5 p.m. (1700 GMT) in Gao. Police came.", []string{"It began at 5 p.m. (1700 GMT) in Gao.", "Police came."}, "a bracket goes on with the time of day before it"},
		{"It closed at 5 p.m. Police came.", []string{"It closed at 5 p.m.", "Police came."}, "a time of day that ends its sentence"},
		{"Guards fled to Niger.The mayor stayed.", []string{"Guards fled to Niger.", "The mayor stayed."}, "a stop without its space"},
		{"Guards fled to Niger.U.S. Warns Rebels", []string{"Guards fled to Niger.", "U.S. Warns Rebels"}, "a glued acronym"},
		{`"Leave!" she said. "We will."`, []string{`"Leave!" she said.`, `"We will."`}, "a quotation goes on to its speaker"},
		{`"Who fired?" Okello asked. Nobody knew.`, []string{`"Who fired?" Okello asked.`, "Nobody knew."}, "the speaker is named"},
		{"“We stay.” The crowd left.", []string{"“We stay.”", "The crowd left."}, "closing marks belong to the sentence"},
		{"About 3.5 km away. On Jan. 5 it rained.", []string{"About 3.5 km away.", "On Jan. 5 it rained."}, "dots of numbers and months"},
		{"No. 7 Brigade left. No. That was all.", []string{"No. 7 Brigade left.", "No.", "That was all."}, "No. is an abbreviation only before a number"},
		{"See www.example.org/a.B for more. It is down.", []string{"See www.example.org/a.B for more.", "It is down."}, "addresses are whole"},
		{"We waited ... And left... Nobody came.", []string{"We waited ...", "And left...", "Nobody came."}, "an ellipsis ends a sentence before a capital"},
		{"اقرأ الخبرRebels seized a dam.", []string{"اقرأ الخبر", "Rebels seized a dam."}, "a link in another script glued to the story"},
		{"First line\n\nSecond line", []string{"First line", "Second line"}, "a blank line ends a paragraph"},
		{"Quiet Day in Lima\nA bomb went off in the port of Callao, the police said, and nobody was hurt by it, as far as was known on Monday evening in the capital.", []string{"Quiet Day in Lima", "A bomb went off in the port of Callao, the police said, and nobody was hurt by it, as far as was known on Monday evening in the capital."}, "a headline has no stop"},
		{"- two killed in Gao\n- one in Kidal", []string{"- two killed in Gao", "- one in Kidal"}, "items of a list"},
		{"2. Soldiers left Gao. They took a boat.", []string{"2. Soldiers left Gao.", "They took a boat."}, "the number of an item is no sentence"},
		{"A boat carrying forty people sank off the coast of\nSfax on Monday. Fishermen from the town saved most of\nthem.", []string{"A boat carrying forty people sank off the coast of\nSfax on Monday.", "Fishermen from the town saved most of\nthem."}, "wrapped lines go on"},
		{"BAMAKO: Soldiers left.", []string{"BAMAKO:", "Soldiers left."}, "a dateline"},
		{"Abuja : Soldiers left the town on the river late on Monday, a day after the floods came.", []string{"Abuja :", "Soldiers left the town on the river late on Monday, a day after the floods came."}, "a dateline with a space before its colon"},
		{"GAO, Mali (AP) — Soldiers left.", []string{"GAO, Mali (AP) —", "Soldiers left."}, "a dateline with its agency"},
		{"Goma, 22 June 2014 (Example News) - Soldiers left.", []string{"Goma, 22 June 2014 (Example News) -", "Soldiers left."}, "a dateline with a date"},
		{"GOMA, June 22, 2014 (dpa) — Soldiers left.", []string{"GOMA, June 22, 2014 (dpa) —", "Soldiers left."}, "an agency that is written small"},
		{"BREAKING: Soldiers left.", []string{"BREAKING: Soldiers left."}, "a label is no dateline"},
		{"MALI: SOLDIERS LEAVE", []string{"MALI: SOLDIERS LEAVE"}, "a headline in capitals has no dateline"},
		{"Okello: We stay.", []string{"Okello: We stay."}, "a speaker is no dateline"},
	}
	for _, test := range tests {
		if diff := cmp.Diff(test.want, sentencesOf(test.text)); diff != "" {
			t.Errorf("%s: %q (-want +got):\n%s", test.reason, test.text, diff)
		}
	}
}

func TestSplitMarks(t *testing.T) {
	s := "Dam Breaks in Upper Valley\n\nTUNIS (AP) - Water rose. It fell.\n\nMore: soon\n\n“We stay.”"
	type marks struct {
		Paragraph          int
		Headline, Dateline bool
	}
	var got []marks
	for _, x := range Split(s) {
		got = append(got, marks{x.Paragraph, x.Headline, x.Dateline})
	}
	want := []marks{{0, true, false}, {1, false, true}, {1, false, false}, {1, false, false}, {2, true, false}, {3, false, false}}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestTokens(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Al-Qaim's", "Al|-|Qaim|'s", "hyphen and possessive are tokens"},
		{"Sana'a don't Côte d’Ivoire", "Sana'a|don't|Côte|d’Ivoire", "apostrophes inside words"},
		{"the rebels' camp", "the|rebels|'|camp", "an apostrophe after a word"},
		{"1,500 9:30 10th $40m 2.5.", "1,500|9:30|10th|$|40m|2.5|.", "numbers with their separators"},
		{"a.m. U.S. Gov. end.", "a.m.|U.S.|Gov.|end|.", "dots of abbreviations"},
		{"x--y ... -", "x|--|y|...|-", "runs of dots and hyphens"},
		{"mail to a@example.org, please", "mail|to|a@example.org|,|please", "an address without the comma"},
		{"北京 is", "北|京|is", "a sign each"},
	}
	for _, test := range tests {
		var got []string
		for _, tok := range Tokens(test.text) {
			got = append(got, tok.Of(test.text))
		}
		if g := strings.Join(got, "|"); g != test.want {
			t.Errorf("%s: got %s, want %s", test.reason, g, test.want)
		}
	}
}

func TestCases(t *testing.T) {
	for w, want := range map[string]Case{"iraq": Lower, "Iraq": Title, "A": Title, "ISIL": Upper, "U.S.": Upper, "McGurk": Mixed, "iPhone": Mixed, "العراق": NoCase, "Éire": Title, "ÉIRE": Upper} {
		if got := Tokens(w)[0].Case; got != want {
			t.Errorf("%s: got case %d, want %d", w, got, want)
		}
	}
}

// TestSplitIsLinear takes a text of every shape that could make a splitter look
// back or ahead without end.
func TestSplitIsLinear(t *testing.T) {
	for _, part := range []string{"a", "A.", `"`, "(", "Aa ", "-\n", "Aa\n", "U.S.", ".", "BAGHDAD, ", "بA", "1,", "' ", "a@"} {
		s := strings.Repeat(part, 1<<20/len(part))
		checkSplit(t, s)
	}
}

func FuzzSplit(f *testing.F) {
	for _, s := range []string{"", "U.S. Warns", "GAO, Mali (AP) — Soldiers left.\n\n\"Go!\" he said.", "\xff.\xc3.A.", "a\u00a0b\u2028C.", "www.", "http://", "x.com.", "’s", "A.B.C", "1.", "- \n- ", "ب.A"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) { checkSplit(t, s) })
}

// checkSplit checks what Split promises of every text.
func checkSplit(t *testing.T, s string) {
	t.Helper()
	at, paragraph := 0, 0
	for _, x := range Split(s) {
		if len(x.Tokens) == 0 || x.Start != x.Tokens[0].Start || x.End != x.Tokens[len(x.Tokens)-1].End {
			t.Fatalf("sentence %d-%d does not span its %d tokens", x.Start, x.End, len(x.Tokens))
		}
		if x.Paragraph < paragraph || len(x.Tokens) > maxTokens+64 && !strings.ContainsAny(s, `"')]!?.`) {
			t.Fatalf("paragraph %d after %d, %d tokens", x.Paragraph, paragraph, len(x.Tokens))
		}
		paragraph = x.Paragraph
		for _, tok := range x.Tokens {
			if tok.Start < at || tok.End <= tok.Start || tok.End > len(s) {
				t.Fatalf("token %d-%d after %d in a text of %d", tok.Start, tok.End, at, len(s))
			}
			if gap := s[at:tok.Start]; utf8.ValidString(gap) && strings.IndexFunc(gap, func(r rune) bool { return !isSpace(r) }) >= 0 {
				t.Fatalf("%q was left out", gap)
			}
			at = tok.End
		}
	}
	if rest := s[at:]; strings.IndexFunc(rest, func(r rune) bool { return !isSpace(r) }) >= 0 {
		t.Fatalf("%q was left out at the end", rest)
	}
}

func TestRunes(t *testing.T) {
	r := CountRunes("aéb北c")
	for _, test := range [][2]int{{0, 0}, {1, 1}, {3, 2}, {4, 3}, {7, 4}, {8, 5}, {1, 1}} {
		if got := r.At(test[0]); got != test[1] {
			t.Errorf("byte %d: got code point %d, want %d", test[0], got, test[1])
		}
	}
}

func BenchmarkSplit(b *testing.B) {
	s := strings.Repeat("GAO, Mali (AP) — Soldiers of the U.N. mission left the town on Jan. 5, Col. Diallo said.\n\n\"Who fired?\" the mayor asked. Nobody knew.\n\n", 20)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Split(s)
	}
}
