package en

// How a sentence goes on about what was told right before it.

// TheyBefore reports whether a pronoun is the subject of the verb at token i: "They also looted
// the bank".
func (w *Words) TheyBefore(i int) bool {
	v := verbGroup{w: w}
	k := v.auxiliaries(i - 1)
	return w.At(k) == "they" || w.At(k) == "he" || w.At(k) == "she"
}

// OnTheSpot reports whether behind token i a sentence goes on with "from the spot", "at the scene" or the like.
func (w *Words) OnTheSpot(i int) bool {
	for k := i; k < i+4; k++ {
		if x := w.At(k + 2); (x == "spot" || x == "scene") && w.At(k+1) == "the" && prepositions.has(w.At(k)) {
			return true
		}
	}
	return false
}

// OneMoreWeapon reports whether a sentence opens with one more of a weapon or its work: "Another
// car bomb", "A second blast".
func (w *Words) OneMoreWeapon() bool {
	i := 0
	switch {
	case w.At(0) == "another":
		i = 1
	case (w.At(0) == "a" || w.At(0) == "an") && (w.At(1) == "second" || w.At(1) == "third" || w.At(1) == "fourth"):
		i = 2
	default:
		return false
	}
	return apartNouns.has(w.At(i))
}

// OneOfThem returns the verb of a sentence that goes on about one of those told of right before
// it, or some: "One slammed into a house", "Two others fell near the school"; -1 if it does not.
func (w *Words) OneOfThem() int {
	i := 0
	if _, _, number := w.Number(0); !number && w.At(0) != "another" && w.At(0) != "others" && w.At(0) != "several" {
		return -1
	}
	for i++; i < 5; i++ {
		switch x := w.At(i); {
		case impacts.has(x):
			return i
		case x != "of" && x != "them" && x != "the" && x != "other" && x != "others" && x != "more" && x != "rockets" && x != "shells" && x != "missiles":
			return -1
		}
	}
	return -1
}

var impacts = setOf("slammed landed hit struck fell crashed exploded ploughed plowed")
