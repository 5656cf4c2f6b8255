package record_test

import (
	"context"
	"encoding/json"
	"strings"
	"testing"

	"rapporteur"
	"rapporteur/record"
)

// secret stands in every text of the reports below, and in nothing else.
const secret = "quince"

// whispered is a reading of each kind of entry of which all that can hold words of the
// report holds the secret.
func whispered(id string, stance rapporteur.Stance, day rapporteur.Date) *rapporteur.Reading {
	text := "The " + secret + " of " + id
	span := rapporteur.Span{Start: 0, End: len(text), Text: text}
	basis := func(kind string) rapporteur.Basis {
		return rapporteur.Basis{ID: kind + id, Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{span},
			Told: &rapporteur.Told{Trigger: span, Probability: 1, Roles: []rapporteur.ToldRole{{Role: "agent", Words: span, Probability: 1}}}}
	}
	r := all()
	r.Report = rapporteur.Report{ID: id, Text: text, Title: rapporteur.Text(text), Byline: rapporteur.Text(text), Outlet: rapporteur.Text("Outlet " + id), Published: day,
		Paragraphs: []rapporteur.Paragraph{{Start: 0, End: len(text), Kind: rapporteur.Body}}}
	r.Sentences = [][2]int{{0, len(text)}}
	for i := range r.Actors {
		r.Actors[i].Mentions = []rapporteur.Span{span}
	}
	seat := func(who string) rapporteur.Attendance {
		return rapporteur.Attendance{Actor: who, For: rapporteur.Text(who), Presence: rapporteur.Present, Evidence: []rapporteur.Span{span}}
	}
	r.Statements = []rapporteur.Statement{{Basis: basis("s"), Speakers: []string{"AAA"}, SpeakerMention: &span, Cue: &span, Anonymity: &span, Content: []rapporteur.Span{span}, Mode: rapporteur.Direct}}
	r.Meetings = []rapporteur.Meeting{{Basis: basis("m"), Kind: "talks", Date: day, About: rapporteur.Text(text), Outcome: rapporteur.Text(text), Status: rapporteur.Held,
		Attendance: []rapporteur.Attendance{seat("AAA"), seat("BBB")},
		History:    []rapporteur.StatusChange{{Status: rapporteur.PlannedMeeting, Evidence: []rapporteur.Span{span}}}}}
	r.Events = []rapporteur.Event{{Basis: basis("e"), Plover: rapporteur.Plover{Type: "THREATEN"}, Actors: []string{"AAA"}, Recipients: []string{"BBB"}, Modality: rapporteur.Happened, Hedge: rapporteur.Text(text), Date: day}}
	r.Positions = []rapporteur.Position{{Basis: basis("p"), Actor: "AAA", Proposal: "more " + secret + " trees", Stance: stance, Condition: &span, RedLine: &span, Date: day}}
	r.Notices = []rapporteur.Notice{{Kind: "presumed_office", Message: text, Evidence: []rapporteur.Span{span}}}
	return r
}

// TestSilence takes the words of reports out of all that a record gives: nothing of them
// is left, and where they stand is.
func TestSilence(t *testing.T) {
	ctx := context.Background()
	r := newRecord()
	add(t, r, whispered("a", rapporteur.Opposes, "2030-01-03"), whispered("b", rapporteur.Supports, "2030-01-09"))
	correct(t, r, record.Demand{Entry: positionOf(t, r, "a"), Action: record.Set, Field: "condition", Value: secret})
	correct(t, r, record.Demand{Entry: "a", Action: record.Missed, Kind: record.Statement, Value: secret, With: []record.Setting{{Action: record.Set, Field: "speaker", Value: "CCC", Actor: ceeland}}})
	given := map[string][]any{}
	entries := allEntries(t, r)
	spoken := len(encoded(t, entries))
	for i := range entries {
		entries[i].Silence()
		given["entries"] = append(given["entries"], entries[i])
	}
	if len(encoded(t, entries)) >= spoken {
		t.Error("nothing was taken out")
	}
	shifts, err := r.Shifts(ctx, record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range shifts {
		s.Silence()
		given["shifts"] = append(given["shifts"], s)
	}
	noted, err := r.Corrections(ctx, record.CorrectionFilter{})
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range noted {
		c.Silence()
		given["corrections"] = append(given["corrections"], c)
	}
	report, err := r.Report(ctx, "a")
	if err != nil {
		t.Fatal(err)
	}
	report.Silence()
	one := whispered("a", rapporteur.Opposes, "2030-01-03")
	record.SilenceReading(one)
	given["report"], given["reading"] = []any{report}, []any{one}
	for _, what := range []string{"entries", "shifts", "corrections", "report", "reading"} {
		if len(given[what]) == 0 {
			t.Errorf("%s: none to take words out of", what)
		}
		for _, v := range given[what] {
			if text := encoded(t, v); strings.Contains(text, secret) {
				t.Errorf("%s still say it: %s", what, text)
			}
		}
	}
	for _, e := range entries {
		if at := e.Evidence()[0]; at.End == 0 {
			t.Errorf("%s no longer says where its words stand: %+v", e.Kind, at)
		}
	}
}

// TestSilentHolder takes the words out of what reports say of an office.
func TestSilentHolder(t *testing.T) {
	r := newRecord()
	one := names(t, r, "a", "Post", "2030-01-02", "ada")
	one.Incumbents[0].Evidence = []rapporteur.Span{{Start: 0, End: 6, Text: "Report"}}
	add(t, r, one)
	holders, err := r.Holders(context.Background(), "2030-01-06")
	if err != nil || len(holders) != 1 || !strings.Contains(encoded(t, holders), "Report") {
		t.Fatal(holders, err)
	}
	holders[0].Silence()
	if text := encoded(t, holders); strings.Contains(text, "Report") || !strings.Contains(text, "ada") {
		t.Error(text)
	}
}

// positionOf gives the id of what a report says that somebody wants.
func positionOf(t *testing.T, r *record.Record, report string) string {
	t.Helper()
	found, err := r.Entries(context.Background(), record.Filter{Kinds: []record.Kind{record.Position}, Reports: []string{report}})
	if err != nil || len(found) == 0 {
		t.Fatal(found, err)
	}
	return found[0].ID
}

// encoded is what a reader of JSON sees.
func encoded(t *testing.T, v any) string {
	t.Helper()
	data, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}
