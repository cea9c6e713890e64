package when

import "testing"

// TestISODay writes every byte at every place of some days, and holds what is read by
// eight bytes at once against reading number by number.
func TestISODay(t *testing.T) {
	plainly := func(s string) (Day, bool) {
		if len(s) != 10 || s[4] != '-' || s[7] != '-' {
			return 0, false
		}
		return plainDate(digits(s[:4]), digits(s[5:7]), digits(s[8:]))
	}
	for _, day := range []string{"2014-06-12", "2000-02-29", "0001-01-01", "9999-12-31", "1999-09-19", "2014-06-1", "2014-06-123", ""} {
		for at := range len(day) {
			for b := range 256 {
				s := day[:at] + string([]byte{byte(b)}) + day[at+1:]
				got, ok := isoDay(s)
				if want, is := plainly(s); got != want || ok != is {
					t.Fatalf("%q is %v, %v, not %v, %v", s, got, ok, want, is)
				}
			}
		}
	}
}
