package literal

import (
	"math"
	"strconv"
	"strings"
	"unicode/utf8"
)

// WesternDigits writes Arabic-Indic and Persian digits as 0 to 9, and their
// decimal and thousands marks as point and comma.
func WesternDigits(s string) string {
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
	case r >= '०' && r <= '९':
		return r - '०' + '0'
	case r >= '০' && r <= '৯':
		return r - '০' + '0'
	case r >= '๐' && r <= '๙':
		return r - '๐' + '0'
	case r >= '၀' && r <= '၉':
		return r - '၀' + '0'
	case r == '٫':
		return '.'
	case r == '٬':
		return ','
	case r == '−':
		return '-'
	}
	return r
}

// Decimal reads a number that is written in digits, with a point or an exponent
// if need be.
func Decimal(cell string) (f float64, ok bool) {
	if f, ok := ShortDecimal(cell); ok {
		return f, true
	}
	f, err := strconv.ParseFloat(cell, 64)
	return f, err == nil && plainNumber(cell)
}

// Whole numbers of so many digits, and the powers of ten up to 22, are floating
// point numbers exactly, so that dividing them rounds once, to the nearest.
const exactDigits = 15

var tens = [exactDigits + 1]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15}

// ShortDecimal is decimal for digits, few enough of them, with a sign and a point
// if need be: the same number three times as fast.
func ShortDecimal(cell string) (f float64, ok bool) {
	digits := strings.TrimPrefix(cell, "-")
	if len(digits) > exactDigits+1 {
		return 0, false
	}
	n, whole := leadingDigits(0, digits)
	count, places := whole, 0
	if whole < len(digits) {
		if digits[whole] != '.' {
			return 0, false
		}
		if n, places = leadingDigits(n, digits[whole+1:]); whole+1+places < len(digits) {
			return 0, false
		}
		count += places
	}
	if count == 0 || count > exactDigits {
		return 0, false
	}
	f = float64(n) / tens[places]
	if len(digits) < len(cell) {
		f = -f
	}
	return f, true
}

// leadingDigits returns the number that n becomes with the digits behind it that a text
// begins with, and how many these are.
func leadingDigits(n int64, s string) (int64, int) {
	for i := range len(s) {
		d := s[i] - '0'
		if d > 9 {
			return n, i
		}
		n = 10*n + int64(d)
	}
	return n, len(s)
}

// plainNumber reports whether a cell is written in digits. ParseFloat also
// reads "inf", "nan", "0x1p4" and "1_000".
func plainNumber(cell string) bool {
	for i := range len(cell) {
		switch c := cell[i]; {
		case c >= '0' && c <= '9', c == '.', c == '-', c == '+', c == 'e', c == 'E':
		default:
			return false
		}
	}
	return true
}

// missingWords are what people write into a cell that has nothing to say.
var missingWords = func() map[string]bool {
	set := map[string]bool{}
	for _, w := range []string{
		"", "[]", "{}", ".", "-", "--", "---", "–", "—", "?", "??", "n/a", "na", "#n/a", "#ref!", "#value!", "#div/0!", "#name?", "#null!", "n.a.", "n.a", "nan", "null", "none", "nil", "unknown", "unk", "unk.",
		"not known", "not available", "not reported", "not specified", "unspecified", "not stated", "unclear", "tbd", "tbc", "missing",
		"no data", "nd", "n.d.", "(unknown)", "\\n", "inconnu", "inconnue", "non précisé", "desconocido", "desconocida", "sin dato",
		"sin datos", "s/d", "s.d.", "s/f", "s.f.", "sin fecha", "s/i", "s.i.", "sin información", "sem informação", "não informado", "n/i", "n/d", "n/k", "not applicable", "no info", "no information", "don't know", "dk", "нет данных", "не указано", "не установлено", "не вказано", "non renseigné", "non spécifié", "sin especificar", "no especificado", "nicht bekannt", "belirtilmemiş", "н/д", "немає даних", "غير متوفر", "لا يعرف", "brak danych", "b.d.", "b/d", "bd.", "sin informacion", "n.c.", "p.m.d.", "无", "不详", "不明", "未知", "미상", "ne sait pas", "nsp", "no sabe", "não sabe", "veri yok", "نامعلوم", "نامشخص", "no disponible", "unbekannt", "keine angabe", "k.a.", "k. a.", "неизвестно", "невідомо",
		"غير معروف", "غير معروفة", "غير محدد", "لا يوجد", "不明", "不详", "未知", "bilinmiyor", "tidak diketahui", "desconhecido", "sconosciuto",
	} {
		set[w] = true
	}
	return set
}()

// missingStarts and missingEnds are, for each byte that missing words begin and
// end with, in either case, the lengths that they have then, as bits. Nearly all
// cells are told by these. Of the capitals only a dotted I and the sign of kelvins
// are longer than their small letters. Any word may end in a byte that is not
// ASCII.
//
// No word has the length 0: its bit is set of bytes that may be part of a space.
var missingStarts, missingEnds = func() (starts, ends [256]uint64) {
	for w := range missingWords {
		if w == "" {
			continue
		}
		longest := len(w) + strings.Count(w, "i") + 2*strings.Count(w, "k")
		for n := len(w); n <= longest; n++ {
			for _, s := range []string{w, strings.ToUpper(w)} {
				starts[s[0]] |= 1 << n
				ends[s[len(s)-1]] |= 1 << n
			}
		}
	}
	for b := range ends {
		if b >= utf8.RuneSelf {
			ends[b] = math.MaxUint64
		}
		if b >= utf8.RuneSelf || b <= ' ' {
			starts[b], ends[b] = starts[b]|1, ends[b]|1
		}
	}
	return starts, ends
}()

// Speaks reports of most cells that say something that they do, as they stand:
// there is no space around them, and they are not missing.
func Speaks(cell string) bool {
	if cell == "" {
		return false
	}
	start, end := missingStarts[cell[0]], missingEnds[cell[len(cell)-1]]
	return (start|end)&1 == 0 && start&end>>len(cell)&1 == 0
}

// Missing reports whether a cell, without space around it, says that its value
// is not known.
func Missing(cell string) bool {
	if cell == "" {
		return true
	}
	if missingStarts[cell[0]]&missingEnds[cell[len(cell)-1]]>>len(cell)&1 == 0 {
		return false
	}
	var lower [32]byte // no allocation
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

// Quoted returns a cell for an error: in quotes, without control characters,
// cut if it is long.
func Quoted(cell string) string {
	if len(cell) > longestQuoted {
		cut := longestQuoted
		for cut > 0 && cell[cut]&0xc0 == 0x80 {
			cut--
		}
		return strconv.Quote(cell[:cut] + "…")
	}
	return strconv.Quote(cell)
}

// Digit reports whether a byte is a digit of ASCII.
func Digit(b byte) bool { return b >= '0' && b <= '9' }

// Pointed writes the only comma of a number as a point.
func Pointed(cell string) string {
	if strings.Count(cell, ",") != 1 || strings.Contains(cell, ".") {
		return cell
	}
	return strings.Replace(cell, ",", ".", 1)
}
