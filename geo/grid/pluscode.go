package grid

import (
	"errors"
	"math"
	"strings"

	"github.com/paulmach/orb"

	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// Open Location Codes, called plus codes: "8G3PGC7H+8W". The source is Google's
// specification of them, version 1: pairs of digits to the base of 20 for latitude
// and longitude, then single digits for the cells of a grid of five by four.

// plusDigits are the digits of plus codes; none of them spells a word.
const plusDigits = "23456789CFGHJMPQRVWX"

const (
	plusPairs   = 10 // digits that are pairs
	plusRows    = 5
	plusColumns = 4
)

var (
	plusCode      = pattern.New(`^([2-9CFGHJMPQRVWX]{2}){1,3}0{0,6}\+$|^[2-9CFGHJMPQRVWX]{8}\+(?:[2-9CFGHJMPQRVWX]{2,7})?$`)
	shortPlusCode = pattern.New(`^[2-9CFGHJMPQRVWX]{4,6}\+[2-9CFGHJMPQRVWX]{2,7}(?:[\s,]|$)`)
)

var errShort = errors.New("is a plus code without its first digits, which only a map at the place can complete")

// parsePlus reads a plus code in capitals; ok is false of what looks like none.
func parsePlus(s string) (p Position, ok bool, err error) {
	if !strings.Contains(s, "+") {
		return Position{}, false, nil
	}
	if shortPlusCode().MatchString(s) {
		return Position{}, true, errShort
	}
	if !plusCode().MatchString(s) || strings.IndexByte(s, '+') != 8 {
		return Position{}, false, nil
	}
	p, ok = plusCell(strings.TrimRight(strings.Replace(s, "+", "", 1), "0"))
	return p, ok, nil
}

// plusCell returns the middle of the cell that digits name; ok is false of one that
// lies beyond the poles or the antimeridian.
func plusCell(digits string) (p Position, ok bool) {
	south, west := -90.0, -180.0
	height, width := 400.0, 400.0
	for i := 0; i < len(digits); i++ {
		d := float64(strings.IndexByte(plusDigits, digits[i]))
		switch {
		case i < plusPairs && i%2 == 0:
			height /= 20
			south += d * height
		case i < plusPairs:
			width /= 20
			west += d * width
		default:
			height, width = height/plusRows, width/plusColumns
			south += math.Floor(d/plusColumns) * height
			west += math.Mod(d, plusColumns) * width
		}
	}
	middle := orb.Point{west + width/2, south + height/2}
	return Position{Point: middle, SizeM: height * metresOfDegree}, middle[1] < 90 && middle[0] < 180
}

// metresOfDegree is the length of a degree of latitude.
const metresOfDegree = 111_195
