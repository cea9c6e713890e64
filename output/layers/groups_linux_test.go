package layers

import (
	"context"
	"fmt"
	"syscall"
	"testing"

	"github.com/dateline-map/dateline/geo"
	"github.com/dateline-map/dateline/geo/when"
)

// TestManyDays writes more layers than the process may have open files.
func TestManyDays(t *testing.T) {
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_NOFILE, &limit); err != nil {
		t.Fatal(err)
	}
	few := limit
	few.Cur = 100
	if err := syscall.Setrlimit(syscall.RLIMIT_NOFILE, &few); err != nil {
		t.Skip("the limit of open files cannot be set:", err)
	}
	defer syscall.Setrlimit(syscall.RLIMIT_NOFILE, &limit)
	var events []geo.Event
	first := day(t, "2016-01-01").First
	for i := range 120 {
		events = append(events, geo.Event{ID: fmt.Sprint(i), When: when.On(first + when.Day(i))})
	}
	by, err := GroupBy("day")
	if err != nil {
		t.Fatal(err)
	}
	o := options()
	o.LayerBy = by
	folder := t.TempDir()
	if _, err := Write(context.Background(), folder, stream(events), o); err != nil {
		t.Fatal(err)
	}
	if n := len(idsByFile(t, folder)); n != len(events)+1 {
		t.Errorf("%d layers, want one a day and that of all", n)
	}
}
