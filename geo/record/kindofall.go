package record

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// A table of one kind of events needs no column for it: catalogues of earthquakes have
// magnitudes and depths, and "protests.csv" says it in its name.

// quakeWords and depthWords are those of the headers of catalogues of earthquakes, in the form of headers.Words.
var (
	quakeWords = []string{"magnitude", "mag", "mw", "ml", "richter", "magnitud", "magnitudine", "magnitudo", "buyukluk", "магнитуда", "магнітуда"}
	depthWords = []string{"depth", "profondeur", "profundidad", "profundidade", "profondita", "prof", "tiefe", "derinlik", "kedalaman", "глубина", "глибина"}
)

// settleKindOfAll finds out what all events of a table are that has no column for it.
func (u *understander) settleKindOfAll() {
	p := &u.t.plan
	if p.anyOf(Type, SubType) {
		return
	}
	if magnitude := u.header(quakeWords, isMagnitude); magnitude >= 0 && u.header(depthWords, nil) >= 0 {
		p.all = kinds.Kind{Type: "Earthquake"}
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("all events are taken for earthquakes, since column %q has magnitudes beside depths", u.t.Columns[magnitude].Name))
		return
	}
	if p.has(Title) && u.only(p.col(Title), ofQuake().MatchString) {
		p.all = kinds.Kind{Type: "Earthquake"}
		u.t.Notices = append(u.t.Notices, "all events are taken for earthquakes, since their titles begin with magnitudes")
		return
	}
	events := "all events"
	if u.byTitle() {
		events = "events whose title names no kind"
	}
	whose := "the name of the file"
	kind, word := kinds.InName(u.t.File)
	if kind.Type == "" && p.has(Title) {
		name := u.t.Columns[p.col(Title)].Name
		whose = fmt.Sprintf("column %q", name)
		kind, word = kinds.InName(headers.LastPart(name))
	}
	if kind.Type != "" {
		p.all = kind
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("%s are taken for %q, since no column says what they are and %s has %q", events, kind.Type, whose, word))
	}
}

// kindsOfOne reports whether the header of a column of kinds names the one that all events are,
// and none of its values names another: "Residential" below "Type of fire". It notes that.
func (u *understander) kindsOfOne(col int) bool {
	name := u.t.Columns[col].Name
	kind, _ := kinds.InName(headers.LastPart(name))
	if kind.Type == "" || u.t.plan.all.Type != "" || u.any(col, func(s string) bool { one, _ := kinds.InName(s); return one.Type != "" || kinds.IsListed(s) }) {
		return false
	}
	u.t.plan.all = kind
	u.t.Notices = append(u.t.Notices, fmt.Sprintf("all events are taken for %q, since column %q has the kinds of it", kind.Type, name))
	return true
}

// ofQuake matches the titles that services give to earthquakes: "M 4.6 - 12 km N of Puna".
var ofQuake = pattern.New(`^(?i:(?:m|mw|ml|mb|md|mag\.?|magnitude)[ =:]*\d\.\d)`)

// kindsByContent takes the first column of which most values are kinds of events that are
// listed, where no header says so or the column that does has one for all that is not: "Security
// incident" beside "Shelling".
func (u *understander) kindsByContent() {
	p := &u.t.plan
	if col := p.col(Type); col >= 0 && (u.t.Columns[col].Why == "told" || u.listed(col) || p.has(SubType) || u.distinct(col) > 1 || u.any(col, kinds.IsListed)) {
		return
	}
	for col, c := range u.t.Columns {
		if c.Role != NoRole || u.distinct(col) < leastKinds || headers.Vocab().Any(headers.Words(c.Name), headers.NeverWord) {
			continue
		}
		yes, all, ok := u.mostly(col, kinds.IsListed)
		if !ok || all <= 1 {
			continue
		}
		for _, old := range p.cols[Type] {
			u.t.Columns[old].Role, u.t.Columns[old].Why = NoRole, ""
		}
		p.cols[Type] = nil
		u.grantByContent(Type, col, fmt.Sprintf("%d of %d values are kinds of events", yes, all))
		return
	}
}

// leastKinds is how many different kinds a column has at least that no header calls one.
const leastKinds = 2

// header returns the first column with one of some words in its header of which most
// values satisfy a test, if there is one; -1 if there is none.
func (u *understander) header(words []string, test func(string) bool) int {
	for i := range u.t.Columns {
		if anyWord(headers.Words(u.t.Columns[i].Name), words) && (test == nil || u.most(i, test)) {
			return i
		}
	}
	return -1
}

// isMagnitude reports whether a cell can be the magnitude of an earthquake.
func isMagnitude(cell string) bool {
	f, err := strconv.ParseFloat(literal.Pointed(strings.TrimSpace(cell)), 64)
	return err == nil && f > -2 && f < 10
}

// longestTitle bounds titles that name a kind: longer ones are sentences, which tell of
// more than one thing.
const longestTitle = 100

// byTitle takes the kinds of events from their titles, if most of these name one.
func (u *understander) byTitle() bool {
	p := &u.t.plan
	if !p.has(Title) || !u.most(p.col(Title), func(s string) bool { return len(s) <= longestTitle && kinds.InTitle(s).Type != "" }) {
		return false
	}
	p.inTitles = true
	u.t.Notices = append(u.t.Notices, fmt.Sprintf("no column says what the events are; kinds are taken from what column %q names", u.t.Columns[p.col(Title)].Name))
	return true
}
