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
func standIn(found []tag.Mention) {
	var spots []*tag.Mention
	for i := range found {
		if isSpot(&found[i]) {
			spots = append(spots, &found[i])
		}
	}
	matches := make([]*geo.Match, len(found))
	for i := range found {
		if f := &found[i]; !f.Demonym {
			matches[i] = insteadOf(f, spots, found)
		}
	}
	for i, m := range matches { // only now, for the others are told by what was found
		if m != nil {
			found[i].Place.Match = *m
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
// Cities are named the world over, and seldom namesakes of hamlets.
const (
	doubtful     = 0.6
	doubtfulCity = 0.4
)

// insteadOf returns the place that stands in for that of a mention; nil if none does.
func insteadOf(f *tag.Mention, spots []*tag.Mention, found []tag.Mention) *geo.Match {
	m := &f.Place.Match
	if m.Kind != geo.Unresolved && (!m.Located() || m.Reason != "" || isWide(m.Type)) {
		return nil
	}
	best, others := spotBeside(f, spots)
	if best == nil || m.Located() && !strayed(f, best, others, found) {
		return nil
	}
	in := best.Place.Match
	in.Kind, in.Reason, in.Candidates, in.Answer = geo.Variant, ReasonStandIn, nil, 0
	in.Precision, in.RadiusM = geo.WithinRegion, geo.Known(standInRadiusM)
	if others > 1 {
		in.Confidence *= allSpotsConfidence
	} else {
		in.Confidence *= oneSpotConfidence
	}
	return &in
}

// strayed reports whether the place found for a name is hardly the one meant, but a namesake:
// one in doubt, unless the story speaks of its country and not of its namesake's neighbours; or
// a small one that is all the story names in its country, beside several elsewhere. Of such
// towns and villages hardly one in ten was meant, however sure they seemed by themselves.
func strayed(f, best *tag.Mention, others int, found []tag.Mention) bool {
	m := &f.Place.Match
	k := tag.KindOf(m.Type)
	doubted := m.Confidence < doubtful && (k != tag.City || m.Confidence < doubtfulCity)
	if hasCompatriots(f, found) {
		return doubted && m.Country == best.Place.Match.Country
	}
	return doubted || others > 1 && (k == tag.Town || k == tag.Village)
}

// hasCompatriots reports whether the story names the country that a mention's place is in, or
// something else in it.
func hasCompatriots(f *tag.Mention, found []tag.Mention) bool {
	return slices.ContainsFunc(found, func(o tag.Mention) bool {
		return o.Place.Name != f.Place.Name && sure(&o.Place.Match) && o.Place.Match.Country == f.Place.Match.Country
	})
}

// spotBeside returns the spot that stands for the neighbourhood of a name, and how many spots
// of other names there are: of those named next to it the one that the others of them are
// nearest to, if one of them or half of the story's spots lie around it.
func spotBeside(f *tag.Mention, spots []*tag.Mention) (best *tag.Mention, others int) {
	next := slices.DeleteFunc(slices.Clone(spots), func(o *tag.Mention) bool { return o.Place.Name == f.Place.Name })
	if len(next) == 0 {
		return nil, 0
	}
	slices.SortStableFunc(next, func(a, b *tag.Mention) int { return cmp.Compare(apart(a, f), apart(b, f)) })
	all := next
	next = next[:min(asked, len(next))]
	best = slices.MinFunc(next, func(a, b *tag.Mention) int { return cmp.Compare(kmTo(a, next), kmTo(b, next)) })
	near, agree := 0, false
	for i, s := range all {
		if slices.ContainsFunc(all[:i], func(o *tag.Mention) bool { return o.Place.Name == s.Place.Name }) {
			continue
		}
		others++
		if roughKm(s.Place.Match.Point, best.Place.Match.Point) < togetherKm {
			near++
			agree = agree || i < asked && s.Place.Name != best.Place.Name
		}
	}
	if near*2 < others && !agree {
		return nil, others
	}
	return best, others
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
