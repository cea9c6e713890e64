package parquet

import (
	"fmt"
	"math/big"
	"strconv"
	"strings"
	"time"

	"github.com/parquet-go/parquet-go"
	"github.com/parquet-go/parquet-go/format"

	"github.com/dateline-map/dateline/geo/record"
)

// print sets a column of a row to a value that is not null.
type print func(r *record.StoredRow, col int, v parquet.Value)

// printOf returns what prints the values of a type: as what they mean, else as
// what they are stored as.
func printOf(t parquet.Type) print {
	switch l := logicalOf(t).(type) {
	case *format.DateType:
		return func(r *record.StoredRow, col int, v parquet.Value) {
			r.SetText(col, time.Unix(int64(v.Int32())*secondsPerDay, 0).UTC().Format(time.DateOnly))
		}
	case *format.TimestampType:
		return printTimestamp(l)
	case *format.TimeType:
		return printTime(l, t.Kind())
	case *format.DecimalType:
		return printDecimal(l, t.Kind())
	case *format.UUIDType:
		return func(r *record.StoredRow, col int, v parquet.Value) {
			if b := v.ByteArray(); len(b) == uuidBytes {
				r.SetText(col, fmt.Sprintf("%x-%x-%x-%x-%x", b[:4], b[4:6], b[6:8], b[8:10], b[10:]))
			}
		}
	case *format.IntType:
		if !l.IsSigned {
			return printUnsigned(t.Kind())
		}
	}
	return printStored(t.Kind())
}

const (
	secondsPerDay = 24 * 60 * 60
	uuidBytes     = 16
)

func printStored(k parquet.Kind) print {
	switch k {
	case parquet.Boolean:
		return func(r *record.StoredRow, col int, v parquet.Value) { r.SetBool(col, v.Boolean()) }
	case parquet.Int32:
		return func(r *record.StoredRow, col int, v parquet.Value) {
			r.SetNumber(col, strconv.FormatInt(int64(v.Int32()), 10))
		}
	case parquet.Int64:
		return func(r *record.StoredRow, col int, v parquet.Value) {
			r.SetNumber(col, strconv.FormatInt(v.Int64(), 10))
		}
	case parquet.Int96:
		return printInt96
	case parquet.Float:
		return func(r *record.StoredRow, col int, v parquet.Value) { r.SetFloat(col, float64(v.Float()), 32) }
	case parquet.Double:
		return func(r *record.StoredRow, col int, v parquet.Value) { r.SetFloat(col, v.Double(), 64) }
	}
	return func(r *record.StoredRow, col int, v parquet.Value) { r.SetBytes(col, v.ByteArray()) }
}

func printUnsigned(k parquet.Kind) print {
	if k == parquet.Int32 {
		return func(r *record.StoredRow, col int, v parquet.Value) {
			r.SetNumber(col, strconv.FormatUint(uint64(v.Uint32()), 10))
		}
	}
	return func(r *record.StoredRow, col int, v parquet.Value) {
		r.SetNumber(col, strconv.FormatUint(v.Uint64(), 10))
	}
}

// civil is a time without a zone, to the fraction of a second that it has.
const civil = "2006-01-02T15:04:05.999999999"

// printTimestamp prints a time as it is stored. One that is said to be of UTC
// says so; nobody knows of which zone the day is.
func printTimestamp(l *format.TimestampType) print {
	layout := civil
	if l.IsAdjustedToUTC {
		layout += "Z"
	}
	unit := unitOf(l.Unit)
	perSecond := int64(time.Second / unit)
	return func(r *record.StoredRow, col int, v parquet.Value) {
		n := v.Int64()
		at := time.Unix(n/perSecond, n%perSecond*int64(unit)).UTC()
		r.SetText(col, at.Format(layout))
	}
}

func unitOf(u format.TimeUnit) time.Duration {
	if u.Value == nil {
		return time.Millisecond // nothing says so; the first of the units
	}
	return u.Value.Duration()
}

func printTime(l *format.TimeType, k parquet.Kind) print {
	unit := unitOf(l.Unit)
	return func(r *record.StoredRow, col int, v parquet.Value) {
		n := v.Int64()
		if k == parquet.Int32 {
			n = int64(v.Int32())
		}
		r.SetText(col, time.Unix(0, 0).UTC().Add(time.Duration(n)*unit).Format("15:04:05.999999999"))
	}
}

// epochDay is 1970-01-01 as a Julian day.
const epochDay = 2_440_588

// printInt96 prints a time as Impala and older Spark store it: the nanosecond of
// a Julian day.
func printInt96(r *record.StoredRow, col int, v parquet.Value) {
	parts := v.Int96()
	nanoseconds := int64(uint64(parts[1])<<32 | uint64(parts[0]))
	day := int64(parts[2]) - epochDay
	r.SetText(col, time.Unix(day*secondsPerDay, nanoseconds).UTC().Format(civil))
}

// printDecimal prints a whole number with its decimal point put where the scale
// says.
func printDecimal(l *format.DecimalType, k parquet.Kind) print {
	scale := int(l.Scale)
	return func(r *record.StoredRow, col int, v parquet.Value) {
		var digits string
		switch k {
		case parquet.Int32:
			digits = strconv.FormatInt(int64(v.Int32()), 10)
		case parquet.Int64:
			digits = strconv.FormatInt(v.Int64(), 10)
		default:
			digits = twosComplement(v.ByteArray()).String()
		}
		r.SetNumber(col, pointed(digits, scale))
	}
}

// twosComplement reads a whole number of any length, the highest byte first.
func twosComplement(b []byte) *big.Int {
	n := new(big.Int).SetBytes(b)
	if len(b) > 0 && b[0]&0x80 != 0 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), uint(8*len(b))))
	}
	return n
}

// mostScale bounds the decimals of a number; the format's own bound is its
// precision, which for 32 bytes is 76.
const mostScale = 100

// pointed puts a decimal point before the last digits.
func pointed(digits string, scale int) string {
	if scale <= 0 || scale > mostScale {
		return digits
	}
	digits, negative := strings.CutPrefix(digits, "-")
	if len(digits) <= scale {
		digits = strings.Repeat("0", scale-len(digits)+1) + digits
	}
	digits = digits[:len(digits)-scale] + "." + digits[len(digits)-scale:]
	if negative {
		digits = "-" + digits
	}
	return digits
}
