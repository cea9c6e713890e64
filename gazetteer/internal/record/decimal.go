package record

import "math"

// Decimal is a number of at least three digits in two bytes: the upper twelve
// bits times ten to the power of the lower four. Numbers that people have
// rounded already, as most populations are, lose nothing by it.
type Decimal uint16

const (
	exponentBits = 4
	maxMantissa  = 1<<12 - 1
)

// DecimalOf returns the Decimal nearest to a number. What is negative or no
// number becomes 0.
func DecimalOf(v float64) Decimal {
	if !(v > 0) {
		return 0
	}
	for exponent := range 1 << exponentBits {
		if m := math.Round(v); m <= maxMantissa {
			return Decimal(uint16(m)<<exponentBits | uint16(exponent))
		}
		v /= 10
	}
	return math.MaxUint16
}

// Int returns the number.
func (d Decimal) Int() int {
	v := int64(d >> exponentBits)
	for range d & (1<<exponentBits - 1) {
		v *= 10
	}
	return int(min(v, math.MaxInt))
}
