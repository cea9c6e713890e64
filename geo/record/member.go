package record

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// Headers that tell by what stands around their last word: the objects and groups that
// they are of, and the headers beside them.

// leastOfTopic is how many headers begin with a word if that is what all of them
// are about.
const leastOfTopic = 3

// longestMark is how long a mark is at most that somebody set before all headers of a
// kind: it is no word.
const longestMark = 2

// ofTopic returns which area a header names that begins with a word as other
// headers of areas do: "target_province" beside "target_country" and
// "target_village"; and what one means that begins with such a mark: "DH_MORTOS".
func (u *understander) ofTopic(name string) (m headers.Meaning, why string) {
	v := headers.Vocab()
	topic, rest, _ := strings.Cut(headers.Words(name), " ")
	about := func(r Role) bool { return slices.Contains(headers.Areas, r) || len(topic) <= longestMark }
	m, ok := v.Headers.Find(rest)
	if !ok || !about(m.Role) || v.Any(topic, headers.NeverWord, headers.LaterWord) {
		return headers.Meaning{}, ""
	}
	n := 0
	for _, c := range u.t.Columns {
		first, rest, _ := strings.Cut(headers.Words(c.Name), " ")
		if other, ok := v.Headers.Find(rest); ok && first == topic && about(other.Role) {
			n++
		}
	}
	if n < leastOfTopic {
		return headers.Meaning{}, ""
	}
	return headers.Meaning{Role: m.Role, Rank: m.Rank + headers.RankEnd}, "its name, as those of others that begin so"
}

// typedValue takes apart the name of a member of an object that wraps one value,
// with its type beside it, as in the answers of SPARQL: "deaths.value" beside
// "deaths.type".
func (u *understander) typedValue(name string) (base, part string, ok bool) {
	i := strings.LastIndexByte(name, '.')
	if i <= 0 {
		return "", "", false
	}
	base, part = name[:i], name[i+1:]
	beside := map[string]string{"value": "type", "type": "value", "datatype": "value", "xml:lang": "value"}[part]
	return base, part, beside != "" && slices.ContainsFunc(u.t.Columns, func(c Column) bool { return c.Name == base+"."+beside })
}

// labelled takes apart the name of a column that says in words what another one says by its
// address, as the answers of Wikidata have them: "battleLabel" beside "battle".
func (u *understander) labelled(name string) (base string, ok bool) {
	base, ok = strings.CutSuffix(name, "Label")
	return base, ok && base != "" && slices.ContainsFunc(u.t.Columns, func(c Column) bool { return c.Name == base || c.Name == base+".value" })
}

// longestField is how long the name of a column of a shapefile may be.
const longestField = 10

// cutsNames reports whether the table is of a kind that cuts longer names, or was
// converted from one: several names have that length, and none is longer.
func (u *understander) cutsNames() bool {
	if u.t.Format == Shapefile || u.t.Format == DBF {
		return true
	}
	full := 0
	for _, c := range u.t.Columns {
		if len(c.Name) > longestField {
			return false
		}
		if len(c.Name) == longestField {
			full++
		}
	}
	return full > 1
}

// withoutGroup takes off a header the name of the group of questions that
// surveys write before it, as in "incident/village" or "location-Latitude". A
// group is known by several headers that begin with it.
func (u *understander) withoutGroup(name string) string {
	i := strings.LastIndexAny(name, "/-:")
	if i <= 0 || strings.ContainsAny(name[:i], " ") {
		return name
	}
	together := 0
	for _, c := range u.t.Columns {
		if strings.HasPrefix(c.Name, name[:i+1]) {
			together++
		}
	}
	if together < 2 {
		return name
	}
	return name[i+1:]
}
