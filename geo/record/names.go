package record

import "fmt"

// names are the columns' names: headers made unique, and numbers for those
// without one.
type names struct {
	list []string
	used map[string]int // how often a name was asked for
}

func newNames(header []string, width int) *names {
	n := &names{used: map[string]int{}}
	for i := range max(width, len(header)) {
		name := ""
		if i < len(header) {
			name = header[i]
		}
		n.add(name)
	}
	return n
}

// add adds a column. A name that is taken gets a number.
func (n *names) add(name string) {
	if name == "" {
		name = placeholder(len(n.list))
	}
	free := name
	for n.used[free] > 0 {
		n.used[name]++
		free = fmt.Sprintf("%s_%d", name, n.used[name])
	}
	n.used[free]++
	n.list = append(n.list, free)
}
