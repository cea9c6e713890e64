package headers

// MostKnown bounds the headers that are looked up to find which row they are.
const MostKnown = 300

// CountKnown counts the headers that mean something.
func CountKnown(header []string) int { return CountBeyond(0, header) }

// CountBeyond counts the headers that mean something if they are more than so many.
// Rows of data below a header are soon told to have no more than it.
func CountBeyond(most int, header []string) int {
	n := 0
	seen := map[Role]bool{}
	header = header[:min(len(header), MostKnown)]
	for i, h := range header {
		if n+len(header)-i <= most {
			break
		}
		if m, ok := Vocab().Of(h); ok && !seen[m.Role] {
			seen[m.Role] = true
			n++
		}
	}
	return n
}
