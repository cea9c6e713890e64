package cli

import (
	"errors"
	"io"

	"github.com/dateline-map/dateline/cmd/internal/garbage"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer/build/importer"
	"github.com/dateline-map/dateline/gazetteer/world"
	"github.com/urfave/cli/v2"
)

func gazetteerBuildCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "build",
		Usage:     "make a gazetteer of place lists: GeoNames, Who's On First, Natural Earth, your own tables",
		ArgsUsage: "SOURCE [SOURCE ...]",
		Description: `Makes a file for --gazetteer. A SOURCE is a file, an archive (.zip, .tgz,
.tar.gz, .tar.bz2) or a folder; what is in it is told by its content:

   GeoNames          IQ.zip, allCountries.zip, alternateNamesV2.zip,
                     admin1CodesASCII.txt, admin2Codes.txt
   Who's On First    records as GeoJSON, such as whosonfirst-data-admin-iq
   Natural Earth     admin_1_states_provinces as GeoJSON
   your own          CSV, TSV or GeoJSON with name, lat, lon, and if you like
                     aliases, kind, country, admin1, admin2, code, population;
                     OCHA's tables of administrative areas as they are

A place that several sources have becomes one place with all their names. Your
own places win over published lists, and those over the program's world. A dump of
the whole world needs a gigabyte of memory, and six of disk in the system's
folder for temporary files (TMPDIR).

EXAMPLES:
   dateline gazetteer build -o iraq.idx IQ.zip alternateNamesV2.zip
   dateline gazetteer build -o mine.idx whosonfirst-data-admin-sy.tgz camps.csv
   dateline geocode --gazetteer mine.idx incidents.csv -o out.csv`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Usage: "write the index to `FILE`"},
			&cli.BoolFlag{Name: "with-world", Value: true, Usage: "keep the countries, provinces, rivers and towns of the program's world"},
			&cli.StringFlag{Name: "title", Usage: "call the gazetteer `TEXT`"},
			&cli.StringFlag{Name: "data-version", Usage: "the `DATE` or version of the sources, to be shown by gazetteer info"},
			quietFlag(),
		},
		Action: func(c *cli.Context) error { return buildGazetteer(c, s) },
	}
}

func buildGazetteer(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return voice.Usagef("no source: name place lists to build from")
	}
	if c.String("output") == "" {
		return voice.Usagef("no output: name a file with -o")
	}
	b := builder{voice: voiceOf(c, s)}
	world, err := world.Open()
	if err != nil {
		return err
	}
	options := importer.Options{
		World: world, Alone: !c.Bool("with-world"),
		Problem: b.tell, Title: c.String("title"), Version: c.String("data-version"),
	}
	defer garbage.Bound(garbage.OfIndexes)()
	bar := b.voice.Progress(-1, "records")
	options.Progress = func() { _ = bar.Add(1) }
	var done importer.Result
	err = toFile(c.String("output"), s.Out, func(w io.Writer) (err error) {
		done, err = importer.Run(c.Context, w, c.Args().Slice(), options)
		return err
	})
	_ = bar.Finish()
	b.rest()
	if errors.Is(err, importer.ErrNothing) {
		return voice.WithHint(err, "run `dateline gazetteer build --help` for what can be read")
	}
	if err != nil {
		return err
	}
	b.summarise(done, c.String("output"))
	if done.Problems > 0 {
		return voice.ErrPartial
	}
	return nil
}

// builder tells what is wrong with place lists, as far as anybody wants to know.
type builder struct {
	voice    voice.Voice
	problems int
}

func (b *builder) tell(err error) {
	if b.problems++; b.problems <= voice.MostWarnings {
		b.voice.Warn(err)
	}
}

func (b *builder) rest() {
	if b.problems > voice.MostWarnings {
		b.voice.Say("dateline: %s more", voice.Plural(b.problems-voice.MostWarnings, "warning"))
	}
}

func (b *builder) summarise(done importer.Result, output string) {
	for _, s := range done.Sources {
		switch {
		case s.Places > 0:
			b.voice.Say("read      %s: %s of %s, %d of them new", s.Path, voice.Plural(s.Places, "place"), s.Kind, s.New)
		case s.Names > 0:
			b.voice.Say("read      %s: %s of %s", s.Path, voice.Plural(s.Names, "name"), s.Kind)
		}
	}
	if done.Problems > 0 {
		b.voice.Say("refused   %s", voice.Plural(done.Problems, "record"))
	}
	b.voice.Say("written   %s: %s", output, voice.Plural(done.Places, "place"))
}
