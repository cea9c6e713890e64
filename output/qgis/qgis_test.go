package qgis_test

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/gpkg"
	"github.com/dateline-map/dateline/output/outputtest"
	"github.com/dateline-map/dateline/output/qgis"
)

// look is what to open in QGIS, and sight what came of it; see testdata/look.py.
type look struct {
	Project string   `json:"project,omitempty"`
	Layer   string   `json:"layer,omitempty"`
	Days    []string `json:"days,omitempty"`
	Tips    bool     `json:"tips,omitempty"`
	Picture string   `json:"picture,omitempty"`
	Size    []int    `json:"size,omitempty"`
}

type sight struct {
	Warnings   []string
	Read       bool
	Layers     []layerSeen
	Shown      []string
	Title, CRS string
	Range      []string
	Step       float64
	Unit       int
	Navigation int
	Labels     []string
}

type layerSeen struct {
	Name, CRS, Start, End, Renderer string
	Valid, Temporal, Labels, Tip    bool
	Events, Mode                    int
	Rights                          []string
	Types                           map[string]string
	Legend                          []string
	Sizes                           map[string]*float64
	Frames                          map[string]int
	Tips                            []string
}

// inQGIS opens something in QGIS. Where CI is set QGIS must be there.
func inQGIS(t testing.TB, l look) sight {
	t.Helper()
	const python = "/usr/bin/python3" // of the system, which alone knows its QGIS
	if err := exec.Command(python, "-c", "import qgis.core").Run(); err != nil && os.Getenv("CI") == "" {
		t.Skip("QGIS is not installed; Debian has it in python3-qgis and qgis-providers")
	}
	asked, err := json.Marshal(l)
	if err != nil {
		t.Fatal(err)
	}
	var out, errs bytes.Buffer
	cmd := exec.Command(python, "testdata/look.py", string(asked))
	cmd.Stdout, cmd.Stderr = &out, &errs
	cmd.Env = append(os.Environ(), "XDG_RUNTIME_DIR="+t.TempDir(), "QGIS_CUSTOM_CONFIG_PATH="+t.TempDir())
	if err := cmd.Run(); err != nil {
		t.Fatalf("QGIS: %v\n%s", err, errs.String())
	}
	var s sight
	if err := json.Unmarshal(out.Bytes(), &s); err != nil {
		t.Fatalf("%v in\n%s%s", err, out.String(), errs.String())
	}
	if len(s.Warnings) > 0 {
		t.Errorf("QGIS warns: %q", s.Warnings)
	}
	return s
}

// folder returns a folder with the events' GeoPackage and project.
func folder(t testing.TB, events []geo.Event, o qgis.Options) string {
	t.Helper()
	dir := t.TempDir()
	columns := outputtest.Columns(events)
	write(t, filepath.Join(dir, "events.gpkg"), events, func(f *os.File) output.Writer {
		return gpkg.NewWriter(f, columns, gpkg.Options{Title: o.Title, Attribution: o.Attribution, Backdrop: o.Backdrop, Folder: t.TempDir()})
	})
	write(t, filepath.Join(dir, "events.qgz"), events, func(f *os.File) output.Writer { return qgis.NewProject(f, o) })
	return dir
}

func write(t testing.TB, path string, events []geo.Event, newWriter func(*os.File) output.Writer) {
	t.Helper()
	f, err := os.Create(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	w := newWriter(f)
	for i := range events {
		if err := w.Write(&events[i]); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
}
