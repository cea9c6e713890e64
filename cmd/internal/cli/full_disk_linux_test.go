package cli

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/dateline-map/dateline/cmd/internal/job/jobtest"
)

// smallDisk returns a folder with room for so many bytes, and what gives it more.
func smallDisk(t *testing.T, size int) (folder string, grow func()) {
	folder = t.TempDir()
	mount := func(flags uintptr, size int) {
		if err := syscall.Mount("tmpfs", folder, "tmpfs", flags, fmt.Sprintf("size=%d", size)); err != nil {
			t.Skipf("a small disk cannot be made: %v", err)
		}
	}
	mount(0, size)
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, 0); err != nil {
			t.Error(err)
		}
	})
	return folder, func() { mount(syscall.MS_REMOUNT, 256<<20) }
}

// TestFullDisk fills the disks of a run, and gives it room again.
func TestFullDisk(t *testing.T) {
	program := asProgram(t)
	inputs := []string{jobtest.Tables(t, 4000)[0], jobtest.StoryFolder(t, 30)}
	whole := filepath.Join(t.TempDir(), "whole.geojson")
	if out, err := exec.Command(program, append([]string{"map", "-q", "-o", whole}, inputs...)...).CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want, err := os.ReadFile(whole)
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name   string
		bytes  int
		flags  []string // DISK and ROOM are folders
		says   string
		hint   string
		reason string
	}{
		{"output", 2 << 20, []string{"-o", "DISK/out.geojson"}, "DISK/out.geojson: no space left on device", "make room there", "there is less than half the room of the layer"},
		{"journal", 64 << 10, []string{"-o", "DISK/out.geojson", "--resume"}, "DISK/out.geojson.journal: no space left on device", "give the same command again", "the journal comes before the layer"},
		{"output, resumed", 3 << 20, []string{"-o", "DISK/out.geojson", "--resume"}, "DISK/out.geojson: no space left on device", "give the same command again", "there is room for the journal, not for the layer beside it"},
		{"temporary files", 64 << 10, []string{"-o", "ROOM/out.geojson", "--memory", "1M", "--tmp", "DISK"}, "temporary files in DISK: no space left on device", "--tmp", "sorting needs more"},
		{"report", 1, []string{"-o", "ROOM/out.geojson", "--report", "DISK/report.json"}, "DISK/report.json: no space left on device", "make room there", "the layer waits for its report"},
		{"GeoPackage", 256 << 10, []string{"-o", "DISK/out.gpkg"}, "DISK/out.gpkg: database or disk is full", "make room there", "SQLite says it in its own words"},
		{"folder", 1 << 20, []string{"-o", "DISK/layers"}, ".geojson: no space left on device", "make room there", "of a folder no file appears"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			disk, grow := smallDisk(t, tt.bytes)
			room := t.TempDir()
			inPlace := strings.NewReplacer("DISK", disk, "ROOM", room)
			args := append([]string{"map"}, inputs...)
			for _, flag := range tt.flags {
				args = append(args, inPlace.Replace(flag))
			}
			run := func() (code int, said string) {
				var b bytes.Buffer
				cmd := exec.Command(program, args...)
				cmd.Stderr = &b
				_ = cmd.Run() // its code is looked at
				return cmd.ProcessState.ExitCode(), b.String()
			}
			code, said := run()
			if code != exitFailed || !strings.Contains(said, "dateline: error: ") || !strings.Contains(said, inPlace.Replace(tt.says)) || !strings.Contains(said, "dateline: hint: ") || !strings.Contains(said, tt.hint) {
				t.Errorf("exit code %d: %s\nwant %q and a hint with %q: %s", code, said, tt.says, tt.hint, tt.reason)
			}
			for _, folder := range []string{disk, room} {
				for name := range contents(t, folder) {
					if !strings.HasSuffix(name, ".journal") {
						t.Errorf("%s is left", name)
					}
				}
			}
			grow()
			if code, said := run(); code != exitOK {
				t.Fatalf("with room, exit code %d: %s", code, said)
			}
			for _, folder := range []string{disk, room} {
				for name, text := range contents(t, folder) {
					if filepath.Ext(name) == ".geojson" && filepath.Base(name) == "out.geojson" && text != string(want) {
						t.Errorf("%s is not as without the full disk", name)
					}
					if strings.HasSuffix(name, ".journal") {
						t.Errorf("%s is left", name)
					}
				}
			}
		})
	}
}
