package fetch

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// dump is what the server of these tests has.
var dump = strings.Repeat("a place of Arrand\n", 10_000)

var dumpTime = time.Date(2026, 10, 1, 2, 3, 4, 0, time.UTC)

// fetchFrom fetches from a server that answers the n-th request by answer, and
// serves the dump if that returns false.
func fetchFrom(t *testing.T, path string, answer func(n int, w http.ResponseWriter, r *http.Request) bool) (requests int, read int, err error) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		requests++
		if !answer(requests, w, r) {
			http.ServeContent(w, r, "dump", dumpTime, strings.NewReader(dump))
		}
	}))
	defer server.Close()
	d := Downloader{base: server.URL, client: server.Client(), pause: time.Millisecond, got: func(n int) { read += n }}
	err = d.fetch(context.Background(), "dump", path)
	return requests, read, err
}

func whole(n int, w http.ResponseWriter, r *http.Request) bool { return false }

func TestDownloadGoesOnWhereItBroke(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dump")
	cut := func(n int, w http.ResponseWriter, r *http.Request) bool {
		if n > 1 {
			return false
		}
		w.Header().Set("Last-Modified", dumpTime.Format(http.TimeFormat))
		w.Header().Set("Content-Length", fmt.Sprint(len(dump)))
		_, _ = w.Write([]byte(dump[:100_000]))
		return true
	}
	requests, read, err := fetchFrom(t, path, cut)
	got, _ := os.ReadFile(path)
	if err != nil || string(got) != dump || requests != 2 || read != len(dump) {
		t.Errorf("%v: %d bytes in %d requests, %d of them read; want %d, in two, each once", err, len(got), requests, read, len(dump))
	}
}

func TestDownloadOfWhatIsThere(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dump")
	if _, _, err := fetchFrom(t, path, whole); err != nil {
		t.Fatal(err)
	}
	if _, read, err := fetchFrom(t, path, whole); err != nil || read > 0 {
		t.Errorf("%v: %d bytes of a file that has not changed", err, read)
	}
}

func TestDownloadWaitsAsAsked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dump")
	busy := func(n int, w http.ResponseWriter, r *http.Request) bool {
		if n < 3 {
			w.WriteHeader(http.StatusTooManyRequests)
		}
		return n < 3
	}
	if requests, _, err := fetchFrom(t, path, busy); err != nil || requests != 3 {
		t.Errorf("%v after %d requests, want success at the third", err, requests)
	}
	never := func(n int, w http.ResponseWriter, r *http.Request) bool {
		w.WriteHeader(http.StatusServiceUnavailable)
		return true
	}
	other := filepath.Join(t.TempDir(), "other")
	if requests, _, err := fetchFrom(t, other, never); err == nil || requests != downloadTries {
		t.Errorf("%v after %d requests, want an end after %d", err, requests, downloadTries)
	}
	if _, err := os.Stat(other); err == nil {
		t.Error("a file is there that never came")
	}
}

func TestDownloadStartsAnewWhenTheFileHasChanged(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dump")
	if err := os.WriteFile(path+".part", []byte("the beginning of an older dump"), 0o600); err != nil {
		t.Fatal(err)
	}
	older := dumpTime.Add(-24 * time.Hour)
	if err := os.Chtimes(path+".part", older, older); err != nil {
		t.Fatal(err)
	}
	if _, _, err := fetchFrom(t, path, whole); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(path); string(got) != dump {
		t.Errorf("got %.40q…, %d bytes, want the new dump", got, len(got))
	}
}

func TestDownloadOfNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dump")
	missing := func(n int, w http.ResponseWriter, r *http.Request) bool {
		http.NotFound(w, r)
		return true
	}
	requests, _, err := fetchFrom(t, path, missing)
	if err == nil || !strings.Contains(err.Error(), "404") || requests != 1 {
		t.Errorf("%v after %d requests, want 404 after one", err, requests)
	}
}
