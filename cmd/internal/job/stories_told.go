package job

import (
	"context"
	"encoding/binary"
	"iter"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/en"
	"github.com/dateline-map/dateline/geo/news/retold"
	"github.com/dateline-map/dateline/geo/sorted"
)

// toldOnce makes one event of the tellings of each happening, in the order in
// which they are first told, after the errors of the stream.
//
// A happening may be told again by the last story, so the tellings lie in
// temporary files where memory does not hold them, and what tells one again is
// not searched for among all of them:
//
//  1. They are sorted by their buckets, of which each has the tellings of a place.
//  2. Bucket after bucket, it is found out which happening each tells of, and
//     they are sorted by the numbers of the first tellings.
//  3. Those that have one number become an event.
func (r *Run) toldOnce(ctx context.Context, tellings iter.Seq2[geo.Event, error]) iter.Seq2[geo.Event, error] {
	return func(yield func(geo.Event, error) bool) {
		half := r.Spool
		if half.Memory > 1 { // 0 stands for the default
			half.Memory /= 2 // the events are sorted again while these are read
		}
		t := teller{types: r.Types, buckets: sorted.New(half), happenings: sorted.New(half)}
		defer t.happenings.Close()
		told := t.take(tellings, yield)
		if told {
			told = t.number(ctx, yield)
		}
		t.buckets.Close() // an error of reading has been told
		if t.buckets = nil; told {
			t.gathered(yield)
		}
	}
}

// teller finds out what tells of one happening. Its records are two numbers, of
// eight bytes each, and an event.
type teller struct {
	types      *en.Taxonomy
	buckets    *sorted.Sorter // tellings: the number of each, and of its document
	happenings *sorted.Sorter // tellings: the number of the first one of its happening
	codec      sorted.Codec
	record     []byte
}

const tellerNumbers = 16

// take sorts the tellings by their buckets. It reports whether there is more to
// be done.
func (t *teller) take(tellings iter.Seq2[geo.Event, error], yield func(geo.Event, error) bool) bool {
	merger := retold.NewMerger(t.types)
	number, document, of := uint64(0), uint64(0), ""
	for e, err := range tellings {
		if err == nil {
			if e.Source.Document != of {
				document, of = document+1, e.Source.Document
			}
			t.begin(number, document)
			t.record = t.codec.Append(t.record, &e)
			err = t.buckets.Add(sorted.KeyAt(merger.Bucket(&e)), t.record)
			number++
		}
		if err != nil && !yield(geo.Event{}, err) || fatal(err) {
			return false
		}
	}
	return true
}

// begin begins a record.
func (t *teller) begin(a, b uint64) {
	t.record = binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(t.record[:0], a), b)
}

// number sorts the tellings by the number of the first one of their happening.
// It reports whether there is more to be done.
func (t *teller) number(ctx context.Context, yield func(geo.Event, error) bool) bool {
	merger, bucket := retold.NewMerger(t.types), uint64(0)
	for record, err := range t.buckets.Merged() {
		var e geo.Event
		if err == nil {
			e, err = t.codec.Event(record[tellerNumbers:])
		}
		if err == nil {
			if b := merger.Bucket(&e); b != bucket {
				merger, bucket = retold.NewMerger(t.types), b
			}
			first := merger.Tell(&e, binary.BigEndian.Uint64(record), binary.BigEndian.Uint64(record[8:]))
			t.begin(first, 0)
			t.record = append(t.record, record[tellerNumbers:]...)
			err = t.happenings.Add(sorted.KeyAt(first), t.record)
		}
		if err != nil {
			yield(geo.Event{}, err)
			return false
		}
		if ctx.Err() != nil {
			return false
		}
	}
	return true
}

// gathered yields an event of all the tellings that follow each other under one
// number.
func (t *teller) gathered(yield func(geo.Event, error) bool) {
	var happening retold.Merged
	number, begun := uint64(0), false
	for record, err := range t.happenings.Merged() {
		var e geo.Event
		if err == nil {
			e, err = t.codec.Event(record[tellerNumbers:])
		}
		if err != nil {
			yield(geo.Event{}, err)
			return
		}
		if n := binary.BigEndian.Uint64(record); !begun || n != number {
			if begun && !yield(happening.Event(), nil) {
				return
			}
			happening, number, begun = retold.Merged{}, n, true
		}
		happening.Take(&e)
	}
	if begun {
		yield(happening.Event(), nil)
	}
}
