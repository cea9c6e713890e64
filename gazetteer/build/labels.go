package build

import (
	"slices"
	"strings"

	"github.com/dateline-map/dateline/gazetteer/internal/naming"
	"github.com/dateline-map/dateline/gazetteer/internal/record"
)

// maxOwnNames bounds how many names in scripts of its country a place keeps as
// they are written. All its names are found; those two are shown.
const maxOwnNames = 2

// labels returns what an index keeps of a place's other names as they are written.
// The dictionary has all of them, but in their comparison forms.
func labels(p *Place) (kept []record.Label) {
	for _, name := range p.Aliases {
		if len(kept) < maxOwnNames && naming.InOwnScript(name, p.Country) {
			kept = append(kept, record.Label{Mark: record.OwnScript, Text: name})
		}
	}
	for _, code := range p.Codes {
		kept = append(kept, record.Label{Mark: record.Code, Text: code})
	}
	if p.PCode != "" {
		kept = append(kept, record.Label{Mark: record.PCode, Text: p.PCode})
	}
	return slices.DeleteFunc(kept, func(l record.Label) bool { return strings.ContainsRune(l.Text, 0) })
}
