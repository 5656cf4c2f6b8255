package record_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// ceeland is an actor whom no reading of these tests names.
var ceeland = &rapporteur.Actor{ID: "CCC", Known: true, Name: "Ceeland", Kind: rapporteur.State, State: "CCC"}

// missed says that somebody's words were missed.
func missed(report, words string, with ...record.Setting) record.Demand {
	return record.Demand{Entry: report, Action: record.Missed, Kind: record.Statement, Value: words,
		With: append([]record.Setting{{Action: record.Set, Field: "speaker", Value: "CCC", Actor: ceeland}}, with...)}
}

func statements(t *testing.T, r *record.Record) []record.Entry {
	t.Helper()
	out, err := r.Entries(context.Background(), record.Filter{Kinds: []record.Kind{record.Statement}})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func standing(t *testing.T, r *record.Record) record.Noted {
	t.Helper()
	noted, err := r.Corrections(context.Background(), record.CorrectionFilter{})
	if err != nil || len(noted) != 1 {
		t.Fatal(noted, err)
	}
	return noted[0]
}

// TestMissed adds an entry of each kind that no reading has; it is there when the report
// is read again, and gone once it is taken back.
func TestMissed(t *testing.T) {
	set := func(field, value string) record.Setting {
		return record.Setting{Action: record.Set, Field: field, Value: value}
	}
	actor := func(action record.Action, field string) record.Setting {
		return record.Setting{Action: action, Field: field, Value: "CCC", Actor: ceeland}
	}
	for _, c := range []struct {
		kind record.Kind
		with []record.Setting
		got  func(e record.Entry) []string
		want []string
	}{
		{record.Statement, []record.Setting{actor(record.Set, "speaker"), set("medium", "letter"), set("date", "2030-01-03")},
			func(e record.Entry) []string {
				return []string{e.Statement.Speakers[0], string(e.Statement.Medium), string(e.Statement.Date), e.Statement.Content[0].Text}
			}, []string{"CCC", "letter", "2030-01-03", "met for three hours"}},
		{record.Meeting, []record.Setting{set("role:CCC", "mediator"), actor(record.Include, "participant"), set("status", "planned")},
			func(e record.Entry) []string {
				a := e.Meeting.Attendance[0]
				return []string{a.Actor, string(a.Role), string(a.Presence), string(e.Meeting.Status)}
			}, []string{"CCC", "mediator", "expected", "planned"}},
		{record.Event, []record.Setting{actor(record.Set, "actor"), set("type", "CONSULT")},
			func(e record.Entry) []string { return []string{e.Event.Actors[0], e.Event.Plover.Type} }, []string{"CCC", "CONSULT"}},
		{record.Position, []record.Setting{actor(record.Set, "actor"), set("stance", "opposes"), set("condition", "on Thursday")},
			func(e record.Entry) []string {
				return []string{e.Position.Actor, string(e.Position.Stance), e.Position.Proposal, e.Position.Condition.Text}
			}, []string{"CCC", "opposes", "met for three hours", "on Thursday"}},
	} {
		t.Run(string(c.kind), func(t *testing.T) {
			r := newRecord()
			add(t, r, version("a", envoys, "2030-01-04"))
			before := allEntries(t, r)
			correct(t, r, record.Demand{Entry: "a", Action: record.Missed, Kind: c.kind, Value: "met for three hours", With: c.with})
			id := standing(t, r).Now
			check := func(when string) {
				t.Helper()
				verified(t, r)
				got, err := r.Entry(context.Background(), id, time.Time{})
				if err != nil || got == nil {
					t.Fatal(when, got, err)
				}
				if diff := cmp.Diff(c.want, c.got(*got)); diff != "" {
					t.Error(when, diff)
				}
			}
			check("added")
			if err := r.Reread(context.Background(), version("a", envoys, "2030-01-04")); err != nil {
				t.Fatal(err)
			}
			check("read again")
			if len(allEntries(t, r)) != len(before)+1 {
				t.Error("not one more:", allEntries(t, r))
			}
			correct(t, r, record.Demand{Entry: id, Action: record.Undo, Value: "1"})
			verified(t, r)
			if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
				t.Error("undone:", diff)
			}
			if err := r.Reread(context.Background(), version("a", envoys, "2030-01-04")); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
				t.Error("undone and read again:", diff)
			}
		})
	}
}

