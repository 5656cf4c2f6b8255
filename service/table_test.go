package service_test

import (
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

// wanting is a record of what Kenya wants of a blockade: for it on the first day and
// against it on the second.
func wanting(t *testing.T) *record.Record {
	t.Helper()
	r := record.New(memory.New(), func() time.Time { return time.Date(2027, 4, 1, 0, 0, 0, 0, time.UTC) })
	var all []*rapporteur.Reading
	for day, stance := range map[string]rapporteur.Stance{"2027-03-01": rapporteur.Supports, "2027-03-11": rapporteur.Opposes} {
		text := "Kenya told on " + day + " what it thinks of lifting the blockade."
		span := rapporteur.Span{Start: 0, End: len(text), Text: text}
		all = append(all, &rapporteur.Reading{
			Report:    rapporteur.Report{ID: "r" + day, Outlet: "Coast Wire", Published: rapporteur.Date(day), Text: text},
			Actors:    []rapporteur.Actor{{ID: "KEN", Known: true, Name: "Kenya", Kind: rapporteur.State, State: "KEN"}},
			Sentences: [][2]int{{0, len(text)}},
			Positions: []rapporteur.Position{{Basis: rapporteur.Basis{ID: "p" + day, Confidence: 0.9, Evidence: []rapporteur.Span{span}}, Actor: "KEN", For: "KEN",
				Issue: &rapporteur.Issue{ID: "blockade", Label: "Blockade"}, Proposal: "lifting the blockade", Stance: stance, Date: rapporteur.Date(day)}},
		})
	}
	if _, err := r.Add(t.Context(), all...); err != nil {
		t.Fatal(err)
	}
	return r
}

func TestLines(t *testing.T) {
	r := wanting(t)
	lines, err := service.Lines(t.Context(), r, service.Question{Issues: []string{"blockade"}})
	if err != nil || len(lines) != 1 {
		t.Fatalf("%d lines, %v", len(lines), err)
	}
	line := lines[0]
	if len(line.Positions) != 2 || line.Positions[0].Position.Stance != rapporteur.Supports || line.Positions[1].Position.Stance != rapporteur.Opposes {
		t.Errorf("positions in the order of time: %+v", line.Positions)
	}
	if len(line.Shifts) != 1 {
		t.Errorf("%d shifts", len(line.Shifts))
	}
	if line.Positions[0].Evidence()[0].Text == "" {
		t.Error("a line without its words")
	}
	if lines, err = service.Lines(t.Context(), r, service.Question{Silent: true}); err != nil || len(lines) != 1 || lines[0].Positions[0].Evidence()[0].Text != "" {
		t.Errorf("a silent line has words, or is none: %+v, %v", lines, err)
	}
	if _, err = service.Lines(t.Context(), r, service.Question{Actors: []string{"Kenia"}}); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Errorf("lines of nobody: %v", err)
	}
}

func TestShiftsAreSilentToo(t *testing.T) {
	a, err := service.Ask(t.Context(), wanting(t), service.Question{About: service.Shifts, Silent: true})
	if err != nil || len(a.Shifts) != 1 {
		t.Fatalf("%+v, %v", a, err)
	}
}

func TestAttendanceIsTheNewestOldestFirst(t *testing.T) {
	r := kept(t, "2027-03-01", "2027-03-11", "2027-03-21")
	a, err := service.Attendance(t.Context(), r, service.Question{Limit: 2})
	if err != nil || a.Len() != 2 || a.Total != 3 {
		t.Fatalf("%+v, %v", a, err)
	}
	if from, to := a.Meetings[0].Date, a.Meetings[1].Date; from != "2027-03-11" || to != "2027-03-21" {
		t.Errorf("meetings of %s and %s", from, to)
	}
}
