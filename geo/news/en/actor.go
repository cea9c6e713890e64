package en

import (
	"bufio"
	_ "embed"
	"fmt"
	"io"
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/news/text"
)

//go:embed actors.txt
var actorsFile string

// Side is what kind of actor somebody is.
type Side uint8

// The sides. The zero Side is unknown.
const (
	NoSide    Side = iota
	Rebel          // armed, and no state's
	State          // forces or governments of a state
	Body           // organisations between states, parties
	Civilian       // people without arms
	Dignitary      // somebody who holds an office
)

// Armed reports whether the side bears arms.
func (s Side) Armed() bool { return s == Rebel || s == State }

// Actor is a mention of somebody who acts or is acted upon.
type Actor struct {
	From, To int    // tokens, To excluded
	ID       string // canonical id of a well-known group; empty for others
	Side     Side
}

// Actors knows groups by their names. It does not change and may be shared.
type Actors struct {
	groups table[[]knownGroup] // by first word
}

type knownGroup struct {
	words []string
	id    string
	side  Side
}

// KnownActors returns the groups that come with the program.
var KnownActors = sync.OnceValue(func() *Actors {
	a, err := ParseActors(strings.NewReader(actorsFile))
	if err != nil {
		panic("embedded actors.txt: " + err.Error()) // the program was built wrong
	}
	return a
})

var sideNames = map[string]Side{"rebel": Rebel, "state": State, "body": Body, "party": Body}

