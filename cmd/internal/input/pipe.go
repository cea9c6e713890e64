package input

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"

	"github.com/dateline-map/dateline/cmd/internal/voice"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/document"
)

// ComesOnce reports whether an input can be read only once: standard input, or a
// pipe that has a name, as the shell's <(...) does.
func ComesOnce(path string) bool { return path == Stdin || IsDevice(path) }

// longestGlance is how far the first line of what comes once is looked at.
const longestGlance = 1 << 20

// Connect opens an input that comes once, and looks at its first line: what begins
// with a document is stories. It does not wait any more once the context is done.
func (in *File) Connect(ctx context.Context, stdin io.Reader) {
	if in.Pipe != nil || !in.Once {
		return
	}
	source := stdin
	if in.Path != Stdin {
		source = &opening{path: in.Path}
	}
	in.Pipe = bufio.NewReaderSize(Interruptible(ctx, source), longestGlance)
	in.Stories = isDocument(firstOf(in.Pipe)) || namesText(in.Path)
}

// namesText reports whether what comes once is text by its name.
func namesText(path string) bool {
	return document.IsFile(path) && !isLines(path)
}

// Name returns what an input is called in messages.
func (in *File) Name() string {
	if in.Path == Stdin {
		return "standard input"
	}
	return in.Path
}

// Empty returns the problem of what comes once if nothing comes, or empty lines
// alone; nil else. That is no fault: a job on many machines has parts without a
// row.
func (in *File) Empty() *geo.Problem {
	if in.Pipe == nil || len(firstOf(in.Pipe)) > 0 {
		return nil
	}
	if _, err := in.Pipe.Peek(in.Pipe.Buffered() + 1); err != io.EOF {
		return nil
	}
	return &geo.Problem{File: in.Name(), Err: errors.New("nothing came")}
}

// firstOf returns the first line that is not empty of what comes, which stays to
// be read; nil if it is too long. No more is waited for than that line.
func firstOf(r *bufio.Reader) []byte {
	for n := 1; ; n = r.Buffered() + 1 {
		_, err := r.Peek(n)
		all, _ := r.Peek(r.Buffered())
		text := bytes.TrimLeft(all, " \t\r\n")
		if line, _, whole := bytes.Cut(text, []byte("\n")); whole || err == io.EOF {
			return line
		}
		if err != nil || r.Buffered() == r.Size() {
			return nil
		}
	}
}

// opening is a file that is opened when it is first read: a pipe that has a name
// waits for its writer.
type opening struct {
	path string
	file *os.File
}

func (o *opening) Read(p []byte) (n int, err error) {
	if o.file == nil {
		if o.file, err = os.Open(o.path); err != nil {
			return 0, voice.Cause(err)
		}
	}
	if n, err = o.file.Read(p); err != nil {
		o.file.Close() // nothing was written
	}
	return n, err
}

// Interruptible returns a reader whose Read does not wait for r once the context
// is done: at a terminal or a pipe the next byte may never come.
func Interruptible(ctx context.Context, r io.Reader) io.Reader {
	read, write := io.Pipe()
	go func() {
		_, err := io.Copy(write, r)
		write.CloseWithError(err)
	}()
	context.AfterFunc(ctx, func() { write.CloseWithError(ctx.Err()) })
	return read
}
