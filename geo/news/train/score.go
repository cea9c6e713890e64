package main

import (
	"bufio"
	"cmp"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/news/web"
)

func init() { commands["score"] = scoreStories }

// scoreStories tells how well the events of stories are found. A folder holds
// stories, a manifest.csv with their dates, and events.json with what a person
// read in them.
func scoreStories(args []string) error {
	f := flag.NewFlagSet("score", flag.ExitOnError)
	gaz := f.String("gazetteer", "", "`index` to use; the default is the embedded one")
	wrong := f.String("errors", "", "write what is missed, wrong or too much to this `file`")
	f.Parse(args)
	g, err := openGazetteer(*gaz)
	if err != nil {
		return err
	}
	s := score{reader: &news.Reader{Parser: geoparse.Parser{Gazetteer: g}}}
	if *wrong != "" {
		file, err := os.Create(*wrong)
		if err != nil {
			return err
		}
		defer file.Close()
		s.errors = bufio.NewWriter(file)
		defer s.errors.Flush()
	}
	for _, folder := range f.Args() {
		if err := s.folder(folder); err != nil {
			return err
		}
	}
	s.print(os.Stdout)
	return nil
}

// share counts how many of some are right.
type share struct{ right, of int }

func (s *share) count(right bool) {
	s.of++
	if right {
		s.right++
	}
}

func (s share) String() string {
	if s.of == 0 {
		return "   - (0/0)"
	}
	return fmt.Sprintf("%.2f (%d/%d)", float64(s.right)/float64(s.of), s.right, s.of)
}

// kindScore is what is counted of each kind of event.
type kindScore struct {
	place, date, typed share // of the gold: found at its place; on its day too; and of its type
	right              share // of what was found: some event of the gold has its place, day and type
}

func (k *kindScore) add(o kindScore) {
	for _, x := range []struct {
		sum  *share
		more share
	}{{&k.place, o.place}, {&k.date, o.date}, {&k.typed, o.typed}, {&k.right, o.right}} {
		x.sum.right += x.more.right
		x.sum.of += x.more.of
	}
}

// score sums up how stories were read. The figures besides the kinds are of
// events whose place was found.
type score struct {
	reader *news.Reader
	errors *bufio.Writer // nil if nobody wants them

	kinds                      map[string]kindScore
	killed, wounded, displaced share
	status                     share
	actor1, actor2             share
}

func (s *score) folder(name string) error {
	gold, err := readGold(name)
	if err != nil {
		return err
	}
	library := document.Library{Formats: web.Formats()}
	for d, err := range library.Open(name) {
		if problem := (*geo.Problem)(nil); errors.As(err, &problem) && strings.HasSuffix(problem.File, "events.json") {
			continue
		}
		if err != nil {
			return err
		}
		id := strings.TrimSuffix(strings.TrimSuffix(d.ID, ".txt"), ".html")
		s.document(id, gold[id], s.reader.Events(&d))
		delete(gold, id)
	}
	for id := range gold {
		return fmt.Errorf("%s: no story for %s of events.json", name, id)
	}
	return nil
}

// document counts what was found in one story.
func (s *score) document(id string, gold []storyEvent, found []geo.Event) {
	pairs := pair(gold, found)
	for i := range gold {
		s.gold(id, &gold[i], pairs[i])
	}
	for i := range found {
		s.found(id, gold, &found[i])
	}
}

// gold counts an event of the gold and what was found of it, nil if nothing.
func (s *score) gold(id string, g *storyEvent, e *geo.Event) {
	place, date, typed := e != nil, e != nil && g.dated(e), e != nil && g.dated(e) && g.typed(e)
	if !g.optional() {
		s.kind(g.kind(), func(k *kindScore) {
			k.place.count(place)
			k.date.count(date)
			k.typed.count(typed)
		})
	}
	if !typed && !g.optional() {
		s.tell("%s\tmissed (place %v, date %v)\t%s\n", id, place, date, g)
	}
	if e == nil {
		return
	}
	s.figure(id, g, "killed", &s.killed, g.Killed, e.Killed)
	s.figure(id, g, "wounded", &s.wounded, g.Wounded, e.Wounded)
	s.figure(id, g, "displaced", &s.displaced, g.Displaced, e.Displaced)
	s.word(id, g, "status", &s.status, g.Status, e.Status.String())
	s.word(id, g, "actor1", &s.actor1, g.Actor1, e.Actor1)
	s.word(id, g, "actor2", &s.actor2, g.Actor2, e.Actor2)
}

