package tag

import (
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// namesOther reports whether a span that looks like a place's name is known to be part of
// another word or thing: half a word, a noun such as "Village", a disease, a strain, a news agency.
func (p *page) namesOther(s span) bool {
	return p.isPrefix(s) || s.end == s.start+1 && en.Settlement(p.words[s.start].lower) || p.namesDisease(s) || p.namesStrain(s) || s.end == s.start+1 && agencies[p.words[s.start].lower]
}

// prefixes stand before hyphens and are written like codes and towns: "Co-op",
// "Sub-Saharan".
var prefixes = map[string]bool{"anti": true, "co": true, "ex": true, "mid": true, "neo": true, "non": true, "pan": true, "pre": true, "pro": true, "re": true, "sub": true, "un": true}

func (p *page) isPrefix(s span) bool {
	return s.end == s.start+1 && prefixes[p.words[s.start].lower] && p.marked(s.end, "-")
}

// diseases are called after places where they were found first, and tell of no case there:
// "Lassa fever", "the Marburg virus".
var diseases = map[string]bool{"fever": true, "virus": true, "viruses": true, "encephalitis": true, "haemorrhagic": true, "hemorrhagic": true, "measles": true}

func (p *page) namesDisease(s span) bool {
	return !s.demonym && s.end < len(p.words) && p.words[s.end].sentence == p.words[s.start].sentence && diseases[p.words[s.end].lower] && (p.joinedTo(s) || !p.namesAll(s))
}

// joinedTo reports whether a hyphen joins a name to the one before: "Crimean-Congo fever".
func (p *page) joinedTo(s span) bool {
	return s.start > 0 && !p.words[s.start].Space && p.marked(s.start-1, "-")
}

// namesAll reports whether a name is that of a country or province, where a virus may be
// anybody's: "the Ontario virus cases".
func (p *page) namesAll(s span) bool {
	switch KindOf(p.evidence(s.start, s.end).BestKind) {
	case Country, Adm1:
		return true
	}
	return false
}

// namesStrain reports whether a name stands in that of a strain: "A/Victoria/361/2011".
func (p *page) namesStrain(s span) bool {
	return s.start > 0 && p.words[s.start-1].lower == "/" && p.marked(s.end, "/") && s.end+1 < len(p.words) && p.words[s.end+1].Kind == text.Number
}

// marked reports whether word i is a mark that follows without a space.
func (p *page) marked(i int, mark string) bool {
	return i < len(p.words) && p.words[i].lower == mark && !p.words[i].Space
}

// agencies and the police of Ireland have the names of towns and lakes, and are not there.
var agencies = map[string]bool{"xinhua": true, "antara": true, "garda": true}
