package en

import (
	"strconv"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/text"
)

// maxNumber bounds what counts as a number of people.
const maxNumber = 1_000_000_000 // so that the sum of two fits 32 bits

var units = map[string]int{
	"zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
	"eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
}

var tens = map[string]int{
	"twenty": 20, "thirty": 30, "forty": 40, "fourty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}

var scales = map[string]int{"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12, "score": 20}

// Number reads the number that begins at token i, in digits or in words, and
// returns it with the index after its last token; ok is false if none begins
// there.
//
//	7   1,500   2.5 million   twenty-one   two hundred and fifty   a dozen   half a dozen
//
// An ordinal, a time of day, a year's fraction and the like are no numbers of
// things.
func (w *Words) Number(i int) (n, next int, ok bool) {
	switch {
	case w.has(i, "half", "a", "dozen"):
		return 6, i + 3, true
	case w.has(i, "half", "-", "a", "-", "dozen"):
		return 6, i + 5, true
	case (w.At(i) == "a" || w.At(i) == "an") && scales[w.At(i+1)] > 0 && w.At(i+1) != "score":
		return w.scaled(1, i+1)
	}
	if i >= 0 && i < len(w.Tokens) && w.Tokens[i].Kind == text.Number {
		return w.digits(i)
	}
	return w.spelled(i)
}

// digits reads a number whose first token is written in digits.
func (w *Words) digits(i int) (n, next int, ok bool) {
	s := strings.ReplaceAll(w.At(i), ",", "")
	next = i + 1
	if strings.Contains(s, ".") {
		scale := scales[w.At(next)]
		f, err := strconv.ParseFloat(s, 64)
		if err != nil || scale < 1000 || f < 0 || f*float64(scale) > maxNumber {
			return 0, i, false
		}
		return int(f*float64(scale) + 0.5), next + 1, true
	}
	v, err := strconv.Atoi(s)
	if err != nil || v < 0 || v > maxNumber {
		return 0, i, false
	}
	for w.groupOf3(next) && v <= maxNumber/1000 {
		x, _ := strconv.Atoi(w.At(next))
		v, next = v*1000+x, next+1
	}
	return w.scaled(v, next)
}

// groupOf3 reports whether token i goes on a number with a space between its
// thousands: "10 000".
func (w *Words) groupOf3(i int) bool {
	if i >= len(w.Tokens) || w.Tokens[i].Kind != text.Number || len(w.At(i)) != 3 {
		return false
	}
	before := w.At(i - 1)
	_, err := strconv.Atoi(w.At(i))
	return err == nil && (len(before) <= 2 || w.At(i) == "000" && len(before) == 3)
}

// spelled reads a number written in words.
func (w *Words) spelled(i int) (n, next int, ok bool) {
	n, next, ok = w.belowHundred(i)
	if !ok {
		return 0, i, false
	}
	return w.scaled(n, next)
}

func (w *Words) belowHundred(i int) (n, next int, ok bool) {
	if u, found := units[w.At(i)]; found {
		return u, i + 1, true
	}
	t, found := tens[w.At(i)]
	if !found {
		return 0, i, false
	}
	at := i + 1
	if w.At(at) == "-" {
		at++
	}
	if u := units[w.At(at)]; u >= 1 && u <= 9 {
		return t + u, at + 1, true
	}
	return t, i + 1, true
}

// scaled multiplies n by the scale words at i ("hundred", "dozen"), and adds
// what follows them ("two hundred and fifty").
func (w *Words) scaled(n, i int) (value, next int, ok bool) {
	total := 0
	for {
		scale := scales[w.At(i)]
		if scale == 0 || n > maxNumber/scale {
			break
		}
		n, i = n*scale, i+1
		rest, after := w.remainder(i, scale)
		if after == i {
			continue
		}
		if scales[w.At(after)] > scale {
			n, i = n+rest, after // "two hundred fifty thousand"
			continue
		}
		total, n, i = total+n, rest, after
	}
	return total + n, i, total+n <= maxNumber
}

// remainder reads what may follow a hundred or a thousand.
func (w *Words) remainder(i, scale int) (n, next int) {
	if scale == 12 || scale == 20 {
		return 0, i
	}
	at := i
	if w.At(at) == "and" {
		at++
	}
	n, after, ok := w.belowHundred(at)
	if !ok || n == 0 {
		return 0, i
	}
	if w.At(after) == "hundred" && scale > 100 {
		n, after = n*100, after+1
		if m, a := w.remainder(after, 100); a > after {
			n, after = n+m, a
		}
	}
	return n, after
}

// Quantity is a number of something with what is said about it.
type Quantity struct {
	From, To int // tokens; To excluded
	geo.Count
}

// vague are numbers that only say how many at least: two of the unit they
// count in, three for several.
var vague = map[string]int{
	"dozens": 24, "scores": 40, "hundreds": 200, "thousands": 2000, "millions": 2_000_000, "several": 3,
}

// Quantity reads the quantity that begins at token i: a number with the words
// around it that make it a bound, or a vague number ("dozens"). ok is false
// if none begins there.
func (w *Words) Quantity(i int) (q Quantity, ok bool) {
	if !w.maybeQuantity(i) {
		return Quantity{}, false
	}
	bound, at := w.bound(i)
	if q, ok = w.vagueQuantity(at); ok {
		q.From = i
		return q, true
	}
	if bound == boundBetween {
		return w.between(i, at)
	}
	n, next, ok := w.Number(at)
	if !ok {
		return Quantity{}, false
	}
	if high, after, ok := w.upTo(next); ok && high > n && bound == boundNone {
		return Quantity{From: i, To: after, Count: ranged(n, high)}, true
	}
	q = Quantity{From: i, To: next, Count: bound.count(n)}
	if w.has(next, "or", "more") || w.has(next, "or", "so") {
		if w.At(next+1) == "more" {
			q.Count = boundAtLeast.count(n)
		}
		q.To += 2
	}
	return q, true
}

// maybeQuantity spares most words a closer look.
func (w *Words) maybeQuantity(i int) bool {
	if i < 0 || i >= len(w.Tokens) {
		return false
	}
	x := w.Lower[i]
	if w.Tokens[i].Kind == text.Number || boundsBy()[x] != nil || vague[x] > 0 {
		return true
	}
	switch x {
	case "a", "an", "half", "tens", "many", "numerous", "countless":
		return true
	}
	_, unit := units[x]
	return unit || tens[x] > 0
}

// ranged is the count of "between low and high".
func ranged(low, high int) geo.Count {
	return geo.Count{Best: geo.Known((low + high) / 2), Low: geo.Known(low), High: geo.Known(high)}
}

// bound says what the words before a number make of it.
type bound uint8

const (
	boundNone    bound = iota
	boundAtLeast       // n or more
	boundOver          // more than n
	boundAtMost        // n or fewer
	boundUnder         // fewer than n
	boundAbout         // n, roughly
	boundBetween
)

func (b bound) count(n int) geo.Count {
	best := geo.Known(n)
	switch b {
	case boundAtLeast:
		return geo.Count{Best: best, Low: best}
	case boundOver:
		return geo.Count{Best: best, Low: geo.Known(n + 1)}
	case boundAtMost:
		return geo.Count{Best: best, High: best}
	case boundUnder:
		return geo.Count{Best: best, High: geo.Known(max(n-1, 0))}
	case boundAbout:
		return geo.Count{Best: best}
	}
	return geo.Exactly(n)
}

// boundWords are words before a number and what they make of it.
type boundWords struct {
	words []string
	bound bound
}

// boundsBy files bounds under their first words: most words begin none.
var boundsBy = sync.OnceValue(func() map[string][]boundWords {
	m := make(map[string][]boundWords)
	for _, b := range bounds {
		m[b.words[0]] = append(m[b.words[0]], b)
	}
	return m
})

// bounds are the words before a number, longest first where one begins
// another.
var bounds = []boundWords{
	{[]string{"at", "least"}, boundAtLeast},
	{[]string{"no", "fewer", "than"}, boundAtLeast},
	{[]string{"no", "less", "than"}, boundAtLeast},
	{[]string{"not", "less", "than"}, boundAtLeast},
	{[]string{"a", "minimum", "of"}, boundAtLeast},
	{[]string{"more", "than"}, boundOver},
	{[]string{"over"}, boundOver},
	{[]string{"well", "over"}, boundOver},
	{[]string{"upwards", "of"}, boundOver},
	{[]string{"upward", "of"}, boundOver},
	{[]string{"in", "excess", "of"}, boundOver},
	{[]string{"as", "many", "as"}, boundAtMost},
	{[]string{"up", "to"}, boundAtMost},
	{[]string{"at", "most"}, boundAtMost},
	{[]string{"a", "maximum", "of"}, boundAtMost},
	{[]string{"fewer", "than"}, boundUnder},
	{[]string{"less", "than"}, boundUnder},
	{[]string{"nearly"}, boundAbout},
	{[]string{"almost"}, boundAbout},
	{[]string{"close", "to"}, boundAbout},
	{[]string{"about"}, boundAbout},
	{[]string{"around"}, boundAbout},
	{[]string{"some"}, boundAbout},
	{[]string{"approximately"}, boundAbout},
	{[]string{"roughly"}, boundAbout},
	{[]string{"an", "estimated"}, boundAbout},
	{[]string{"estimated"}, boundAbout},
	{[]string{"between"}, boundBetween},
	{[]string{"from"}, boundNone},
	{[]string{"a", "total", "of"}, boundNone},
	{[]string{"another"}, boundNone},
	{[]string{"a", "further"}, boundNone},
	{[]string{"an", "additional"}, boundNone},
	{[]string{"a", "group", "of"}, boundNone},
	{[]string{"all"}, boundNone},
	{[]string{"the", "other"}, boundNone},
	{[]string{"the"}, boundNone},
	{[]string{"these"}, boundNone},
	{[]string{"those"}, boundNone},
	{[]string{"its"}, boundNone},
	{[]string{"their"}, boundNone},
	{[]string{"his"}, boundNone},
	{[]string{"her"}, boundNone},
	{[]string{"other"}, boundNone},
	{[]string{"only"}, boundNone},
	{[]string{"just"}, boundNone},
	{[]string{"reportedly"}, boundNone},
	{[]string{"possibly"}, boundNone},
	{[]string{"exactly"}, boundNone},
}

// bound reads the words before a number that begin at token i, and returns
// where the number may begin.
func (w *Words) bound(i int) (bound, int) {
	found := boundNone
	for range 3 { // "at least another 12"
		next := i
		for _, b := range boundsBy()[w.At(i)] {
			if w.has(i, b.words...) {
				if b.bound != boundNone {
					found = b.bound
				}
				next = i + len(b.words)
				break
			}
		}
		if next == i {
			break
		}
		i = next
	}
	return found, i
}

// between reads "between 10 and 15" whose numbers begin at token at.
func (w *Words) between(i, at int) (Quantity, bool) {
	low, next, ok := w.Number(at)
	if !ok || w.At(next) != "and" && w.At(next) != "to" {
		return Quantity{}, false
	}
	high, next, ok := w.Number(next + 1)
	if !ok || high < low {
		return Quantity{}, false
	}
	return Quantity{From: i, To: next, Count: ranged(low, high)}, true
}

// upTo reads the second half of "10 to 15", "10-15", "ten or twelve".
func (w *Words) upTo(i int) (n, next int, ok bool) {
	switch w.At(i) {
	case "to", "-", "–", "or":
		return w.Number(i + 1)
	}
	return 0, i, false
}

// vagueQuantity reads "dozens of", "tens of thousands of", "several hundred".
func (w *Words) vagueQuantity(i int) (Quantity, bool) {
	low, at := vague[w.At(i)], i+1
	switch {
	case w.has(i, "tens", "of") && vague[w.At(i+2)] >= 2000:
		low, at = 10*vague[w.At(i+2)], i+3
	case w.has(i, "hundreds", "of") && vague[w.At(i+2)] >= 2000:
		low, at = 100*vague[w.At(i+2)], i+3
	case w.has(i, "a", "couple"):
		return Quantity{From: i, To: w.skipOf(i + 2), Count: boundAbout.count(2)}, true
	case w.has(i, "a", "few"):
		low, at = 3, i+2
	case w.has(i, "a", "number", "of"), w.has(i, "many"), w.has(i, "numerous"), w.has(i, "countless"), w.has(i, "an", "unknown", "number", "of"), w.has(i, "an", "unspecified", "number", "of"):
		return Quantity{From: i, To: w.skipOf(i + 1), Count: geo.Count{}}, true
	}
	if low == 0 {
		return Quantity{}, false
	}
	if scale := scales[w.At(at)]; low == 3 && scale > 0 {
		low, at = low*scale, at+1
	}
	return Quantity{From: i, To: w.skipOf(at), Count: geo.Count{Low: geo.Known(low)}}, true
}

func (w *Words) skipOf(i int) int {
	for w.At(i) == "of" || w.At(i) == "number" || w.At(i) == "unknown" || w.At(i) == "unspecified" {
		i++
	}
	return i
}

// CountsAt reports whether people are counted by what begins at token i: "75 protesters".
func (w *Words) CountsAt(i int) bool {
	q, ok := w.Quantity(i)
	return ok && (personNouns.has(w.At(q.To)) || personNouns.has(w.At(q.To+1)))
}
