package en

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/dateline-map/dateline/geo/when"
)

// dateCase is a line of testdata/dates.txt.
type dateCase struct {
	line   int
	anchor Anchor
	text   string
	spans  [][2]int // the brackets, as offsets into text
	want   []string
}

func dateCases(t testing.TB) []dateCase {
	t.Helper()
	file, err := os.ReadFile("testdata/dates.txt")
	if err != nil {
		t.Fatal(err)
	}
	var cases []dateCase
	for n, line := range strings.Split(string(file), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		fields := strings.Split(line, " | ")
		c := dateCase{line: n + 1, anchor: anchorOf(t, fields[0])}
		c.text, c.spans = brackets(fields[1])
		if len(fields) > 2 {
			c.want = strings.Split(fields[2], "; ")
		}
		if len(c.want) != len(c.spans) {
			t.Fatalf("line %d: %d brackets, %d answers", n+1, len(c.spans), len(c.want))
		}
		cases = append(cases, c)
	}
	return cases
}

func anchorOf(t testing.TB, s string) Anchor {
	t.Helper()
	published, previous, _ := strings.Cut(s, " < ")
	return Anchor{Published: edtfOf(t, published), Previous: edtfOf(t, previous)}
}

func edtfOf(t testing.TB, s string) when.Interval {
	t.Helper()
	if s == "-" {
		s = ""
	}
	i, err := when.ParseEDTF(s)
	if err != nil {
		t.Fatal(err)
	}
	return i
}

// brackets takes the brackets out of a sentence and returns where they stood.
func brackets(s string) (text string, spans [][2]int) {
	var b strings.Builder
	for _, r := range s {
		switch r {
		case '[':
			spans = append(spans, [2]int{b.Len(), b.Len()})
		case ']':
			spans[len(spans)-1][1] = b.Len()
		default:
			b.WriteRune(r)
		}
	}
	return b.String(), spans
}

var dateKindNames = map[string]DateKind{
	"absolute": AbsoluteDate, "relative": RelativeDate, "reference": ReferenceDate, "span": SpanDate, "since": SinceDate, "limit": LimitDate, "prior": PriorDate,
}

// matches reports whether a mention is what an answer asks for.
func matches(t testing.TB, m DateMention, want string) bool {
	t.Helper()
	words := strings.Fields(want)
	if words[0] == "-" {
		return m.When.IsZero()
	}
	first, last, two := strings.Cut(words[0], "..")
	i := edtfOf(t, first)
	if two {
		i = when.Between(i.First, edtfOf(t, last).Last)
	}
	if m.When.First != i.First || m.When.Last != i.Last || m.When.Precision.String() != words[1] {
		return false
	}
	about, background := false, false
	for _, w := range words[2:] {
		about = about || w == "~"
		background = background || w == "background"
		if k := dateKindNames[w]; k != 0 && k != m.Kind {
			return false
		}
	}
	return m.When.Approximate == about && (!background || m.Background)
}

// score counts the answers of a case that are right, and describes the rest.
func (c *dateCase) score(t testing.TB) (right, all int, wrong []string) {
	t.Helper()
	mentions := wordsOf(c.text).Dates(c.anchor)
	used := make([]bool, len(mentions))
	for n, span := range c.spans {
		found := c.want[n] == "-"
		for k, m := range mentions {
			if m.Start < span[1] && span[0] < m.End {
				used[k] = true
				found = matches(t, m, c.want[n])
			}
		}
		if found {
			right++
		} else {
			wrong = append(wrong, fmt.Sprintf("%q is not %s", c.text[span[0]:span[1]], c.want[n]))
		}
	}
	all = len(c.spans)
	for k, m := range mentions {
		if !used[k] {
			wrong = append(wrong, fmt.Sprintf("%q is no date", c.text[m.Start:m.End]))
		}
	}
	if all == 0 {
		all = 1
	}
	if len(c.spans) == 0 && len(wrong) == 0 {
		right++
	}
	return right, all, wrong
}

// TestDatesTable holds the reader against a table of how stories say when. Not
// every line has to be right, for some could be read in two ways; the share is
// what is promised.
func TestDatesTable(t *testing.T) {
	const promised = 0.97
	var right, all, stray int
	for _, c := range dateCases(t) {
		r, n, wrong := c.score(t)
		right, all = right+r, all+n
		stray += max(0, len(wrong)-(n-r))
		for _, w := range wrong {
			t.Logf("line %d: %s: %s\n\tgot %s", c.line, c.text, w, describe(c.text, wordsOf(c.text).Dates(c.anchor)))
		}
	}
	t.Logf("%d of %d right (%.3f), %d found where there is no date", right, all, float64(right)/float64(all), stray)
	if float64(right) < promised*float64(all+stray) {
		t.Errorf("%d of %d right, want %.2f", right, all+stray, promised)
	}
}

