package cli

import (
	"os"
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/voice"
)

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func isDevice(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir() && !info.Mode().IsRegular()
}

func isSameFile(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

// checkOutput returns an error if the arguments name the file or folder that is
// to be written: the file would be lost, and the folder's layers be read by the
// next run.
func checkOutput(path string, args []string) error {
	if isInput(path, args) {
		return voice.Usagef("%s is an input and the output: name another output with -o", path)
	}
	return nil
}

// isInput reports whether the arguments name a file or folder that is to be
// written.
func isInput(path string, args []string) bool {
	info, err := os.Stat(path)
	if err != nil || path == stdinPath || !info.IsDir() && !info.Mode().IsRegular() {
		return false
	}
	return slices.ContainsFunc(args, func(arg string) bool { return isSameFile(arg, path) })
}
