package service_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/service"
)

func TestCorrect(t *testing.T) {
	r := kept(t, "2027-03-01")
	a, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
	if err != nil || a.Len() != 1 {
		t.Fatalf("%d meetings, %v", a.Len(), err)
	}
	id := a.Entries[0].ID
	done, err := service.Correct(t.Context(), r, service.Correction{Entry: id, Set: []string{"date=2027-03-02", "status=planned"}, By: "kim"})
	if err != nil || len(done) != 2 {
		t.Fatalf("%d corrections, %v", len(done), err)
	}
	e, err := r.Entry(t.Context(), id, time.Time{})
	if err != nil || e.Meeting.Date != "2027-03-02" || e.Meeting.Status != rapporteur.PlannedMeeting {
		t.Errorf("%+v, %v", e, err)
	}
	for _, test := range []struct {
		c    service.Correction
		want string
	}{
		{service.Correction{}, "say what is wrong"},
		{service.Correction{Set: []string{"date"}}, "FIELD=VALUE"},
		{service.Correction{Actor: "KEN"}, "OLD=NEW"},
		{service.Correction{Actor: "KEN=nobody-at-all"}, "neither the record nor a table knows"},
		{service.Correction{Set: []string{"date=2027-03-05", "status=sometime"}}, "sometime"},
	} {
		test.c.Entry, test.c.By = id, "kim"
		if _, err := service.Correct(t.Context(), r, test.c); rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %q", test.c, err, test.want)
		}
	}
	if e, err = r.Entry(t.Context(), id, time.Time{}); err != nil || e.Meeting.Date != "2027-03-02" {
		t.Errorf("one of two settings was applied: %+v, %v", e.Meeting, err)
	}
}
