package dict

import "unicode/utf8"

// A key with a gap is one of which one character may be any. A filter of them, for
// the first gapCuts characters of each key, tells with one look whether any letter
// may be put in at a place, where to try them all takes dozens. Behind these cuts
// few keys begin alike, and are read; see probe.read.
const gapCuts = 5

// gapsPerWord is how many keys with a gap share a word of their filter: one in
// twelve that is none passes, and has its letters tried in vain.
const gapsPerWord = 12

// gapDigit stands for the gap in the hash; no byte has it.
const gapDigit = 0x100 + 1

// gapHash returns the hash of a key with a gap, of the hash of what is before it, and
// of that and the length in bytes of what is after it.
func gapHash(before, after uint64, afterLen int) uint64 {
	return (before*base+gapDigit)*powers[afterLen] + after
}

// eachGap yields the hashes of a key with a gap at each of its first characters. A
// key that is longer than any that is looked for has none.
func eachGap(key string, yield func(hash uint64)) {
	if len(key) >= len(powers) {
		return
	}
	n := 0
	for cut := range key {
		if n++; n > gapCuts {
			return
		}
		_, size := utf8.DecodeRuneInString(key[cut:])
		after := key[cut+size:]
		yield(gapHash(Hash(key[:cut]), Hash(after), len(after)))
	}
}
