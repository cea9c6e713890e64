package fetch

import (
	"archive/zip"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strconv"
	"time"
)

// Downloader fetches files politely: one after the other, with a name and an
// address to complain to, waiting as long as the server asks. What was fetched
// before an interruption is not fetched again.
type Downloader struct {
	base   string // where the files are, ending in a slash
	client *http.Client
	agent  string        // who asks
	pause  time.Duration // before another try, if the server names no time
	got    func(bytes int)
}

// NewDownloader returns a Downloader of the files of a folder of the network. Who
// asks is told the server as agent.
func NewDownloader(folder, agent string, got func(bytes int)) *Downloader {
	return &Downloader{base: folder, agent: agent, client: &http.Client{Timeout: 30 * time.Minute}, pause: 2 * time.Second, got: got}
}

const (
	downloadTries = 4
	// longestWait is how long a server may ask to be left alone.
	longestWait = 2 * time.Minute
)

// errAgain says that another try may succeed.
type errAgain struct {
	error
	after time.Duration
}

func (e *errAgain) Unwrap() error { return e.error }

// fetch brings a file of the server to path, unless the one that is there is as
// new. It appears whole or not at all.
func (d *Downloader) fetch(ctx context.Context, name, path string) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	for try := 1; ; try++ {
		err := d.try(ctx, name, path)
		var again *errAgain
		if !errors.As(err, &again) || try == downloadTries {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(min(cmp.Or(again.after, d.pause*time.Duration(try)), longestWait)):
		}
	}
}

// try asks for what is missing of a file.
func (d *Downloader) try(ctx context.Context, name, path string) error {
	address, err := url.JoinPath(d.base, name)
	if err != nil {
		return err
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	request.Header.Set("User-Agent", d.agent)
	part := path + ".part"
	have := askForRest(request, path, part)
	answer, err := d.client.Do(request)
	if err != nil {
		return &errAgain{err, 0}
	}
	defer answer.Body.Close()
	switch answer.StatusCode {
	case http.StatusNotModified:
		return nil
	case http.StatusOK:
		have = 0 // from the beginning, since the file is another one by now
	case http.StatusPartialContent:
	case http.StatusRequestedRangeNotSatisfiable:
		_ = os.Remove(part)
		return &errAgain{fmt.Errorf("%s: the file has changed", address), 0}
	case http.StatusTooManyRequests, http.StatusServiceUnavailable, http.StatusBadGateway, http.StatusGatewayTimeout:
		seconds, _ := strconv.Atoi(answer.Header.Get("Retry-After"))
		return &errAgain{fmt.Errorf("%s: %s", address, answer.Status), time.Duration(seconds) * time.Second}
	default:
		return fmt.Errorf("%s: %s", address, answer.Status)
	}
	return d.keep(answer, have, part, path)
}

// askForRest makes a request one for what is not there yet, and returns how much
// is.
func askForRest(request *http.Request, path, part string) int64 {
	if whole, err := os.Stat(path); err == nil {
		request.Header.Set("If-Modified-Since", whole.ModTime().UTC().Format(http.TimeFormat))
		return 0
	}
	begun, err := os.Stat(part)
	if err != nil || begun.Size() == 0 {
		return 0
	}
	// The beginning has the time of the file that it is of.
	request.Header.Set("Range", fmt.Sprintf("bytes=%d-", begun.Size()))
	request.Header.Set("If-Range", begun.ModTime().UTC().Format(http.TimeFormat))
	return begun.Size()
}

// keep writes what comes behind the bytes that are there. A file that is whole
// gets its name, and the server's time.
func (d *Downloader) keep(answer *http.Response, have int64, part, path string) error {
	modified, err := http.ParseTime(answer.Header.Get("Last-Modified"))
	if err != nil {
		modified = time.Unix(0, 0) // unknown: the next run asks again
	}
	f, err := os.OpenFile(part, os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		return err
	}
	err = errors.Join(f.Truncate(have), seek(f, have))
	n := int64(0)
	if err == nil {
		n, err = io.Copy(f, &counted{answer.Body, d.got})
	}
	if broken := errors.Join(err, f.Close(), os.Chtimes(part, modified, modified)); broken != nil {
		return &errAgain{broken, 0}
	}
	if answer.ContentLength >= 0 && n != answer.ContentLength {
		return &errAgain{fmt.Errorf("%s: %d of %d bytes came", answer.Request.URL, n, answer.ContentLength), 0}
	}
	return os.Rename(part, path)
}

func seek(f *os.File, at int64) error {
	_, err := f.Seek(at, io.SeekStart)
	return err
}

// counted tells how much is read.
type counted struct {
	io.Reader
	got func(int)
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.Reader.Read(p)
	c.got(n)
	return n, err
}

// Country fetches the files of a country. A file that is no archive, such as the
// page of a hotel's network, goes again.
func (d *Downloader) Country(ctx context.Context, code string, dir Store) error {
	for _, f := range []struct{ name, path string }{
		{code + ".zip", dir.Places(code)},
		{"alternatenames/" + code + ".zip", dir.Names(code)},
	} {
		if err := d.fetch(ctx, f.name, f.path); err != nil {
			return err
		}
		if err := checkZip(f.path); err != nil {
			_ = os.Remove(f.path)
			return fmt.Errorf("%s of %s: %w", f.name, d.base, err)
		}
	}
	return nil
}

// checkZip reads a whole archive, and so compares its checksums.
func checkZip(path string) error {
	z, err := zip.OpenReader(path)
	if err != nil {
		return err
	}
	defer z.Close()
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			return err
		}
		if _, err := io.Copy(io.Discard, r); err != nil {
			return fmt.Errorf("%s: %w", f.Name, err)
		}
		r.Close()
	}
	return nil
}
