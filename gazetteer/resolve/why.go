package resolve

import (
	"cmp"
	"fmt"
	"math"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/internal/placetype"
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
	case exactStage:
		return "has it as its " + c.how.String()
	case bareStage:
		return "has the name but for an article"
	case skeletonStage:
		return "its name may be transliterated so"
	case typosStage:
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
	say := func(a answer, name string) {
		if name == "" {
			return
		}
		if text := map[answer]string{yes: "in %s, as said", closeTo: "close to %s, which is said", no: "not in %s, which is said"}[a]; text != "" {
			out = append(out, fmt.Sprintf(text, name))
		}
	}
	say(c.land, t.place.Within.Country)
	say(c.adm1, t.place.Within.Adm1)
	say(c.adm2, t.place.Within.Adm2)
	say(c.named, strings.Join(c.reading.Within, ", "))
	switch kind := cmp.Or(c.reading.Kind, t.place.Kind); c.kind {
	case yes:
		out = append(out, "called a "+typeWords(kind))
	case no:
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
		case !isArea(&b.Place) && distanceM(b.Point, c.Point) < nearest:
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
