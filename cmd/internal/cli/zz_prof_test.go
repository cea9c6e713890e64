package cli

import (
	"os"
	"testing"
)

func TestZZ(t *testing.T) {
	for range 3 {
		exit, said := command("map", os.Getenv("ZZ"), "-o", t.TempDir()+"/o.geojson")
		t.Log(exit, said)
	}
}
