package seen

import (
	"errors"
	"iter"
	"slices"
)

// disk is the sums that memory does not hold: sorted runs, each a temporary file,
// and a filter that knows of nearly every other sum that it is in none of them.
// Runs of about one size are merged, so that there are few.
type disk struct {
	filter []filterBlock
	runs   []*run // the largest first
	room   [8 * fenceSums]byte
}

// add writes sums, which come in order, as a run.
func (d *disk) add(sums iter.Seq[uint64], filterBytes int64, folder string) error {
	d.begin(filterBytes)
	w, err := newRun(folder)
	if err != nil {
		return err
	}
	for sum := range sums {
		d.block(sum).set(sum)
		w.add(sum)
	}
	if err := w.end(); err != nil {
		return err
	}
	d.runs = append(d.runs, &w.run)
	return d.merge(folder)
}

func (d *disk) begin(filterBytes int64) {
	if d.filter == nil {
		d.filter = make([]filterBlock, max(filterBytes/filterBlockBytes, 1))
	}
}

// take adds the runs of another disk.
func (d *disk) take(other *disk, filterBytes int64, folder string) error {
	d.begin(filterBytes)
	for i := range other.filter {
		if len(d.filter) != len(other.filter) {
			return errors.New("sets of different memory cannot be put together")
		}
		d.filter[i].add(&other.filter[i])
	}
	d.runs = append(d.runs, other.runs...)
	slices.SortStableFunc(d.runs, func(a, b *run) int { return int(b.n - a.n) })
	return d.merge(folder)
}

// merge merges the last two runs for as long as one is not much larger than the
// other.
func (d *disk) merge(folder string) error {
	for len(d.runs) > 1 {
		last := len(d.runs) - 1
		a, b := d.runs[last-1], d.runs[last]
		if a.n >= 2*b.n {
			return nil
		}
		r, err := merged(a, b, folder)
		if err := errors.Join(err, a.close(), b.close()); err != nil {
			return err
		}
		d.runs = append(d.runs[:last-1], r)
	}
	return nil
}

// has reports whether a sum is in one of the runs.
func (d *disk) has(sum uint64) (bool, error) {
	if d.runs == nil || !d.block(sum).has(sum) {
		return false, nil
	}
	for _, r := range d.runs {
		if found, err := r.has(sum, &d.room); found || err != nil {
			return found, err
		}
	}
	return false, nil
}

func (d *disk) close() error {
	var err error
	for _, r := range d.runs {
		err = errors.Join(err, r.close())
	}
	d.runs, d.filter = nil, nil
	return err
}

// block returns the part of the filter that a sum has its bits in.
func (d *disk) block(sum uint64) *filterBlock {
	return &d.filter[(sum>>32)*uint64(len(d.filter))>>32]
}

// filterBlock is a Bloom filter of one line of a processor's cache. A sum has
// three bits in it, by its last 27 bits, as its first say which block it is.
type filterBlock [8]uint64

const filterBlockBytes = 64

func (b *filterBlock) has(sum uint64) bool {
	one, two, three := b[sum>>6&7]>>(sum&63), b[sum>>15&7]>>(sum>>9&63), b[sum>>24&7]>>(sum>>18&63)
	return one&two&three&1 != 0
}

func (b *filterBlock) set(sum uint64) {
	b[sum>>6&7] |= 1 << (sum & 63)
	b[sum>>15&7] |= 1 << (sum >> 9 & 63)
	b[sum>>24&7] |= 1 << (sum >> 18 & 63)
}

func (b *filterBlock) add(other *filterBlock) {
	for i, bits := range other {
		b[i] |= bits
	}
}
