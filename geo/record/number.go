package record

import (
	"errors"
	"fmt"
	"math"
	"regexp"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// mostPeople is the largest number of people that is believed. The deadliest
// events of history lie below it.
const mostPeople = 100_000_000

// missingCodes stand for "unknown" in data sets that have no empty cells, such
// as GTD's -9 and -99.
var missingCodes = map[string]bool{"-9": true, "-99": true, "-999": true, "-9999": true}

var (
	grouped  = regexp.MustCompile(`^\d{1,3}([., '\x{a0}\x{202f}\x{2019}]\d{3})+$`)
	rangeOf  = regexp.MustCompile(`^(\S+)\s*(?:-|–|—|to|\.\.)\s*(\S+)$`)
	atLeast  = regexp.MustCompile(`^(?:at least|min\.?|minimum|>=|≥)\s*(\S.*)$|^(\S.*?)\s*(?:\+|or more)$`)
	moreThan = regexp.MustCompile(`^(?:more than|over|above|>)\s*(\S.*)$`)
	atMost   = regexp.MustCompile(`^(?:up to|at most|max\.?|maximum|<=|≤)\s*(\S.*)$`)
	// explained is a number with a note in brackets, or with a word that only
	// repeats what the header says.
	explained = regexp.MustCompile(`^(\S.*?)\s*(?:\([^)]*\)|\s(?:people|persons|killed|dead|deaths|died|injured|wounded|hurt|displaced|fatalities|casualties|victims|civilians|muertos|heridos|morts|blessés|tote|verletzte))$`)
	about     = regexp.MustCompile(`^(?:about|around|approx\.?|approximately|circa|ca\.?|c\.|some|nearly|almost|~|≈)\s*(\S.*)$`)
)

// parseCount reads a number of people as written in a table. Missing is known
// to be unknown, without an error.
func parseCount(cell string) (geo.Count, error) {
	if n, err := strconv.Atoi(cell); err == nil && n >= 0 && n <= mostPeople {
		return geo.Exactly(n), nil
	}
	s := strings.ToLower(strings.TrimSpace(westernDigits(cell)))
	if m := explained.FindStringSubmatch(s); m != nil {
		s = m[1]
	}
	if s == "" || missing(s) || missingCodes[s] {
		return geo.Count{}, nil
	}
	if c, ok, err := qualified(s); ok {
		return c, err
	}
	n, err := people(s)
	if err != nil {
		return geo.Count{}, err
	}
	return geo.Exactly(n), nil
}

// qualified reads "at least 7", "5-8", ">40" and their like.
func qualified(s string) (c geo.Count, ok bool, err error) {
	number := func(m []string) int {
		var n int
		n, err = people(strings.TrimSpace(strings.Join(m[1:], "")))
		return n
	}
	if m := atLeast.FindStringSubmatch(s); m != nil {
		n := number(m)
		c = geo.Count{Best: geo.Known(n), Low: geo.Known(n)}
	} else if m := moreThan.FindStringSubmatch(s); m != nil {
		n := number(m)
		c = geo.Count{Best: geo.Known(n), Low: geo.Known(n + 1)}
	} else if m := atMost.FindStringSubmatch(s); m != nil {
		c = geo.Count{High: geo.Known(number(m))}
	} else if m := about.FindStringSubmatch(s); m != nil {
		c = geo.Count{Best: geo.Known(number(m))}
	} else if m := rangeOf.FindStringSubmatch(s); m != nil {
		return between(m[1], m[2])
	} else {
		return c, false, nil
	}
	if err != nil {
		c = geo.Count{}
	}
	return c, true, err
}

func between(low, high string) (geo.Count, bool, error) {
	a, errA := people(low)
	b, errB := people(high)
	if err := errors.Join(errA, errB); err != nil || a > b {
		return geo.Count{}, true, fmt.Errorf("%s to %s is not a range of numbers", quoted(low), quoted(high))
	}
	return geo.Count{Best: geo.Known((a + b) / 2), Low: geo.Known(a), High: geo.Known(b)}, true, nil
}

// people reads one whole number.
func people(s string) (int, error) {
	if grouped.MatchString(s) {
		s = strings.Map(digitsOnly, s)
	}
	f, err := strconv.ParseFloat(s, 64)
	switch {
	case err != nil || math.IsNaN(f):
		return 0, fmt.Errorf("%s is not a number of people", quoted(s))
	case f < 0:
		return 0, fmt.Errorf("%s is a negative number of people", quoted(s))
	case f > mostPeople:
		return 0, fmt.Errorf("%s is more people than can be believed", quoted(s))
	case f != math.Trunc(f):
		return 0, fmt.Errorf("%s is not a whole number of people", quoted(s))
	}
	return int(f), nil
}

func digitsOnly(r rune) rune {
	if r >= '0' && r <= '9' {
		return r
	}
	return -1
}

// westernDigits writes Arabic-Indic and Persian digits as 0 to 9, and their
// decimal and thousands marks as point and comma.
func westernDigits(s string) string {
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			return strings.Map(westernDigit, s)
		}
	}
	return s
}

