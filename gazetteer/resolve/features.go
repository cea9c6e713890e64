package resolve

import (
	"cmp"
	"math"
	"strings"
	"unicode/utf8"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

var answerNames = map[scope.Answer]string{scope.No: "no", scope.Yes: "yes", scope.CloseTo: "close"}

// way names how a candidate has the name.
func (c *candidate) way() string {
	switch c.stage {
	case spelling.Exact:
		return [...]string{"main", "alias", "bare", "code", "demonym"}[c.how]
	case spelling.Bare:
		return "article"
	case spelling.Skeleton:
		return "skeleton"
	}
	return "typo"
}

// magnitude is log10 of a place's inhabitants.
func magnitude(p *gazetteer.Place) float64 { return math.Log10(1 + float64(p.Population)) }

// rivals is what a candidate is compared with: the other candidates.
type rivals struct {
	largest  float64         // magnitude of the most populous candidate
	standing float64         // of the most prominent one
	seats    []gazetteer.Ref // ADM1 and ADM2 that hold a settlement of the same name
	areas    []gazetteer.Ref // ADM1 and ADM2 among the candidates
	spelled  bool            // some candidate is spelled as written
	found    bool            // and nothing that is said speaks against it
	fitting  int
}

// compare notes what candidates are compared with, once they are all there.
func (t *toponym) compare() {
	v := rivals{}
	for i := range t.cands {
		c := &t.cands[i]
		v.largest = max(v.largest, magnitude(&c.Place))
		v.standing = max(v.standing, standing(&c.Place))
		v.spelled = v.spelled || c.spelled()
		v.found = v.found || c.spelled() && c.fits() && !c.reading.Loose
		if c.fits() {
			v.fitting++
		}
		switch placetype.KindOf(c.Type) {
		case geo.KindAdm1, geo.KindAdm2:
			v.areas = append(v.areas, c.Ref)
		case geo.KindSettlement:
			v.seats = append(v.seats, c.Adm1, c.Adm2)
		}
	}
	t.nearSeats(&v)
	t.others = v
}

// seatM is how near, in metres, a district is to the town that it is named
// after; few towns are known to lie in their district otherwise.
const seatM = 30_000

// nearSeats adds the ADM2 that have a settlement of their name close by.
func (t *toponym) nearSeats(v *rivals) {
	for i := range t.cands {
		area := &t.cands[i]
		if placetype.KindOf(area.Type) != geo.KindAdm2 || holds(v.seats, area.Ref) {
			continue
		}
		for j := range t.cands {
			c := &t.cands[j]
			if c.Country == area.Country && placetype.KindOf(c.Type) == geo.KindSettlement && roughKm(c.Point, area.Point) <= seatM/1000 {
				v.seats = append(v.seats, area.Ref)
				break
			}
		}
	}
}

func holds(refs []gazetteer.Ref, r gazetteer.Ref) bool {
	if r == 0 {
		return false
	}
	for _, x := range refs {
		if x == r {
			return true
		}
	}
	return false
}

// describe adds the features that a candidate has by itself.
func (t *toponym) describe(v *linear.Vector, c *candidate, others *rivals) {
	v.Add(1, "type", c.Type)
	v.Add(1, "code", c.Code)
	v.Add(1, "way", c.way())
	v.Add(1, "way,type", c.way(), c.Type)
	v.Add(magnitude(&c.Place)/7, "inhabitants")
	v.Add(magnitude(&c.Place)-others.largest, "against the largest")
	if c.Population > 0 && magnitude(&c.Place) == others.largest {
		v.Add(1, "largest")
	}
	if c.Population == 0 {
		v.Add(1, "inhabitants unknown", c.Type)
	}
	switch {
	case holds(others.seats, c.Ref):
		v.Add(1, "seat of the same name inside", c.Type)
	case holds(others.areas, c.Adm1):
		v.Add(1, "inside adm1 of the same name")
	case holds(others.areas, c.Adm2):
		v.Add(1, "inside adm2 of the same name")
	}
	t.describeSaid(v, c, others)
}

// describeKnown adds how well a candidate is known beside the other candidates. It
// is for running text only: a row is as likely about a hamlet.
func (t *toponym) describeKnown(v *linear.Vector, c *candidate) {
	v.Add(standing(&c.Place)-t.others.standing, "against the most prominent")
	if c.stage == spelling.Exact && c.how == gazetteer.Alias && !sharesName(c.reading.Name, fold.Key(c.Name)) {
		v.Add(1, "called otherwise")
	}
}

// leastAlike is the likeness from which on two spellings are of one name: "Kiev", "Kyiv".
const leastAlike = 0.5

// sharesName reports whether a name is a place's own, or a part of it: Edo is Edo State,
// which it is rather than Tokyo.
func sharesName(name, own string) bool {
	return strings.Contains(" "+own+" ", " "+name+" ") || strings.Contains(" "+name+" ", " "+own+" ") || spelling.Likeness(name, own) >= leastAlike
}

// describeSaid adds what the source says for and against a candidate.
func (t *toponym) describeSaid(v *linear.Vector, c *candidate, others *rivals) {
	answered(v, "land", c.land)
	answered(v, "adm1", c.adm1)
	answered(v, "adm2", c.adm2)
	answered(v, "named", c.named)
	answered(v, "kind", c.kind)
	if c.kind != scope.Unsaid {
		v.Add(1, "kind,type", cmp.Or(c.reading.Kind, t.place.Kind), c.Type)
	}
	v.Add(1-c.likeway, "unlike")
	if c.reading.Loose {
		v.Add(1, "loose")
	}
	if !c.spelled() && others.spelled {
		v.Add(1, "others are spelled so")
	}
}

func answered(v *linear.Vector, what string, a scope.Answer) {
	if a != scope.Unsaid {
		v.Add(1, what, answerNames[a])
	}
}

// describeRow adds what matters only where the source says what the place lies
// in: how much misspelling the containers make up for.
func (t *toponym) describeRow(v *linear.Vector, c *candidate, others *rivals) {
	t.describe(v, c, others)
	spelled := "likely spelled"
	if c.spelled() {
		spelled = "spelled"
	} else {
		v.Add(magnitude(&c.Place)/7, "likely spelled, inhabitants") // cities are misspelt more often than named like another place
		v.Add(letters(c.reading.Name)/10, "likely spelled, letters")
	}
	v.Add(1, spelled+",adm1", answerNames[c.adm1])
	v.Add(1, spelled+",adm2", answerNames[c.adm2])
	v.Add(1, "way,adm2", c.way(), answerNames[c.adm2])
	if c.land == scope.Yes && c.adm1 == scope.Unsaid && c.adm2 == scope.Unsaid {
		v.Add(1, "only land said", spelled)
	}
	if km, said := t.toAdm2Km(c); said {
		v.Add(math.Log1p(km/10), "distance to adm2")
	}
	if others.fitting == 1 && c.fits() {
		v.Add(1, "only one that fits")
	}
}

// letters is the length of a name as far as it matters: the longer it is, the less
// likely another place is spelled nearly so by chance.
func letters(name string) float64 { return float64(min(utf8.RuneCountInString(name), 20)) }

// toAdm2Km returns how far a candidate is from the point of the ADM2 said, in
// kilometres: of two namesakes in one province the nearer is meant.
func (t *toponym) toAdm2Km(c *candidate) (km float64, said bool) {
	km = math.Inf(1)
	for i := range t.scope.Adm2 {
		if a := &t.scope.Adm2[i]; a.Located {
			km = min(km, roughKm(a.Point, c.Point))
		}
	}
	return km, !math.IsInf(km, 1)
}

// describeNone adds the features of the gazetteer's not having the place.
func (t *toponym) describeNone(v *linear.Vector, others *rivals) {
	v.Add(1, "none")
	if len(t.scope.Adm1) > 0 {
		v.Add(1, "none,adm1 said")
	}
	if len(t.scope.Adm2) > 0 {
		v.Add(1, "none,adm2 said")
	}
	if !others.spelled {
		v.Add(1, "none,nobody is spelled so")
	}
	if others.fitting == 0 {
		v.Add(1, "none,nobody fits")
	}
	v.Add(1, "none,kind", string(t.kindSaid()))
	v.Add(math.Log2(1+float64(len(t.cands))), "none,candidates")
}

// kindSaid returns what the source calls the place.
func (t *toponym) kindSaid() string {
	for i := range t.query.Readings {
		if k := t.query.Readings[i].Kind; k != "" {
			return k
		}
	}
	return t.place.Kind
}
