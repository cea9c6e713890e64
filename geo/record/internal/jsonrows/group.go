package jsonrows

import (
	"bytes"
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
)

// features is the member of GeoJSON, and of ArcGIS, with the list of features.
const features = "features"

// group is an object of a list that is no record itself but has a list of them inside: the
// incidents of a province, or the results of one page.
type group struct {
	records [][]byte
	around  []keyValue // what it says of all of them
	key     string     // of its list
}

// groupOf returns the group that an object is; nil if it is a record. A record says itself when
// or where it was, what it is called or what happened, whatever lists of sources, updates and
// the like it has; those of a group say when, and some of this.
func groupOf(object []byte) *group {
	if !listsObjects(object) {
		return nil
	}
	g := &group{}
	jsontext.Members(object, func(key, value []byte) {
		switch name := string(key); {
		case value[0] == '[' && g.records == nil && value[jsontext.SkipSpace(value, 1)] == '{' && !aside(name):
			jsontext.Elements(value, func(v []byte) { g.records = append(g.records, bytes.Clone(v)) })
			g.key = name
		case value[0] != '{' && value[0] != '[' && string(value) != "null":
			g.around = append(g.around, keyValue{[]byte(name), bytes.Clone(value)})
		}
	})
	switch {
	case g.records == nil:
		return nil
	case g.key == features || g.inner() != "":
		return g
	case slices.ContainsFunc(g.around, func(m keyValue) bool { return ownRoles[roleOf(string(m.key))] }):
		return nil
	}
	says := map[headers.Role]bool{}
	jsontext.Members(g.records[0], func(key, _ []byte) { says[roleOf(string(key))] = true })
	delete(says, headers.NoRole)
	when := says[headers.Date] || says[headers.Start] || says[headers.Year]
	if pageLists[g.key] && len(says) > 1 || when && slices.ContainsFunc(whereOrWhat, func(r headers.Role) bool { return says[r] }) {
		return g
	}
	return nil
}

// inner returns what the groups in a group call their lists; empty if it has records only.
func (g *group) inner() string {
	for _, record := range g.records {
		if inner := groupOf(record); inner != nil {
			return inner.key
		}
	}
	return ""
}

// hasEmptyList reports whether an object is a group of no records.
func hasEmptyList(object []byte, key string) bool {
	empty := false
	jsontext.Members(object, func(name, value []byte) {
		empty = empty || string(name) == key && value[0] == '[' && value[jsontext.SkipSpace(value, 1)] == ']'
	})
	return empty
}

// listsObjects reports whether an object may have a list of objects inside, as few have: it
// is asked of each record there is.
func listsObjects(object []byte) bool {
	for at := 0; ; {
		i := bytes.IndexByte(object[at:], '[')
		if i < 0 {
			return false
		}
		at = jsontext.SkipSpace(object, at+i+1)
		if at < len(object) && object[at] == '{' {
			return true
		}
	}
}

// ownRoles are what a record says of itself, and a group does not say of all of its records.
var ownRoles = map[headers.Role]bool{headers.Date: true, headers.Start: true, headers.Text: true, headers.Lat: true, headers.Coordinates: true, headers.URL: true, headers.Place: true}

// whereOrWhat is what a record in a group says besides when; one source of a record, or what
// became of it later, would say none of it.
var whereOrWhat = []headers.Role{headers.Country, headers.Adm1, headers.Adm2, headers.Adm3, headers.Place, headers.Lat, headers.Coordinates, headers.Killed, headers.Wounded, headers.Displaced, headers.Toll, headers.Actor1}

// pageLists is what services call the list of one page of their results.
var pageLists = map[string]bool{"data": true, "results": true, "records": true, "items": true, "hits": true, "rows": true}

// roleOf returns what a member may say of an event by its name.
func roleOf(key string) headers.Role {
	m, _ := headers.Vocab().Of(key)
	return m.Role
}

// ofAll are roles whose columns mean the same of a group and of a record in it. Its number of
// dead is not that of each, nor is its name theirs.
var ofAll = map[headers.Role]bool{headers.Country: true, headers.Adm1: true, headers.Adm2: true, headers.Type: true, headers.Year: true, headers.Publisher: true}

// group reads the rows of a group. What it says of all of them stands behind what each says.
func (j *Rows) group(line int, g *group, after []geo.Property, depth int) error {
	before := len(after)
	for _, m := range g.around {
		name := string(m.key)
		if !ofAll[roleOf(name)] {
			name = headers.Around + name
		}
		p := geo.Property{Name: j.valid(name), Value: string(m.value), JSON: true}
		if m.value[0] == '"' {
			p.Value, p.JSON = j.valid(jsontext.Unquote(m.value)), false
		}
		after = append(after, p)
	}
	if len(after) == before && !pageLists[g.key] && g.key != features {
		after = append(after, geo.Property{Name: KeyColumn, Value: j.valid(g.key)})
	}
	key := g.inner()
	for _, record := range g.records {
		if inner := groupOf(record); inner != nil && depth < deepestObject {
			if err := j.group(line, inner, slices.Clip(after), depth+1); err != nil {
				return err
			}
			continue
		}
		if key != "" && hasEmptyList(record, key) {
			continue
		}
		r, err := j.object(line, record, nil, after...)
		if err != nil {
			return err
		}
		j.pending = append(j.pending, r)
	}
	return nil
}
