package en

import "strings"

// Whether a sentence tells that many were moved, and not one traveller.

// ManyBefore reports whether people in the plural are the subject of the verb at
// token i: "hundreds of families have fled".
func (w *Words) ManyBefore(i int) bool {
	for k := i - 1; k >= 0 && i-k < 6 && !w.Mark(k); k-- {
		x := w.At(k)
		if n, _, ok := w.Number(k); ok && n > 1 && (auxiliaries.has(w.At(k+1)) || k == i-1) {
			return true // "another 4,000 have taken refuge"
		}
		if x == "families" || x == "households" || x == "thousands" || x == "hundreds" || x == "dozens" || x == "scores" || personNouns.has(x) && !singular(x) && !collective.has(x) {
			return true
		}
	}
	return false
}

// ManyMoved reports whether the noun that ends with token i says that many moved, or what follows it:
// "a massive displacement", "the evacuation of civilians".
func (w *Words) ManyMoved(i int) bool {
	if w.At(i) == "exodus" {
		return true
	}
	if manyMoved.has(w.At(i - 1)) {
		return true
	}
	if w.At(i+1) != "of" {
		return false
	}
	for k := i + 2; k < i+6 && !w.Mark(k); k++ {
		if x := w.At(k); personNouns.has(x) && !singular(x) {
			return true
		}
	}
	return false
}

// manyMoved say before a noun that many moved.
var manyMoved = setOf("mass massive large widespread significant major population multiple renewed")

// Rescued reports whether those whom the word at token i tells to have been evacuated were hurt: "began
// evacuating the wounded", "the evacuation of wounded rebels". They are brought to be treated.
func (w *Words) Rescued(i int) bool {
	if !strings.HasPrefix(w.At(i), "evacuat") {
		return false
	}
	for k := i + 1; k < i+4 && !w.Mark(k); k++ {
		if hurt.has(w.At(k)) {
			return true
		}
	}
	return false
}

var hurt = setOf("wounded injured dead casualties bodies victims patients remains")
