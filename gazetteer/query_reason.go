package gazetteer

// Reason codes say why what is written is no name.
const (
	reasonEmpty           = "no-name"          // the source names no place
	reasonTooLong         = "name-too-long"    // a text that went astray
	reasonOnlyPunctuation = "only-punctuation" // "???"
	reasonOnlyNumbers     = "only-numbers"     // "12.5"
	reasonOnlyEmoji       = "only-emoji"       // pictures and flags
	reasonOverride        = "text-direction-override"
	reasonMixedScripts    = "mixed-scripts"  // letters of two scripts in one word
	reasonUnknownPlace    = "unknown-place"  // "unknown"
	reasonNoValue         = "no-value"       // "N/A"
	reasonVarious         = "various-places" // "various", "nationwide"
	reasonWithheld        = "withheld-place" // "confidential"
	reasonNotAName        = "not-a-name"     // nothing in it can be looked for
)
