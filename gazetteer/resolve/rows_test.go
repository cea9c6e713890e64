package resolve_test

import (
	"fmt"
	"testing"

	"github.com/dateline-map/dateline/gazetteer/resolve"
	"github.com/dateline-map/dateline/geo"
)

// TestAskedIsForgotten asks for names one by one, as stories do, of which few come
// again: a million stories are not to be remembered.
func TestAskedIsForgotten(t *testing.T) {
	_, r := worldResolver(t, resolve.Options{})
	const few = 1 << 13
	for n := range few + few/2 {
		r.Locate(&geo.Place{Name: fmt.Sprintf("Checkpoint %d", n), Within: geo.Within{Country: "Iraq"}})
	}
	if n := r.Asked(); n == 0 || n > few {
		t.Errorf("%d answers are kept, want some, and no more than %d", n, few)
	}
}
