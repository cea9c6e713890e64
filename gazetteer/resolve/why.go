package resolve

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/scope"
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/spelling"
)

// why says in words what speaks for and against a candidate.
func (s *story) why(t *toponym, c *candidate) []string {
	out := []string{c.nameWhy()}
	out = append(out, c.sizeWhy(t.others.largest))
	out = append(out, t.saidWhy(c)...)
	return append(out, s.contextWhy(t, c)...)
}

func (c *candidate) nameWhy() string {
	switch c.stage {
	case spelling.Exact:
		return "has it as its " + c.how.String()
	case spelling.Bare:
		return "has the name but for an article"
	case spelling.Skeleton:
		return "its name may be transliterated so"
	case spelling.Typos:
		return "two letters away from its name"
	}
	return "one letter away from its name"
}

func (c *candidate) sizeWhy(largest float64) string {
	kind := typeWords(c.Type)
	if c.Population == 0 {
		return kind + ", inhabitants not known"
	}
	text := kind + ", " + thousands(c.Population) + " inhabitants"
	if magnitude(&c.Place) == largest {
		text += ", the most"
	}
	return text
}

// typeWords says a place type to people.
func typeWords(t string) string {
	switch t {
	case placetype.Adm1:
		return "province"
	case placetype.Adm2:
		return "district"
	}
	return t
}

// thousands writes a number as people do: 1,683,000.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	var out strings.Builder
	for i, d := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteRune(d)
	}
	return out.String()
}

// saidWhy tells how the candidate goes with what the source says of it.
func (t *toponym) saidWhy(c *candidate) []string {
	var out []string
	say := func(a scope.Answer, name string) {
		if name == "" {
			return
		}
		if text := map[scope.Answer]string{scope.Yes: "in %s, as said", scope.CloseTo: "close to %s, which is said", scope.No: "not in %s, which is said"}[a]; text != "" {
			out = append(out, fmt.Sprintf(text, name))
		}
	}
	say(c.land, t.place.Within.Country)
	say(c.adm1, t.place.Within.Adm1)
	say(c.adm2, t.place.Within.Adm2)
	say(c.named, strings.Join(c.reading.Within, ", "))
	switch kind := cmp.Or(c.reading.Kind, t.place.Kind); c.kind {
	case scope.Yes:
		out = append(out, "called a "+typeWords(kind))
	case scope.No:
		out = append(out, "called a "+typeWords(kind)+", which it is not")
	}
	return out
}

// contextWhy tells how near the other names of the story are.
func (s *story) contextWhy(t *toponym, c *candidate) []string {
	nearest, name := math.Inf(1), ""
	var holder string
	for _, o := range s.toponyms {
		b := o.best()
		if o.oneName(t) || b == nil || b.ID == c.ID {
			continue // another mention of the place itself says nothing for it
		}
		switch {
		case b.Ref != 0 && b.Ref == c.Land || liesIn(&c.Place, b.Ref): // one matched before may have none
			holder = b.Name
		case !placetype.IsArea(b.Place.Type) && distanceM(b.Point, c.Point) < nearest:
			nearest, name = distanceM(b.Point, c.Point), b.Name
		}
	}
	var out []string
	if holder != "" {
		out = append(out, "in "+holder+", which is named too")
	}
	if name != "" {
		out = append(out, fmt.Sprintf("%.0f km from %s, which is named too", nearest/1000, name))
	}
	return out
}
