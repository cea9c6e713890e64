package fold

import (
	"testing"
	"unicode/utf8"
)

func TestSkeleton(t *testing.T) {
	for _, test := range []struct{ name, want, reason string }{
		{"Deir ez-Zor", "drzr", "an article within a name goes"},
		{"Al", "al", "an article alone is the name"},
		{"Al Fallujah", "flg", "three consonants need no vowels"},
		{"Anbar", "anbr", "a vowel at the beginning counts"},
		{"Rawa", "rav", "w between vowels is spoken"},
		{"Yalta", "alt", "y at the beginning is a vowel: Ялта, Ялта"},
		{"Ouargla", "vrgl", "French for w"},
		{"مدد", "mdd", "Arabic writes two letters only if a vowel is between"},
		{"Hue", "hu", "a short name keeps the vowel at its end"},
		{"A", "a", "a vowel alone"},
		{"Sector 12", "sktr12", "digits tell places apart"},
		{"東京", "", "no letters that transliterations share"},
		{"Tokyo 東京", "", "not even in part"},
		{"", "", "nothing"},
	} {
		if got := Skeleton(test.name); got != test.want {
			t.Errorf("Skeleton(%q) = %q, want %q: %s", test.name, got, test.want, test.reason)
		}
	}
}

func FuzzSkeleton(f *testing.F) {
	for _, seed := range []string{"Deir ez-Zor", "al al al", "والي", "ντ", "h h", "wyw", "щ1\u0300", "tschtsch"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, name string) {
		s := Skeleton(name)
		if !utf8.ValidString(s) || len(s) > 2*len(Key(name)) {
			t.Errorf("Skeleton(%q) = %q", name, s)
		}
		if s != Skeleton(Key(name)) {
			t.Errorf("%q and its key have different skeletons", name)
		}
	})
}

func FuzzBare(f *testing.F) {
	f.Add("Al Fallujah")
	f.Add("الانبار")
	f.Add("az ᓚ") // an article of one script before a word of another
	f.Fuzz(func(t *testing.T, name string) {
		key := Key(name)
		bare := Bare(key)
		if bare == "" && key != "" || !utf8.ValidString(bare) {
			t.Errorf("Bare(%q) = %q", key, bare)
		}
		found := bare == key
		for _, article := range Articles(bare) {
			found = found || article+bare == key
		}
		if !found {
			t.Errorf("no article in front of %q gives %q back", bare, key)
		}
	})
}

func TestBare(t *testing.T) {
	for _, test := range []struct{ key, want, reason string }{
		{"al fallujah", "fallujah", "the Arabic article"},
		{"ash shirqat", "shirqat", "with a sun letter"},
		{"the hague", "hague", "the English one"},
		{"الانبار", "انبار", "in Arabic, where it is joined"},
		{"الب", "الب", "too little would remain"},
		{"al", "al", "nothing would remain"},
		{"alba", "alba", "a beginning is no article"},
		{"", "", "nothing"},
	} {
		if got := Bare(test.key); got != test.want {
			t.Errorf("Bare(%q) = %q, want %q: %s", test.key, got, test.want, test.reason)
		}
	}
}

func BenchmarkSkeleton(b *testing.B) {
	var buf []byte
	for _, key := range []string{"deir ez zor", "بعقوبه"} {
		b.Run(key, func(b *testing.B) {
			for b.Loop() {
				buf = AppendSkeleton(buf[:0], key)
			}
		})
	}
}
