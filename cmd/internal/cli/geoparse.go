package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/parallel"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
	"github.com/dateline-map/dateline/geo/news/geoparse"
	"github.com/dateline-map/dateline/geo/news/tag"
	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
	"github.com/urfave/cli/v2"
)

func geoparseCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "geoparse",
		Usage:     "find the place names in documents, and where they are",
		ArgsUsage: "FILE-OR-FOLDER [FILE-OR-FOLDER ...]",
		Description: `Writes, as the output's ending or --format says:

   ndjson    one JSON object a document: {"id", "mentions": [{"start", "end",
             "name", "lat", "lon", "place_id", "place_name", "place_type",
             "country", "demonym", "match", "reason", "confidence"}]}
   geojson   one point a mention, with the sentence that names it; a mention
             without a place has the geometry null
   html      a page of the documents with their place names highlighted

Offsets count Unicode code points of the text. With the reason "stand_in" the
point is that of another place of the story, near which the one named is.

With --spans given, the input is NDJSON whose documents have "mentions" with
"start" and "end", and only these are resolved.

EXAMPLES:
   dateline geoparse testdata/stories -o mentions.ndjson
   dateline geoparse testdata/stories -o stories.html
   dateline geoparse --format geojson story.txt | ogrinfo -al /vsistdin/
   dateline geoparse --spans given docs.jsonl -o out.jsonl`,
		Flags: []cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "-", Usage: "write to `FILE`, or - for standard output"},
			&cli.StringFlag{Name: "format", Usage: "write `FORMAT`: ndjson, geojson or html; the default is by the output's ending, else ndjson"},
			&cli.StringFlag{Name: "spans", Value: "found", Usage: "`WHICH` names: found by the program, or given in the input"},
			&cli.BoolFlag{Name: "no-demonyms", Usage: "leave out peoples and adjectives such as Iraqi"},
			homeFlag(),
			gazetteerFlag(),
			&cli.Float64Flag{Name: "min-confidence", Usage: "give no coordinates to places less likely right than `P` (0 to 1)"},
			&cli.StringFlag{Name: "baseline", Usage: "`PART` to replace by its plain baseline, for comparison: tagger, resolver or both"},
			quietFlag(),
		},
		Action: func(c *cli.Context) error { return runGeoparse(c, s) },
	}
}

// parsed is a document with the names that its source marks in it.
type parsed struct {
	document.Document
	given []tag.Name
}

