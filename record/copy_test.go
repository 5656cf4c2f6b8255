package record_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// article is a report about one meeting with a text of its own.
func article(id, outlet, url, text string, published rapporteur.Date) *rapporteur.Reading {
	r := talks(id, outlet, published, "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB")
	r.Report.URL, r.Report.Text, r.Report.Title = rapporteur.Text(url), r.Report.Text+text, "Envoys meet"
	r.Report.Paragraphs = []rapporteur.Paragraph{{Start: len(r.Report.Text) - len(text), End: len(r.Report.Text), Kind: rapporteur.Body}}
	return r
}

const agency = "OSTMARK, Jan 3 (River Agency) - The envoys of two states sat down on Thursday in the old customs house of Ostmark, where the ferries " +
	"land, and spoke for three hours about tolls that each of them takes from the other. Nobody else was let in, and neither of them " +
	"would say afterwards whether a word of it had been agreed upon."

// TestCopies counts the copies of one text, and the reports of one outlet, as one
// source.
func TestCopies(t *testing.T) {
	r := newRecord()
	outcomes, err := r.Add(context.Background(),
		article("a", "River Agency", "", agency, "2030-01-03"),
		article("b", "Echo", "", strings.Replace(agency, "Nobody else was let in, and neither", "Neither", 1), "2030-01-03"),
		article("c", "Courier", "", strings.TrimPrefix(agency, "OSTMARK, Jan 3 (River Agency) - ")+" The Courier was there.", "2030-01-04"),
		article("d", "River Agency", "", "In the evening the envoys left Ostmark by the last ferry, and the lights of the customs house went out behind them one by one.", "2030-01-04"),
		article("e", "Post", "", "Two envoys, one table and no result: what was said in Ostmark will stay in Ostmark until somebody writes his memoirs, says our man there.", "2030-01-04"),
	)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]record.Outcome{record.Added, record.Copied, record.Copied, record.Added, record.Added}, outcomes); diff != "" {
		t.Error(diff)
	}
	got := meetings(t, r, record.Filter{})
	if len(got) != 1 || got[0].Sources != 2 || len(got[0].Outlets) != 4 {
		t.Errorf("%d meetings, sources %d, outlets %v", len(got), got[0].Sources, got[0].Outlets)
	}
	one, err := r.Report(context.Background(), "b")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a", "c"}, one.Copies); diff != "" {
		t.Error(diff)
	}
}

// TestRevision puts the last version of an article in the place of the others.
func TestRevision(t *testing.T) {
	r := newRecord()
	old := article("a", "Echo", "https://echo.example/envoys?utm_source=x", agency, "2030-01-03")
	old.Meetings[0].Status = rapporteur.PlannedMeeting
	updated := article("b", "Echo", "https://www.echo.example/envoys/", agency+" They will meet again.", "2030-01-04")
	add(t, r, updated)
	outcomes, err := r.Add(context.Background(), old)
	if err != nil || outcomes[0] != record.Revised {
		t.Fatal(outcomes, err)
	}
	got := meetings(t, r, record.Filter{})
	if len(got) != 1 || len(got[0].Members) != 1 || got[0].Members[0].Report != "b" {
		t.Errorf("%+v", got)
	}
	gone, err := r.Report(context.Background(), "a")
	if err != nil || gone.SupersededBy != "b" {
		t.Errorf("%+v %v", gone, err)
	}
	if _, err := r.Remove(context.Background(), record.Removal{Reports: []string{"b"}}); err != nil {
		t.Fatal(err)
	}
	if got = meetings(t, r, record.Filter{}); len(got) != 1 || got[0].Members[0].Report != "a" {
		t.Errorf("without the update: %+v", got)
	}
}

// TestSameWords has the same text of two outlets as two reports, of which one is a copy
// of the other: each has its own outlet, address and day, whichever came first.
func TestSameWords(t *testing.T) {
	for _, order := range [][]int{{0, 1}, {1, 0}} {
		r := newRecord()
		two := []*rapporteur.Reading{
			article("a", "Echo", "https://echo.example/1", agency, "2030-01-04"),
			article("a", "Courier", "https://courier.example/2", agency, "2030-01-03"),
		}
		for i, at := range order {
			for _, want := range []record.Outcome{[]record.Outcome{record.Added, record.Copied}[i], record.Known} {
				outcomes, err := r.Add(context.Background(), two[at])
				if err != nil || outcomes[0] != want {
					t.Fatal(outcomes, err)
				}
			}
		}
		got := meetings(t, r, record.Filter{})
		if len(got) != 1 || len(got[0].Members) != 2 || len(got[0].Outlets) != 2 || got[0].Sources != 1 {
			t.Fatalf("%+v", got)
		}
		reports, err := r.Reports(context.Background(), record.Filter{Oldest: true})
		if err != nil || len(reports) != 2 {
			t.Fatal(reports, err)
		}
		for i, want := range []rapporteur.Report{two[1].Report, two[0].Report} {
			one := reports[i]
			if one.Outlet != want.Outlet || one.URL != want.URL || one.Published != want.Published || len(one.Copies) != 1 {
				t.Errorf("%+v", one)
			}
			id, err := r.IDOf(context.Background(), &want)
			if err != nil || id != one.ID || one.TextID() != "a" {
				t.Errorf("id %s: %v", id, err)
			}
		}
		verified(t, r)
		if _, err := r.Remove(context.Background(), record.Removal{Outlets: []string{"Courier"}}); err != nil {
			t.Fatal(err)
		}
		if got = meetings(t, r, record.Filter{}); len(got) != 1 || len(got[0].Outlets) != 1 {
			t.Errorf("without one outlet: %+v", got)
		}
		if outcomes, err := r.Add(context.Background(), two[0]); err != nil || outcomes[0] != record.Known {
			t.Errorf("the one that stayed: %v %v", outcomes, err)
		}
	}
}

// TestSameWordsLater is a copy however much later another outlet prints it.
func TestSameWordsLater(t *testing.T) {
	r := newRecord()
	outcomes, err := r.Add(context.Background(), article("a", "Echo", "", agency, "2030-01-04"), article("a", "Courier", "", agency, "2030-02-04"),
		article("a", "Courier", "", agency, "2030-02-05"))
	if err != nil || outcomes[1] != record.Copied || outcomes[2] != record.Again {
		t.Fatal(outcomes, err)
	}
	reports, err := r.Reports(context.Background(), record.Filter{Outlets: []string{"Courier"}})
	if err != nil || len(reports) != 1 || reports[0].Published != "2030-02-04" || len(reports[0].Appearances) != 2 {
		t.Errorf("%+v %v", reports, err)
	}
	verified(t, r)
}

// TestLarge adds hundreds of reports of one meeting in small portions: in the end it
// is found by what the last one added.
func TestLarge(t *testing.T) {
	r := newRecord()
	const all = 230
	var readings []*rapporteur.Reading
	for i := range all {
		readings = append(readings, talks(fmt.Sprintf("%03d", i), fmt.Sprint("Outlet ", i), "2030-01-03", "2030-01-03", "Ostmark", rapporteur.Held, "AAA", "BBB"))
	}
	add(t, r, readings[:all-10]...)
	for _, one := range readings[all-10:] {
		add(t, r, one)
	}
	last := record.Filter{Outlets: []string{fmt.Sprint("Outlet ", all-1)}}
	if got := meetings(t, r, last); len(got) != 0 {
		t.Errorf("described at every change")
	}
	if err := r.Settle(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := meetings(t, r, last); len(got) != 1 || len(got[0].Members) != all || got[0].Sources != all {
		t.Errorf("%d entries", len(got))
	}
}
