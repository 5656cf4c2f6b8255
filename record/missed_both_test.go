package record_test

import (
	"fmt"
	"testing"

	"rapporteur/record"
)

// TestMissedInBoth takes back what was added to two reports while they are versions of one
// article: it is in neither when they are two again.
func TestMissedInBoth(t *testing.T) {
	r := newRecord()
	add(t, r, article("a", "Echo", "", agency, "2030-01-04"), article("b", "Courier", "", agency+" They will meet again.", "2030-01-05"))
	set := func(field, value string) record.Correction {
		return correct(t, r, record.Demand{Entry: "b", Action: record.Set, Field: field, Value: value})
	}
	back := func(c record.Correction) {
		correct(t, r, record.Demand{Entry: c.Entry, Action: record.Undo, Value: fmt.Sprint(c.ID)})
		verified(t, r)
	}
	one := set("outlet", "Echo")
	added := correct(t, r, missed("b", "in the old customs house"))
	apart := set("title", "Talks")
	if got := statements(t, r); len(got) != 1 || len(got[0].Members) != 2 {
		t.Fatalf("not added to both: %+v", got)
	}
	back(apart)
	back(added)
	back(one)
	if got := statements(t, r); len(got) != 0 {
		t.Errorf("taken back, and there again: %+v", got)
	}
}
