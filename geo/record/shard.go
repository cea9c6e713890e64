package record

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo/seen"
)

// Shard is one of several parts of a job that are done by themselves, such as on
// several machines. Each has the events that their ids give to it, so that the
// shards together have every event once, with the id that it has in the whole.
// The zero Shard is the whole.
type Shard struct {
	I, N int // the Ith of N, from 1
}

// ParseShard reads a shard such as 2/8.
func ParseShard(text string) (Shard, error) {
	a, b, _ := strings.Cut(text, "/")
	i, errI := strconv.Atoi(a)
	n, errN := strconv.Atoi(b)
	if errI != nil || errN != nil || i < 1 || i > n {
		return Shard{}, fmt.Errorf("%q is not a shard such as 2/8", text)
	}
	return Shard{i, n}, nil
}

// Has reports whether what has that id belongs to the shard.
func (s Shard) Has(id string) bool {
	return s.all() || seen.Sum(id)>>32%uint64(s.N) == uint64(s.I-1)
}

func (s Shard) all() bool { return s.N <= 1 }

// first reports whether the shard tells what has no id.
func (s Shard) first() bool { return s.I <= 1 }
