package service_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"rapporteur"
	"rapporteur/record"
	"rapporteur/service"
	"rapporteur/store/memory"

	"github.com/google/go-cmp/cmp"
)

// fieldLines gives changes of entries as lines.
func fieldLines(all []service.EntryChange) []string {
	var out []string
	for _, m := range all {
		var fields []string
		for _, f := range m.Fields {
			fields = append(fields, fmt.Sprintf("%s %q %q", f.Field, f.Before, f.Now))
		}
		out = append(out, strings.TrimSpace(string(m.Entry.Kind)+" "+m.Gone+strings.Join(fields, "; ")))
	}
	return out
}

// changing is a record that knew one thing on 1 March 2027 and another on the 3rd.
func changing(t *testing.T) *record.Record {
	t.Helper()
	now := time.Date(2027, 3, 1, 12, 0, 0, 0, time.Local)
	r := record.New(memory.New(), func() time.Time { return now })
	put := func(all ...*rapporteur.Reading) {
		if _, err := r.Add(t.Context(), all...); err != nil {
			t.Fatal(err)
		}
	}
	plan := func(m *rapporteur.Meeting) {
		m.Status, m.Date = rapporteur.PlannedMeeting, "2027-03-10"
		m.Attendance = append(m.Attendance, seatFor("TZA", rapporteur.Expected))
	}
	call := func(status rapporteur.Status) func(*rapporteur.Meeting) {
		return func(m *rapporteur.Meeting) { m.Kind, m.Status, m.Date, m.Place = "call", status, "2027-03-20", nil }
	}
	s := tale("e", "2027-02-20", rapporteur.News)
	s.wants(s.says("1", "Kenya opposed lifting the blockade."), "lifting the blockade", rapporteur.Opposes)
	s.does(s.says("2", "Kenya sanctioned Uganda."), "SANCTION", "UGA", func(e *rapporteur.Event) { e.Date = "2027-02-19" })
	put(meets("a", "2027-03-01", plan), meets("b", "2027-03-01", call(rapporteur.PlannedMeeting)), &s.Reading)
	now = now.AddDate(0, 0, 2)
	later := tale("f", "2027-03-02", rapporteur.News)
	later.wants(later.says("1", "Kenya supported lifting the blockade."), "lifting the blockade", rapporteur.Supports)
	later.does(later.says("2", "Kenya sanctioned Uganda on 19 February."), "SANCTION", "UGA", func(e *rapporteur.Event) { e.Date = "2027-02-19" })
	put(meets("c", "2027-03-11", func(m *rapporteur.Meeting) {
		m.Date = "2027-03-10"
		m.Attendance = append(m.Attendance, seatFor("TZA", rapporteur.Excluded))
	}), meets("d", "2027-03-12", call(rapporteur.Cancelled)), &later.Reading)
	return r
}

// TestWhatChanged: what is new, moved, withdrawn, corrected and told again between two days.
func TestWhatChanged(t *testing.T) {
	r := changing(t)
	ask := func(q service.ChangedQuestion) *service.Changed {
		t.Helper()
		got, err := service.WhatChanged(t.Context(), r, q)
		if err != nil {
			t.Fatal(err)
		}
		return got
	}
	got := ask(service.ChangedQuestion{From: "2027-03-01", To: "2027-03-04", Title: "the lake"})
	if got.Reports != 3 || got.Came[record.Position] != 1 || len(got.New) != 1 || len(got.Shifts) != 1 {
		t.Errorf("%d reports, new %v, %d shifts", got.Reports, got.Came, len(got.Shifts))
	}
	moved := []string{`meeting status "planned" "held"; presence of Tanzania "expected" "excluded"; sources "1" "2"`}
	if d := cmp.Diff(moved, fieldLines(got.Moved)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{`meeting status "planned" "cancelled"; sources "1" "2"`}, fieldLines(got.Withdrawn)); d != "" {
		t.Error(d)
	}
	if d := cmp.Diff([]string{`event sources "1" "2"`}, fieldLines(got.Confirmed)); d != "" {
		t.Error(d)
	}
	if before := ask(service.ChangedQuestion{From: "2027-02-20", To: "2027-02-28"}); before.Reports+len(before.New)+len(before.Moved) != 0 {
		t.Errorf("before anything was added %+v", before)
	}
	if of := ask(service.ChangedQuestion{From: "2027-03-01", Question: service.Question{States: []string{"TZA"}}}); len(of.Moved) != 1 || len(of.Withdrawn)+len(of.Confirmed)+len(of.New) != 0 {
		t.Errorf("of Tanzania %v %v", fieldLines(of.Moved), fieldLines(of.Withdrawn))
	}
}

