// Package browser drives a headless Chromium, for tests of pages as a reader
// has them: it opens files without a network, clicks, types, takes pictures, and
// notes what a page asks of the network and what it complains of.
//
// It speaks the DevTools protocol through Chromium's debugging pipe, so that it
// needs nothing but the browser.
package browser

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"sync"
	"testing"
	"time"
)

// Browser is a running Chromium. It is made by [Start] and ends with the test.
type Browser struct {
	to      io.Writer
	mu      sync.Mutex // guards what follows
	last    int
	waiting map[int]chan reply
	tabs    map[string]*Page // by session
	ended   error
}

type reply struct {
	Result json.RawMessage
	Error  *struct{ Message string }
}

// patience is how long a page may take over one command. A loaded machine with
// two cores needs some.
const patience = 2 * time.Minute

// Start starts Chromium. The test is skipped where there is none, but not in CI.
func Start(t testing.TB) *Browser {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil && os.Getenv("CI") == "" {
		t.Skip("chromium is not installed")
	}
	hear, theirs := pipe(t)
	mine, say := pipe(t)
	profile, err := os.MkdirTemp("", "browser")
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, path, "--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking",
		"--hide-scrollbars", "--force-color-profile=srgb", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
		"--user-data-dir="+profile, "--remote-debugging-pipe")
	cmd.ExtraFiles = []*os.File{mine, theirs} // Chromium reads 3 and writes 4
	cmd.WaitDelay = 10 * time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	mine.Close()
	theirs.Close()
	b := &Browser{to: say, waiting: make(map[int]chan reply), tabs: make(map[string]*Page)}
	go b.listen(hear)
	t.Cleanup(func() {
		b.send("", "Browser.close", nil, nil)
		time.AfterFunc(10*time.Second, cancel) // should it not heed that
		cmd.Wait()
		cancel()
		say.Close()
		os.RemoveAll(profile) // as far as its children have let go of it
	})
	return b
}

func pipe(t testing.TB) (r, w *os.File) {
	r, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	return r, w
}

// listen hands each message to who waits for it, until the browser ends.
func (b *Browser) listen(from io.Reader) {
	messages := bufio.NewReaderSize(from, 1<<20)
	for {
		message, err := messages.ReadBytes(0)
		if err != nil {
			b.end()
			return
		}
		var m struct {
			ID        int
			SessionID string
			Method    string
			Params    json.RawMessage
			reply
		}
		if json.Unmarshal(message[:len(message)-1], &m) != nil {
			continue
		}
		b.mu.Lock()
		waiting, tab := b.waiting[m.ID], b.tabs[m.SessionID]
		delete(b.waiting, m.ID)
		b.mu.Unlock()
		switch {
		case waiting != nil:
			waiting <- m.reply
		case tab != nil && m.Method != "":
			tab.note(m.Method, m.Params)
		}
	}
}

func (b *Browser) end() {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.ended = errors.New("the browser has ended")
	for id, waiting := range b.waiting {
		close(waiting)
		delete(b.waiting, id)
	}
}

// send gives a command to a session, or to the browser if that is empty, and
// decodes its result unless result is nil.
func (b *Browser) send(session, method string, params, result any) error {
	answer := make(chan reply, 1)
	b.mu.Lock()
	if b.ended != nil {
		b.mu.Unlock()
		return b.ended
	}
	b.last++
	command := map[string]any{"id": b.last, "method": method}
	if session != "" {
		command["sessionId"] = session
	}
	if params != nil {
		command["params"] = params
	}
	b.waiting[b.last] = answer
	message, err := json.Marshal(command)
	if err == nil {
		_, err = b.to.Write(append(message, 0))
	}
	b.mu.Unlock()
	if err != nil {
		return err
	}
	select {
	case a, ok := <-answer:
		switch {
		case !ok:
			return errors.New("the browser has ended")
		case a.Error != nil:
			return fmt.Errorf("%s: %s", method, a.Error.Message)
		case result == nil:
			return nil
		}
		return json.Unmarshal(a.Result, result)
	case <-time.After(patience):
		return fmt.Errorf("%s: no answer in %v", method, patience)
	}
}
