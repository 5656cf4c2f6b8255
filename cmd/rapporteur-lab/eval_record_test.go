package main

import (
	"strings"
	"testing"

	"rapporteur/eval"
	"rapporteur/record"
)

// TestInventedNegotiation reads the reports of examples/negotiation, as the program does
// and by rules alone, which find no positions, and compares the record that comes out
// with the one that a person made.
func TestInventedNegotiation(t *testing.T) {
	for _, who := range []string{"both", "rules"} {
		t.Run(who, func(t *testing.T) { checkNegotiation(t, frameReaders{Frames: who}) })
	}
}

func checkNegotiation(t *testing.T, found frameReaders) {
	t.Helper()
	scores, err := scoreRecord(t.Context(), "../../examples/negotiation", found)
	if err != nil {
		t.Fatal(err)
	}
	// The least B³ F1 of merging, and the least share of mentions that are read.
	floors := map[record.Kind][2]float64{record.Meeting: {0.95, 0.80}, record.Event: {0.90, 0.80}, record.Statement: {1, 1}}
	for _, k := range scores.Kinds {
		if f := k.Merged.F1(); f < floors[k.Kind][0] {
			t.Errorf("%ss: B³ %.3f, floor %.3f", k.Kind, f, floors[k.Kind][0])
		}
		if r := k.Mentions.Recall(); r < floors[k.Kind][1] {
			t.Errorf("%ss: %.3f of the mentions are read, floor %.3f", k.Kind, r, floors[k.Kind][1])
		}
	}
	exact := map[string]eval.Score{"contradictions": scores.Contradictions, "wire copies": scores.Wires, "revisions": scores.Revisions}
	if found.Frames != "rules" {
		exact["shifts"] = scores.Shifts
	}
	for name, s := range exact {
		if s.Correct != s.Gold || s.Correct != s.System {
			t.Errorf("%s: %d planted, %d found, %d of them right", name, s.Gold, s.System, s.Correct)
		}
	}
	if t.Failed() {
		t.Log(strings.Join(scores.Mistakes, "\n"))
	}
}
