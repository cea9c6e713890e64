package record

import (
	"errors"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// totals are words that head a row of sums, in the form of headers.Words.
var totals = sync.OnceValue(func() (all []string) {
	for word := range strings.SplitSeq(totalWords, ",") {
		all = append(all, headers.Words(word))
	}
	return all
})

const totalWords = "total,totals,tot,grand total,sub total,subtotal,sous total,zwischensumme,sum,overall,total general,totaux,somme,suma,gesamt,summe,insgesamt,totale,itogo,razem,celkem,ukupno,totaal,toplam,jumlah,column total,totali,sum total,total du mois,total del mes,gesamtsumme," +
	"итого,всего,разом,усього,всього,загалом,المجموع,الاجمالي,الإجمالي,合计,总计,합계,celkově,загальна кількість,итог,ogółem,razem ogółem,összesen,सम्मा,कुल,মোট,کل,مجموع,جمع,جمع کل,کل تعداد,tổng,tổng cộng,รวม,合計,总数"

var (
	errTotal = errors.New("row is a total, not a record")
	errNote  = errors.New("row is a note, not a record")
	// errLongForm is for a table in which an event has a row for each of its facts.
	errLongForm = errors.New("row is one fact of an event, not an event; spread the table first, so that each fact has a column (a pivot table does it)")
	// errCancelled is for what a calendar keeps of events that did not take place.
	errCancelled = errors.New("row says that it was cancelled")
	// errNothing is for rulers such as "-----" and a lonely quote.
	errNothing = errors.New("row has neither letters nor digits")
)

// widthOfNotes is how many columns a table has in which a row with one cell
// filled is a note.
const widthOfNotes = 3

// notRecord tells rows of sums and notes, which stand below many tables.
func (c *converter) notRecord(r *row.Row) error {
	if v := c.value(r, Status); v != "" && c.memory.cancelled.of(v, cancelled) {
		return errCancelled
	}
	if r.At != nil {
		return nil // JSON has no other such rows
	}
	if c.headerAgain(r) {
		return errHeaderAgain
	}
	if c.plan.long {
		return errLongForm
	}
	if c.plan.headed && heading(r) != "" {
		return errHeading
	}
	first, full := -1, 0 // one, or at least two
	for i := 0; i < len(r.Props) && full < 2; i++ {
		if says(r.Untrimmed(i)) {
			if full++; first < 0 {
				first = i
			}
		}
	}
	switch {
	case first < 0:
		return errNothing
	case c.plan.aside > 0 && first >= c.plan.aside:
		return errAside
	}
	switch {
	case c.totalOfYear(r):
		return errTotal
	case full > 1 && !c.totals(r.Cell(first)), c.dated(r):
		return nil
	case c.totals(r.Cell(first)):
		return errTotal
	case full == 1 && len(r.Props) >= widthOfNotes && c.table.Columns[first].Role == NoRole || c.longNote(r, full):
		return errNote
	}
	return nil
}

// cancelled reports whether a status is that of something that did not take place:
// "CANCELLED" of a calendar, "https://schema.org/EventCancelled", "abgesagt".
func cancelled(cell string) bool {
	switch words := headers.Words(cell); words {
	case "cancelled", "canceled", "called off", "abgesagt", "annule", "annulee", "cancelado", "cancelada", "annullato", "annullata", "geannuleerd", "odwolane", "отменено", "скасовано", "iptal edildi", "ملغى":
		return true
	default:
		return strings.HasSuffix(strings.ReplaceAll(words, " ", ""), "eventcancelled")
	}
}

// headerAgain reports whether a row is the header of a further table below the
// first: it says of what must be a date or a number what its header says.
func (c *converter) headerAgain(r *row.Row) bool {
	for _, col := range c.unlike {
		if col < len(r.Props) {
			if v := r.Props[col].Value; v != "" && isSame(v, c.table.Columns[col].Name) {
				return true
			}
		}
	}
	return false
}

// unlikeNames are the roles whose cells are dates or numbers.
var unlikeNames = [...]Role{Date, Start, Year, Lat, Killed}

// isSame is cell == name, quick for what has the same length but begins otherwise: a
// day is as long as "event_date".
func isSame(cell, name string) bool {
	return len(cell) == len(name) && (cell == "" || cell[0] == name[0] && cell == name)
}

// longestTotal bounds what heads a row of sums, such as "Total for the region".
const longestTotal = 40

// totals reports whether a cell heads a row of sums.
func (c *converter) totals(cell string) bool {
	if len(cell) > longestTotal {
		return false
	}
	for i := range len(cell) {
		if literal.Digit(cell[i]) {
			return false // an id or a date, as in nearly all tables
		}
	}
	return c.memory.totals.of(cell, totalLike)
}

// totalOfYear reports whether a row has the sum of a year's months: "Total" where they have
// the month.
func (c *converter) totalOfYear(r *row.Row) bool {
	col := c.plan.col(Month)
	return col >= 0 && col < len(r.Props) && c.totals(r.Cell(col)) && r.Cell(col) != ""
}

// totalLike is totals of a cell that is short and has no digits.
func totalLike(cell string) bool {
	words := headers.Words(cell)
	for _, total := range totals() {
		if rest, ok := strings.CutPrefix(words, total); ok && (rest == "" || rest[0] == ' ') {
			return true
		}
	}
	return false
}

// says reports whether a cell has a letter or a digit.
func says(cell string) bool {
	for i := range len(cell) {
		switch b := cell[i]; {
		case b >= utf8.RuneSelf:
			return strings.ContainsFunc(cell[i:], meaningful)
		case literal.Digit(b), b|0x20 >= 'a' && b|0x20 <= 'z':
			return true
		}
	}
	return false
}

func meaningful(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// longNote reports whether a row is one cell that says more than the column's
// cells do: "Source: ministry of health".
func (c *converter) longNote(r *row.Row, full int) bool {
	return full == 1 && len(r.Props) >= widthOfNotes && strings.Contains(r.Cell(0), " ") && c.table.Columns[0].Role != Place
}

func (c *converter) dated(r *row.Row) bool {
	for _, role := range []Role{Date, Start, End, Year} {
		for _, col := range c.plan.cols[role] {
			if !literal.Missing(r.Cell(col)) && dateLike(r.Cell(col)) {
				return true
			}
		}
	}
	return false
}
