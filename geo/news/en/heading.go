package en

// HeadingWord reports whether a word may stand in a heading beside the day or the places that it
// names: "Incidents on 6 May", "Gao and Menaka regions".
func HeadingWord(word string) bool { return headingWords.has(word) }

var headingWords = setOf(`the a of on in for at from and or & day week news incident incidents event events update updates daily situation
	province provinces region regions state states district districts county counties governorate governorates territory territories
	department departments oblast oblasts municipality city town area areas north south east west central northern southern eastern
	western greater rural`)

// Reports reports whether a title calls what it stands over a report on a time: "Monthly bulletin,
// March 2015".
func (w *Words) Reports() bool {
	for i := range w.Tokens {
		if reportWords.has(w.At(i)) {
			return true
		}
	}
	return false
}

var reportWords = setOf(`report reports bulletin update updates monthly weekly fortnightly review overview digest brief briefing incidents
	snapshot chronology timeline monitoring newsletter summary`)

// PeriodAt reports whether the words before the time at token i say that a report is on it:
// "reporting period: 6 to 12 May", "covers the period from 6 to 12 May".
func (w *Words) PeriodAt(i int) bool {
	for k := i - 1; k >= max(0, i-periodNear); k-- {
		switch w.At(k) {
		case "period", "covers", "covering", "covered":
			return true
		}
	}
	return false
}

// periodNear is how many words before a time may say that a report is on it.
const periodNear = 4
