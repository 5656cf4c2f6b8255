package record

import (
	"testing"

	"rapporteur"

	"github.com/google/go-cmp/cmp"
)

// TestPassages adds one for a statement that began in the sentence before, and none
// for one that its own sentence holds.
func TestPassages(t *testing.T) {
	say := func(evidence int, content ...int) rapporteur.Statement {
		return rapporteur.Statement{Basis: rapporteur.Basis{Evidence: []rapporteur.Span{{Start: evidence}}},
			Content: []rapporteur.Span{{Start: content[0], End: content[1]}}}
	}
	reading := &rapporteur.Reading{Sentences: [][2]int{{0, 20}, {21, 40}, {41, 60}},
		Statements: []rapporteur.Statement{say(21, 5, 30), say(41, 45, 60), say(21, 5, 30)}}
	passages := passagesOf(reading)
	if d := cmp.Diff([][2]int{{0, 20}, {21, 40}, {41, 60}, {5, 40}}, passages); d != "" {
		t.Errorf("passages (-want +got):\n%s", d)
	}
	for i, want := range []int{3, 2, 3} {
		if got := passageOf(Content{Statement: &reading.Statements[i]}, reading, passages); got != want {
			t.Errorf("statement %d is searched in passage %d, want %d", i, got, want)
		}
	}
	for at, want := range []bool{false, false, false, true} {
		if isLong(passages, at) != want {
			t.Errorf("isLong(%d) = %v", at, !want)
		}
	}
}
