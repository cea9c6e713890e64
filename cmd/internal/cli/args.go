package cli

import (
	"os"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo/record"
	"github.com/urfave/cli/v2"
)

// flagsFirst moves a command's flags before its other arguments, for the flag
// package stops at the first of these and people do not: in `map stories -o
// layers` the -o is a flag. What follows "--" stays as it is.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) == 0 {
		return args
	}
	words, c := commandOf(app, args[1:])
	flags := app.Flags
	if c != nil {
		flags = c.Flags
	}
	out, rest := args[:1+words], args[1+words:]
	var named, others []string
	for len(rest) > 0 {
		arg := rest[0]
		switch {
		case arg == "--":
			return slices.Concat(out, named, rest[:1], others, rest[1:])
		case arg == "-" || !strings.HasPrefix(arg, "-"):
			others, rest = append(others, arg), rest[1:]
		case takesValue(flags, arg) && len(rest) > 1:
			named, rest = append(named, rest[:2]...), rest[2:]
		default:
			named, rest = append(named, arg), rest[1:]
		}
	}
	return slices.Concat(out, named, others)
}

// takesValue reports whether the argument after this flag is its value.
func takesValue(flags []cli.Flag, arg string) bool {
	name := strings.TrimLeft(arg, "-")
	for _, f := range flags {
		if slices.Contains(f.Names(), name) {
			d, ok := f.(cli.DocGenerationFlag)
			return ok && d.TakesValue()
		}
	}
	return false
}

// commandOf returns the command that the first arguments name, nil if they name
// none, and in how many words.
func commandOf(app *cli.App, args []string) (words int, c *cli.Command) {
	for among := app.Commands; words < len(args); among = c.Subcommands {
		i := slices.IndexFunc(among, func(c *cli.Command) bool { return c.HasName(args[words]) })
		if i < 0 {
			break
		}
		words, c = words+1, among[i]
	}
	return words, c
}

// helpHint says where help with a command line is.
func helpHint(app *cli.App, args []string) string {
	words, c := commandOf(app, args[1:])
	if c == nil || c.Name == "help" {
		return "run `dateline --help` for the commands"
	}
	line := "run `dateline " + strings.Join(args[1:1+words], " ") + " --help` for its "
	if slices.ContainsFunc(c.Subcommands, func(c *cli.Command) bool { return c.Name != "help" }) {
		return line + "commands"
	}
	return line + "flags, with examples"
}

// badFlag returns what the flag package says of a command line, in our words.
func badFlag(c *cli.Context, err error, _ bool) error {
	name, ok := strings.CutPrefix(err.Error(), "flag provided but not defined: -")
	if !ok {
		return voice.Usagef("%w", err)
	}
	name = strings.TrimLeft(name, "-")
	var among []string
	for _, f := range c.Command.Flags {
		among = append(among, f.Names()...)
	}
	return voice.Usagef("there is no flag --%s%s", name, meant(name, "--", among))
}

// noCommand says that a word is no command, and what it may have been meant for.
func noCommand(word string, among []*cli.Command) error {
	if _, err := os.Stat(word); err == nil {
		return voice.Usagef("there is no command %q; to map what is in it: dateline map %[1]s", word)
	}
	var names []string
	for _, c := range among {
		names = append(names, c.Names()...)
	}
	return voice.Usagef("there is no command %q%s", word, meant(word, "", names))
}

// meant asks whether a misspelt word was meant for one of others.
func meant(word, mark string, among []string) string {
	if m := record.Meant(word, among); m != "" {
		return "; did you mean " + mark + m + "?"
	}
	return ""
}
