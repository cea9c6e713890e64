package qgis

import (
	"fmt"
	"io"
	"strconv"
	"strings"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/style"
)

// version is the QGIS that reads the files as they were written, in which they
// are tested. Later ones know what has changed since.
const version = "3.22.16-Białowieża"

// Style returns the style of the events as a QML document: dots coloured by
// type and sized by the dead, labels, map tips, and which columns say when.
func (s *Survey) Style() []byte {
	root := el("qgis", "version", version, "styleCategories", "Symbology|Labeling|MapTips|Temporal", "labelsEnabled", "1")
	return document(s.readable(root.with(temporal).with(s.looks()...).with(saying("layerGeometryType", "0"))))
}

// AreaStyle is [Survey.Style] for events that are drawn as areas, which have no
// labels: those stand beside the dots.
func (s *Survey) AreaStyle() []byte {
	root := el("qgis", "version", version, "styleCategories", "Symbology|Labeling|MapTips|Temporal", "labelsEnabled", "0")
	return document(s.readable(root.with(temporal).with(s.areaLooks()...).with(saying("layerGeometryType", "2"))))
}

// StyleWriter writes a style for a layer of the events that are written to it.
// It is made by [NewStyle].
type StyleWriter struct {
	w    io.Writer
	seen Survey
	err  error
}

var _ output.Writer = (*StyleWriter)(nil)

// NewStyle returns a writer of a QML document to w. QGIS gives the style to a
// layer that it finds beside the document under the same name. The layer has the
// columns. Nothing is written before Close.
func NewStyle(w io.Writer, columns *output.Columns) *StyleWriter {
	return &StyleWriter{w: w, seen: Survey{Columns: columns}}
}

// Write notes the event.
func (s *StyleWriter) Write(e *geo.Event) error {
	if s.err == nil {
		s.seen.Note(e)
	}
	return s.err
}

// Close writes the style.
func (s *StyleWriter) Close() error {
	if s.err != nil {
		return s.err
	}
	if _, s.err = s.w.Write(s.seen.Style()); s.err != nil {
		return s.err
	}
	s.err = errClosed
	return nil
}

// looks are the parts that a style and a layer of a project share.
func (s *Survey) looks() []element {
	return append([]element{s.renderer(dot), s.labels()}, tips...)
}

func (s *Survey) areaLooks() []element {
	return append([]element{s.renderer(area)}, tips...)
}

// tips are what an event shows of itself, and that nothing shines through.
var tips = []element{
	saying("previewExpression", `"title"`), saying("mapTip", mapTip),
	saying("blendMode", "0"), saying("featureBlendMode", "0"), saying("layerOpacity", "1"),
}

// temporal says that start and end are the time of an event, both included: by
// limitMode 0 an event would be hidden in the frame that begins with its end.
var temporal = el("temporal", "enabled", "1", "mode", "2", "limitMode", "1",
	"startField", "start", "endField", "end", "startExpression", "", "endExpression", "",
	"durationField", "", "durationUnit", "min", "fixedDuration", "0", "accumulate", "0",
).with(el("fixedRange").with(el("start"), el("end")))

// renderer colours by type, with the symbols that draw makes of a name and a
// colour. Where dots cover each other the smaller lies above.
func (s *Survey) renderer(draw func(name, colour string) element) element {
	classes, others := s.classes()
	categories, symbols := el("categories"), el("symbols")
	add := func(value, label, colour string) {
		n := strconv.Itoa(len(symbols.children))
		categories.children = append(categories.children, el("category", "symbol", n, "value", value, "label", label, "render", "true", "type", "string"))
		symbols.children = append(symbols.children, draw(n, colour))
	}
	for _, c := range classes {
		add(c.Type, c.Type, c.Light)
	}
	if others || len(classes) == 0 {
		add("", "Other or unknown", style.Other().Light)
	}
	return el("renderer-v2", "type", "categorizedSymbol", "attr", "event_type", "forceraster", "0", "symbollevels", "0",
		"referencescale", "-1", "enableorderby", "1").with(
		categories, symbols, el("rotation"), el("sizescale"),
		el("orderby").with(saying("orderByClause", `"killed"`, "asc", "0", "nullsFirst", "0")),
	)
}

