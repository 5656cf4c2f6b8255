package service_test

import (
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// meets is a report of a meeting of Kenya and Uganda.
func meets(id, published string, change func(*rapporteur.Meeting)) *rapporteur.Reading {
	text := "Report " + id + " of " + published + " tells of a meeting of Kenya and Uganda."
	span := rapporteur.Span{Start: 0, End: len(text), Text: text}
	seat := func(actor string, p rapporteur.Presence) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: actor, For: rapporteur.Text(actor), Role: rapporteur.Participant, Presence: p, Evidence: []rapporteur.Span{span}}
	}
	m := rapporteur.Meeting{Basis: rapporteur.Basis{ID: "m" + id, Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{span}}, Kind: "talks", Status: rapporteur.Held,
		Date: rapporteur.Date(published), Place: &rapporteur.Place{Name: "Nairobi", Country: "KEN"},
		Attendance: []rapporteur.Attendance{seat("KEN", rapporteur.Present), seat("UGA", rapporteur.Present)}}
	if change != nil {
		change(&m)
	}
	return &rapporteur.Reading{
		Report: rapporteur.Report{ID: id, Outlet: rapporteur.Text("Wire " + id), Published: rapporteur.Date(published), Text: text, Genre: rapporteur.News},
		Actors: []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State, State: "KEN"}, {ID: "UGA", Known: true, Name: "Uganda", Kind: rapporteur.State, State: "UGA"},
			{ID: "TZA", Known: true, Name: "Tanzania", Kind: rapporteur.State, State: "TZA"}, {ID: "~herders", Name: "herders", Kind: rapporteur.Group}},
		Sentences: [][2]int{{0, len(text)}},
		Meetings:  []rapporteur.Meeting{m},
	}
}

func recorded(t *testing.T, all ...*rapporteur.Reading) *record.Record {
	t.Helper()
	r := record.New(memory.New(), func() time.Time { return time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC) })
	if _, err := r.Add(t.Context(), all...); err != nil {
		t.Fatal(err)
	}
	return r
}

func seatFor(actor string, p rapporteur.Presence) rapporteur.Attendance {
	return rapporteur.Attendance{Actor: actor, For: rapporteur.Text(actor), Presence: p, Evidence: []rapporteur.Span{{Start: 0, End: 6, Text: "Report"}}}
}

// TestPlanAndMeetingAreOne: a plan and the meeting that it became have one column, and a
// plan of something else keeps its own.
func TestPlanAndMeetingAreOne(t *testing.T) {
	planned := func(place *rapporteur.Place, day rapporteur.Date, kind string) func(*rapporteur.Meeting) {
		return func(m *rapporteur.Meeting) {
			m.Status, m.Date, m.Place, m.Kind = rapporteur.PlannedMeeting, day, place, kind
			for i := range m.Attendance {
				m.Attendance[i].Presence = rapporteur.Expected
			}
		}
	}
	nairobi, entebbe := &rapporteur.Place{Name: "Nairobi", Country: "KEN"}, &rapporteur.Place{Name: "Entebbe", Country: "UGA"}
	tests := []struct {
		name    string
		plan    *rapporteur.Reading
		columns int
	}{
		{"of that day and place", meets("a", "2027-03-01", planned(nairobi, "2027-03-10", "talks")), 1},
		{"of a day not known", meets("a", "2027-03-05", planned(nil, "", "talks")), 1},
		{"of another place", meets("a", "2027-03-05", planned(entebbe, "", "talks")), 2},
		{"of another day", meets("a", "2027-03-05", planned(nairobi, "2027-03-20", "talks")), 2},
		{"made afterwards", meets("a", "2027-03-14", planned(nil, "", "talks")), 2},
		{"of a call", meets("a", "2027-03-05", planned(nil, "2027-03-10", "call")), 2},
		{"too long ago", meets("a", "2027-01-05", planned(nil, "", "talks")), 2},
	}
	for _, test := range tests {
		r := recorded(t, test.plan, meets("b", "2027-03-11", func(m *rapporteur.Meeting) { m.Date = "2027-03-10" }))
		table, err := service.Attendance(t.Context(), r, service.Question{})
		if err != nil {
			t.Fatal(err)
		}
		if len(table.Meetings) != test.columns {
			t.Errorf("a plan %s: %d columns, want %d", test.name, len(table.Meetings), test.columns)
		}
		if last := table.Meetings[len(table.Meetings)-1]; test.columns == 1 && last.Status != rapporteur.Held {
			t.Errorf("a plan %s: the column is %s", test.name, last.Status)
		}
	}
}

// TestAttendance tells apart who came, was to come, was kept out, declined, stayed away,
// walked out and is not mentioned, and counts by party.
func TestAttendance(t *testing.T) {
	r := recorded(t,
		meets("a", "2027-03-01", func(m *rapporteur.Meeting) {
			m.Attendance = append(m.Attendance, seatFor("TZA", rapporteur.Excluded), seatFor("~herders", rapporteur.Present))
		}),
		meets("b", "2027-03-11", func(m *rapporteur.Meeting) {
			m.Place = nil
			m.Attendance = append(m.Attendance[:1], seatFor("UGA", rapporteur.WalkedOut), seatFor("TZA", rapporteur.Declined))
		}),
		meets("c", "2027-03-21", func(m *rapporteur.Meeting) {
			m.Status = rapporteur.PlannedMeeting
			m.Attendance = []rapporteur.Attendance{seatFor("KEN", rapporteur.Expected), seatFor("UGA", rapporteur.Absent)}
			m.Attendance[1].ClaimedBy = "KEN"
		}))
	table, err := service.Attendance(t.Context(), r, service.Question{})
	if err != nil {
		t.Fatal(err)
	}
	got := map[string][]rapporteur.Presence{}
	totals := map[string][3]int{}
	for _, p := range table.Parties {
		for _, s := range p.Seats {
			got[p.Name] = append(got[p.Name], s.Presence)
		}
		totals[p.Name] = [3]int{p.Present, p.Expected, p.LeftOut}
	}
	want := map[string][]rapporteur.Presence{"Kenya": {"present", "present", "expected"}, "Uganda": {"present", "walked-out", "absent"},
		"Tanzania": {"excluded", "declined", ""}, service.UnnamedParty: {"present", "", ""}}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("seats (-want +got):\n%s", d)
	}
	if d := cmp.Diff(map[string][3]int{"Kenya": {2, 1, 0}, "Uganda": {1, 0, 2}, "Tanzania": {0, 0, 2}, service.UnnamedParty: {1, 0, 0}}, totals); d != "" {
		t.Errorf("totals (-want +got):\n%s", d)
	}
	if last := table.Parties[len(table.Parties)-1]; last.Party != "" {
		t.Errorf("the last row is %s, not that of the unnamed", last.Name)
	}
	if h := table.Meetings[0]; h.Date != "2027-03-01" || h.Place != "Nairobi" || h.Status != rapporteur.Held {
		t.Errorf("head of a column: %+v", h)
	}
}
