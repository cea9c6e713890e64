package fold

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// articles are the words that begin names and are as often left out: the Arabic
// article with all the letters it takes on before others, and the English one.
// They are in order.
var articles = []string{
	"ad", "adh", "al", "an", "ar", "as", "ash", "at", "ath", "az",
	"ed", "el", "en", "er", "es", "esh", "et", "ez", "the", "ul",
}

func isArticle(word string) bool {
	_, found := slices.BinarySearch(articles, word)
	return found
}

// alefLam is the Arabic article, which is written together with its word.
const alefLam = "ال"

// withoutAlefLam takes off a word the Arabic article, unless what remains is too
// short to be a word.
func withoutAlefLam(word string) string {
	rest, ok := strings.CutPrefix(word, alefLam)
	if r, _ := utf8.DecodeRuneInString(rest); !ok || r < 'ء' || r > 'ۿ' || utf8.RuneCountInString(rest) < 3 {
		return word
	}
	return rest
}

// Bare returns a key without its leading article, the key itself if it has none
// or nothing would remain.
func Bare(key string) string {
	if first, rest, ok := strings.Cut(key, " "); ok && isArticle(first) {
		return rest
	}
	return withoutAlefLam(key)
}

// Articles returns what a bare key may have in front: the articles that are
// written before a word, with the space that follows, and the one that is joined
// to Arabic words. The caller must not change them.
func Articles(bare string) []string {
	if bare != "" && bare[0] >= utf8.RuneSelf {
		return allArticles
	}
	return allArticles[1:]
}

var allArticles = func() []string {
	all := []string{alefLam}
	for _, a := range articles {
		all = append(all, a+" ")
	}
	return all
}()
