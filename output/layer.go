package output

import (
	"errors"

	"github.com/dateline-map/dateline/geo"
)

// Feature is an event on its way into a layer. It and what it holds are good
// until the call that it is given to returns.
type Feature struct {
	Event  *geo.Event
	At     Position // where it is drawn; means nothing unless Drawn
	Drawn  bool
	Values []Value // of the layer's columns, in their order
}

// Encoder writes the features of one format. [NewLayer] makes a [Writer] of it.
//
// After an error nothing more is asked of it. If it has a method Drop(), that is
// called once when the layer is complete or given up, and must free what stands
// outside memory. If it has a method LeftOut() int, that says how many of the
// features added are not in the layer; Shortened() int, how many texts were cut;
// Moved() int, how many features are drawn where the format's map ends.
type Encoder interface {
	Add(f *Feature) error
	// End completes the layer.
	End() error
}

// Layer is a [Writer] on an [Encoder]. It finds the values and positions of
// events, and sees to it that a layer with an error stays broken and a closed
// one closed.
type Layer struct {
	columns *Columns
	encoder Encoder
	feature Feature
	err     error
}

var _ Writer = (*Layer)(nil)

var (
	errClosed  = errors.New("layer is closed")
	errAborted = errors.New("layer is aborted")
)

// NewLayer returns a writer of a layer with the columns. If err is not nil the
// layer is broken from the start.
func NewLayer(columns *Columns, e Encoder, err error) *Layer {
	l := &Layer{columns: columns, encoder: e}
	l.settle(err)
	return l
}

// Write adds the event to the layer.
func (l *Layer) Write(e *geo.Event) error {
	if l.err != nil {
		return l.err
	}
	f := &l.feature
	f.Event = e
	var err error
	if f.At, f.Drawn, err = PositionOf(e); err == nil {
		f.Values, err = l.columns.Values(f.Values[:0], e)
	}
	if err == nil {
		err = l.encoder.Add(f)
	}
	l.settle(err)
	return err
}

// Close completes the layer.
func (l *Layer) Close() error {
	if l.err != nil {
		return l.err
	}
	if err := l.encoder.End(); err != nil {
		l.settle(err)
		return err
	}
	l.settle(errClosed)
	return nil
}

// Abort gives the layer up. After Close it does nothing, so that it can be
// deferred.
func (l *Layer) Abort() {
	if l.err == nil {
		l.settle(errAborted)
	}
}

// settle ends the layer if err is not nil.
func (l *Layer) settle(err error) {
	if err == nil {
		return
	}
	l.err = err
	if d, ok := l.encoder.(interface{ Drop() }); ok {
		d.Drop()
	}
}

// LeftOut returns how many of the events written are not in the layer, because
// they have no point, or no date, and the format holds nothing without.
func (l *Layer) LeftOut() int {
	if p, ok := l.encoder.(interface{ LeftOut() int }); ok {
		return p.LeftOut()
	}
	return 0
}

// Moved returns how many of the events lie beyond the format's map and are drawn on
// its edge.
func (l *Layer) Moved() int {
	if p, ok := l.encoder.(interface{ Moved() int }); ok {
		return p.Moved()
	}
	return 0
}

// Shortened returns how many texts were longer than the format has room for.
func (l *Layer) Shortened() int {
	if p, ok := l.encoder.(interface{ Shortened() int }); ok {
		return p.Shortened()
	}
	return 0
}
