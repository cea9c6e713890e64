package qgis

import (
	"math"
	"strconv"
	"time"

	"github.com/dateline-map/dateline/geo/when"
	"github.com/dateline-map/dateline/output"
)

// reference is a coordinate reference system. QGIS knows the rest by its code.
type reference struct {
	srsid, srid, authid, description string
	units                            string
}

var (
	wgs84    = reference{"3452", "4326", "EPSG:4326", "WGS 84", "degrees"}
	mercator = reference{"3857", "3857", "EPSG:3857", "WGS 84 / Pseudo-Mercator", "meters"}
)

func (r reference) element() element {
	return el("spatialrefsys").with(saying("srsid", r.srsid), saying("srid", r.srid), saying("authid", r.authid), saying("description", r.description))
}

// mercatorLimit is the latitude at which web maps end.
const mercatorLimit = 85.05

// leastView is how many degrees a view spans at least: about a town and what
// lies around it.
const leastView = 0.5

// view returns the projection in which all events can be seen, which is that of
// web maps unless there are events at a pole, and the part of the map to show.
func (s *Survey) view() (reference, box) {
	b := s.bounds
	if !b.some {
		b = box{true, -170, -58, 170, 75}
	}
	b = b.wider(math.Max((b.maxX-b.minX)*0.08, leastView/2), math.Max((b.maxY-b.minY)*0.08, leastView/2))
	if s.bounds.some && (s.bounds.minY < -mercatorLimit || s.bounds.maxY > mercatorLimit) {
		return wgs84, b
	}
	b.minY, b.maxY = math.Max(b.minY, -mercatorLimit), math.Min(b.maxY, mercatorLimit)
	return mercator, box{true, metresEast(b.minX), metresNorth(b.minY), metresEast(b.maxX), metresNorth(b.maxY)}
}

func (b box) wider(x, y float64) box {
	return box{b.some, b.minX - x, b.minY - y, b.maxX + x, b.maxY + y}
}

// earthRadius in metres is that of the projection, which takes the earth for a
// sphere.
const earthRadius = 6378137

func metresEast(lon float64) float64 { return earthRadius * lon * math.Pi / 180 }

func metresNorth(lat float64) float64 {
	return earthRadius * math.Log(math.Tan(math.Pi/4+lat*math.Pi/360))
}

func (b box) element(name string) element {
	return el(name).with(saying("xmin", float(b.minX)), saying("ymin", float(b.minY)), saying("xmax", float(b.maxX)), saying("ymax", float(b.maxY)))
}

// float is rounded, so that the last digits of a logarithm cannot differ between
// machines.
func float(f float64) string {
	return strconv.FormatFloat(math.Round(f*1e6)/1e6, 'f', -1, 64)
}

// animated is the mode of the temporal controller in which it shows frame by
// frame.
const animated = "1"

// step is how long a frame of the animation is.
type step struct {
	unit  string // as QGIS abbreviates it
	days  int    // about
	begin func(year int, month time.Month, day when.Day) when.Day
}

// steps are so coarse that an animation has at most about mostFrames frames, and
// begin where the calendar's do.
var steps = []step{
	{"d", 1, func(_ int, _ time.Month, d when.Day) when.Day { return d }},
	{"wk", 7, func(_ int, _ time.Month, d when.Day) when.Day { return d - when.Day((d.Weekday()+6)%7) }},
	{"mon", 30, func(y int, m time.Month, _ when.Day) when.Day { return when.Date(y, m, 1) }},
	{"y", 365, func(y int, _ time.Month, _ when.Day) when.Day { return when.Date(y, 1, 1) }},
	{"dec", 3652, func(y int, _ time.Month, _ when.Day) when.Day { return when.Date(max(1, y/10*10), 1, 1) }},
	{"c", 36524, func(y int, _ time.Month, _ when.Day) when.Day { return when.Date(max(1, y/100*100), 1, 1) }},
}

// mostFrames are more than the days of a year, and take 100 seconds at four a
// second.
const mostFrames = 400

// frames returns when the animation begins and ends, and its step.
func (s *Survey) frames() (first, last string, by step) {
	by = steps[len(steps)-1]
	for _, candidate := range steps {
		if int(s.last-s.first)/candidate.days < mostFrames {
			by = candidate
			break
		}
	}
	y, m, _ := s.first.Civil()
	return instant(max(by.begin(y, m, s.first), when.Date(1, 1, 1)), 0), instant(s.last, 24*60*60-1), by
}

// instant returns a second of a day as QGIS writes it. The Z stands for no zone:
// QGIS takes the times of the events for UTC too.
func instant(d when.Day, second int) string {
	return string(append(output.AppendTime(output.AppendDate(nil, d), second), 'Z'))
}

func (s *Survey) timeSettings() element {
	if !s.dated {
		return el("ProjectTimeSettings", "timeStep", "1", "timeStepUnit", "d", "frameRate", "4", "cumulativeTemporalRange", "0")
	}
	first, last, by := s.frames()
	return el("ProjectTimeSettings", "timeStep", "1", "timeStepUnit", by.unit, "frameRate", "4", "cumulativeTemporalRange", "0").with(
		el("TemporalRange").with(saying("start", first), saying("end", last)))
}
