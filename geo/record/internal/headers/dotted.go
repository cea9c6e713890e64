package headers

import (
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// ExtendedJSON is what MongoDB's exports write behind the name of a member that
// JSON has no type for: "deaths.$numberInt".
var ExtendedJSON = pattern.New(`\.\$(?:number(?:Int|Long|Double|Decimal)|date|oid)$`)

// TextOfMember is what programs that turn XML into JSON write behind the name of an element
// that has attributes, too, and WordPress behind that of a text it has made a page of.
var TextOfMember = pattern.New(`\.(?:rendered|\$t|#text|_text|__text|#cdata-section|__cdata|_cdata|@value)$`)

// WrapperOf returns how the names of columns begin that are members of an object which
// holds nearly all that a record says, as the "node" of GraphQL does; empty if there is none.
func WrapperOf(names []string) string {
	wrapper := ""
	for {
		members := map[string]int{}
		for _, name := range names {
			if rest, ok := strings.CutPrefix(name, wrapper); ok {
				around, member, inside := strings.Cut(rest, ".")
				if inside && around != "" && !strings.ContainsRune(around, ' ') && !strings.HasPrefix(member, " ") {
					members[around+"."]++
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

// HitSource is what Elasticsearch's dumps write before the names of a record's
// members.
const HitSource = "_source."

// LastTwo returns the last two parts of a dotted name as a header; empty if it
// has not so many.
func LastTwo(name string) string {
	i := strings.LastIndexByte(name, '.')
	if i <= 0 || strings.ContainsRune(name, ' ') {
		return ""
	}
	return LastPart(name[:i]) + " " + name[i+1:]
}

// envelopes are objects that only wrap a record.
var envelopes = map[string]bool{"attributes": true, "acf": true, "meta": true, "properties": true, "fields": true, "event": true, "incident": true, "record": true, "source": true, "data": true, "info": true, "details": true, "what": true, "text": true}

// Around begins the names of columns of what is said of a whole list, and not of a record in it.
const Around = "around."

// bystanders are objects inside a record about somebody who has to do with it and may be
// anywhere.
var bystanders = map[string]bool{"user": true, "users": true, "author": true, "authors": true, "account": true, "profile": true, "sender": true, "creator": true,
	"owner": true, "contact": true, "contacts": true, "organizer": true, "organiser": true, "organization": true, "organisation": true, "publisher": true,
	strings.TrimSuffix(Around, "."): true, "performer": true, "appeals": true, "offers": true, "uploader": true, "submitter": true, "createdby": true, "created by": true}

// OfBystander reports whether a dotted name is of a member of an object about somebody else.
func OfBystander(name string) bool {
	if strings.ContainsRune(name, ' ') {
		return false
	}
	for {
		around, rest, inside := strings.Cut(name, ".")
		if !inside {
			return false
		}
		if bystanders[Words(around)] && rest != "name" { // which may be the publisher's
			return true
		}
		name = rest
	}
}

// OfOther reports whether the last two parts of a dotted name stand in an object that
// itself says something else of the event: the "source.type.name" is no type of event.
func (v *vocabulary) OfOther(name string, r Role) bool {
	parts := strings.Split(name, ".")
	if len(parts) < 3 {
		return false
	}
	m, ok := v.Headers.Find(Words(parts[len(parts)-3]))
	return ok && m.Role != r && m.Role == Publisher
}

// PartSpeaks reports whether the last part of a dotted name may have a role. In
// an object that is about one thing, such as the actor, a type or a name is that
// thing's and not the event's; but coordinates are coordinates.
func PartSpeaks(name string, r Role) bool {
	around, _, _ := strings.Cut(name, ".")
	switch r {
	case Lat, Lon, Coordinates, Country, Adm1, Adm2, Adm3, Adm1PCode, Adm2PCode, Adm3PCode, Place, Killed, KilledLow, KilledHigh, Wounded, Displaced:
		return true
	case Date, Start, End:
		if around == "when" || around == "geometry" && r == Date {
			return true // when it was there
		}
		if m, ok := Vocab().Of(around); ok && Dates[m.Role] {
			return true // the end inside the date
		}
	}
	return envelopes[Words(around)]
}

// LastPart returns what a dotted name of a member of an object inside an object
// ends with. The dot of "5. Where was it?" is none of these.
func LastPart(name string) string {
	if strings.ContainsRune(name, ' ') {
		return name
	}
	return name[strings.LastIndexByte(name, '.')+1:]
}
