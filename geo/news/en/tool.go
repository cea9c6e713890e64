package en

// How a weapon is named that was not used in what its sentence tells.

// Unused reports whether the weapon at the tokens from i to j only was found or taken ("suicide
// vests were seized", "confiscated rifles and explosives"), or belongs to what stands behind
// those who fought: "troops backed by helicopters".
func (w *Words) Unused(i, j int) bool {
	if w.pit(i, j) {
		return true
	}
	k := j
	for auxiliaries.has(w.At(k)) || isAdverb(w.At(k)) {
		k++
	}
	if k > j && beForms.has(w.At(k-1)) && takenVerbs.has(w.At(k)) {
		return true
	}
	for k = i - 1; k >= 0 && i-k < unusedReach; k-- {
		switch x := w.At(k); {
		case x == "by" && backing.has(w.At(k-1)), takenVerbs.has(x) && !auxiliaries.has(w.At(k-1)):
			return true
		case x == ";", clauseMarks.has(x), auxiliaries.has(x), prepositions.has(x) && x != "of":
			return false
		}
	}
	return false
}

// pit reports whether the mine at the tokens from i to j is one that people dig in: "an attack in
// Bakoro mine", "bodies were found near a mine".
func (w *Words) pit(i, j int) bool {
	if x := w.At(j - 1); i+1 != j || x != "mine" && x != "mines" {
		return false
	}
	switch w.At(w.PhraseStart(i) - 1) {
	case "in", "inside", "at", "near", "outside":
		next := w.At(j)
		return next == "" || w.Mark(j) || prepositions.has(next) || conjunctions.has(next) || auxiliaries.has(next)
	}
	return false
}

// unusedReach is how many tokens before a weapon a verb may stand that says it was taken.
const unusedReach = 9

var (
	takenVerbs = setOf("found seized confiscated recovered discovered uncovered impounded unearthed")
	backing    = setOf("backed aided supported accompanied escorted")
)

// OnlyAuxiliaries reports whether nothing but auxiliaries and adverbs stands between two tokens.
func (w *Words) OnlyAuxiliaries(i, j int) bool {
	for ; i < j; i++ {
		if !auxiliaries.has(w.At(i)) && !isAdverb(w.At(i)) {
			return false
		}
	}
	return true
}

// AndBefore reports whether the noun phrase that ends with what begins at token i stands right
// behind "and".
func (w *Words) AndBefore(i int) bool {
	k := w.PhraseStart(i) - 1
	if _, _, number := w.Number(k); number {
		k--
	}
	return w.At(k) == "and" || w.At(k) == "while"
}
