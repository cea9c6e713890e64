package score

import (
	"fmt"
	"io"
	"strings"
)

// Sizes of a picture in pixels.
const (
	plotPx   = 360
	marginPx = 56
)

// colours of the lines, in the order of what they show: two blues and two
// oranges that are told apart in grey as well.
var colours = []string{"#1f5fa8", "#e07b1a", "#6aa5dc", "#8c4a06"}

// plot is a square of shares, from at to 1 on either axis.
type plot struct {
	b    strings.Builder
	from float64 // where the upright axis begins
	keys int
}

func newPlot(title, across, up string, from float64) *plot {
	p := &plot{from: from}
	size := plotPx + 2*marginPx
	fmt.Fprintf(&p.b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%[1]d" height="%d" font-family="sans-serif" font-size="12">`, size, size, size)
	fmt.Fprintf(&p.b, "\n<title>%s</title>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n", title)
	for i := range 6 {
		v := float64(i) / 5
		p.grid(v)
	}
	fmt.Fprintf(&p.b, `<text x="%d" y="%d" text-anchor="middle">%s</text>`+"\n", size/2, size-12, across)
	fmt.Fprintf(&p.b, `<text transform="rotate(-90)" x="%d" y="16" text-anchor="middle">%s</text>`+"\n", -size/2, up)
	fmt.Fprintf(&p.b, `<text x="%d" y="28" text-anchor="middle" font-size="14">%s</text>`+"\n", size/2, title)
	return p
}

// grid draws the lines at a share of either axis, with their figures.
func (p *plot) grid(v float64) {
	up := p.from + v*(1-p.from)
	x, y := p.at(v, up)
	fmt.Fprintf(&p.b, `<path d="M%.1f %dV%dM%d %.1fH%d" stroke="#ddd"/>`, x, marginPx, marginPx+plotPx, marginPx, y, marginPx+plotPx)
	fmt.Fprintf(&p.b, `<text x="%.1f" y="%d" text-anchor="middle">%.1f</text>`, x, marginPx+plotPx+16, v)
	fmt.Fprintf(&p.b, `<text x="%d" y="%.1f" text-anchor="end">%.2g</text>`+"\n", marginPx-6, y+4, up)
}

// at returns where a point of the plot lies in the picture.
func (p *plot) at(across, up float64) (x, y float64) {
	return marginPx + across*plotPx, marginPx + plotPx - (up-p.from)/(1-p.from)*plotPx
}

func (p *plot) line(colour string, points [][2]float64) {
	fmt.Fprintf(&p.b, `<polyline fill="none" stroke="%s" stroke-width="2" points="`, colour)
	for i, at := range points {
		x, y := p.at(at[0], max(at[1], p.from))
		if i > 0 {
			p.b.WriteByte(' ')
		}
		fmt.Fprintf(&p.b, "%.1f,%.1f", x, y)
	}
	p.b.WriteString("\"/>\n")
}

func (p *plot) dot(colour string, across, up, radius float64) {
	x, y := p.at(across, up)
	fmt.Fprintf(&p.b, `<circle cx="%.1f" cy="%.1f" r="%.1f" fill="%s"/>`+"\n", x, y, radius, colour)
}

// key names a colour, in the lower right corner.
func (p *plot) key(colour, name string) {
	y := marginPx + plotPx - 14 - 18*p.keys
	p.keys++
	fmt.Fprintf(&p.b, `<text x="%d" y="%d" text-anchor="end" fill="%s">%s</text>`+"\n", marginPx+plotPx-8, y, colour, escape(name))
}

func (p *plot) write(w io.Writer) error {
	p.b.WriteString("</svg>\n")
	_, err := io.WriteString(w, p.b.String())
	return err
}

// leastDot is how few claims of a tenth of confidence are not drawn: their share
// is chance.
const leastDot = 10

// DrawReliability draws as SVG how often claims of each confidence are right, for
// stories and for rows: on the diagonal, confidence means what it says.
func DrawReliability(w io.Writer, sets []Set) error {
	p := newPlot("Reliability", "confidence", "share that is right", 0)
	p.line("#999", [][2]float64{{0, 0}, {1, 1}})
	for i, k := range kinds(sets) {
		var points [][2]float64
		for _, bin := range reliability(k.claims) {
			if bin.N >= leastDot {
				points = append(points, [2]float64{bin.Said, bin.Was})
				p.dot(colours[i], bin.Said, bin.Was, 4)
			}
		}
		p.line(colours[i], points)
		p.key(colours[i], fmt.Sprintf("%s, %d matches, error %s", k.name, len(k.claims), share(calibrationError(k.claims))))
	}
	return p.write(w)
}

// leastDrawn is how many answers a point of a curve stands for at least: what the
// surest few are worth is chance.
const leastDrawn = 50

// curveFrom is where the upright axis of the curves begins: no set is worse.
const curveFrom = 0.5

// DrawCoverage draws as SVG how accurate answers are as fewer of them are asked
// for, the surest first, for each set.
func DrawCoverage(w io.Writer, sets []Set) error {
	p := newPlot("Coverage and accuracy", "share of the names answered", "share of the answers that is right", curveFrom)
	for i := range sets {
		colour := colours[i%len(colours)]
		var points [][2]float64
		n := len(sets[i].Answers)
		for _, at := range curve(sets[i].claims(), n) {
			if at.Answered*float64(n) < leastDrawn {
				continue
			}
			points = append(points, [2]float64{at.Answered, at.Right})
		}
		p.line(colour, points)
		p.key(colour, sets[i].Name)
	}
	return p.write(w)
}
