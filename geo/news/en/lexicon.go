package en

import (
	_ "embed"
	"strings"
)

// lexicon is sorted by word, one "word<TAB>entry" a line; see README.md for
// where it comes from.
//
//go:embed lexicon.txt
var lexicon string

// Entry is what the lexicon knows of a word. The zero Entry is a word that it
// does not have.
//
// Bands count from 1, the most common; 0 says that the word is none.
type Entry struct {
	First uint8 // band of the first name it is, 1 to 3
	Last  uint8 // band of the last name it is, 1 to 3
	Name  bool  // a person somewhere is called so
	Word  uint8 // band of the ordinary word it is in small letters, 1 to 3
	Seen  bool  // often enough to know Small
	Small uint8 // how often it stands in small letters, in ninths
}

// String returns the entry as the lexicon writes it: "f1s2nw1l8".
func (e Entry) String() string {
	var b strings.Builder
	band := func(name byte, v uint8, write bool) {
		if write {
			b.WriteByte(name)
			b.WriteByte('0' + v)
		}
	}
	band('f', e.First, e.First > 0)
	band('s', e.Last, e.Last > 0)
	if e.Name {
		b.WriteByte('n')
	}
	band('w', e.Word, e.Word > 0)
	band('l', e.Small, e.Seen)
	return b.String()
}

// parseEntry is the inverse of String. Faulty entries cannot be: the lexicon
// is part of the program, and a test reads all of it.
func parseEntry(s string) Entry {
	var e Entry
	for i := 0; i < len(s); i++ {
		if s[i] == 'n' {
			e.Name = true
			continue
		}
		name, v := s[i], s[i+1]-'0'
		i++
		switch name {
		case 'f':
			e.First = v
		case 's':
			e.Last = v
		case 'w':
			e.Word = v
		case 'l':
			e.Seen, e.Small = true, v
		}
	}
	return e
}

// Person reports whether the word is a first or last name that is not rare.
func (e Entry) Person() bool { return e.First > 0 || e.Last > 0 && e.Last < 3 }

// LookUp returns the entry of a word, which is written in small letters. It
// searches the lexicon in place, in about half a microsecond.
func LookUp(word string) Entry {
	lo, hi := 0, len(lexicon)
	for lo < hi {
		start := strings.LastIndexByte(lexicon[lo:lo+(hi-lo)/2], '\n') + 1 + lo
		end := start + strings.IndexByte(lexicon[start:], '\n')
		w, entry, _ := strings.Cut(lexicon[start:end], "\t")
		switch strings.Compare(word, w) {
		case 0:
			return parseEntry(entry)
		case -1:
			hi = start
		default:
			lo = end + 1
		}
	}
	return Entry{}
}