func runGeoparse(c *cli.Context, s Streams) error {
	spans := c.String("spans")
	if spans != "found" && spans != "given" {
		return voice.Usagef("--spans %q is neither found nor given", spans)
	}
	if !c.Args().Present() {
		return voice.Usagef("no input: name files or folders to read")
	}
	if err := input.CheckOutput(c.String("output"), c.Args().Slice()); err != nil {
		return err
	}
	form, err := mentionsForm(c.String("format"), c.String("output"))
	if err != nil {
		return err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	reader, err := geoparser(c, index)
	if err != nil {
		return err
	}
	v := voiceOf(c, s)
	documents := openParsed(c.Args().Slice(), spans == "given")
	read := func(p parsed) mentions {
		m := mentions{document: p.Document}
		if spans == "given" {
			m.toponyms = reader.Resolve(&p.Document, p.given)
		} else {
			m.toponyms = reader.Toponyms(&p.Document)
		}
		form.encode(&m)
		return m
	}
	return toFile(c.String("output"), s.Out, func(w io.Writer) error {
		return writeMentions(c, v, form.to(w, index.Info().Attribution), parallel.Texts(documents, func(p parsed) int { return len(p.Text) }, read))
	})
}

// geoparser returns the reader that the flags ask for.
func geoparser(c *cli.Context, index gazetteer.Places) (*geoparse.Parser, error) {
	baseline := c.String("baseline")
	switch baseline {
	case "", "tagger", "resolver", "both":
	default:
		return nil, voice.Usagef("--baseline %q is none of tagger, resolver, both", baseline)
	}
	confidence := c.Float64("min-confidence")
	if confidence == 0 {
		confidence = -1 // every match: whoever reads the mentions sees their confidence
	}
	resolver := resolve.New(index, resolve.Options{
		MinConfidence: confidence,
		MostPopulous:  baseline == "resolver" || baseline == "both",
	})
	home, err := home(c, resolver)
	if err != nil {
		return nil, err
	}
	return &geoparse.Parser{
		Gazetteer: resolver,
		Home:      home,
		Tagging: tag.Options{
			NoDemonyms:   c.Bool("no-demonyms"),
			LongestMatch: baseline == "tagger" || baseline == "both",
		},
	}, nil
}

// writeMentions writes the documents of a stream and tells its problems.
func writeMentions(c *cli.Context, v voice.Voice, w mentionsWriter, documents iter.Seq2[mentions, error]) error {
	bar := v.Progress(-1, "documents")
	defer bar.Finish()
	done, refused := 0, 0
	for m, err := range documents {
		if c.Context.Err() != nil {
			return c.Context.Err()
		}
		if err != nil {
			if input.Refused(err) {
				refused++
			}
			_ = bar.Clear()
			v.Warn(err)
			continue
		}
		done++
		_ = bar.Add(1)
		if err := w.write(&m); err != nil {
			return err
		}
	}
	if err := w.close(); err != nil {
		return err
	}
	switch {
	case done == 0 && refused > 0:
		return errors.New("nothing could be read")
	case refused > 0:
		return voice.ErrPartial
	}
	return nil
}

// toFile has write write to the file of that path, which appears whole or not at
// all, or to standard output.
func toFile(path string, stdout io.Writer, write func(io.Writer) error) error {
	if path == input.Stdin {
		b := bufio.NewWriter(stdout)
		return errors.Join(write(b), b.Flush())
	}
	file, err := output.Create(path)
	if err != nil {
		return err
	}
	defer file.Abort()
	b := bufio.NewWriter(file)
	if err := write(b); err != nil && !errors.Is(err, voice.ErrPartial) {
		return err
	} else if flushed := b.Flush(); flushed != nil {
		return fmt.Errorf("%s: %w", path, voice.Cause(flushed))
	} else if done := file.Commit(); done != nil {
		return done
	} else {
		return err
	}
}

// openParsed yields the documents of files and folders. The order of the
// mentions in them is kept.
func openParsed(paths []string, given bool) iter.Seq2[parsed, error] {
	return func(yield func(parsed, error) bool) {
		library := input.NewLibrary(when.Interval{})
		library.Again = true
		for _, path := range paths {
			if given {
				for p, err := range openGiven(path) {
					if !yield(p, err) {
						return
					}
				}
				continue
			}
			for d, err := range library.Open(path) {
				if !yield(parsed{Document: d}, err) {
					return
				}
			}
		}
	}
}

// openGiven yields the documents of NDJSON that has the names marked.
func openGiven(path string) iter.Seq2[parsed, error] {
	return func(yield func(parsed, error) bool) {
		f, err := os.Open(path)
		if err != nil {
			yield(parsed{}, &geo.Problem{File: path, Refused: true, Err: voice.Cause(err)})
			return
		}
		defer f.Close()
		lines := bufio.NewScanner(f)
		lines.Buffer(nil, 16<<20)
		for row := 1; lines.Scan(); row++ {
			if len(lines.Bytes()) == 0 {
				continue
			}
			p, err := parseGiven(lines.Bytes())
			if err != nil {
				err = &geo.Problem{File: path, Row: row, Refused: true, Err: err}
			}
			if !yield(p, err) {
				return
			}
		}
		if err := lines.Err(); err != nil {
			yield(parsed{}, &geo.Problem{File: path, Refused: true, Err: err})
		}
	}
}

func parseGiven(line []byte) (parsed, error) {
	var d struct {
		ID, Text, Title string
		Mentions        []struct{ Start, End int }
	}
	if err := json.Unmarshal(line, &d); err != nil {
		return parsed{}, err
	}
	p := parsed{Document: document.Document{ID: d.ID, Text: d.Text, Title: d.Title}}
	offsets := byteOffsets(d.Text)
	for _, m := range d.Mentions {
		if m.Start < 0 || m.End <= m.Start || m.End >= len(offsets) {
			return p, fmt.Errorf("mention from %d to %d lies outside the text of %d characters", m.Start, m.End, len(offsets)-1)
		}
		p.given = append(p.given, tag.Name{Start: offsets[m.Start], End: offsets[m.End]})
	}
	return p, nil
}

// byteOffsets returns the byte offset of every code point, and of the end.
func byteOffsets(s string) []int {
	out := make([]int, 0, len(s)+1)
	for i := range s {
		out = append(out, i)
	}
	return append(out, len(s))
}
