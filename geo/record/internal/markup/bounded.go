package markup

import "io"

// Bounded is a reader that ends with Err when more was read than is Left, which who
// reads on sets anew for each item: a hostile one is of gigabytes.
type Bounded struct {
	R    io.Reader
	Left int
	Err  error
}

// Read implements [io.Reader].
func (b *Bounded) Read(p []byte) (int, error) {
	if b.Left <= 0 {
		return 0, b.Err
	}
	n, err := b.R.Read(p[:min(len(p), b.Left)])
	b.Left -= n
	return n, err
}
