package layers

import (
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"strings"
)

// staleLayers returns the layers in the folder that an earlier run wrote and
// this one does not: those of types that no longer occur. Left there they would
// pass for part of this run.
//
// Only what the earlier report itself names counts, and of that only layers, so
// that no file of anyone else's is taken for one of ours.
func staleLayers(folder string, r *Report) []string {
	written := make(map[string]bool)
	for _, f := range r.Files {
		written[f.Name] = true
	}
	var stale []string
	for _, name := range layersBefore(folder, r.Program.Name) {
		if !written[name] {
			stale = append(stale, filepath.Join(folder, name))
		}
	}
	return stale
}

// layersBefore returns the layers that the report in the folder names; none if
// there is no report or it is not of this program.
func layersBefore(folder, program string) []string {
	text, err := os.ReadFile(filepath.Join(folder, ReportFile))
	if err != nil {
		return nil
	}
	var before struct {
		Program Program       `json:"program"`
		Files   []*FileReport `json:"files"`
	}
	if json.Unmarshal(text, &before) != nil || before.Program.Name != program {
		return nil
	}
	var names []string
	for _, f := range before.Files {
		if f != nil && f.Name == filepath.Base(f.Name) && isLayer(f.Name) {
			names = append(names, f.Name)
		}
	}
	return names
}

func isLayer(name string) bool {
	return strings.HasSuffix(name, ".geojson") || strings.HasSuffix(name, ".qml")
}

// IsRun reports whether a folder holds the layers of a run of the program: its report
// says so in its first line.
func IsRun(folder, program string) bool {
	f, err := os.Open(filepath.Join(folder, ReportFile))
	if err != nil {
		return false
	}
	defer f.Close()
	var head [64]byte
	n, _ := io.ReadFull(f, head[:]) // what is shorter is no report
	return bytes.Contains(head[:n], []byte(`"program":{"name":"`+program+`"`))
}
