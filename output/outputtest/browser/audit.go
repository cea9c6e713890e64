package browser

import (
	"fmt"
	"strings"
)

// violation is what axe has against a page.
type violation struct {
	ID, Impact, Help string
	Nodes            []struct {
		HTML, FailureSummary string
	}
}

// Audit has axe, given as its script, look at the page, and returns what it has
// against it: contrasts that are too low, what has no name for those who listen,
// and much else. The policy of a page may let no script in but its own; the
// browser's tools are above it.
func (p *Page) Audit(axe string) (faults []string) {
	p.t.Helper()
	var violations []violation
	p.Eval(axe+`; 0`, nil)
	p.Eval(`axe.run(document, {resultTypes: ['violations']}).then(r => r.violations.map(v => ({ID: v.id, Impact: v.impact, Help: v.help,
		Nodes: v.nodes.map(n => ({HTML: n.html.slice(0, 200), FailureSummary: n.failureSummary}))})))`, &violations)
	for _, v := range violations {
		faults = append(faults, v.String())
	}
	return faults
}

func (v *violation) String() string {
	var s strings.Builder
	fmt.Fprintf(&s, "%s (%s): %s, %d times", v.ID, v.Impact, v.Help, len(v.Nodes))
	for _, n := range v.Nodes[:min(3, len(v.Nodes))] {
		fmt.Fprintf(&s, "\n  %s\n    %s", n.HTML, strings.ReplaceAll(n.FailureSummary, "\n", " "))
	}
	return s.String()
}
