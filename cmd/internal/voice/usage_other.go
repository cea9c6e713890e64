//go:build !unix

package voice

import "time"

// usage returns zeros: it is not known.
func usage() (cpu time.Duration, peak int64) { return 0, 0 }
