package news

import (
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// sight notes what the company of each capitalised word says of it, for the
// same word elsewhere on the page: once "Sara Georgia" was named, "Georgia" is
// likely a person.
func (p *page) sight() {
	for r := range p.runs {
		run := p.runs[r]
		for i := run.start; i < run.end; i++ {
			w := &p.words[i]
			if w.sighting == nil || !w.capital {
				continue
			}
			if i > run.start {
				w.sighting.longer++
			}
			if p.besidePerson(i) {
				w.sighting.person++
			}
			if i == run.start && p.besidePlace(i, run.end) {
				w.sighting.place++
			}
		}
	}
}

// besidePerson reports whether a title or a first name stands before word i,
// or a verb of speech after its run.
func (p *page) besidePerson(i int) bool {
	if i > 0 {
		b := &p.words[i-1]
		if b.noun == en.TitleNoun {
			return true
		}
		if b.capital && b.run == p.words[i].run && b.entry.First > 0 && b.noun == en.NoNoun {
			return true
		}
	}
	return i+1 < len(p.words) && p.words[i+1].noun == en.SpeechVerb && p.words[i+1].Case == text.Lower
}

// besidePlace reports whether word i, which begins a run that ends at end,
// follows a preposition of place or stands before a comma and a known region.
func (p *page) besidePlace(i, end int) bool {
	if i > 0 && p.words[i-1].noun == en.PlacePreposition {
		return true
	}
	return p.regionAfter(end) != nil
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
	if k := kindOf(m.info.BestKind); k == countryKind || k == adm1Kind {
		return m
	}
	return nil
}
