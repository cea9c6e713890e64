package scratch

import (
	"os"
	"path/filepath"
	"strings"
	"sync"
)

// left are the paths in each folder that looked as if left behind when it was
// listed. That is done once in a process: a run makes dozens of temporary files,
// and a system's folder for them may hold tens of thousands of others.
var left = struct {
	sync.Mutex
	in map[string][]string // by the folder, made absolute
}{in: make(map[string][]string)}

// leftIn returns the paths in a folder that may be of killed runs.
func leftIn(folder string) []string {
	folder, err := filepath.Abs(folder)
	if err != nil {
		return nil
	}
	left.Lock()
	defer left.Unlock()
	paths, listed := left.in[folder]
	if !listed {
		paths = list(folder)
		left.in[folder] = paths
	}
	return paths
}

// list returns the paths in a folder that are of temporary files by their names.
// A folder that cannot be read has none: who makes a file in it will be told.
func list(folder string) (paths []string) {
	f, err := os.Open(folder)
	if err != nil {
		return nil
	}
	defer f.Close()
	for {
		names, err := f.Readdirnames(1 << 10) // no more of a large folder at once
		for _, name := range names {
			if strings.HasPrefix(name, ".") && strings.HasSuffix(name, ending) {
				paths = append(paths, filepath.Join(folder, name))
			}
		}
		if err != nil {
			return paths
		}
	}
}

// sweep removes what runs that were killed have left under that name.
func sweep(folder, name string) {
	for _, path := range leftIn(filepath.Clean(folder)) {
		if strings.HasPrefix(filepath.Base(path), "."+name+".") {
			removeUnclaimed(path)
		}
	}
}

// removeUnclaimed removes a file or a folder that no run has in use.
func removeUnclaimed(path string) {
	f, err := os.Open(path)
	if err != nil {
		return // another run was quicker
	}
	unclaimed := Claim(f) == nil
	if unclaimed {
		_ = os.RemoveAll(path)
	}
	f.Close()
	if unclaimed {
		_ = os.RemoveAll(path) // where it could not be while it was open
	}
}
