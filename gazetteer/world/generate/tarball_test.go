package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// pack writes a package's tarball and returns its folder and its papers.
func pack(t *testing.T, files map[string]string, order ...string) (tarballs, source) {
	t.Helper()
	var b bytes.Buffer
	gz := gzip.NewWriter(&b)
	tw := tar.NewWriter(gz)
	for _, name := range order {
		if err := tw.WriteHeader(&tar.Header{Name: "package/" + name, Size: int64(len(files[name])), Mode: 0o644}); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(tw, files[name]); err != nil {
			t.Fatal(err)
		}
	}
	tw.Close()
	gz.Close()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "some-list-1.0.0.tgz"), b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	sum := sha512.Sum512(b.Bytes())
	return tarballs(dir), source{pkg: "some-list", version: "1.0.0", sha512: base64.StdEncoding.EncodeToString(sum[:])}
}

func TestVerified(t *testing.T) {
	dir, s := pack(t, map[string]string{"a.json": "[]"}, "a.json")
	if _, err := dir.verified(s); err != nil {
		t.Errorf("the tarball that the papers name is refused: %v", err)
	}
	s.sha512 = strings.Repeat("A", 86) + "=="
	if _, err := dir.verified(s); err == nil || !strings.Contains(err.Error(), "sha512 is") {
		t.Errorf("another tarball under its name is taken: %v", err)
	}
}

func TestEach(t *testing.T) {
	dir, s := pack(t, map[string]string{"main/de/x.json": "1", "main/en/x.json": "2", "LICENSE": "3"}, "LICENSE", "main/de/x.json", "main/en/x.json")
	path, err := dir.verified(s)
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	err = each(path, "main/", func(name string, r io.Reader) error {
		text, err := io.ReadAll(r)
		got = append(got, name+"="+string(text))
		return err
	})
	if diff := cmp.Diff([]string{"main/de/x.json=1", "main/en/x.json=2"}, got); err != nil || diff != "" {
		t.Errorf("files (-want +got)\n%s%v", diff, err)
	}
	if err := each(path, "data/", func(string, io.Reader) error { return nil }); err == nil {
		t.Error("a package without the file that is wanted is no error")
	}
	if err := each(path, "LICENSE", func(string, io.Reader) error { return io.ErrUnexpectedEOF }); err == nil || !strings.Contains(err.Error(), "LICENSE") {
		t.Errorf("a reader's error does not say in which file: %v", err)
	}
}
