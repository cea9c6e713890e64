package record

import (
	"cmp"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// pcodeForm is what P-codes look like: the letters of a country and numbers, or
// the numbers alone where somebody left the country out.
var pcodeForm = pattern.New(`^\p{Lu}{0,4}[-. ]?\p{Lu}{0,2}[0-9][0-9A-Z.-]*$`)

func pcodeLike(s string) bool { return pcodeForm().MatchString(strings.ToUpper(s)) }

// codes returns the P-codes that a row has, nil if it has none.
func (c *converter) codes(r *row.Row) *geo.Codes {
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
