package record

import (
	"strings"
	"testing"
)

// TestAside leaves a summary at the right out of the rows that it stands beside.
func TestAside(t *testing.T) {
	tests := []struct{ text, want, reason string }{
		{"Date,Village,Killed,,Province,Total\n2023-01-01,Awasse,3,,Cabo Delgado,9\n2023-01-02,Palma,0,,,\n2023-01-03,Mueda,1,,,\n",
			"2023-01-01 | Awasse | killed 3; 2023-01-02 | Palma | killed 0; 2023-01-03 | Mueda | killed 1", "a summary of one row"},
		{"Date,Village,Killed,,Province,Total\n2023-01-01,Awasse,3,,Cabo Delgado,9\n2023-01-02,Palma,0,,Nampula,2\n,,,,Niassa,1\n",
			"2023-01-01 | Awasse | killed 3; 2023-01-02 | Palma | killed 0; refused", "one that is longer than the table"},
		{"Date,Village,Killed,,Province,Total\n2023-01-01,Awasse,3,,Cabo Delgado,9\n2023-01-02,Palma,0,,Cabo Delgado,2\n",
			"2023-01-01 | Awasse < Cabo Delgado | killed 3; 2023-01-02 | Palma < Cabo Delgado | killed 0", "a column left free within a table"},
		{"Date,Village,Killed,,Province\n2023-01-01,Awasse,3,,\n2023-01-02,Palma,0,,Cabo Delgado\n2023-01-03,Mueda,1,,\n",
			"2023-01-01 | Awasse | killed 3; 2023-01-02 | Palma < Cabo Delgado | killed 0; 2023-01-03 | Mueda | killed 1", "a province now and then"},
	}
	for _, tt := range tests {
		if got := strings.Join(readingOf("t.csv", []byte(tt.text)).rows, "; "); got != tt.want {
			t.Errorf("%s:\n got %s\nwant %s", tt.reason, got, tt.want)
		}
	}
}
