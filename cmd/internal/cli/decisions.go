package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
)

// heed returns the decisions that a run is to follow: those of the file that
// the user names, else those made in the folder of an earlier run, so that
// nothing is decided twice.
func (r *run) heed(path string, t target) ([]geo.Decision, error) {
	named := path != ""
	if !named && t.folder {
		path = filepath.Join(t.path, layers.DecisionsFile)
	}
	if path == "" {
		return nil, nil
	}
	decisions, err := readDecisions(path)
	if !named && errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err == nil && len(decisions) > 0 {
		r.voice.say("heeding   %s in %s", plural(len(decisions), "decision"), path)
	}
	return decisions, err
}

// readDecisions reads a file of decisions. A faulty row is an error: a decision
// that is passed over is one that the user believes in.
func readDecisions(path string) ([]geo.Decision, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, cause(err))
	}
	defer f.Close()
	decisions, problems := layers.ReadDecisions(path, f)
	if len(problems) > 0 {
		return nil, withHint(problems[0], "correct the row, or empty its place_id, lat and lon")
	}
	return decisions, nil
}
