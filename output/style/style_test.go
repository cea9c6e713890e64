package style

import (
	"fmt"
	"math"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
)

type rgb [3]float64 // linear light, 0 to 1

func parse(t *testing.T, hex string) rgb {
	t.Helper()
	var c rgb
	for i := range c {
		n, err := strconv.ParseUint(hex[1+2*i:3+2*i], 16, 8)
		if err != nil || len(hex) != 7 {
			t.Fatalf("%q is no colour", hex)
		}
		v := float64(n) / 255
		if c[i] = v / 12.92; v > 0.04045 {
			c[i] = math.Pow((v+0.055)/1.055, 2.4)
		}
	}
	return c
}

func (c rgb) times(m [3][3]float64) (r [3]float64) {
	for i := range m {
		for j := range c {
			r[i] += m[i][j] * c[j]
		}
	}
	return r
}

// sights are how colours are seen, by Machado, Oliveira and Fernandes (2009) at
// full severity.
var sights = map[string][3][3]float64{
	"normal":       {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}},
	"protanopia":   {{0.152286, 1.052583, -0.204868}, {0.114503, 0.786281, 0.099216}, {-0.003882, -0.048116, 1.051998}},
	"deuteranopia": {{0.367322, 0.860646, -0.227968}, {0.280085, 0.672501, 0.047413}, {-0.011820, 0.042940, 0.968881}},
	"tritanopia":   {{1.255528, -0.076749, -0.178779}, {-0.078411, 0.930809, 0.147602}, {0.004733, 0.691367, 0.303900}},
}

// oklab is Ottosson's space, in which distances are as large as they look.
func oklab(c rgb) [3]float64 {
	for i := range c {
		c[i] = min(1, max(0, c[i]))
	}
	lms := c.times([3][3]float64{
		{0.4122214708, 0.5363325363, 0.0514459929}, {0.2119034982, 0.6806995451, 0.1073969566}, {0.0883024619, 0.2817188376, 0.6299787005},
	})
	for i := range lms {
		lms[i] = math.Cbrt(lms[i])
	}
	return rgb(lms).times([3][3]float64{
		{0.2104542553, 0.7936177850, -0.0040720468}, {1.9779984951, -2.4285922050, 0.4505937099}, {0.0259040371, 0.7827717662, -0.8086757660},
	})
}

func distance(a, b [3]float64) float64 {
	return math.Hypot(math.Hypot(a[0]-b[0], a[1]-b[1]), a[2]-b[2])
}

// contrast is WCAG's.
func contrast(a, b rgb) float64 {
	y := func(c rgb) float64 { return 0.2126*c[0] + 0.7152*c[1] + 0.0722*c[2] + 0.05 }
	return max(y(a), y(b)) / min(y(a), y(b))
}

// least is four times the distance at which two patches side by side are just
// told apart.
const least = 0.08

func TestColoursAreToldApart(t *testing.T) {
	all := append(append([]Class(nil), classes...), other)
	for sight, m := range sights {
		for i, a := range all {
			for _, b := range all[:i] {
				for _, pair := range [][2]string{{a.Light, b.Light}, {a.Dark, b.Dark}} {
					d := distance(oklab(parse(t, pair[0]).times(m)), oklab(parse(t, pair[1]).times(m)))
					if d < least {
						t.Errorf("%s: %q and %q are %.3f apart (%v)", sight, a.Type, b.Type, d, pair)
					}
				}
			}
		}
	}
}

func TestColoursStandOutFromLand(t *testing.T) {
	for _, c := range append(append([]Class(nil), classes...), other) {
		for colour, land := range map[string]string{c.Light: LandLight, c.Dark: LandDark} {
			if got := contrast(parse(t, colour), parse(t, land)); got < 3 {
				t.Errorf("%q: %s on %s has a contrast of %.2f", c.Type, colour, land, got)
			}
		}
	}
}

func TestClasses(t *testing.T) {
	for _, test := range []struct {
		types, want []string
		reason      string
	}{
		{nil, nil, "no events, no legend"},
		{[]string{"Riots", "Battles", "Riots"}, []string{"Battles #a90200", "Riots #9d8670"}, "the legend has its own order"},
		{[]string{"Flood", "Battles"}, []string{"Battles #a90200", "Flood #e05d08"}, "a type unknown here takes a colour that is free"},
		{[]string{""}, []string{" #686868"}, "no type has no colour of a type"},
	} {
		var got []string
		for _, c := range Classes(test.types) {
			got = append(got, fmt.Sprint(c.Type, " ", c.Light))
		}
		if diff := cmp.Diff(test.want, got); diff != "" {
			t.Errorf("%q: %s (-want +got):\n%s", test.types, test.reason, diff)
		}
	}
	many := make([]string, 20)
	for i := range many {
		many[i] = strconv.Itoa(i)
	}
	if got := Classes(many); len(got) != 20 || got[19].Light != other.Light {
		t.Errorf("more types than colours: %v", got)
	}
}
