package en

import (
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/google/go-cmp/cmp"
)

func count(best, low, high int) geo.Count {
	figure := func(n int) geo.Figure {
		if n < 0 {
			return geo.Figure{}
		}
		return geo.Known(n)
	}
	return geo.Count{Best: figure(best), Low: figure(low), High: figure(high)}
}

var compareCounts = cmp.AllowUnexported(geo.Figure{})

func TestNumber(t *testing.T) {
	tests := []struct {
		text   string
		want   int
		ok     bool
		reason string
	}{
		{"7 people", 7, true, "digits"},
		{"1,500 people", 1500, true, "a comma parts thousands"},
		{"10 000 people", 10000, true, "so does a space"},
		{"2.5 million people", 2_500_000, true, "a decimal before a scale"},
		{"twenty-one people", 21, true, "a hyphen inside"},
		{"a dozen people", 12, true, "an article is one"},
		{"half a dozen people", 6, true, "half of it"},
		{"two dozen people", 24, true, "dozens that are counted"},
		{"two hundred and fifty people", 250, true, "hundreds and what is left"},
		{"two hundred fifty thousand people", 250_000, true, "a scale over all of it"},
		{"a hundred people", 100, true, "an article before a scale"},
		{"a score of people", 0, false, "a score is vague"},
		{"10th brigade", 0, false, "an ordinal counts nothing"},
		{"9:30 today", 0, false, "a time of day"},
		{"3.5 people", 0, false, "half a person"},
		{"99999999999999999999 people", 0, false, "beyond any number of people"},
		{"people", 0, false, "no number"},
	}
	for _, test := range tests {
		got, _, ok := wordsOf(test.text).Number(0)
		if ok != test.ok || ok && got != test.want {
			t.Errorf("Number(%q) = %d, %v, want %d, %v: %s", test.text, got, ok, test.want, test.ok, test.reason)
		}
	}
}

func TestQuantity(t *testing.T) {
	tests := []struct {
		text   string
		want   geo.Count
		reason string
	}{
		{"six people", count(6, 6, 6), "said without qualification"},
		{"at least seven people", count(7, 7, -1), "a lower bound is the best figure too"},
		{"more than 40 people", count(40, 41, -1), "more than a number is at least the next"},
		{"up to 30 people", count(30, -1, 30), "an upper bound"},
		{"as many as twenty people", count(20, -1, 20), "likewise"},
		{"fewer than 10 people", count(10, -1, 9), "less than a number is at most the one before"},
		{"about 300 people", count(300, -1, -1), "a rough figure has no bounds"},
		{"between 10 and 15 people", count(12, 10, 15), "the middle, rounded down"},
		{"10 to 15 people", count(12, 10, 15), "a range without between"},
		{"dozens of people", count(-1, 24, -1), "dozens are two dozen or more"},
		{"scores of people", count(-1, 40, -1), "scores are two score or more"},
		{"tens of thousands of people", count(-1, 20000, -1), "two tens of thousands or more"},
		{"several hundred people", count(-1, 300, -1), "several are three or more"},
		{"at least another 12 people", count(12, 12, -1), "words between do not part a bound from its number"},
		{"20 or more people", count(20, 20, -1), "a bound behind the number"},
		{"many people", geo.Count{}, "many is no number"},
	}
	for _, test := range tests {
		got, ok := wordsOf(test.text).Quantity(0)
		if diff := cmp.Diff(test.want, got.Count, compareCounts); !ok || diff != "" {
			t.Errorf("Quantity(%q), %v: %s (-want +got):\n%s", test.text, ok, test.reason, diff)
		}
	}
}

func FuzzQuantity(f *testing.F) {
	for _, s := range []string{"between ten and 9", "two hundred and", "half a dozen", "1,000,000,000,000", "a hundred hundred hundred", "tens of thousands", "-5", "between", "at least more than up to 3"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		w := wordsOf(s)
		for i := range w.Lower {
			q, ok := w.Quantity(i)
			if ok && (q.From != i || q.To <= i || q.To > w.Len()+1) {
				t.Fatalf("%q: quantity at token %d spans %d to %d of %d", s, i, q.From, q.To, w.Len())
			}
			low, k := q.Low.Int()
			high, l := q.High.Int()
			if ok && k && l && low > high {
				t.Fatalf("%q: low %d over high %d", s, low, high)
			}
		}
	})
}
