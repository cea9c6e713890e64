package fold

import (
	"cmp"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"
)

// Skeleton returns what the transliterations of a name agree about, the empty
// string if its script is not one of those known: Latin, Arabic, Cyrillic,
// Hebrew, Greek. Names of one place in any of these mostly have one skeleton;
// so do names of different places, more often than other forms, so that a match
// by skeleton needs support.
//
// A skeleton is made in these steps:
//
//  1. Articles go, in front of any word: "Deir ez-Zor" is "Deir Zor".
//  2. Letters become sounds that no transliteration confuses: q, c, kh are k; dh
//     is d, th is t; gh and j are g; sh, ch, ts are s; x is k; w is a vowel but
//     at the beginning; an h ending a word goes.
//  3. A letter written twice is written once.
//  4. If three consonants remain, vowels go; one at the beginning counts as a
//     consonant and becomes a. Shorter names keep the kinds of their vowels,
//     but for those at the end: "Heet" is hit, "Rawah" is rav.
func Skeleton(name string) string {
	var room [64]byte
	return string(AppendSkeleton(room[:0], Key(name)))
}

// AppendSkeleton appends the [Skeleton] of a key to dst.
func AppendSkeleton(dst []byte, key string) []byte {
	var room [96]byte
	sounds, ok := appendSounds(room[:0], key)
	if !ok {
		return dst
	}
	if longEnough(sounds) {
		return appendConsonants(dst, sounds)
	}
	return appendShort(dst, sounds)
}

// Sounds are the consonants b d f g h k l m n p r s t v z and digits; the vowels
// a i u; and between the two, w and y.

func isVowel(sound byte) bool { return sound == 'a' || sound == 'i' || sound == 'u' }
func isGlide(sound byte) bool { return sound == 'w' || sound == 'y' }

// appendSounds appends the sounds of all words of a key but its articles. It
// reports whether all its scripts are known.
func appendSounds(dst []byte, key string) (sounds []byte, ok bool) {
	start := len(dst)
	for rest := key; rest != ""; {
		var word string
		word, rest, _ = strings.Cut(rest, " ")
		if isArticle(word) && (rest != "" || len(dst) > start) {
			continue
		}
		if word[0] < utf8.RuneSelf {
			dst = appendLatin(dst, word, len(dst) == start)
		} else if dst, ok = appendScript(dst, withoutAlefLam(word), len(dst) == start); !ok {
			return dst, false
		}
	}
	return dst, true
}

// trimH takes off a word the h that it may or may not end in.
func trimH(sounds []byte, from int) []byte {
	if n := len(sounds); n > from+1 && sounds[n-1] == 'h' {
		return sounds[:n-1]
	}
	return sounds
}

// longEnough reports whether a name can be told without its vowels.
func longEnough(sounds []byte) bool {
	n := 0
	for i, s := range sounds {
		if !isVowel(s) && !isGlide(s) || i == 0 {
			n++
		}
	}
	return n >= 3
}

// appendConsonants appends a skeleton without vowels.
func appendConsonants(dst, sounds []byte) []byte {
	for i, s := range sounds {
		switch {
		case !isVowel(s) && !isGlide(s):
			dst = append(dst, s)
		case i == 0:
			dst = append(dst, 'a')
		}
	}
	return dst
}

// appendShort appends a skeleton with vowels: one for each run of them, none for
// the run at the end.
func appendShort(dst, sounds []byte) []byte {
	start := len(dst)
	for i := 0; i < len(sounds); {
		if s := sounds[i]; !vocal(sounds, i) {
			dst = append(dst, consonantOf(s))
			i++
			continue
		}
		vowel := byte('a')
		for ; i < len(sounds) && vocal(sounds, i); i++ {
			vowel = max(vowel, vowelOf(sounds[i]))
		}
		if i < len(sounds) || len(dst)-start < 2 {
			dst = append(dst, vowel)
		}
	}
	return dst
}

// vocal reports whether a sound is part of a run of vowels: a vowel, or a glide
// that is not spoken between two others, as in "iya" and "uwa".
func vocal(sounds []byte, i int) bool {
	s := sounds[i]
	if !isGlide(s) {
		return isVowel(s)
	}
	before := i > 0 && isVowel(sounds[i-1]) && sounds[i-1] != vowelOf(s)
	after := i+1 < len(sounds) && isVowel(sounds[i+1])
	return !before || !after
}

func vowelOf(sound byte) byte {
	switch sound {
	case 'w':
		return 'u'
	case 'y':
		return 'i'
	}
	return sound
}

func consonantOf(sound byte) byte {
	if sound == 'w' {
		return 'v'
	}
	return sound
}

// latinSounds are the sounds of groups of letters.
var latinSounds = map[string]string{
	"tsch": "s", "dsch": "g", "shch": "s", "sch": "s", "tch": "s", "dzh": "g",
	"sh": "s", "ch": "s", "kh": "k", "gh": "g", "th": "t", "dh": "d", "ph": "f", "zh": "z",
	"dj": "g", "dz": "z", "ts": "s", "tz": "s", "cz": "s", "sz": "s", "ks": "k", "ck": "k", "qu": "k",
	"ce": "si", "ci": "si", "cy": "si",
	"ou": "u", "oo": "u", "ee": "i",
}

// latinLetters are the sounds of single letters, from a to z.
const latinLetters = "abkdifghigklmnupkrstuvwkyz"

// appendLatin appends the sounds of a word in Latin letters.
func appendLatin(dst []byte, word string, first bool) []byte {
	start := len(dst)
	if first {
		dst, word = appendBeginning(dst, word)
	}
	for len(word) > 0 {
		group, size := latinGroup(word)
		for i := range len(group) {
			if n := len(dst); n == start || dst[n-1] != group[i] {
				dst = append(dst, group[i])
			}
		}
		word = word[size:]
	}
	return trimH(dst, start)
}

// appendBeginning appends the sound with which a name begins where it differs
// from the same letters within: "Wadi" and "Ouadi" begin with v, "Yalta" with a
// vowel.
func appendBeginning(dst []byte, word string) ([]byte, string) {
	switch {
	case word[0] == 'w':
		return append(dst, 'v'), word[1:]
	case len(word) > 2 && word[:2] == "ou" && strings.IndexByte("aei", word[2]) >= 0:
		return append(dst, 'v'), word[2:]
	case len(word) > 1 && word[0] == 'y' && strings.IndexByte("aeiou", word[1]) >= 0:
		return dst, word[1:]
	}
	return dst, word
}

// latinGroup returns the sounds of the letters that a word begins with, and how
// many letters they are.
func latinGroup(word string) (sounds string, size int) {
	c := word[0]
	switch {
	case 'a' <= c && c <= 'z':
		for _, g := range groupsOf()[c-'a'] {
			if strings.HasPrefix(word, g.letters) {
				return g.sounds, len(g.letters)
			}
		}
		i := c - 'a'
		return latinLetters[i : i+1], 1
	case '0' <= c && c <= '9':
		return word[:1], 1
	}
	return "", 1
}

// group is letters and their sounds.
type group struct{ letters, sounds string }

// groupsOf returns latinSounds by their first letters, longer groups first.
var groupsOf = sync.OnceValue(func() *[26][]group {
	var groups [26][]group
	for letters, sounds := range latinSounds {
		first := &groups[letters[0]-'a']
		*first = append(*first, group{letters, sounds})
	}
	for _, g := range groups {
		slices.SortFunc(g, func(a, b group) int { return cmp.Compare(len(b.letters), len(a.letters)) })
	}
	return &groups
})
