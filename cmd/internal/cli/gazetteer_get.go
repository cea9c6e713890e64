package cli

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"net/http"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/dateline-map/dateline/gazetteer/build"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/urfave/cli/v2"
)

// geoNamesServer is where GeoNames has its dumps.
const geoNamesServer = "https://download.geonames.org/export/dump/"

// store is the folder in which the places of countries wait that the user has
// fetched, and the index that is made of them:
//
//	gazetteer.idx           of all of them and the world
//	geonames/IQ.zip         places
//	geonames/IQ-names.zip   alternate names
type store string

// openStore returns the user's store, which need not be there.
func openStore() (store, error) {
	if dir := os.Getenv("DATELINE_DATA"); dir != "" {
		return store(dir), nil
	}
	if dir := os.Getenv("XDG_DATA_HOME"); filepath.IsAbs(dir) {
		return store(filepath.Join(dir, "dateline")), nil
	}
	if runtime.GOOS == "windows" || runtime.GOOS == "darwin" {
		dir, err := os.UserConfigDir()
		return store(filepath.Join(dir, "dateline")), err
	}
	home, err := os.UserHomeDir()
	return store(filepath.Join(home, ".local", "share", "dateline")), err
}

func (s store) index() string { return filepath.Join(string(s), "gazetteer.idx") }
func (s store) places(country string) string {
	return filepath.Join(string(s), "geonames", country+".zip")
}
func (s store) names(country string) string {
	return filepath.Join(string(s), "geonames", country+"-names.zip")
}

// countries lists what is there, in order.
func (s store) countries() ([]string, error) {
	files, err := os.ReadDir(filepath.Join(string(s), "geonames"))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	var out []string
	for _, f := range files {
		if code, ok := strings.CutSuffix(f.Name(), ".zip"); ok && isAlpha2(code) {
			out = append(out, code)
		}
	}
	return out, nil
}

func isAlpha2(s string) bool {
	return len(s) == 2 && strings.Trim(s, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == ""
}

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
			&cli.StringFlag{Name: "server", Value: geoNamesServer, Usage: "fetch from `URL`, a copy of GeoNames' folder export/dump"},
			quietFlag(),
		},
		Action: func(c *cli.Context) error { return getCountries(c, s) },
	}
}

func getCountries(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return usagef("no country: name countries by their codes, such as IQ")
	}
	var countries []string
	for _, arg := range c.Args().Slice() {
		code := strings.ToUpper(arg)
		if !isAlpha2(code) {
			return usagef("%q is no country code of two letters", arg)
		}
		countries = append(countries, code)
	}
	dir, err := openStore()
	if err != nil {
		return err
	}
	v := voiceOf(c, s)
	bar := v.progress(-1, "bytes")
	d := downloader{
		base: c.String("server"), agent: "dateline/" + Version() + " (https://github.com/dateline-map/dateline)", client: &http.Client{Timeout: 30 * time.Minute}, pause: 2 * time.Second,
		got: func(n int) { _ = bar.Add(n) },
	}
	for _, code := range countries {
		if err := d.country(c.Context, code, dir); err != nil {
			return withHint(err, "run the same command again: what has been fetched is kept")
		}
	}
	_ = bar.Finish()
	return dir.rebuild(c.Context, v)
}

// country fetches the files of a country. A file that is no archive, such as the
// page of a hotel's network, goes again.
func (d *downloader) country(ctx context.Context, code string, dir store) error {
	for _, f := range []struct{ name, path string }{
		{code + ".zip", dir.places(code)},
		{"alternatenames/" + code + ".zip", dir.names(code)},
	} {
		if err := d.fetch(ctx, f.name, f.path); err != nil {
			return err
		}
		if err := checkZip(f.path); err != nil {
			_ = os.Remove(f.path)
			return fmt.Errorf("%s of %s: %w", f.name, d.base, err)
		}
	}
	return nil
}

// checkZip reads a whole archive, and so compares its checksums.
func checkZip(path string) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		r.Close()
	}
	return nil
}

// rebuild makes the index of what is there; of nothing, there is none.
func (s store) rebuild(ctx context.Context, v voice) error {
	countries, err := s.countries()
	if err != nil {
		return err
	}
	if len(countries) == 0 {
		if err := os.Remove(s.index()); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
		v.say("there is no country left: the program's world is used again")
		return nil
	}
	world, err := world.Open()
	if err != nil {
		return err
	}
	sources, newest := s.sources(countries)
	b := builder{voice: v}
	var done build.Imported
	err = toFile(s.index(), io.Discard, func(w io.Writer) (err error) {
		done, err = build.Import(ctx, w, sources, build.ImportOptions{
			World: world, Problem: b.tell,
			Title: "World and villages of " + strings.Join(countries, ", "), Version: newest.UTC().Format(time.DateOnly),
		})
		return err
	})
	b.rest()
	if err != nil {
		return err
	}
	b.summarise(done, s.index())
	return nil
}

// sources lists the files of countries that are there, and tells when the newest of
// them was made.
func (s store) sources(countries []string) (paths []string, newest time.Time) {
	for _, code := range countries {
		for _, path := range []string{s.places(code), s.names(code)} {
			info, err := os.Stat(path)
			if err != nil {
				continue
			}
			paths = append(paths, path)
			if info.ModTime().After(newest) {
				newest = info.ModTime()
			}
		}
	}
	return paths, newest
}

func gazetteerListCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:        "list",
		Usage:       "list the countries that have been fetched",
		Description: "EXAMPLES:\n   dateline gazetteer list",
		Action: func(*cli.Context) error {
			dir, err := openStore()
			if err != nil {
				return err
			}
			countries, err := dir.countries()
			for _, code := range countries {
				if info, err := os.Stat(dir.places(code)); err == nil {
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
			dir, err := openStore()
			if err != nil {
				return err
			}
			there, err := dir.countries()
			if err != nil {
				return err
			}
			for _, arg := range c.Args().Slice() {
				code := strings.ToUpper(arg)
				if !slices.Contains(there, code) {
					return usagef("%q has not been fetched", arg)
				}
				_ = os.Remove(dir.names(code)) // may be missing after an interruption
				if err := os.Remove(dir.places(code)); err != nil {
					return err
				}
			}
			return dir.rebuild(c.Context, voiceOf(c, s))
		},
	}
}
