package output

import (
	"encoding/csv"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Fields says which properties a layer is to have. It changes neither their order
// nor what they say, nor anything of a feature but its properties. A nil *Fields is
// for all of them, and none is changed once it is made.
type Fields struct {
	said    []field
	unnamed bool // whether a property is there that nothing is said of
}

// field is what is said of one property, or of a group of them.
type field struct {
	said string
	name string // that, in lower case: properties differ in more than that
	out  bool
}

// The groups of properties that have a word of their own.
const (
	eventFields = "event" // those that every layer has
	inputFields = "input" // the input's own
)

// ParseFields reads lists of properties as people write them: "date,killed,input",
// or "-quote,-notes" for all but these. What is said last of a property counts, and a
// name has more weight than its group. A name with a comma stands between quotes.
func ParseFields(lists ...string) (*Fields, error) {
	f := &Fields{}
	for _, list := range lists {
		r := csv.NewReader(strings.NewReader(list))
		r.TrimLeadingSpace = true
		lines, err := r.ReadAll()
		if err != nil || len(lines) != 1 {
			return nil, fmt.Errorf("%q is not a list of properties such as date,killed,input", list)
		}
		for _, name := range lines[0] {
			name, out := strings.CutPrefix(strings.TrimSpace(name), "-")
			if name == "" {
				return nil, fmt.Errorf("%q names a property that is empty", list)
			}
			f.said = append(f.said, field{name, strings.ToLower(name), out})
		}
	}
	if len(f.said) == 0 {
		return nil, errors.New("no property is named")
	}
	f.unnamed = f.said[0].out
	return f, nil
}

// Has reports whether a layer is to have the property of that name, which is the
// input's or else the event's own.
func (f *Fields) Has(name string, input bool) bool {
	if f == nil {
		return true
	}
	if out, said := f.says(strings.ToLower(name)); said {
		return !out
	}
	group := eventFields
	if input {
		group = inputFields
	}
	if out, said := f.says(group); said {
		return !out
	}
	return f.unnamed
}

// TellOurs reports whether the layer may have a property that is none of the input's.
func (f *Fields) TellOurs() bool {
	return slices.ContainsFunc(slices.Concat(fixed, pcodes), func(c Column) bool { return f.Has(c.Name, false) })
}

// TellAreas reports whether the layer may have a property that says how fine a place is,
// or which country and area it lies in.
func (f *Fields) TellAreas() bool {
	return slices.ContainsFunc(areaColumns, func(name string) bool { return f.Has(name, false) })
}

var areaColumns = []string{"place_precision", "place_radius_m", "country", "adm1", "adm2", pcodes[0].Name, pcodes[1].Name, pcodes[2].Name}

// says returns what is said last of a name, if anything is.
func (f *Fields) says(name string) (out, said bool) {
	for _, one := range slices.Backward(f.said) {
		if one.name == name {
			return one.out, true
		}
	}
	return false, false
}

// names reports whether the property is asked for by its name.
func (f *Fields) names(name string) bool {
	out, said := f.says(strings.ToLower(name))
	return said && !out
}

// With returns what is said with more properties of ours asked for.
func (f *Fields) With(names ...string) *Fields {
	if f == nil {
		return nil
	}
	more := &Fields{said: slices.Clone(f.said), unnamed: f.unnamed}
	for _, name := range names {
		more.said = append(more.said, field{said: name, name: name})
	}
	return more
}

// WithOurs is With of all properties that a layer can have besides the input's.
func (f *Fields) WithOurs() *Fields {
	var names []string
	for _, c := range slices.Concat(fixed, pcodes) {
		names = append(names, c.Name)
	}
	return f.With(names...)
}

// Check returns an *[UnknownError] if something is said of properties that a layer
// does not have which has all of them.
func (f *Fields) Check(properties []string) error {
	if f == nil {
		return nil
	}
	known := takenNames{eventFields: true, inputFields: true}
	for _, c := range pcodes {
		known[c.Name] = true // in layers of other gazetteers
	}
	for _, name := range properties {
		known[strings.ToLower(name)] = true
	}
	e := &UnknownError{Properties: properties}
	for _, one := range f.said {
		if !known[one.name] {
			e.Names = append(e.Names, one.said)
		}
	}
	if len(e.Names) == 0 {
		return nil
	}
	return e
}

// UnknownError is that properties are asked for that there are not.
type UnknownError struct {
	Names      []string
	Properties []string // that there are
}

func (e *UnknownError) Error() string { return fmt.Sprintf("there is no property %q", e.Names) }

// Rename returns what the properties are called in the layer that are those of one
// that has all of them; nothing for what is to be left out.
func (f *Fields) Rename(properties []string) []string {
	ours := newColumns(nil, nil, len(pcodes), nil)
	taken := make(takenNames)
	for _, name := range properties {
		if ours.isOurs(name) && f.Has(name, false) {
			taken.free(name)
		}
	}
	names := make([]string, len(properties))
	for i, name := range properties {
		switch own := ours.unprefixed(name); {
		case ours.isOurs(name):
			if f.Has(name, false) {
				names[i] = name
			}
		case !f.Has(name, true):
		case own == name || taken[strings.ToLower(own)] || f.names(name):
			names[i] = taken.free(name)
		default:
			names[i] = taken.free(own)
		}
	}
	return names
}

// unprefixed undoes prefixed.
func (c *Columns) unprefixed(name string) string {
	if own, prefixed := strings.CutPrefix(name, "input_"); prefixed && c.isOurs(own) {
		return own
	}
	return name
}
