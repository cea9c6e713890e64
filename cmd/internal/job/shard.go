package job

import (
	"fmt"
	"maps"
	"path/filepath"
	"slices"

	"github.com/dateline-map/dateline/cmd/internal/input"
	"github.com/dateline-map/dateline/output/geojson"
)

// shardOf says of a layer which part of which job it is, so that merge can see
// whether it has all of them. Machines may keep the same files in different
// places: files are known by their names and sizes.
func (r *Run) shardOf(flags map[string]string) geojson.Shard {
	if r.Shard.N == 0 {
		return geojson.Shard{}
	}
	var job []string
	for _, name := range slices.Sorted(maps.Keys(flags)) {
		if name != "shard" && name != "gazetteer" {
			job = append(job, name, filepath.Base(flags[name]))
		}
	}
	for _, in := range r.inputs {
		job = append(job, fmt.Sprint(filepath.Base(in.Path), input.Size(in.Path)))
	}
	info := r.Index.Info()
	return geojson.Shard{
		Part: r.Shard.I, Of: r.Shard.N,
		Program:   r.Program.Name + " " + r.Program.Version,
		Gazetteer: fmt.Sprintf("%s %s of %d places", info.Title, info.Version, info.Places),
		Job:       stampOf(job, nil),
	}
}
