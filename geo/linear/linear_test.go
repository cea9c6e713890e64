package linear

import (
	"math"
	"math/rand"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// vector returns features from "name" and "name:value" words.
func vector(names Names, features map[string]float64) []Feature {
	v := Vector{Names: names}
	for _, name := range []string{"size", "near", "noise", "none", "bias"} {
		v.Add(features[name], name)
	}
	return v.Features
}

func TestTrainLearnsWhatTellsRightFromWrong(t *testing.T) {
	names := Names{}
	var decisions []Decision
	random := rand.New(rand.NewSource(1))
	for range 200 {
		right := vector(names, map[string]float64{"near": 1, "size": random.Float64(), "noise": random.Float64()})
		wrong := vector(names, map[string]float64{"size": 1 + random.Float64(), "noise": random.Float64()})
		decisions = append(decisions, Decision{Candidates: [][]Feature{wrong, right}, Right: []int{1}})
	}
	m := Train(decisions, Options{})
	if near := m.Weight(NewKey("near")); near < 1 {
		t.Errorf("weight of near is %.2f: every right candidate has it and no wrong one", near)
	}
	if noise := m.Weight(NewKey("noise")); math.Abs(noise) > 0.5 {
		t.Errorf("weight of noise is %.2f: it tells nothing", noise)
	}
}

func TestNoneIsACandidateLikeAnyOther(t *testing.T) {
	none := vector(nil, map[string]float64{"none": 1})
	near, far := vector(nil, map[string]float64{"near": 1, "size": 1}), vector(nil, map[string]float64{"size": 1})
	m := Train([]Decision{
		{Candidates: [][]Feature{near, none}, Right: []int{0}},
		{Candidates: [][]Feature{far, none}, Right: []int{1}},
	}, Options{L2: 0.01})
	if m.Score(near) < m.Score(none) || m.Score(far) > m.Score(none) {
		t.Errorf("near %.2f, none %.2f, far %.2f: want that order", m.Score(near), m.Score(none), m.Score(far))
	}
}

// A logistic of one bias feature must find the share of true examples.
func TestLogisticFindsTheShare(t *testing.T) {
	var examples []Example
	for i := range 1000 {
		examples = append(examples, Example{vector(nil, map[string]float64{"bias": 1}), i%10 < 7})
	}
	m := TrainLogistic(examples, Options{L2: 1e-6})
	if p := m.Probability(examples[0].Features); math.Abs(p-0.7) > 0.001 {
		t.Errorf("probability %.4f, want the share of true examples, 0.7", p)
	}
}

func TestGradientAgreesWithTheLoss(t *testing.T) {
	random := rand.New(rand.NewSource(2))
	p := newProblem(randomDecisions(random, 30), Options{L2: 0.5})
	x := make([]float64, len(p.keys))
	for i := range x {
		x[i] = random.NormFloat64()
	}
	grad := make([]float64, len(x))
	p.loss(x, grad)
	for i := range x {
		const h = 1e-6
		was := x[i]
		x[i] = was + h
		up := p.loss(x, make([]float64, len(x)))
		x[i] = was - h
		down := p.loss(x, make([]float64, len(x)))
		x[i] = was
		if slope := (up - down) / (2 * h); math.Abs(slope-grad[i]) > 1e-4 {
			t.Errorf("feature %d: gradient %.6f, slope of the loss %.6f", i, grad[i], slope)
		}
	}
}

func randomDecisions(random *rand.Rand, n int) []Decision {
	var out []Decision
	for range n {
		var d Decision
		for range 2 + random.Intn(4) {
			d.Candidates = append(d.Candidates, vector(nil, map[string]float64{
				"size": random.NormFloat64(), "near": random.NormFloat64(), "noise": random.NormFloat64(),
			}))
		}
		d.Right = []int{0}
		if random.Intn(3) == 0 {
			d.Right = append(d.Right, 1)
		}
		out = append(out, d)
	}
	return out
}

func TestTrainingTwiceGivesTheSameWeights(t *testing.T) {
	a := Train(randomDecisions(rand.New(rand.NewSource(3)), 100), Options{})
	b := Train(randomDecisions(rand.New(rand.NewSource(3)), 100), Options{})
	if diff := cmp.Diff(a.table, b.table, cmp.AllowUnexported(weight{})); diff != "" {
		t.Errorf("same decisions, other weights:\n%s", diff)
	}
}

func TestWriteThenRead(t *testing.T) {
	text := "none\t-1.5000\nsize=large\t0.2500\n"
	m, err := parse("# papers\n\n" + text)
	if err != nil {
		t.Fatal(err)
	}
	names := Names{}
	v := Vector{Names: names}
	v.Add(1, "size", "large")
	v.Add(1, "none")
	v.Add(1, "unknown")
	if got := m.Score(v.Features); got != -1.25 {
		t.Errorf("score %v, want -1.25: an unknown feature weighs nothing", got)
	}
	var out strings.Builder
	if err := m.Write(&out, names); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(text, out.String()); diff != "" {
		t.Errorf("written differs from read:\n%s", diff)
	}
}

func TestReadRefuses(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"size", `line 1: "size" is not a feature, a tab and a number`, "no tab"},
		{"ok\t1\nsize\tbig", `line 2: "size\tbig" is not a feature, a tab and a number`, "a word for a number"},
		{"size\tNaN", `line 1: "size\tNaN" is not a feature, a tab and a number`, "NaN would poison every score"},
		{"size\t1\nsize\t2", `line 2: feature "size" comes twice`, "which weight is meant?"},
	}
	for _, tt := range tests {
		if _, err := parse(tt.text); err == nil || err.Error() != tt.want {
			t.Errorf("parse(%q): %v, want %s (%s)", tt.text, err, tt.want, tt.reason)
		}
	}
}

func TestZeroModelScoresNothing(t *testing.T) {
	var m Model
	if got := m.Score([]Feature{{NewKey("size"), 3}}); got != 0 {
		t.Errorf("the zero model scores %v, want 0", got)
	}
}

func TestSoftmaxOfHugeScores(t *testing.T) {
	scores := []float64{1e6, 1e6, -1e6}
	Softmax(scores)
	if diff := cmp.Diff([]float64{0.5, 0.5, 0}, scores); diff != "" {
		t.Errorf("huge scores overflow:\n%s", diff)
	}
}

func TestScoringDoesNotAllocate(t *testing.T) {
	m := MustRead("size=large\t1\n")
	var v Vector
	v.Add(1, "size", "large")
	if n := testing.AllocsPerRun(100, func() {
		v.Reset()
		v.Add(1, "size", "large")
		m.Score(v.Features)
	}); n != 0 {
		t.Errorf("%v allocations a candidate, want none: this runs for every candidate of every name", n)
	}
}

func FuzzParse(f *testing.F) {
	f.Add("size\t1\n")
	f.Add("#\n\t0\n")
	f.Fuzz(func(t *testing.T, text string) {
		m, err := parse(text)
		if err == nil {
			m.Weight(NewKey("size"))
		}
	})
}
