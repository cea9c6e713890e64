package fold

import "strings"

// Alike reports whether two keys could be spellings of one name: they have the
// same [Skeleton], or no more than a third of the longer's bytes differ.
func Alike(a, b string) bool {
	if s := Skeleton(a); s != "" && s == Skeleton(b) {
		return true
	}
	a, b = strings.ReplaceAll(a, " ", ""), strings.ReplaceAll(b, " ", "")
	return 3*edits(a, b) <= max(len(a), len(b))
}

// edits is the least number of bytes to insert, delete or replace to make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost = 1 + min(diagonal, row[j], row[j+1])
			}
			diagonal, row[j+1] = row[j+1], cost
		}
	}
	return row[len(b)]
}
