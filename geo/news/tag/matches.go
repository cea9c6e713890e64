package tag

import (
	"strings"
	"unicode/utf8"

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
		info = asPeople(p.gaz.Evidence(p.spelling(name, &p.words[i])))
		p.names[name] = info
	}
	return info
}

// asPeople leaves of a name that is a people's what it is as that, unless a country
// or a town of some size has it as well: the hamlets called Swiss, Thai and Malian
// are not what a story means.
func asPeople(info geo.NameInfo) geo.NameInfo {
	if info.Demonym && info.Settled < namesakeTown && KindOf(info.BestKind) != Country {
		return geo.NameInfo{Demonym: true}
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

// longestCaseless is the longest name, in words, looked for in a script without
// capitals, and prominent the least inhabitants of a town there, as a decimal
// logarithm: nothing else tells a small town from the word that it is called by.
const (
	longestCaseless = 4
	prominent       = 5.0
)

// caseless returns the longest names of the gazetteer in a script that has no
// capitals to find names by, such as Arabic or Hebrew.
func (p *page) caseless() []span {
	var out []span
	for i := 0; i < len(p.words); i++ {
		for j := min(i+longestCaseless, len(p.words)); j > i; j-- {
			if p.lacksCase(i, j) && !(j == i+1 && commonCaseless(p.words[i].lower)) && p.prominent(p.evidence(i, j)) {
				out = append(out, span{start: i, end: j})
				i = j - 1
				break
			}
		}
	}
	return out
}

// commonCaseless reports whether a word is oftener not the place that is called
// so: the shortest words, "city" (Medina), "Monday" (Dushanbe).
func commonCaseless(word string) bool {
	return utf8.RuneCountInString(word) < 3 || word == "مدينة" || word == "دوشنبه"
}

// lacksCase reports whether the words from i to j are of one sentence, without
// case, and of no run.
func (p *page) lacksCase(i, j int) bool {
	for k := i; k < j; k++ {
		w := &p.words[k]
		if w.Kind != text.Word || w.Case != text.NoCase || w.run >= 0 || w.sentence != p.words[i].sentence {
			return false
		}
	}
	return true
}

func (p *page) prominent(info geo.NameInfo) bool {
	switch KindOf(info.BestKind) {
	case Country, Adm1:
		return info.Places > 0 && !info.Demonym
	}
	return info.Places > 0 && info.Settled >= prominent
}
