package resolve

import (
	"cmp"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/recall"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/geo"
)

// codeBook is what a resolver knows of P-codes.
type codeBook struct {
	levels int            // of units that have some; 0 if none has, and then nothing else is asked for
	all    func() *pcodes // made when it is first asked for
	rows   recall.Map[codedKey, rowAnswer]
	of     recall.Map[gazetteer.Ref, *geo.PCodes] // of the areas of places
}

func newCodeBook(x gazetteer.Places) codeBook {
	return codeBook{levels: x.Info().PCodes, all: sync.OnceValue(func() *pcodes { return newPCodes(x) })}
}

// pcodes are the P-codes of a gazetteer.
type pcodes struct {
	of map[gazetteer.Ref]string
	by map[string][]gazetteer.Ref // by their plain form
	// loose are the places by the forms that other lists may have of their code.
	loose map[string][]gazetteer.Ref
	// prefix are the letters that all codes begin with; empty if they differ.
	prefix string
}

func newPCodes(x gazetteer.Places) *pcodes {
	c := &pcodes{of: map[gazetteer.Ref]string{}, by: map[string][]gazetteer.Ref{}, loose: map[string][]gazetteer.Ref{}}
	for ref, code := range x.PCodes() {
		if c.of[ref] != "" {
			continue // an upper list has told
		}
		plain := plainCode(code)
		letters, _ := cutLetters(plain)
		switch {
		case len(c.of) == 0:
			c.prefix = letters
		case c.prefix != letters:
			c.prefix = ""
		}
		c.of[ref] = strings.Clone(code)
		c.by[plain] = append(c.by[plain], ref)
		for _, form := range looseCodes(plain) {
			c.loose[form] = append(c.loose[form], ref)
		}
	}
	return c
}

// plainCode returns a code in capitals, without spaces, hyphens and the like.
func plainCode(code string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r + 'A' - 'a'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return -1
	}, code)
}

// cutLetters cuts a plain code behind the letters that it begins with.
func cutLetters(plain string) (letters, rest string) {
	rest = strings.TrimLeft(plain, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return plain[:len(plain)-len(rest)], rest
}

// looseCodes returns the forms under which a plain code is the same as others:
// lists pad their numbers with zeros in front ("IQ0105" is "IQ105") or behind,
// where a unit of the next level would stand ("SY0200" is "SY02").
func looseCodes(plain string) []string {
	letters, digits := cutLetters(plain)
	forms := []string{letters + strings.TrimLeft(digits, "0")}
	for len(digits) > 3 && len(digits)%2 == 0 && strings.HasSuffix(digits, "00") {
		digits = digits[:len(digits)-2]
		forms = append(forms, letters+strings.TrimLeft(digits, "0"))
	}
	return forms
}

// unitCoded is a place that a code means.
type unitCoded struct {
	gazetteer.Place
	code, written string
	exact         bool // it is written as the list has it, but for its case and its hyphens
}

// unitCoded returns the place that a written code means at a level; any settlement
// or unit for anyLevel. Another form of a code than the list's must mean one place
// alone.
func (r *Resolver) unitCoded(written string, l scope.Level, p *geo.Place) (u unitCoded, ok bool) {
	plain := plainCode(written)
	if plain == "" || r.codes.levels == 0 {
		return u, false
	}
	c := r.codes.all()
	if places := r.atLevel(nil, c.by[plain], l); len(places) > 0 {
		return unitCoded{places[0], c.of[places[0].Ref], written, true}, true
	}
	var found []gazetteer.Place
	for _, form := range looseCodes(r.withLand(plain, p)) {
		found = r.atLevel(found, c.loose[form], l)
	}
	if len(found) != 1 {
		return u, false
	}
	return unitCoded{found[0], c.of[found[0].Ref], written, false}, true
}

// withLand returns a plain code with the two letters of its country: for its three
// ("SYR02"), or for none ("0105", where the row says the country or the lists have
// only one).
func (r *Resolver) withLand(plain string, p *geo.Place) string {
	letters, rest := cutLetters(plain)
	said := p.Within.Country
	if letters != "" {
		said, rest = plain[:min(3, len(letters))], plain[min(3, len(letters)):]
	}
	if len(letters) == 1 || len(letters) == 2 {
		return plain
	}
	if land := r.areas.Find(said, scope.LandLevel, nil); len(land) > 0 && land[0].Type == placetype.Country {
		return land[0].Country + rest
	}
	if letters == "" {
		return r.codes.all().prefix + rest
	}
	return plain
}

// atLevel appends those of some places that are of a level, each once.
func (r *Resolver) atLevel(to []gazetteer.Place, refs []gazetteer.Ref, l scope.Level) []gazetteer.Place {
	for _, ref := range refs {
		p := r.x.Place(ref)
		if l == scope.AnyLevel || l == scope.Adm1Level && p.Type == placetype.Adm1 || l == scope.Adm2Level && p.Type == placetype.Adm2 {
			to = scope.Append(to, p)
		}
	}
	return to
}

// pcodesOf returns the P-codes of the areas of a place, nil if the gazetteer has
// none at all. What lies in areas of another list than that of the codes has those
// of the areas around its point.
func (r *Resolver) pcodesOf(p *gazetteer.Place) *geo.PCodes {
	if r.codes.levels == 0 {
		return nil
	}
	if c, known := r.codes.of.Get(p.Ref); known {
		return c
	}
	c := r.pcodesWithin(r.chain(p))
	if placetype.Precision(p.Type) <= geo.NearPlace && p.Located {
		c = merged(r.pcodesWithin(r.x.Reverse(p.Point)), c)
	}
	r.codes.of.Put(p.Ref, c, 1)
	return c
}

// merged returns the codes of the first, and where it has none those of the second.
func merged(a, b *geo.PCodes) *geo.PCodes {
	return &geo.PCodes{Adm1: cmp.Or(a.Adm1, b.Adm1), Adm2: cmp.Or(a.Adm2, b.Adm2), Adm3: cmp.Or(a.Adm3, b.Adm3)}
}

// mostLevels is one more than the levels of areas that hold one another.
const mostLevels = 5

// chain climbs from a place to the areas that hold it, itself included.
func (r *Resolver) chain(p *gazetteer.Place) (in gazetteer.Within) {
	at := *p
	for range mostLevels {
		switch at.Type {
		case placetype.Adm1:
			in.Adm1 = at.Ref
		case placetype.Adm2:
			in.Adm2, in.Adm3 = at.Ref, in.Adm2
		}
		if at.Parent == 0 {
			break
		}
		at = r.x.Place(at.Parent)
	}
	return in
}

// pcodesWithin returns the P-codes of areas, nil if the gazetteer has none at all.
func (r *Resolver) pcodesWithin(in gazetteer.Within) *geo.PCodes {
	if r.codes.levels == 0 {
		return nil
	}
	of := r.codes.all().of
	return &geo.PCodes{Adm1: of[in.Adm1], Adm2: of[in.Adm2], Adm3: of[in.Adm3]}
}
