package tag

import (
	"strings"

	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// company is what stands beside a word, as far as it tells people and places
// apart.
type company struct{ person, place, region, acts bool }

// sight notes the company of each capitalised word, for the same word elsewhere
// on the page: once "Sara Georgia" was named, "Georgia" is likely a person.
func (p *page) sight() {
	for _, r := range p.runs {
		p.explain(r)
		for i := r.start; i < r.end; i++ {
			w := &p.words[i]
			if w.sighting == nil || !w.capital {
				continue
			}
			s, c := w.sighting, p.companyOf(i, r)
			s.person += int32(b(c.person))
			s.place += int32(b(c.place))
			s.region += int32(b(c.region))
			s.acts += int32(b(c.acts))
			s.longer += int32(b(i > r.start))
			s.begins += int32(b(i == r.start && r.end > i+1))
		}
	}
}

// explain notes what an acronym in brackets behind a run stands for.
func (p *page) explain(r run) {
	if r.end+2 >= len(p.words) || r.end-r.start < 2 {
		return
	}
	open, w, shut := &p.words[r.end], &p.words[r.end+1], &p.words[r.end+2]
	if open.lower != "(" || shut.lower != ")" || w.Case != text.Upper {
		return
	}
	w.sighting.stands = forOther
	if m := p.matchAt(r.end - 1); m != nil && (m.start == r.start || p.words[m.start-1].lower == "the") {
		w.sighting.stands = forPlace
	}
}

// companyOf returns the company of word i of a run.
func (p *page) companyOf(i int, r run) company {
	c := company{person: p.besidePerson(i)}
	c.place = i == r.start && i > 0 && p.words[i-1].noun == en.PlacePreposition
	c.region = p.regionAfter(r.end) != nil
	if i == r.end-1 && i+1 < len(p.words) {
		c.acts = pastVerb(&p.words[i+1])
	}
	return c
}

// pastVerb reports whether a word is likely a verb whose subject is before it.
func pastVerb(w *word) bool {
	if w.Case != text.Lower {
		return false
	}
	switch w.lower {
	case "was", "had", "has", "is", "were", "will", "would", "who", "whose":
		return true
	}
	return w.noun == en.SpeechVerb || len(w.lower) > 4 && strings.HasSuffix(w.lower, "ed")
}

// besidePerson reports whether a title or a first name stands before word i in
// its run, with no more than initials and names between, or a verb of speech
// after it.
func (p *page) besidePerson(i int) bool {
	start := 0
	if r := p.words[i].run; r >= 0 {
		start = max(p.runs[r].start-1, 0)
	}
	for j := i - 1; j >= start && i-j <= 3; j-- {
		w := &p.words[j]
		switch {
		case w.noun == en.TitleNoun:
			return true
		case w.run != p.words[i].run || !w.capital || w.noun != en.NoNoun:
			j = -1
		case w.entry.First > 0:
			return true
		}
	}
	return i+1 < len(p.words) && p.words[i+1].noun == en.SpeechVerb && p.words[i+1].Case == text.Lower
}

// regionAfter returns the match of a country or province that follows a comma
// at word i: the "Texas" of ", Texas". It returns nil if there is none.
func (p *page) regionAfter(i int) *match {
	if i+1 >= len(p.words) || p.words[i].lower != "," {
		return nil
	}
	return p.regionAt(i + 1)
}

// regionBefore returns the match that a comma at word i follows.
func (p *page) matchBefore(i int) *match {
	if i < 1 || p.words[i].lower != "," {
		return nil
	}
	return p.matchAt(i - 1)
}

func (p *page) matchAt(i int) *match {
	if i < 0 || i >= len(p.words) || p.words[i].match < 0 {
		return nil
	}
	return &p.matches[p.words[i].match]
}

func (p *page) regionAt(i int) *match {
	m := p.matchAt(i)
	if m == nil || m.start != i {
		return nil
	}
	if k := KindOf(m.info.BestKind); k == Country || k == Adm1 {
		return m
	}
	return nil
}

// lists reports whether the word at i stands between the items of a list.
func (p *page) lists(i int) bool {
	if i < 0 || i >= len(p.words) {
		return false
	}
	switch p.words[i].lower {
	case "and", "or", "&", ",", "/":
		return true
	}
	return false
}
