package when

import "time"

// item is what counts in a date: a number or a word that names a time.
type item struct {
	kind   byte // one letter of a phrase's shape
	value  int  // of a number; of a month's or season's name
	digits int
	sep    byte // the mark before it: '-', '/', '.', ',', '\'' or 0
}

// phrase is one date with its glue taken off. Its shape is a letter for each
// item: 2, 3, 4, 8 for a number of so many digits (2 also for one of 1; c and e
// for 12 and 14), M a month, S a season, Q and W the letters of quarters and
// weeks, d a decade.
type phrase struct {
	items [6]item
	n     int
	sep   byte // the mark since the last item
	written
}

func (p *phrase) shape() string {
	var s [len(p.items)]byte
	for i := range p.n {
		s[i] = p.items[i].kind
	}
	return string(s[:p.n])
}

// date reads the tokens of one date.
func (r *reader) date(ts []token) (written, error) {
	var rest [len(tokens{}.list)]token
	ts = r.cutClock(ts, rest[:0])
	var p phrase
	for i := range ts {
		if err := p.add(ts, i); err != nil {
			return written{}, err
		}
	}
	if p.n == 0 || p.sep != 0 && p.sep != '.' && p.sep != ',' {
		return written{}, errNotDate
	}
	return p.read(r)
}

// add takes token i into the phrase.
func (p *phrase) add(ts []token, i int) error {
	t := &ts[i]
	switch {
	case t.digits > 0:
		p.eastern = p.eastern || t.eastern
		return p.push(numberKind(t.digits), t.value, t.digits)
	case t.mark != 0:
		return p.addMark(t.mark)
	case t.is(roleOther):
		return fault("names a month of another calendar")
	}
	return p.addWord(ts, i)
}

func numberKind(digits int) byte {
	switch digits {
	case 1, 2:
		return '2'
	case 3, 4, 8:
		return '0' + byte(digits)
	case 12:
		return 'c'
	case 14:
		return 'e'
	}
	return 'n'
}

func (p *phrase) push(kind byte, value, digits int) error {
	if p.n == len(p.items) {
		return errNotDate
	}
	sep := p.sep
	if p.n == 0 && sep != '\'' {
		sep = 0 // after a weekday or "mid-"
	}
	p.items[p.n] = item{kind, value, digits, sep}
	p.n++
	p.sep = 0
	return nil
}

func (p *phrase) addMark(mark byte) error {
	switch mark {
	case '~', '?':
		p.about = true
		return nil
	case '(', ')', '[', ']':
		return nil
	case '-', '/', '.', ',', '\'':
		if p.sep != 0 && p.sep != '.' && p.sep != ',' {
			return errNotDate
		}
		if (mark == '-' || mark == '/') && p.n == 0 && !p.hasWeekday && !p.hasPart {
			return errNotDate
		}
		p.sep = mark
		return nil
	}
	return errNotDate
}

func (p *phrase) addWord(ts []token, i int) error {
	t := &ts[i]
	after := p.n > 0 && !t.spaced && i > 0 && ts[i-1].digits > 0
	switch {
	case after && t.is(roleOrdinal):
		return nil
	case p.decade() && t.is(roleDecade) && !t.spaced:
		p.items[p.n-1].kind, p.sep = 'd', 0
		return nil
	case t.meaning.days != 0 && weekdayHere(ts, i):
		return p.addWeekday(t)
	case t.meaning.months != 0:
		return p.addMonth(t)
	case t.meaning.seasons != 0:
		s, _ := t.meaning.season()
		return p.push('S', int(s), 0)
	case t.is(roleAbout):
		p.about = true
		return nil
	case t.is(roleOf) || t.is(roleMark) && p.n > 0:
		return nil
	}
	return p.addLetter(t)
}

// addLetter takes a word that changes what its neighbours mean.
func (p *phrase) addLetter(t *token) error {
	switch {
	case t.is(roleEarly|roleMid|roleLate) && p.n == 0 && !p.hasPart:
		p.hasPart = true
		p.part = Part(trailingZeros(uint32(t.meaning.role & (roleEarly | roleMid | roleLate) / roleEarly)))
		return nil
	case t.is(roleQuarter):
		return p.push('Q', 0, 0)
	case t.is(roleWeek):
		return p.push('W', 0, 0)
	}
	return errNotDate
}

func trailingZeros(set uint32) int {
	n, _ := single(set)
	return n
}

// decade reports whether the last item could be the number of "1990s", with or
// without an apostrophe.
func (p *phrase) decade() bool {
	return p.n > 0 && p.items[p.n-1].kind == '4' && (p.sep == 0 || p.sep == '\'')
}

