package fold

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestKey(t *testing.T) {
	for _, test := range []struct{ name, want, reason string }{
		{"", "", "nothing stays nothing"},
		{"---", "", "punctuation alone names nothing"},
		{"  New   York ", "new york", "spaces collapse"},
		{"Al-Qā'im", "al qaim", "hyphens separate, accents and apostrophes go"},
		{"Ba‘qūbah", "baqubah", "the sign for ayn goes"},
		{"Tall ʿAfar", "tall afar", "so does its proper letter"},
		{"Ḥadīthah", "hadithah", "dots below are accents"},
		{"U.S.A.", "usa", "initials are written without stops as well"},
		{"U.S. Virgin Islands", "us virgin islands", "the last stop of initials separates"},
		{"St. Louis", "st louis", "the stop of an abbreviation separates"},
		{"Washington, D.C.", "washington dc", "a comma separates"},
		{"Bosnia & Herzegovina", "bosnia and herzegovina", "& is and"},
		{"Łódź", "lodz", "Polish l has a stroke that Unicode keeps"},
		{"Gießen", "giessen", "sharp s"},
		{"İzmir", "izmir", "dotted capital I"},
		{"Iğdır", "igdir", "dotless i"},
		{"Gəncə", "ganca", "Azerbaijani schwa is a in other spellings"},
		{"Đà Nẵng", "da nang", "two accents on a letter"},
		{"Ｔｏｋｙｏ", "tokyo", "full width"},
		{"الأنبار", "الانبار", "alef with hamza is alef"},
		{"القائم", "القايم", "hamza on ya is ya"},
		{"الفلّوجة", "الفلوجه", "shadda goes, ta marbuta is ha"},
		{"کرکوک", "كركوك", "Persian kaf is kaf"},
		{"هەولێر", "ههولير", "Kurdish e and ê"},
		{"مصطفى", "مصطفي", "alef maksura is ya"},
		{"بـــغداد", "بغداد", "the stretching stroke is none"},
		{"תל־אביב", "תל אביב", "the Hebrew hyphen"},
		{"ירושלים", "ירושלימ", "final mem is mem"},
		{"יְרוּשָׁלַיִם", "ירושלימ", "vowel points go"},
		{"Орёл", "орел", "io is written e"},
		{"Київ", "киів", "Ukrainian yi loses its dots only"},
		{"Αθήνα", "αθηνα", "tonos"},
		{"Πειραιάς", "πειραιασ", "final sigma"},
		{"ग्वालियर", "ग्वालियर", "vowel signs of Indic scripts are letters"},
		{"が", "が", "voiced kana stay letters of their own"},
		{"서울", "서울", "Korean syllables stay whole"},
		{"٢٥ يناير", "25 يناير", "Arabic digits"},
		{"a\xffb", "a b", "a broken byte separates"},
		{"Quneitra\u200f", "quneitra", "invisible marks go"},
		{"H-3", "h 3", "digits stay"},
	} {
		if got := Key(test.name); got != test.want {
			t.Errorf("Key(%q) = %q, want %q: %s", test.name, got, test.want, test.reason)
		}
	}
}

// Every character alone, and between two letters, gives a key that stays as it is.
func TestKeyOfEveryCharacter(t *testing.T) {
	for r := rune(0); r <= unicode.MaxRune; r++ {
		checkKey(t, "a"+string(r)+"b")
	}
}

func checkKey(t *testing.T, name string) {
	t.Helper()
	key := Key(name)
	if !utf8.ValidString(key) {
		t.Errorf("Key(%q) = %q is not UTF-8", name, key)
	}
	if again := Key(key); again != key {
		t.Errorf("Key(%q) = %q, of which the key is %q", name, key, again)
	}
}

func FuzzKey(f *testing.F) {
	for _, seed := range []string{"Al-Qā'im", "U.S.A.", "ﷲ", "بعقوبة", "a\xff.b", "İ", "ﬁn", "\u1e9b\u0323"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) { checkKey(t, name) })
}

func TestAppendKeyKeepsWhatIsThere(t *testing.T) {
	if got := string(AppendKey([]byte("x "), " -Rāwa")); got != "x rawa" {
		t.Errorf("got %q", got)
	}
}

func BenchmarkKey(b *testing.B) {
	var buf []byte
	for _, name := range []string{"Al Fallujah", "Ḥadīthah", "بعقوبة"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				buf = AppendKey(buf[:0], name)
			}
		})
	}
}

// TestOwnForms holds what is told at a glance against what is worked out.
func TestOwnForms(t *testing.T) {
	for r := rune(utf8.RuneSelf); r <= unicode.MaxRune; r++ {
		if form := workOutForm(r); isOwn(r) && form != string(r) {
			t.Errorf("%q is taken for its own form, which is %q", r, form)
		}
	}
}

// TestPlainKey holds the quick way to the key of a plain name against the long one, for
// all names of five characters of some.
func TestPlainKey(t *testing.T) {
	const letters = "aZ9 -.'&é"
	runes := []rune(letters)
	var try func(name string, more int)
	try = func(name string, more int) {
		if got, want := Key(name), string(AppendKey(nil, name)); got != want {
			t.Fatalf("Key(%q) is %q, want %q", name, got, want)
		}
		if more > 0 {
			for _, r := range runes {
				try(name+string(r), more-1)
			}
		}
	}
	try("", 5)
	for n := 90; n < 100; n++ { // longer than the room
		try(strings.Repeat("N", n), 0)
	}
}
