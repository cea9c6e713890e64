package en

// closesQuote reports whether the straight quotation mark at token i ends a quotation, by
// the space around it: `found this morning," he said`.
func (w *Words) closesQuote(i int) bool {
	return i > 0 && !w.Tokens[i].Space && (i+1 == w.Len() || w.Tokens[i+1].Space)
}

// quotedUpTo returns n tokens of which those before token i are quoted, in a quotation that
// began in a sentence before.
func quotedUpTo(i, n int) []bool {
	out := make([]bool, n)
	for k := range i {
		out[k] = true
	}
	return out
}
