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

// textOfMember is what programs that turn XML into JSON write behind the name of an element
// that has attributes, too, and WordPress behind that of a text it has made a page of.
var textOfMember = pattern.New(`\.(?:rendered|\$t|#text|_text|__text|#cdata-section|__cdata|_cdata|@value)$`)

// wrapperOf returns how the names of columns begin that are members of an object which
// holds nearly all that a record says, as the "node" of GraphQL does; empty if there is none.
func wrapperOf(names []string) string {
	wrapper := ""
	for {
		members := map[string]int{}
		for _, name := range names {
			if rest, ok := strings.CutPrefix(name, wrapper); ok {
				if i := strings.IndexByte(rest, '.'); i > 0 && !strings.ContainsRune(rest, ' ') {
					members[rest[:i+1]]++
				}
			}
		}
		longer := ""
		for first, n := range members {
			if n >= leastWrapped && 4*n >= 3*len(names) {
				longer = first // no other has as many
			}
		}
		if longer == "" {
			return wrapper
		}
		wrapper += longer
	}
}

// leastWrapped is how many members an object has at least that is a record in a wrapper.
const leastWrapped = 4

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

// bystanders are objects inside a record about somebody who has to do with it and may be
// anywhere.
var bystanders = map[string]bool{"user": true, "users": true, "author": true, "authors": true, "account": true, "profile": true, "sender": true, "creator": true,
	"owner": true, "contact": true, "contacts": true, "organizer": true, "organiser": true, "organization": true, "organisation": true, "publisher": true,
	"performer": true, "appeals": true, "offers": true, "uploader": true, "submitter": true, "createdby": true, "created by": true}

// ofBystander reports whether a dotted name is of a member of an object about somebody else.
func ofBystander(name string) bool {
	if strings.ContainsRune(name, ' ') {
		return false
	}
	for {
		around, rest, inside := strings.Cut(name, ".")
		if !inside {
			return false
		}
		if bystanders[headerWords(around)] && rest != "name" { // which may be the publisher's
			return true
		}
		name = rest
	}
}

// ofOther reports whether the last two parts of a dotted name stand in an object that
// itself says something else of the event: the "source.type.name" is no type of event.
func (v *vocabulary) ofOther(name string, r Role) bool {
	parts := strings.Split(name, ".")
	if len(parts) < 3 {
		return false
	}
	m, ok := v.headers.find(headerWords(parts[len(parts)-3]))
	return ok && m.role != r && m.role == Publisher
}

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
