package geo

// PCodes are the codes by which OCHA's lists know administrative areas, such as
// "IQG01", from the first to the third level. Any of them may be empty.
type PCodes struct {
	Adm1, Adm2, Adm3 string
}

// Levels returns the codes by level, the first one's first; none if c is nil.
func (c *PCodes) Levels() [3]string {
	if c == nil {
		return [3]string{}
	}
	return [3]string{c.Adm1, c.Adm2, c.Adm3}
}

// Codes are P-codes as a source writes them.
type Codes struct {
	Own    string // of the place that is named, a settlement's or a unit's
	Within PCodes // of what it lies in
}

// ofAdm1 returns the first level's code alone: what may be said of a place that
// is hidden below it.
func (c *PCodes) ofAdm1() *PCodes {
	if c == nil {
		return nil
	}
	return &PCodes{Adm1: c.Adm1}
}
