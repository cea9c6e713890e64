package record

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
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
func (u *understander) ofTopic(name string) (m meaning, why string) {
	v := theVocabulary()
	topic, rest, _ := strings.Cut(headerWords(name), " ")
	about := func(r Role) bool { return slices.Contains(areas, r) || len(topic) <= longestMark }
	m, ok := v.headers.find(rest)
	if !ok || !about(m.role) || v.any(topic, neverWord, laterWord) {
		return meaning{}, ""
	}
	n := 0
	for _, c := range u.t.Columns {
		first, rest, _ := strings.Cut(headerWords(c.Name), " ")
		if other, ok := v.headers.find(rest); ok && first == topic && about(other.role) {
			n++
		}
	}
	if n < leastOfTopic {
		return meaning{}, ""
	}
	return meaning{m.role, m.rank + rankEnd}, "its name, as those of others that begin so"
}

// lastTwo returns the last two parts of a dotted name as a header; empty if it
// has not so many.
func lastTwo(name string) string {
	i := strings.LastIndexByte(name, '.')
	if i <= 0 || strings.ContainsRune(name, ' ') {
		return ""
	}
	return lastPart(name[:i]) + " " + name[i+1:]
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

// extendedJSON is what MongoDB's exports write behind the name of a member that
// JSON has no type for: "deaths.$numberInt".
var extendedJSON = pattern.New(`\.\$(?:number(?:Int|Long|Double|Decimal)|date|oid)$`)

// hitSource is what Elasticsearch's dumps write before the names of a record's
// members.
const hitSource = "_source."

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

// envelopes are objects that only wrap a record.
var envelopes = map[string]bool{"attributes": true, "acf": true, "meta": true, "properties": true, "fields": true, "event": true, "incident": true, "record": true, "source": true, "data": true, "info": true, "details": true, "what": true}

// partSpeaks reports whether the last part of a dotted name may have a role. In
// an object that is about one thing, such as the actor, a type or a name is that
// thing's and not the event's; but coordinates are coordinates.
func partSpeaks(name string, r Role) bool {
	around, _, _ := strings.Cut(name, ".")
	switch r {
	case Lat, Lon, Coordinates, Country, Adm1, Adm2, Adm3, Adm1PCode, Adm2PCode, Adm3PCode, Place, Killed, KilledLow, KilledHigh, Wounded, Displaced:
		return true
	case Date, Start, End:
		if around == "when" || around == "geometry" && r == Date {
			return true // when it was there
		}
		if m, ok := theVocabulary().header(around); ok && dates[m.role] {
			return true // the end inside the date
		}
	}
	return envelopes[headerWords(around)]
}

// lastPart returns what a dotted name of a member of an object inside an object
// ends with. The dot of "5. Where was it?" is none of these.
func lastPart(name string) string {
	if strings.ContainsRune(name, ' ') {
		return name
	}
	return name[strings.LastIndexByte(name, '.')+1:]
}
