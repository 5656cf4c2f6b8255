package service_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/service"
)

// TestCorrectionsOfEveryKind are made of the entries of one record, one after the other.
func TestCorrectionsOfEveryKind(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11")
	a, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings, Oldest: true})
	if err != nil || a.Len() != 2 {
		t.Fatalf("%d meetings, %v", a.Len(), err)
	}
	first, second := a.Entries[0].ID, a.Entries[1].ID
	report := a.Entries[0].Members[0].Report
	correct := func(c service.Correction) string {
		t.Helper()
		c.By = "kim"
		done, err := service.Correct(t.Context(), r, c)
		if err != nil || len(done.Corrections) == 0 {
			t.Fatalf("%+v: %v", c, err)
		}
		return strconv.FormatInt(done.Corrections[0].ID, 10)
	}
	meeting := func(id string) *rapporteur.Meeting {
		t.Helper()
		e, err := r.Entry(t.Context(), id, time.Time{})
		if err != nil {
			t.Fatal(err)
		}
		return e.Meeting
	}
	correct(service.Correction{Entry: first, Note: "worth a look"})
	correct(service.Correction{Entry: first, Actor: "UGA=TZA"})
	if at := meeting(first).Attendance; at[1].Actor != "TZA" {
		t.Errorf("after a change of actor: %+v", at)
	}
	correct(service.Correction{Entry: first, Add: []string{"participant=RWA"}})
	if at := meeting(first).Attendance; len(at) != 3 {
		t.Errorf("after one more: %+v", at)
	}
	correct(service.Correction{Entry: first, Drop: []string{"participant=RWA"}})
	if at := meeting(first).Attendance; len(at) != 2 {
		t.Errorf("after one less: %+v", at)
	}
	undo := correct(service.Correction{Entry: second, Reject: true})
	if left, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings}); err != nil || left.Len() != 1 {
		t.Errorf("%d meetings after one was rejected, %v", left.Len(), err)
	}
	correct(service.Correction{Entry: second, Undo: undo})
	correct(service.Correction{Entry: first, Merge: []string{second}})
	merged, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
	if err != nil || merged.Len() != 1 || merged.Entries[0].Sources != 1 || len(merged.Entries[0].Members) != 2 {
		t.Fatalf("after a merge: %+v, %v", merged, err)
	}
	correct(service.Correction{Entry: merged.Entries[0].ID, Split: []string{report}})
	if apart, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings}); err != nil || apart.Len() != 2 {
		t.Errorf("%d meetings after a split, %v", apart.Len(), err)
	}
	correct(service.Correction{Entry: report, AddEntry: "meeting", Words: "met in Nairobi", Set: []string{"status=held"}, Add: []string{"participant=KEN", "participant=BDI"}})
	if missed, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings, Actors: []string{"BDI"}}); err != nil || missed.Len() != 1 {
		t.Errorf("%d meetings that were missed, %v", missed.Len(), err)
	}
	for _, test := range []struct {
		c    service.Correction
		want string
	}{
		{service.Correction{Entry: first, Reject: true, Note: "x", Undo: "1"}, "one thing at a time"},
		{service.Correction{Entry: first, Words: "met"}, "--add-entry"},
		{service.Correction{Entry: report, AddEntry: "meeting", Words: "met", Reject: true}, "only --set and --add"},
		{service.Correction{Entry: report, AddEntry: "meeting", Words: "met", Add: []string{"participant"}}, "FIELD=VALUE"},
	} {
		test.c.By = "kim"
		if _, err := service.Correct(t.Context(), r, test.c); rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %q", test.c, err, test.want)
		}
	}
}
