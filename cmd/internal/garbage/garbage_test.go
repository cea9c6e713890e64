package garbage

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// TestFrugal lets garbage be collected while much is held and while little is: the
// percentage follows, and is what it was before at the end.
func TestFrugal(t *testing.T) {
	t.Setenv("GOGC", "")
	percent := func() int {
		now := debug.SetGCPercent(100)
		debug.SetGCPercent(now)
		return now
	}
	was, least := percent(), int(OfTables.leastPercent)
	done := Bound(OfTables)
	for _, tt := range []struct {
		name       string
		held       int
		from, upTo int
	}{
		{"much", 2 * int(OfTables.bytes) * 100 / least, least, least},
		{"little", 1, least + 1, mostPercent},
	} {
		held := make([]byte, tt.held)
		now := 0
		for range 200 {
			runtime.GC()
			time.Sleep(time.Millisecond) // cleanups run in a goroutine of their own
			if now = percent(); now >= tt.from && now <= tt.upTo {
				break
			}
		}
		if now < tt.from || now > tt.upTo {
			t.Errorf("with %s held garbage may be %d %% of it, not %d to %d", tt.name, now, tt.from, tt.upTo)
		}
		runtime.KeepAlive(held)
	}
	done()
	if now := percent(); now != was {
		t.Errorf("%d %% behind it, %d before", now, was)
	}
}

// TestFrugalAfterFinding holds much when the run begins, as who has found a hundred
// thousand files does: the garbage until the first collection is no multiple of it.
func TestFrugalAfterFinding(t *testing.T) {
	t.Setenv("GOGC", "")
	found := make([]byte, 10*OfStories.bytes)
	runtime.GC()
	done := Bound(OfStories)
	percent := debug.SetGCPercent(100)
	debug.SetGCPercent(percent)
	done()
	if percent > 10 {
		t.Errorf("garbage may be %d %% of %d MiB, not as much as of nothing", percent, len(found)>>20)
	}
	runtime.KeepAlive(found)
}