// millimetresPerPixel is of the pixels that style counts in, which are those of
// the web: 96 to an inch.
const millimetresPerPixel = 25.4 / 96

// A dot is solid if the place is known to the town, and a dashed ring if it is
// the middle of something larger: two markers, of which one is drawn. A colour
// by expression would do as well, but takes QGIS a quarter of the time it needs
// to draw 100,000 events.
const (
	precise = `"place_precision" IN ('exact', 'near')`
	vague   = `NOT coalesce(` + precise + `, false)`
)

func dot(name, colour string) element {
	ring := marker("color", rgba(colour, 50), "outline_color", rgb(colour), "outline_style", "dash")
	solid := marker("color", rgba(colour, 215), "outline_color", rgb("#ffffff"), "outline_style", "solid")
	return el("symbol", "type", "marker", "name", name, "alpha", "1", "clip_to_extent", "1", "force_rhr", "0").with(
		ring.with(dataDefined("data_defined_properties", sizeByToll, byExpression("enabled", vague))),
		// The legend draws both, one upon the other: the uppermost is the one to see.
		solid.with(dataDefined("data_defined_properties", sizeByToll, byExpression("enabled", precise))),
	)
}

// marker returns a circle that looks as the settings say.
func marker(settings ...string) element {
	return el("layer", "class", "SimpleMarker", "enabled", "1", "locked", "0", "pass", "0").with(
		options(append([]string{"name", "circle", "size", millimetres(style.LeastRadius), "size_unit", "MM", "scale_method", "diameter",
			"outline_width", "0.25", "outline_width_unit", "MM",
			"joinstyle", "bevel", "cap_style", "flat", "angle", "0", "offset", "0,0", "offset_unit", "MM",
			"horizontal_anchor_point", "1", "vertical_anchor_point", "1"}, settings...)...))
}

// sizeByToll is the radius of package style in QGIS's own terms, which it computes without an
// expression: the radius grows with the root of the dead, from the least to the
// most, which mostKilled reach.
const mostKilled = (style.MostRadius - style.LeastRadius) / style.RadiusPerRoot * (style.MostRadius - style.LeastRadius) / style.RadiusPerRoot

var sizeByToll = el("Option", "type", "Map", "name", "size").with(
	boolean("active", true), text("field", "killed"),
	el("Option", "type", "Map", "name", "transformer").with(
		el("Option", "type", "Map", "name", "d").with(
			integer("scaleType", byArea), number("minValue", "0"), number("maxValue", float(mostKilled)),
			number("minSize", millimetres(style.LeastRadius)), number("maxSize", millimetres(style.MostRadius)),
			number("nullSize", millimetres(style.LeastRadius)), number("exponent", "0.5"),
		),
		integer("t", sizeScale),
	),
	integer("type", byField),
)

// millimetres returns the diameter of a dot of the radius in pixels.
func millimetres(radius float64) string {
	return strconv.FormatFloat(2*radius*millimetresPerPixel, 'f', 4, 64)
}

// rgb returns a colour "#rrggbb" as QGIS writes it.
func rgb(colour string) string { return rgba(colour, 255) }

func rgba(colour string, alpha int) string {
	n, err := strconv.ParseUint(strings.TrimPrefix(colour, "#"), 16, 24)
	if err != nil {
		panic("qgis: a class has the colour " + colour)
	}
	return fmt.Sprintf("%d,%d,%d,%d", n>>16, n>>8&0xff, n&0xff, alpha)
}

// labelled is what stands beside a dot: its colour says the type, so a label
// says where, and how many died.
const labelled = `coalesce("place_name", "place", '') || if("killed" > 0, ' (' || "killed" || ')', '')`

