package input

import (
	"os"
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/voice"
)

// IsFolder reports whether a path is that of a folder.
func IsFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

// IsDevice reports whether a path is that of a pipe or a device.
func IsDevice(path string) bool {
	info, err := os.Stat(path)
	return err == nil && !info.IsDir() && !info.Mode().IsRegular()
}

// IsSameFile reports whether two paths lead to one file.
func IsSameFile(a, b string) bool {
	x, errA := os.Stat(a)
	y, errB := os.Stat(b)
	return errA == nil && errB == nil && os.SameFile(x, y)
}

// CheckOutput returns an error if the arguments name the file or folder that is
// to be written: the file would be lost, and the folder's layers be read by the
// next run.
func CheckOutput(path string, args []string) error {
	if IsInput(path, args) {
		return voice.Usagef("%s is an input and the output: name another output with -o", path)
	}
	return nil
}

// IsInput reports whether the arguments name a file or folder that is to be
// written.
func IsInput(path string, args []string) bool {
	info, err := os.Stat(path)
	if err != nil || path == Stdin || !info.IsDir() && !info.Mode().IsRegular() {
		return false
	}
	return slices.ContainsFunc(args, func(arg string) bool { return IsSameFile(arg, path) })
}
