package news

import (
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/text"
)

// match is a name of the gazetteer found in a run.
type match struct {
	start, end int // words, end excluded
	info       geo.NameInfo
}

// maxName is the longest name looked for, in words; hyphens count.
const maxName = 8

// findMatches notes the longest names of the gazetteer in a run, from left to
// right, without overlap.
func (p *page) findMatches(start, end int) {
	for i := start; i < end; {
		m := p.longest(i, end)
		if m.end == 0 {
			i++
			continue
		}
		for k := m.start; k < m.end; k++ {
			p.words[k].match = len(p.matches)
		}
		p.matches = append(p.matches, m)
		i = m.end
	}
}

// longest returns the longest name that begins at word i, or a match without
// words. An article is no name, and a name has it whether the gazetteer writes
// it or not: "Al-Alam" is Alam.
func (p *page) longest(i, end int) match {
	if p.words[i].Kind != text.Word {
		return match{}
	}
	bare := i
	if en.Article(p.words[i].lower) && i+2 < end && p.words[i+1].lower == "-" {
		bare = i + 2
	}
	for j := min(end, i+maxName); j > bare; j-- {
		if !p.words[j-1].capital {
			continue
		}
		info := p.evidence(i, j)
		if info.Places == 0 && !info.Demonym && bare > i {
			info = p.evidence(bare, j)
		}
		if info.Places > 0 || info.Demonym {
			return match{i, j, info}
		}
	}
	return match{}
}

// evidence returns what the gazetteer knows of the words from i to j as a name.
func (p *page) evidence(i, j int) geo.NameInfo {
	name := p.text[p.words[i].Start:p.words[j-1].End]
	info, known := p.names[name]
	if !known {
		info = p.gaz.Evidence(p.spelling(name, &p.words[i]))
		p.names[name] = info
	}
	return info
}

// spelling returns a name as a gazetteer may have it: on one line, and not in
// capitals if its sentence is.
func (p *page) spelling(name string, first *word) string {
	if strings.ContainsAny(name, "\n\r\t") {
		name = strings.Join(strings.Fields(name), " ")
	}
	if first.style == capitalsStyle && len(name) > 3 {
		return titled(name)
	}
	return name
}

// titled returns a name in capitals with all but the first letter of each word
// in small letters.
func titled(name string) string {
	out := []rune(strings.ToLower(name))
	begins := true
	for i, r := range out {
		if begins {
			out[i] = []rune(strings.ToUpper(string(r)))[0]
		}
		begins = r == ' ' || r == '-'
	}
	return string(out)
}
