package fold

import (
	"strings"
	"sync"
	"unicode/utf8"
)

// appendScript appends the sounds of a word in Arabic, Hebrew, Cyrillic or Greek
// letters, as they stand in keys. It reports whether it knows all its letters.
func appendScript(dst []byte, word string, first bool) (sounds []byte, ok bool) {
	start := len(dst)
	for len(word) > 0 {
		if len(dst) == start {
			if sound, size := beginning(word, first); size > 0 {
				dst, word, first = append(dst, sound...), word[size:], false
				continue
			}
		}
		sound, size, known := scriptSound(word)
		if !known {
			return dst, false
		}
		// Arabic and Hebrew write a doubled letter once: two of them have a
		// vowel between them.
		n := len(dst)
		doubled := n > start && sound != "" && dst[n-1] == sound[0] && writesVowels(word)
		if doubled {
			sound = sound[1:]
		}
		dst, word = append(dst, sound...), word[size:]
	}
	return trimH(dst, start), true
}

// writesVowels reports whether a word is in a script that does.
func writesVowels(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return r < 'א' || r > 'ۿ'
}

// beginnings are the sounds of letters that differ at the beginning of a word.
var beginnings = map[string]string{
	"و": "v", "ي": "a", "ב": "b", "פ": "p", "ו": "v", "י": "a", "μπ": "b", "ντ": "d",
}

// beginning returns the sound with which a word begins, if it differs from that
// of the same letters within.
func beginning(word string, first bool) (sound string, size int) {
	for _, letters := range []int{4, 2} {
		if len(word) < letters {
			continue
		}
		sound, ok := beginnings[word[:letters]]
		if ok && (first || sound != "v" && sound != "a") {
			return sound, letters
		}
	}
	return "", 0
}

// pairs are the sounds of two letters together.
var pairs = map[string]string{
	"дж": "g", "дз": "z", "кс": "k", "тс": "s", "γκ": "g", "ου": "u", "τσ": "s", "ג׳": "g",
}

// scriptSound returns the sound of the letters that a word begins with, and how
// many bytes they take. Unvowelled scripts have no pairs: what stands together
// there is spoken apart.
func scriptSound(word string) (sound string, size int, known bool) {
	if len(word) >= 4 {
		if sound, ok := pairs[word[:4]]; ok {
			return sound, 4, true
		}
	}
	r, size := utf8.DecodeRuneInString(word)
	if '0' <= r && r <= '9' {
		return word[:1], 1, true
	}
	sound, known = letterSounds()[r]
	return sound, size, known
}

// letterSounds are the sounds of single letters. A vowel of a script that does
// not write all of them is one that it writes.
var letterSounds = sync.OnceValue(func() map[rune]string {
	return spell(
		// Arabic, Persian, Kurdish, Urdu
		"ا a ب b ت t ث t ج g ح h خ k د d ذ d ر r ز z س s ش s ص s ض d ط t ظ z ع a غ g ف f ق k ك k گ g ل l م m ن n ه h "+
			"و u ي i پ p چ s ژ z ٹ t ڈ d ڑ r ں n ڡ f",
		// Hebrew
		"א a ב v ג g ד d ה h ו u ז z ח h ט t י i כ k ל l מ m נ n ס s ע a פ f צ s ק k ר r ש s ת t",
		// Cyrillic
		"а a б b в v г g д d е i ж z з z и i к k л l м m н n о u п p р r с s т t у u ф f х k ц s ч s ш s щ s ъ - ы i ь - "+
			"э i ю u я a і i є i ј i љ l њ n ћ s ђ g џ g қ k ғ g ң n ү u ұ u һ h ә a ө u ҳ h ҷ g ӣ i ӯ u ҡ k ҙ z ҫ s җ g ӏ -",
		// Greek
		"α a β v γ g δ d ε i ζ z η i θ t ι i κ k λ l μ m ν n ξ k ο u π p ρ r σ s τ t υ i φ f χ k ψ ps ω u",
	)
})

// spell reads pairs of a letter and its sound; - is no sound.
func spell(scripts ...string) map[rune]string {
	sounds := map[rune]string{}
	for _, script := range scripts {
		fields := strings.Fields(script)
		for i := 0; i+1 < len(fields); i += 2 {
			letter, _ := utf8.DecodeRuneInString(fields[i])
			sounds[letter] = strings.TrimPrefix(fields[i+1], "-")
		}
	}
	return sounds
}
