package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/dateline-map/dateline/output/layers"
	"github.com/urfave/cli/v2"
)

// resuming returns the journal of a run, nil if the flags do not ask for one.
func resuming(c *cli.Context, r *run, t target) (*journal, error) {
	if !c.Bool("resume") {
		return nil, nil
	}
	for _, flag := range []string{"explain", "blur"} {
		if c.IsSet(flag) {
			return nil, usagef("--resume and --%s do not go together", flag)
		}
	}
	switch {
	case t.stdout || isDevice(t.path):
		return nil, usagef("--resume needs an output that can be left off: a file or a folder")
	case slices.ContainsFunc(r.inputs, func(in *input) bool { return comesOnce(in.path) }):
		return nil, usagef("--resume cannot read standard input or a pipe again; give a file")
	}
	path := filepath.Clean(t.path) + ".journal"
	j, other, err := openJournal(path, r.fingerprint(c, t))
	switch {
	case err != nil:
		return nil, err
	case other:
		r.voice.warn(fmt.Errorf("%s is of a run with other flags, inputs or another version; beginning anew", path))
	case j.old != nil:
		r.voice.say("dateline: going on from %s", path)
	}
	return j, nil
}

// flagsOfTalk are those that change nothing of a run's events.
var flagsOfTalk = []string{"quiet", "q", "resume", "memory", "tmp", "title", "credit", "report", "log-format"}

// fingerprint says of which run a journal is.
func (r *run) fingerprint(c *cli.Context, t target) string {
	words := []string{Version()}
	files := []string{filepath.Join(t.path, layers.DecisionsFile)}
	if program, err := os.Executable(); err == nil {
		files = append(files, program)
	}
	for _, name := range c.FlagNames() {
		if slices.Contains(flagsOfTalk, name) {
			continue
		}
		words = append(words, name, fmt.Sprint(c.Value(name)))
		files = append(files, fmt.Sprint(c.Value(name)))
		files = append(files, c.StringSlice(name)...)
	}
	for _, in := range r.inputs {
		words = append(words, in.path)
		files = append(files, in.path)
	}
	words = append(words, fmt.Sprint(r.problems))
	return fingerprint(words, files)
}
