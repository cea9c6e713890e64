package cli

import (
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output"
	"github.com/urfave/cli/v2"
)

// fieldsFlag says which properties are written.
func fieldsFlag() cli.Flag {
	return &cli.StringSliceFlag{Name: "fields", Usage: "write these properties only: `LIST` is KEY[,KEY...], where event stands for all of the event's, input for the input's columns, and -KEY leaves one out (see docs/formats.md)"}
}

// fieldsOf returns the properties that the flags ask for; nil for all.
func fieldsOf(c *cli.Context) (*output.Fields, error) {
	if !c.IsSet("fields") {
		return nil, nil
	}
	f, err := output.ParseFields(c.StringSlice("fields")...)
	if err != nil {
		return nil, voice.Usagef("--fields: %v", err)
	}
	return f, nil
}

// mergeable refuses fields of a shard by which merge could not put its features in
// order.
func mergeable(c *cli.Context, t job.Target) error {
	if c.String("shard") == "" || t.Sort == nil || t.Fields.Has("start", false) && t.Fields.Has("end", false) {
		return nil
	}
	return voice.Usagef("--fields of a --shard needs start and end, by which dateline merge puts events in order; merge has --fields, too, to leave them out")
}
