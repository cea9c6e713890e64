package gazetteer

// Reason codes say why a match is unresolved or ambiguous, or why it is no finer
// than it is. They are written into outputs: they do not change.
const (
	ReasonEmpty          = "no-name"              // the source names no place
	ReasonNotAName       = "not-a-name"           // numbers, punctuation, signs
	ReasonNoPlaceSaid    = "unknown-place"        // "unknown", "N/A", "various"
	ReasonTooLong        = "name-too-long"        // a text that went astray
	ReasonNotFound       = "not-in-gazetteer"     // no place has the name
	ReasonNoSuchCountry  = "no-such-country"      // the country named does not exist
	ReasonContradiction  = "country-contradicts"  // places have the name, but none is in the country named
	ReasonSeveral        = "several-as-likely"    // no candidate is likely enough
	ReasonNoSupport      = "spelling-unsupported" // places are spelled nearly so, but nothing else speaks for them
	ReasonPlacedAtAdm2   = "not-in-gazetteer-placed-at-adm2"
	ReasonPlacedAtAdm1   = "not-in-gazetteer-placed-at-adm1"
	ReasonPlacedAtLand   = "not-in-gazetteer-placed-at-country"
	ReasonAbroad         = "outside-country-said"         // given coordinates that lie in another country than the source says
	ReasonDecided        = "decided-no-place"             // the user says that the name means none
	ReasonPlacedAtNearby = "not-in-gazetteer-placed-near" // at the place that the name was said to be near
)
