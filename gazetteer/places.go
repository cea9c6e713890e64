package gazetteer

import (
	"iter"

	"github.com/paulmach/orb"
)

// Places is a dictionary of places as those need it who ask about names and points: one [Index], or
// several that lie on each other in a [Stack]. See [Index] for what each method
// promises.
type Places interface {
	Place(Ref) Place
	Unnamed(Ref) Place
	Called(Ref) (id, name string)
	ByID(id string) (Ref, bool)
	Country(Ref) string
	Type(Ref) string
	Countries(Ref) []string
	OwnNames(Ref) []string
	Codes(Ref) []string
	PCodes() iter.Seq2[Ref, string]

	Exact(key string, dst []Hit) []Hit
	WithoutArticle(key string, dst []Hit) []Hit
	Skeleton(key string, dst []Hit) []Hit
	Fuzzy(key string, maxEdits int, dst []Hit) []Hit
	Misspelt(key, country string, dst []Hit) []Hit
	Names(ref Ref, before string) []Hit

	Reverse(orb.Point) Within
	ReverseAll(points []orb.Point, in []Within)
	OneLandAll(points []orb.Point, lands []Ref)
	SomeLandNear(p orb.Point, is func(land Ref) bool) bool
	Bound(Ref) (box orb.Bound, known bool)
	Middle(Ref) (at orb.Point, known bool)
	Area(Ref) orb.MultiPolygon
	Settled(adm1 Ref, around orb.Point, radiusM float64) []Settlement

	Info() Info
}

var (
	_ Places = (*Index)(nil)
	_ Places = (*Stack)(nil)
)
