package sorted

import (
	"github.com/dateline-map/dateline/geo/scratch"
)

// spill is the temporary file of a Sorter: its runs, one behind the other.
type spill struct {
	folder string
	file   *scratch.File
	runs   []extent
	buf    []byte
}

// extent is where a run lies in the file.
type extent struct{ from, to int64 }

// writeBytes is how much is written at once.
const writeBytes = 256 << 10

func (f *spill) open() error {
	if f.file != nil {
		return nil
	}
	file, err := scratch.New(f.folder, "dateline-sort")
	f.file = file
	return err
}

// write appends a sorted run.
func (f *spill) write(r *run) error {
	if err := f.open(); err != nil {
		return err
	}
	x := extent{from: f.end()}
	x.to = x.from
	if f.buf == nil {
		f.buf = make([]byte, 0, writeBytes+writeBytes/4)
	}
	f.buf = f.buf[:0]
	for i := range r.entries {
		f.buf = r.entries[i].appendRecord(f.buf, r)
		if len(f.buf) >= writeBytes || i == len(r.entries)-1 {
			n, err := f.file.WriteAt(f.buf, x.to)
			x.to += int64(n)
			f.buf = f.buf[:0]
			if err != nil {
				return err
			}
		}
	}
	f.runs = append(f.runs, x)
	return nil
}

func (f *spill) end() int64 {
	if len(f.runs) == 0 {
		return 0
	}
	return f.runs[len(f.runs)-1].to
}

func (f *spill) close() error {
	if f.file == nil {
		return nil
	}
	return f.file.Close()
}