// TestWhatChangedCorrected: what persons said is told, and what they rejected withdrawn; a
// limit counts what it leaves out, and without words there are none.
func TestWhatChangedCorrected(t *testing.T) {
	r := changing(t)
	all, err := service.Ask(t.Context(), r, service.Question{About: service.Meetings})
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range all.Entries {
		if _, err := r.Correct(t.Context(), record.Demand{Entry: e.ID, Action: record.Reject, By: "kim", Note: "not so"}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := service.WhatChanged(t.Context(), r, service.ChangedQuestion{From: "2027-03-01", Question: service.Question{Limit: 1, Silent: true}})
	if err != nil {
		t.Fatal(err)
	}
	if d := cmp.Diff([]string{"meeting rejected"}, fieldLines(got.Withdrawn)); d != "" || got.More["withdrawn"] != 1 || len(got.Corrected) != 2 {
		t.Errorf("%s, %v more, %d corrected", d, got.More, len(got.Corrected))
	}
	for _, e := range got.New {
		for _, s := range e.Evidence() {
			if s.Text != "" {
				t.Errorf("words are left: %q", s.Text)
			}
		}
	}
	of, err := service.WhatChanged(t.Context(), r, service.ChangedQuestion{From: "2027-03-01", Question: service.Question{States: []string{"TZA"}}})
	if err != nil || len(of.Corrected) != 1 {
		t.Errorf("corrected of Tanzania %v, %v", of, err)
	}
}

// TestWhatChangedRefuses: without two times in their order nothing can be compared.
func TestWhatChangedRefuses(t *testing.T) {
	r := changing(t)
	for _, q := range []service.ChangedQuestion{{}, {From: "soon"}, {From: "2027-03-01", To: "later"}, {From: "2027-03-02", To: "2027-03-01"}, {From: "2027-03-01", Question: service.Question{Dossier: "none"}}} {
		if _, err := service.WhatChanged(t.Context(), r, q); rapporteur.CodeOf(err) != rapporteur.Invalid {
			t.Errorf("%q to %q gives %v", q.From, q.To, err)
		}
	}
}

// TestFieldsThatChange: each kind of entry tells in which of its fields it has changed.
func TestFieldsThatChange(t *testing.T) {
	now := time.Date(2027, 3, 1, 12, 0, 0, 0, time.Local)
	r := record.New(memory.New(), func() time.Time { now = now.Add(time.Hour); return now })
	s := tale("e", "2027-02-20", rapporteur.News)
	s.wants(s.says("1", "Kenya opposed lifting the blockade."), "lifting the blockade", rapporteur.Opposes)
	s.does(s.says("2", "Kenya sanctioned Uganda."), "SANCTION", "UGA", nil)
	b := s.says("3", "Kenya said that fish are few.")
	b.ID += "s"
	s.Statements = append(s.Statements, rapporteur.Statement{Basis: b, Speakers: []string{"KEN"}, Mode: rapporteur.Indirect, Act: "assert", Content: b.Evidence})
	if _, err := r.Add(t.Context(), &s.Reading); err != nil {
		t.Fatal(err)
	}
	from := now
	for about, set := range map[service.Subject][2]string{service.Positions: {"stance", "supports"}, service.Events: {"modality", "denied"}, service.Statements: {"act", "warn"}} {
		a, err := service.Ask(t.Context(), r, service.Question{About: about})
		if err != nil || len(a.Entries) != 1 {
			t.Fatal(a, err)
		}
		if _, err := r.Correct(t.Context(), record.Demand{Entry: a.Entries[0].ID, Action: record.Set, Field: set[0], Value: set[1], By: "kim"}); err != nil {
			t.Fatal(err)
		}
	}
	got, err := service.WhatChanged(t.Context(), r, service.ChangedQuestion{From: from.Format(time.RFC3339)})
	if err != nil {
		t.Fatal(err)
	}
	lines := append(fieldLines(got.Moved), fieldLines(got.Withdrawn)...)
	slices.Sort(lines)
	if d := cmp.Diff([]string{`event modality "happened" "denied"`, `position direction "for" "against"; stance "opposes" "supports"`, `statement act "assert" "warn"`}, lines); d != "" {
		t.Error(d)
	}
}
