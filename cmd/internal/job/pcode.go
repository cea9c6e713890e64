package job

import (
	"errors"
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// Uncoded reports whether nothing but a P-code says where an event was, and the
// gazetteer does not have it.
func Uncoded(p *geo.Place) bool {
	return p.Codes != nil && p.Name == p.Codes.Own && (p.Match.Kind == geo.Unresolved || p.Match.Kind == geo.Variant)
}

// HintPCodes says what helps so many events that only their P-code tells the place
// of.
func HintPCodes(v voice.Voice, events int) {
	if events > 0 {
		v.Hint(fmt.Sprintf("%s only a P-code for a place: name a list that has it with --gazetteer FILE, such as OCHA's boundaries (COD-AB) or its global P-codes; see docs/gazetteers.md", have(events)))
	}
}

func have(events int) string {
	if events == 1 {
		return "1 event has"
	}
	return fmt.Sprintf("%d events have", events)
}

// disputed returns the problem of an event whose P-code and names are those of
// different places; nil if they are not.
func disputed(e *geo.Event) *geo.Problem {
	p := &e.Place
	if p.Match.Reason != resolve.ReasonPCodeDisputed {
		return nil
	}
	what := "the P-codes contradict each other or the areas named"
	if p.Match.Kind == geo.Coded {
		what = fmt.Sprintf("placed at %s%s: %s", p.Match.Name, explain.Areas(&p.Match), strings.Join(p.Candidates[0].Why, "; "))
	}
	return &geo.Problem{File: e.Source.Document, Row: e.Source.Row, Err: errors.New(what)}
}
