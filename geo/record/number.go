package record

import (
	"strconv"
	"strings"
)

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
		"sin datos", "s/d", "s.d.", "s/i", "s.i.", "sin información", "sem informação", "não informado", "n/i", "n/d", "n/k", "not applicable", "no info", "no information", "don't know", "dk", "нет данных", "н/д", "немає даних", "غير متوفر", "لا يعرف", "brak danych", "ne sait pas", "nsp", "no sabe", "não sabe", "veri yok", "نامعلوم", "نامشخص", "no disponible", "unbekannt", "keine angabe", "k.a.", "k. a.", "неизвестно", "невідомо",
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
