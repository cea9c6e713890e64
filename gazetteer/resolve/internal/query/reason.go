package query

// Reason codes say why what is written is no name.
const (
	ReasonEmpty           = "no-name"          // the source names no place
	ReasonTooLong         = "name-too-long"    // a text that went astray
	ReasonOnlyPunctuation = "only-punctuation" // "???"
	ReasonOnlyNumbers     = "only-numbers"     // "12.5"
	ReasonOnlyEmoji       = "only-emoji"       // pictures and flags
	ReasonOverride        = "text-direction-override"
	ReasonMixedScripts    = "mixed-scripts"  // letters of two scripts in one word
	ReasonUnknownPlace    = "unknown-place"  // "unknown"
	ReasonNoValue         = "no-value"       // "N/A"
	ReasonVarious         = "various-places" // "various", "nationwide"
	ReasonWithheld        = "withheld-place" // "confidential"
	ReasonNotAName        = "not-a-name"     // nothing in it can be looked for
)
