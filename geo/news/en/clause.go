package en

import "strings"

// Clause reports whether a clause begins between two tokens.
func (w *Words) Clause(i, j int) bool {
	for k := max(i, 0); k < j && k < w.Len(); k++ {
		if clauseMarks.has(w.At(k)) || w.At(k) == ";" {
			return true
		}
	}
	return false
}

// MainClause counts the clauses of a sentence before the one that token i stands
// in. Only those count that a comma or semicolon parts from what is before:
// ", and", ", where", ";".
func (w *Words) MainClause(i int) int {
	n := 0
	for k := 0; k < i && k < w.Len(); k++ {
		switch w.At(k) {
		case ";":
			n++
		case ",":
			switch w.At(k + 1) {
			case "and", "but", "while", "where", "as":
				if k+1 < i {
					n++
				}
			}
		}
	}
	return n
}

// TimeClause reports whether a word may open a clause that says when: "after gunmen
// stormed it".
func TimeClause(w string) bool { return clauseMarks.has(w) && prepositions.has(w) }

// Relative reports whether a relative clause begins between two tokens.
func (w *Words) Relative(i, j int) bool {
	for k := max(i, 0); k < j && k < w.Len(); k++ {
		if relatives.has(w.At(k)) && w.At(k) != "that" {
			return true
		}
	}
	return false
}

// Cause reports whether the noun at token i is told, behind token j, as what something else was
// done after or for: "arrested nine on Sunday over the lynching of a man".
func (w *Words) Cause(i, j int) bool {
	k := w.PhraseStart(i) - 1
	if k < j {
		return false
	}
	switch w.At(k) {
	case "over", "after", "following", "for", "since", "despite":
		return true
	}
	return false
}

// LastSemicolon returns the last semicolon between two tokens; 0 if there is none.
func (w *Words) LastSemicolon(i, j int) int {
	for k := j - 1; k >= i; k-- {
		if w.At(k) == ";" {
			return k
		}
	}
	return 0
}

// IsTo reports whether it is told between two tokens what somebody is to do: "where the
// minister was to speak".
func (w *Words) IsTo(i, j int) bool {
	for k := max(i, 0); k+1 < j && k+1 < w.Len(); k++ {
		switch w.At(k) {
		case "is", "are", "was", "were", "due", "scheduled", "expected", "planned":
			if w.At(k+1) == "to" {
				return true
			}
		}
	}
	return false
}

// Where reports whether "where" stands between two tokens, and no other word
// that begins a clause: "the town of Gao, where police found".
func (w *Words) Where(i, j int) bool {
	found := false
	for k := max(i, 0); k < j && k < w.Len(); k++ {
		switch x := w.At(k); {
		case x == "where":
			found = true
		case clauseMarks.has(x):
			return false
		}
	}
	return found
}

// Trails reports whether the verb at token i is a participle behind a comma, which tells
// what came of what is told before it: ", killing nine".
func (w *Words) Trails(i int) bool {
	return w.At(i-1) == "," && strings.HasSuffix(w.At(i), "ing")
}

// behindAside returns the token behind what stands between the comma at token i and the next,
// "the bodies, shot in the head, were found"; i if that is far or no verb follows.
func (w *Words) behindAside(i int) int {
	for k := i + 1; k < i+12; k++ {
		if w.At(k) == "," && auxiliaries.has(w.At(k+1)) {
			return k + 1
		}
	}
	return i
}

// InWhich reports whether a clause begins at token i, right behind a name, that tells what
// happened in the course of what was told there: "an operation in Gao in which".
func (w *Words) InWhich(i int) bool {
	return (w.At(i) == "in" || w.At(i) == "during") && w.At(i+1) == "which"
}

// BehindIncluded returns the token behind what is only told between commas to belong to
// what stands before it, "rounded up 16 people, including a child, in Gao", if token i
// stands before it and token j behind; else i.
func (w *Words) BehindIncluded(i, j int) int {
	for k := i; k < j; k++ {
		if w.At(k) != "," || !w.includes(k+1) {
			continue
		}
		for end := k + 2; end < j; end++ {
			if w.At(end) == "," {
				return end + 1
			}
		}
	}
	return i
}

// BeforeAside returns the token before a clause between commas that only describes something, if
// token j stands right behind it, "a base in Gao, which French troops left, on Tuesday"; else j.
func (w *Words) BeforeAside(i, j int) int {
	if w.At(j-1) != "," {
		return j
	}
	for k := j - 2; k > i && j-k < 20; k-- {
		switch {
		case w.At(k) == ";":
			return j
		case w.At(k) != ",":
		case relatives.has(w.At(k+1)) && w.At(k+1) != "that":
			return k
		default:
			return j
		}
	}
	return j
}

// BehindBearing returns the second of two commas between which it only is said on which side of something
// a place lies that ends before token i: "Gao, east of the river, where"; i if nothing is.
func (w *Words) BehindBearing(i int) int {
	if w.At(i) != "," || !directions.has(w.At(i+1)) || w.At(i+2) != "of" {
		return i
	}
	for k := i + 3; k < i+12; k++ {
		if w.At(k) == "," {
			return k
		}
	}
	return i
}

// HadMeanwhile reports whether a clause behind a comma and "but" or "though", between two tokens, tells what had
// happened before: "hit a clinic, but the patients had left".
func (w *Words) HadMeanwhile(i, j int) bool {
	for k := j - 1; k > i && w.At(k) != ";"; k-- {
		if x := w.At(k); w.At(k-1) == "," && (x == "but" || x == "though" || x == "although") {
			for n := k; n < j; n++ {
				if w.At(n) == "had" {
					return true
				}
			}
			return false
		}
	}
	return false
}

// includes reports whether words that begin at token i tell who is among those told of.
func (w *Words) includes(i int) bool {
	switch w.At(i) {
	case "including", "mostly", "mainly":
		return true
	case "among":
		return w.At(i+1) == "them"
	case "most", "many", "some", "one", "two", "three", "all":
		return w.At(i+1) == "of" && w.At(i+2) == "them"
	}
	return false
}

// FireOn reports whether the tokens from i to j are "opened fire", "shot" or the like, and
// people are named behind them.
func (w *Words) FireOn(i, j int) bool {
	if last := w.At(j - 1); last != "fire" && last != "on" && last != "at" {
		return false
	}
	for k := j; k < j+4; k++ {
		if personNouns.has(w.At(k)) {
			return true
		}
	}
	return false
}

// Who reports whether no other clause than one of "who" begins between two tokens.
func (w *Words) Who(i, j int) bool {
	found := false
	for k := i; k < j; k++ {
		if w.At(k) == "who" && !found {
			found = true
		} else if clauseMarks.has(w.At(k)) || w.At(k) == ";" || w.At(k) == "and" {
			return false
		}
	}
	return found
}

// Followed reports whether it is told between two tokens that the one happened after the
// other, which has a place and a day of its own: "the assault followed a blast in Gao".
func (w *Words) Followed(i, j int) bool {
	for k := max(i, 0); k < j; k++ {
		if w.followedAt(k) {
			return true
		}
	}
	return false
}

func (w *Words) followedAt(k int) bool {
	return w.At(k) == "followed" && (w.At(k+1) == "a" || w.At(k+1) == "an" || w.At(k+1) == "the")
}