// TestMissedRevised revises a report of which something was missed: what was added is in
// the revision where its words stand there, and is to be looked at again where not.
func TestMissedRevised(t *testing.T) {
	for _, c := range []struct {
		name, words string
		standing    record.Standing
		statements  int
	}{
		{"words stand", "in the old customs house", record.Counts, 1},
		{"words are gone", "met for three hours", record.LookAgain, 0},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := newRecord()
			add(t, r, version("a", envoys, "2030-01-04"))
			correct(t, r, missed("a", c.words))
			add(t, r, version("b", "Update. "+mended, "2030-01-05"))
			for _, again := range []bool{false, true} {
				if again {
					if err := r.Reread(context.Background(), version("a", envoys, "2030-01-04"), version("b", "Update. "+mended, "2030-01-05")); err != nil {
						t.Fatal(err)
					}
				}
				verified(t, r)
				got := statements(t, r)
				if len(got) != c.statements || standing(t, r).Standing != c.standing {
					t.Fatalf("%v: %+v %+v", again, got, standing(t, r))
				}
				if c.statements > 0 && (got[0].Members[0].Report != "b" || got[0].Statement.Speakers[0] != "CCC") {
					t.Errorf("%+v", got[0])
				}
			}
			correct(t, r, record.Demand{Entry: "a", Action: record.Undo, Value: "1"})
			verified(t, r)
			if got := statements(t, r); len(got) != 0 {
				t.Errorf("undone: %+v", got)
			}
		})
	}
}

// TestMissedTwice adds what stands twice in a report: a person has to say which.
func TestMissedTwice(t *testing.T) {
	r := newRecord()
	text := "Ça va. " + envoys + " " + envoys
	add(t, r, version("a", text, "2030-01-04"))
	d := missed("a", "three hours")
	d.By = "kim"
	if _, err := r.Correct(context.Background(), d); rapporteur.CodeOf(err) != rapporteur.Invalid || !strings.Contains(err.Error(), "2 times") {
		t.Error(err)
	}
	d.Nth = 2
	done := correct(t, r, d)
	if at := strings.LastIndex(text, "three hours") - 1; done.Targets[0].Start != at { // Ç has two bytes
		t.Errorf("%+v, not %d", done.Targets, at)
	}
	verified(t, r)
}

// TestMissedRefused are entries that cannot be added; nothing of them is.
func TestMissedRefused(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"))
	before := allEntries(t, r)
	no := missed("a", "three hours")
	no.With = nil
	notice := missed("a", "three hours")
	notice.Kind = record.Notice
	for _, d := range []record.Demand{
		missed("a", "four hours"), missed("a", " "), missed("zz", "three hours"), no, notice,
		missed("a", "three hours", record.Setting{Action: record.Set, Field: "status", Value: "held"}),
		missed("a", "three hours", record.Setting{Action: record.Drop, Field: "speaker", Value: "CCC"}),
		missed("a", "three hours", record.Setting{Action: record.Set, Field: "date", Value: "soon"}),
		missed(before[0].ID, "three hours"),
	} {
		d.By = "kim"
		if _, err := r.Correct(context.Background(), d); err == nil {
			t.Errorf("%+v was taken", d)
		}
	}
	if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
		t.Error(diff)
	}
	correct(t, r, missed("a", "three hours"))
	again := missed("a", "three hours")
	again.By = "kim"
	if _, err := r.Correct(context.Background(), again); rapporteur.CodeOf(err) != rapporteur.Invalid {
		t.Error("added twice:", err)
	}
}

