package jsonrows

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// charted returns the values of a row as spreadsheets give them to charts, each with how it is
// shown: {"c": [{"v": "Date(2022,4,24)", "f": "5/24/2022"}, null]}; nil if it is none. The
// source is the documentation of Google Charts, "DataTable", whose months count from 0.
func charted(object []byte) []byte {
	if !bytes.HasPrefix(bytes.TrimLeft(object[1:], " \t\r\n"), []byte(`"c"`)) {
		return nil
	}
	var row struct {
		C []*struct{ V json.RawMessage }
	}
	if json.Unmarshal(object, &row) != nil || row.C == nil {
		return nil
	}
	values := []byte{'['}
	for i, cell := range row.C {
		if i > 0 {
			values = append(values, ',')
		}
		switch {
		case cell == nil || len(cell.V) == 0:
			values = append(values, "null"...)
		default:
			values = append(values, chartDate(cell.V)...)
		}
	}
	return append(values, ']')
}

var dateOfChart = pattern.New(`^"Date\((-?\d{1,4}), ?(\d{1,2}), ?(\d{1,2})((?:, ?\d{1,3}){0,4})\)"$`)

// chartDate returns a value with a date written as people do.
func chartDate(value []byte) []byte {
	m := dateOfChart().FindSubmatch(value)
	if m == nil {
		return value
	}
	var y, month, d, hour, minute int
	fmt.Sscan(string(m[1]), &y) // digits, by the pattern
	fmt.Sscan(string(m[2]), &month)
	fmt.Sscan(string(m[3]), &d)
	clock := ""
	if n, _ := fmt.Sscan(strings.ReplaceAll(string(m[4]), ",", " "), &hour, &minute); n == 2 {
		clock = fmt.Sprintf("T%02d:%02d:00", hour, minute)
	}
	return fmt.Appendf(nil, `"%04d-%02d-%02d%s"`, y, month+1, d, clock)
}
