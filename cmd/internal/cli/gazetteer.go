package cli

import (
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/urfave/cli/v2"
)

func gazetteerCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:  "gazetteer",
		Usage: "look into the dictionary of places",
		Subcommands: []*cli.Command{
			gazetteerBuildCommand(s),
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
				return usagef("there is no gazetteer command %q", c.Args().First())
			}
			return cli.ShowSubcommandHelp(c)
		},
	}
}

func lookup(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return usagef("no name to look up")
	}
	index, err := openGazetteer(c)
	if err != nil {
		return err
	}
	resolver := gazetteer.NewResolver(index, gazetteer.ResolverOptions{Explain: true})
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
		if err := show(s.Out, &place); err != nil {
			return err
		}
	}
	return nil
}

func showMatch(w io.Writer, p *geo.Place) error {
	m := &p.Match
	switch {
	case m.Located():
		fmt.Fprintf(w, "%s: %s (%s%s), %s, %s match, confidence %.2f\n", oneLine(p.Name), m.Name, m.Type, areas(m), coordinates(m), m.Kind, m.Confidence)
		if radius, known := m.RadiusM.Int(); known {
			fmt.Fprintf(w, "    precision %s, the true place within %.1f km nine times in ten\n", m.Precision, float64(radius)/1000)
		}
	default:
		fmt.Fprintf(w, "%s: %s\n", oneLine(p.Name), m.Kind)
	}
	if m.Reason != "" {
		fmt.Fprintf(w, "    reason: %s\n", m.Reason)
	}
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, c := range m.Candidates {
		fmt.Fprintf(t, "    %.3f\t%s\t%s\t%s\t%.4f, %.4f\t%s\t%s\n", c.Probability, c.Name, c.Type,
			strings.Trim(c.Adm1+", "+c.Country, ", "), c.Point.Lat(), c.Point.Lon(), c.ID, strings.Join(c.Why, "; "))
	}
	return t.Flush()
}

func areas(m *geo.Match) string {
	var out strings.Builder
	for _, a := range []string{m.Adm2, m.Adm1, m.Country} {
		if a != "" && a != m.Name {
			out.WriteString(", " + a)
		}
	}
	return out.String()
}

func coordinates(m *geo.Match) string {
	return fmt.Sprintf("%.4f, %.4f", m.Point.Lat(), m.Point.Lon())
}

func showMatchJSON(w io.Writer, p *geo.Place) error {
	type candidate struct {
		ID          string   `json:"place_id"`
		Name        string   `json:"place_name"`
		Type        string   `json:"place_type"`
		Country     string   `json:"country"`
		Adm1        string   `json:"adm1"`
		Lat         float64  `json:"lat"`
		Lon         float64  `json:"lon"`
		Probability float64  `json:"probability"`
		Why         []string `json:"why"`
	}
	out := struct {
		Place      string      `json:"place"`
		Match      string      `json:"match"`
		Reason     string      `json:"reason,omitempty"`
		Confidence float64     `json:"confidence"`
		Candidates []candidate `json:"candidates"`
	}{p.Name, p.Match.Kind.String(), p.Match.Reason, p.Match.Confidence, []candidate{}}
	for _, c := range p.Candidates {
		out.Candidates = append(out.Candidates, candidate{c.ID, c.Name, c.Type, c.Country, c.Adm1, c.Point.Lat(), c.Point.Lon(), c.Probability, c.Why})
	}
	return json.NewEncoder(w).Encode(out)
}

func gazetteerInfo(c *cli.Context, s Streams) error {
	index, err := openGazetteer(c)
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

// gazetteerReport is what a report says of the gazetteer.
func gazetteerReport(index *gazetteer.Index) layers.Gazetteer {
	info := index.Info()
	return layers.Gazetteer{Name: info.Title, Version: info.Version, Places: info.Places, Attribution: info.Attribution}
}
