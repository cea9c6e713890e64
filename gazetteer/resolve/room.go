package resolve

import (
	"sync"

	"github.com/dateline-map/dateline/gazetteer"
	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/linear"
)

// rowRoom is memory for what a row's name may mean, of which nothing is left when the
// row has its answer: two thirds of the garbage of a table that names its places.
type rowRoom struct {
	place    geo.Place // the row's, of which only what it says is there
	cands    []candidate
	outside  []gazetteer.Place
	scratch  []linear.Feature
	features []linear.Feature // of all candidates
}

var rowRooms = sync.Pool{New: func() any {
	return &rowRoom{
		cands:   make([]candidate, 0, usualCandidates),
		scratch: make([]linear.Feature, 0, usualFeatures),
	}
}}

// borrow gives a story of one row room that was used before, until back is called.
func (s *story) borrow(room *rowRoom) {
	s.room, s.scratch.Features = room, room.scratch
	if len(s.toponyms) > 0 {
		t := s.toponyms[0]
		t.cands, t.outside = room.cands[:0], room.outside[:0]
	}
}

// back keeps the room of a story for the next row, unless that has become large.
func (room *rowRoom) back(s *story) {
	if len(s.toponyms) > 0 {
		t := s.toponyms[0]
		room.cands, room.outside = t.cands, t.outside
	}
	room.place = geo.Place{} // whose texts are the row's
	room.scratch, room.features = s.scratch.Features, room.features[:0]
	if cap(room.cands) <= maxCandidates && cap(room.outside) <= 4*maxCandidates {
		rowRooms.Put(room)
	}
}

// keep returns features in the room.
func (room *rowRoom) keep(v []linear.Feature) []linear.Feature {
	from := len(room.features)
	room.features = append(room.features, v...)
	return room.features[from:len(room.features):len(room.features)]
}
