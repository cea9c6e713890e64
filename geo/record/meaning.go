package record

import (
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// byName returns what a header means in any table, and why: as it stands, as the name of a member
// of an object, or by its words.
func (u *understander) byName(name string) (m headers.Meaning, why string) {
	name = strings.TrimPrefix(headers.ExtendedJSON().ReplaceAllString(name, ""), headers.HitSource)
	name = strings.TrimPrefix(headers.TextOfMember().ReplaceAllString(name, ""), u.wrapper)
	if base, part, ok := u.typedValue(name); ok {
		if part != "value" {
			return headers.Meaning{}, "" // of the value, not of the event
		}
		return u.byName(base)
	}
	if strings.HasPrefix(headers.LastPart(name), "@") {
		return headers.Meaning{}, "" // what linked data says of its object, such as that it is an "Event"
	}
	if headers.OfBystander(name) {
		return headers.Meaning{}, ""
	}
	if m, why = asItStands(name); why != "" {
		return m, why
	}
	if base, ok := u.labelled(name); ok {
		return u.byName(base)
	}
	abbreviated := strings.HasSuffix(name, ".")
	name = strings.TrimRight(name, ". ") // of an abbreviation, not of an object
	if m, why = byMember(name); why != "" || headers.LastPart(name) != name {
		return m, why
	}
	return u.byWords(name, abbreviated)
}

// asItStands returns what a whole header means.
func asItStands(name string) (m headers.Meaning, why string) {
	v := headers.Vocab()
	if m, ok := v.Of(name); ok {
		return m, "its name"
	}
	if m, ok := v.OtherThanListed(name); ok {
		return m, "its name"
	}
	if rest := zoneInHeader().ReplaceAllString(name, " "); rest != name {
		if m, ok := v.Of(rest); ok && (m.Role == Easting || m.Role == Northing) {
			return m, "its name"
		}
	}
	return headers.Meaning{}, ""
}

// byMember returns what a header means by its last parts, of a member and its object.
func byMember(name string) (m headers.Meaning, why string) {
	v := headers.Vocab()
	two, last := headers.LastTwo(name), headers.LastPart(name)
	if m, ok := v.Of(two); two != "" && ok && !v.OfOther(name, m.Role) {
		return headers.Meaning{Role: m.Role, Rank: m.Rank + headers.RankEnd}, "the end of its name"
	}
	if m, ok := v.Of(last); ok && headers.PartSpeaks(name, m.Role) {
		return headers.Meaning{Role: m.Role, Rank: m.Rank + headers.RankEnd}, "the end of its name"
	}
	if last != name {
		return v.CountInWords(two)
	}
	return headers.Meaning{}, ""
}

// byWords returns what a header means that no list has: without the word for its group, cut
// short, or by those of its words that are known.
func (u *understander) byWords(name string, abbreviated bool) (m headers.Meaning, why string) {
	v := headers.Vocab()
	if short := u.withoutGroup(name); short != name {
		if m, ok := v.Of(short); ok {
			return headers.Meaning{Role: m.Role, Rank: m.Rank + headers.RankCore}, "its name"
		}
		name = short
	}
	if len(name) == longestField && u.cutsNames() { // completed looks through all headers
		if m, ok := v.Completed(name); ok {
			return headers.Meaning{Role: m.Role, Rank: m.Rank + headers.RankCore}, "its name, cut to ten letters"
		}
	}
	if abbreviated && len(name) >= longestMark+3 {
		if m, ok := v.Completed(name); ok {
			return headers.Meaning{Role: m.Role, Rank: m.Rank + headers.RankCore}, "its name, cut short"
		}
	}
	if m, why := u.ofTopic(name); why != "" {
		return m, why
	}
	if v.OfHappening(headers.Words(name)) {
		return headers.Meaning{Role: Title, Rank: headers.RankWord}, "its name"
	}
	return v.Loosely(name)
}
