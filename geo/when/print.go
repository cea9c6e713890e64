package when

// String returns the interval in EDTF, and "unknown" for the unknown time.
func (i Interval) String() string {
	if i.IsZero() {
		return "unknown"
	}
	return i.EDTF()
}

// EDTF returns the interval as ISO 8601-2 has it, in no more detail than it is
// known: 2014-06-21, 2014-06, 2014, 2014-06-20/2014-06-22, 2014-06-12~. A week
// is written by its two ends. The unknown time is the empty string.
func (i Interval) EDTF() string { return string(i.AppendEDTF(nil)) }

// AppendEDTF appends what [Interval.EDTF] returns to b.
func (i Interval) AppendEDTF(b []byte) []byte {
	if i.IsZero() {
		return b
	}
	size := i.written()
	b = i.appendEnd(b, i.First, size)
	if !i.single(size) {
		b = i.appendEnd(append(b, '/'), i.Last, size)
	}
	return b
}

// written returns the calendar unit in which the interval's ends are written.
func (i Interval) written() Precision {
	switch {
	case i.Precision == ToYear && i.years():
		return ToYear
	case i.Precision >= ToMonth && i.months():
		return ToMonth
	}
	return ToDay
}

// single reports whether one calendar unit is the whole interval.
func (i Interval) single(size Precision) bool {
	y, m, _ := i.First.Civil()
	z, n, _ := i.Last.Civil()
	switch size {
	case ToYear:
		return y == z
	case ToMonth:
		return y == z && m == n
	}
	return i.First == i.Last
}

func (i Interval) appendEnd(b []byte, d Day, size Precision) []byte {
	y, m, n := d.Civil()
	b = append(b, byte('0'+y/1000%10), byte('0'+y/100%10), byte('0'+y/10%10), byte('0'+y%10))
	if size < ToYear {
		b = append(b, '-', byte('0'+m/10), byte('0'+m%10))
	}
	if size < ToMonth {
		b = append(b, '-', byte('0'+n/10), byte('0'+n%10))
	}
	if i.Approximate {
		b = append(b, '~')
	}
	return b
}
