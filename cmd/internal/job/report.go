package job

import (
	"fmt"

	"github.com/dateline-map/dateline/output/layers"
)

// writeReport writes the report of a layer of so many bytes, which appears with
// the layer.
func (r *Run) writeReport(t Target, o *layers.Options, bytes int64) error {
	if r.reportTo == nil {
		return nil
	}
	r.report.Finish(o.Inputs(), o.Eventless())
	r.report.Files = append(r.report.Files, &layers.FileReport{Name: t.Path, Events: r.located + r.unresolved - r.leftOut, Bytes: bytes})
	text, err := r.report.JSON()
	if err != nil {
		return fmt.Errorf("%s: %w", r.reportTo.Path(), err)
	}
	if _, err = r.reportTo.Write(text); err != nil {
		return err
	}
	return r.reportTo.Close()
}
