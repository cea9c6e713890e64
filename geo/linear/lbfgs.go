package linear

import (
	"math"
	"slices"
)

// memory is how many past steps shape the next direction; Nocedal and Wright
// (Numerical Optimization, 7.2) find 3 to 20 to do.
const memory = 8

// step is a past step s and the change y of the gradient over it.
type step struct {
	s, y []float64
	rho  float64 // 1/(s·y)
}

// Steps that lower f by less than this share of it, this many in a row, are near
// enough to its least value: the weights' third digit no longer changes.
const (
	littleFall = 1e-6
	littleMost = 3
)

// minimise returns where f is least, starting at 0. f returns its value and
// adds its gradient to grad.
func minimise(f func(x, grad []float64) float64, n, rounds int) []float64 {
	x, grad := make([]float64, n), make([]float64, n)
	value := f(x, grad)
	var past []step
	little := 0
	for range rounds {
		if little == littleMost || norm(grad) <= 1e-5*max(1, norm(x)) {
			break
		}
		d := direction(grad, past)
		nx, ngrad, nvalue, ok := search(f, x, grad, d, value)
		if !ok {
			break // no step along d makes f smaller: we are there, up to rounding
		}
		if little++; value-nvalue > littleFall*value {
			little = 0
		}
		past = remember(past, minus(nx, x), minus(ngrad, grad))
		x, grad, value = nx, ngrad, nvalue
	}
	return x
}

// direction returns the way downhill by the two-loop recursion.
func direction(grad []float64, past []step) []float64 {
	d := scaled(grad, -1)
	a := make([]float64, len(past))
	for i, p := range slices.Backward(past) {
		a[i] = p.rho * dot(p.s, d)
		axpy(d, -a[i], p.y)
	}
	if len(past) > 0 {
		p := past[len(past)-1]
		d = scaled(d, 1/(p.rho*dot(p.y, p.y)))
	} else {
		d = scaled(d, 1/max(1, norm(grad))) // the first step is of length 1 at most
	}
	for i, p := range past {
		axpy(d, a[i]-p.rho*dot(p.y, d), p.s)
	}
	return d
}

// search halves the step along d until f falls enough (Armijo's condition).
func search(f func(x, grad []float64) float64, x, grad, d []float64, value float64) (nx, ngrad []float64, nvalue float64, ok bool) {
	slope := dot(grad, d)
	for t := 1.0; t > 1e-10; t /= 2 {
		nx = slices.Clone(x)
		axpy(nx, t, d)
		ngrad = make([]float64, len(x))
		nvalue = f(nx, ngrad)
		if nvalue < value && nvalue <= value+1e-4*t*slope {
			return nx, ngrad, nvalue, true
		}
	}
	return nil, nil, 0, false
}

// remember keeps a step unless the curvature along it is not positive, which
// would spoil the direction.
func remember(past []step, s, y []float64) []step {
	sy := dot(s, y)
	if sy <= 1e-12 {
		return past
	}
	if len(past) == memory {
		past = past[1:]
	}
	return append(past, step{s, y, 1 / sy})
}

func dot(a, b []float64) (sum float64) {
	for i := range a {
		sum += a[i] * b[i]
	}
	return sum
}

func norm(a []float64) float64 { return math.Sqrt(dot(a, a)) }

// axpy adds t times b to a.
func axpy(a []float64, t float64, b []float64) {
	for i := range a {
		a[i] += t * b[i]
	}
}

func scaled(a []float64, t float64) []float64 {
	out := make([]float64, len(a))
	axpy(out, t, a)
	return out
}

func minus(a, b []float64) []float64 {
	out := slices.Clone(a)
	axpy(out, -1, b)
	return out
}
