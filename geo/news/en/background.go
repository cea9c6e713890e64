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
