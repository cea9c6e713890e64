package record

import (
	"cmp"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// below are the levels that areas of the same word can also be: a province is a
// first-level area in one country and lies in a region in the next.
var below = map[Role]Role{Adm1: Adm2, Adm2: Adm3}

// level settles which of several areas lies in which. "Region" and "Province",
// each a first-level area by itself, are the first and the second level of one
// table; so are a district and the municipality in it. Governorates and states
// are first-level areas everywhere and stay what they are.
func (u *understander) level(claims []claim) {
	u.twins(claims)
	u.counties(claims)
	for _, r := range []Role{Adm1, Adm2} {
		rivals := u.rivals(claims, r)
		if len(rivals) != 2 || u.claimed(claims, below[r]) && !u.shift(claims, below[r]) {
			continue
		}
		rivals[1].Role = below[r]
		rivals[1].why += ", and lies in the one before"
	}
	u.container(claims)
}

// twins takes the levels of columns that say what another of the level says already:
// "state" and "resolved_state". A second level of the same name would be none.
func (u *understander) twins(claims []claim) {
	for i := range claims {
		a := &claims[i]
		if _, area := below[a.Role]; !area || !a.vague() {
			continue
		}
		for j := range claims {
			if b := &claims[j]; b.Role == a.Role && b.Rank < a.Rank && u.same(a.col, b.col) {
				a.Role = NoRole
				break
			}
		}
	}
}

// counties makes counties the first level and sub-counties the second, where no
// column has another: both together are Kenya's areas. Elsewhere counties lie in
// something.
func (u *understander) counties(claims []claim) {
	if u.claimed(claims, Adm1) {
		return
	}
	var county, sub *claim
	for i := range claims {
		switch c := &claims[i]; {
		case !c.vague():
		case c.Role == Adm2 && u.t.Columns[c.col].is("county"):
			county = c
		case c.Role == Adm3 && (u.t.Columns[c.col].is("sub county") || u.t.Columns[c.col].is("subcounty")):
			sub = c
		case c.Role == Adm2:
			return
		}
	}
	if county != nil && sub != nil {
		county.Role, sub.Role = Adm1, Adm2
	}
}

// same reports whether two columns say the same wherever both say something.
func (u *understander) same(a, b int) bool {
	both := false
	for _, r := range u.sample {
		x, y := r.Cell(a), r.Cell(b)
		if literal.Missing(x) || literal.Missing(y) {
			continue
		}
		if !strings.EqualFold(x, y) {
			return false
		}
		both = true
	}
	return both
}

// container finds, where no column has the second level, the place column in which
// the places of another lie: the locality of a village.
func (u *understander) container(claims []claim) {
	var all []*claim
	for i := range claims {
		if c := &claims[i]; c.Role == Place {
			all = append(all, c)
		}
	}
	if len(all) != 2 || u.claimed(claims, Adm2) || !all[0].vague() || !all[1].vague() || max(all[0].Rank, all[1].Rank) >= headers.RankWord {
		return
	}
	for i, c := range all {
		other := all[1-i]
		if u.lies(claims, c.col) && u.contains(c.col, other.col) && (!u.contains(other.col, c.col) || u.wider(c.col, other.col)) {
			c.Role = Adm2
			c.why += ", and the places of another column lie in it"
			return
		}
	}
}

// wider reports whether the header of one of two columns of places, of which each
// place stands with one of the other, says that it is what the other lies in.
func (u *understander) wider(col, other int) bool {
	c := &u.t.Columns[col]
	return c.is("locality") && col < other || c.is("area") && u.t.Columns[other].is("location")
}

// lies reports whether each place of a column lies in one country and one area of the
// first level, as far as the table says them: "Road" and "Project site" do not.
func (u *understander) lies(claims []claim, col int) bool {
	return !slices.ContainsFunc(claims, func(c claim) bool {
		return (c.Role == Country || c.Role == Adm1) && !u.contains(c.col, col)
	})
}

// is reports whether a column's header is a word.
func (c *Column) is(word string) bool { return headers.Words(c.Name) == word }

// shift makes room at a level by moving its only column one lower. It reports
// whether there is room now.
func (u *understander) shift(claims []claim, r Role) bool {
	low, ok := below[r]
	if !ok || u.claimed(claims, low) {
		return false
	}
	for i := range claims {
		if c := &claims[i]; c.Role == r {
			if !c.vague() {
				return false
			}
			c.Role = low
		}
	}
	return true
}

func (u *understander) claimed(claims []claim, r Role) bool {
	return slices.ContainsFunc(claims, func(c claim) bool { return c.Role == r })
}

// vague reports whether a claim comes of the words of a header in any table.
func (c *claim) vague() bool { return c.Rank > 0 && !c.listed }

// rivals returns the columns that may be areas of a level by different words,
// the one that contains the other first. There are none if what contains what
// cannot be told, or one of them can be of no other level.
func (u *understander) rivals(claims []claim, r Role) []*claim {
	var all []*claim
	for i := range claims {
		if c := &claims[i]; c.Role == r {
			all = append(all, c)
		}
	}
	if len(all) != 2 || !all[0].vague() || !all[1].vague() || !u.fits(*all[0]) || !u.fits(*all[1]) {
		return nil
	}
	slices.SortFunc(all, func(a, b *claim) int { return cmp.Compare(a.col, b.col) })
	inSecond, inFirst := u.contains(all[0].col, all[1].col), u.contains(all[1].col, all[0].col)
	switch {
	case inFirst && !inSecond:
		slices.Reverse(all)
	case !inFirst && !inSecond:
		return nil
	case inFirst && u.is(all[0], headers.BottomWord):
		slices.Reverse(all)
	}
	if u.is(all[1], headers.TopWord) {
		return nil
	}
	return all
}

// is reports whether the header of a claim's column is a word of a kind.
func (u *understander) is(c *claim, k headers.WordKind) bool {
	v := headers.Vocab()
	return v.Words.Of(v.Core(u.t.Columns[c.col].Name)).Kinds.Has(k)
}

// contains reports whether each area of one column lies in one area of the
// other, as far as the sample goes.
func (u *understander) contains(outer, inner int) bool {
	in := map[string]string{}
	for _, r := range u.sample {
		o, i := r.Cell(outer), r.Cell(inner)
		if literal.Missing(o) || literal.Missing(i) {
			continue
		}
		if before, seen := in[i]; seen && before != o {
			return false
		}
		in[i] = o
	}
	return len(in) > 0
}
