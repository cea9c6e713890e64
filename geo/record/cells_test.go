package record

import (
	"testing"

	"github.com/dateline-map/dateline/geo/when"
)

func TestCoarser(t *testing.T) {
	day := when.On(when.Date(2020, 5, 15))
	tests := []struct {
		i      when.Interval
		p      when.Precision
		want   string
		reason string
	}{
		{day, when.ToDay, "2020-05-15 day", "as it is"},
		{day, when.ToWeek, "2020-05-12 2020-05-18 week", "the day is coded as the middle of the week"},
		{day, when.ToMonth, "2020-05-01 2020-05-31 month", "some day stands for its month"},
		{day, when.ToYear, "2020-01-01 2020-12-31 year", "some day stands for its year"},
		{when.InMonth(2020, 5), when.ToDay, "2020-05-01 2020-05-31 month", "a code makes nothing finer"},
		{when.Between(day.First, day.First+3), when.ToWeek, "2020-05-15 2020-05-18 week", "a span keeps its days"},
		{when.On(when.Date(9999, 12, 31)), when.ToWeek, "9999-12-28 9999-12-31 week", "there is no later day"},
	}
	for _, tt := range tests {
		i := coarser(tt.i, tt.p)
		got := i.First.String() + " " + i.Last.String() + " " + i.Precision.String()
		if i.First == i.Last {
			got = i.First.String() + " " + i.Precision.String()
		}
		if got != tt.want {
			t.Errorf("coarser(%v, %v) = %s, want %s: %s", tt.i, tt.p, got, tt.want, tt.reason)
		}
	}
}