// mostLabels is how many events may have a label in one picture, the deadliest
// first: they are drawn in that order. Many more do not fit between the others,
// and QGIS works on 2,000 for seconds and on 100,000 for hours.
const mostLabels = 500

// streets is the scale, as its denominator, of a map of a town: few events are
// on it, however many there are.
const streets = 250_000

// shown says which events may have a label: all those of a frame of time, for
// which limits are enough; where everything is shown at once only the deadliest,
// which saves QGIS the work of measuring labels that it then drops.
func (s *Survey) shown() string {
	return fmt.Sprintf(`@map_start_time IS NOT NULL OR "killed" >= %d OR @map_scale < %d`, s.tolls.exceededBy(mostLabels), streets)
}

// labels are for maps of a country and smaller. Those that would cover another
// are left out. They name no font: QGIS warns at every start of one that is not
// installed, and none is everywhere.
func (s *Survey) labels() element {
	settings := el("settings", "calloutType", "simple").with(labelText, labelFormat, labelPlacement, labelLimits)
	if s.events > mostLabels {
		settings = settings.with(dataDefined("dd_properties", byExpression("Show", s.shown())))
	}
	return el("labeling", "type", "simple").with(settings)
}

var (
	labelText = el("text-style", "fieldName", labelled, "isExpression", "1", "fontSize", "8", "fontSizeUnit", "Point",
		"fontWeight", "50", "textColor", "41,45,64,255", "textOpacity", "1", "allowHtml", "0", "multilineHeight", "1",
	).with(
		el("text-buffer", "bufferDraw", "1", "bufferSize", "0.8", "bufferSizeUnits", "MM", "bufferColor", "255,255,255,255",
			"bufferOpacity", "0.85", "bufferNoFill", "1", "bufferJoinStyle", "128"),
	)
	labelFormat = el("text-format", "wrapChar", "", "autoWrapLength", "32", "useMaxLineLengthForAutoWrap", "1", "multilineAlign", "3")
	// labelPlacement has one position: of events on one spot, which are many, the first in
	// order has a label, where others would stand around it with the same name.
	labelPlacement = el("placement", "placement", "6", "predefinedPositionOrder", "R", "offsetType", "1", "dist", "0.4",
		"distUnits", "MM", "priority", "5")
	labelLimits = el("rendering", "drawLabels", "1", "scaleVisibility", "1", "scaleMin", "0", "scaleMax", "12000000", "obstacle", "1",
		"obstacleFactor", "0.5", "displayAll", "0", "limitNumLabels", "1", "maxNumLabels", strconv.Itoa(mostLabels),
		"fontMinPixelSize", "0", "fontMaxPixelSize", "10000", "upsidedownLabels", "0")
)

// area is as faint as the disc of a vague place: the areas of many events lie
// upon each other.
func area(name, colour string) element {
	return polygon(name, rgba(colour, 50), rgb(colour), "dash")
}

func polygon(name, fill, outline, outlineStyle string) element {
	return el("symbol", "type", "fill", "name", name, "alpha", "1", "clip_to_extent", "1", "force_rhr", "0").with(
		el("layer", "class", "SimpleFill", "enabled", "1", "locked", "0", "pass", "0").with(
			options("color", fill, "style", "solid", "outline_color", outline, "outline_style", outlineStyle,
				"outline_width", "0.15", "outline_width_unit", "MM", "joinstyle", "bevel")))
}

// land is how the backdrop looks.
var land = el("renderer-v2", "type", "singleSymbol", "forceraster", "0", "symbollevels", "0", "referencescale", "-1", "enableorderby", "0").with(
	el("symbols").with(polygon("0", rgb(style.LandLight), rgb("#b9b6ad"), "solid")),
	el("rotation"), el("sizescale"))

// BackdropStyle returns the style of the backdrop as a QML document.
func BackdropStyle() []byte {
	root := el("qgis", "version", version, "styleCategories", "Symbology", "labelsEnabled", "0")
	return document(root.with(land, saying("layerGeometryType", "2")))
}
