package jsonrows

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// mostListed bounds the lists inside a record that are read; a longer one stays
// JSON.
const mostListed = 50

// list adds a list inside a record: one of texts as one text, one of objects as
// if it were one object whose members are such lists. It reports false if the list
// can only stay JSON.
func (j *Rows) list(r *row.Row, name string, value []byte, depth int) bool {
	var all [][]byte
	jsontext.Elements(value, func(v []byte) { all = append(all, v) })
	switch {
	case !slices.ContainsFunc(all, saysSomething): // a point that was not taken
		r.Props = append(r.Props, geo.Property{Name: name, Value: "null", JSON: true})
	case len(all) > mostListed:
		return false
	case allBegin(all, '"'):
		texts := make([]string, len(all))
		for i, v := range all {
			texts[i] = jsontext.Unquote(v)
		}
		r.Props = append(r.Props, geo.Property{Name: name, Value: j.valid(strings.Join(texts, literal.ListMark))})
	case allBegin(all, '{', '"') && !allBegin(all, '{') && j.pieces(r, name, all):
	case allBegin(all, '{') && depth < deepestObject:
		j.objects(r, name, value, all, depth)
	default:
		return false
	}
	return true
}

// saysSomething reports whether a value of a list is neither null nor a list of nothing else.
func saysSomething(value []byte) bool {
	some := value[0] != '[' && string(value) != "null"
	for i := 0; value[0] == '[' && i < len(value) && !some; i++ {
		some = !strings.ContainsRune("[]nul, \t\r\n", rune(value[i]))
	}
	return some
}

func allBegin(values [][]byte, with ...byte) bool {
	return !slices.ContainsFunc(values, func(v []byte) bool { return !slices.Contains(with, v[0]) })
}

// pieces adds a text that is a list of its pieces, of which those that are links or in bold
// are objects, as in the exports of messengers. It reports false if it is none.
func (j *Rows) pieces(r *row.Row, name string, all [][]byte) bool {
	var b strings.Builder
	for _, piece := range all {
		text := piece
		if piece[0] == '{' {
			text = nil
			jsontext.Members(piece, func(key, value []byte) {
				if string(key) == "text" && value[0] == '"' {
					text = value
				}
			})
		}
		if text == nil {
			return false
		}
		b.WriteString(jsontext.Unquote(text))
	}
	r.Props = append(r.Props, geo.Property{Name: name, Value: j.valid(b.String())})
	return true
}

// objects adds a list of objects: one alone as itself, of several what each says
// of one thing, such as their names, and the list itself, for there may be more to
// them. Of several positions the first speaks for the event: the others are its track.
func (j *Rows) objects(r *row.Row, name string, value []byte, all [][]byte, depth int) {
	if len(all) == 1 || positioned(all[0]) {
		j.flatten(r, name+".", all[0], depth+1)
	} else {
		j.together(r, name+".", all)
	}
	if len(all) > 1 {
		r.Props = append(r.Props, geo.Property{Name: name, Value: j.valid(string(value))})
	}
}

// together adds what several objects say in texts, by member.
func (j *Rows) together(r *row.Row, prefix string, all [][]byte) {
	first := len(r.Props)
	for _, object := range all {
		jsontext.Members(object, func(key, value []byte) {
			if value[0] != '"' {
				return
			}
			name, text := j.name(prefix, key), j.valid(jsontext.Unquote(value))
			i := slices.IndexFunc(r.Props[first:], func(p geo.Property) bool { return p.Name == name })
			if i < 0 {
				r.Props = append(r.Props, geo.Property{Name: name, Value: text})
				return
			}
			r.Props[first+i].Value += literal.ListMark + text
		})
	}
}

// positioned reports whether an object is a geometry, or has coordinates as one.
func positioned(object []byte) bool {
	found := false
	jsontext.Members(object, func(key, value []byte) { found = found || string(key) == "coordinates" && value[0] == '[' })
	return found
}