func (s *score) figure(id string, g *storyEvent, what string, sum *share, want *int, got geo.Count) {
	if want == nil {
		return
	}
	n, known := got.Best.Int()
	right := known && n == *want
	sum.count(right)
	if !right {
		s.tell("%s\t%s %s, not %d\t%s\n", id, what, countWords(got), *want, g)
	}
}

// word counts whether a property says what the gold says, or holds it: an actor
// is "Taliban" or "Taliban militants". The gold is silent where it is empty.
func (s *score) word(id string, g *storyEvent, what string, sum *share, want, got string) {
	if want == "" {
		return
	}
	right := strings.Contains(strings.ToLower(got), strings.ToLower(want))
	sum.count(right)
	if !right {
		s.tell("%s\t%s %q, not %q\t%s\n", id, what, got, want, g)
	}
}

// found counts an event that was found. What is only planned is left out.
func (s *score) found(id string, gold []storyEvent, e *geo.Event) {
	if e.Status == geo.Planned {
		return
	}
	right := slices.ContainsFunc(gold, func(g storyEvent) bool { return g.placed(e) && g.dated(e) && g.typed(e) })
	s.kind(kindOf(e), func(k *kindScore) { k.right.count(right) })
	if !right {
		s.tell("%s\ttoo much\t%s at %s (%s %s), %s to %s, killed %s: %s\n", id, e.SubType, e.Place.Name, e.Place.Match.Name, e.Place.Match.Country,
			e.When.First, e.When.Last, countWords(e.Killed), e.Source.Quote)
	}
}

func (s *score) kind(name string, count func(*kindScore)) {
	if s.kinds == nil {
		s.kinds = map[string]kindScore{}
	}
	k := s.kinds[name]
	count(&k)
	s.kinds[name] = k
}

func (s *score) tell(format string, args ...any) {
	if s.errors != nil {
		fmt.Fprintf(s.errors, format, args...)
	}
}

// String tells of an event of the gold.
func (g *storyEvent) String() string {
	return fmt.Sprintf("%s %s %s at %.2f,%.2f, %s to %s", g.ID, g.Type, g.Place, g.Lat, g.Lon, g.From, g.To)
}

func countWords(c geo.Count) string {
	if n, known := c.Best.Int(); known {
		return fmt.Sprint(n)
	}
	return "unknown"
}

// pair gives each event of the gold what was found of it, the best-agreeing
// first, each once. What only the place of which agrees is found too. Events
// that count neither way take only what is left: they are coarse ones often,
// and would take what others need.
func pair(gold []storyEvent, found []geo.Event) []*geo.Event {
	type couple struct{ points, g, e int }
	var couples []couple
	for g := range gold {
		for e := range found {
			if p := agreement(&gold[g], &found[e]); p > 0 {
				couples = append(couples, couple{p, g, e})
			}
		}
	}
	slices.SortStableFunc(couples, func(a, b couple) int {
		return cmp.Or(falseFirst(gold[a.g].optional(), gold[b.g].optional()), cmp.Compare(b.points, a.points))
	})
	out, taken := make([]*geo.Event, len(gold)), make([]bool, len(found))
	for _, c := range couples {
		if out[c.g] == nil && !taken[c.e] {
			out[c.g], taken[c.e] = &found[c.e], true
		}
	}
	return out
}

func falseFirst(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return 1
	}
	return -1
}

// agreement weighs how well what was found agrees with the gold: 0 if it lies
// elsewhere. The type says more than the day, the day more than the dead.
func agreement(g *storyEvent, e *geo.Event) int {
	if !g.placed(e) {
		return 0
	}
	points := 1
	if g.typed(e) {
		points += 8
	}
	if g.dated(e) {
		points += 4
	}
	if n, known := e.Killed.Best.Int(); known && g.Killed != nil && n == *g.Killed {
		points += 2
	}
	return points
}

func (s *score) print(w io.Writer) {
	fmt.Fprintf(w, "%-28s%-16s%-16s%-16s%s\n", "", "place", "and date", "and type", "precision")
	var all kindScore
	var names []string
	for name, k := range s.kinds {
		names = append(names, name)
		all.add(k)
	}
	slices.Sort(names)
	for _, name := range names {
		k := s.kinds[name]
		fmt.Fprintf(w, "%-28s%-16s%-16s%-16s%s\n", name, k.place, k.date, k.typed, k.right)
	}
	fmt.Fprintf(w, "%-28s%-16s%-16s%-16s%s\n", "all", all.place, all.date, all.typed, all.right)
	for _, x := range []struct {
		name string
		share
	}{{"killed", s.killed}, {"wounded", s.wounded}, {"displaced", s.displaced}, {"status", s.status}, {"actor1", s.actor1}, {"actor2", s.actor2}} {
		fmt.Fprintf(w, "%-28s%s\n", x.name, x.share)
	}
}
