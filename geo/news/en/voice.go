package en

// How a verb or a name stands in its sentence.

// HadAt reports whether the verb at token i tells what was before: "had killed".
func (w *Words) HadAt(i int) bool {
	v := verbGroup{w: w}
	v.auxiliaries(i - 1)
	return v.had
}

// HaveAt reports whether the verb at token i tells what has happened up to now:
// "have killed", not "had killed".
func (w *Words) HaveAt(i int) bool {
	v := verbGroup{w: w}
	v.auxiliaries(i - 1)
	return v.have && !v.had
}

// PassiveAt reports whether the participle at token i is passive.
func (w *Words) PassiveAt(i int) bool {
	r := tollReader{w: w}
	return r.beBefore(i)
}

// SinceBetween reports whether a clause that opens with "since" begins between two
// tokens.
func (w *Words) SinceBetween(i, j int) bool {
	for k := max(i, 0); k < j && k < w.Len(); k++ {
		if w.At(k) == "since" {
			return true
		}
	}
	return false
}

// SinceClause returns the "since" of the clause that the time at token i stands in and says
// since when something is so: "held by rebels since the army left on June 9"; -1 if it
// stands in none.
func (w *Words) SinceClause(i int) int {
	for k := i - 1; k > 0 && i-k < 20; k-- {
		switch x := w.At(k); {
		case x == "since":
			return k
		case w.Mark(k) && x != "-" && x != "\"", x == "and" && !w.Capital(k+1):
			return -1
		}
	}
	return -1
}

// Agency reports whether a name from token i to end is that of an agency or of a
// station, which tells what happened elsewhere: "the state news agency Saba".
func (w *Words) Agency(i, end int) bool {
	return w.At(i-1) == "agency" && w.At(i-2) == "news" || w.At(end) == "news" && w.At(end+1) == "agency" || w.At(i-1) == "newspaper" || w.At(end) == "newspaper" || w.At(end) == "online" && w.Capital(end)
}

// Bystander reports whether a pronoun that means nobody in arms is the subject of the verb at
// token i: "hit the bus as it entered the town".
func (w *Words) Bystander(i int) bool {
	switch w.At(i - 1) {
	case "it", "he", "she":
		return true
	}
	return false
}

// Topic reports whether it is told between two tokens what is talked of or looked into: "to
// discuss the offensive in", "a report on the battle to liberate".
func (w *Words) Topic(i, j int) bool {
	for k := i; k < j; k++ {
		if topics.has(w.At(k)) {
			return true
		}
	}
	return false
}

var topics = setOf(`discuss discussing discussed battle fight fighting offensive campaign war crisis conflict assault
	liberate liberating retake retaking recapture recapturing plans progress`)

// BlastDid reports whether an explosion is the subject of the verb at token i: "the strikes
// there destroyed", "a bombing, which had destroyed".
func (w *Words) BlastDid(i int) bool {
	described := false // a clause of "which" behind a comma
	for k := i - 1; k >= 0 && i-k < 10; k-- {
		switch x := w.At(k); {
		case w.Blast(k):
			return true
		case clauseMarks.has(x) && !relatives.has(x):
			return false
		case w.At(k+1) == "which" && x == ",":
			described = true
		case !described && x != "," && x != "there" && !relatives.has(x) && !auxiliaries.has(x) && !isAdverb(x):
			return false
		}
	}
	return false
}

// RanksWithin reports whether the time at token i is that of which something is said to be the
// worst: "the deadliest bombing this year".
func (w *Words) RanksWithin(i int) bool {
	for k := i - 1; k >= 0 && i-k < 5 && !w.Mark(k); k-- {
		if superlatives.has(w.At(k)) && w.At(k) != "other" {
			return true
		}
	}
	return false
}
