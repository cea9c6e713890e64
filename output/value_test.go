package output

import (
	"encoding/json"
	"testing"
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

func FuzzIsNumber(f *testing.F) {
	for _, s := range []string{"0", "-0", "01", "1.", ".5", "1e5", "1E+5", "1e", "-", "+1", "1.5e-3", "0x1", "NaN", "1 ", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var n json.Number
		want := json.Unmarshal([]byte(s), &n) == nil && n.String() == s && s != "" && s != "null"
		if got := isNumber(s); got != want {
			t.Errorf("%q: got %v, want %v", s, got, want)
		}
	})
}

func TestAppendTimeAgainstTime(t *testing.T) {
	first, last := when.Date(1, 1, 1), when.Date(9999, 12, 31)
	for d := first; d <= last; d += 97 {
		second := int64(d)*secondsPerDay + int64(d&0xffff)
		want := time.Unix(second, 0).UTC().Format("2006-01-02T15:04:05")
		day, rest := SplitDateTime(second)
		if got := string(AppendTime(AppendDate(nil, day), rest)); got != want {
			t.Fatalf("second %d: got %s, want %s", second, got, want)
		}
	}
}
