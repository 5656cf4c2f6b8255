package record_test

import (
	"context"
	"fmt"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// version is one of an article that tells of talks, and of nothing else unless it is
// said to.
func version(id, words string, published rapporteur.Date) *rapporteur.Reading {
	r := talks(id, "Echo", published, "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB")
	r.Report.URL, r.Report.Title, r.Report.Text = "https://echo.example/talks", "Talks", words
	r.Sentences[0][1] = len(words)
	r.Meetings[0].Evidence = []rapporteur.Span{{Start: 0, End: len(words), Text: words}}
	return r
}

const (
	envoys = "The envoys of both river states met for three hours in the old customs house on Thursday."
	mended = "The envoys of both river states met for four hours in the old customs house on Thursday."
	other  = "Nobody came, the ferry company said in a correction; the customs house stayed dark all day."
)

// TestRevisedCorrections revises a report: what a person said of it holds where its
// words still stand, and is to be looked at again where they do not. It does not count
// whether the person spoke of the older or of the newer version, nor which is removed.
func TestRevisedCorrections(t *testing.T) {
	for _, c := range []struct {
		name     string
		demand   record.Demand
		revision *rapporteur.Reading
		standing record.Standing
		meetings int
		status   rapporteur.Status
	}{
		{"rejected, words stand", record.Demand{Action: record.Reject}, version("b", mended, "2030-01-05"), record.Counts, 0, ""},
		{"rejected, other words", record.Demand{Action: record.Reject}, version("b", other, "2030-01-05"), record.LookAgain, 1, rapporteur.Held},
		{"set, words stand", record.Demand{Action: record.Set, Field: "status", Value: "cancelled"}, version("b", mended, "2030-01-05"), record.Counts, 1, rapporteur.Cancelled},
		{"set, other words", record.Demand{Action: record.Set, Field: "status", Value: "cancelled"}, version("b", other, "2030-01-05"), record.LookAgain, 1, rapporteur.Held},
		{"set on the newer version", record.Demand{Action: record.Set, Field: "status", Value: "cancelled"}, version("b", mended, "2030-01-01"), record.Counts, 1, rapporteur.Cancelled},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRecord()
			add(t, r, version("a", envoys, "2030-01-04"))
			c.demand.Entry = meetings(t, r, record.Filter{})[0].ID
			done := correct(t, r, c.demand)
			add(t, r, c.revision)
			now := ""
			check := func(when string, standing record.Standing) {
				t.Helper()
				noted, err := r.Corrections(context.Background(), record.CorrectionFilter{})
				if err != nil || len(noted) != 1 || noted[0].Standing != standing {
					t.Fatalf("%s: %+v %v", when, noted, err)
				}
				now = noted[0].Now
				verified(t, r)
			}
			check("revised", c.standing)
			got := meetings(t, r, record.Filter{})
			if len(got) != c.meetings || len(got) > 0 && got[0].Meeting.Status != c.status {
				t.Errorf("%d meetings: %+v", len(got), got)
			}
			again := version("b", c.revision.Report.Text, c.revision.Report.Published)
			again.Meetings[0].ID = "other id"
			if err := r.Reread(context.Background(), again, version("a", envoys, "2030-01-04")); err != nil {
				t.Fatal(err)
			}
			check("read again", c.standing)
			removed := "b"
			if c.revision.Report.Published < "2030-01-04" {
				removed = "a"
			}
			if _, err := r.Remove(context.Background(), record.Removal{Reports: []string{removed}}); err != nil {
				t.Fatal(err)
			}
			check("one version removed", record.Counts)
			correct(t, r, record.Demand{Entry: now, Action: record.Undo, Value: fmt.Sprint(done.ID)})
			check("undone", record.Undone)
			if got := meetings(t, r, record.Filter{}); len(got) != 1 || got[0].Meeting.Status != rapporteur.Held {
				t.Errorf("undone: %+v", got)
			}
		})
	}
}

// TestRejectedCopy stays off the record when another outlet prints the same text.
func TestRejectedCopy(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"))
	id := meetings(t, r, record.Filter{})[0].ID
	correct(t, r, record.Demand{Entry: id, Action: record.Reject})
	same := version("a", envoys, "2030-01-04")
	same.Report.Outlet, same.Report.URL = "Courier", "https://courier.example/1"
	add(t, r, same)
	if got := meetings(t, r, record.Filter{}); len(got) != 0 {
		t.Errorf("back on the record: %+v", got)
	}
	verified(t, r)
	correct(t, r, record.Demand{Entry: id, Action: record.Undo, Value: "1"})
	if got := meetings(t, r, record.Filter{}); len(got) != 1 || len(got[0].Members) != 2 {
		t.Errorf("undone: %+v", got)
	}
	verified(t, r)
}
