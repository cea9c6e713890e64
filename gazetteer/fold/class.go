package fold

// ClassWords takes off a name the words that say what kind of place it is.
func ClassWords(name string) (bare, placeType string) { return name, "" }
