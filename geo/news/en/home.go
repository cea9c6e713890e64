package en

import (
	_ "embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/news/text"
)

//go:embed homes.txt
var homesFile string

// homeCue is a word or a few that local news of some countries has.
type homeCue struct {
	text   string
	tokens []string // its own, as they are written
	small  bool     // in capitals or not
	lands  []string
}

// homeCues are filed under their first word in small letters.
var homeCues = sync.OnceValue(func() map[string][]homeCue {
	lands := map[string][]string{}
	for line := range strings.Lines(homesFile) {
		fields := strings.Split(line, "|")
		if strings.HasPrefix(line, "#") {
			continue
		}
		for _, cue := range fields[1:] {
			cue = strings.TrimSpace(cue)
			if land := strings.TrimSpace(fields[0]); !slices.Contains(lands[cue], land) {
				lands[cue] = append(lands[cue], land)
			}
		}
	}
	m := map[string][]homeCue{}
	for cue, in := range lands {
		c := homeCue{text: cue, small: cue == strings.ToLower(cue), lands: in}
		for _, t := range text.Tokens(cue) {
			c.tokens = append(c.tokens, t.Of(cue))
		}
		first := strings.ToLower(c.tokens[0])
		m[first] = append(m[first], c)
	}
	return m
})

// anyLand stands for all countries: what wires write of each of them.
const anyLand = "any"

// What is enough to tell the country of local news: this much, counting what several
// countries say by what it is worth to each, and so many times what speaks for another.
const (
	leastHome   = 1.0
	homeRivalry = 2.0
)

// HomeOf tells the country that a story was written in by the words of its local news,
// "sheriff's office" or "crown court": two countries if all that it says is said in both,
// none if its words do not tell.
func HomeOf(s string, sentences []text.Sentence) []string {
	var told []string
	worth := map[string]float64{}
	cues := homeCues()
	for i := range sentences {
		tokens := sentences[i].Tokens
		for j := range tokens {
			if tokens[j].Kind == text.Mark || tokens[j].Kind == text.Number {
				continue
			}
			for _, c := range cues[lowerOf(tokens[j].Of(s))] {
				if slices.Contains(told, c.text) || !c.at(s, tokens[j:]) {
					continue
				}
				told = append(told, c.text)
				for _, land := range c.lands {
					worth[land] += 1 / float64(len(c.lands))
				}
			}
		}
	}
	return clearest(worth)
}

func (c *homeCue) at(s string, tokens []text.Token) bool {
	if len(tokens) < len(c.tokens) {
		return false
	}
	for i, want := range c.tokens {
		got := tokens[i].Of(s)
		if got != want && (!c.small || lowerOf(got) != want) {
			return false
		}
	}
	return true
}

// clearest returns what is worth enough, and far more than anything else: one, or two of
// the same worth.
func clearest(worth map[string]float64) []string {
	delete(worth, anyLand)
	most := 0.0
	for _, w := range worth {
		most = max(most, w)
	}
	if most < leastHome {
		return nil
	}
	var best []string
	for _, name := range slices.Sorted(maps.Keys(worth)) {
		switch w := worth[name]; {
		case w > most-equalWorth:
			best = append(best, name)
		case w*homeRivalry > most:
			return nil
		}
	}
	if len(best) > mostHomes {
		return nil
	}
	return best
}

// What differs by less is of the same worth, and how many homes a story has at most.
const (
	equalWorth = 0.01
	mostHomes  = 2
)

func lowerOf(word string) string { return strings.ToLower(strings.ReplaceAll(word, "’", "'")) }
