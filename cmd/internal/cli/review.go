package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/explain"
	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/cmd/internal/job"
	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/dateline-map/dateline/output/review"
	"github.com/urfave/cli/v2"
)

func reviewCommand(s Streams) *cli.Command {
	return &cli.Command{
		Name:      "review",
		Usage:     "decide on a page of your own browser what open place names mean",
		ArgsUsage: "FILE-OR-FOLDER [FILE-OR-FOLDER ...]",
		Description: `Reads the input as ` + "`dateline map`" + ` does and prints the address of a page that
asks what each name without a place means, the one with the most events first.
Every decision is saved at once in decisions.csv of the output folder, which the
next ` + "`dateline map`" + ` into the folder heeds. Ctrl-C, or Done on the page, ends it.

Nobody else can open the page: it is served to this machine alone, at an address
with a secret. It asks nothing of any network.

EXAMPLES:
   dateline review testdata/stories testdata/records -o layers
   dateline review incidents.csv --decisions decided.csv --port 8080`,
		Flags: slices.Concat([]cli.Flag{
			&cli.StringFlag{Name: "output", Aliases: []string{"o"}, Value: "layers", Usage: "the `FOLDER` of the layers"},
			&cli.StringFlag{Name: "decisions", Usage: "read and save decisions in `FILE`; the default is decisions.csv in the output folder"},
			&cli.IntFlag{Name: "port", Usage: "serve the page at this `PORT`; the default is any that is free"},
			&cli.BoolFlag{Name: "no-merge", Usage: "keep the same event told by several stories apart"},
		}, readingFlags(), columnFlags()),
		Action: func(c *cli.Context) error { return runReview(c, s) },
	}
}

func runReview(c *cli.Context, s Streams) error {
	if !c.Args().Present() {
		return voice.Usagef("no input: name files or folders to read")
	}
	if port := c.Int("port"); port < 0 || port > 65535 {
		return voice.Usagef("--port %d is not between 0 and 65535", port)
	}
	columns, err := readMapping(c)
	if err != nil {
		return err
	}
	path, err := reviewForm(c)
	if err != nil {
		return err
	}
	form, err := input.OpenForm(path)
	if err != nil {
		return err
	}
	index, err := openGazetteer(c, s)
	if err != nil {
		return err
	}
	o, err := readingOf(c, s, index, resolve.Options{Explain: true})
	if err != nil {
		return err
	}
	o.Columns, o.Merge, o.Explained = columns, !c.Bool("no-merge"), false // what explains is the page
	r := job.New(o)
	made := form.Form().Decisions()
	if err := r.Decide(made, path); err != nil {
		return err
	}
	r.Find(c.Args().Slice(), outputsOf(c)...)
	names := review.NewNames(made)
	if err := r.Each(c.Context, names.Add); err != nil {
		return err
	}
	open := names.Sorted()
	if len(open) == 0 {
		r.Voice.Say("nothing to decide: every name has a place")
		return nil
	}
	places := lookedUp{index, resolve.New(index, resolve.Options{Explain: true})}
	places.askAgain(open)
	err = serveReview(c, s, r.Voice, review.Options{
		Names: open, Events: names.Events(), Form: form, Gazetteer: places,
		Reason: explain.Reason, Kind: explain.Type, Again: mapAgain(c),
	})
	return cmp.Or(err, r.Partial())
}

// reviewForm returns the path of the form that the flags name.
func reviewForm(c *cli.Context) (string, error) {
	if path := c.String("decisions"); path != "" {
		return path, nil
	}
	folder := c.String("output")
	if !input.IsFolder(folder) && (folder == "-" || filepath.Ext(folder) != "") {
		return "", voice.WithHint(voice.Usagef("--output %s is not a folder", folder), "name the folder of the layers, or a file with --decisions")
	}
	return filepath.Join(folder, layers.DecisionsFile), nil
}

// lookedUp is the gazetteer as the page asks it.
type lookedUp struct {
	gazetteer.Places
	resolver *resolve.Resolver
}

// Candidates returns what a place could mean, best first.
func (l lookedUp) Candidates(p *geo.Place) []geo.Candidate {
	l.resolver.Locate(p)
	return p.Candidates
}

// ByID returns the place of an id.
func (l lookedUp) ByID(id string) (geo.Candidate, bool) {
	decided, err := l.resolver.Decide([]geo.Decision{{Name: id, PlaceID: id}})
	if err != nil {
		return geo.Candidate{}, false
	}
	p := geo.Place{Name: id}
	decided.Locate(&p)
	return geo.Candidate{ID: p.ID, Name: p.Match.Name, Type: p.Type, Country: p.Country, Adm1: p.Adm1, Point: p.Point}, p.Located()
}

// askAgain finds what decided names could have meant, so that a decision can be
// changed.
func (l lookedUp) askAgain(names []*review.Name) {
	for _, n := range names {
		if !n.Decided {
			continue
		}
		p := n.Place
		p.Match = geo.Match{}
		l.resolver.Locate(&p)
		n.AskAgain(&p)
	}
}

// mapAgain returns the command that heeds the decisions.
func mapAgain(c *cli.Context) string {
	words := []string{"dateline map"}
	for _, arg := range c.Args().Slice() {
		words = append(words, voice.ShellWord(arg))
	}
	words = append(words, "-o", voice.ShellWord(c.String("output")))
	for _, name := range []string{"decisions", "date", "home", "gazetteer", "min-confidence", "types", "no-merge", "map", "mapping", "order"} {
		if c.IsSet(name) {
			words = append(words, flagWords(name, c.Value(name))...)
		}
	}
	return strings.Join(words, " ")
}

// flagWords returns a flag as it is given.
func flagWords(name string, value any) (words []string) {
	switch v := value.(type) {
	case bool:
		return []string{fmt.Sprintf("--%s=%t", name, v)}
	case cli.StringSlice:
		for _, each := range v.Value() {
			words = append(words, "--"+name, voice.ShellWord(each))
		}
		return words
	}
	return []string{"--" + name, voice.ShellWord(fmt.Sprint(value))}
}

// serveReview serves the page until the user has done, or interrupts. What was
// decided is saved either way, so that neither is a failure.
func serveReview(c *cli.Context, s Streams, v voice.Voice, o review.Options) error {
	listener, err := net.Listen("tcp4", fmt.Sprintf("127.0.0.1:%d", c.Int("port")))
	if err != nil {
		return voice.WithHint(voice.Cause(err), "another --port, or none for any that is free")
	}
	o.Host = listener.Addr().String()
	page := review.New(o)
	server := &http.Server{Handler: page, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	v.Say("open this address in a browser; Ctrl-C ends the review:")
	if _, err := fmt.Fprintln(s.Out, page.Address()); err != nil {
		return errors.Join(err, server.Close())
	}
	select {
	case err := <-ended:
		return err
	case <-c.Context.Done():
	case <-page.Done():
	}
	last, cancel := context.WithTimeout(context.Background(), time.Second)
	defer cancel()
	_ = server.Shutdown(last) // an answer that takes longer has no reader
	v.Say("decided   %d of %s, saved in %s", page.Decided(), voice.Plural(len(o.Names), "name"), o.Form.Path())
	v.Say("next      %s", o.Again)
	return nil
}
