package record

import (
	"slices"
	"strings"
)

// ends makes a start and an end of two columns of dates whose headers differ only by the
// word for it: "Початок тривоги" beside "Кінець тривоги".
func (u *understander) ends(claims []claim) []claim {
	if u.claimed(claims, Start) || u.claimed(claims, End) {
		return claims
	}
	for first := range u.t.Columns {
		topic := u.topicOfEnd(first, firstWord)
		if topic == "" {
			continue
		}
		for last := range u.t.Columns {
			if last == first || u.topicOfEnd(last, lastWord) != topic || !u.datesIn(first) || !u.datesIn(last) {
				continue
			}
			claims = slices.DeleteFunc(claims, func(c claim) bool { return c.col == first || c.col == last })
			return append(claims, claim{meaning: meaning{Start, rankWord}, col: first, why: "its name, beside the other end's"},
				claim{meaning: meaning{End, rankWord}, col: last, why: "its name, beside the other end's"})
		}
	}
	return claims
}

// topicOfEnd returns what remains of a header without its word of a kind; nothing if it
// has none, or is one of what no event is.
func (u *understander) topicOfEnd(col int, kind wordKind) string {
	v := theVocabulary()
	words := headerWords(u.t.Columns[col].Name)
	if !v.any(words, kind) || v.any(words, neverWord, laterWord) {
		return ""
	}
	return strings.Join(slices.DeleteFunc(strings.Fields(words), func(w string) bool { return v.words.of(w).kinds.has(kind) }), " ")
}

// datesIn reports whether most cells of a column are dates.
func (u *understander) datesIn(col int) bool {
	_, stamps := u.stamps(col)
	return stamps || u.most(col, dateLike)
}
