package xlsx

import (
	"bufio"
	"errors"
	"fmt"
	"io"

	"github.com/dateline-map/dateline/geo/scratch"
)

// texts are the texts that the cells of a workbook share, by number. The first
// ones, which are those that most cells share, lie in memory, the others in a
// temporary file. The zero texts are none. They are not for several goroutines.
type texts struct {
	pages  []*page // where each text ends
	n      int
	memory []byte
	file   *scratch.File
	w      *bufio.Writer

	window []byte // what was read last of the file
	at     int64  // where it begins
}

// page is where some texts end, in all of them together: four bytes a text, which
// never move.
type page struct {
	base int64 // where the first begins
	ends [pageTexts]uint32
}

// inMemory is how many bytes of text are kept in memory. A text of which some
// lies beyond is in the file.
var inMemory = 8 << 20

// pageTexts is how many texts a page has: so few that even if each is as long as
// mostText and mostShared allow, four bytes count them.
const pageTexts = 256

// windowBytes is what is read of the file at a time: sheets name texts mostly in
// the order in which they lie there.
const windowBytes = 32 << 10

// mostTexts bounds the texts of a workbook.
const mostTexts = 50_000_000

func (t *texts) len() int { return t.n }

func (t *texts) add(text []byte) error {
	if t.n == mostTexts {
		return fmt.Errorf("the workbook has more than %d texts", mostTexts)
	}
	t.addEnd(t.end(t.n-1), len(text))
	if t.file == nil && len(t.memory)+len(text) <= inMemory {
		t.memory = append(t.memory, text...)
		return nil
	}
	if t.file == nil {
		file, err := scratch.New("", "dateline-texts")
		if err != nil {
			return err
		}
		t.file, t.w = file, bufio.NewWriterSize(file, 256<<10)
	}
	_, err := t.w.Write(text)
	return err
}

func (t *texts) addEnd(from int64, length int) {
	if t.n%pageTexts == 0 {
		t.pages = append(t.pages, &page{base: from})
	}
	last := t.pages[len(t.pages)-1]
	last.ends[t.n%pageTexts] = uint32(from - last.base + int64(length))
	t.n++
}

// flush must be called between the last add and the first get.
func (t *texts) flush() error {
	if t.w == nil {
		return nil
	}
	return t.w.Flush()
}

func (t *texts) end(i int) int64 {
	if i < 0 {
		return 0
	}
	p := t.pages[i/pageTexts]
	return p.base + int64(p.ends[i%pageTexts])
}

func (t *texts) get(i int) (string, error) {
	from, to := t.end(i-1), t.end(i)
	if to <= int64(len(t.memory)) {
		return string(t.memory[from:to]), nil
	}
	b, err := t.read(from-int64(len(t.memory)), int(to-from))
	return string(b), err
}

// read returns n bytes of the file, good until the next read.
func (t *texts) read(from int64, n int) ([]byte, error) {
	if from < t.at || from+int64(n) > t.at+int64(len(t.window)) {
		size := max(n, windowBytes)
		if cap(t.window) < size {
			t.window = make([]byte, size)
		}
		t.window = t.window[:size]
		got, err := t.file.ReadAt(t.window, from)
		t.window, t.at = t.window[:got], from
		if got < n {
			t.window = t.window[:0]
			return nil, errors.Join(io.ErrUnexpectedEOF, err)
		}
	}
	return t.window[from-t.at:][:n], nil
}

func (t *texts) close() error {
	if t.file == nil {
		return nil
	}
	err := t.file.Close()
	return err
}
