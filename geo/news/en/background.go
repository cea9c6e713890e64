package en

// What tells a war's background from its news.

// Own reports whether a noun at token i is told as that of those spoken of: "their offensive".
func (w *Words) Own(i int) bool {
	k := i - 1
	for isAdjective(w.At(k)) {
		k--
	}
	return possessives.has(w.At(k))
}

// SomePlace reports whether token i begins a phrase for places that it gives no names:
// "a strategic town and an airport", "three villages".
func (w *Words) SomePlace(i int) bool {
	_, _, number := w.Number(i)
	if x := w.At(i); !number && x != "a" && x != "an" && x != "another" && x != "several" && x != "some" {
		return false
	}
	for k := i + 1; k < w.Len() && k-i < 6; k++ {
		x := w.At(k)
		if prepositions.has(x) || w.Mark(k) && x != "-" || clauseMarks.has(x) {
			return false
		}
		if _, place := placeNouns()[x]; place && !w.Capital(k) {
			next := w.At(k + 1)
			return !w.Capital(k+1) && next != "of" && next != "called" && next != "named" && !(next == "," && w.Capital(k+2))
		}
	}
	return false
}

// InTheYears reports whether a sentence is about years: "in the years after the invasion", "at the
// height of the war".
func (w *Words) InTheYears() bool {
	for k := range w.Lower {
		if w.has(k, "in", "the", "years") && timeAfterYears.has(w.At(k+3)) || w.has(k, "at", "the", "height", "of", "the") && unrest.has(w.At(k+5)) {
			return true
		}
	}
	return false
}

var timeAfterYears = setOf("after since following before that of when leading")
