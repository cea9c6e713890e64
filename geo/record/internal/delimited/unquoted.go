package delimited

import (
	"bufio"
	"bytes"
	"io"
)

// QuotedLines reports whether each line of a text's beginning is one quoted cell with
// delimiters in it, as a table is that was quoted twice.
func QuotedLines(head []byte, delimiters string) bool {
	const enough = 3
	lines := bytes.Split(bytes.TrimSuffix(head, []byte("\n")), []byte("\n"))
	if len(lines) > enough {
		lines = lines[:len(lines)-1] // the last one may go on
	}
	for _, line := range lines {
		cell, ok := unquoted(trimCR(line))
		if !ok || !bytes.ContainsAny(cell, delimiters) {
			return false
		}
	}
	return len(lines) >= enough
}

// unquoted returns what stands in a line that is one quoted cell.
func unquoted(line []byte) (cell []byte, ok bool) {
	if len(line) < 2 || line[0] != '"' || line[len(line)-1] != '"' {
		return nil, false
	}
	inner := line[1 : len(line)-1]
	cell = bytes.ReplaceAll(inner, []byte(`""`), []byte(`"`))
	return cell, bytes.Count(inner, []byte(`"`)) == 2*bytes.Count(inner, []byte(`""`))
}

// Unquoted returns a text without the quotes around each of its lines; other lines, and those
// of more than a mebibyte, are left as they are.
func Unquoted(r io.Reader) io.Reader { return &unquotedLines{lines: bufio.NewReaderSize(r, 1<<20)} }

type unquotedLines struct {
	lines *bufio.Reader
	ready []byte // of a line, what has not been read
	err   error
}

func (u *unquotedLines) Read(p []byte) (int, error) {
	for len(u.ready) == 0 {
		if u.err != nil {
			return 0, u.err
		}
		u.ready, u.err = u.lines.ReadSlice('\n')
		if u.err == bufio.ErrBufferFull {
			u.err = nil
		} else if cell, ok := unquoted(trimCR(bytes.TrimSuffix(u.ready, []byte("\n")))); ok {
			u.ready = append(cell, '\n')
		}
	}
	n := copy(p, u.ready)
	u.ready = u.ready[n:]
	return n, nil
}
