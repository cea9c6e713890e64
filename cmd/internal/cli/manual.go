package cli

import (
	"fmt"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/urfave/cli/v2"
)

func manCommand() *cli.Command {
	return &cli.Command{
		Name:        "man",
		Usage:       "print the manual page",
		Description: "EXAMPLES:\n   dateline man > dateline.1 && man ./dateline.1",
		Action: func(c *cli.Context) error {
			page, err := c.App.ToMan()
			if err != nil {
				return err
			}
			_, err = fmt.Fprint(c.App.Writer, page)
			return err
		},
	}
}

// The scripts ask the program itself for what may come next, by the flag that
// urfave/cli answers to.
var completions = map[string]string{
	"bash": `_dateline() {
  local cur="${COMP_WORDS[COMP_CWORD]}" words
  words=$("${COMP_WORDS[@]:0:$COMP_CWORD}" ${cur:+"$cur"} --generate-bash-completion 2>/dev/null)
  COMPREPLY=($(compgen -W "${words}" -- "$cur"))
  [ ${#COMPREPLY[@]} -gt 0 ] || COMPREPLY=($(compgen -f -- "$cur"))
}
complete -o filenames -F _dateline dateline
`,
	"zsh": `#compdef dateline
_dateline() {
  local -a opts
  opts=("${(@f)$(${words[@]:0:#words[@]-1} --generate-bash-completion 2>/dev/null)}")
  [[ -n "$opts" ]] && _describe 'values' opts
  _files
}
compdef _dateline dateline
`,
	"powershell": `Register-ArgumentCompleter -Native -CommandName dateline -ScriptBlock {
  param($word, $ast, $cursor)
  Invoke-Expression "$ast --generate-bash-completion" | Where-Object { $_ -like "$word*" } |
    ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
}
`,
}

func completionCommand() *cli.Command {
	return &cli.Command{
		Name:        "completion",
		Usage:       "print a shell's completion script: bash, zsh, fish or powershell",
		ArgsUsage:   "SHELL",
		Description: "EXAMPLES:\n   dateline completion bash > ~/.local/share/bash-completion/completions/dateline",
		Action: func(c *cli.Context) error {
			shell := c.Args().First()
			script, ok := completions[shell]
			if shell == "fish" {
				var err error
				if script, err = c.App.ToFishCompletion(); err != nil {
					return err
				}
				ok = true
			}
			if !ok {
				return voice.Usagef("%q is not one of bash, zsh, fish, powershell", shell)
			}
			_, err := fmt.Fprint(c.App.Writer, script)
			return err
		},
	}
}
