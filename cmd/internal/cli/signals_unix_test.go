//go:build unix

package cli

import (
	"io"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

// begun starts a run that waits for more on standard input, and returns when it
// has begun its output.
func begun(t *testing.T, folder string, args ...string) (cmd *exec.Cmd, stdin io.WriteCloser) {
	t.Helper()
	cmd = exec.Command(args[0], args[1:]...)
	cmd.Dir = folder
	cmd.Stderr = io.Discard
	stdin, err := cmd.StdinPipe()
	if err == nil {
		err = cmd.Start()
	}
	if err == nil {
		_, err = io.WriteString(stdin, "date,place,country\n2016-10-17,Basra,Iraq\n")
	}
	if err != nil {
		t.Fatal(err)
	}
	for range 1000 {
		if left, _ := filepath.Glob(filepath.Join(folder, ".out.geojson.*")); len(left) > 0 {
			return cmd, stdin
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatal("the run does not begin")
	return nil, nil
}

// TestAskedToStop sends a run the signals of a person, a scheduler, and a
// terminal that is closed.
func TestAskedToStop(t *testing.T) {
	program := asProgram(t)
	for _, s := range []syscall.Signal{syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP} {
		t.Run(s.String(), func(t *testing.T) {
			if signal.Ignored(s) {
				t.Skip("what runs the tests ignores it, as nohup does, and so does what they run")
			}
			folder := t.TempDir()
			cmd, stdin := begun(t, folder, program, "map", "-", "-o", "out.geojson")
			defer stdin.Close()
			if err := cmd.Process.Signal(s); err != nil {
				t.Fatal(err)
			}
			_ = cmd.Wait() // its code is looked at
			if code := cmd.ProcessState.ExitCode(); code != exitFailed {
				t.Errorf("exit code %d", code)
			}
			for name := range contents(t, folder) {
				t.Errorf("%s is left", name)
			}
		})
	}
}

// TestNoHangUp closes the terminal of a run that was begun to outlive it.
func TestNoHangUp(t *testing.T) {
	nohup, err := exec.LookPath("nohup")
	if err != nil {
		t.Skip(err)
	}
	folder := t.TempDir()
	cmd, stdin := begun(t, folder, nohup, asProgram(t), "map", "-", "-o", "out.geojson")
	if err := cmd.Process.Signal(syscall.SIGHUP); err != nil {
		t.Fatal(err)
	}
	time.Sleep(50 * time.Millisecond) // a signal that is heeded ends it sooner than its input does
	if _, err := io.WriteString(stdin, "2016-10-18,Mosul,Iraq\n"); err != nil {
		t.Error(err)
	}
	stdin.Close()
	if err := cmd.Wait(); err != nil {
		t.Error(err)
	}
	text, _ := os.ReadFile(filepath.Join(folder, "out.geojson"))
	if n := strings.Count(string(text), `"type":"Feature"`); n != 2 {
		t.Errorf("%d features, want those of both rows", n)
	}
}
