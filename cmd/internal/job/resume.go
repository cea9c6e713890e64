package job

import (
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output/layers"
)

// resuming returns the journal of a run, nil if nobody asked for one.
func (r *Run) resuming(w *Output) (*journal, error) {
	if !w.Resume {
		return nil, nil
	}
	if slices.ContainsFunc(r.inputs, func(in *source) bool { return in.Once }) {
		return nil, voice.Usagef("--resume cannot read standard input or a pipe again; give a file")
	}
	path := filepath.Clean(w.Path) + ".journal"
	if w.Folder {
		if err := os.MkdirAll(filepath.Dir(path), 0o777); err != nil {
			return nil, voice.OutputError(filepath.Dir(path), err)
		}
	}
	j, other, err := openJournal(path, r.origin(w))
	switch {
	case err != nil:
		return nil, err
	case other != "":
		r.Voice.Warn(fmt.Errorf("%s is of a run with %s; beginning anew", path, other))
	case j.old != nil:
		r.Voice.Say("dateline: going on from %s", path)
	}
	return j, nil
}

// origin says of which run a journal is, by all that its events depend on.
type origin struct {
	Program string            `json:"program"` // its version, and when the file was made
	Flags   map[string]string `json:"flags"`
	Inputs  string            `json:"inputs"` // sums of their paths, sizes and times
	Aids    string            `json:"aids"`   // the same of gazetteers, decisions and what else the flags name
}

func (r *Run) origin(w *Output) origin {
	var inputs, words []string
	for _, in := range r.inputs {
		inputs = append(inputs, in.Path)
	}
	for _, err := range r.problems {
		words = append(words, err.Error())
	}
	o := origin{Program: r.Program.Version, Flags: w.Flags, Inputs: stampOf(words, inputs)}
	if program, err := os.Executable(); err == nil {
		o.Program += " " + stampOf(nil, []string{program})
	}
	o.Aids = stampOf(nil, append(slices.Clone(w.Aids), filepath.Join(w.Path, layers.DecisionsFile)))
	return o
}

// stampOf returns a sum of words, and of files by their paths, sizes and times of
// change.
func stampOf(words, files []string) string {
	h := sha256.New()
	for _, w := range words {
		fmt.Fprintf(h, "%q\n", w)
	}
	for _, path := range files {
		if info, err := os.Stat(path); err == nil {
			fmt.Fprintf(h, "%q %d %d\n", path, info.Size(), info.ModTime().UnixNano())
		}
	}
	return fmt.Sprintf("%x", h.Sum(nil)[:16])
}

// String returns the origin as one line.
func (o origin) String() string {
	text, err := json.Marshal(o)
	if err != nil {
		panic("texts are always JSON: " + err.Error())
	}
	return string(text)
}

// differs says in what a run differs from the one whose origin was written so.
func (o origin) differs(text string) string {
	var before origin
	if json.Unmarshal([]byte(text), &before) != nil || before.Program != o.Program {
		return "another version of the program"
	}
	var what []string
	names := maps.Clone(o.Flags)
	maps.Copy(names, before.Flags)
	for _, name := range slices.Sorted(maps.Keys(names)) {
		now, given := o.Flags[name]
		was, wasGiven := before.Flags[name]
		if now != was || given != wasGiven {
			what = append(what, "another --"+name)
		}
	}
	if before.Inputs != o.Inputs {
		what = append(what, "other inputs, or they have changed since")
	}
	if before.Aids != o.Aids {
		what = append(what, "another gazetteer, or other decisions or files that flags name")
	}
	return strings.Join(what, ", ")
}

// advised adds to the error that a run ended with how to go on.
func (r *Run) advised(err error) error {
	if err = voice.Advised(err); err == nil || r.journal == nil {
		return err
	}
	return voice.AdviseMore(err, fmt.Sprintf("what is done is kept in %s: give the same command again to go on", r.journal.path))
}