// TestMissedInCopies adds an entry to a text that another outlet prints later: it is in
// the copy as well, and the two are one entry.
func TestMissedInCopies(t *testing.T) {
	r := newRecord()
	add(t, r, article("a", "Echo", "https://echo.example/1", envoys, "2030-01-04"))
	correct(t, r, missed("a", "met for three hours"))
	add(t, r, article("a", "The Ferryman", "https://ferry.example/1", envoys, "2030-01-05"))
	verified(t, r)
	got := statements(t, r)
	if len(got) != 1 || len(got[0].Members) != 2 || got[0].Statement.Speakers[0] != "CCC" {
		t.Fatalf("%+v", got)
	}
	got[0].Silence()
	for _, c := range got[0].Corrected {
		if c.Value != "" || len(c.Words) > 0 && c.Words[0].Text != "" {
			t.Errorf("not silent: %+v", c)
		}
	}
	correct(t, r, record.Demand{Entry: got[0].ID, Action: record.Undo, Value: "1"})
	verified(t, r)
	if got := statements(t, r); len(got) != 0 {
		t.Errorf("undone: %+v", got)
	}
}

// TestMissedThenSet puts an added entry right like any other, and rejects it.
func TestMissedThenSet(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"))
	correct(t, r, missed("a", "met for three hours"))
	id := statements(t, r)[0].ID
	correct(t, r, record.Demand{Entry: id, Action: record.Set, Field: "medium", Value: "letter"})
	if err := r.Reread(context.Background(), version("a", envoys, "2030-01-04")); err != nil {
		t.Fatal(err)
	}
	if got := statements(t, r); len(got) != 1 || got[0].Statement.Medium != "letter" || got[0].Statement.Speakers[0] != "CCC" {
		t.Errorf("%+v", got)
	}
	correct(t, r, record.Demand{Entry: id, Action: record.Reject})
	if got := statements(t, r); len(got) != 0 {
		t.Errorf("rejected: %+v", got)
	}
	verified(t, r)
}

// TestMissedReadNow has a later reading find what a person added: it is there once, with
// its corrections, and still there, as read, when the adding is taken back.
func TestMissedReadNow(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"))
	correct(t, r, missed("a", "met for three hours", record.Setting{Action: record.Set, Field: "medium", Value: "letter"}))
	better := version("a", envoys, "2030-01-04")
	better.Actors = append(better.Actors, *ceeland)
	words := []rapporteur.Span{{Start: 32, End: 51, Text: "met for three hours"}}
	better.Statements = []rapporteur.Statement{{Basis: rapporteur.Basis{ID: "s", Confidence: 0.9, Rule: "test", Evidence: better.Meetings[0].Evidence},
		Speakers: []string{"CCC"}, Mode: rapporteur.Indirect, Content: words}}
	if err := r.Reread(context.Background(), better); err != nil {
		t.Fatal(err)
	}
	verified(t, r)
	got := statements(t, r)
	if len(got) != 1 || got[0].Members[0].ID != "s" || got[0].Statement.Medium != "letter" || standing(t, r).Standing != record.Counts {
		t.Fatalf("%+v", got)
	}
	correct(t, r, record.Demand{Entry: got[0].ID, Action: record.Undo, Value: "1"})
	verified(t, r)
	if got = statements(t, r); len(got) != 1 || got[0].Statement.Medium != "" {
		t.Errorf("undone: %+v", got)
	}
}

// TestMissedInOldVersion adds an entry to a version that was revised already: it is in
// the version that counts.
func TestMissedInOldVersion(t *testing.T) {
	r := newRecord()
	add(t, r, version("a", envoys, "2030-01-04"), version("b", "Update. "+mended, "2030-01-05"))
	correct(t, r, missed("a", "in the old customs house"))
	verified(t, r)
	if got := statements(t, r); len(got) != 1 || got[0].Members[0].Report != "b" || standing(t, r).Standing != record.Counts {
		t.Errorf("%+v %+v", got, standing(t, r))
	}
}
