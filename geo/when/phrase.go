package when

import "strings"

// item is what counts in a date: a number or a word that names a time.
type item struct {
	kind   byte // one letter of a phrase's shape
	value  int  // of a number; of a month's or season's name
	digits int
	sep    byte // the mark before it: '-', '/', '.', ',', '\'' or 0
}

// phrase is one date with its glue taken off. Its shape is a letter for each
// item: 2, 3, 4, 8 for a number of so many digits (2 also for one of 1; c and e
// for 12 and 14), o for "first" and its like, L for "last", M a month, S a
// season, Q, W and H the words of quarters, weeks and halves, A one of both of
// the latter, D of days, d a decade.
type phrase struct {
	items   [6]item
	n       int
	sep     byte // the mark since the last item
	era     int  // the year before the first of an era, whose year is next
	eraEnd  int  // the last year of that era; 0 if it goes on
	isMonth bool // the next number is a month
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
		return p.addNumber(t)
	case t.mark != 0:
		return p.addMark(t.mark)
	case t.is(roleOther):
		return fault("names a month of another calendar")
	}
	return p.addWord(ts, i)
}

func (p *phrase) addNumber(t *token) error {
	p.eastern = p.eastern || t.eastern
	switch {
	case p.era > 0:
		return p.addYear(t.value)
	case p.isMonth:
		p.isMonth = false
		return p.push('M', t.value, 0)
	}
	return p.push(numberKind(t.digits), t.value, t.digits)
}

// eraYears are the years in which Japan's eras began, in the order of words.txt;
// each ends in the year the next begins. The last is Taiwan's.
var eraYears = [...]int{1868, 1912, 1926, 1989, 2019, 1912}

// addYear takes the year of an era.
func (p *phrase) addYear(n int) error {
	year := p.era + n
	p.era = 0
	if n == 0 || n > 999 || p.eraEnd > 0 && year > p.eraEnd {
		return fault("the era has no such year")
	}
	return p.push('4', year, 4)
}

func (p *phrase) addEra(set uint8) error {
	n, _ := single(uint32(set))
	p.era, p.eraEnd = eraYears[n]-1, 0
	if n+1 < len(eraYears) && eraYears[n+1] > eraYears[n] {
		p.eraEnd = eraYears[n+1]
	}
	return nil
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
	case t.meaning.nths != 0 && (t.meaning.days == 0 || beforeUnit(ts, i)):
		n, _ := t.meaning.nth()
		if p.era > 0 {
			return p.addYear(n)
		}
		return p.push('o', n, 0)
	case t.meaning.days != 0 && weekdayHere(ts, i) && !(t.is(roleParts) && beforeMonth(ts, i)):
		return p.addWeekday(t)
	case t.meaning.months != 0 && !p.glueHere(ts, i):
		p.buddhist = p.buddhist || t.is(roleBuddhist)
		return p.addMonth(t)
	case t.meaning.eras != 0:
		return p.addEra(t.meaning.eras)
	case t.meaning.seasons != 0:
		s, _ := t.meaning.season()
		return p.push('S', int(s), 0)
	case t.is(roleAbout):
		p.about = true
		return nil
	case t.is(roleDays) && p.n > 0 && strings.IndexByte("oL", p.items[p.n-1].kind) >= 0:
		return p.push('D', 0, 0)
	case t.is(roleWeek) && number(ts, i+1, 2, 53):
		return p.push('W', 0, 0) // not the Polish "w marcu"
	case t.is(roleOf|roleNote|roleDays) || t.is(roleMark) && p.n > 0:
		return nil
	}
	return p.addLetter(t)
}

// beforeUnit reports whether a word that can be an ordinal stands before what is
// counted: "segunda quinzena", where "segunda" by itself is Monday.
func beforeUnit(ts []token, i int) bool {
	return i+1 < len(ts) && ts[i+1].is(roleHalf|roleWeek|roleQuarter|roleDays)
}

// addLetter takes a word that changes what its neighbours mean.
func (p *phrase) addLetter(t *token) error {
	for _, l := range letters {
		if t.is(l.role) && (p.n > 0 || !t.is(roleParts)) {
			return p.push(l.kind, 0, 0)
		}
	}
	switch {
	case t.is(roleParts) && !p.hasPart:
		p.hasPart = true
		p.part = partOf(t)
	case t.is(roleHours):
		p.hours = true
		p.sep = spent(p.sep)
	case t.is(roleUnknown):
		p.unknown = true
		p.sep = spent(p.sep)
	case t.is(roleBuddhist):
		p.buddhist = true
	case t.is(roleMonthNo):
		p.isMonth = true
	case t.is(roleOpen):
		return errOpen
	default:
		return errNotDate
	}
	return nil
}

// letters are the kinds of items that words of a role are.
var letters = [...]struct {
	role role
	kind byte
}{{roleEither, 'A'}, {roleQuarter, 'Q'}, {roleWeek, 'W'}, {roleHalf, 'H'}, {roleLast, 'L'}}

const roleParts = roleEarly | roleMid | roleLate

// partOf returns the part that a word names.
func partOf(t *token) Part {
	return Part(trailingZeros(uint32(t.meaning.role & roleParts / roleEarly)))
}

// spent returns the mark that is left once a word explains the one before it: none
// of the hyphen in "3 March 2025 - night".
func spent(sep byte) byte {
	if sep == '-' || sep == '/' {
		return 0
	}
	return sep
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
	if m.role&roleWeek != 0 && number(ts, i+1, 2, 53) && !otherMonth(ts, i) {
		return false // неделя is Sunday or a week
	}
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

// beforeMonth reports whether a month is next: "mi" is Wednesday in German, and
// the middle in the French "mi-mars".
func beforeMonth(ts []token, i int) bool {
	for i++; i < len(ts) && ts[i].mark == '-'; i++ {
	}
	return i < len(ts) && ts[i].meaning.months != 0
}

// glueHere reports whether a word that can be a month's name is one of those
// between dates: "des" is Norwegian for December and German in "nachts des 3.",
// "tra" is Croatian for April and Italian for "between".
func (p *phrase) glueHere(ts []token, i int) bool {
	if !ts[i].is(roleOf | roleFrom) {
		return false
	}
	next := i+1 < len(ts) && (ts[i+1].digits == 1 || ts[i+1].digits == 2 || ts[i+1].is(roleOf))
	return otherMonth(ts, i) || p.n == 0 && next
}

// otherMonth reports whether another word names a month for certain.
func otherMonth(ts []token, i int) bool {
	for j := range ts {
		if m := ts[j].meaning; j != i && m.months != 0 && m.days == 0 {
			return true
		}
	}
	return false
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
