package cli

import (
	"os"
	"runtime"
)

// temporaryIn has all temporary files made in a folder until restore is called,
// unless it is "": not only those of sorting, but also the copies of what comes
// packed by a pipe, the texts of workbooks, and what SQLite does not keep in
// memory. There is no other word that reaches all of them.
func temporaryIn(folder string) (restore func(), err error) {
	if folder == "" {
		return func() {}, nil
	}
	name := "TMPDIR"
	if runtime.GOOS == "windows" {
		name = "TMP"
	}
	was, set := os.LookupEnv(name)
	restore = func() {
		if set {
			os.Setenv(name, was) // as it was
		} else {
			os.Unsetenv(name)
		}
	}
	return restore, os.Setenv(name, folder)
}
