package service_test

import (
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/reading"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"
)

func TestCorrect(t *testing.T) {
	r := kept(t, "2027-03-01")
	a, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
	if err != nil || a.Len() != 1 {
		t.Fatalf("%d meetings, %v", a.Len(), err)
	}
	id := a.Entries[0].ID
	done, err := service.Correct(t.Context(), r, service.Correction{Entry: id, Set: []string{"date=2027-03-02", "status=planned"}, By: "kim"})
	if err != nil || len(done.Corrections) != 2 {
		t.Fatalf("%+v, %v", done, err)
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

// TestCorrectChecks refuses values that the schema does not have, says which it has, and
// takes them in any case of letters.
func TestCorrectChecks(t *testing.T) {
	r := record.New(memory.New(), time.Now)
	reader, err := service.Tables{}.Reader(reading.DefaultBudget())
	if err != nil {
		t.Fatal(err)
	}
	report := &rapporteur.Report{ID: "a", Text: "Kenya accused Uganda of smuggling fuel. \"We will not wait,\" Kenya's president William Ruto said.", Published: "2025-03-04", Language: "en"}
	report.Paragraphs = []rapporteur.Paragraph{{Start: 0, End: len(report.Text), Kind: rapporteur.Body}}
	one, err := reader.Read(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Add(t.Context(), one); err != nil {
		t.Fatal(err)
	}
	first := func(about service.Subject) string {
		t.Helper()
		a, err := service.Ask(t.Context(), r, service.Question{About: about})
		if err != nil || a.Len() == 0 {
			t.Fatalf("no %s: %v", about, err)
		}
		return a.Entries[0].ID
	}
	event, statement := first(service.Events), first(service.Statements)
	for _, test := range []struct{ entry, set, want string }{
		{event, "type=ACCUS", "ACCUS is no type of a event; is it ACCUSE?; it is one of AGREE, "},
		{event, "modality=perhaps", "perhaps is no modality of a event; it is one of happened, under-way"},
		{statement, "act=mumble", "mumble is no act of a statement; it is one of "},
		{statement, "medium=pigeon", "pigeon is no medium of a statement; it is one of statement, speech"},
	} {
		_, err := service.Correct(t.Context(), r, service.Correction{Entry: test.entry, Set: []string{test.set}, By: "kim"})
		if rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), strings.Replace(test.want, "a event", "an event", 1)) {
			t.Errorf("%s: %v, want %q", test.set, err, test.want)
		}
	}
	for entry, set := range map[string][]string{event: {"type=threaten", "modality=Denied"}, statement: {"medium=Interview", "act=assert"}} {
		if _, err := service.Correct(t.Context(), r, service.Correction{Entry: entry, Set: set, By: "kim"}); err != nil {
			t.Errorf("%s: %v", set, err)
		}
	}
	if e, err := r.Entry(t.Context(), event, time.Time{}); err != nil || e.Event.Plover.Type != "THREATEN" || e.Event.Modality != rapporteur.Denied {
		t.Errorf("%+v, %v", e, err)
	}
	_, err = service.Correct(t.Context(), r, service.Correction{Entry: "a", AddEntry: "event", Words: "smuggling fuel", Set: []string{"type=SMUGGLE", "actor=UGA"}, By: "kim"})
	if err == nil || !strings.Contains(err.Error(), "SMUGGLE is no type of an event") {
		t.Errorf("an entry that is added: %v", err)
	}
}

// TestRedate gives a report another date: the days that its words count from it move at
// once, and come back when it is taken back; the record of before still has the old ones.
func TestRedate(t *testing.T) {
	now := time.Date(2031, 1, 1, 0, 0, 0, 0, time.UTC)
	r := record.New(memory.New(), func() time.Time { now = now.Add(time.Hour); return now })
	reader, err := service.Tables{}.Reader(reading.DefaultBudget())
	if err != nil {
		t.Fatal(err)
	}
	report := &rapporteur.Report{ID: "a", Outlet: "Echo", Title: "Nairobi", Text: "Kenya's president William Ruto met Uganda's president Yoweri Museveni in Nairobi yesterday.", Published: "2025-03-04", Language: "en"}
	report.ID = report.TextID()
	report.Paragraphs = []rapporteur.Paragraph{{Start: 0, End: len(report.Text), Kind: rapporteur.Body}}
	one, err := reader.Read(t.Context(), report)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := r.Add(t.Context(), one); err != nil {
		t.Fatal(err)
	}
	at := func(when time.Time) (rapporteur.Date, rapporteur.Date) {
		t.Helper()
		found, err := r.Entries(t.Context(), record.Filter{Kinds: []record.Kind{record.Meeting}, AsOf: when})
		if err != nil || len(found) != 1 {
			t.Fatalf("%d meetings, %v", len(found), err)
		}
		return found[0].Meeting.Date, found[0].Members[0].Published
	}
	day, published := at(time.Time{})
	if day != "2025-03-03" || published != "2025-03-04" {
		t.Fatalf("read as %s, published %s", day, published)
	}
	then := now
	done, err := service.Correct(t.Context(), r, service.Correction{Entry: report.ID, Set: []string{"date=2025-03-10", "outlet=Courier"}, By: "kim", Budget: reading.DefaultBudget()})
	if err != nil || !done.Reread || len(done.Corrections) != 2 {
		t.Fatalf("%+v, %v", done, err)
	}
	if day, published := at(time.Time{}); day != "2025-03-09" || published != "2025-03-10" {
		t.Errorf("now on %s, published %s", day, published)
	}
	if day, published := at(then); day != "2025-03-03" || published != "2025-03-04" {
		t.Errorf("then on %s, published %s", day, published)
	}
	for _, c := range []struct {
		f    record.Filter
		want int
	}{{record.Filter{Outlets: []string{"Echo"}, AsOf: then}, 1}, {record.Filter{Outlets: []string{"Courier"}, AsOf: then}, 0}, {record.Filter{Outlets: []string{"Courier"}}, 1},
		{record.Filter{Until: "2025-03-05", AsOf: then}, 1}, {record.Filter{Until: "2025-03-05"}, 0}} {
		found, err := r.Reports(t.Context(), c.f)
		n, counted := r.CountReports(t.Context(), c.f)
		if err != nil || counted != nil || len(found) != c.want || n != c.want {
			t.Errorf("%+v: %d reports, %d counted, %v %v", c.f, len(found), n, err, counted)
		}
		if len(found) == 1 && !c.f.AsOf.IsZero() && (found[0].Outlet != "Echo" || found[0].Published != "2025-03-04") {
			t.Errorf("the report then: %+v", found[0].Report)
		}
	}
	if done, err = service.Correct(t.Context(), r, service.Correction{Entry: report.ID, Undo: "1", By: "kim", Budget: reading.DefaultBudget()}); err != nil || !done.Reread {
		t.Fatalf("%+v, %v", done, err)
	}
	if day, published := at(time.Time{}); day != "2025-03-03" || published != "2025-03-04" {
		t.Errorf("taken back: on %s, published %s", day, published)
	}
	if done, err = service.Correct(t.Context(), r, service.Correction{Entry: report.ID, Set: []string{"title=Talks"}, By: "kim", Budget: reading.DefaultBudget()}); err != nil || done.Reread {
		t.Errorf("another title has the report read again: %+v, %v", done, err)
	}
	err = r.Verify(t.Context(), func(p record.Problem) bool { t.Error(p); return true })
	if err != nil {
		t.Error(err)
	}
}
