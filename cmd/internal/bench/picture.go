package main

import (
	"bytes"
	"fmt"
	"math"
)

// curve is a job at growing sizes.
type curve struct {
	name, unit string
	points     []point
}

type point struct {
	n int
	usage
}

// A panel of the picture, in pixels.
const (
	panelWidth, panelHeight = 360, 260
	marginLeft, marginTop   = 60, 40
	marginBottom, gap       = 60, 40
	marginRight             = 24 // half of the last label
)

// hues tell the curves apart, also for most who see few colours (Okabe and Ito).
var hues = []string{"#0072b2", "#d55e00", "#009e73", "#cc79a7"}

// drawGrowth draws two panels, CPU seconds and peak memory against the size, all
// of them in powers of ten: work that grows as the input does climbs a square a
// square, and bounded memory is level.
func drawGrowth(curves []curve) []byte {
	var b bytes.Buffer
	width, height := 2*(panelWidth+marginLeft)+gap+marginRight, marginTop+panelHeight+marginBottom
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" font-family="sans-serif" font-size="12">`+"\n", width, height)
	fmt.Fprintf(&b, `<rect width="%d" height="%d" fill="#fff"/>`+"\n", width, height)
	cpu := panel{title: "CPU seconds", left: marginLeft, of: func(p point) float64 { return p.cpu.Seconds() }}
	memory := panel{title: "peak memory, MiB", left: 2*marginLeft + panelWidth + gap, of: func(p point) float64 { return float64(p.peakMiB) }}
	for _, p := range []*panel{&cpu, &memory} {
		p.measure(curves)
		p.draw(&b, curves)
	}
	for i, c := range curves {
		x := marginLeft + i*180
		y := height - 14
		fmt.Fprintf(&b, `<rect x="%d" y="%d" width="18" height="4" fill="%s"/><text x="%d" y="%d">%s</text>`+"\n",
			x, y-6, hues[i%len(hues)], x+24, y, c.name+" ("+c.unit+")")
	}
	b.WriteString("</svg>\n")
	return b.Bytes()
}

// panel is one diagram. Its axes go over whole powers of ten.
type panel struct {
	title                  string
	left                   int
	of                     func(point) float64
	minX, maxX, minY, maxY float64 // exponents
}

func (p *panel) measure(curves []curve) {
	p.minX, p.minY, p.maxX, p.maxY = math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for _, c := range curves {
		for _, at := range c.points {
			x, y := math.Log10(float64(at.n)), math.Log10(p.of(at))
			p.minX, p.maxX = min(p.minX, math.Floor(x)), max(p.maxX, math.Ceil(x))
			p.minY, p.maxY = min(p.minY, math.Floor(y)), max(p.maxY, math.Ceil(y))
		}
	}
}

func (p *panel) x(exponent float64) float64 {
	return float64(p.left) + (exponent-p.minX)/(p.maxX-p.minX)*panelWidth
}

func (p *panel) y(exponent float64) float64 {
	return marginTop + panelHeight - (exponent-p.minY)/(p.maxY-p.minY)*panelHeight
}

func (p *panel) draw(b *bytes.Buffer, curves []curve) {
	fmt.Fprintf(b, `<text x="%d" y="%d" font-size="14">%s</text>`+"\n", p.left, marginTop-14, p.title)
	for e := p.minX; e <= p.maxX; e++ {
		fmt.Fprintf(b, `<path d="M%.1f %d v%d" stroke="#ddd"/><text x="%.1f" y="%d" text-anchor="middle">%s</text>`+"\n",
			p.x(e), marginTop, panelHeight, p.x(e), marginTop+panelHeight+18, power(e))
	}
	for e := p.minY; e <= p.maxY; e++ {
		fmt.Fprintf(b, `<path d="M%d %.1f h%d" stroke="#ddd"/><text x="%d" y="%.1f" text-anchor="end">%s</text>`+"\n",
			p.left, p.y(e), panelWidth, p.left-6, p.y(e)+4, power(e))
	}
	for i, c := range curves {
		hue := hues[i%len(hues)]
		for k, at := range c.points {
			x, y := p.x(math.Log10(float64(at.n))), p.y(math.Log10(p.of(at)))
			if k > 0 {
				before := c.points[k-1]
				fmt.Fprintf(b, `<path d="M%.1f %.1f L%.1f %.1f" stroke="%s" stroke-width="2"/>`+"\n",
					p.x(math.Log10(float64(before.n))), p.y(math.Log10(p.of(before))), x, y, hue)
			}
			fmt.Fprintf(b, `<circle cx="%.1f" cy="%.1f" r="3.5" fill="%s"><title>%d: %.4g</title></circle>`+"\n", x, y, hue, at.n, p.of(at))
		}
	}
}

// power writes a power of ten as people write sizes.
func power(exponent float64) string {
	switch {
	case exponent >= 6:
		return fmt.Sprintf("%.0f M", math.Pow(10, exponent-6))
	case exponent >= 3:
		return fmt.Sprintf("%.0f k", math.Pow(10, exponent-3))
	}
	return fmt.Sprintf("%g", math.Pow(10, exponent))
}
