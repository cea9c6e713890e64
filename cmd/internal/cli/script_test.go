package cli

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"dateline": func() { os.Exit(Main(os.Args, Standard())) },
	})
}

// TestScripts runs the command as a person would: each file of testdata/script
// is a session, with its input files inside.
func TestScripts(t *testing.T) {
	fixtures, err := filepath.Abs("../../../testdata")
	if err != nil {
		t.Fatal(err)
	}
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: false,
		RequireUniqueNames:  true,
		Setup: func(e *testscript.Env) error {
			e.Setenv("FIXTURES", fixtures)
			return nil
		},
		Condition: func(cond string) (bool, error) {
			if cond != "root" {
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			return os.Geteuid() == 0, nil // root may write anywhere
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": exits,
			"big":   bigFile,
			"serve": serve,
			"zip":   zipFile,
		},
	})
}

// exits runs the command and compares its exit code: exits 3 dateline map …
func exits(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: exits CODE COMMAND [ARG ...]")
	}
	err := ts.Exec(args[1], args[2:]...)
	code := "0"
	if err != nil {
		code = strings.TrimPrefix(err.Error(), "exit status ")
	}
	if code != args[0] {
		ts.Fatalf("exit code %s, want %s", code, args[0])
	}
}

// bigFile writes a file of one line: a header, then SIZE bytes without an end
// of line: big FILE MEGABYTES HEADER.
func bigFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 3 {
		ts.Fatalf("usage: big FILE MEGABYTES HEADER")
	}
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	defer f.Close()
	_, err = f.WriteString(args[2] + "\n")
	ts.Check(err)
	block := []byte(strings.Repeat("a long line of nothing. ", 1<<20/24))
	for range atoi(ts, args[1]) {
		_, err = f.Write(block)
		ts.Check(err)
	}
}

func atoi(ts *testscript.TestScript, s string) int {
	n := 0
	for _, r := range s {
		if r < '0' || r > '9' {
			ts.Fatalf("%q is not a number", s)
		}
		n = 10*n + int(r-'0')
	}
	return n
}
