package en

// behindDay returns the token behind the day that is told from token i on, i if none is: a
// verb and what belongs to it may have one between them, "arrived late on Monday in Gao".
func (w *Words) behindDay(i int) int {
	k := i
	if w.At(k) == "late" || w.At(k) == "early" {
		k++
	}
	if w.At(k) == "on" {
		k++
	}
	switch x := w.At(k); {
	case weekdays.has(x):
		k++
	case (x == "today" || x == "yesterday") && k == i:
		return k + 1
	default:
		return i
	}
	if timesOfDay.has(w.At(k)) {
		k++
	}
	return k
}

// MarkBetween reports whether a mark stands between two tokens.
func (w *Words) MarkBetween(i, j int) bool {
	for k := i; k < j; k++ {
		if w.Mark(k) {
			return true
		}
	}
	return false
}
