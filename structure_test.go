package rapporteur_test

import (
	"strings"
	"testing"

	"rapporteur/checks/structure"
)

// What no package may exceed: methods of one type, files that call one another in a
// circle, lines of a function and of a file.
const (
	mostMethods  = 25
	largestCycle = 4
	longestFunc  = 60
	longestFile  = 300
)

// TestStructure holds every package to the size of a thing that can be read at once:
// a type with hundreds of methods over files that call one another in circles has no
// beginning and no end.
func TestStructure(t *testing.T) {
	all, err := structure.Read(".")
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("%d packages found; run the test in the root of the project", len(all))
	}
	for _, p := range all {
		for name, n := range p.Methods() {
			if n > mostMethods {
				t.Errorf("%s: type %s has %d methods, %d at most: part it, or make functions of those that need little of it", p.Dir, name, n, mostMethods)
			}
		}
		for _, cycle := range p.Cycles() {
			if len(cycle) > largestCycle {
				t.Errorf("%s: %d files call one another in a circle, %d at most: %s", p.Dir, len(cycle), largestCycle, strings.Join(cycle, ", "))
			}
		}
		for _, f := range p.Files() {
			if f.N > longestFile {
				t.Errorf("%s has %d lines, %d at most: it holds more than one idea", f.Name, f.N, longestFile)
			}
		}
		for _, f := range p.Functions() {
			if f.N > longestFunc {
				t.Errorf("%s has %d lines, %d at most", f.Name, f.N, longestFunc)
			}
		}
	}
}
