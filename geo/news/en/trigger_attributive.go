package en

// What only describes people or places, and tells nothing of its own.

// describes reports whether a verb's participle only says which people or places are meant: "the newly
// recaptured towns", "two kidnapped nurses were released", "a road for refugees fleeing the fighting".
func (f *finder) describes(x *Trigger, form form) bool {
	switch {
	case form == formIng:
		return x.Kind.Family == "displacement" && personNouns.has(f.w.At(x.From-1)) && forWhom.has(f.w.At(x.From-2))
	case form != formPast:
		return false
	}
	return f.attributive(x.From) || (x.Kind.Family == "abduction" || x.Kind.Family == "arrest") && f.onlyDescribes(x.From)
}

var forWhom = setOf("for by with to")

// attributive reports whether the participle at token i stands before the noun that it describes: "the
// newly recaptured towns".
func (f *finder) attributive(i int) bool {
	_, place := placeNouns()[f.w.At(i+1)]
	k := i - 1
	for isAdverb(f.w.At(k)) || f.w.At(k) == "newly" {
		k--
	}
	return place && (f.w.At(k) == "the" || f.w.At(i-1) == "newly")
}

// onlyDescribes reports whether the participle at token i only says who those are of whom something else is
// told: "two kidnapped nurses were released".
func (f *finder) onlyDescribes(i int) bool {
	if _, _, number := f.w.Number(i - 1); !number && !determiners.has(f.w.At(i-1)) {
		return false
	}
	for k := i + 1; k < i+5; k++ {
		switch {
		case personNouns.has(f.w.At(k)) && auxiliaries.has(f.w.At(k+1)):
			return true
		case f.w.Mark(k), prepositions.has(f.w.At(k)), auxiliaries.has(f.w.At(k)), determiners.has(f.w.At(k)):
			return false
		}
	}
	return false
}
