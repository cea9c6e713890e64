package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"slices"
	"strings"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/fetch"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/urfave/cli/v2"
)

func gazetteerGetCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "get",
		Usage:     "fetch every village of a country from GeoNames; later runs know them without a flag",
		ArgsUsage: "COUNTRY [COUNTRY ...]",
		Description: `Fetches GeoNames' places and alternate names of countries, given as codes of
two letters, and makes a gazetteer of them, of those fetched before and of the
program's world. Every later run uses it, unless --gazetteer says otherwise. It is
kept in $DATELINE_DATA, or in the system's folder for a program's data. An
interrupted download goes on where it stopped; what has not changed is not
fetched again. No other command uses the network.

EXAMPLES:
   dateline gazetteer get IQ SY
   dateline gazetteer list`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "server", Value: fetch.GeoNamesServer, Usage: "fetch from `URL`, a copy of GeoNames' folder export/dump"},
			quietFlag(),
		},
		Action: func(c *cli.Context) error { return getCountries(c, s) },
	}
}

func getCountries(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return voice.Usagef("no country: name countries by their codes, such as IQ")
	}
	var countries []string
	for _, arg := range c.Args().Slice() {
		code := strings.ToUpper(arg)
		if !fetch.IsAlpha2(code) {
			return voice.Usagef("%q is no country code of two letters", arg)
		}
		countries = append(countries, code)
	}
	dir, err := fetch.OpenStore()
	if err != nil {
		return err
	}
	v := voiceOf(c, s)
	bar := v.Progress(-1, "bytes")
	agent := "dateline/" + Version() + " (https://github.com/dateline-map/dateline)"
	d := fetch.NewDownloader(c.String("server"), agent, func(n int) { _ = bar.Add(n) })
	for _, code := range countries {
		if err := d.Country(c.Context, code, dir); err != nil {
			return voice.WithHint(err, "run the same command again: what has been fetched is kept")
		}
	}
	_ = bar.Finish()
	return rebuild(c.Context, dir, v)
}

func gazetteerListCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:        "list",
		Usage:       "list the countries that have been fetched",
		Description: "EXAMPLES:\n   dateline gazetteer list",
		Action: func(*cli.Context) error {
			dir, err := fetch.OpenStore()
			if err != nil {
				return err
			}
			countries, err := dir.Countries()
			if err == nil && len(countries) == 0 {
				fmt.Fprintln(s.Err, "dateline: no country has been fetched; `dateline gazetteer get` fetches some")
			}
			for _, code := range countries {
				if info, err := os.Stat(dir.Places(code)); err == nil {
					fmt.Fprintf(s.Out, "%s\t%s\t%d\n", code, info.ModTime().UTC().Format(time.DateOnly), info.Size())
				}
			}
			return err
		},
	}
}

func gazetteerRemoveCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:        "remove",
		Usage:       "remove countries that have been fetched",
		ArgsUsage:   "COUNTRY [COUNTRY ...]",
		Description: "EXAMPLES:\n   dateline gazetteer remove SY",
		Action: func(c *cli.Context) error {
			dir, err := fetch.OpenStore()
			if err != nil {
				return err
			}
			there, err := dir.Countries()
			if err != nil {
				return err
			}
			for _, arg := range c.Args().Slice() {
				code := strings.ToUpper(arg)
				if !slices.Contains(there, code) {
					return voice.Usagef("%q has not been fetched", arg)
				}
				_ = os.Remove(dir.Names(code)) // may be missing after an interruption
				if err := os.Remove(dir.Places(code)); err != nil {
					return err
				}
			}
			return rebuild(c.Context, dir, voiceOf(c, s))
		},
	}
}

// rebuild makes the index of what is there; of nothing, there is none.
func rebuild(ctx context.Context, s fetch.Store, v voice.Voice) error {
	countries, err := s.Countries()
	if err != nil {
		return err
	}
	if len(countries) == 0 {
		if err := os.Remove(s.Index()); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		v.Say("there is no country left: the program's world is used again")
		return nil
	}
	world, err := world.Open()
	if err != nil {
		return err
	}
	sources, newest := s.Sources(countries)
	b := builder{voice: v}
	var done importer.Result
	err = toFile(s.Index(), io.Discard, func(w io.Writer) (err error) {
		done, err = importer.Run(ctx, w, sources, importer.Options{
			World: world, Problem: b.tell,
			Title: "World and villages of " + strings.Join(countries, ", "), Version: newest.UTC().Format(time.DateOnly),
		})
		return err
	})
	b.rest()
	if err != nil {
		return err
	}
	b.summarise(done, s.Index())
	return nil
}
