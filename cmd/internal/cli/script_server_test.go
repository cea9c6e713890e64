package cli

import (
	"archive/zip"
	"errors"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"

	"github.com/rogpeppe/go-internal/testscript"
)

// serve serves a folder, and puts its address into SERVER: serve FOLDER.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: serve FOLDER")
	}
	server := httptest.NewServer(http.FileServer(http.Dir(ts.MkAbs(args[0]))))
	ts.Defer(server.Close)
	ts.Setenv("SERVER", server.URL)
}

// zipFile writes an archive of files, by their names alone, or of all in a folder,
// by their paths in it: zip ARCHIVE FILE...
func zipFile(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: zip ARCHIVE FILE...")
	}
	f, err := os.Create(ts.MkAbs(args[0]))
	ts.Check(err)
	z := zip.NewWriter(f)
	for _, name := range args[1:] {
		path := ts.MkAbs(name)
		if info, err := os.Stat(path); err == nil && info.IsDir() {
			ts.Check(z.AddFS(os.DirFS(path)))
			continue
		}
		data, err := os.ReadFile(path)
		ts.Check(err)
		w, err := z.Create(filepath.Base(name))
		ts.Check(err)
		_, err = w.Write(data)
		ts.Check(err)
	}
	ts.Check(errors.Join(z.Close(), f.Close()))
}
