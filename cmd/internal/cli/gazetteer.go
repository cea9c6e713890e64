package cli

import (
	"encoding/json"
	"fmt"
	"text/tabwriter"

	"github.com/dateline-map/dateline/cmd/internal/garbage"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/urfave/cli/v2"
)

func gazetteerCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:  "gazetteer",
		Usage: "look into the dictionary of places",
		Subcommands: []*cli.Command{
			gazetteerBuildCommand(s), gazetteerGetCommand(s), gazetteerListCommand(s), gazetteerRemoveCommand(s),
			{
				Name:      "lookup",
				Usage:     "show what a name could mean, how likely, and why",
				ArgsUsage: "NAME [NAME ...]",
				Description: `EXAMPLES:
   dateline gazetteer lookup "Al Qaim"
   dateline gazetteer lookup --country Iraq "south of Kirkuk"
   dateline gazetteer lookup --with Dallas --with Tyler Paris`,
				Flags: []cli.Flag{
					&cli.StringFlag{Name: "country", Usage: "the `COUNTRY` it is said to lie in, by name or code"},
					&cli.StringFlag{Name: "adm1", Usage: "the first-level `AREA` it is said to lie in"},
					&cli.StringFlag{Name: "adm2", Usage: "the second-level `AREA` it is said to lie in"},
					&cli.StringSliceFlag{Name: "with", Usage: "another `NAME` of the same story; may be given again"},
					gazetteerFlag(),
					&cli.BoolFlag{Name: "json", Usage: "print one JSON object a name"},
				},
				Action: func(c *cli.Context) error { return lookup(c, s) },
			},
			{
				Name:        "info",
				Usage:       "say what the gazetteer is made of, and the attribution it asks for",
				Description: "EXAMPLES:\n   dateline gazetteer info",
				Flags:       []cli.Flag{gazetteerFlag(), &cli.BoolFlag{Name: "json", Usage: "print JSON"}},
				Action:      func(c *cli.Context) error { return gazetteerInfo(c, s) },
			},
		},
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return noCommand(c.Args().First(), c.Command.Subcommands)
			}
			return cli.ShowSubcommandHelp(c)
		},
	}
}

func lookup(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return voice.Usagef("no name to look up")
	}
	defer garbage.Bound(garbage.OfTables)()
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	resolver := resolve.New(index, resolve.Options{Explain: true})
	for _, name := range c.Args().Slice() {
		place := geo.Place{Name: name, Within: geo.Within{Country: c.String("country"), Adm1: c.String("adm1"), Adm2: c.String("adm2")}}
		together := []*geo.Place{&place}
		for _, other := range c.StringSlice("with") {
			together = append(together, &geo.Place{Name: other})
		}
		resolver.Locate(together...)
		show := showMatch
		if c.Bool("json") {
			show = showMatchJSON
		}
		if err := show(s.Out, &place, calledToo(index, &place.Match), resolver.Changes(&place, together[1:]...)); err != nil {
			return err
		}
	}
	return nil
}

func gazetteerInfo(c *cli.Context, s Streams) error {
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	info := index.Info()
	if c.Bool("json") {
		e := json.NewEncoder(s.Out)
		e.SetIndent("", "  ")
		return e.Encode(info)
	}
	fmt.Fprintf(s.Out, "%s %s: %d places, %d distinct names, %d with an area\n\n", info.Title, info.Version, info.Places, info.Keys, info.Areas)
	t := tabwriter.NewWriter(s.Out, 0, 0, 2, ' ', 0)
	for _, source := range info.Sources {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", source.Name, source.Version, source.License, source.URL)
	}
	if err := t.Flush(); err != nil {
		return err
	}
	fmt.Fprintf(s.Out, "\n%s\n", info.Attribution)
	return nil
}
