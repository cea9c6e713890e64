// Package voice is all that the program says to people, printed in one place so
// that it speaks with one voice:
//
//   - to standard error; standard output carries data only;
//   - "dateline: error: …" ends a command, "dateline: warning: …" does not,
//     "dateline: hint: …" says what to do about either;
//   - lower-case facts without a full stop, the place first: file, row, column;
//   - progress only on a terminal, and gone when the work is done.
//
// For machines it says the same as one JSON object a line.
package voice

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math"
	"strings"
	"time"

	"github.com/dateline-map/dateline/geo"
	"github.com/schollz/progressbar/v3"
)

// Program is the name of the program.
const Program = "dateline"

// MostWarnings is how many warnings a command prints.
const MostWarnings = 25

// Voice speaks to the person who runs the command.
type Voice struct {
	Err      io.Writer
	Terminal bool
	Quiet    bool // errors only
	JSON     bool // one JSON object a line, for machines
}

// line is what is said, as JSON.
type line struct {
	Level   string `json:"level"`
	Message string `json:"message"`
	File    string `json:"file,omitempty"`
	Row     int    `json:"row,omitempty"`
	Column  string `json:"column,omitempty"`
	Refused bool   `json:"refused,omitempty"`
	*measured
	*ended
}

// measured is what a line of progress, or of the end, says in numbers.
type measured struct {
	Doing     string  `json:"doing,omitempty"` // of progress
	Records   int64   `json:"records"`
	OfRecords int64   `json:"of_records,omitempty"`
	Bytes     int64   `json:"bytes,omitempty"`
	OfBytes   int64   `json:"of_bytes,omitempty"`
	Seconds   float64 `json:"seconds"`
	Reading   float64 `json:"reading_seconds,omitempty"` // of the whole run
	PerSecond float64 `json:"per_second"`
	Left      *int    `json:"seconds_left,omitempty"`
}

// ended is what the last line says of the process.
type ended struct {
	ExitCode  int     `json:"exit_code"`
	Wall      float64 `json:"wall_seconds"`
	CPU       float64 `json:"cpu_seconds,omitempty"`
	PeakBytes int64   `json:"peak_bytes,omitempty"`
}

// End says as the last line of a log how the process ended and what it took.
func (v Voice) End(code int, meaning string, wall time.Duration) {
	if !v.JSON || v.Quiet {
		return
	}
	cpu, peak := usage()
	v.print(line{Level: "end", Message: meaning, ended: &ended{code, inThousandths(wall.Seconds()), inThousandths(cpu.Seconds()), peak}})
}

// logProgress prints how far a run is as a line of JSON.
func (v Voice) logProgress(f Standing) {
	m := measuredOf(f)
	m.Doing, m.OfRecords, m.Bytes, m.OfBytes = f.doing(), f.events, f.bytes, f.of
	if s, known := f.left(); known {
		m.Left = &s
	}
	v.print(line{Level: "progress", Message: f.String(), measured: m})
}

func measuredOf(f Standing) *measured {
	return &measured{Records: f.Records, Seconds: inThousandths(f.Elapsed.Seconds()), PerSecond: inThousandths(f.rate())}
}

// Took says how long a run took, and reading of that. It is told here and not in
// the run's report, for the same input gives the same report.
func (v Voice) Took(f Standing, reading time.Duration) {
	text := fmt.Sprintf("%.1f s, %.1f of them until all was read, %.0f records a second", f.Elapsed.Seconds(), reading.Seconds(), f.rate())
	switch {
	case v.Quiet:
	case v.JSON:
		m := measuredOf(f)
		m.Reading = inThousandths(reading.Seconds())
		v.print(line{Level: "info", Message: "took " + text, measured: m})
	default:
		if f.Elapsed < time.Second { // nobody asks for the rate of so few
			text = fmt.Sprintf("%.1f s", f.Elapsed.Seconds())
		}
		fmt.Fprintf(v.Err, "took      %s\n", text)
	}
}

// inThousandths leaves a figure three decimals.
func inThousandths(x float64) float64 { return math.Round(x*1000) / 1000 }

// log prints a line of JSON. Of a problem it says the place member by member.
func (v Voice) log(level, message string, err error) {
	l := line{Level: level, Message: message}
	var p *geo.Problem
	if errors.As(err, &p) {
		l.File, l.Row, l.Column, l.Refused, l.Message = p.File, p.Row, p.Column, p.Refused, p.Err.Error()
	}
	v.print(l)
}

func (v Voice) print(l line) {
	text, err := json.Marshal(l)
	if err != nil {
		panic("texts and numbers are always JSON: " + err.Error())
	}
	fmt.Fprintf(v.Err, "%s\n", text)
}

// Fail says why a command ends.
func (v Voice) Fail(err error) {
	if v.JSON {
		v.log("error", err.Error(), err)
	} else {
		fmt.Fprintf(v.Err, "dateline: error: %s\n", OneLine(err.Error()))
	}
	v.Advise(err)
}

// Advise gives the advice that an error has.
func (v Voice) Advise(err error) {
	var h *hinted
	if errors.As(err, &h) {
		v.Hint(h.hint)
	}
}

// Hint says what can be done.
func (v Voice) Hint(text string) {
	switch {
	case v.Quiet:
	case v.JSON:
		v.log("hint", text, nil)
	default:
		fmt.Fprintf(v.Err, "dateline: hint: %s\n", text)
	}
}

// Warn says what does not end a command.
func (v Voice) Warn(err error) {
	switch {
	case v.Quiet:
	case v.JSON:
		v.log("warning", err.Error(), err)
	default:
		fmt.Fprintf(v.Err, "dateline: warning: %s\n", OneLine(err.Error()))
	}
}

// Say prints a line of the summary.
func (v Voice) Say(format string, args ...any) {
	switch {
	case v.Quiet:
	case v.JSON:
		v.log("info", strings.Join(strings.Fields(fmt.Sprintf(format, args...)), " "), nil)
	default:
		fmt.Fprintf(v.Err, format+"\n", args...)
	}
}

// Progress returns a bar that counts towards max, or upwards without an end if
// max is -1. It is silent unless a person watches.
func (v Voice) Progress(max int64, what string) *progressbar.ProgressBar {
	w := v.Err
	if !v.Terminal || v.Quiet || v.JSON {
		w = io.Discard
	}
	return progressbar.NewOptions64(max,
		progressbar.OptionSetWriter(w),
		progressbar.OptionSetDescription(what),
		progressbar.OptionShowCount(),
		progressbar.OptionShowIts(),
		progressbar.OptionClearOnFinish(),
		progressbar.OptionThrottle(100e6),
		progressbar.OptionSetVisibility(v.Terminal && !v.Quiet && !v.JSON),
	)
}

// OneLine keeps hostile text from the input from moving the cursor or faking a
// message of ours.
func OneLine(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' || r == 0x7f || r >= 0x80 && r < 0xa0 || isDirectional(r) {
			return '\uFFFD'
		}
		return r
	}, s)
}

func isDirectional(r rune) bool {
	return r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069
}

// Plural counts things by their regular name.
func Plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}

// ShellWord quotes what a shell would not take as one word.
func ShellWord(s string) string {
	if s != "" && strings.Trim(s, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_./-") == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'\''`) + "'"
}
