package xlsx

// ShortSheets gives sheets less room until the function it returns is called: a
// million rows take a while.
func ShortSheets(rows int) (restore func()) {
	roomForRows = rows
	return func() { roomForRows = mostRows }
}
