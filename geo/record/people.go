package record

import (
	"fmt"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/record/internal/headers"
	"github.com/dateline-map/dateline/geo/record/internal/kinds"
	"github.com/dateline-map/dateline/geo/record/internal/literal"
	"github.com/dateline-map/dateline/geo/record/internal/row"
)

// toll reads the columns with numbers of people.
func (c *converter) toll(m *made, r *row.Row) {
	e := &m.event
	c.count(m, r, Killed, &e.Killed)
	c.count(m, r, Wounded, &e.Wounded)
	c.count(m, r, Displaced, &e.Displaced)
	v, col := c.text(r, Toll)
	if col < 0 {
		return
	}
	said, err := literal.Toll(v)
	if err != nil && c.plan.someTolls {
		return // of something else
	}
	m.fault(col, err)
	for role, into := range map[Role]*geo.Count{Killed: &e.Killed, Wounded: &e.Wounded, Displaced: &e.Displaced} {
		if *into == (geo.Count{}) {
			*into = said[role]
		}
	}
}

// count reads the number of people in the column of a role, if there is one.
func (c *converter) count(m *made, r *row.Row, role Role, into *geo.Count) {
	if c.first[role] < 0 {
		return
	}
	if c.plan.added[role] {
		*into = c.addedUp(m, r, role)
		return
	}
	if v, col := c.text(r, role); col >= 0 {
		n, err := literal.CountIn(role, v)
		if role == Killed && c.plan.whether {
			n, err = whether(v), nil
		}
		m.fault(col, err)
		*into = n
	}
}

// tollByContent takes the first column that tells in most rows how many were killed or hurt, where
// no header says so: "12 killed, 3 injured" below "Outcome".
func (u *understander) tollByContent() {
	if u.t.plan.anyOf(Killed, KilledLow, KilledHigh, Wounded, Toll) || u.ofAnimals() {
		return
	}
	for col, c := range u.t.Columns {
		if c.Role != NoRole || headers.Vocab().Any(headers.Words(c.Name), headers.NeverWord) {
			continue
		}
		if yes, all, ok := u.mostly(col, tellsToll); ok && all > 1 {
			u.grantByContent(Toll, col, fmt.Sprintf("%d of %d values tell of dead or wounded", yes, all))
			return
		}
	}
	u.tollAmong()
	u.victimsOfKillings()
}

// tollAmong takes the first column of short texts of which some tell it with a number: "2 dead"
// among what a fire has done to buildings. The others say nothing of people.
func (u *understander) tollAmong() {
	for col, c := range u.t.Columns {
		if c.Role != NoRole || headers.Vocab().Any(headers.Words(c.Name), headers.NeverWord) || !u.only(col, func(s string) bool { return len(s) <= kinds.Longest }) {
			continue
		}
		const few, share = 2, 5 // of a dozen rows three
		if yes, all := u.share(col, func(s string) bool { return digitsIn(s) && tellsToll(s) }); yes >= few && share*yes >= all {
			u.t.plan.someTolls = true
			u.grantByContent(Toll, col, fmt.Sprintf("%d of %d values tell of dead or wounded", yes, all))
			return
		}
	}
}

// tellsToll reports whether a cell says how many were killed or hurt, in words.
func tellsToll(cell string) bool {
	const longest = 150
	if len(cell) > longest || !strings.Contains(cell, " ") {
		return false
	}
	_, err := literal.Toll(cell)
	return err == nil
}