// weekdayHere reports whether token i, which can be a weekday's name, is one.
// Short words are many things: "mar" is Tuesday or March, "di" is Tuesday or
// Italian for "of". Of two that can be both, "Sat, 7 Mar", the first is the
// weekday.
func weekdayHere(ts []token, i int) bool {
	m := ts[i].meaning
	outside := i == 0 || i == len(ts)-1 || ts[i-1].mark == '(' || ts[i-1].mark == ','
	if m.months == 0 {
		return outside || m.role&roleOf == 0
	}
	numbers := 0
	for j := range ts {
		if m := ts[j].meaning; m.months != 0 && (j > i || j < i && m.days == 0) {
			return true
		}
		if ts[j].digits > 0 {
			numbers++
		}
	}
	return numbers == 3
}

func (p *phrase) addWeekday(t *token) error {
	if p.hasWeekday || p.sep != 0 && p.sep != ',' {
		return errNotDate
	}
	p.weekday, p.hasWeekday = t.meaning.weekday()
	if p.sep == ',' {
		p.sep = 0
	}
	return nil
}

// addMonth takes a month's name. The same month in two languages is one:
// حزيران/يونيو.
func (p *phrase) addMonth(t *token) error {
	m, ok := t.meaning.month()
	if !ok {
		return fault("names a month that is another one in another language")
	}
	if p.n > 0 && p.items[p.n-1].kind == 'M' && p.items[p.n-1].value == int(m) {
		p.sep = 0
		return nil
	}
	return p.push('M', int(m), 0)
}

// read returns what the phrase says, by its shape.
func (p *phrase) read(r *reader) (written, error) {
	shape := p.shape()
	for i := range p.n {
		if p.items[i].kind == 'M' {
			return p.named(shape)
		}
	}
	if !p.regular() {
		return p.loose(shape)
	}
	switch shape {
	case "22", "222", "224":
		return p.ordered(r)
	case "4", "42", "422", "24", "2", "43":
		return p.numeric(shape)
	case "8", "c", "e":
		return p.compact()
	}
	return p.loose(shape)
}

// regular reports whether the same mark, or only space, stands between all
// items.
func (p *phrase) regular() bool {
	for i := 1; i < p.n; i++ {
		if p.items[i].sep != p.items[1].sep || p.items[i].sep == ',' || p.items[i].sep == '\'' {
			return false
		}
	}
	return p.items[0].sep == 0
}

func (p *phrase) set(year, month, day int) (written, error) {
	p.year, p.month, p.day = year, month, day
	return p.written, nil
}

func (p *phrase) setInterval(i Interval) (written, error) {
	p.interval = i
	return p.written, nil
}

// ordered reads numbers whose order is a matter of country. Two digits above 31
// are a year and come first.
func (p *phrase) ordered(r *reader) (written, error) {
	a, b := p.items[0].value, p.items[1].value
	if p.n == 3 && p.items[2].kind == '2' {
		if p.items[1].sep == 0 {
			return written{}, errNotDate
		}
		if a > 31 {
			return p.set(century(a), b, p.items[2].value)
		}
	}
	year := 0
	if p.n == 3 {
		year = p.yearAt(2)
	}
	r.asked = true
	if r.order == MDY {
		a, b = b, a
	}
	if a == 0 || b == 0 {
		return written{}, fault("days and months count from 1")
	}
	return p.set(year, b, a)
}

// yearAt returns the year that item i says in two or four digits.
func (p *phrase) yearAt(i int) int {
	if p.items[i].kind == '2' {
		return century(p.items[i].value)
	}
	return p.items[i].value
}

// century completes a year of two digits as POSIX does: 69 to 99 are 1969 to
// 1999, 00 to 68 are 2000 to 2068. The pivot is fixed, because one that moves
// with the clock would read the same file differently next year.
func century(year int) int {
	if year >= 69 {
		return 1900 + year
	}
	return 2000 + year
}

// numeric reads numbers that have one order only.
func (p *phrase) numeric(shape string) (written, error) {
	a, b, c := p.items[0].value, p.items[1].value, p.items[2].value
	sep := p.items[1].sep
	switch shape {
	case "4":
		return p.set(a, 0, 0)
	case "42":
		if sep == '.' { // 2014.0 is a year that went through a float
			return p.floatYear(a, b)
		}
		return p.partial(a, b, 1)
	case "422":
		return p.partial(a, b, c)
	case "24":
		p.bare = sep == 0
		return p.partial(b, a, 1)
	case "2":
		p.day = a
		return p.written, nonZero(a)
	}
	return p.ordinalDay(a, b)
}

