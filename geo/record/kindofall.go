package record

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
)

// A table of one kind of events needs no column for it: catalogues of earthquakes have
// magnitudes and depths, and "protests.csv" says it in its name.

// quakeWords and depthWords are those of the headers of catalogues of earthquakes, in the form of headers.Words.
var (
	quakeWords = []string{"magnitude", "mag", "mw", "ml", "richter", "magnitud", "magnitudine", "magnitudo", "buyukluk", "магнитуда", "магнітуда"}
	depthWords = []string{"depth", "profondeur", "profundidad", "profundidade", "profondita", "prof", "tiefe", "derinlik", "kedalaman", "глубина", "глибина"}
)

// disasterWords are those of names of files that the list of types leaves as they are written.
var disasterWords = map[string]string{
	"earthquake": "Earthquake", "earthquakes": "Earthquake", "sismo": "Earthquake", "sismos": "Earthquake", "seismes": "Earthquake", "terremoto": "Earthquake", "terremotos": "Earthquake",
	"terremoti": "Earthquake", "terremotti": "Earthquake", "depremler": "Earthquake", "erdbeben": "Earthquake", "gempa": "Earthquake",
	"flood": "Flood", "floods": "Flood", "inundaciones": "Flood", "inondations": "Flood", "banjir": "Flood", "wildfire": "Wildfire", "wildfires": "Wildfire", "fire": "Fire", "fires": "Fire",
	"landslide": "Landslide", "landslides": "Landslide", "tornado": "Tornado", "tornadoes": "Tornado", "tornados": "Tornado", "tsunami": "Tsunami", "tsunamis": "Tsunami",
	"deslizamientos": "Landslide", "longsor": "Landslide", "incendio": "Fire", "incendios": "Fire", "incendies": "Fire", "incendi": "Fire", "пожары": "Fire", "sequias": "Drought",
	"accident": "Accident", "accidents": "Accident", "accidente": "Accident", "accidentes": "Accident", "acidente": "Accident", "acidentes": "Accident", "unfall": "Accident",
	"unfalle": "Accident", "unfaelle": "Accident", "crashes": "Accident", "kaza": "Accident", "kazalar": "Accident", "wypadki": "Accident", "дтп": "Accident", "siniestros": "Accident", "viales": "Accident",
}

// settleKindOfAll finds out what all events of a table are that has no column for it.
func (u *understander) settleKindOfAll() {
	p := &u.t.plan
	if p.anyOf(Type, SubType) {
		return
	}
	if magnitude := u.header(quakeWords, isMagnitude); magnitude >= 0 && u.header(depthWords, nil) >= 0 {
		p.all = eventType{typ: "Earthquake"}
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("all events are taken for earthquakes, since column %q has magnitudes beside depths", u.t.Columns[magnitude].Name))
		return
	}
	if p.has(Title) && u.only(p.col(Title), ofQuake().MatchString) {
		p.all = eventType{typ: "Earthquake"}
		u.t.Notices = append(u.t.Notices, "all events are taken for earthquakes, since their titles begin with magnitudes")
		return
	}
	events := "all events"
	if u.byTitle() {
		events = "events whose title names no kind"
	}
	whose := "the name of the file"
	kind, word := kindInName(u.t.File)
	if kind.typ == "" && p.has(Title) {
		name := u.t.Columns[p.col(Title)].Name
		whose = fmt.Sprintf("column %q", name)
		kind, word = kindInName(headers.LastPart(name))
	}
	if kind.typ != "" {
		p.all = kind
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("%s are taken for %q, since no column says what they are and %s has %q", events, kind.typ, whose, word))
	}
}

// kindsOfOne reports whether the header of a column of kinds names the one that all events are,
// and none of its values names another: "Residential" below "Type of fire". It notes that.
func (u *understander) kindsOfOne(col int) bool {
	name := u.t.Columns[col].Name
	kind, _ := kindInName(headers.LastPart(name))
	if kind.typ == "" || u.t.plan.all.typ != "" || u.any(col, func(s string) bool { one, _ := kindInName(s); return one.typ != "" || isListed(s) }) {
		return false
	}
	u.t.plan.all = kind
	u.t.Notices = append(u.t.Notices, fmt.Sprintf("all events are taken for %q, since column %q has the kinds of it", kind.typ, name))
	return true
}

// ofQuake matches the titles that services give to earthquakes: "M 4.6 - 12 km N of Puna".
var ofQuake = pattern.New(`^(?i:(?:m|mw|ml|mb|md|mag\.?|magnitude)[ =:]*\d\.\d)`)

// kindsByContent takes the first column of which most values are kinds of events that are
// listed, where no header says so or the column that does has one for all that is not: "Security
// incident" beside "Shelling".
func (u *understander) kindsByContent() {
	p := &u.t.plan
	if col := p.col(Type); col >= 0 && (u.t.Columns[col].Why == "told" || u.listed(col) || p.has(SubType) || u.distinct(col) > 1 || u.any(col, isListed)) {
		return
	}
	for col, c := range u.t.Columns {
		if c.Role != NoRole || u.distinct(col) < leastKinds || headers.Vocab().Any(headers.Words(c.Name), headers.NeverWord) {
			continue
		}
		yes, all, ok := u.mostly(col, isListed)
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

func isListed(cell string) bool { _, listed := listedKind(cell); return listed }

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

// kindInName returns the only kind of events that the words of a file's name are, and the
// word for it. Attacks may be those of sharks, and mines those of coal.
func kindInName(path string) (kind eventType, word string) {
	path, _, _ = strings.Cut(path, ", ") // the sheet
	words := strings.Fields(headers.Words(strings.TrimSuffix(filepath.Base(path), filepath.Ext(path))))
	for i, w := range words {
		found, as := kindNamed(words, i), w
		switch {
		case found.typ == "" || found == kind:
		case kind.typ != "":
			return eventType{}, "" // battles and protests
		default:
			kind, word = found, as
		}
	}
	return kind, word
}

// kindNamed returns the kind of events that a word is, or it and the one before it.
func kindNamed(words []string, i int) eventType {
	if d := disasterWords[words[i]]; d != "" {
		return eventType{typ: d}
	}
	if slices.Contains(manyMeanings, strings.TrimSuffix(words[i], "s")) {
		return eventType{}
	}
	for _, w := range []string{words[i], strings.TrimSuffix(words[i], "s")} {
		if i > 0 {
			if t, ok := eventTypes()[words[i-1]+" "+w]; ok {
				return t
			}
		}
		if t, ok := eventTypes()[w]; ok {
			return t
		}
	}
	return eventType{}
}

// manyMeanings are words for kinds of events that name much else.
var manyMeanings = []string{"attack", "mine", "visit", "meeting", "agreement", "execution", "humanitarian", "diplomacy", "erw", "uxo", "saf", "arrest", "mortar", "bomb", "grenade", "march"}
