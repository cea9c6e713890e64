package recall

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"testing"
	"unsafe"
)

// question returns the n-th of many questions, of which some differ in one number, some
// in where one text ends and the next begins, and some are too long to be kept.
func question(n int) Question {
	q := Question{Bits: [3]uint64{uint64(n / 8), 7, 1}}
	switch n % 8 {
	case 0:
		q.Texts = [7]string{"ab", "c"}
	case 1:
		q.Texts = [7]string{"a", "bc"}
	case 2:
		q.Texts = [7]string{"", "abc"}
	case 3:
		q.Texts = [7]string{0: "abc", 6: "d"}
	case 4:
		q.Texts = [7]string{0: "abc", 5: "d"}
	case 5:
		q.Bits[2], q.Texts = 2, [7]string{"ab", "c"}
	case 6:
		q.Texts[4] = strings.Repeat("x", len(answer[int]{}.text)+n%3-1) // as long as it may be, and longer
	case 7:
		q.Texts[0] = strings.Repeat("y", 300)
	}
	return q
}

// TestAnswersAreToTheQuestion asks two memos, of which one has hardly any room, from
// several goroutines: whatever is forgotten, an answer is never that to another question.
func TestAnswersAreToTheQuestion(t *testing.T) {
	for _, sets := range []int{1, 4, 0} {
		m := &Memo[int]{Sets: sets}
		var all sync.WaitGroup
		for seed := range uint64(4) {
			all.Go(func() {
				r, known := rand.New(rand.NewPCG(seed, 1)), 0
				for range 100_000 {
					n := r.IntN(64)
					if r.IntN(2) == 0 {
						n = r.IntN(4096)
					}
					q := question(n)
					v := m.Get(&q)
					if v == nil {
						m.Put(&q, &n)
						continue
					}
					if known++; *v != n {
						t.Errorf("%d sets: question %d is answered with %d", sets, n, *v)
					}
				}
				if known == 0 {
					t.Errorf("%d sets: nothing is ever known", sets)
				}
			})
		}
		all.Wait()
	}
}

// TestGetAll holds the questions that are asked together against those asked alone.
func TestGetAll(t *testing.T) {
	m := &Memo[int]{Sets: 8}
	r := rand.New(rand.NewPCG(5, 1))
	known := 0
	for range 2000 {
		questions := make([]Question, r.IntN(AtOnce+1))
		numbers := make([]int, len(questions))
		for i := range questions {
			numbers[i] = r.IntN(80)
			questions[i] = question(numbers[i])
		}
		values := make([]*int, len(questions))
		m.GetAll(questions, values)
		for i, v := range values {
			if alone := question(numbers[i]); v != m.Get(&alone) {
				t.Fatalf("question %d is answered otherwise among others", numbers[i])
			}
			if v != nil {
				known++
			}
		}
		for i := range questions {
			if values[i] == nil {
				m.Put(&questions[i], &numbers[i])
			}
		}
	}
	if known == 0 {
		t.Error("nothing is ever known")
	}
}

// TestWhatComesAgainStays asks a memo for a quarter as many questions again as it has
// room for, between others that come but once.
func TestWhatComesAgainStays(t *testing.T) {
	m, known, asked := &Memo[int]{Sets: 1 << 8}, 0, 0
	r := rand.New(rand.NewPCG(6, 1))
	for turn := range 20 {
		for range 1 << 8 {
			i := r.IntN(1 << 8)
			for _, n := range []int{i, 1<<20 + r.IntN(1<<30)} {
				q := Question{Texts: [7]string{fmt.Sprintf("town %d", n)}}
				v := m.Get(&q)
				if v == nil {
					m.Put(&q, &n)
				}
				if n == i && turn > 14 {
					asked++
					if v != nil {
						known++
					}
				}
			}
		}
	}
	if known*100 < asked*90 {
		t.Errorf("of %d questions that came again %d were known", asked, known)
	}
}

// TestOnceCostsNoMemory asks a full memo what never comes again.
func TestOnceCostsNoMemory(t *testing.T) {
	m, n := &Memo[int]{Sets: 4}, 0
	ask := func() {
		n++
		q := Question{Bits: [3]uint64{uint64(n)}}
		if m.Get(&q) == nil {
			m.Put(&q, &n)
		}
	}
	for range 1000 {
		ask()
	}
	if got := testing.AllocsPerRun(10_000, ask); got != 0 {
		t.Errorf("a question that comes once takes %v allocations", got)
	}
}

func TestSizes(t *testing.T) {
	perAnswer, perSet := unsafe.Sizeof(answer[int]{}), unsafe.Sizeof(set[int]{})
	if perAnswer > 128 || defaultSets*(ways*perAnswer+perSet) > 5<<20 {
		t.Errorf("an answer has %d bytes and a set %d, which may be more than 5 MiB", perAnswer, perSet)
	}
}

func BenchmarkGet(b *testing.B) {
	m := &Memo[int]{}
	for n := range 128 {
		q := question(n % 64)
		m.Get(&q)
		m.Put(&q, &n)
	}
	q := question(0)
	b.ReportAllocs()
	for b.Loop() {
		m.Get(&q)
	}
}

// TestPays asks a memo as a table does whose points are all different at first, and
// then repeat: it must not pay for long, and must again soon.
func TestPays(t *testing.T) {
	var m Memo[int]
	asked := 0
	batch := func(number func(i int) uint64) {
		if !m.Pays() {
			return
		}
		asked++
		var questions [AtOnce]Question
		var values [AtOnce]*int
		for i := range questions {
			questions[i].Bits[0] = number(i)
		}
		m.GetAll(questions[:], values[:])
		for i, v := range values {
			if v == nil {
				m.Put(&questions[i], new(int))
			}
		}
	}
	const batches = 1000
	for b := range batches {
		batch(func(i int) uint64 { return uint64(b*AtOnce + i) })
	}
	if asked > batches/4 {
		t.Errorf("of %d batches of new questions %d were asked", batches, asked)
	}
	asked = 0
	for range batches {
		batch(func(i int) uint64 { return uint64(1e6 + i) })
	}
	if asked < batches*3/4 {
		t.Errorf("of %d batches of the same questions only %d were asked", batches, asked)
	}
}
