package cli

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"syscall"
	"testing"
	"time"

	"github.com/dateline-map/dateline/cmd/internal/job/jobtest"
)

// killings is how many times a run is killed. docs/batch.md tells of 200:
// DATELINE_KILLINGS=200 go test -run Killed ./cmd/internal/cli
func killings(t *testing.T) int {
	n := 12
	if s := os.Getenv("DATELINE_KILLINGS"); s != "" {
		if _, err := fmt.Sscan(s, &n); err != nil {
			t.Fatal(err)
		}
	}
	return n
}

// asProgram returns the path by which this test binary is the command.
func asProgram(t *testing.T) string {
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	link := filepath.Join(t.TempDir(), "dateline")
	if err := os.Symlink(self, link); err != nil {
		t.Skip(err) // a system without links
	}
	return link
}

// killedJob is a job that is killed.
type killedJob struct {
	name   string
	inputs []string
	output string // a name of a file or a folder
	stop   os.Signal
}

// args returns the job's command line with its output and temporary files in a
// folder.
func (j *killedJob) args(folder string) []string {
	flags := []string{"map", "-q", "--resume", "--memory", "1M", "--tmp", filepath.Join(folder, "tmp"), "-o", filepath.Join(folder, j.output)}
	return slices.Concat(flags, j.inputs)
}

// killedJobs are tables and stories to one layer, the same to a folder, and one
// large table; killed by the system, and by a scheduler that asks first.
func killedJobs(t *testing.T) []killedJob {
	tables := jobtest.Tables(t, 3000)
	both := append(jobtest.Tables(t, 400), jobtest.Stories(t), jobtest.StoryFolder(t, 60))
	asked := os.Signal(syscall.SIGTERM)
	if runtime.GOOS == "windows" {
		asked = os.Kill // there is no other
	}
	return []killedJob{
		{"stories and tables, killed", both, "out.geojson", os.Kill},
		{"stories and tables, asked", both, "out.geojson", asked},
		{"a folder, killed", both, "layers", os.Kill},
		{"a folder, asked", both, "layers", asked},
		{"a large table, killed", tables[:1], "out.geojson", os.Kill},
		{"a large table, asked", tables[:1], "out.geojson", asked},
	}
}

// TestKilled kills runs at random moments, each time after it has been resumed,
// until they come through, and expects the bytes of an undisturbed run and nothing
// beside them.
func TestKilled(t *testing.T) {
	program := asProgram(t)
	r := rand.New(rand.NewPCG(7, 8))
	jobs := killedJobs(t)
	each := (killings(t) + len(jobs) - 1) / len(jobs)
	for _, j := range jobs {
		t.Run(j.name, func(t *testing.T) {
			folder := runFolder(t)
			start := time.Now()
			plain := slices.DeleteFunc(j.args(folder), func(arg string) bool { return arg == "--resume" })
			if out, err := exec.Command(program, plain...).CombinedOutput(); err != nil {
				t.Fatalf("undisturbed: %v: %s", err, out)
			}
			whole := time.Since(start)
			want := contents(t, folder)
			killed, through := 0, 0
			for ; killed < each; through++ {
				begun := time.Now()
				n := killedUntilThrough(t, program, &j, want, func() time.Duration { return time.Duration(r.Int64N(int64(whole * 5 / 4))) })
				if killed += n; n == 0 {
					whole = min(whole, time.Since(begun)) // the machine was busy with something else
				}
			}
			t.Logf("killed %d times, came through %d times", killed, through)
		})
	}
}

// killedUntilThrough begins a job, kills and resumes it until it comes through,
// and returns how often it was killed.
func killedUntilThrough(t *testing.T, program string, j *killedJob, want map[string]string, moment func() time.Duration) (killed int) {
	folder := runFolder(t)
	for {
		cmd := exec.Command(program, j.args(folder)...)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		timer := time.AfterFunc(moment(), func() { _ = cmd.Process.Signal(j.stop) }) // it may be through
		err := cmd.Wait()
		if timer.Stop() && err != nil {
			t.Fatalf("a run failed by itself: %v", err)
		}
		got := contents(t, folder)
		if err == nil {
			compareContents(t, got, want)
			return killed
		}
		killed++
		// It may have been killed when all but the journal was done.
		for name, text := range got {
			if whole, ours := want[name]; ours && text != whole {
				t.Fatalf("a run that was killed has left half of %s", name)
			}
		}
	}
}

// runFolder returns an empty folder with an empty one for temporary files.
func runFolder(t *testing.T) string {
	folder := t.TempDir()
	if err := os.Mkdir(filepath.Join(folder, "tmp"), 0o777); err != nil {
		t.Fatal(err)
	}
	return folder
}

// contents returns all files of a folder by their paths in it.
func contents(t *testing.T, folder string) map[string]string {
	all := map[string]string{}
	err := fs.WalkDir(os.DirFS(folder), ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		text, err := os.ReadFile(filepath.Join(folder, path))
		all[path] = string(text)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func compareContents(t *testing.T, got, want map[string]string) {
	t.Helper()
	for name, text := range got {
		if whole, ours := want[name]; !ours {
			t.Errorf("%s is left", name)
		} else if text != whole {
			t.Errorf("%s differs from that of an undisturbed run", name)
		}
	}
	for name := range want {
		if _, there := got[name]; !there {
			t.Errorf("%s is missing", name)
		}
	}
}
