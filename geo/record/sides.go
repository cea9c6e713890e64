package record

import (
	"fmt"
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// sideWords are the words of headers for who is counted, in the form of headers.Words, by
// the sides that they are of. Two columns that have a side in common may count the same
// people: police may be among the security forces.
var sideWords = []struct{ sides, words string }{
	{"military", "friendly ff soldiers soldier military mil troops army coalition cf isaf government regime soldats militaires armee soldados militares ejercito soldaten военных віиськових العسكريين عسكريين"},
	{"police", "police policemen officers policiers policias policiais agentes polizisten"},
	{"host", "host nation hn hnsf ansf ana isf iraqi afghan"},
	{"staff", "staff hcw hcws personnel teachers teacher educators enseignants docentes crew equipage"},
	{"clients", "patients patient pupils students eleves etudiants alumnos estudiantes passengers passagers pasajeros detainees inmates prisoners"},
	{"civilians staff clients", "civilian civilians civ civs crowd participant participants protester protesters demonstrators ln lns local nationals noncombatants civils civil civiles civis zivilisten гражданских мирных цивільних المدنيين مدنيين"},
	{"enemies", "enemy enemies en ene insurgent militant militants terrorist terrorists insurgent insurgents rebel rebels attackers attacker perpetrators assailants jihadists guerrillas insurgentes insurges insurrectos terroristas rebeldes extremistas militantes delincuentes " +
		"assaillants rebelles terroristes guerrilleros боевиков المسلحين مسلحين"},
	{"sheltered", "desabrigados"}, // of those who left their homes in Brazil, in shelters
	{"hosted", "desalojados"},     // or with others
	{"badly", "ciezko ciężko schwer schwerverletzte schwerverletzt graves grave gravi serious seriously severe severely major critical тяжело"},
	{"lightly", "lekko leicht leichtverletzte leichtverletzt leves leve lievi slight slightly minor light легко"},
	{"military police", "security sf sfs fds fdss fuerzas seguridad"},
	{"military police host enemies", "combatants combattants combatientes fighters belligerents"},
}

// ageWords are those of headers for who is counted by age and sex. What columns of them
// add up to is all only if they have both sexes.
var ageWords = []struct{ sides, words string }{
	{"men", "men man hombres hommes homens manner mężczyzni uomini мужчин чоловіків رجال"},
	{"women", "women woman mujeres femmes mulheres frauen kobiety donne женщин жінок نساء"},
	{"men boys", "male males m masculino"},
	{"women girls", "female females f femenino feminino"},
	{"boys", "boys boy ninos garcons"},
	{"girls", "girls girl ninas filles"},
	{"boys girls", "children child minors enfants menores criancas kinder bambini детеи дітеи اطفال"},
	{"men women", "adults adult adultes adultos erwachsene adulti"},
}

// sidesIn returns whose number a header says that its column has, and what remains of it
// but for the words that say how they were harmed. Of forces that no list has, as those
// of a country, the side is their name.
func sidesIn(name string, role Role) (of []string, rest string) {
	v := headers.Vocab()
	var others []string
	for word := range strings.FieldsSeq(headers.Words(name)) {
		switch i := slices.IndexFunc(sideWords, func(s struct{ sides, words string }) bool { return slices.Contains(strings.Fields(s.words), word) }); {
		case i >= 0:
			of = append(of, strings.Fields(sideWords[i].sides)...)
		case word == "forces":
			if len(of) == 0 && len(others) > 0 {
				of, others = others[len(others)-1:], others[:len(others)-1]
			}
		case v.Words.Of(word).Key != role && !v.Words.Of(word).Kinds.Has(headers.FillerWord):
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
		parts := u.sidesOf(role, claims, sidesIn)
		if len(parts) == 0 {
			parts = u.sidesOf(role, claims, agesIn)
		}
		if len(parts) == 0 {
			continue
		}
		u.addUp(role, parts)
		claims = slices.DeleteFunc(claims, func(c claim) bool { return c.Role == role })
	}
	return claims
}

// sidesOf returns the claims of columns that each have the number of other people, and
// together of all; nil if it is not sure that they do.
func (u *understander) sidesOf(role Role, claims []claim, in func(string, Role) ([]string, string)) (parts []claim) {
	whole := ""
	var all []string
	for _, c := range claims {
		if c.Role != role {
			continue
		}
		of, rest := in(u.t.Columns[c.col].Name, role)
		twice := slices.ContainsFunc(of, func(s string) bool { return slices.Contains(all, s) })
		switch {
		case len(of) == 0 && (c.Rank >= headers.RankPart || u.unfilled(c.col)): // of women, who are on some side; or a total that nobody has made
		case len(of) == 0 || c.why == "told" || c.listed || !u.counted(c.col) || len(parts) > 0 && rest != whole || twice:
			return nil
		default:
			parts, whole, all = append(parts, c), rest, append(all, of...)
		}
	}
	oneSex := slices.Contains(all, "men") != slices.Contains(all, "women") || slices.Contains(all, "boys") != slices.Contains(all, "girls")
	if len(parts) < 2 || oneSex || slices.Contains(all, "boys") && !slices.Contains(all, "men") {
		return nil
	}
	return parts
}

// unfilled reports whether a column has no value in the sample, though other columns have.
func (u *understander) unfilled(col int) bool {
	return len(u.sample) > 0 && len(u.t.Columns[col].Examples) == 0
}

// agesIn is sidesIn by age and sex.
func agesIn(name string, role Role) (of []string, rest string) {
	v := headers.Vocab()
	var others []string
	for word := range strings.FieldsSeq(headers.Words(name)) {
		i := slices.IndexFunc(ageWords, func(s struct{ sides, words string }) bool { return slices.Contains(strings.Fields(s.words), word) })
		switch {
		case i >= 0:
			of = append(of, strings.Fields(ageWords[i].sides)...)
		case v.Words.Of(word).Key != role && !v.Words.Of(word).Kinds.Has(headers.FillerWord):
			others = append(others, word)
		}
	}
	if of == nil {
		return nil, ""
	}
	return of, strings.Join(others, " ")
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
func (c *converter) addedUp(m *made, r *row.Row, role Role) (sum geo.Count) {
	some := false
	for _, col := range c.plan.cols[role] {
		v := r.Said(col)
		if v == "" {
			continue
		}
		n, err := literal.CountIn(role, v)
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
