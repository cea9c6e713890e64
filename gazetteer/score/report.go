package score

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/fold"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// Report writes tables in Markdown that tell how sets were answered; elsewhere is
// the same with weights learned from other sets alone, and may be nil. The same
// answers give the same bytes.
func Report(w io.Writer, x *gazetteer.Index, sets, elsewhere []Set) error {
	var b strings.Builder
	b.WriteString("### Accuracy\n\nOf all names, one without an answer counted as wrong.\n\n")
	accuracies(&b, sets)
	if elsewhere != nil {
		b.WriteString("\nLearned from the other gold alone:\n\n")
		accuracies(&b, elsewhere)
	}
	calibration(&b, sets)
	thresholds(&b, sets)
	radii(&b, sets)
	causes(&b, x, sets)
	_, err := io.WriteString(w, b.String())
	return err
}

// part is some of the answers of a set.
type part struct {
	label string
	of    []Answer
	rows  bool // counts records, not names
}

// parts cuts a set into what is told apart. Rows: places of their own by records
// and by distinct name, and areas. Stories: names of countries, and each name of
// a place once.
func parts(s *Set) []part {
	out := []part{{label: s.Name, of: s.Answers}}
	add := func(label string, rows bool, keep func(*Answer) bool) {
		if of := filter(s.Answers, keep); len(of) > 0 {
			out = append(out, part{"– " + label, of, rows})
		}
	}
	if s.Rows {
		place := func(a *Answer) bool { return a.Truth.Unit == "" }
		add("records of places", true, place)
		add("distinct places", false, place)
		for _, unit := range []string{"adm2", "adm1", "country"} {
			add("distinct "+unit, false, func(a *Answer) bool { return a.Truth.Unit == unit })
		}
		return out[1:]
	}
	add("countries", false, func(a *Answer) bool { return a.Land })
	add("all but countries", false, func(a *Answer) bool { return !a.Land })
	seen := map[string]bool{}
	add("distinct names", false, func(a *Answer) bool {
		key := fmt.Sprint(fold.Key(a.Place.Name), a.Truth.Point)
		known := seen[key]
		seen[key] = true
		return !known
	})
	return out
}

func filter(answers []Answer, keep func(*Answer) bool) []Answer {
	var out []Answer
	for i := range answers {
		if keep(&answers[i]) {
			out = append(out, answers[i])
		}
	}
	return out
}

// column is a share that the table of accuracies tells.
type column struct {
	head string
	of   func(*Answer) bool
}

var columns = []column{
	{"answered", func(a *Answer) bool { return a.Place.Located() }},
	{"within 25 km", func(a *Answer) bool { return a.Truth.Right(&a.Place.Match, NarrowM) }},
	{"within 161 km", func(a *Answer) bool { return a.Truth.Right(&a.Place.Match, WideM) }},
	{"within 161 km, or the place by another point", func(a *Answer) bool { return a.SamePlace || a.Truth.Right(&a.Place.Match, WideM) }},
	{"a candidate within 161 km", func(a *Answer) bool { return slices.ContainsFunc(a.Candidates, a.holds) }},
	{"most populous: 25 km", func(a *Answer) bool { return a.Truth.Right(&a.Plain, NarrowM) }},
	{"161 km", func(a *Answer) bool { return a.Truth.Right(&a.Plain, WideM) }},
}

func accuracies(b *strings.Builder, sets []Set) {
	b.WriteString("| | names |")
	for _, c := range columns {
		fmt.Fprintf(b, " %s |", c.head)
	}
	b.WriteString("\n|---|--:|" + strings.Repeat("--:|", len(columns)) + "\n")
	for i := range sets {
		for j, p := range parts(&sets[i]) {
			if j == 0 && sets[i].Rows {
				p.label = sets[i].Name + " " + p.label
			}
			fmt.Fprintf(b, "| %s | %d |", p.label, p.count(func(*Answer) bool { return true }))
			for _, c := range columns {
				fmt.Fprintf(b, " %s |", share(float64(p.count(c.of))/float64(p.count(func(*Answer) bool { return true }))))
			}
			b.WriteByte('\n')
		}
	}
}

func (p part) count(of func(*Answer) bool) (n int) {
	for i := range p.of {
		switch {
		case !of(&p.of[i]):
		case p.rows:
			n += p.of[i].Count
		default:
			n++
		}
	}
	return n
}

func (a *Answer) holds(c resolve.Observed) bool { return a.Truth.holds(&c, WideM) }

// share writes a share as the field does: ".873", "1.000".
func share(v float64) string { return strings.TrimPrefix(fmt.Sprintf("%.3f", v), "0") }

func calibration(b *strings.Builder, sets []Set) {
	b.WriteString("\n### Reliability\n\n")
	for _, k := range kinds(sets) {
		fmt.Fprintf(b, "%s: expected calibration error %s of %d matches.\n\n| confidence | matches | said | right |\n|---|--:|--:|--:|\n",
			k.name, share(calibrationError(k.claims)), len(k.claims))
		for i, bin := range reliability(k.claims) {
			if bin.N > 0 {
				fmt.Fprintf(b, "| .%d to .%d | %d | %s | %s |\n", i, i+1, bin.N, share(bin.Said), share(bin.Was))
			}
		}
		b.WriteByte('\n')
	}
}

