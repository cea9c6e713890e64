package jsonrows

import (
	"bytes"
	"cmp"
	"encoding/json"
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// isLines reports whether the first value of a sequence is one line.
func isLines(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n\x1e")
	first, rest, more := bytes.Cut(head, []byte{'\n'})
	return more && len(bytes.TrimSpace(rest)) > 0 && jsontext.Valid(first)
}

// isSequence reports whether the objects at the top of a text are rows
// themselves: several of them, or one that wraps no list.
func isSequence(head []byte) bool {
	head = bytes.TrimLeft(head, " \t\r\n\x1e")
	if len(head) == 0 || head[0] != '{' {
		return false
	}
	end := jsontext.End(head, 0)
	rest := bytes.TrimLeft(head[end:], " \t\r\n\x1e,")
	if len(rest) > 0 && rest[0] == '{' {
		return true
	}
	if len(rest) > 0 || end == plaintext.Sniffed || !jsontext.Valid(head[:end]) {
		return featureFirst(head)
	}
	return !keyed(head[:end]) && !wraps(head[:end], 0)
}

// featureFirst reports whether an object that is too long to be seen whole says
// early that it is one feature.
func featureFirst(head []byte) bool {
	i := bytes.Index(head, []byte(`"Feature"`))
	j := bytes.Index(head, []byte(`"FeatureCollection"`))
	return i >= 0 && j < 0 && i < 256
}

// eventMembers is how many members that speak of an event make an object a row
// itself, even if it has a list inside. Wrappers have one at most, such as
// "title" or "source".
const eventMembers = 4

// deepestWrapper bounds how deep in a document a list of rows is looked for.
const deepestWrapper = 5

// wraps reports whether an object has a list of rows inside.
func wraps(object []byte, depth int) bool {
	found, feature := false, false
	var scalars []string
	jsontext.Members(object, func(name, value []byte) {
		key := string(name)
		switch {
		case key == "type" && string(value) == `"Feature"`:
			feature = true
		case aside(key) && !ofMessages(key, value) || depth == deepestWrapper:
		case value[0] == '{':
			found = found || keyed(value) || wraps(value, depth+1)
		case value[0] == '[':
			first := value[jsontext.SkipSpace(value, 1)]
			found = found || first == '{' || first == '[' || key == "features"
		default:
			scalars = append(scalars, key)
		}
	})
	return found && !feature && headers.CountKnown(scalars) < eventMembers
}

// asides are members of a wrapper that are about the list, not the list.
var asides = map[string]bool{
	"meta": true, "metadata": true, "info": true, "links": true, "link": true, "schema": true, "fields": true,
	"columns": true, "cols": true, "headers": true, "messages": true, "errors": true, "error": true, "warnings": true, "query": true,
	"params": true, "parameters": true, "facets": true, "aggregations": true, "crs": true, "license": true, "licenses": true,
	"licence": true, "authors": true, "contributors": true, "pagination": true, "paging": true, "@context": true, "geometry": true,
	"bbox": true, "spatialreference": true, "resources_used": true, "includes": true, "_shards": true, "_links": true,
}

func aside(key string) bool { return asides[strings.ToLower(key)] }

// ofMessages reports whether a member holds what people wrote, as the exports of
// messengers do, and not what a service says of itself: each message has a day.
func ofMessages(key string, value []byte) bool {
	const looked = 1 << 10
	head := value[:min(len(value), looked)]
	return strings.EqualFold(key, "messages") && value[0] == '[' && bytes.Contains(head, []byte(`"date"`))
}

// headerMember returns the columns that a member of a wrapper names, or one inside it that
// is about the list: Socrata has "columns" in a "view" in "meta".
func headerMember(key string, raw []byte, depth int) (names []string) {
	switch {
	case key == "columns" || key == "fields" || key == "headers" || key == "cols":
		return headerNames(raw)
	case raw[0] != '{' || depth > 0 && key != "view" || depth == 0 && (!aside(key) || !jsontext.Valid(raw)):
		return nil
	}
	jsontext.Members(raw, func(inner, value []byte) {
		if names == nil {
			names = headerMember(string(inner), value, depth+1)
		}
	})
	return names
}

// headerNames reads the columns of rows that are lists: their names, or objects
// with a name.
func headerNames(raw []byte) []string {
	var plain []string
	if json.Unmarshal(raw, &plain) == nil {
		return plain
	}
	var named []struct {
		Name, Label string
		ID          any // a number, for some
	}
	if json.Unmarshal(raw, &named) != nil {
		return nil
	}
	plain = nil // the attempt left something in it
	for _, n := range named {
		id, _ := n.ID.(string)
		plain = append(plain, cmp.Or(n.Name, n.Label, id))
	}
	return plain
}
