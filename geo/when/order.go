package when

import (
	"errors"
	"fmt"
)

// Order says which of two numbers is the day: 06/07/2014 is 6 July in most of
// the world and June 7 in the United States. The zero Order is not known.
//
// A date that begins with its year has one order only: year, month, day.
type Order uint8

// The orders.
const (
	OrderUnknown Order = iota
	DMY                // day, month, year
	MDY                // month, day, year
)

var orderNames = [...]string{"unknown", "day first", "month first"}

// String returns the order in words.
func (o Order) String() string { return orderNames[o] }

// AmbiguousError is the error of a date whose day and month could be either
// way, when no order was told.
type AmbiguousError struct {
	Cell string
	Row  int // where the cell stands, if known; else 0
	DMY  Interval
	MDY  Interval
}

func (e *AmbiguousError) Error() string {
	return fmt.Sprintf("%s is %s if the day comes first and %s if the month does", quote(e.Cell), e.DMY, e.MDY)
}

// ContradictionError is the error of a column in which one cell allows only
// day first and another only month first.
type ContradictionError struct {
	DMYCell, MDYCell string
	DMYRow, MDYRow   int
}

func (e *ContradictionError) Error() string {
	return fmt.Sprintf("row %d has the day first (%s) and row %d has the month first (%s)",
		e.DMYRow, quote(e.DMYCell), e.MDYRow, quote(e.MDYCell))
}

// Orders finds the order in which a column writes its dates, by proof: some cell
// that allows only one. Its zero value is ready for use.
type Orders struct {
	proof     [MDY + 1]evidence // the first cell that allows only this order
	ambiguous *AmbiguousError   // the first cell that allows both
}

type evidence struct {
	cell string
	row  int
	seen bool
}

// Add takes a cell of the column, and the row it stands in, into account. Cells
// that hold no date, or one that any order reads alike, prove nothing.
func (o *Orders) Add(cell string, row int) {
	if _, _, ok := plainDay(cell, OrderUnknown); ok {
		return
	}
	both := readBoth(cell)
	switch {
	case !both.differ():
	case both.month.err != nil:
		o.proof[DMY].keep(cell, row)
	case both.day.err != nil:
		o.proof[MDY].keep(cell, row)
	case o.ambiguous == nil:
		o.ambiguous = &AmbiguousError{Cell: cell, Row: row, DMY: both.day.interval, MDY: both.month.interval}
	}
}

func (e *evidence) keep(cell string, row int) {
	if !e.seen {
		*e = evidence{cell, row, true}
	}
}

// Proof returns the order of the cells so far and the row that proves it. The
// order is unknown, without an error, if no cell depends on it. Else the error
// is a [*ContradictionError], or an [*AmbiguousError] with the first cell that
// no other cell helps to read.
func (o *Orders) Proof() (order Order, row int, err error) {
	day, month := o.proof[DMY], o.proof[MDY]
	switch {
	case day.seen && month.seen:
		return OrderUnknown, 0, &ContradictionError{
			DMYCell: day.cell, DMYRow: day.row, MDYCell: month.cell, MDYRow: month.row}
	case day.seen:
		return DMY, day.row, nil
	case month.seen:
		return MDY, month.row, nil
	case o.ambiguous != nil:
		return OrderUnknown, 0, o.ambiguous
	}
	return OrderUnknown, 0, nil
}

// IsAmbiguous reports whether err is, or wraps, an [*AmbiguousError].
func IsAmbiguous(err error) bool {
	var a *AmbiguousError
	return errors.As(err, &a)
}
