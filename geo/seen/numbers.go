package seen

import "strings"

// numbers is a set of texts that end in digits: of those that are alike but for
// the digits a bit for each number, in pages of neighbours. A page that has all its
// numbers takes no memory of its own, so that ids which count the rows up cost for
// ten million little more than for ten thousand. When there is no more room for
// pages, or too many texts are unlike each other, new ones are texts as any others.
type numbers struct {
	series map[alike]*series
	last   *series // that was asked about last
	pages  int64   // that take memory
	full   bool    // some texts lie among the others, which must be asked, too
}

// alike is what texts have in common that differ only in a number.
type alike struct {
	stem   string
	digits int // "07" is not "7"
}

type series struct {
	alike
	pages map[uint64]*page
	at    uint64 // the number of last
	last  *page
}

const (
	pageNumbers = 4096
	pageBytes   = pageNumbers / 8
	// mostSeries is enough for a table of all countries in which each counts by
	// itself.
	mostSeries = 1024
	// mostDigits are those of numbers that are counted in 64 bits.
	mostDigits = 18
)

type page [pageNumbers / 64]uint64

// whole stands for each page that has all its numbers. It is never written to.
var whole = func() (p page) {
	for i := range p {
		p[i] = ^uint64(0)
	}
	return p
}()

// answer says whether a text is there.
type answer uint8

const (
	unknown answer = iota // no: but it may be among the sums
	no
	yes
)

// number takes a text apart; digits is 0 if it ends in none, or in too many.
func number(text string) (stem string, n uint64, digits int) {
	at := len(text)
	for power := uint64(1); at > 0 && text[at-1] >= '0' && text[at-1] <= '9'; power *= 10 {
		if digits++; digits > mostDigits {
			return "", 0, 0
		}
		at--
		n += power * uint64(text[at]-'0')
	}
	return text[:at], n, digits
}

// find returns the series of texts that are alike; nil if there is none.
func (s *numbers) find(stem string, digits int) *series {
	if l := s.last; l != nil && l.digits == digits && l.stem == stem {
		return l
	}
	found := s.series[alike{stem, digits}]
	if found != nil {
		s.last = found
	}
	return found
}

// absent is the answer about a text that has no bit.
func (s *numbers) absent() answer {
	if s.full {
		return unknown
	}
	return no
}

func (s *numbers) has(text string) answer {
	stem, n, digits := number(text)
	if digits == 0 {
		return unknown
	}
	if l := s.find(stem, digits); l != nil {
		if p := l.page(n); p != nil && p.has(n) {
			return yes
		}
	}
	return s.absent()
}

// add adds a text and says whether it was there; unknown says that it was not
// added, for it belongs among the others.
func (s *numbers) add(text string, memory int64) answer {
	stem, n, digits := number(text)
	if digits == 0 {
		return unknown
	}
	p := s.made(stem, n, digits, memory)
	switch {
	case p != nil && p.has(n):
		return yes
	case s.full:
		return unknown
	}
	if p.set(n); p.word(n) == ^uint64(0) && *p == whole {
		at := n / pageNumbers
		s.last.pages[at], s.last.at, s.last.last = &whole, at, &whole
		s.pages--
	}
	return no
}

// made returns the page of a number, which is made if there is none. If that
// cannot be, the set is full from then on.
func (s *numbers) made(stem string, n uint64, digits int, memory int64) *page {
	l := s.find(stem, digits)
	if l != nil {
		if p := l.page(n); p != nil || s.full {
			return p
		}
	}
	s.full = s.full || l == nil && len(s.series) == mostSeries || (s.pages+1)*pageBytes > memory
	if s.full {
		return nil
	}
	if l == nil {
		l = s.begun(alike{strings.Clone(stem), digits})
	}
	s.pages++
	l.last, l.at = &page{}, n/pageNumbers
	l.pages[l.at] = l.last
	return l.last
}

func (s *numbers) begun(a alike) *series {
	if s.series == nil {
		s.series = map[alike]*series{}
	}
	l := &series{alike: a, pages: map[uint64]*page{}}
	s.series[a], s.last = l, l
	return l
}

// take adds all that another set has.
func (s *numbers) take(other *numbers) {
	s.full = s.full || other.full
	for a, from := range other.series {
		into := s.series[a]
		if into == nil {
			into = s.begun(a)
		}
		for at, p := range from.pages {
			into.pages[at] = s.joined(into.pages[at], p)
		}
		into.last = nil
	}
}

// joined returns a page with the numbers of both, of which the first may be nil.
func (s *numbers) joined(p, other *page) *page {
	switch {
	case p == &whole:
		return p
	case p == nil:
		p = &page{}
		s.pages++
	}
	if p.add(other); *p == whole {
		s.pages--
		return &whole
	}
	return p
}

// page returns the page that a number lies in; nil if there is none.
func (s *series) page(n uint64) *page {
	if s.last != nil && s.at == n/pageNumbers {
		return s.last
	}
	p := s.pages[n/pageNumbers]
	if p != nil {
		s.at, s.last = n/pageNumbers, p
	}
	return p
}

func (p *page) word(n uint64) uint64 { return p[n%pageNumbers/64] }

func (p *page) has(n uint64) bool { return p.word(n)>>(n%64)&1 != 0 }

func (p *page) set(n uint64) { p[n%pageNumbers/64] |= 1 << (n % 64) }

func (p *page) add(other *page) {
	for i, bits := range other {
		p[i] |= bits
	}
}
