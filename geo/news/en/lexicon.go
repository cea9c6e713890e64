package en

import (
	_ "embed"
	"strings"
	"sync"
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

// LookUp returns the entry of a word, which is written in small letters.
func LookUp(word string) Entry {
	x := lexiconIndex()
	for slot := wordHash(word) & uint32(len(x)-1); x[slot] != 0; slot = (slot + 1) & uint32(len(x)-1) {
		line := lexicon[x[slot]-1:]
		if len(line) > len(word) && line[len(word)] == '\t' && line[:len(word)] == word {
			line = line[len(word)+1:]
			return parseEntry(line[:strings.IndexByte(line, '\n')])
		}
	}
	return Entry{}
}

// lexiconIndex is an open-addressing hash table of where the lexicon's lines
// begin, plus one; 0 is a free slot. It takes a millisecond to build, and makes
// of fifteen steps through the text one.
var lexiconIndex = sync.OnceValue(func() []uint32 {
	size := 1
	for size < 2*strings.Count(lexicon, "\n") {
		size *= 2
	}
	table := make([]uint32, size)
	for at := 0; at < len(lexicon); {
		end := at + strings.IndexByte(lexicon[at:], '\n')
		word, _, _ := strings.Cut(lexicon[at:end], "\t")
		slot := wordHash(word) & uint32(size-1)
		for table[slot] != 0 {
			slot = (slot + 1) & uint32(size-1)
		}
		table[slot] = uint32(at) + 1
		at = end + 1
	}
	return table
})

// wordHash is FNV-1a.
func wordHash(word string) uint32 {
	h := uint32(2166136261)
	for i := range len(word) {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return h
}
