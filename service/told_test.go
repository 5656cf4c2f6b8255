package service_test

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
)

// explaining reads the reports of meets again, as they were, and says by which word each
// is told; it counts how often it is asked.
func explaining(asked *int) service.Read {
	return func(_ context.Context, report *rapporteur.Report) (*rapporteur.Reading, error) {
		*asked++
		again := meets(report.ID, string(report.Published), func(m *rapporteur.Meeting) { m.Date = "2027-03-10" })
		again.Meetings[0].Told = &rapporteur.Told{Trigger: spanOf(report.Text, "meeting"), Probability: 0.8}
		return again, nil
	}
}

// TestTell marks in the evidence by which words the first reports tell an entry, and
// reads no more of them than that.
func TestTell(t *testing.T) {
	var all []*rapporteur.Reading
	for i := range 5 {
		all = append(all, meets(fmt.Sprintf("r%d", i), "2027-03-10", nil))
	}
	r, asked := recorded(t, all...), 0
	x, err := service.EvidenceOf(t.Context(), r, explaining(&asked), only(t, r, service.Meetings).ID, "")
	if err != nil {
		t.Fatal(err)
	}
	told := 0
	for _, s := range x.Sources {
		if b := s.Member.Basis(); b.Told != nil && b.Told.Trigger.Text == "meeting" && b.Told.Probability == 0.8 {
			told++
		}
	}
	if asked != 3 || told != 3 || len(x.Sources) != 5 {
		t.Errorf("%d reports read, %d told, of %d", asked, told, len(x.Sources))
	}
	if runs := x.Sources[0].Passages[0].Runs; len(runs) < 3 || runs[1].Highlight != service.TriggerHighlight {
		t.Errorf("%+v", runs)
	}
	if b := only(t, r, service.Meetings).Members[0].Basis(); b.Told != nil {
		t.Error("what was told of a look came into the record")
	}
}

// TestTellSaysNothing where a report cannot be read any more, is read otherwise, or nobody
// asks; what is told already is not asked again.
func TestTellSaysNothing(t *testing.T) {
	r := recorded(t, meets("a", "2027-03-10", nil))
	failing := func(context.Context, *rapporteur.Report) (*rapporteur.Reading, error) {
		return nil, errors.New("unreadable")
	}
	other := func(context.Context, *rapporteur.Report) (*rapporteur.Reading, error) {
		return meets("b", "2027-03-10", nil), nil
	}
	for name, explain := range map[string]service.Read{"nobody": nil, "failing": failing, "other": other} {
		e := only(t, r, service.Meetings)
		if err := service.Tell(t.Context(), r, explain, e); err != nil || e.Members[0].Basis().Told != nil {
			t.Errorf("%s: %v %+v", name, err, e.Members[0].Basis().Told)
		}
	}
	e, asked := only(t, r, service.Meetings), 0
	e.Members[0].Basis().Told = &rapporteur.Told{}
	if err := service.Tell(t.Context(), r, explaining(&asked), e); err != nil || asked != 0 {
		t.Errorf("%d %v", asked, err)
	}
	ended, end := context.WithCancel(t.Context())
	end()
	if err := service.Tell(ended, r, failing, only(t, r, service.Meetings)); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if b := (record.Content{Notice: &rapporteur.Notice{}}).Basis(); b != nil {
		t.Errorf("%+v", b)
	}
}
