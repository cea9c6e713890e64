package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// sides are those who are counted in one of several columns. Two that have one in common
// may count the same people.
type sides uint8

const (
	ownForces sides = 1 << iota
	police
	hostNation
	civilians
	enemies
)

// sideWords are the words of headers for who is counted, in the form of headerWords.
var sideWords = map[sides]string{
	ownForces:  "friendly soldiers soldier military mil troops army coalition cf isaf government regime soldats militaires armee soldados militares ejercito soldaten военных віиськових العسكريين عسكريين",
	police:     "police policemen policiers policias policiais polizisten",
	hostNation: "host nation hn",
	civilians:  "civilian civilians civ civs noncombatants civils civil civiles civis zivilisten гражданских мирных цивільних المدنيين مدنيين",
	enemies: "enemy enemies militant militants terrorist terrorists insurgent insurgents rebel rebels attackers attacker perpetrators assailants jihadists guerrillas " +
		"assaillants rebelles terroristes guerrilleros боевиков المسلحين مسلحين",
	ownForces | police: "security forces sf sfs fds fdss fuerzas seguridad forces",
}

// sidesIn returns whose number a header says its column has, and what remains of it.
func sidesIn(name string) (of sides, rest string) {
	var others []string
	for word := range strings.FieldsSeq(headerWords(name)) {
		one := sides(0)
		for s, words := range sideWords {
			if slices.Contains(strings.Fields(words), word) {
				one = s
			}
		}
		of |= one
		if one == 0 && !theVocabulary().words.of(word).kinds.has(fillerWord) {
			others = append(others, word)
		}
	}
	return of, strings.Join(others, " ")
}

// addSides finds the columns that have the dead, or the wounded, of one side each, such
// as "EnemyKIA" beside "FriendlyKIA": where none has all of them, what each adds up to is
// the number. Their claims are granted, and left out of those returned.
func (u *understander) addSides(claims []claim) []claim {
	for _, role := range []Role{Killed, Wounded} {
		parts, whole := []claim{}, ""
		all, twice := sides(0), false
		for _, c := range claims {
			if c.role != role {
				continue
			}
			of, rest := sidesIn(u.t.Columns[c.col].Name)
			switch {
			case of == 0 && c.rank >= rankPart: // of women, who are on some side
			case of == 0 || c.why == "told" || c.listed || !u.counted(c.col) || len(parts) > 0 && rest != whole || all&of != 0:
				twice = true
			default:
				parts, whole, all = append(parts, c), rest, all|of
			}
		}
		if twice || len(parts) < 2 {
			continue
		}
		u.addUp(role, parts)
		claims = slices.DeleteFunc(claims, func(c claim) bool { return c.role == role })
	}
	return claims
}

// addUp grants a role to columns that are added up.
func (u *understander) addUp(role Role, parts []claim) {
	p := &u.t.plan
	p.added[role] = true
	slices.SortFunc(parts, func(a, b claim) int { return a.col - b.col })
	var names []string
	for _, c := range parts {
		p.cols[role] = append(p.cols[role], c.col)
		u.t.Columns[c.col].Role, u.t.Columns[c.col].Why = role, c.why+"; the sides are added up"
		names = append(names, fmt.Sprintf("%q", u.t.Columns[c.col].Name))
	}
	u.t.Notices = append(u.t.Notices, fmt.Sprintf("columns %s are added up: together they are %s", strings.Join(names, ", "), role))
}

// addedUp adds up the numbers of people in all columns of a role. Of a cell that has
// none, nothing is known.
func (c *converter) addedUp(m *made, r *row, role Role) (sum geo.Count) {
	some := false
	for _, col := range c.plan.cols[role] {
		v := r.said(col)
		if v == "" {
			continue
		}
		n, err := countIn(role, v)
		m.fault(col, err)
		switch {
		case err != nil:
		case some:
			sum = geo.Count{Best: together(sum.Best, n.Best), Low: atLeast(sum.Low, n.Low), High: together(sum.High, n.High)}
		default:
			sum, some = n, true
		}
	}
	return sum
}

// together adds two numbers; unknown if one of them is.
func together(a, b geo.Figure) geo.Figure {
	n, known := a.Int()
	more, also := b.Int()
	if !known || !also {
		return geo.Figure{}
	}
	return geo.Known(n + more)
}

// atLeast adds two least numbers, of which an unknown one may be none at all.
func atLeast(a, b geo.Figure) geo.Figure {
	n, known := a.Int()
	more, also := b.Int()
	if !known && !also {
		return geo.Figure{}
	}
	return geo.Known(n + more)
}
