// Dateline turns news stories and event records into dated map layers, offline.
package main

import (
	"os"

	"github.com/dateline-map/dateline/cmd/internal/cli"
)

func main() {
	os.Exit(cli.Main(os.Args, cli.Standard()))
}
