package row

import "fmt"

// Names are the columns' names: headers made unique, and numbers for those
// without one.
type Names struct {
	List []string
	used map[string]int // how often a name was asked for
}

func NewNames(header []string, width int) *Names {
	n := &Names{used: map[string]int{}}
	for i := range max(width, len(header)) {
		name := ""
		if i < len(header) {
			name = header[i]
		}
		n.Add(name)
	}
	return n
}

// Add adds a column. A name that is taken gets a number.
func (n *Names) Add(name string) {
	if name == "" {
		name = Placeholder(len(n.List))
	}
	free := name
	for n.used[free] > 0 {
		n.used[name]++
		free = fmt.Sprintf("%s_%d", name, n.used[name])
	}
	n.used[free]++
	n.List = append(n.List, free)
}

// Placeholder is what the column at i is called that has no name.
func Placeholder(i int) string { return fmt.Sprintf("column %d", i+1) }