func (p *phrase) floatYear(year, fraction int) (written, error) {
	if fraction != 0 || p.items[1].digits != 1 {
		return written{}, errNotDate
	}
	return p.set(year, 0, 0)
}

// partial sets a year, a month and, in a phrase of three items, a day. Databases
// write 0 for a day, or a month and a day, that is not known: "2011-04-00".
func (p *phrase) partial(year, month, day int) (written, error) {
	if p.n < 3 {
		day = 0
	}
	if year == 0 || month == 0 && (day != 0 || p.n < 3) {
		return written{}, nonZero(0)
	}
	return p.set(year, month, day)
}

func nonZero(n int) error {
	if n == 0 {
		return fault("years, months and days count from 1")
	}
	return nil
}

// ordinalDay reads 2014-165.
func (p *phrase) ordinalDay(year, n int) (written, error) {
	d := Date(year, time.January, 1) + Day(n) - 1
	if y, _, _ := d.Civil(); y != year || p.items[1].sep != '-' || year == 0 {
		return written{}, errNotDate
	}
	return p.setInterval(On(d))
}

// compact reads 20140612, and the same with a time of day behind it in two or
// three pairs of digits.
func (p *phrase) compact() (written, error) {
	v := p.items[0].value
	switch p.items[0].kind {
	case 'c':
		v /= 1e4
	case 'e':
		v /= 1e6
	}
	p.n = 3
	return p.partial(v/1e4, v/100%100, v%100)
}

// named reads a date with its month in words.
func (p *phrase) named(shape string) (written, error) {
	v := func(i int) int { return p.items[i].value }
	switch shape {
	case "M":
		return p.set(0, v(0), 0)
	case "2M":
		return p.set(0, v(1), v(0))
	case "M2":
		if sep := p.items[1].sep; sep == '-' || sep == '\'' { // Jun-14 is a spreadsheet's June 2014
			return p.set(century(v(1)), v(0), 0)
		}
		return p.set(0, v(0), v(1))
	case "M4":
		return p.set(v(1), v(0), 0)
	case "4M":
		return p.set(v(0), v(1), 0)
	case "2M4", "2M2":
		return p.set(p.yearAt(2), v(1), v(0))
	case "M24":
		return p.set(v(2), v(0), v(1))
	case "4M2":
		return p.set(v(0), v(1), v(2))
	case "42M":
		return p.set(v(0), v(2), v(1))
	}
	return written{}, errNotDate
}

// loose reads the shapes in which marks do not count.
func (p *phrase) loose(shape string) (written, error) {
	v := func(i int) int { return p.items[i].value }
	switch shape {
	case "24":
		p.bare = p.items[1].sep == ','
		if p.bare {
			return p.set(v(1), v(0), 0)
		}
	case "d":
		if v(0)%10 == 0 && v(0) > 0 {
			return p.setInterval(InDecade(v(0)))
		}
	case "S4":
		return p.season(v(1), v(0))
	case "4S":
		return p.season(v(0), v(1))
	case "4Q2":
		return p.quarter(v(0), v(2))
	case "Q24":
		return p.quarter(v(2), v(1))
	case "4W2":
		return p.week(v(0), v(2), 0)
	case "W24":
		return p.week(v(2), v(1), 0)
	case "4W22":
		return p.week(v(0), v(2), v(3))
	case "n":
		return written{}, fault("is a number; if it counts days or seconds, that must be told")
	}
	return written{}, errNotDate
}

func (p *phrase) season(year, s int) (written, error) {
	if year == 0 || year == 9999 {
		return written{}, errNotDate
	}
	return p.setInterval(InSeason(year, Season(s)))
}

func (p *phrase) quarter(year, q int) (written, error) {
	if q < 1 || q > 4 || year == 0 {
		return written{}, fault("quarters are 1 to 4")
	}
	return p.setInterval(InMonths(year, time.Month(3*q-2), 3))
}

// week reads an ISO 8601 week, or with day from 1 to 7 a day of it. The week
// with 4 January is the first.
func (p *phrase) week(year, week, day int) (written, error) {
	first := InWeek(Date(year, time.January, 4))
	i := InWeek(first.First + Day(7*(week-1)))
	y, _ := i.First.midnight().ISOWeek()
	if y != year || day > 7 || year == 0 || week == 0 {
		return written{}, fault("there is no such week")
	}
	if p.n == 4 {
		if day == 0 {
			return written{}, errNotDate
		}
		return p.setInterval(On(i.First + Day(day-1)))
	}
	return p.setInterval(i)
}
