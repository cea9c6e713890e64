package document

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/geo/internal/pattern"
	"github.com/dateline-map/dateline/geo/news/text"
	"github.com/dateline-map/dateline/geo/when"
)

// dateLabel is what stands before the date of a story: "Published on", "Last updated:", "As of".
var dateLabel = pattern.New(`(?i)^(?:(?:(?:first |last )?(?:published|posted|created|updated|filed|issued|released|date|dated)(?: on| at)?|(?:(?:situation|status|data|information|report) )?as (?:of|at))\s*:?\s*)+`)

// longestDateLine bounds a line that has only a date, in bytes.
const longestDateLine = 60

// headLines is how many lines with anything in them a story's head has at the most.
const headLines = 6

// dayWritten reads a whole date, as it is written and by itself. A date without a
// year names no day, nor does one whose order of day and month is open.
func dayWritten(s string) (when.Interval, bool) {
	s = strings.Trim(s, " \t\r\n\u00a0*_()") // "*As of 3 May 2016*", "(as of 3 May 2016)"
	if s == "" || len(s) > longestDateLine {
		return when.Interval{}, false
	}
	i, err := when.Parse(dateLabel().ReplaceAllString(s, ""), when.OrderUnknown)
	return i, err == nil && i.Precision == when.ToDay
}

// stamp reads a line that says when a story was published, and perhaps who wrote it or where:
// "AFP | Updated: Jan 03, 2014, 01:32 AM IST", "Ann Lee, 3 May 2016". It returns what stands
// before the day, too.
func stamp(line string) (by string, day when.Interval, ok bool) {
	if len(line) > longestStamp {
		return "", day, false
	}
	if m := bylineDay().FindStringSubmatch(line); m != nil {
		if day, ok = dayWritten(m[2]); ok {
			return m[1], day, true
		}
	}
	if m := asOf().FindStringSubmatch(line); m != nil {
		if day, ok = dayWritten(m[2]); ok {
			return m[1], day, true
		}
	}
	from := 0
	for part := range strings.SplitSeq(line, "|") {
		if day, ok = dayWritten(part); ok {
			return strings.TrimSpace(line[:max(from-1, 0)]), day, true
		}
		for _, at := range dateMark().FindAllStringIndex(part, -1) {
			if day, ok = dayWritten(part[at[1]:]); ok {
				return strings.TrimSpace(line[:from+at[0]]), day, true
			}
		}
		from += len(part) + 1
	}
	return "", day, false
}

// bylineDay is a byline with a day behind it that nothing sets off: "by VOA News June 24, 2014".
var bylineDay = pattern.New(`^(?i)(by [^\d,|]+?) ((?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d.*|\d{1,2} \p{L}+ \d{4}.*|\d{4}-\d.*)$`)

// asOf is the title of a report that says as of when it is: "Floods, flash update 2 (as of 21 June 2024)".
var asOf = pattern.New(`^(?i)(.*\S)\s*[(\[](as (?:of|at) [^)\]]+)[)\]]$`)

// longestStamp bounds a line that says who wrote a story and when it was published, in bytes.
const longestStamp = 120

// filedLine reads a line that says nothing but where and when a story was filed: "Geneva, 3 May
// 2016", "Kirkuk, Iraq – May 3, 2016".
func filedLine(line string) (place string, day when.Interval, ok bool) {
	place, day, ok = stamp(line)
	if !ok || len(line) > longestDateLine || !placeNames().MatchString(place) || slices.ContainsFunc(strings.Fields(place), writes) {
		return "", day, false
	}
	return place, day, true
}

// agencyLine reads a line that says nothing but who sent a story out, and where: "AFP Baghdad".
func agencyLine(line string) (agency, place string, ok bool) {
	agency, place, ok = strings.Cut(line, " ")
	ok = ok && len(line) <= longestDateLine && text.Agency(agency) && strings.ToUpper(agency) == agency && placeNames().MatchString(place) && !slices.ContainsFunc(strings.Fields(place), writes)
	return agency, place, ok
}

// writes reports whether a word stands in the names of those who write stories, and not of
// places.
func writes(word string) bool {
	switch strings.ToLower(word) {
	case "team", "desk", "bureau", "staff", "writer", "reporter", "reporters", "correspondent", "correspondents", "editor", "editors", "online", "web", "monitoring", "by", "from":
		return true
	}
	return text.Agency(word)
}

// dateMark is what may stand between a place or a writer and a date.
var dateMark = pattern.New(`(?:\s*[,:]| [-–—/]| \()\s+`)

// placeNames is a name or several, each word with a capital but for particles.
var placeNames = pattern.New(`^\p{Lu}[\pL'’.-]*(?:,? (?:(?:of|de|du|da|do|el|al|la|le|les|and|the)\b|\p{Lu}[\pL'’.-]*)[\pL'’.-]*){0,4}$`)

// dayOfHead returns the day that a line of its own in a story's head says, if it
// is the only one: a story with several is a list of days. A line that has more than a day, the
// caption of a picture perhaps, counts only if no other has.
func dayOfHead(head string) when.Interval {
	var alone, beside dayLines
	n := 0
	for line := range strings.Lines(head) {
		if line = strings.TrimSpace(line); line == "" {
			continue
		}
		n++
		switch by, day, ok := stamp(line); {
		case !ok:
		case by == "":
			alone.add(day, n)
		default:
			beside.add(day, n)
		}
	}
	if alone.days == 0 {
		alone = beside
	}
	if alone.days > 1 || alone.line > headLines {
		return when.Interval{}
	}
	return alone.day
}

// dayLines are lines of a head with a day.
type dayLines struct {
	day        when.Interval // of the first
	line, days int           // the first's number, and how many different days they say
}

func (d *dayLines) add(day when.Interval, line int) {
	if d.days == 0 {
		d.day, d.line = day, line
	}
	if d.days == 0 || day != d.day {
		d.days++
	}
}
