package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"unicode/utf8"

	"github.com/dateline-map/dateline/geo/linear"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/geoparse"
)

func init() { commands["binder"] = makeBinder }

// binderOptions are what the binder is trained with: features in fewer than
// five decisions are peculiarities of them.
var binderOptions = linear.Options{L2: 3, MinCount: 5}

// makeBinder learns which place of a sentence belongs to a happening.
func makeBinder(args []string) error {
	f := flag.NewFlagSet("binder", flag.ExitOnError)
	gaz := f.String("gazetteer", "", "`index` to use; the default is the embedded one")
	out := f.String("o", "", "write the weights to this `file`")
	folds := f.Int("folds", 0, "cross-validate in so many contiguous `blocks` instead of writing weights")
	wrong := f.String("errors", "", "with -folds, write the wrong answers to this `file`")
	f.Parse(args)
	g, err := openGazetteer(*gaz)
	if err != nil {
		return err
	}
	var lessons []news.PlaceLesson
	for _, name := range f.Args() {
		if lessons, err = readPlaceLessons(lessons, name); err != nil {
			return err
		}
	}
	r := &news.Reader{Parser: geoparse.Parser{Gazetteer: g}}
	names := linear.Names{}
	choices := r.PlaceChoices(lessons, names)
	if *folds > 1 {
		return validateBinder(lessons, choices, *folds, *wrong)
	}
	return writeModel(*out, linear.Train(decisions(choices), binderOptions), names,
		"# Which place belongs to a happening; see bind.md. Made by: go run ./geo/news/train binder")
}

func writeModel(path string, m *linear.Model, names linear.Names, head string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	fmt.Fprintln(file, head)
	if err := m.Write(file, names); err != nil {
		return err
	}
	return file.Close()
}

func decisions(choices []news.PlaceChoice) []linear.Decision {
	out := make([]linear.Decision, len(choices))
	for i := range choices {
		out[i] = choices[i].Decision
	}
	return out
}

// validateBinder prints the share of lessons answered rightly by models that
// have not seen them, and by the baseline.
func validateBinder(lessons []news.PlaceLesson, choices []news.PlaceChoice, folds int, path string) error {
	var wrong *bufio.Writer
	if path != "" {
		file, err := os.Create(path)
		if err != nil {
			return err
		}
		defer file.Close()
		wrong = bufio.NewWriter(file)
		defer wrong.Flush()
	}
	var right, nearest, reachable int
	for k := range folds {
		from, to := k*len(choices)/folds, (k+1)*len(choices)/folds
		var seen []linear.Decision
		seen = append(seen, decisions(choices[:from])...)
		seen = append(seen, decisions(choices[to:])...)
		m := linear.Train(seen, binderOptions)
		for i := from; i < to; i++ {
			c := &choices[i]
			answer := best(m, c)
			if isRight(c, answer) {
				right++
			} else if wrong != nil {
				explain(wrong, &lessons[i], c, answer)
			}
			if isRight(c, c.Nearest) {
				nearest++
			}
			if len(c.Right) > 0 {
				reachable++
			}
		}
	}
	n := float64(len(choices))
	fmt.Printf("lessons %d  accuracy %.4f  nearest toponym %.4f  best possible %.4f\n", len(choices), float64(right)/n, float64(nearest)/n, float64(reachable)/n)
	return nil
}

func best(m *linear.Model, c *news.PlaceChoice) int {
	best, score := 0, 0.0
	for i, x := range c.Candidates {
		if s := m.Score(x); i == 0 || s > score {
			best, score = i, s
		}
	}
	return best
}

func isRight(c *news.PlaceChoice, answer int) bool {
	for _, r := range c.Right {
		if r == answer {
			return true
		}
	}
	return false
}

func explain(w *bufio.Writer, l *news.PlaceLesson, c *news.PlaceChoice, answer int) {
	got := "(none)"
	if answer < len(c.Spans) {
		got = l.Text[c.Spans[answer][0]:c.Spans[answer][1]]
	}
	fmt.Fprintf(w, "%s\n  word %q  got %q  want", l.Text, l.Text[l.Word[0]:l.Word[1]], got)
	for _, p := range l.Places {
		fmt.Fprintf(w, " %q", l.Text[p[0]:p[1]])
	}
	fmt.Fprintln(w)
}

// readPlaceLessons appends the lessons of a JSON Lines file of
// {"text", "events": [{"verb": [start, end, word], "locations": [[start, end, name], …]}]}
// with offsets in code points.
func readPlaceLessons(lessons []news.PlaceLesson, name string) ([]news.PlaceLesson, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	s := bufio.NewScanner(file)
	s.Buffer(nil, 1<<24)
	for n := 1; s.Scan(); n++ {
		var record struct {
			Text   string
			Events []struct {
				Verb      []any
				Locations [][]any
			}
		}
		if err := json.Unmarshal(s.Bytes(), &record); err != nil {
			return nil, fmt.Errorf("%s, line %d: %w", name, n, err)
		}
		for _, e := range record.Events {
			l := news.PlaceLesson{Text: record.Text, Word: byteSpan(record.Text, e.Verb)}
			for _, p := range e.Locations {
				l.Places = append(l.Places, byteSpan(record.Text, p))
			}
			lessons = append(lessons, l)
		}
	}
	return lessons, s.Err()
}

// byteSpan turns [start, end, word] in code points into byte offsets.
func byteSpan(s string, span []any) [2]int {
	var out [2]int
	for i := range out {
		if v, ok := span[i].(float64); ok {
			out[i] = byteOffset(s, int(v))
		}
	}
	return out
}

func byteOffset(s string, runes int) int {
	at := 0
	for ; runes > 0 && at < len(s); runes-- {
		_, n := utf8.DecodeRuneInString(s[at:])
		at += n
	}
	return at
}
