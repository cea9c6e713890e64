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
	"github.com/dateline-map/dateline/output/decisions"
)

// Name is a name to be decided, or decided already, and what helps to decide it.
type Name struct {
	*decisions.Name
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

// Names gathers the names of a run that are open or in doubt, or were until the
// user decided them. It is made by [NewNames].
type Names struct {
	open   *decisions.Names
	names  map[*decisions.Name]*Name
	events int
}

// NewNames returns names that tell events by themselves on which there is a
// decision from others of the same name.
func NewNames(made []geo.Decision) *Names {
	return &Names{open: decisions.NewNames(made), names: make(map[*decisions.Name]*Name)}
}

// Events is how many events were added, whether they ask anything or not.
func (n *Names) Events() int { return n.events }

// Add notes an event. One that needs no decision is only counted.
func (n *Names) Add(e *geo.Event) {
	n.events++
	open := n.open.Add(e)
	if open == nil {
		return
	}
	name := n.names[open]
	if name == nil {
		name = &Name{Name: open, Place: e.Place, Candidates: firstOf(e.Place.Candidates)}
		n.names[open] = name
	}
	if len(name.Samples) < mostSamples {
		name.Samples = append(name.Samples, sampleOf(e))
	}
}

// AskAgain makes a name that was decided one to be decided, so that the decision
// can be changed: p is its place as it is without it.
func (n *Name) AskAgain(p *geo.Place) {
	n.Place, n.Candidates = *p, firstOf(p.Candidates)
	n.Name.AskAgain(p)
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
