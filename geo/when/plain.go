package when

// plainDay reads the commonest cells without taking them apart, twenty times as
// fast: 2014-06-12, the same with a plain time of day behind it, and 12/06/2014
// if its order is known. It reports false for all others, and for days that do
// not exist.
func plainDay(s string, order Order) (d Day, clock string, ok bool) {
	const size = len("2006-01-02")
	if len(s) > size && (s[size] == ' ' || s[size] == 'T') && plainClock(s[size+1:]) {
		d, ok = isoDay(s[:size])
		return d, s[size+1:], ok
	}
	if d, ok = isoDay(s); ok || order == OrderUnknown {
		return d, "", ok
	}
	d, ok = numericDay(s, order)
	return d, "", ok
}

// isoDay reads YYYY-MM-DD.
func isoDay(s string) (Day, bool) {
	if len(s) != len("2006-01-02") {
		return 0, false
	}
	// Digits become their numbers, and what is between them 0, if the bytes are such at all.
	const blank, beyond = "0000-00-", "\x76\x76\x76\x76\x7f\x76\x76\x7f" // with what sets the highest bit of all others
	b := eight(s) ^ eight(blank)
	d, e := s[8]-'0', s[9]-'0'
	if (b|(b+eight(beyond)))&eight("\x80\x80\x80\x80\x80\x80\x80\x80") != 0 || d > 9 || e > 9 {
		return 0, false
	}
	year := 1000*(b&0xff) + 100*(b>>8&0xff) + 10*(b>>16&0xff) + b>>24&0xff
	return plainDate(int(year), int(10*(b>>40&0xff)+b>>48&0xff), int(10*d+e))
}

// eight returns eight bytes as a number, the first as its lowest byte.
func eight(s string) uint64 {
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 | uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// numericDay reads DD/MM/YYYY and MM/DD/YYYY with any one mark.
func numericDay(s string, order Order) (Day, bool) {
	if len(s) != len("02/01/2006") || s[2] != s[5] || s[2] != '/' && s[2] != '-' && s[2] != '.' {
		return 0, false
	}
	day, month := digits(s[:2]), digits(s[3:5])
	if order == MDY {
		day, month = month, day
	}
	return plainDate(digits(s[6:]), month, day)
}

func plainDate(year, month, day int) (Day, bool) {
	if buddhistYear(year) {
		return 0, false
	}
	return validDate(year, month, day)
}

// digits returns the number that ASCII digits say, and -1 if there are others
// among them.
func digits(s string) int {
	n := 0
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return -1
		}
		n = n*10 + int(s[i]-'0')
	}
	return n
}

// plainClock reports whether s is HH:MM, HH:MM:SS or HH:MM:SS.fff.
func plainClock(s string) bool {
	switch {
	case len(s) < 5 || s[2] != ':' || !upTo(s[:2], 24) || !upTo(s[3:5], 59):
		return false
	case len(s) == 5:
		return true
	case len(s) < 8 || s[5] != ':' || !upTo(s[6:8], 60):
		return false
	case len(s) == 8:
		return true
	}
	return len(s) > 9 && len(s) < 19 && s[8] == '.' && digits(s[9:]) >= 0
}

func upTo(s string, most int) bool {
	n := digits(s)
	return n >= 0 && n <= most
}
