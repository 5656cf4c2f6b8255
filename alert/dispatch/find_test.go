package dispatch_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/alert"
	"rapporteur/record"
)

func rule(name string, when ...alert.When) alert.Rule { return alert.Rule{Name: name, When: when} }

// TestMeetingAlertsOnce follows one meeting through what outlets tell of it.
func TestMeetingAlertsOnce(t *testing.T) {
	s := newScene(t, rule("plans", alert.Planned, alert.PutOff, alert.Cancelled, alert.LeftOut))
	s.wants("nothing yet")
	s.add(talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"))
	s.wants("a plan", "plans: planned")
	for _, id := range []string{"b", "c", "d", "e", "f", "g", "h", "i", "j"} {
		s.now = s.now.Add(time.Minute)
		s.add(talks(id, "2031-05-02", rapporteur.PlannedMeeting, "2031-05-10"))
		s.wants("outlet " + id)
	}
	s.now = s.now.Add(time.Hour)
	s.add(talks("k", "2031-05-03", rapporteur.PlannedMeeting, "2031-05-10", leaving))
	s.wants("somebody is left out", "plans: left-out")
	if n := s.post.last.Found[0]; !strings.Contains(n.Title, "Left out: Tanzania") || n.Entry == "" || n.Words == "" || n.URL == "" || n.Outlet == "" {
		t.Errorf("%+v", n)
	}
	s.now = s.now.Add(time.Hour)
	s.add(talks("l", "2031-05-04", rapporteur.Cancelled, "2031-05-10"))
	s.wants("it is called off", "plans: cancelled")
	s.now = s.now.Add(time.Hour)
	s.wants("nothing happens")
	if n := s.post.last.Found[0]; len(n.Changed) == 0 || !strings.Contains(n.Changed[0], "status: planned → cancelled") {
		t.Errorf("%+v", n)
	}
}

// TestCorrectionAlertsByKind: what a person corrects is news where it stands otherwise.
func TestCorrectionAlertsByKind(t *testing.T) {
	s := newScene(t, rule("plans", alert.Planned, alert.Cancelled))
	s.add(talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"))
	s.wants("a plan", "plans: planned")
	id := s.post.last.Found[0].Entry
	correct := func(field, value string) {
		t.Helper()
		s.now = s.now.Add(time.Hour)
		if _, err := s.record.Correct(t.Context(), record.Demand{Entry: id, Action: record.Set, Field: field, Value: value, By: "kim"}); err != nil {
			t.Fatal(err)
		}
	}
	correct("place", "Mombasa")
	s.wants("another place")
	correct("status", "cancelled")
	s.wants("called off", "plans: cancelled")
	correct("status", "planned")
	s.wants("on again", "plans: planned")
}

func TestOtherSigns(t *testing.T) {
	s := newScene(t, rule("moves", alert.Moves), rule("held", alert.Held), rule("put off", alert.PutOff), rule("disagree", alert.Disagree),
		alert.Rule{Name: "Tanzania", When: []alert.When{alert.LeftOut}, Limits: alert.Limits{Actors: []string{"TZA"}}},
		alert.Rule{Name: "Kenya out", When: []alert.When{alert.LeftOut}, Limits: alert.Limits{Actors: []string{"KEN"}}},
		alert.Rule{Name: "Uganda moves", When: []alert.When{alert.Moves}, Limits: alert.Limits{States: []string{"UGA"}}},
		alert.Rule{Name: "Kenya moves", When: []alert.When{alert.Moves}, Limits: alert.Limits{States: []string{"KEN"}, Confidence: .7}},
		alert.Rule{Name: "sure moves", When: []alert.When{alert.Moves}, Limits: alert.Limits{Confidence: .85}},
		alert.Rule{Name: "words", When: []alert.When{alert.Appears}, Limits: alert.Limits{Text: "blockade"}},
		alert.Rule{Name: "newcomer", When: []alert.When{alert.Appears}, Limits: alert.Limits{Actors: []string{"RWA"}}})
	s.add(wish("w", "2031-04-20", rapporteur.Opposes))
	s.wants("first wish", "words: appears")
	s.now = s.now.Add(time.Hour)
	s.add(wish("x", "2031-05-01", rapporteur.Supports))
	s.wants("a move", "Kenya moves: moves", "moves: moves", "words: appears")
	if n := s.post.last; n.Rule == "moves" && !strings.Contains(n.Found[0].Title, "opposes lifting the blockade → supports") {
		t.Errorf("%+v", n)
	}
	s.now = s.now.Add(time.Hour)
	s.add(talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10", leaving))
	s.wants("left out", "Tanzania: left-out")
	s.now = s.now.Add(time.Hour)
	s.add(talks("b", "2031-05-02", rapporteur.Held, "2031-05-10"))
	s.step()
	if got := strings.Join(s.sent(), ", "); !strings.Contains(got, "held: held") {
		t.Errorf("held: %s", got)
	}
}

// TestLimitsHold: a rule sees its part of the record, sure of it, from when it was made.
func TestLimitsHold(t *testing.T) {
	s := newScene(t, alert.Rule{Name: "sure", When: []alert.When{alert.Planned}, Limits: alert.Limits{Confidence: .8}},
		alert.Rule{Name: "muted", When: []alert.When{alert.Planned}, Muted: &alert.Mute{}},
		alert.Rule{Name: "gone", When: []alert.When{alert.Planned}, Limits: alert.Limits{Dossier: "none"}},
		alert.Rule{Name: "Mombasa", When: []alert.When{alert.Planned}, Limits: alert.Limits{Places: []string{"Mombasa"}}})
	s.add(talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10", unsure))
	s.wants("a doubtful plan")
	s.now = s.now.Add(time.Minute)
	s.add(talks("b", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"))
	s.wants("a surer one", "sure: planned")
	late := rule("late", alert.Planned)
	s.put(late)
	s.now = s.now.Add(time.Minute)
	s.add(talks("c", "2031-05-02", rapporteur.PlannedMeeting, "2031-05-10"))
	s.wants("the rule came later than the plan")
}

// TestClockGoesBack: what is added while the clock is put right is found.
func TestClockGoesBack(t *testing.T) {
	s := newScene(t, rule("plans", alert.Planned))
	s.add(talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"))
	s.wants("a plan", "plans: planned")
	s.now = s.now.Add(-2 * time.Hour)
	s.add(talks("b", "2031-06-01", rapporteur.PlannedMeeting, "2031-06-20"))
	s.add(talks("c", "2031-07-01", rapporteur.PlannedMeeting, "2031-07-20")) // at the same moment
	s.wants("two more", "plans: planned planned")
}

// TestTwoRunners: what one process has found another one does not find.
func TestTwoRunners(t *testing.T) {
	s := newScene(t, rule("plans", alert.Planned))
	first := s.runner
	s.start()
	s.add(talks("a", "2031-05-01", rapporteur.PlannedMeeting, "2031-05-10"))
	done := make(chan error, 2)
	go func() { done <- first.Step(t.Context()) }()
	go func() { done <- s.runner.Step(t.Context()) }()
	for range 2 {
		if err := <-done; err != nil {
			t.Fatal(err)
		}
	}
	s.wants("either", "plans: planned")
	if len(s.post.ids) != 1 {
		t.Errorf("%d letters", len(s.post.ids))
	}
}
