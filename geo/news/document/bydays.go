package document

import (
	"strings"

	"github.com/dateline-map/dateline/geo/when"
)

// ByDays parts a document that is a list of stories, each below its title with a line that
// says its day and nothing else, as archives and the pages of agencies have them. Any other
// is returned as it is: one with a story before the first such line, or with nothing between two.
func ByDays(d Document) []Document {
	lines := strings.Split(d.Text, "\n")
	heads := dayHeads(lines)
	if len(heads) < fewestDated || isStory(strings.Join(lines[:heads[0].from], "\n")) {
		return []Document{d}
	}
	var out []Document
	for i, h := range heads {
		end := len(lines)
		if i+1 < len(heads) {
			end = heads[i+1].from
		}
		item := d
		item.Published = h.day
		text := strings.Join(lines[h.at+1:end], "\n")
		if h.from < h.at {
			item.Title = strings.TrimSpace(lines[h.from])
			text = item.Title + "\n\n" + text
		} else {
			item.Title = ""
		}
		if item.Text = strings.TrimSpace(text); !isStory(text) {
			return []Document{d}
		}
		out = append(out, item)
	}
	return out
}

// fewestDated is how many stories with days of their own a list has at least.
const fewestDated = 2

// dayHead is a line that says only a day.
type dayHead struct {
	at   int
	from int // where its story begins: with the title above it, if there is one
	day  when.Interval
}

// stampOnly is stamp of a line that may be nothing else; few are.
func stampOnly(line string) (by string, day when.Interval, ok bool) {
	if len(line) > longestDateLine || !strings.ContainsAny(line, "0123456789") {
		return "", day, false
	}
	return stamp(line)
}

func dayHeads(lines []string) (heads []dayHead) {
	above := -1 // the last line with anything in it
	for i, line := range lines {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		if by, day, ok := stampOnly(line); ok && by == "" {
			h := dayHead{at: i, from: i, day: day}
			if above >= 0 && len(lines[above]) <= longestAbove && !endsSentence(strings.TrimSpace(lines[above])) && (len(heads) == 0 || heads[len(heads)-1].at < above) {
				h.from = above
			}
			heads = append(heads, h)
		}
		above = i
	}
	return heads
}
