package fold

import "strings"

// articles are the words that begin names and are as often left out: the Arabic
// article with all letters it takes on before others, and the English one.
var articles = []string{
	"al", "el", "ad", "adh", "an", "ar", "as", "ash", "at", "ath", "az", "ed", "en", "er", "es", "esh", "et", "ez", "the", "il", "ul",
}

// Bare returns a key without its leading article, or the key itself if it has
// none or nothing would remain.
func Bare(key string) string {
	for _, a := range articles {
		if rest, ok := strings.CutPrefix(key, a+" "); ok && rest != "" {
			return rest
		}
	}
	const alefLam = "ال"
	if rest, ok := strings.CutPrefix(key, alefLam); ok && len(rest) >= 3*len("ا") {
		return rest
	}
	return key
}

// Articles yields a bare key with each article in front.
func Articles(bare string, yield func(key string) bool) {
	for _, a := range articles {
		if !yield(a + " " + bare) {
			return
		}
	}
}
