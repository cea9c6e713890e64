package geojson

import (
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Shard says which part of a job a Collection has, and of which job: the member
// "shard" before its features, by which [Merge] sees that the parts of one job
// are there once each. Other framings have no place for it. The zero Shard is the
// whole, which has no such member.
type Shard struct {
	Part      int    `json:"part"` // from 1
	Of        int    `json:"of"`
	Program   string `json:"program"`   // that made it, and its version
	Gazetteer string `json:"gazetteer"` // that it used, and its version
	Job       string `json:"job"`       // a sum of what else the events depend on
}

// append appends the member and the comma behind it; nothing for the whole.
func (s Shard) append(dst []byte) []byte {
	if s == (Shard{}) {
		return dst
	}
	text, err := json.Marshal(s)
	if err != nil {
		panic("texts and numbers are always JSON: " + err.Error())
	}
	dst = append(append(dst, `"shard":`...), text...)
	return append(dst, ',')
}

// PartsError is that layers to be merged are not the parts of one job, each once.
type PartsError struct{ what string }

func (e *PartsError) Error() string { return e.what }

func partsErrorf(format string, args ...any) error { return &PartsError{fmt.Sprintf(format, args...)} }

// head is what stands before the features of a Collection.
type head struct {
	Name, Description, Attribution string
	ConformsTo                     []string
	Shard                          Shard
}

// readHead reads the first line of a Collection.
func readHead(line []byte) (h head, err error) {
	if err := json.Unmarshal(append(slices.Clone(line), "]}"...), &h); err != nil {
		return head{}, errors.New("not the head of a layer as dateline writes them")
	}
	return h, nil
}

// options completes the options of the merged layer by what all of its parts say.
func (h head) options(o Options, parts []*partReader) Options {
	for _, p := range parts {
		if p.head.Name != h.Name {
			h.Name = ""
		}
		if p.head.Description != h.Description {
			h.Description = ""
		}
		if len(p.head.ConformsTo) == 0 {
			h.ConformsTo = nil
		}
	}
	if o.Name == "" {
		o.Name = h.Name
	}
	if o.Description == "" {
		o.Description = h.Description
	}
	if len(h.ConformsTo) > 0 {
		o.Time = JSONFG
	}
	if o.Attribution == "" {
		o.Attribution = attributionOf(parts)
	}
	return o
}

func attributionOf(parts []*partReader) string {
	var said []string
	for _, p := range parts {
		if a := p.head.Attribution; a != "" && !slices.Contains(said, a) {
			said = append(said, a)
		}
	}
	return strings.Join(said, "; ")
}

// checkShards reports whether parts of a job are all there, once each, and of one
// job. Layers that are no shards are none of its business.
func checkShards(parts []*partReader) error {
	i := slices.IndexFunc(parts, func(p *partReader) bool { return p.head.Shard.Of > 0 })
	if i < 0 {
		return nil
	}
	first := parts[i]
	there := make(map[int]*partReader)
	for _, p := range parts {
		if err := p.sameJob(first); err != nil {
			return err
		}
		if twin := there[p.head.Shard.Part]; twin != nil {
			return partsErrorf("%s and %s are both part %d of %d", twin.part.Name, p.part.Name, p.head.Shard.Part, p.head.Shard.Of)
		}
		there[p.head.Shard.Part] = p
	}
	var missing []string
	for n := 1; n <= first.head.Shard.Of && len(missing) <= 10; n++ {
		if there[n] == nil {
			missing = append(missing, fmt.Sprint(n))
		}
	}
	if len(missing) > 0 {
		return partsErrorf("of the %d parts of the job these are missing: %s", first.head.Shard.Of, strings.Join(missing, ", "))
	}
	return nil
}

// sameJob says in what a part is of another job than the first.
func (r *partReader) sameJob(first *partReader) error {
	a, b := first.head.Shard, r.head.Shard
	names := fmt.Sprintf("%s and %s", first.part.Name, r.part.Name)
	switch {
	case b.Of == 0:
		return partsErrorf("%s is part %d of %d of a job, and %s is none", first.part.Name, a.Part, a.Of, r.part.Name)
	case a.Of != b.Of:
		return partsErrorf("%s are of jobs in %d and in %d parts", names, a.Of, b.Of)
	case a.Program != b.Program:
		return partsErrorf("%s were made by %s and by %s", names, a.Program, b.Program)
	case a.Gazetteer != b.Gazetteer:
		return partsErrorf("%s were made with %s and with %s", names, a.Gazetteer, b.Gazetteer)
	case a.Job != b.Job:
		return partsErrorf("%s were made of other inputs, or with other flags", names)
	}
	return nil
}
