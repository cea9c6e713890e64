package record

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
	"github.com/dateline-map/dateline/geo/when"
)

// Table is what was understood of an input before its first row became an
// event, to be shown to whoever asked for it.
type Table struct {
	File      string
	Format    Format
	Encoding  string // "utf-8", "utf-16le", "utf-16be", "windows-1252", "windows-1251" or "windows-1256"
	Delimiter string // of delimited text; else empty
	Sheet     string // of a workbook; else empty
	Schema    string // the data set whose tables look like this, such as "ACLED"; else empty
	Above     int    // rows above the header that are taken as titles and notes
	HeaderRow int    // the line on which the header ends, in front of HXL's tags; 0 if no row is the header
	// HiddenFrom and HiddenTo are what Options.Hidden returned.
	HiddenFrom, HiddenTo int
	Headless             bool // there is no header, so that columns have numbers, or a data set's own names
	Turned               bool // it lies on its side: each of its columns is a record
	Further              bool // it stands below another in one text or sheet
	Columns              []Column

	// Order is the order of day and month in dates that leave it open. OrderWhy
	// says what proves it, or why it is not known.
	Order    when.Order
	OrderWhy string

	// Notices are what concerns the table as a whole, such as that no column
	// names a place. They are problems in the stream, too.
	Notices []string

	plan   plan
	layout layout // of delimited text
	shaped bool   // see Shaped
	areas  bool   // none of these is a point

	placeless bool // see Placeless

	storied bool // its texts are stories
}

// Shaped reports whether rows have geometries of their own, which are no column, as
// the features of GeoJSON have.
func (t *Table) Shaped() bool { return t.shaped }

// Placeless reports whether nothing in a table is taken to say where: no column, and no
// geometry.
func (t *Table) Placeless() bool { return t.placeless }

// Column is one column of a table, and what it is taken to say.
type Column struct {
	Name     string
	Role     Role
	Why      string   // why it has that role, in words; empty for NoRole
	Examples []string // the first different values, at most three
	// Unread says how many of the first rows have a value that cannot be read, and
	// why the first of them cannot; it is empty if there are none. Only Inspect
	// looks.
	Unread string
}

// plan is what turning rows into events needs to know.
type plan struct {
	cols       [numRoles][]int // by preference; the second is read where the first is empty
	layer      layerColumns    // of a layer of ours that is to be read as one; else nil
	town       int             // of the columns of places the one of towns, if another comes before it; else -1
	order      when.Order
	titled     period              // that the title names, for dates without one
	serials    map[int]when.Serial // columns of dates that are numbers of days or seconds
	calendars  map[int]calendar    // of columns of dates that are of another one
	week       *weekColumn         // if there is one; else nil
	weekdayOne time.Weekday        // with which numbered weeks begin
	inParts    *[2]degreeColumns   // of latitude and longitude that are written in several; else nil
	long       bool                // each row is one fact of an event
	headed     bool                // rows that are headings stand above others
	linked     bool                // names of places have addresses behind them
	aside      int                 // the first column of a further table at the right; 0 if there is none
	lonFirst   bool                // in cells with both coordinates
	added      [numRoles]bool      // the columns of the role are parts that add up
	gridZone   string              // of all eastings and northings, if their headers name one
	whose      geo.Precision       // of coordinates that are an area's by their header; else ExactPlace
	placeScale scale
	vicinity   int // GTD's column that says whether it was near; -1 if there is none
	dateScale  scale
	codes      kinds.Codes // that types are
	whether    bool        // the column of the dead says only whether there are some
	landCodes  bool        // countries are codes of two letters
	all        kinds.Kind  // what all events are, if no column says what each is
	inTitles   bool        // the titles do
	twice      bool        // texts were encoded twice
	someTolls  bool        // of the cells of tolls only some are any
	titlesEnd  bool        // titles end with the place, and nothing else names it
	titlesName bool        // or are it
	days       []int       // the columns of titles and texts that tell the day, if no column has it
	units      *unitList   // whose codes the areas of unitRole are written by; nil if they are not
	unitRole   Role
	parties    bool // the first actor's column has both
	fips       bool // which are those of FIPS 10-4
}

// col returns the first column of a role, or -1.
func (p *plan) col(r Role) int {
	if len(p.cols[r]) == 0 {
		return -1
	}
	return p.cols[r][0]
}

func (p *plan) has(r Role) bool { return len(p.cols[r]) > 0 }

// examples is how many values of a column are shown.
const examples = 3

// understander finds out what the columns of a table say.
type understander struct {
	t      *Table
	sample []*row.Row
	roles  map[string]Role // told by the user
	tags   []string        // HXL
	// aliases are what columns are called for people, if the source says it.
	aliases map[string]string
	layers  bool   // of ours are read as such
	sheet   string // the only one that was asked for
	wrapper string // what the names of nearly all columns begin with; else empty
	inside  bool   // records have places in objects inside them
}

