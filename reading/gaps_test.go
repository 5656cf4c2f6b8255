package reading_test

import (
	"os"
	"slices"
	"strings"
	"testing"

	"rapporteur/reading"
)

// TestKnownGaps runs the cases whose right answer is known and not reached, and counts
// them. One that comes out right has found its way: it is to be moved into a .reading
// file, where it is held.
func TestKnownGaps(t *testing.T) {
	reader, err := reading.Load()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile("testdata/known.gaps")
	if err != nil {
		t.Fatal(err)
	}
	cases := parseCases(string(data))
	for i := range cases {
		c := &cases[i]
		if len(c.want) == 0 {
			t.Errorf("%s: say what should come out, or nothing", c.name)
		}
		got := c.read(t, reader)
		if slices.Equal(c.want, got) {
			t.Errorf("%s comes out as it should: move it into a .reading file", c.name)
		}
		t.Logf("%s gives\n\t%s", c.name, strings.Join(got, "\n\t"))
	}
	t.Logf("%d known gaps", len(cases))
}
