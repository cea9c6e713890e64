package gazetteer

// ByID returns the place with an id.
func (x *Index) ByID(id string) (Ref, bool) {
	var room [32]byte
	for number := range x.ids.With(id) {
		if string(x.places.AppendID(room[:0], x.places.At(number))) == id {
			return Ref(number), true
		}
	}
	return 0, false
}
