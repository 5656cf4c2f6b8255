package dispatch_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/alert/dispatch"
	"rapporteur/record"
)

// TestRehearsalIsWhatIsSent compares what rules send while a record grows with what a
// rehearsal says that they would have sent.
func TestRehearsalIsWhatIsSent(t *testing.T) {
	calm := rule("calm", alert.Planned, alert.Cancelled, alert.PutOff, alert.LeftOut, alert.Held, alert.Moves, alert.Disagree)
	calm.Quiet, calm.Most = &alert.Hours{From: "20:00", To: "06:00", Zone: "UTC"}, &alert.Rate{Letters: 2, In: 2 * time.Hour}
	all := rule("all", calm.When...)
	s := newScene(t, all, calm)
	for i, r := range []*rapporteur.Reading{
		talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"), talks("b", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"),
		talks("c", "2031-05-01", rapporteur.PlannedMeeting, "2031-06-10", leaving), wish("w", "2031-04-01", rapporteur.Opposes), wish("x", "2031-05-01", rapporteur.Supports),
		talks("d", "2031-05-02", rapporteur.Cancelled, "2031-05-10"), talks("e", "2031-05-02", rapporteur.PlannedMeeting, "2031-07-10", unsure),
		talks("f", "2031-05-02", rapporteur.Held, "2031-06-10"), talks("g", "2031-05-02", rapporteur.PlannedMeeting, "2031-08-10"), talks("h", "2031-05-03", rapporteur.PlannedMeeting, "2031-05-10"),
	} {
		s.now = noon.Add(time.Duration(i) * 77 * time.Minute)
		s.add(r)
		s.step()
		for range 77 {
			s.now = s.now.Add(time.Minute)
			s.step()
		}
	}
	for range 24 {
		s.now = s.now.Add(time.Hour)
		s.step()
	}
	sent := s.sent()
	for _, one := range []alert.Rule{all, calm} {
		played, err := dispatch.Rehearse(t.Context(), s.record, one, noon.Add(-time.Hour), s.now)
		if err != nil {
			t.Fatal(err)
		}
		var got, want []string
		for _, l := range played.Letters {
			line := one.Name + ":"
			for _, n := range l.Notices {
				line += " " + string(n.When)
			}
			got = append(got, line)
		}
		for _, line := range sent {
			if strings.HasPrefix(line, one.Name+":") {
				want = append(want, line)
			}
		}
		if a, b := sorted(got), sorted(want); a != b || len(want) < 3 || played.Found < len(want) {
			t.Errorf("%s: a rehearsal gives\n%s\nand what was sent is\n%s", one.Name, a, b)
		}
	}
}

func TestRehearseDigest(t *testing.T) {
	s := newScene(t)
	s.plan(1)
	s.now = noon.AddDate(0, 0, 3)
	s.plan(2)
	morning := alert.Rule{Name: "morning", Digest: &alert.Digest{At: "07:00", Zone: "UTC"}}
	got, err := dispatch.Rehearse(t.Context(), s.record, morning, noon.AddDate(0, 0, -2), noon.AddDate(0, 0, 5))
	if err != nil || len(got.Letters) != 2 || !got.Letters[0].At.Equal(noon.Add(19*time.Hour)) || !strings.Contains(got.Letters[0].Digest.Text, "Kenya") {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestRehearseInSteps looks at many changes some at once.
func TestRehearseInSteps(t *testing.T) {
	s := newScene(t)
	for n := range 400 {
		s.now = s.now.Add(time.Minute)
		if _, err := s.record.Correct(t.Context(), record.Demand{Entry: s.first(n), Action: record.Remark, Note: "seen", By: "kim"}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := dispatch.Rehearse(t.Context(), s.record, rule("plans", alert.Planned), noon, s.now)
	if err != nil || got.Steps != 300 || got.Changes != 401 || len(got.Letters) != 1 {
		t.Errorf("%+v, %v", got, err)
	}
}

// first gives the id of the only entry, and adds it the first time.
func (s *scene) first(n int) string {
	s.Helper()
	if n == 0 {
		s.add(talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"))
		s.now = s.now.Add(time.Minute)
	}
	all, err := s.record.Entries(s.Context(), record.Filter{})
	if err != nil || len(all) != 1 {
		s.Fatalf("%d entries, %v", len(all), err)
	}
	return all[0].ID
}
