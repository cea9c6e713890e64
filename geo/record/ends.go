package record

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// ends makes a start and an end of two columns of dates whose headers differ only by the
// word for it: "Початок тривоги" beside "Кінець тривоги".
func (u *understander) ends(claims []claim) []claim {
	if u.claimed(claims, Start) || u.claimed(claims, End) {
		return claims
	}
	for first := range u.t.Columns {
		topic := u.topicOfEnd(first, headers.FirstWord)
		if topic == "" {
			continue
		}
		for last := range u.t.Columns {
			if last == first || u.topicOfEnd(last, headers.LastWord) != topic || !u.datesIn(first) || !u.datesIn(last) {
				continue
			}
			claims = slices.DeleteFunc(claims, func(c claim) bool { return c.col == first || c.col == last })
			return append(claims, claim{Meaning: headers.Meaning{Role: Start, Rank: headers.RankWord}, col: first, why: "its name, beside the other end's"},
				claim{Meaning: headers.Meaning{Role: End, Rank: headers.RankWord}, col: last, why: "its name, beside the other end's"})
		}
	}
	return claims
}

// begun makes the year of the end that of the event, where nothing says when that began:
// "eyr" is the event's as well as the end's.
func (u *understander) begun(claims []claim) {
	if !u.claimed(claims, EndYear) || slices.ContainsFunc([]Role{Year, Date, Start, End, Week}, func(r Role) bool { return u.claimed(claims, r) }) {
		return
	}
	for i := range claims {
		if c := &claims[i]; c.vague() {
			switch c.Role {
			case EndYear, EndMonth, EndDay:
				c.Role -= EndYear - Year
			}
		}
	}
}

// topicOfEnd returns what remains of a header without its word of a kind; nothing if it
// has none, or is one of what no event is.
func (u *understander) topicOfEnd(col int, kind headers.WordKind) string {
	v := headers.Vocab()
	words := apartFromEnd(headers.Words(u.t.Columns[col].Name))
	if !v.Any(words, kind) || v.Any(words, headers.NeverWord, headers.LaterWord) {
		return ""
	}
	return strings.Join(slices.DeleteFunc(strings.Fields(words), func(w string) bool { return v.Words.Of(w).Kinds.Has(kind) }), " ")
}

// apartFromEnd returns the words of a header with the one for either end apart from what is
// written before it: "realstart" is the real start.
func apartFromEnd(words string) string {
	for _, end := range [...]string{"start", "begin", "end"} {
		if before, ok := strings.CutSuffix(words, end); ok && before != "" && !strings.HasSuffix(before, " ") {
			return before + " " + end
		}
	}
	return words
}

// datesIn reports whether most cells of a column are dates.
func (u *understander) datesIn(col int) bool {
	_, stamps := u.stamps(col)
	return stamps || u.most(col, dateLike)
}
