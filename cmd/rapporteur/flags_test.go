package main

import (
	"testing"

	"github.com/alecthomas/kong"
)

// TestFlagsOnce: no flag of a command has the name of another one that the command takes,
// or the parser would give it to that one.
func TestFlagsOnce(t *testing.T) {
	var look func(n *kong.Node)
	look = func(n *kong.Node) {
		seen := map[string]bool{}
		for _, group := range n.AllFlags(false) {
			for _, f := range group {
				if seen[f.Name] {
					t.Errorf("%s takes two flags --%s", n.FullPath(), f.Name)
				}
				seen[f.Name] = true
			}
		}
		for _, child := range n.Children {
			look(child)
		}
	}
	look(model(t).Model.Node)
}

// TestNthOf chooses one of the pages that were kept.
func TestNthOf(t *testing.T) {
	for _, c := range []struct{ pages, nth, want int }{{3, 0, 3}, {3, 1, 1}, {3, 3, 3}, {3, 4, 0}, {3, -1, 0}, {0, 0, 0}, {0, 1, 0}} {
		if got, err := nthOf(c.pages, c.nth); got != c.want || (err != nil) != (c.want == 0) {
			t.Errorf("number %d of %d: %d, %v", c.nth, c.pages, got, err)
		}
	}
}
