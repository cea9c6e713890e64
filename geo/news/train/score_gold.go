package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/paulmach/orb"
	orbgeo "github.com/paulmach/orb/geo"
)

// storyEvent is an event that a person read in a story. Absent figures are
// unknown, which is not 0.
type storyEvent struct {
	ID        string  `json:"id"`
	Need      string  `json:"need"`  // "optional" counts neither for nor against
	Type      string  `json:"type"`  // words of kinds, parted by bars if several would do
	Place     string  `json:"place"` // for who reads the mistakes
	Lat       float64 `json:"lat"`
	Lon       float64 `json:"lon"`
	TolKM     float64 `json:"tol_km"`
	From      string  `json:"from"`
	To        string  `json:"to"`
	Killed    *int    `json:"killed"`
	Wounded   *int    `json:"wounded"`
	Displaced *int    `json:"displaced"`
	Status    string  `json:"status"`
	Actor1    string  `json:"actor1"`
	Actor2    string  `json:"actor2"`

	when when.Interval
}

// readGold reads what events.json of a folder says of each document.
func readGold(folder string) (map[string][]storyEvent, error) {
	data, err := os.ReadFile(filepath.Join(folder, "events.json"))
	if err != nil {
		return nil, err
	}
	var file struct {
		Documents map[string]struct{ Events []storyEvent }
	}
	if err := json.Unmarshal(data, &file); err != nil {
		return nil, err
	}
	out := map[string][]storyEvent{}
	for id, d := range file.Documents {
		for i := range d.Events {
			if err := d.Events[i].date(); err != nil {
				return nil, err
			}
		}
		out[id] = d.Events
	}
	return out, nil
}

func (g *storyEvent) date() error {
	from, err := when.ParseEDTF(g.From)
	if err != nil {
		return err
	}
	to, err := when.ParseEDTF(g.To)
	if err != nil {
		return err
	}
	g.when = when.Between(from.First, to.Last)
	return nil
}

func (g *storyEvent) optional() bool { return g.Need == "optional" }

// placed reports whether an event lies where the gold says, within its
// tolerance.
func (g *storyEvent) placed(e *geo.Event) bool {
	return e.Place.Located() && orbgeo.DistanceHaversine(e.Place.Point, orb.Point{g.Lon, g.Lat}) <= g.TolKM*1000
}

func (g *storyEvent) dated(e *geo.Event) bool { return e.When.Overlaps(g.when) }

// typed reports whether an event is of a kind that the gold allows.
func (g *storyEvent) typed(e *geo.Event) bool {
	for _, word := range strings.Split(g.Type, "|") {
		if holds := goldKinds[word]; holds != nil && holds(e) {
			return true
		}
	}
	return false
}

// kind returns the first word of the gold's type.
func (g *storyEvent) kind() string {
	word, _, _ := strings.Cut(g.Type, "|")
	return word
}

// goldKinds are the words for types in the gold. Some overlap: a crowd is a
// protest in one reading and a riot in the other.
var goldKinds = map[string]func(e *geo.Event) bool{
	"battle":                     func(e *geo.Event) bool { return e.Type == "Battles" && !changesHands(e) },
	"territory":                  changesHands,
	"explosion":                  ofType("Explosions/Remote violence"),
	"protest":                    func(e *geo.Event) bool { return e.Type == "Protests" || e.Type == "Riots" },
	"riot":                       ofType("Riots"),
	"diplomacy":                  ofType("Diplomacy"),
	"arrest":                     ofSubType("Arrests"),
	"agreement":                  ofSubType("Agreement"),
	"looting":                    ofSubType("Looting/property destruction"),
	"aid":                        ofSubType("Aid delivery"),
	"other":                      ofType("Strategic developments"),
	"violence_against_civilians": ofType("Violence against civilians"),
	"displacement":               ofSubType("Displacement"),
	"show_of_force":              ofSubType("Show of force"),
}

func ofType(name string) func(*geo.Event) bool {
	return func(e *geo.Event) bool { return e.Type == name }
}

func ofSubType(name string) func(*geo.Event) bool {
	return func(e *geo.Event) bool { return e.SubType == name }
}

func changesHands(e *geo.Event) bool {
	switch e.SubType {
	case "Non-state actor overtakes territory", "Government regains territory", "Non-violent transfer of territory":
		return true
	}
	return false
}

// kindOf returns the gold's word for an event that was found.
func kindOf(e *geo.Event) string {
	for _, word := range []string{"territory", "battle", "explosion", "violence_against_civilians", "protest",
		"diplomacy", "displacement", "arrest", "agreement", "looting", "aid", "show_of_force"} {
		if goldKinds[word](e) {
			return word
		}
	}
	return "other"
}
