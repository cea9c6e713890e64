package resolve

import (
	"github.com/dateline-map/dateline/gazetteer/resolve/internal/query"
)

// Reason codes say why a match is unresolved or ambiguous, or why it is no finer
// than it is. They are written into outputs: they do not change.
const (
	// What is written is no name.
	ReasonEmpty           = query.ReasonEmpty           // the source names no place
	ReasonTooLong         = query.ReasonTooLong         // a text that went astray
	ReasonOnlyPunctuation = query.ReasonOnlyPunctuation // "???"
	ReasonOnlyNumbers     = query.ReasonOnlyNumbers     // "12.5"
	ReasonOnlyEmoji       = query.ReasonOnlyEmoji       // pictures and flags
	ReasonOverride        = query.ReasonOverride
	ReasonMixedScripts    = query.ReasonMixedScripts // letters of two scripts in one word
	ReasonUnknownPlace    = query.ReasonUnknownPlace // "unknown"
	ReasonNoValue         = query.ReasonNoValue      // "N/A"
	ReasonVarious         = query.ReasonVarious      // "various", "nationwide"
	ReasonWithheld        = query.ReasonWithheld     // "confidential"
	ReasonNotAName        = query.ReasonNotAName     // nothing in it can be looked for

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
