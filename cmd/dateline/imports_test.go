package main

import (
	"bufio"
	"encoding/json"
	"errors"
	"io"
	"os"
	"os/exec"
	"strings"
	"testing"
)

const module = "github.com/dateline-map/dateline"

// TestImports holds every package's imports against .ci/imports.txt, so that a
// heavy import cannot creep into the core unseen.
func TestImports(t *testing.T) {
	allowed := readImportTable(t, "../../.ci/imports.txt")
	for path, imports := range listPackages(t) {
		rule, ok := ruleFor(allowed, path)
		if !ok {
			t.Errorf("%s is not in .ci/imports.txt", path)
			continue
		}
		for _, imp := range imports {
			if !permits(rule, imp) {
				t.Errorf("%s imports %s, which .ci/imports.txt does not allow", path, imp)
			}
		}
	}
}

func TestImportRules(t *testing.T) {
	for _, tt := range []struct {
		rule   []string
		imp    string
		want   bool
		reason string
	}{
		{[]string{"geo"}, "geo", true, "named"},
		{[]string{"geo"}, "geo/news", false, "a package is not its folder"},
		{[]string{"geo/..."}, "geo/news", true, "a folder covers what is below it"},
		{[]string{"golang.org/x/text"}, "golang.org/x/text/unicode/norm", true, "a module covers its packages"},
		{[]string{"golang.org/x/text"}, "golang.org/x/textual", false, "a module is not a prefix of letters"},
	} {
		if got := permits(tt.rule, tt.imp); got != tt.want {
			t.Errorf("permits(%v, %q) = %v: %s", tt.rule, tt.imp, got, tt.reason)
		}
	}
}

func readImportTable(t *testing.T, file string) map[string][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	table := map[string][]string{}
	for s := bufio.NewScanner(f); s.Scan(); {
		if fields := strings.Fields(s.Text()); len(fields) > 0 && fields[0] != "#" {
			table[fields[0]] = fields[1:]
		}
	}
	return table
}

// listPackages returns the imports of every package of the module that are not
// of the standard library; our own are named by their path below the module.
func listPackages(t *testing.T) map[string][]string {
	t.Helper()
	cmd := exec.Command("go", "list", "-json=ImportPath,Imports", "./...")
	cmd.Dir = "../.."
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v", err)
	}
	packages := map[string][]string{}
	for dec := json.NewDecoder(strings.NewReader(string(out))); ; {
		var p struct {
			ImportPath string
			Imports    []string
		}
		if err := dec.Decode(&p); errors.Is(err, io.EOF) {
			return packages
		} else if err != nil {
			t.Fatal(err)
		}
		path := strings.TrimPrefix(p.ImportPath, module+"/")
		packages[path] = nil
		for _, imp := range p.Imports {
			if first, _, _ := strings.Cut(imp, "/"); strings.Contains(first, ".") {
				packages[path] = append(packages[path], strings.TrimPrefix(imp, module+"/"))
			}
		}
	}
}

// ruleFor returns the line of the table for a package: its own, else that of the
// nearest folder above it.
func ruleFor(table map[string][]string, path string) ([]string, bool) {
	if rule, ok := table[path]; ok {
		return rule, true
	}
	for dir := path; dir != ""; {
		if rule, ok := table[dir+"/..."]; ok {
			return rule, true
		}
		cut := strings.LastIndexByte(dir, '/')
		dir = dir[:max(cut, 0)]
	}
	return nil, false
}

func permits(rule []string, imp string) bool {
	for _, r := range rule {
		folder, isFolder := strings.CutSuffix(r, "/...")
		covers := isFolder || strings.Contains(strings.SplitN(r, "/", 2)[0], ".")
		if imp == r || covers && strings.HasPrefix(imp, folder+"/") {
			return true
		}
	}
	return false
}