// ParseActors reads a list of groups: "id | kind | name | name …" a line.
func ParseActors(r io.Reader) (*Actors, error) {
	a := &Actors{}
	s := bufio.NewScanner(r)
	s.Buffer(nil, 1<<20)
	n := 0
	for s.Scan() {
		n++
		line := strings.TrimSpace(s.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		if err := a.line(strings.Split(line, "|")); err != nil {
			return nil, fmt.Errorf("line %d: %w", n, err)
		}
	}
	if err := s.Err(); err != nil {
		return nil, fmt.Errorf("line %d: %w", n+1, err)
	}
	return a, nil
}

func (a *Actors) line(fields []string) error {
	if len(fields) < 3 {
		return fmt.Errorf("%q is not id | kind | name", strings.Join(fields, "|"))
	}
	id, kind := strings.TrimSpace(fields[0]), strings.TrimSpace(fields[1])
	side, ok := sideNames[kind]
	if !ok {
		return fmt.Errorf("kind %q is not rebel, state, body or party", kind)
	}
	for _, name := range fields[2:] {
		words := withoutHyphens(wordsOf(strings.TrimSpace(name)).Lower)
		if len(words) == 0 {
			return fmt.Errorf("%s has an empty name", id)
		}
		a.groups.put(words[0], append(a.groups.of(words[0]), knownGroup{words, id, side}))
	}
	return nil
}

func withoutHyphens(words []string) []string {
	var out []string
	for _, w := range words {
		if w != "-" {
			out = append(out, w)
		}
	}
	return out
}

// Find returns the actors that a sentence names, in order and without overlap.
func (a *Actors) Find(w *Words) []Actor {
	var out []Actor
	for i := 0; i < w.Len(); {
		if x, ok := a.known(w, i); ok {
			x = withForces(w, x)
			out = append(out, x)
			i = x.To
			continue
		}
		if side, n := genericActor(w, i); n > 0 {
			floor := 0
			if len(out) > 0 {
				floor = out[len(out)-1].To
			}
			for more := 1; side.Armed() && more > 0; n += more { // "government troops"
				var next Side
				if next, more = genericActor(w, i+n); !next.Armed() || w.Capital(i+n) {
					more = 0
				}
			}
			out = append(out, Actor{From: actorStart(w, i, floor), To: i + n, Side: side})
			i += n
			continue
		}
		i++
	}
	return out
}

// At returns the token after the name of a well-known group that begins at token i, and
// whose side it is on; 0 if none does.
func (a *Actors) At(w *Words, i int) (to int, side Side) {
	x, _ := a.known(w, i)
	return x.To, x.Side
}

// known returns the well-known group whose name begins at token i, the longest
// name first. A name of one word must have a capital letter.
func (a *Actors) known(w *Words, i int) (Actor, bool) {
	var best Actor
	for _, g := range a.groups.of(w.At(i)) {
		if to := matchName(w, i, g.words); to > best.To && (w.Capital(i) || len(g.words) > 1) {
			if w.Tokens[i].Case != text.Upper && len(g.words) == 1 && len(g.words[0]) <= 4 && w.Tokens[i].Case == text.Title && !longNames.has(g.words[0]) {
				continue // "Eta", "Is"
			}
			best = Actor{From: i, To: to, ID: g.id, Side: g.side}
		}
	}
	return best, best.To > 0
}

var longNames = setOf("wagner m23")

// matchName returns the token after a name whose words are those from token i
// on, hyphens apart, or 0.
func matchName(w *Words, i int, words []string) int {
	for k, x := range words {
		if k > 0 && w.At(i) == "-" {
			i++
		}
		if w.At(i) != x {
			return 0
		}
		i++
	}
	return i
}

// withForces takes "fighters" and the like behind a group's name into it.
func withForces(w *Words, x Actor) Actor {
	if n := x.To; genericActors().of(w.At(n)) != NoSide && !w.Mark(n) && w.At(n) != "police" {
		x.To++
	}
	return x
}

// genericActor returns the side of the actor whose head is token i, and how many
// tokens the head has; 0 if there is none.
func genericActor(w *Words, i int) (Side, int) {
	x := w.At(i)
	if w.At(i-1) == "-" && i > 0 && !w.Tokens[i].Space {
		return NoSide, 0 // "pro-government"
	}
	switch {
	case w.has(i, "air", "force"), w.has(i, "special", "forces"), w.has(i, "security", "forces"), w.has(i, "armed", "forces"), w.has(i, "government", "forces"), w.has(i, "security", "force"),
		w.has(i, "border", "guards"), w.has(i, "state", "forces"), w.has(i, "regime", "forces"):
		return State, 2
	case w.has(i, "armed", "men"), w.has(i, "suicide", "bomber"), w.has(i, "suicide", "bombers"), w.has(i, "armed", "robbers"), w.has(i, "armed", "group"), w.has(i, "armed", "groups"), w.has(i, "gang", "members"):
		return Rebel, 2
	}
	if x == "government" && w.At(i-1) == "local" && !personNouns.has(w.At(i+1)) {
		return NoSide, 0 // "in Gwoza local government", an area of Nigeria
	}
	if worn.has(w.At(i + 1)) {
		return NoSide, 0 // "gunmen in military uniforms"
	}
	side := genericActors().of(x)
	return side, min(1, int(side))
}

// worn are what anybody may put on.
var worn = setOf("uniform uniforms fatigues clothing clothes garb gear dress outfits attire")

// SideOf returns the side of people by the nouns that name them: "Maute gunmen",
// "an army officer". Who bears arms decides over who does not.
func SideOf(people string) Side {
	side := NoSide
	w := wordsOf(people)
	for _, a := range KnownActors().Find(w) {
		if side == NoSide || a.Side.Armed() {
			side = a.Side
		}
	}
	return side
}

var genericActors = sync.OnceValue(func() *table[Side] {
	t := tableOf(sides(map[Side]string{
		Rebel: `militants militant gunmen gunman insurgents insurgent rebels rebel jihadists jihadist jihadis extremists extremist terrorists terrorist fighters fighter militiamen militias militia guerrillas guerrilla
		separatists bandits bandit hoodlums hoodlum thugs thug cultists cultist gangsters gangster attackers attacker assailants assailant kidnappers bomber bombers tribesmen herdsmen herders raiders robbers mob gang gangs cartel warlord mercenaries islamists vigilantes pirates naxalites naxalite naxals naxal maoists maoist`,
		State: `troops troop soldiers soldier serviceman servicemen army military police policemen policeman officers warplanes warplane jets helicopters peacekeepers paratroopers marines commandos coalition gendarmes navy
		authorities government forces guards paramilitaries constables regime warships artillery drones`,
		Civilian: `civilians civilian people villagers residents villager protesters protester demonstrators demonstrator protestors worshippers pilgrims journalists journalist students teachers workers farmers refugees
		families women children men passengers students supporters activists activist crowd crowds marchers inhabitants locals traders tourists aid-workers migrants shoppers mourners schoolgirls pupils prisoners inmates
		politician lawmaker lawyer judge cleric imam priest mayor governor official officials doctor doctors nurse teacher student policewoman woman man boy girl couple family opposition leader leaders elders adviser`,
	}))
	return &t
})

func sides(lists map[Side]string) map[string]Side {
	m := make(map[string]Side)
	for side, words := range lists {
		for w := range strings.FieldsSeq(words) {
			m[w] = side
		}
	}
	return m
}

// actorStart walks back over the words before an actor's head that belong to
// it: "Sunni militants", "pro-government tribal fighters", "local leaders".
func actorStart(w *Words, i, floor int) int {
	for k := i; k > floor && i-k < 6; k-- {
		x := w.At(k - 1)
		hyphen := x == "-" && k-1 > floor && !w.Tokens[k-1].Space
		if !hyphen && !describesActor(w, k-1) {
			return k
		}
		if hyphen && k-2 >= floor {
			k--
		}
		if k-1 == floor {
			return floor
		}
	}
	return i
}

// Several reports whether a noun counts or gathers those who act: "hundreds of
// protesters", "a group of armed men".
func Several(noun string) bool { return several.has(noun) }

var several = setOf("hundreds thousands dozens scores tens group groups members number crowd crowds team teams column unit units band gang handful majority most many some bunch convoy pair couple two three four five six ten")

func describesActor(w *Words, i int) bool {
	x := w.At(i)
	if w.Mark(i) || determiners.has(x) || prepositions.has(x) || auxiliaries.has(x) || conjunctions.has(x) || clauseMarks.has(x) || weekdays.has(x) {
		return false
	}
	return isAdjective(x) || actorAdjectives.has(x) || w.Capital(i) && i > 0 && w.Tokens[i].Case == text.Title && isDemonymLike(x) || strings.HasSuffix(x, "ist") && len(x) > 4
}

// isDemonymLike reports whether a capitalised word looks like an adjective of a
// country or a creed.
func isDemonymLike(w string) bool {
	for _, ending := range []string{"i", "ine", "ian", "ean", "ese", "ish", "an", "sunni", "shiite", "kurdish", "arab", "muslim", "christian", "sh"} {
		if strings.HasSuffix(w, ending) {
			return true
		}
	}
	return false
}

var actorAdjectives = setOf(`sunni shiite shia kurdish islamist armed masked local tribal security government rebel opposition anti pro unknown unidentified suspected young
	militant state police border army regime joint coalition separatist islamic jihadist loyalist allied foreign hooded civilian russian french british turkish
	guerrilla rival ethnic elite heavily women's men's female male student senior top disgruntled suicide armed`)
