package jsonrows

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"slices"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/record/internal/jsontext"
	"github.com/dateline-map/dateline/geo/record/internal/plaintext"
)

// TopoJSON has what its features share, their arcs, in one list, most often behind
// them, and counts positions from one to the next. So a document is read whole, and
// made the GeoJSON that it stands for. The source is the TopoJSON format specification,
// version 1.

// mostTopology bounds a document, in bytes, for it is held in memory.
const mostTopology = 64 << 20

var errTopology = errors.New("the TopoJSON document is damaged")

var topologyFirst = pattern.New(`^\s*\{[^{}]*"type"\s*:\s*"Topology"`)

// IsTopology reports whether a document begins as TopoJSON does.
func IsTopology(head []byte) bool { return topologyFirst().Match(head[:min(len(head), 512)]) }

// FromTopology returns a document of TopoJSON as GeoJSON.
func FromTopology(r io.Reader) (*bufio.Reader, error) {
	text, err := io.ReadAll(io.LimitReader(r, mostTopology+1))
	switch {
	case err != nil:
		return nil, err
	case len(text) > mostTopology:
		return nil, fmt.Errorf("the TopoJSON document is longer than %s; convert it to GeoJSON first", plaintext.SizeInWords(mostTopology))
	}
	var t topology
	if err := json.Unmarshal(text, &t); err != nil {
		return nil, fmt.Errorf("%w: %w", errTopology, err)
	}
	t.decode()
	var b bytes.Buffer
	b.WriteString(`{"type":"FeatureCollection","features":[`)
	var failed error
	if len(t.Objects) == 0 || t.Objects[0] != '{' {
		return nil, fmt.Errorf("%w: it has no objects", errTopology)
	}
	jsontext.Members(t.Objects, func(_, object []byte) {
		failed = errors.Join(failed, t.feature(&b, object, 0))
	})
	b.WriteString("]}")
	return bufio.NewReaderSize(&b, plaintext.Sniffed), failed
}

// position is one of a topology: of two numbers, or more that are not looked at.
type position []float64

type topology struct {
	Transform *struct{ Scale, Translate [2]float64 }
	Arcs      [][]position
	Objects   json.RawMessage
}

// decode gives all arcs positions in degrees: those of a transform are steps.
func (t *topology) decode() {
	for _, arc := range t.Arcs {
		at := position{0, 0}
		for i, step := range arc {
			if t.Transform != nil && len(step) >= 2 {
				at = position{at[0] + step[0], at[1] + step[1]}
				arc[i] = t.degrees(at)
			}
		}
	}
}

// degrees returns where a position is that is not a step from another.
func (t *topology) degrees(p position) position {
	if t.Transform == nil || len(p) < 2 {
		return p
	}
	const places = 1e9 // of the products of a scale, which is no round number
	at := func(i int) float64 {
		return math.Round((p[i]*t.Transform.Scale[i]+t.Transform.Translate[i])*places) / places
	}
	return position{at(0), at(1)}
}

// feature writes the features that an object is: itself, or those it collects.
func (t *topology) feature(b *bytes.Buffer, raw []byte, depth int) error {
	var o struct {
		Type        string
		Coordinates json.RawMessage
		Arcs        json.RawMessage
		Geometries  []json.RawMessage
		ID          json.RawMessage
		Properties  json.RawMessage
	}
	if err := json.Unmarshal(raw, &o); err != nil {
		return fmt.Errorf("%w: %w", errTopology, err)
	}
	if o.Type == "GeometryCollection" && depth < deepestObject {
		var failed error
		for _, g := range o.Geometries {
			failed = errors.Join(failed, t.feature(b, g, depth+1))
		}
		return failed
	}
	geometry, err := t.geometry(o.Type, o.Coordinates, o.Arcs)
	if err != nil {
		return err
	}
	if b.Bytes()[b.Len()-1] == '}' {
		b.WriteByte(',')
	}
	b.WriteString("\n" + `{"type":"Feature"`)
	if len(o.ID) > 0 {
		fmt.Fprintf(b, `,"id":%s`, o.ID)
	}
	fmt.Fprintf(b, `,"properties":%s,"geometry":%s}`, cmp.Or(string(o.Properties), "{}"), geometry)
	return nil
}

// geometry returns a geometry as GeoJSON writes it.
func (t *topology) geometry(kind string, coordinates, arcs []byte) ([]byte, error) {
	var where any
	var err error
	switch kind {
	case "Point":
		var p position
		err = json.Unmarshal(coordinates, &p)
		where = t.degrees(p)
	case "MultiPoint":
		var all []position
		err = json.Unmarshal(coordinates, &all)
		for i, p := range all {
			all[i] = t.degrees(p)
		}
		where = all
	case "LineString":
		where, err = t.lines(arcs, 0)
	case "MultiLineString", "Polygon":
		where, err = t.lines(arcs, 1)
	case "MultiPolygon":
		where, err = t.lines(arcs, 2)
	default:
		return []byte("null"), nil
	}
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errTopology, err)
	}
	return json.Marshal(map[string]any{"type": kind, "coordinates": where})
}

// lines returns the positions of a list of arcs, or of lists of such so deep.
func (t *topology) lines(raw []byte, depth int) (any, error) {
	if depth == 0 {
		var numbers []int
		if err := json.Unmarshal(raw, &numbers); err != nil {
			return nil, err
		}
		return t.joined(numbers)
	}
	var inside []json.RawMessage
	if err := json.Unmarshal(raw, &inside); err != nil {
		return nil, err
	}
	all := make([]any, len(inside))
	for i, in := range inside {
		var err error
		if all[i], err = t.lines(in, depth-1); err != nil {
			return nil, err
		}
	}
	return all, nil
}

// joined returns the positions of arcs one behind the other, each of which begins where
// the one before ends. A number below zero is an arc the other way round.
func (t *topology) joined(numbers []int) (line []position, err error) {
	for _, n := range numbers {
		at := max(n, ^n)
		if at >= len(t.Arcs) {
			return nil, fmt.Errorf("there is no arc %d", at)
		}
		arc := t.Arcs[at]
		if n < 0 {
			arc = slices.Clone(arc)
			slices.Reverse(arc)
		}
		line = append(line, arc[min(len(line), 1, len(arc)):]...)
	}
	return line, nil
}
