package output

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// slugSize is how many bytes of a name a slug keeps: with a number and an
// extension it stays below the 255 that file systems allow, also when each byte
// costs three in a URL.
const slugSize = 60

// Slugs makes names of any text that are safe as the names of files on every
// system: letters and digits in lower case with single hyphens between. The
// zero Slugs has given no name yet.
type Slugs struct {
	taken map[string]bool
}

// reserved is what Windows keeps for devices, whatever the extension.
var reserved = map[string]bool{
	"con": true, "prn": true, "aux": true, "nul": true,
	"com1": true, "com2": true, "com3": true, "com4": true, "com5": true, "com6": true, "com7": true, "com8": true, "com9": true,
	"lpt1": true, "lpt2": true, "lpt3": true, "lpt4": true, "lpt5": true, "lpt6": true, "lpt7": true, "lpt8": true, "lpt9": true,
}

// Make returns the slug of a text, or of fallback if the text has no letter or
// digit: "explosions-remote-violence". No two calls return the same.
func (s *Slugs) Make(text, fallback string) string {
	slug := slugOf(text)
	if slug == "" {
		slug = fallback
	}
	if s.taken == nil {
		s.taken = make(map[string]bool)
	}
	result := slug
	for n := 2; s.taken[result] || reserved[result]; n++ {
		result = slug + "-" + strconv.Itoa(n)
	}
	s.taken[result] = true
	return result
}

func slugOf(text string) string {
	var b strings.Builder
	gap := false
	for _, r := range text {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && (!unicode.IsMark(r) || b.Len() == 0) {
			gap = b.Len() > 0
			continue
		}
		r = unicode.ToLower(r)
		if b.Len()+utf8.RuneLen(r)+1 > slugSize {
			break
		}
		if gap {
			b.WriteByte('-')
			gap = false
		}
		b.WriteRune(r)
	}
	return b.String()
}