func describe(text string, mentions []DateMention) string {
	var b strings.Builder
	for _, m := range mentions {
		fmt.Fprintf(&b, "[%s: %v %v kind %d background %v] ", text[m.Start:m.End], m.When, m.When.Precision, m.Kind, m.Background)
	}
	return b.String()
}

// TestDatesTense tells the tense instead of leaving it to the words.
func TestDatesTense(t *testing.T) {
	tuesday := when.On(when.Date(2014, time.June, 10))
	for tense, want := range map[Tense]string{AnyTense: "2014-06-07", PastTense: "2014-06-07", FutureTense: "2014-06-14"} {
		got := wordsOf("Saturday").Dates(Anchor{Published: tuesday, Tense: tense})
		if len(got) != 1 || got[0].When.EDTF() != want {
			t.Errorf("tense %d: got %v, want %s", tense, got, want)
		}
	}
}

// TestDatesCoarseAnchor checks what a story of some day in June, or of a week of it, knows: a
// month has four Saturdays and one third day, a week one of each.
func TestDatesCoarseAnchor(t *testing.T) {
	june, week := when.InMonth(2014, time.June), when.InWeek(when.Date(2014, time.June, 5))
	for _, tt := range []struct {
		published  when.Interval
		text, want string
	}{
		{june, "He died on Saturday.", "2014-06"},
		{june, "He died last year.", "2013"},
		{june, "He died on 3 May 2014.", "2014-05-03"},
		{june, "He died on 3 June.", "2014-06-03"},
		{june, "He died on 3 May.", "2014-05-03"},
		{week, "He died on Saturday.", "2014-06-07"},
		{week, "He died on 3 June.", "2014-06-03"},
		{week, "He died yesterday.", "2014-06-02/2014-06-08"},
		{when.InYear(2014), "He died on 3 May.", "2014"},
	} {
		got := wordsOf(tt.text).Dates(Anchor{Published: tt.published})
		if len(got) != 1 || got[0].When.EDTF() != tt.want {
			t.Errorf("%s, in %s: got %v, want %s", tt.text, tt.published.EDTF(), got, tt.want)
		}
	}
}

// TestDatesLinear reads much of what makes readers go back and forth. It would
// take hours if that took time by the square.
func TestDatesLinear(t *testing.T) {
	for _, s := range []string{"early ", "overnight ", "the night of ", "from Monday to ", "between ", "in two days of ", "twenty-", "June 1-", "000 ",
		"the weekend of ", "overnight from ", "a few ", "last ", "2014-", "since ", "Monday, ", "earlier ", "for a second day "} {
		checkDates(t, strings.Repeat(s, 1<<18/len(s)), wordsOf(strings.Repeat(s, 1<<18/len(s))).Dates(Anchor{Published: when.On(0)}))
	}
}

func FuzzDates(f *testing.F) {
	for _, c := range dateCases(f) {
		f.Add(c.text, int32(c.anchor.Published.First), byte(0))
	}
	f.Fuzz(func(t *testing.T, s string, day int32, tense byte) {
		a := Anchor{Published: when.On(when.Day(day % 1e6)), Tense: Tense(tense % 3)}
		if day == 0 {
			a = Anchor{}
		}
		checkDates(t, s, wordsOf(s).Dates(a))
	})
}

// checkDates checks what every answer promises: mentions in order that do not
// overlap, and intervals that begin before they end.
func checkDates(t *testing.T, s string, mentions []DateMention) {
	t.Helper()
	end := 0
	for _, m := range mentions {
		if m.Start < end || m.End <= m.Start || m.End > len(s) {
			t.Fatalf("mention at %d to %d after %d in %q", m.Start, m.End, end, s)
		}
		end = m.End
		if m.Kind == 0 || !m.When.IsZero() && m.When.First > m.When.Last {
			t.Fatalf("%q is %+v of kind %d", s[m.Start:m.End], m.When, m.Kind)
		}
		if m.When.IsZero() && m.When != (when.Interval{}) {
			t.Fatalf("%q is unknown but %+v", s[m.Start:m.End], m.When)
		}
	}
}

func BenchmarkDates(b *testing.B) {
	var text strings.Builder
	for _, c := range dateCases(b) {
		text.WriteString(c.text + " ")
	}
	s := text.String()
	a := Anchor{Published: when.On(when.Date(2014, time.June, 10))}
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		wordsOf(s).Dates(a)
	}
}
