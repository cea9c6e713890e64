package delimited

import (
	"strings"

	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// PartBytes is about how much text shares a memory.
const PartBytes = 64 << 10

// memorySize holds a part, what was read behind the part before, and a bit of what
// comes behind it.
const memorySize = PartBytes + 3*readSize

// Memory is where a scanner keeps the texts of cells that are lent: once it is given
// to [Scanner.KeepIn] again, they are no texts any more. Its zero value is ready for
// use.
type Memory struct {
	Text     []byte // as it was read
	unquoted []byte // cells with quotes in them, which are doubled in Text
}

// texts returns room for text, of which so much is there already. What was in it
// is no text any more.
func (m *Memory) texts(size int) []byte {
	if len(m.Text) < size+readSize {
		m.Text = make([]byte, size+memorySize)
	}
	m.unquoted = m.unquoted[:0]
	return m.Text
}

// undoubled returns a quoted cell with one quote instead of two.
func (m *Memory) undoubled(cell string) string {
	if m == nil {
		return strings.ReplaceAll(cell, `""`, `"`)
	}
	if cap(m.unquoted)-len(m.unquoted) < len(cell) {
		m.unquoted = make([]byte, 0, max(len(cell), 2*cap(m.unquoted), 4<<10)) // cells point to the old
	}
	from := len(m.unquoted)
	for {
		i := strings.IndexByte(cell, '"')
		if i < 0 {
			break
		}
		m.unquoted = append(m.unquoted, cell[:i+1]...)
		cell = cell[i+2:]
	}
	m.unquoted = append(m.unquoted, cell...)
	return plaintext.Lent(m.unquoted[from:])
}
