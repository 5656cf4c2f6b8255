package record_test

import (
	"fmt"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// TestUndoBridge gives ids back to two meetings of a copy that were one for a moment: the
// version whose copy it is, and which holds them together, counts while the one that
// took its place is looked at anew.
func TestUndoBridge(t *testing.T) {
	r := newRecord()
	last := article("a", "Echo", "https://echo.example/1", "Nobody came, and the customs house stayed dark.", "2030-01-06")
	last.Meetings = nil
	bridge := article("b", "Echo", "https://echo.example/1", agency, "2030-01-03")
	bridge.Meetings[0].Place = nil
	parted := article("c", "Courier", "https://courier.example/2", agency, "2030-01-03")
	second := parted.Meetings[0]
	second.ID, second.Place = "second", &rapporteur.Place{Name: "Westhafen"}
	parted.Meetings = append(parted.Meetings, second)
	add(t, r, last, bridge, parted)
	ids := func() (out []string) {
		for _, e := range meetings(t, r, record.Filter{Oldest: true}) {
			out = append(out, e.ID)
		}
		return out
	}
	before := ids()
	done := correct(t, r, record.Demand{Entry: "a", Action: record.Set, Field: "date", Value: "2030-01-07"})
	correct(t, r, record.Demand{Entry: "a", Action: record.Undo, Value: fmt.Sprint(done.ID)})
	verified(t, r)
	if diff := cmp.Diff(before, ids()); diff != "" {
		t.Error(diff)
	}
}
