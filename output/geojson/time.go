package geojson

import (
	"strings"

	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// Time is a member beside a feature's properties that says when, for the readers
// that look for it there. The properties say it in any case.
type Time uint8

// The members.
const (
	NoTime Time = iota
	// JSONFG is "time" of OGC Features and Geometries JSON (OGC 21-045r1): the
	// day, or the first and the last day of a closed interval.
	JSONFG
	// LinkedPlaces is "when" of the Linked Places format, version 1.3: one
	// timespan, as fine as the time is known.
	LinkedPlaces
)

// conformance is what a JSON-FG document declares at its root and nowhere else.
const conformance = `"conformsTo":["http://www.opengis.net/spec/json-fg-1/1.0/conf/core"],`

// appendTime appends the member of a known time, with a comma before it.
func (enc *Encoder) appendTime(dst []byte, i when.Interval) []byte {
	switch {
	case i.IsZero():
	case enc.time == JSONFG:
		return appendJSONFG(dst, i)
	case enc.time == LinkedPlaces:
		return appendTimespan(dst, i)
	}
	return dst
}

func appendJSONFG(dst []byte, i when.Interval) []byte {
	if i.First == i.Last {
		dst = append(dst, `,"time":{"date":"`...)
		return append(output.AppendDate(dst, i.First), `"}`...)
	}
	dst = append(dst, `,"time":{"interval":["`...)
	dst = append(output.AppendDate(dst, i.First), `","`...)
	return append(output.AppendDate(dst, i.Last), `"]}`...)
}

// appendTimespan writes the ends of the interval in the units of its EDTF. A
// timespan without an end lies within its start.
func appendTimespan(dst []byte, i when.Interval) []byte {
	certainty := "certain"
	if i.Approximate {
		certainty = "less-certain"
	}
	i.Approximate = false
	start, end, ranged := strings.Cut(i.EDTF(), "/")
	dst = append(dst, `,"when":{"timespans":[{"start":{"in":"`...)
	dst = append(append(dst, start...), `"}`...)
	if ranged {
		dst = append(dst, `,"end":{"in":"`...)
		dst = append(append(dst, end...), `"}`...)
	}
	dst = append(dst, `}],"certainty":"`...)
	return append(append(dst, certainty...), `"}`...)
}
