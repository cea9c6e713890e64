package job

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/decisions"
	"github.com/dateline-map/dateline/output/layers"
)

// Heeded are the decisions that a run follows: those made in the folder of an
// earlier run, so that nothing is decided twice, and those of the file that the
// user names, which are final.
type Heeded struct {
	folder *decisions.File // nil if the output is no folder
	named  []geo.Decision
}

// Heed has the run follow the decisions of the file, and those of the folder.
func (r *Run) Heed(path string, t Target) (Heeded, error) {
	h, err := heed(path, t)
	if err != nil {
		return h, err
	}
	return h, r.Decide(h.decisions(), cmp.Or(path, filepath.Join(t.Path, layers.DecisionsFile)))
}

// Decide has the run follow decisions, and says whose they are.
func (r *Run) Decide(made []geo.Decision, path string) (err error) {
	if len(made) > 0 {
		r.Voice.Say("heeding   %s in %s", voice.Plural(len(made), "decision"), path)
	}
	r.places, err = r.Resolver.Decide(made)
	return err
}

// heed reads the decisions that a run is to follow.
func heed(path string, t Target) (Heeded, error) {
	var h Heeded
	var err error
	if t.Folder {
		if h.folder, err = input.OpenForm(filepath.Join(t.Path, layers.DecisionsFile)); err != nil {
			return h, err
		}
	}
	if path == "" || h.folder != nil && input.IsSameFile(path, h.folder.Path()) {
		return h, nil
	}
	named, err := input.OpenForm(path)
	if err != nil {
		return h, err
	}
	if !named.Exists() {
		return h, fmt.Errorf("%s: %w", path, fs.ErrNotExist)
	}
	h.named = named.Form().Decisions()
	return h, nil
}

// decisions returns all of them.
func (h Heeded) decisions() []geo.Decision {
	form := decisions.New()
	if h.folder != nil {
		for _, d := range h.folder.Form().Decisions() {
			form.Decide(d)
		}
	}
	h.add(form)
	return form.Decisions()
}

// add adds what the file decides that the user names.
func (h Heeded) add(form *decisions.Form) {
	for _, d := range h.named {
		if before := form.On(d.Question()); !decisions.Same(&before, &d) {
			form.Decide(d)
		}
	}
}

// form returns the folder's form as it is now, with all that was heeded.
func (h Heeded) form() (*decisions.Form, error) {
	form := decisions.New()
	if h.folder != nil {
		if _, err := h.folder.Refresh(); err != nil {
			return nil, err
		}
		form = h.folder.Form()
	}
	h.add(form)
	return form, nil
}

// reportBefore is what is read of the report of the run before into a folder.
type reportBefore struct {
	Program   layers.Program          `json:"program"`
	Counts    layers.Counts           `json:"counts"`
	Open      layers.Open             `json:"open"`
	Decisions []layers.DecisionReport `json:"decisions"`
}

// lastReport reads the report of the run before; nil if there was none.
func lastReport(t Target) *reportBefore {
	if !t.Folder {
		return nil
	}
	text, err := os.ReadFile(filepath.Join(t.Path, layers.ReportFile))
	if err != nil {
		return nil
	}
	var b reportBefore
	if json.Unmarshal(text, &b) != nil || b.Program.Name != voice.Program {
		return nil
	}
	return &b
}

// since says what has changed since the run before.
func since(v voice.Voice, before *reportBefore, now *layers.Report) {
	if before == nil || now == nil {
		return
	}
	placed, names := 0, 0
	for i := range now.Decisions {
		if d := &now.Decisions[i]; d.Events > 0 && !before.had(d) {
			placed += d.Events
			names++
		}
	}
	if names > 0 {
		v.Say("new       %s on %s", voice.Plural(names, "decision"), voice.Plural(placed, "event"))
	}
	if what := changed(before, now); what != "" {
		v.Say("since     the last run: %s", what)
	}
}

func (b *reportBefore) had(d *layers.DecisionReport) bool {
	for i := range b.Decisions {
		if b.Decisions[i].Same(d) && b.Decisions[i].Events > 0 {
			return true
		}
	}
	return false
}

// changed says which sums are other ones than before: "12 more events, 3 fewer
// events without a place".
func changed(before *reportBefore, now *layers.Report) string {
	var said []string
	for _, sum := range []struct {
		was, is int
		what    string
	}{
		{before.Counts.Events, now.Counts.Events, ""},
		{before.Open.Unplaced, now.Open.Unplaced, " without a place"},
		{before.Open.Doubtful, now.Open.Doubtful, " in doubt"},
	} {
		switch n := sum.is - sum.was; {
		case n > 0:
			said = append(said, voice.Plural(n, "more event")+sum.what)
		case n < 0:
			said = append(said, voice.Plural(-n, "fewer event")+sum.what)
		}
	}
	return strings.Join(said, ", ")
}

// unmet says which decisions have met no event: they are for another input, or
// the name is not written quite so.
func unmet(v voice.Voice, now *layers.Report) {
	var names []string
	for i := range now.Decisions {
		if d := &now.Decisions[i]; d.Events == 0 {
			names = append(names, d.Name+d.Event)
		}
	}
	if len(names) == 0 {
		return
	}
	const shown = 3
	more := ""
	if len(names) > shown {
		more = fmt.Sprintf(" and %d more", len(names)-shown)
		names = names[:shown]
	}
	v.Say("unused    %s", voice.OneLine("decisions on names that no event has: "+strings.Join(names, ", ")+more))
}
