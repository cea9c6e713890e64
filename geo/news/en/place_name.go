package en

import "strings"

// What the words around a name say of whether it is one of a place.

// unbracketed returns the words from token i to j in small letters, without what
// stands in brackets: "20 km (12 miles) south of" says one distance twice.
func (w *Words) unbracketed(i, j int) string {
	for k := i; k < j; k++ {
		if w.At(k) != "(" {
			continue
		}
		for end := k + 1; end < j; end++ {
			if w.At(end) == ")" {
				return strings.ToLower(w.Span(i, k) + " " + w.Span(end+1, j))
			}
		}
	}
	return strings.ToLower(w.Span(i, j))
}

// CalledPlace reports whether the words from token i to end, which may name a people,
// are a place's by what stands beside them: "the town of Baghdadi", "wounded in
// Baghdadi, a doctor said".
func (w *Words) CalledPlace(i, end int) bool {
	switch w.At(i - 1) {
	case "of":
		_, place := placeNouns()[w.At(i-2)]
		return place && !w.Capital(i-2)
	case "in", "near", "at", "outside":
		return w.Mark(end) && w.At(end) != "-" || prepositions.has(w.At(end)) || w.At(end) == "and"
	}
	return false
}

// GoesOn reports whether a name that ends before token i goes on behind a hyphen:
// "Kurtun-Dhoole", "Pul-e-Khumri".
func (w *Words) GoesOn(i int) bool {
	if w.At(i) != "-" || w.Tokens[i].Space || i+1 >= w.Len() || w.Tokens[i+1].Space {
		return false
	}
	return w.Capital(i+1) || len(w.At(i+1)) <= 2 && w.At(i+2) == "-" && w.Capital(i+3)
}
