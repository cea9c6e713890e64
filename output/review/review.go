// Package review is a page on which a person decides what the open names of a
// run mean, once and never again. It is served to one browser on the same
// machine; each decision is saved before the page goes on.
//
// # Non-goals
//
//   - Being a server for others: it answers the one address and the one secret
//     that it was made with, and keeps everything in memory.
//   - Knowing places and files; whoever makes a [Server] says how to look one up
//     and how to save.
package review

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/layers"
)

// Name is a name to be decided, or decided already, and what helps to decide it.
type Name struct {
	*layers.OpenName
	Place      geo.Place // as the first event writes it, with what it was taken for
	Candidates []geo.Candidate
	Samples    []Sample // of its first events
}

// Sample is an event that hangs on a name, as its source tells it.
type Sample struct {
	Title    string   `json:"title"`
	Quote    string   `json:"quote"`
	Date     string   `json:"date"`
	Document string   `json:"document"`
	Row      int      `json:"row"` // 0 if it is no record
	Cells    []string `json:"cells"`
}

// What is kept of each name. As many candidates as there are keys to choose them.
const (
	mostCandidates = 9
	mostSamples    = 5
	mostCells      = 12
	longestText    = 600 // characters of a quote or cell
)

// Names gathers the names of a run that are open, or were until the user decided
// them. The zero Names is empty.
type Names struct {
	open  layers.OpenNames
	names map[*layers.OpenName]*Name
}

// Add notes an event. One that needed no decision is passed over.
func (n *Names) Add(e *geo.Event) {
	if e.Place.Located() && e.Place.Match.Kind != geo.Decided {
		return
	}
	open := n.open.Add(e)
	if open == nil {
		return
	}
	name := n.names[open]
	if name == nil {
		name = &Name{OpenName: open, Place: e.Place}
		name.Consider(e.Place.Candidates)
		if n.names == nil {
			n.names = make(map[*layers.OpenName]*Name)
		}
		n.names[open] = name
	}
	if len(name.Samples) < mostSamples {
		name.Samples = append(name.Samples, sampleOf(e))
	}
}

// Consider makes the candidates those of the name, best first.
func (n *Name) Consider(all []geo.Candidate) {
	n.Candidates, n.Best = firstOf(all), geo.Candidate{}
	if len(all) > 0 {
		n.Best = n.Candidates[0]
	}
}

// firstOf copies the candidates that are shown: an event's own may be used again.
func firstOf(all []geo.Candidate) []geo.Candidate {
	first := slices.Clone(all[:min(len(all), mostCandidates)])
	for i := range first {
		first[i].Why = slices.Clone(first[i].Why)
	}
	return first
}

func sampleOf(e *geo.Event) Sample {
	s := Sample{
		Title: shortened(output.Title(e)), Quote: shortened(e.Source.Quote), Date: e.When.EDTF(),
		Document: e.Source.Document, Row: e.Source.Row,
	}
	for _, p := range e.Extra {
		switch {
		case len(s.Cells) == mostCells:
			return s
		case p.Value == "" || p.Value == "null" || p.Value == s.Date || p.Value == e.Type || p.Value == e.Place.Written():
			// empty, or said already
		default:
			s.Cells = append(s.Cells, shortened(p.Name+": "+p.Value))
		}
	}
	return s
}

func shortened(s string) string {
	s = strings.ToValidUTF8(s, "\ufffd")
	if r := []rune(s); len(r) > longestText {
		return string(r[:longestText]) + "…"
	}
	return s
}

// Sorted returns the names, the one on which most events hang first.
func (n *Names) Sorted() []*Name {
	var names []*Name
	for _, open := range n.open.Sorted() {
		names = append(names, n.names[open])
	}
	return names
}