func (u *understander) columns(names []string) {
	u.t.Columns = make([]Column, len(names))
	for i, n := range names {
		u.t.Columns[i] = Column{Name: n, Examples: u.examples(i)}
	}
	u.wrapper = headers.WrapperOf(names)
	schema := headers.SchemaOf(names)
	if schema != nil {
		u.t.Schema = schema.Name
	}
	u.settleAside()
	claims := u.claims(names, schema)
	if schema == nil {
		claims = u.ends(claims)
		u.begun(claims)
	}
	u.byCells(claims)
	u.emptyLast(claims)
	u.localFirst(claims)
	slices.SortStableFunc(claims, func(a, b claim) int { return a.Rank - b.Rank })
	claims = u.withoutParts(u.addSides(claims))
	u.level(claims)
	for _, c := range claims {
		u.grant(c, u.fits)
	}
	for _, c := range claims {
		if needed[c.Role] && c.Rank < headers.RankWord {
			u.grant(c, anyCells)
		}
	}
	u.byContent()
	u.keysOfGroups()
	u.settle()
	u.settleHeadings()
	u.t.plan.long = u.inLongForm()
	u.shapes()
	u.t.storied = u.storied()
	u.settleDays()
	u.lacks()
}

// lacks notes what no event of the table will have, and what it was asked for and
// has not.
func (u *understander) lacks() {
	p := &u.t.plan
	if u.sheet != "" && u.t.Sheet == "" {
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("it has no sheets, of which %q was asked for; all of it is read", u.sheet))
	}
	if len(u.sample) == 0 {
		u.t.Notices = append(u.t.Notices, "no records in it")
		return
	}
	if u.titledParts() {
		u.noteParts()
	} else if !p.anyOf(Date, Start, End, Year, Week) && len(p.days) == 0 {
		u.t.Notices = append(u.t.Notices, u.undated())
	}
	if !p.anyOf(Date, Start) {
		u.hintStamps()
	}
	u.t.placeless = !u.t.shaped && !u.inside && !p.titlesEnd && !p.anyOf(Place, Adm3, Adm2, Adm1, Country, Lat, Coordinates, PCode, Adm3PCode, Adm2PCode, Adm1PCode)
	if u.t.placeless {
		notice := "no column names a place"
		if u.t.TellsStories() {
			notice += ", and there are texts: dateline map reads the rows as stories"
		}
		u.t.Notices = append(u.t.Notices, notice)
	}
	if p.has(Easting) && p.has(Northing) && !p.has(Zone) && p.gridZone == "" && !p.anyOf(Lat, Coordinates) {
		u.t.Notices = append(u.t.Notices, fmt.Sprintf("columns %q and %q look like metres of a grid, but no column or header has its zone; no points are made of them",
			u.t.Columns[p.col(Easting)].Name, u.t.Columns[p.col(Northing)].Name))
	}
	for _, name := range slices.Sorted(maps.Keys(u.roles)) {
		if !slices.ContainsFunc(u.t.Columns, func(c Column) bool { return c.Name == name }) {
			u.t.Notices = append(u.t.Notices, fmt.Sprintf("no column is called %q%s", name, u.meant(name)))
		}
	}
}

// meant asks whether a column was misspelt that the table does not have.
func (u *understander) meant(name string) string {
	var all []string
	for _, c := range u.t.Columns {
		all = append(all, c.Name)
	}
	if m := Meant(name, all); m != "" {
		return fmt.Sprintf("; did you mean %q?", m)
	}
	return ""
}

func (p *plan) anyOf(roles ...Role) bool {
	return slices.ContainsFunc(roles, p.has)
}

func (u *understander) examples(col int) []string {
	var found []string
	for _, r := range u.sample {
		v := r.Cell(col)
		if v != "" && !slices.Contains(found, v) {
			if found = append(found, v); len(found) == examples {
				break
			}
		}
	}
	return found
}

// values yields what the sample has in a column, missing values left out.
func (u *understander) values(col int) func(func(string) bool) {
	return func(yield func(string) bool) {
		for _, r := range u.sample {
			if v := r.Cell(col); !literal.Missing(v) && !yield(v) {
				return
			}
		}
	}
}

// mostAnswers is how many different values of a column are asked about once; a
// column of kinds or countries has few.
const mostAnswers = 100

// share returns how many values of a column there are in the sample, and how
// many of them satisfy a test.
func (u *understander) share(col int, test func(string) bool) (yes, all int) {
	answers := map[string]bool{}
	for v := range u.values(col) {
		all++
		answer, known := answers[v]
		if !known {
			if answer = test(v); len(answers) < mostAnswers {
				answers[v] = answer
			}
		}
		if answer {
			yes++
		}
	}
	return yes, all
}

// shapes notes what geometries the rows have.
func (u *understander) shapes() {
	points := 0
	for _, r := range u.sample {
		u.inside = u.inside || r.Inside != nil
		if r.Geometry != nil {
			u.t.shaped = true
			if r.Geometry.Precision == geo.ExactPlace {
				points++
			}
		}
	}
	u.t.areas = u.t.shaped && points == 0
}
