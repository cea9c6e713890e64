package record

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
)

var errNoToll = errors.New("does not say how many are dead and how many wounded")

// tollMarks writes what stands between the parts of a toll as a semicolon.
var tollMarks = strings.NewReplacer("/", ";", "&", ";", " + ", ";", ", ", ";", " and ", ";", " et ", ";", " y ", ";", " e ", ";", " und ", ";", " и ", ";", " та ", ";", "، ", ";", " و ", ";")

// parseToll reads a cell that tells both the dead and the wounded: "2 killed, at
// least 5 injured".
// The first of two bare numbers are the dead, as in all the headers that name
// both.
func parseToll(cell string) (map[Role]geo.Count, error) {
	if missing(cell) {
		return nil, nil
	}
	if m := twoNumbers().FindStringSubmatch(westernDigits(cell)); m != nil {
		killed, errKilled := parseCount(m[1])
		wounded, errWounded := parseCount(m[2])
		return map[Role]geo.Count{Killed: killed, Wounded: wounded}, errors.Join(errKilled, errWounded)
	}
	said := map[Role]geo.Count{}
	for part := range strings.SplitSeq(tollMarks.Replace(cell), ";") {
		role, count, err := partOfToll(strings.TrimSpace(part))
		if _, twice := said[role]; err != nil || twice {
			return nil, fmt.Errorf("%s %w", quoted(cell), errNoToll)
		}
		said[role] = count
	}
	return said, nil
}

var twoNumbers = pattern.New(`^\s*(\d+)\s*/\s*(\d+)\s*$`)

// partOfToll reads "5 injured" and "killed: 2".
func partOfToll(part string) (Role, geo.Count, error) {
	role, rest := NoRole, []string(nil)
	for word := range strings.FieldsSeq(strings.ReplaceAll(part, ":", " ")) {
		if r := theVocabulary().words[headerWords(word)].key; counts[r] && role == NoRole {
			role = r
		} else {
			rest = append(rest, word)
		}
	}
	if role == NoRole || len(rest) == 0 {
		return role, geo.Count{}, errNoToll
	}
	count, err := parseCount(strings.Join(rest, " "))
	return role, count, err
}

// toll reads the columns with numbers of people.
func (c *converter) toll(m *made, r *row) {
	e := &m.event
	c.count(m, r, Killed, &e.Killed)
	c.count(m, r, Wounded, &e.Wounded)
	c.count(m, r, Displaced, &e.Displaced)
	v, col := c.text(r, Toll)
	if col < 0 {
		return
	}
	said, err := parseToll(v)
	m.fault(col, err)
	for role, into := range map[Role]*geo.Count{Killed: &e.Killed, Wounded: &e.Wounded, Displaced: &e.Displaced} {
		if *into == (geo.Count{}) {
			*into = said[role]
		}
	}
}
