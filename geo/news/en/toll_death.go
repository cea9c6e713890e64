package en

import "strings"

// deathVerbs kill with "to death" or "dead" behind them.
var deathVerbs = setOf(`stabbed hacked beat beaten battered axed shot burned burnt stoned slashed trampled clubbed bludgeoned crushed strangled tortured speared chopped macheted
	stabbing hacking beating battering axing shooting burning stoning slashing trampling clubbing bludgeoning crushing strangling torturing spearing chopping`)

// deathAt returns the harm of a verb at token i that kills by what stands behind it, how
// many tokens long it is before its object, and the token after all of it: "hacked to
// death", "stabbed a writer to death", "shot him dead". n is 0 if it does not kill.
func (w *Words) deathAt(i int) (h harm, n, end int) {
	if !deathVerbs.has(w.At(i)) {
		return harm{}, 0, 0
	}
	h = harm{Killed, ed}
	if strings.HasSuffix(w.At(i), "ing") {
		h.shape = active
	}
	marks := 0
	for k := i + 1; k < i+12; k++ {
		x := w.At(k)
		switch {
		case w.has(k, "to", "death") && k > i+1:
			return h, 1, k + 2
		case x == "dead" && k > i+1 && k < i+7 && marks == 0:
			return h, 1, k + 1
		case x == "dead", auxiliaries.has(x), clauseMarks.has(x), leaving.has(x), harms[x] != (harm{}), deathVerbs.has(x), x == ";", x == "":
			return harm{}, 0, 0
		case w.Mark(k):
			marks++
		}
	}
	return harm{}, 0, 0
}

// losing reports whether token i is "lost" and those follow who were: "the army lost 46
// men". Games, seats and money are lost too.
func (r *tollReader) losing(i int) bool {
	if r.w.At(i) != "lost" {
		return false
	}
	n, ok := r.groupAt(i + 1)
	return ok && r.groups[n].counted && !r.groups[n].bare && personNouns.has(r.w.At(r.groups[n].to-1))
}
