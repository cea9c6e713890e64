package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
)

// sideWords are the words of headers for who is counted, in the form of headerWords, by
// the sides that they are of. Two columns that have a side in common may count the same
// people: police may be among the security forces.
var sideWords = []struct{ sides, words string }{
	{"military", "friendly ff soldiers soldier military mil troops army coalition cf isaf government regime soldats militaires armee soldados militares ejercito soldaten военных віиськових العسكريين عسكريين"},
	{"police", "police policemen policiers policias policiais polizisten"},
	{"host", "host nation hn hnsf ansf ana isf iraqi afghan"},
	{"civilians", "civilian civilians civ civs crowd participant participants protester protesters demonstrators ln lns local nationals noncombatants civils civil civiles civis zivilisten гражданских мирных цивільних المدنيين مدنيين"},
	{"enemies", "enemy enemies en ene insurgent militant militants terrorist terrorists insurgent insurgents rebel rebels attackers attacker perpetrators assailants jihadists guerrillas insurgentes insurges insurrectos terroristas rebeldes extremistas militantes delincuentes " +
		"assaillants rebelles terroristes guerrilleros боевиков المسلحين مسلحين"},
	{"sheltered", "desabrigados"}, // of those who left their homes in Brazil, in shelters
	{"hosted", "desalojados"},     // or with others
	{"military police", "security sf sfs fds fdss fuerzas seguridad"},
	{"military police host enemies", "combatants combattants combatientes fighters belligerents"},
}

// sidesIn returns whose number a header says that its column has, and what remains of it
// but for the words that say how they were harmed. Of forces that no list has, as those
// of a country, the side is their name.
func sidesIn(name string, role Role) (of []string, rest string) {
	v := theVocabulary()
	var others []string
	for word := range strings.FieldsSeq(headerWords(name)) {
		switch i := slices.IndexFunc(sideWords, func(s struct{ sides, words string }) bool { return slices.Contains(strings.Fields(s.words), word) }); {
		case i >= 0:
			of = append(of, strings.Fields(sideWords[i].sides)...)
		case word == "forces":
			if len(of) == 0 && len(others) > 0 {
				of, others = others[len(others)-1:], others[:len(others)-1]
			}
		case v.words.of(word).key != role && !v.words.of(word).kinds.has(fillerWord):
			others = append(others, word)
		}
	}
	return of, strings.Join(others, " ")
}

// addSides finds the columns that have the dead, the wounded or the displaced of one side each, such
// as "EnemyKIA" beside "FriendlyKIA": where none has all of them, what each adds up to is
// the number. Their claims are granted, and left out of those returned.
func (u *understander) addSides(claims []claim) []claim {
	for _, role := range []Role{Killed, Wounded, Displaced} {
		parts, whole := []claim{}, ""
		var all []string
		doubt := false
		for _, c := range claims {
			if c.role != role {
				continue
			}
			of, rest := sidesIn(u.t.Columns[c.col].Name, role)
			twice := slices.ContainsFunc(of, func(s string) bool { return slices.Contains(all, s) })
			switch {
			case len(of) == 0 && c.rank >= rankPart: // of women, who are on some side
			case len(of) == 0 || c.why == "told" || c.listed || !u.counted(c.col) || len(parts) > 0 && rest != whole || twice:
				doubt = true
			default:
				parts, whole, all = append(parts, c), rest, append(all, of...)
			}
		}
		if doubt || len(parts) < 2 {
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
