package cli

import (
	"fmt"
	"io"
	"os"

	"github.com/dateline-map/dateline/output/layers"
	"github.com/urfave/cli/v2"
)

// reporting returns the report of a run that writes one layer, nil if nobody
// asked for it.
func reporting(c *cli.Context, t target, o layers.Options) (*layers.Report, error) {
	switch path := c.String("report"); {
	case path == "":
		return nil, nil
	case t.folder:
		return nil, usagef("--report is for one layer; a folder has its %s", layers.ReportFile)
	case path == stdinPath:
		return nil, usagef("--report needs a file")
	case c.IsSet("blur"):
		return nil, usagef("--report and --blur do not go together for one layer; write a folder")
	}
	return layers.NewReport(o), nil
}

// writeReport writes the report once the layer is there.
func (r *run) writeReport(path string, t target, o *layers.Options) error {
	if path == "" {
		return nil
	}
	r.report.Finish(o.Inputs(), o.Eventless())
	file := &layers.FileReport{Name: t.path, Events: r.located + r.unresolved - r.leftOut}
	if info, err := os.Stat(t.path); err == nil && !t.stdout {
		file.Bytes = info.Size()
	}
	r.report.Files = append(r.report.Files, file)
	text, err := r.report.JSON()
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return toFile(path, io.Discard, func(w io.Writer) error {
		_, err := w.Write(text)
		return err
	})
}
