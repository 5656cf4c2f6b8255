package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"

	"github.com/google/go-cmp/cmp"
)

func timelineOf(t *testing.T, r *record.Record, q service.TimelineQuestion) *service.Timeline {
	t.Helper()
	got, err := service.TimelineOf(t.Context(), r, q)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// markLines gives a timeline as lines: days, course, what, and the part of each lane.
func markLines(l *service.Timeline) []string {
	var out []string
	for _, m := range l.Marks {
		line := fmt.Sprintf("%s %s..%s %s", m.Of, m.First, m.Last, m.Course)
		for word, is := range map[string]bool{" exact": m.Exact, " told": m.Told, " to come": m.ToCome} {
			if is {
				line += word
			}
		}
		for _, s := range m.Seats {
			line += fmt.Sprintf("; %s %s", l.Lanes[s.Lane].Name, s.Part)
		}
		out = append(out, line)
	}
	return out
}

// TestTimeline: meetings and events stand in the order of time; what is planned, what came
// to nothing, who is left out and what has no exact day are told apart.
func TestTimeline(t *testing.T) {
	held := meets("a", "2027-03-10", func(m *rapporteur.Meeting) {
		m.Attendance = append(m.Attendance, seatFor("TZA", rapporteur.Excluded))
	})
	off := meets("b", "2027-03-12", func(m *rapporteur.Meeting) {
		m.Status, m.Date, m.Place = rapporteur.Cancelled, "2027-03-11", nil
	})
	plan := meets("c", "2027-03-14", func(m *rapporteur.Meeting) {
		m.Status, m.Date, m.Place = rapporteur.PlannedMeeting, "2027-05", &rapporteur.Place{Name: "Kampala", Country: "UGA"}
		for i := range m.Attendance {
			m.Attendance[i].Presence = rapporteur.Expected
		}
	})
	undated := meets("d", "2027-03-15", func(m *rapporteur.Meeting) { m.Date, m.Kind, m.Place = "", "call", nil })
	s := tale("e", "2027-03-13", rapporteur.News)
	s.does(s.says("1", "Kenya sanctioned Uganda."), "SANCTION", "UGA", func(e *rapporteur.Event) { e.Date = "2027-03-09" })
	s.does(s.says("2", "Kenya did not attack Uganda."), "ASSAULT", "UGA", func(e *rapporteur.Event) { e.Date, e.Modality = "2027-03-08", rapporteur.Denied })
	s.does(s.says("3", "Kenya may have aided Tanzania."), "AID", "TZA", func(e *rapporteur.Event) { e.Date, e.Confidence = "2027-03-07", 0.2 })
	r := recorded(t, held, off, plan, undated, &s.Reading)

	got := timelineOf(t, r, service.TimelineQuestion{})
	want := []string{
		"event 2027-03-08..2027-03-08 not exact; Kenya actor; Uganda recipient",
		"event 2027-03-09..2027-03-09 happened exact; Kenya actor; Uganda recipient",
		"meeting 2027-03-10..2027-03-10 happened exact; Kenya there; Uganda there; Tanzania left-out",
		"meeting 2027-03-11..2027-03-11 not exact; Kenya there; Uganda there",
		"meeting 2027-05-01..2027-05-31 planned to come; Kenya expected; Uganda expected",
	}
	if diff := cmp.Diff(want, markLines(got)); diff != "" {
		t.Error(diff)
	}
	if got.Undated != 1 || got.Doubtful != 1 || got.LastReport != "2027-03-15" {
		t.Errorf("%d undated, %d doubtful, last report %s", got.Undated, got.Doubtful, got.LastReport)
	}
	if kenya := got.Lanes[0]; kenya.Name != "Kenya" || kenya.Marks != 5 || got.Lanes[2].LeftOut != 1 {
		t.Errorf("lanes are %v", got.Lanes)
	}

	all := timelineOf(t, r, service.TimelineQuestion{All: true, Lanes: 1})
	if n := len(all.Marks); n != 7 {
		t.Errorf("with all there are %d marks: %v", n, markLines(all))
	}
	if !slices.Contains(markLines(all), "meeting 2027-03-15..2027-03-15 happened told; Kenya there; others there") {
		t.Errorf("what has no day stands at that of its report: %v", markLines(all))
	}
	if len(all.Lanes) != 2 || all.Lanes[1].Name != service.OtherParties || all.Lanes[1].LeftOut != 1 {
		t.Errorf("one lane and the others are wanted: %v", all.Lanes)
	}
}

// TestTimelineFilters: a timeline takes the filters of every question, and says what its
// limit leaves out.
func TestTimelineFilters(t *testing.T) {
	r := recorded(t, meets("a", "2027-03-10", nil), meets("b", "2027-03-20", nil), meets("c", "2027-03-30", nil))
	if err := r.SaveDossier(t.Context(), record.Dossier{Name: "early", Until: "2027-03-12"}); err != nil {
		t.Fatal(err)
	}
	days := func(q service.Question) string {
		got := timelineOf(t, r, service.TimelineQuestion{Question: q})
		var out []string
		for _, m := range got.Marks {
			out = append(out, string(m.First))
		}
		return fmt.Sprintf("%s of %d", strings.Join(out, " "), got.Total)
	}
	for _, c := range []struct {
		q    service.Question
		want string
	}{
		{service.Question{Dossier: "early"}, "2027-03-10 of 1"},
		{service.Question{Since: "2027-03-15"}, "2027-03-20 2027-03-30 of 2"},
		{service.Question{Actors: []string{"Tanzania"}}, " of 0"},
		{service.Question{Limit: 1}, "2027-03-30 of 3"},
		{service.Question{AsOf: "2020-01-01"}, " of 0"},
	} {
		if c.q.Actors != nil {
			c.q.Actors, c.q.States = nil, []string{"TZA"}
		}
		if got := days(c.q); got != c.want {
			t.Errorf("%+v gives %s, want %s", c.q, got, c.want)
		}
	}
	if _, err := service.TimelineOf(t.Context(), r, service.TimelineQuestion{Question: service.Question{Issues: []string{"blockade"}}}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("an issue gives %v", err)
	}
	if _, err := service.TimelineOf(t.Context(), r, service.TimelineQuestion{Question: service.Question{AsOf: "soon"}}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("no time gives %v", err)
	}
	silent := timelineOf(t, r, service.TimelineQuestion{Question: service.Question{Silent: true}})
	for _, m := range silent.Marks {
		for _, q := range m.Quotes {
			if q.Text != "" {
				t.Errorf("words are left: %q", q.Text)
			}
		}
	}
}

// TestTimelinePlan: a plan and the meeting that it became are one mark, with whom the plan
// left out; two entries that say the same are one, too.
func TestTimelinePlan(t *testing.T) {
	plan := meets("a", "2027-03-01", func(m *rapporteur.Meeting) {
		m.Status, m.Date = rapporteur.PlannedMeeting, "2027-03-10"
		m.Attendance = append(m.Attendance, seatFor("TZA", rapporteur.Excluded))
	})
	held := meets("b", "2027-03-11", func(m *rapporteur.Meeting) { m.Date = "2027-03-10" })
	got := markLines(timelineOf(t, recorded(t, plan, held), service.TimelineQuestion{}))
	if len(got) != 1 || !strings.Contains(got[0], "Tanzania left-out") {
		t.Errorf("marks are %v", got)
	}
	s := tale("e", "2027-03-13", rapporteur.News)
	for _, id := range []string{"1", "2"} {
		s.does(s.says(id, "Kenya sanctioned Uganda "+id+"."), "SANCTION", "UGA", func(e *rapporteur.Event) { e.Date = "2027-03-09" })
	}
	s.does(s.says("3", "Kenya and Uganda agreed."), "AGREE", "UGA", func(e *rapporteur.Event) {
		e.Date, e.Actors, e.Recipients = "2027-03-10", []string{"KEN", "UGA"}, []string{"KEN", "UGA", "~herders"}
	})
	got = markLines(timelineOf(t, recorded(t, &s.Reading), service.TimelineQuestion{}))
	want := []string{"event 2027-03-09..2027-03-09 happened exact; Kenya actor; Uganda recipient", "event 2027-03-10..2027-03-10 happened exact; Kenya both; Uganda both; others recipient"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
