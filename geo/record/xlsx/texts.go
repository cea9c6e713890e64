package xlsx

import (
	"bufio"
	"fmt"
	"os"
)

// texts are the texts that the cells of a workbook share, by number. The first
// ones lie in memory, the others in a temporary file. The zero texts are none.
type texts struct {
	ends   []int64 // of each text, in all of them together
	memory []byte
	file   *os.File
	w      *bufio.Writer
}

// inMemory is how many bytes of text are kept in memory. A text of which some
// lies beyond is in the file.
var inMemory = 64 << 20

// mostTexts bounds the texts of a workbook: eight bytes of memory each.
const mostTexts = 50_000_000

func (t *texts) len() int { return len(t.ends) }

func (t *texts) add(text []byte) error {
	if len(t.ends) == mostTexts {
		return fmt.Errorf("the workbook has more than %d texts", mostTexts)
	}
	at := t.end(len(t.ends) - 1)
	t.ends = append(t.ends, at+int64(len(text)))
	if t.file == nil && len(t.memory)+len(text) <= inMemory {
		t.memory = append(t.memory, text...)
		return nil
	}
	if t.file == nil {
		file, err := os.CreateTemp("", "dateline-*.texts")
		if err != nil {
			return err
		}
		_ = os.Remove(file.Name()) // nothing is left of it however the program ends, where the system allows it
		t.file, t.w = file, bufio.NewWriterSize(file, 256<<10)
	}
	_, err := t.w.Write(text)
	return err
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
	return t.ends[i]
}

func (t *texts) get(i int) (string, error) {
	from, to := t.end(i-1), t.ends[i]
	if to <= int64(len(t.memory)) {
		return string(t.memory[from:to]), nil
	}
	b := make([]byte, to-from)
	_, err := t.file.ReadAt(b, from-int64(len(t.memory)))
	return string(b), err
}

func (t *texts) close() error {
	if t.file == nil {
		return nil
	}
	err := t.file.Close()
	_ = os.Remove(t.file.Name()) // where it could not be removed while open
	return err
}