func westernDigit(r rune) rune {
	switch {
	case r >= '٠' && r <= '٩':
		return r - '٠' + '0'
	case r >= '۰' && r <= '۹':
		return r - '۰' + '0'
	case r >= '０' && r <= '９':
		return r - '０' + '0'
	case r == '٫':
		return '.'
	case r == '٬':
		return ','
	case r == '−':
		return '-'
	}
	return r
}

// missingWords are what people write into a cell that has nothing to say.
var missingWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range []string{
		"", "-", "--", "---", "–", "—", "?", "??", "n/a", "na", "#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#null!", "n.a.", "n.a", "nan", "null", "none", "nil", "unknown", "unk", "unk.",
		"not known", "not available", "not reported", "not specified", "unspecified", "not stated", "unclear", "tbd", "tbc", "missing",
		"no data", "nd", "n.d.", "(unknown)", "\\n", "inconnu", "inconnue", "non précisé", "desconocido", "desconocida", "sin dato",
		"sin datos", "sin información", "no disponible", "unbekannt", "keine angabe", "k.a.", "k. a.", "неизвестно", "невідомо",
		"غير معروف", "غير معروفة", "غير محدد", "لا يوجد", "不明", "不详", "未知", "bilinmiyor", "tidak diketahui", "desconhecido", "sconosciuto",
	} {
		set[w] = true
	}
	return set
}()

// missingStarts are the bytes that missing words begin with, in either case,
// and longestMissing is the length of the longest. Most cells are told by these.
var missingStarts, longestMissing = func() (starts [256]bool, longest int) {
	for w := range missingWords {
		longest = max(longest, len(w))
		if w != "" {
			starts[w[0]] = true
			starts[strings.ToUpper(w)[0]] = true
		}
	}
	return starts, longest
}()

// missing reports whether a cell, without space around it, says that its value
// is not known.
func missing(cell string) bool {
	if cell == "" {
		return true
	}
	if len(cell) > longestMissing || !missingStarts[cell[0]] {
		return false
	}
	var lower [32]byte // no allocation: every second cell gets here
	if len(cell) > len(lower) {
		return missingWords[strings.ToLower(cell)]
	}
	for i := range len(cell) {
		c := cell[i]
		if c >= 0x80 {
			return missingWords[strings.ToLower(cell)]
		}
		if c >= 'A' && c <= 'Z' {
			c += 'a' - 'A'
		}
		lower[i] = c
	}
	return missingWords[string(lower[:len(cell)])]
}

// longestQuoted bounds how much of a cell an error repeats.
const longestQuoted = 60

// quoted returns a cell for an error: in quotes, without control characters,
// cut if it is long.
func quoted(cell string) string {
	if len(cell) > longestQuoted {
		cut := longestQuoted
		for cut > 0 && cell[cut]&0xc0 == 0x80 {
			cut--
		}
		return strconv.Quote(cell[:cut] + "…")
	}
	return strconv.Quote(cell)
}
