package record

import (
	"github.com/dateline-map/dateline/geo"
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