// kind is the claims of the sets of one kind.
type kind struct {
	name   string
	claims []claim
	n      int // names, answered or not
}

// kinds joins the sets of stories, and those of rows.
func kinds(sets []Set) []kind {
	stories, rows := kind{name: "Stories"}, kind{name: "Rows"}
	for i := range sets {
		k := &stories
		if sets[i].Rows {
			k = &rows
		}
		k.claims = append(k.claims, sets[i].claims()...)
		k.n += len(sets[i].Answers)
	}
	return slices.DeleteFunc([]kind{stories, rows}, func(k kind) bool { return k.n == 0 })
}

func thresholds(b *strings.Builder, sets []Set) {
	b.WriteString("### Coverage and accuracy\n\n| confidence at least |")
	rule := "|---|"
	var curves [][]point
	for _, k := range kinds(sets) {
		fmt.Fprintf(b, " %s: answered | of them right |", strings.ToLower(k.name))
		rule += "--:|--:|"
		curves = append(curves, curve(k.claims, k.n))
	}
	b.WriteString("\n" + rule + "\n")
	for _, least := range []float64{0, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95} {
		fmt.Fprintf(b, "| %.2g |", least)
		for _, c := range curves {
			p := at(c, least)
			fmt.Fprintf(b, " %s | %s |", share(p.Answered), share(p.Right))
		}
		b.WriteByte('\n')
	}
}

func radii(b *strings.Builder, sets []Set) {
	b.WriteString("\n### Truths within place_radius_m\n\n| | located | inside |\n|---|--:|--:|\n")
	for i := range sets {
		s, n := insideRadius(sets[i].Answers)
		fmt.Fprintf(b, "| %s | %d | %s |\n", sets[i].Name, n, share(s))
		for _, p := range []geo.Precision{geo.ExactPlace, geo.NearPlace, geo.WithinAdm2, geo.WithinAdm1, geo.WithinRegion, geo.WithinCountry} {
			of := slices.DeleteFunc(slices.Clone(sets[i].Answers), func(a Answer) bool { return a.Place.Precision != p })
			if s, n := insideRadius(of); n > 0 {
				fmt.Fprintf(b, "| – %s | %d | %s |\n", p, n, share(s))
			}
		}
	}
}

// mostNames is how many of the commonest errors are listed.
const mostNames = 50

// blame is a name that went wrong for a cause.
type blame struct {
	key   string
	cause cause
}

// blames counts how often each name went wrong, in the order in which they first
// did.
type blames struct {
	order []blame
	n     map[blame]int
	name  map[blame]string // as first written
}

func (b *blames) add(name string, c cause) {
	k := blame{fold.Key(name), c}
	if b.n[k] == 0 {
		b.order = append(b.order, k)
		b.name[k] = name
	}
	b.n[k]++
}

// commonest returns the most frequent, at most mostNames.
func (b *blames) commonest() []blame {
	slices.SortStableFunc(b.order, func(p, q blame) int { return cmp.Compare(b.n[q], b.n[p]) })
	return b.order[:min(mostNames, len(b.order))]
}

func causes(b *strings.Builder, x *gazetteer.Index, sets []Set) {
	b.WriteString("\n### Why answers are wrong\n\n| |")
	for c := noCause; c < numCauses; c++ {
		fmt.Fprintf(b, " %s |", c)
	}
	b.WriteString("\n|---|" + strings.Repeat("--:|", int(numCauses)) + "\n")
	blamed := blames{n: map[blame]int{}, name: map[blame]string{}}
	for i := range sets {
		fmt.Fprintf(b, "| %s |", sets[i].Name)
		for _, n := range causeCounts(x, &sets[i], &blamed) {
			fmt.Fprintf(b, " %d |", n)
		}
		b.WriteByte('\n')
	}
	worst := blamed.commonest()
	fmt.Fprintf(b, "\nThe %d commonest, with how often each occurs:\n\n", len(worst))
	for c := noCause + 1; c < numCauses; c++ {
		var names []string
		for _, bl := range worst {
			if bl.cause == c {
				names = append(names, fmt.Sprintf("%s %d", escape(blamed.name[bl]), blamed.n[bl]))
			}
		}
		if names != nil {
			fmt.Fprintf(b, "* %s: %s\n", c, strings.Join(names, ", "))
		}
	}
}

// escape keeps a name from meaning something in Markdown or HTML.
func escape(name string) string {
	return strings.NewReplacer("<", "&lt;", "&", "&amp;", "|", "&#124;", "*", "\\*", "[", "\\[", "`", "'", "\n", " ").Replace(name)
}

// causeCounts counts the causes of a set's errors, and lays each to its name.
func causeCounts(x *gazetteer.Index, s *Set, blamed *blames) (counts [numCauses]int) {
	for i := range s.Answers {
		a := &s.Answers[i]
		c := a.cause(x, s.withinM(a))
		counts[c]++
		if c != noCause {
			blamed.add(a.Place.Name, c)
		}
	}
	return counts
}
