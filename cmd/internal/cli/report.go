package cli

import (
	"fmt"
	"path/filepath"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/urfave/cli/v2"
)

// reporting begins the report of a run that writes one layer, if somebody asked
// for it: what cannot be written is known before the work is done.
func (r *run) reporting(c *cli.Context, t target, o layers.Options) (err error) {
	switch path := c.String("report"); {
	case path == "":
		return nil
	case t.folder:
		return voice.Usagef("--report is for one layer; a folder has its %s", layers.ReportFile)
	case path == input.Stdin:
		return voice.Usagef("--report needs a file")
	case input.IsInput(path, c.Args().Slice()):
		return voice.Usagef("--report %s is an input: name another file", path)
	case filepath.Clean(path) == filepath.Clean(t.path) && !input.IsDevice(path) || input.IsInput(path, []string{t.path}):
		return voice.Usagef("--report %s is the output, too: name another file", path)
	case c.IsSet("blur"):
		return voice.Usagef("--report and --blur do not go together for one layer; write a folder")
	default:
		r.report = layers.NewReport(o)
		r.reportTo, err = output.Create(path)
		return err
	}
}

// writeReport writes the report of a layer of so many bytes, which appears with
// the layer.
func (r *run) writeReport(t target, o *layers.Options, bytes int64) error {
	if r.reportTo == nil {
		return nil
	}
	r.report.Finish(o.Inputs(), o.Eventless())
	r.report.Files = append(r.report.Files, &layers.FileReport{Name: t.path, Events: r.located + r.unresolved - r.leftOut, Bytes: bytes})
	text, err := r.report.JSON()
	if err != nil {
		return fmt.Errorf("%s: %w", r.reportTo.Path(), err)
	}
	if _, err = r.reportTo.Write(text); err != nil {
		return err
	}
	return r.reportTo.Close()
}
