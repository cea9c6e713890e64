package record

import "strings"

// mostSlips is how many letters a misspelt word may be away from the one meant.
const mostSlips = 2

// Meant returns which of several words a misspelt one is meant for: the nearest,
// if it is no more than two letters away, and no more than one in three. It
// is empty if none is.
func Meant(word string, among []string) string {
	best, fewest := "", min(mostSlips, len([]rune(word))/3)+1
	for _, w := range among {
		if n := slips(strings.ToLower(word), strings.ToLower(w)); n < fewest {
			best, fewest = w, n
		}
	}
	return best
}

// slips counts the letters to be put in, left out or changed to make one word of
// another (Levenshtein, 1966).
func slips(a, b string) int {
	to := []rune(b)
	row := make([]int, len(to)+1)
	for j := range row {
		row[j] = j
	}
	for i, r := range []rune(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j, s := range to {
			changed := diagonal
			if r != s {
				changed++
			}
			diagonal, row[j+1] = row[j+1], min(changed, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(to)]
}
