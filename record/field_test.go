package record_test

import (
	"context"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// all is a report with an entry of each kind.
func all() *rapporteur.Reading {
	r := version("a", envoys, "2030-01-04")
	basis := func(id string) rapporteur.Basis {
		return rapporteur.Basis{ID: id, Confidence: 0.9, Rule: "test", Evidence: r.Meetings[0].Evidence}
	}
	r.Statements = []rapporteur.Statement{{Basis: basis("s"), Speakers: []string{"AAA"}, Mode: rapporteur.Indirect, Content: r.Meetings[0].Evidence}}
	r.Events = []rapporteur.Event{{Basis: basis("e"), Plover: rapporteur.Plover{Type: "AGREE"}, Actors: []string{"AAA"}, Recipients: []string{"BBB"}, Modality: rapporteur.Happened}}
	r.Positions = []rapporteur.Position{{Basis: basis("p"), Actor: "AAA", Proposal: "halving the tolls", Stance: rapporteur.Supports}}
	return r
}

// TestFields sets every field that a person can set, and takes it back.
func TestFields(t *testing.T) {
	third := &rapporteur.Actor{ID: "CCC", Known: true, Name: "Ceeland", Kind: rapporteur.State, State: "CCC"}
	for _, c := range []struct {
		kind         record.Kind
		action       record.Action
		field, value string
		got          func(e record.Entry) any
		want         any
	}{
		{record.Meeting, record.Set, "outcome", "a ferry treaty", func(e record.Entry) any { return string(e.Meeting.Outcome) }, "a ferry treaty"},
		{record.Meeting, record.Set, "about", "tolls", func(e record.Entry) any { return string(e.Meeting.About) }, "tolls"},
		{record.Meeting, record.Set, "type", "summit", func(e record.Entry) any { return e.Meeting.Kind }, "summit"},
		{record.Meeting, record.Set, "place", "none", func(e record.Entry) any { return e.Meeting.Place == nil }, true},
		{record.Meeting, record.Set, "host", "CCC", seats, "AAA/present BBB/present CCC host/present "},
		{record.Meeting, record.Set, "role:BBB", "mediator", seats, "AAA/present BBB mediator/present "},
		{record.Meeting, record.Set, "presence:BBB", "excluded", seats, "AAA/present BBB/excluded "},
		{record.Meeting, record.Include, "participant", "CCC", seats, "AAA/present BBB/present CCC participant/present "},
		{record.Meeting, record.Drop, "participant", "AAA", seats, "BBB/present "},
		{record.Statement, record.Set, "speaker", "CCC", func(e record.Entry) any { return e.Statement.Speakers }, []string{"CCC"}},
		{record.Statement, record.Include, "speaker", "CCC", func(e record.Entry) any { return e.Statement.Speakers }, []string{"AAA", "CCC"}},
		{record.Statement, record.Include, "addressee", "CCC", func(e record.Entry) any { return e.Statement.Addressees }, []string{"CCC"}},
		{record.Statement, record.Set, "mode", "direct", func(e record.Entry) any { return string(e.Statement.Mode) }, "direct"},
		{record.Statement, record.Set, "medium", "letter", func(e record.Entry) any { return string(e.Statement.Medium) }, "letter"},
		{record.Statement, record.Set, "wording", "met for three hours", func(e record.Entry) any { return e.Statement.Content },
			[]rapporteur.Span{{Report: "a", Start: 32, End: 51, Text: "met for three hours"}}},
		{record.Event, record.Set, "type", "THREATEN", func(e record.Entry) any { return e.Event.Plover.Type }, "THREATEN"},
		{record.Event, record.Set, "recipient", "CCC", func(e record.Entry) any { return e.Event.Recipients }, []string{"CCC"}},
		{record.Event, record.Drop, "recipient", "BBB", func(e record.Entry) any { return len(e.Event.Recipients) }, 0},
		{record.Position, record.Set, "issue", "tolls", func(e record.Entry) any { return e.Position.Issue.ID }, "tolls"},
		{record.Position, record.Set, "wording", "opening the bridge", func(e record.Entry) any { return e.Position.Proposal }, "opening the bridge"},
		{record.Position, record.Set, "condition", "on Thursday", func(e record.Entry) any { return e.Position.Condition.Text }, "on Thursday"},
		{record.Position, record.Set, "actor", "CCC", func(e record.Entry) any { return e.Position.Actor }, "CCC"},
	} {
		t.Run(string(c.kind)+" "+string(c.action)+" "+c.field, func(t *testing.T) {
			r := newRecord()
			add(t, r, all())
			before := allEntries(t, r)
			one := func() record.Entry {
				got, err := r.Entries(context.Background(), record.Filter{Kinds: []record.Kind{c.kind}})
				if err != nil || len(got) != 1 {
					t.Fatal(got, err)
				}
				return got[0]
			}
			d := record.Demand{Entry: one().ID, Action: c.action, Field: c.field, Value: c.value}
			if c.value == "CCC" {
				d.Actor = third
			}
			correct(t, r, d)
			if diff := cmp.Diff(c.want, c.got(one())); diff != "" {
				t.Error(diff)
			}
			if err := r.Reread(context.Background(), all()); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(c.want, c.got(one())); diff != "" {
				t.Error("read again:", diff)
			}
			verified(t, r)
			correct(t, r, record.Demand{Entry: d.Entry, Action: record.Undo, Value: "1"})
			if diff := cmp.Diff(before, allEntries(t, r)); diff != "" {
				t.Error("undone:", diff)
			}
		})
	}
}

func seats(e record.Entry) any {
	out := ""
	for _, a := range e.Meeting.Attendance {
		out += a.Actor
		if a.Role != "" {
			out += " " + string(a.Role)
		}
		out += "/" + string(a.Presence) + " "
	}
	return out
}

// TestFieldsRefused are changes that a kind of entry does not take.
func TestFieldsRefused(t *testing.T) {
	r := newRecord()
	add(t, r, all())
	id := meetings(t, r, record.Filter{})[0].ID
	for _, d := range []record.Demand{
		{Action: record.Set, Field: "speaker", Value: "AAA"},
		{Action: record.Set, Field: "host", Value: "CCC"}, // nobody says who that is
		{Action: record.Set, Field: "role:CCC", Value: "mediator"},
		{Action: record.Set, Field: "role:BBB", Value: "king"},
		{Action: record.Set, Field: "type", Value: "quarrel"},
		{Action: record.Set, Field: "status", Value: "none"},
		{Action: record.Drop, Field: "participant", Value: "CCC"},
		{Action: record.Include, Field: "recipient", Value: "AAA", Actor: &rapporteur.Actor{ID: "AAA"}},
	} {
		d.Entry, d.By = id, "kim"
		if _, err := r.Correct(context.Background(), d); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%+v: %v", d, err)
		}
	}
}
