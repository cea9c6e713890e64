package geoparse

import (
	"cmp"
	"math"
	"slices"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/news/tag"
)

// A river, a park or a hamlet that no list has is seldom far from what its story names
// beside it. The towns around the name stand in for it, if they lie together: of 69 such
// names of local and world news 58 were within 161 km of the one chosen.

// ReasonStandIn is the reason of a match that another place of the story stands in for.
const ReasonStandIn = "stand_in"

const (
	// asked is how many of the spots named next to a name are asked where it lies.
	asked = 3
	// spotLikely is how likely a place must be to tell where another lies.
	spotLikely = 0.6
	// togetherKm is how far places of one neighbourhood are from each other, and
	// standInRadiusM what holds nine in ten of the names that one of them stands in for.
	togetherKm     = 160
	standInRadiusM = 300_000
	// Of names beside the only town of a story seven in ten lay in its neighbourhood, of
	// those in a story half of whose towns are in it more than eight.
	oneSpotConfidence  = 0.65
	allSpotsConfidence = 0.8
)

// standIn gives the names that the gazetteer has no place for, or a place that is hardly
// meant, that of the spots around them.
func (p *Parser) standIn(found []tag.Mention) {
	var spots []*tag.Mention
	for i := range found {
		if isSpot(&found[i]) {
			spots = append(spots, &found[i])
		}
	}
	if len(spots) == 0 {
		return
	}
	for i := range found {
		f := &found[i]
		if !f.Demonym && (f.Place.Match.Kind == geo.Unresolved || strayed(&f.Place.Match)) {
			standInBeside(f, spots)
		}
	}
}

// isSpot reports whether a mention is of a place that others can be near.
func isSpot(f *tag.Mention) bool {
	return !f.Demonym && sure(&f.Place.Match) && !isWide(f.Place.Match.Type)
}

// sure reports whether a match is of the place itself, and likely.
func sure(m *geo.Match) bool {
	return m.Located() && m.Reason == "" && m.Confidence >= spotLikely
}

func isWide(placeType string) bool {
	switch tag.KindOf(placeType) {
	case tag.Country, tag.Adm1, tag.Region:
		return true
	}
	return placeType == "sea"
}

// doubtful is the confidence below which the town beside a name is likelier to be near it than
// the place found for it: a namesake abroad, where a story is of places that no list has.
const doubtful = 0.6

// strayed reports whether a place is hardly the one meant.
func strayed(m *geo.Match) bool {
	return m.Located() && m.Reason == "" && m.Confidence < doubtful && !isWide(m.Type)
}

// standInBeside lets one of the spots stand in for a name: of those named next to it the one
// that the others of them are nearest to, if half of the story's spots lie around it.
func standInBeside(f *tag.Mention, spots []*tag.Mention) {
	next := slices.Clone(spots)
	slices.SortStableFunc(next, func(a, b *tag.Mention) int { return cmp.Compare(apart(a, f), apart(b, f)) })
	next = next[:min(asked, len(next))]
	best := slices.MinFunc(next, func(a, b *tag.Mention) int { return cmp.Compare(kmTo(a, next), kmTo(b, next)) })
	near, all := 0, 0
	for i, s := range spots {
		if slices.ContainsFunc(spots[:i], func(o *tag.Mention) bool { return o.Place.Name == s.Place.Name }) {
			continue
		}
		all++
		if roughKm(s.Place.Match.Point, best.Place.Match.Point) < togetherKm {
			near++
		}
	}
	if near*2 < all {
		return
	}
	m := best.Place.Match
	m.Kind, m.Reason, m.Candidates, m.Answer = geo.Variant, ReasonStandIn, nil, 0
	m.Precision, m.RadiusM = geo.WithinRegion, geo.Known(standInRadiusM)
	if all > 1 {
		m.Confidence *= allSpotsConfidence
	} else {
		m.Confidence *= oneSpotConfidence
	}
	f.Place.Match = m
}

// apart is how many bytes are between two mentions.
func apart(a, b *tag.Mention) int { return max(a.Start-b.End, b.Start-a.End) }

// farKm is the distance from which on it is all one how far a place is.
const farKm = 1000

// kmTo sums the distances of a spot to others.
func kmTo(a *tag.Mention, others []*tag.Mention) (sum float64) {
	for _, o := range others {
		sum += math.Min(roughKm(a.Place.Match.Point, o.Place.Match.Point), farKm)
	}
	return sum
}
