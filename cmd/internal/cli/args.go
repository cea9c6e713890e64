package cli

import (
	"slices"
	"strings"

	"github.com/urfave/cli/v2"
)

// flagsFirst moves a command's flags before its other arguments, for the flag
// package stops at the first of these and people do not: in `map stories -o
// layers` the -o is a flag. What follows "--" stays as it is.
func flagsFirst(app *cli.App, args []string) []string {
	if len(args) == 0 {
		return args
	}
	out, rest := args[:1:1], args[1:]
	commands, flags := app.Commands, app.Flags
	for len(rest) > 0 {
		i := slices.IndexFunc(commands, func(c *cli.Command) bool { return c.HasName(rest[0]) })
		if i < 0 {
			break
		}
		out, rest = append(out, rest[0]), rest[1:]
		commands, flags = commands[i].Subcommands, commands[i].Flags
	}
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
