package gazetteer

// Reason codes say why a match is unresolved or ambiguous, or why it is no finer
// than it is. They are written into outputs: they do not change.
const (
	// What is written is no name.
	ReasonEmpty           = reasonEmpty           // the source names no place
	ReasonTooLong         = reasonTooLong         // a text that went astray
	ReasonOnlyPunctuation = reasonOnlyPunctuation // "???"
	ReasonOnlyNumbers     = reasonOnlyNumbers     // "12.5"
	ReasonOnlyEmoji       = reasonOnlyEmoji       // pictures and flags
	ReasonOverride        = reasonOverride
	ReasonMixedScripts    = reasonMixedScripts // letters of two scripts in one word
	ReasonUnknownPlace    = reasonUnknownPlace // "unknown"
	ReasonNoValue         = reasonNoValue      // "N/A"
	ReasonVarious         = reasonVarious      // "various", "nationwide"
	ReasonWithheld        = reasonWithheld     // "confidential"
	ReasonNotAName        = reasonNotAName     // nothing in it can be looked for

	// Nothing was found for it, or not enough speaks for one place.
	ReasonNotFound      = "not-in-gazetteer"    // no place has the name
	ReasonNoSuchCountry = "no-such-country"     // the country named does not exist
	ReasonContradiction = "country-contradicts" // places have the name, but none is in the country named
	ReasonSeveral       = "several-as-likely"   // no candidate is likely enough
	ReasonDecided       = "decided-no-place"    // the user says that the name means none

	// Something larger stands for it.
	ReasonPlacedAtAdm2   = "not-in-gazetteer-placed-at-adm2"
	ReasonPlacedAtAdm1   = "not-in-gazetteer-placed-at-adm1"
	ReasonPlacedAtLand   = "not-in-gazetteer-placed-at-country"
	ReasonPlacedAtNearby = "not-in-gazetteer-placed-near" // at the place that the name was said to be near

	// The P-codes of the source.
	ReasonNoPCodes      = "no-pcodes-in-gazetteer"  // there is nothing but a P-code, and no list of them is loaded
	ReasonUnknownPCode  = "pcode-not-in-gazetteer"  // likewise, and the lists loaded do not have it
	ReasonPCodeDisputed = "pcode-contradicts-names" // it is that of another unit than is named

	// Given coordinates do not agree with what else the source says.
	ReasonAbroad = "outside-country-said" // they lie in another country

	// Given coordinates only stand for an area.
	ReasonStandsForName  = "coordinates-for-the-area-named" // nothing finer is named
	ReasonStandsForPoint = "coordinates-of-an-area"         // though another place is named, or none
)
