// Package cli is the dateline command: it reads flags, joins the library's
// parts into runs, and speaks to people. Nothing else of the program knows
// everybody.
package cli

import (
	"context"
	"errors"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"slices"
	"syscall"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/output/layers"
	"github.com/urfave/cli/v2"
	"golang.org/x/term"
)

// Exit codes, as promised in the manual.
const (
	exitOK      = 0
	exitFailed  = 1 // nothing could be done
	exitUsage   = 2
	exitPartial = 3 // done, but some input was refused
)

// meaning says what exit codes mean.
var meaning = map[int]string{
	exitOK: "done", exitFailed: "nothing could be done", exitUsage: "wrong command line", exitPartial: "done, but some input was refused",
}

// Main runs the command and returns its exit code.
func Main(args []string, s Streams) int {
	begun := time.Now()
	v := voice.Voice{Err: s.Err, Terminal: s.Terminal, JSON: asksForJSON(args), Quiet: slices.Contains(args, "-q") || slices.Contains(args, "--quiet")}
	code := runCommand(v, args, s)
	v.End(code, meaning[code], time.Since(begun))
	return code
}

// runCommand runs the command, says why it failed, and returns its exit code.
func runCommand(v voice.Voice, args []string, s Streams) int {
	ctx, stop := signal.NotifyContext(context.Background(), asking()...)
	defer stop()
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	app := newApp(s)
	err := app.RunContext(ctx, flagsFirst(app, args))
	if missing := cli.ExitCoder(nil); errors.As(err, &missing) { // only the help command's: it knows no such topic
		err = noCommand(args[len(args)-1], app.Commands)
	}
	var usage voice.UsageError
	switch {
	case err == nil:
		return exitOK
	case errors.Is(err, voice.ErrPartial):
		return exitPartial
	case errors.As(err, &usage):
		v.Fail(err)
		v.Hint(helpHint(app, args))
		return exitUsage
	case errors.Is(err, context.Canceled):
		v.Fail(errors.New("interrupted; no output was changed"))
		v.Advise(err)
		return exitFailed
	default:
		v.Fail(voice.Advised(err))
		return exitFailed
	}
}

// asking returns the signals that ask a run to stop, without those that who began
// it wants ignored, as nohup does.
func asking() []os.Signal {
	return slices.DeleteFunc([]os.Signal{os.Interrupt, syscall.SIGTERM, syscall.SIGHUP}, signal.Ignored)
}

// asksForJSON reports whether messages are to be JSON. The flags themselves may
// be what is wrong.
func asksForJSON(args []string) bool {
	i := slices.Index(args, "--log-format")
	return slices.Contains(args, "--log-format=json") || i >= 0 && i+1 < len(args) && args[i+1] == "json"
}

func newApp(s Streams) *cli.App {
	app := &cli.App{
		Name:      "dateline",
		Usage:     "turn news stories and event records into dated map layers, offline",
		UsageText: "dateline COMMAND [FLAGS] [FILES AND FOLDERS]",
		Description: `dateline reads stories (text, web pages, feeds, NDJSON) and tables (CSV, Excel,
JSON, GeoJSON, GeoPackage, Parquet and others), finds where and when each event
happened, and writes GeoJSON layers sorted by date. Nothing is dropped: what has no
place is listed, with the reason.

EXAMPLES:
   dateline map testdata/stories testdata/records -o layers
   dateline map incidents.csv -o incidents.geojson
   dateline gazetteer lookup "Al Qaim"`,
		Version:                   Version(),
		Reader:                    s.In,
		Writer:                    s.Out,
		ErrWriter:                 s.Err,
		DisableSliceFlagSeparator: true, // "Aleppo, Syria" is one value
		EnableBashCompletion:      true,
		HideHelpCommand:           false,
		ExitErrHandler:            func(*cli.Context, error) {}, // Main decides
		Commands: []*cli.Command{
			mapCommand(s), reviewCommand(s), mergeCommand(s), geocodeCommand(s), geoparseCommand(s), explainCommand(s), checkCommand(s), gazetteerCommand(s), completionCommand(), manCommand(),
		},
		OnUsageError: badFlag,
		Action: func(c *cli.Context) error {
			if c.Args().Present() {
				return noCommand(c.Args().First(), c.App.Commands)
			}
			return cli.ShowAppHelp(c)
		},
	}
	for _, c := range app.Commands {
		complete(c)
	}
	return app
}

// complete gives a command and those below it what all commands have. Of a switch nobody
// needs to be told that it is off.
func complete(c *cli.Command) {
	c.OnUsageError = badFlag
	for _, f := range c.Flags {
		if b, ok := f.(*cli.BoolFlag); ok {
			b.DisableDefaultText = !b.Value
		}
	}
	for _, sub := range c.Subcommands {
		complete(sub)
	}
}

// version is set by the linker for a release.
var version = ""

// Version returns the program's version: the release's, else the module's.
func Version() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" {
		return info.Main.Version
	}
	return "(devel)"
}

// Streams are a command's three standard streams.
type Streams struct {
	In       io.Reader
	Out, Err io.Writer
	Terminal bool // Err is watched by a person
}

// Standard returns the process's own streams.
func Standard() Streams {
	return Streams{In: os.Stdin, Out: os.Stdout, Err: os.Stderr, Terminal: term.IsTerminal(int(os.Stderr.Fd()))}
}

// voiceOf returns the voice that a command's flags ask for.
func voiceOf(c *cli.Context, s Streams) voice.Voice {
	return voice.Voice{Err: s.Err, Terminal: s.Terminal, Quiet: c.Bool("quiet"), JSON: c.String("log-format") == "json"}
}

func quietFlag() cli.Flag {
	return &cli.BoolFlag{Name: "quiet", Aliases: []string{"q"}, Usage: "say nothing but errors"}
}

// program is what reports say of this program.
func program() layers.Program { return layers.Program{Name: voice.Program, Version: Version()} }
