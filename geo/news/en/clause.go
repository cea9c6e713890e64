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

// Recaps reports whether the noun at token i only says, behind a comma, what the happening told
// before it is one of: ", in the latest deadly attack", ", the second bombing".
func (w *Words) Recaps(i int) bool {
	k := i - 1
	for k > 0 && i-k < 4 && !superlatives.has(w.At(k)) && !determiners.has(w.At(k)) && !prepositions.has(w.At(k)) && !w.Mark(k) {
		k--
	}
	if !superlatives.has(w.At(k)) || w.At(k) == "other" {
		return false
	}
	for k--; w.At(k) == "the" || w.At(k) == "in"; k-- {
	}
	return w.At(k) == ","
}
