package record

import (
	"cmp"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
)

// pcodeWords are the words for a P-code in a header, in the form of headerWords.
// A shapefile cuts its headers to ten letters.
var pcodeWords = pattern.New(`(?:^| )p ?(?:codes?|cod)(?: |$)|pcode$`)

// withoutPCode takes the words for a P-code off a header, and reports whether it
// has any.
func withoutPCode(words string) (rest string, ok bool) {
	if !strings.Contains(words, "cod") {
		return "", false
	}
	at := pcodeWords().FindStringIndex(words)
	if at == nil {
		return "", false
	}
	return strings.TrimSpace(words[:at[0]] + " " + words[at[1]:]), true
}

// pcodesOf are the roles of columns with the P-codes of what another column names.
var pcodesOf = map[Role]Role{Adm1: Adm1PCode, Adm2: Adm2PCode, Adm3: Adm3PCode, Place: PCode}

// coded returns what a header of P-codes means by the rest of its words: "Governorate
// P-Code" is of the first level, "P-Code" alone of whatever the row names.
func (v *vocabulary) coded(rest string) (meaning, bool) {
	if rest == "" {
		return meaning{PCode, 1}, true
	}
	m, ok := v.headers.find(rest)
	if !ok {
		m, ok = v.headers.find(v.core(rest))
	}
	role, area := pcodesOf[m.role]
	return meaning{role, m.rank}, ok && area
}

// pcodeForm is what P-codes look like: the letters of a country and numbers, or
// the numbers alone where somebody left the country out.
var pcodeForm = pattern.New(`^\p{Lu}{0,4}[-. ]?\p{Lu}{0,2}[0-9][0-9A-Z.-]*$`)

func pcodeLike(s string) bool { return pcodeForm().MatchString(strings.ToUpper(s)) }

// codes returns the P-codes that a row has, nil if it has none.
func (c *converter) codes(r *row) *geo.Codes {
	if !c.coded {
		return nil
	}
	codes := geo.Codes{
		Own:    c.value(r, PCode),
		Within: geo.PCodes{Adm1: c.value(r, Adm1PCode), Adm2: c.value(r, Adm2PCode), Adm3: c.value(r, Adm3PCode)},
	}
	if codes == (geo.Codes{}) {
		return nil
	}
	return &codes
}

// coded fills in a place with P-codes. If none is named, the finest area is the
// place that has a name or a code; without a name it is called by its code.
func coded(p *geo.Place, adm3 string) {
	if p.Name != "" {
		return
	}
	codes := p.Codes
	for _, area := range []struct {
		kind       string
		name, code *string
	}{{"", &adm3, &codes.Within.Adm3}, {"adm2", &p.Within.Adm2, &codes.Within.Adm2}, {"adm1", &p.Within.Adm1, &codes.Within.Adm1}, {"country", &p.Within.Country, new(string)}} {
		if *area.name == "" && *area.code == "" {
			continue
		}
		p.Kind, codes.Own = area.kind, cmp.Or(codes.Own, *area.code)
		p.Name = cmp.Or(*area.name, codes.Own)
		*area.name, *area.code = "", ""
		return
	}
	p.Name = codes.Own
}
