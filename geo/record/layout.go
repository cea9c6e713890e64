package record

import (
	"bufio"
	"bytes"
	"io"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/delimited"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// Limits on where a table may begin.
const (
	headerWithin = 25  // rows that may stand above the header, as HXL has it
	layoutRows   = 200 // rows that show how a table is laid out
)

// layout is how delimited text is made into a table.
type layout struct {
	comma     byte
	header    []string // as written; nil if the table has none
	hashtag   []string // HXL's row of tags; nil if there is none
	width     int
	unwritten bool // the header is not in the table, but the data set's own
	// above are the rows before the header, and first the line of the first row
	// that is data or may be.
	above  int
	first  int
	line   int    // on which the header ends; 0 if no row is the header
	titled period // that the rows above name
	// Columns from one up to in front of another that are taken for not being
	// there.
	hiddenFrom, hiddenTo int
}

// headless reports whether no row of the table is its header.
func (l *layout) headless() bool { return l.header == nil || l.unwritten }

// describe says in a table how it is laid out.
func (l *layout) describe(t *Table) {
	t.Above, t.HeaderRow, t.Headless = l.above, l.line, l.headless() || numbered(l.header)
	t.HiddenFrom, t.HiddenTo = l.hiddenFrom, l.hiddenTo
	t.plan.titled = l.titled
}

// numbered reports whether a header only counts the columns, as the copy of a
// table without one does.
func numbered(header []string) bool {
	for i, name := range header {
		if name != row.Placeholder(i) {
			return false
		}
	}
	return len(header) > 0
}

// hide leaves out the columns that Options.Hidden names.
func (l *layout) hide(hidden func([]string) (from, to int)) {
	if hidden == nil || l.headless() {
		return
	}
	l.hiddenFrom, l.hiddenTo = hidden(slices.Clone(l.header))
	l.width -= l.hiddenTo - l.hiddenFrom
	l.header, l.hashtag = l.shown(l.header), l.shown(l.hashtag)
}

// shown returns the values of a row without those of hidden columns.
func (l *layout) shown(values []string) []string {
	from, to := min(l.hiddenFrom, len(values)), min(l.hiddenTo, len(values))
	return append(values[:from], values[to:]...)
}

// delimiters, commonest first.
const delimiters = ",;\t|"

// findLayout looks at the beginning of a table. Whole says that it is all there
// is, so that its last line is complete.
func findLayout(head []byte, whole bool, comma byte) layout {
	page := plaintext.CodePageOf(head)
	if !whole {
		if i := bytes.LastIndexByte(head, '\n'); i > 0 {
			head = head[:i+1]
		}
	}
	d, told := toldDelimiter(head)
	if told && comma == 0 {
		comma = d
	}
	candidates := []byte(delimiters)
	if comma != 0 {
		candidates = []byte{comma}
	}
	best, bestScore := layout{}, -1.0
	for i, d := range candidates {
		rows := headRows(head, d, page)
		if i > 0 && !slices.ContainsFunc(rows, func(r delimited.Cells) bool { return len(r.Values) > 1 }) {
			continue // it separates nothing
		}
		l := layoutOf(rows, d)
		if score := l.score(rows); score > bestScore {
			best, bestScore = l, score
		}
	}
	if told {
		best.above = max(0, best.above-1) // that line is no title
	}
	return best
}

// IsDelimited reports whether a text that begins so is a table, though its name
// does not say it: rows of the same three cells or more, below headers two of which
// are understood.
func IsDelimited(head []byte) bool {
	if r, encoding, err := plaintext.Decoded(bufio.NewReader(bytes.NewReader(head))); err == nil && encoding != "utf-8" {
		head, _ = io.ReadAll(r) // a character that is cut off at the end is replaced
	}
	first, rest, _ := bytes.Cut(head, []byte{'\n'})
	second, _, more := bytes.Cut(rest, []byte{'\n'})
	alike := func(d rune) bool {
		n := bytes.Count(first, []byte(string(d)))
		return n >= 2 && more && n == bytes.Count(second, []byte(string(d)))
	}
	if !strings.ContainsFunc(delimiters, alike) {
		return false // a story, in all likelihood; and there may be many
	}
	l := findLayout(head, false, 0)
	rows := headRows(head[:bytes.LastIndexByte(head, '\n')+1], l.comma, plaintext.CodePageOf(head))
	if l.headless() || l.width < 3 || headers.CountKnown(l.header) < 2 || len(rows)-l.above < 2 {
		return false
	}
	return !slices.ContainsFunc(rows[l.above:], func(c delimited.Cells) bool { return len(c.Values) != l.width })
}

// toldDelimiter reads the line "sep=;" that Excel understands.
func toldDelimiter(head []byte) (byte, bool) {
	line, _, _ := bytes.Cut(head, []byte{'\n'})
	line = bytes.TrimSpace(line)
	if len(line) == 5 && bytes.EqualFold(line[:4], []byte("sep=")) {
		return line[4], true
	}
	return 0, false
}

// headRows returns the first rows of a text, blank ones left out.
func headRows(head []byte, comma byte, page *plaintext.CodePage) []delimited.Cells {
	clean := plaintext.Cleaner{Page: page}
	s := delimited.OfBytes(head, comma)
	var rows []delimited.Cells
	for len(rows) < layoutRows {
		var c delimited.Cells
		err := s.Next(&c)
		if err == io.EOF {
			break
		}
		for i, v := range c.Values {
			c.Values[i] = clean.Clean(v)
		}
		if err == nil && !blank(c.Values) {
			rows = append(rows, c)
		}
	}
	return rows
}

func blank(values []string) bool {
	for _, v := range values {
		if strings.TrimSpace(v) != "" {
			return false
		}
	}
	return true
}

// noComma stands for the delimiter of a sheet, whose rows have one number each,
// whatever lines their texts have.
const noComma = 0

func layoutOf(rows []delimited.Cells, comma byte) layout {
	l := layout{comma: comma, width: commonWidth(rows), first: 1}
	h := headerRow(rows, l.width)
	if h < 0 && len(rows) > 0 {
		if l.header = gdeltHeader(rows, l.width); l.header != nil {
			l.unwritten, l.first = true, rows[0].Line
			return l
		}
	}
	if h < 0 {
		l.above = aboveData(rows, l.width)
		if l.above < len(rows) {
			l.first = rows[l.above].Line
		}
		return l
	}
	top, bottom, header := wholeHeader(rows, h)
	l.header, l.above, l.titled = header, top, periodOf(rows[:top])
	h = bottom
	for len(l.header) > l.width && l.header[len(l.header)-1] == "" {
		l.header = l.header[:len(l.header)-1]
	}
	if namesRows(rows[h+1:], l.header) {
		l.header = slices.Insert(l.header, 0, "")
	}
	l.width = len(l.header)
	l.line = rows[h].Line
	if comma != noComma {
		l.line += lineBreaks(rows[h].Values)
	}
	l.first = l.line + 1
	if hashtags(l.header) {
		l.hashtag = l.header
	} else if h+1 < len(rows) && hashtags(rows[h+1].Values) {
		l.hashtag = trimmed(rows[h+1].Values)
		l.first = rows[h+1].Line + 1
	} else if h+1 < len(rows) && units(rows[h+1].Values) {
		l.first = rows[h+1].Line + 1
	}
	return l
}

// unit matches what a row below the header says of what its columns are measured in.
var unit = pattern.New(`^(?i:[(\[]?(?:n[.°º]?|n[or]\.?|nb|#|km|m|mm|cm|ha|°|deg\.?|degrees|decimal degrees|%|usd|eur|us\$|utc|local|count|text|string|integer|number|date|persons?|people|` +
	`pers\.?|чел\.?|осіб|personen|personnes|personas|pessoas|[dtgj]{2}[./-]m{2}[./-][yaj]{2,4}|[yaj]{4}[./-]m{2}[./-][dtgj]{2}|дд[./]мм[./]гггг|hh:mm(?::ss)?)[)\]]?)$`)

// longestUnit bounds, in bytes, what is a unit.
const longestUnit = 24

// units reports whether a row says in what its columns are measured, and nothing else.
func units(values []string) bool {
	for _, v := range values {
		if len(v) > longestUnit || digitsIn(v) {
			return false // as in nearly all rows of data
		}
	}
	return filled(values) > 1 && !slices.ContainsFunc(values, func(v string) bool {
		v = strings.TrimSpace(v)
		return v != "" && !unit().MatchString(v)
	})
}

// wholeHeader returns the first and last row of the header of which the row h is
// the part that says most, and what they say together. A header of two rows has
// groups above, such as "Coordinates", and what they consist of below.
func wholeHeader(rows []delimited.Cells, h int) (top, bottom int, header []string) {
	header = trimmed(rows[h].Values)
	if continues(rows[h:]) {
		return h, h + 1, continued(header, trimmed(rows[h+1].Values))
	}
	most, plain := headers.CountKnown(header), header
	top, bottom = h, h
	for _, first := range []int{h - 1, h} {
		if first < 0 || first+1 >= len(rows) || len(rows[first].Values) != len(rows[first+1].Values) ||
			filled(rows[first].Values) < 2 || hashtags(rows[first+1].Values) || !literal.AreWords(rows[first].Values) || !literal.AreWords(rows[first+1].Values) {
			continue
		}
		both, phrases := joined(trimmed(rows[first].Values), trimmed(rows[first+1].Values))
		clearer := phrases > 0 || repeats(plain) > repeats(both)
		if headers.CountKnown(both) > most || headers.CountKnown(both) == most && clearer {
			top, bottom, header, most = first, first+1, both, headers.CountKnown(both)
		}
	}
	return top, bottom, header
}

// continues reports whether the row below a header says more of some of its columns, of which
// the first is none, and nothing else: "Winner" and "Loser" below "Parties" and "Countries".
// The records below have the first column.
func continues(rows []delimited.Cells) bool {
	const records = 2
	if len(rows) < 2+records {
		return false
	}
	header, below := trimmed(rows[0].Values), trimmed(rows[1].Values)
	if len(header) != len(below) || header[0] == "" || filled(below) < 2 || 2*filled(below) > filled(header) || hashtags(below) || units(below) ||
		!literal.AreWords(header) || !literal.AreWords(below) {
		return false
	}
	for i, more := range below {
		if more != "" && (i == 0 || header[i] == "") {
			return false
		}
	}
	return !slices.ContainsFunc(rows[2:2+records], func(r delimited.Cells) bool {
		return strings.TrimSpace(r.Values[0]) == "" || filled(r.Values) <= filled(below)
	})
}

// continued returns a header with what the row below says of some of its columns.
func continued(header, below []string) []string {
	for i, more := range below {
		if more != "" {
			header[i] += " " + more
		}
	}
	return header
}

// joined returns what two rows of a header say together: the lower one where
// it says something, with the group above it where it is not clear without, or
// where they are one phrase: "Name" below "Place". It counts these.
func joined(groups, parts []string) (all []string, phrases int) {
	all = make([]string, len(parts))
	count := map[string]int{}
	for _, p := range parts {
		count[p]++
	}
	group := ""
	for i, p := range parts {
		if groups[i] != "" {
			group = groups[i]
		}
		switch {
		case p == "":
			all[i] = groups[i]
		case group != "" && headers.Vocab().Phrase(group+" "+p):
			all[i] = group + " " + p
			phrases++
		case group != "" && count[p] > 1:
			all[i] = group + " " + p
		default:
			all[i] = p
		}
	}
	return all, phrases
}

// repeats counts the headers that stand there before.
func repeats(header []string) int {
	seen, n := map[string]bool{}, 0
	for _, h := range header {
		if h != "" && seen[h] {
			n++
		}
		seen[h] = true
	}
	return n
}

// namesRows reports whether the rows have one cell more than the header, in
// front: R writes the names of rows so. The cells must fit the headers better
// for it.
func namesRows(rows []delimited.Cells, header []string) bool {
	seen := map[string]bool{}
	fits := 0
	for _, r := range rows {
		if len(r.Values) != len(header)+1 || seen[r.Values[0]] {
			return false
		}
		seen[r.Values[0]] = true
		fits += fitting(header, r.Values[1:]) - fitting(header, r.Values)
	}
	return fits > 0
}

// fitting counts the cells that are what their headers say they must be.
func fitting(header, values []string) int {
	n := 0
	for i, h := range header[:min(len(header), headers.MostKnown)] {
		m, _ := headers.Vocab().Of(h)
		if test := typed(m.Role); test != nil && test(strings.TrimSpace(values[i])) {
			n++
		}
	}
	return n
}

// aboveData returns how many narrow rows stand above a table without a header.
func aboveData(rows []delimited.Cells, width int) int {
	for i, r := range rows {
		if i == headerWithin || filled(r.Values) > 1 || width == 1 {
			return i
		}
	}
	return 0
}

func lineBreaks(values []string) int {
	n := 0
	for _, v := range values {
		n += strings.Count(v, "\n")
	}
	return n
}

func trimmed(values []string) []string {
	out := make([]string, len(values))
	for i, v := range values {
		out[i] = strings.TrimSpace(strings.TrimPrefix(v, "\ufeff"))
	}
	return out
}

// commonWidth returns the width most rows have; of two as common, the larger.
func commonWidth(rows []delimited.Cells) int {
	count := map[int]int{}
	best := 0
	for _, r := range rows {
		w := len(r.Values)
		count[w]++
		if count[w] > count[best] || count[w] == count[best] && w > best {
			best = w
		}
	}
	return best
}

// score tells how well a delimiter explains the rows: by the share of rows that
// have the same number of cells, squared since a header that has not speaks
// against it, and by the headers that are understood, which
// weigh more than cells since decimal commas make cells too.
func (l *layout) score(rows []delimited.Cells) float64 {
	if len(rows) == 0 || l.width < 2 {
		return 0
	}
	same := 0
	for _, r := range rows {
		if len(r.Values) == l.width {
			same++
		}
	}
	share := float64(same) / float64(len(rows))
	return share * share * float64(min(l.width, 20)+20*headers.CountKnown(l.header))
}
