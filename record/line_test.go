package record_test

import (
	"context"
	"fmt"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
)

// wants is a report of what a state wants.
func wants(id string, day rapporteur.Date, proposal string, stance rapporteur.Stance, condition string) *rapporteur.Reading {
	text := fmt.Sprintf("Ayland on %s: %s %s", proposal, stance, condition)
	p := rapporteur.Position{Basis: rapporteur.Basis{ID: "p" + id, Confidence: 0.9, Rule: "test", Evidence: []rapporteur.Span{{Start: 0, End: len(text), Text: text}}},
		Actor: "anna-ahl", For: "AAA", Issue: &rapporteur.Issue{ID: "blockade", Label: "Blockade"}, Proposal: proposal, Stance: stance, Date: day}
	if condition != "" {
		p.Condition = &rapporteur.Span{Start: len(text) - len(condition), End: len(text), Text: condition}
	}
	return &rapporteur.Reading{Report: rapporteur.Report{ID: id, Text: text, Outlet: rapporteur.Text("Outlet " + id), Published: day}, Positions: []rapporteur.Position{p},
		Actors: []rapporteur.Actor{{ID: "anna-ahl", Known: true, Name: "Anna Ahl", Kind: rapporteur.Person, State: "AAA"}, {ID: "AAA", Known: true, Name: "Ayland", Kind: rapporteur.State, State: "AAA"}}}
}

// TestShifts finds the changes of a stance and of its condition, and nothing else.
func TestShifts(t *testing.T) {
	r := newRecord()
	add(t, r,
		wants("a", "2030-01-01", "lifting the blockade", rapporteur.Opposes, ""),
		wants("b", "2030-01-02", "lifting of the blockade", rapporteur.Opposes, ""),
		wants("c", "2030-01-05", "inspecting ships at sea", rapporteur.Supports, ""), // another proposal
		wants("d", "2030-01-09", "lifting the blockade", rapporteur.ConditionalStance, "if the sanctions are withdrawn"),
		wants("e", "2030-01-12", "lifting the blockade", rapporteur.ConditionalStance, "once the sanctions were withdrawn by all"),
		wants("f", "2030-01-20", "lifting the blockade", rapporteur.ConditionalStance, "if foreign monitors stay away"),
	)
	shifts, err := r.Shifts(context.Background(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range shifts {
		got = append(got, fmt.Sprint(s.Party, " ", s.Name, " ", s.From.Date, " ", s.From.Stance, " ", s.To.Date, " ", s.To.Stance))
		if s.From.Quote.Text == "" || s.To.Quote.Text == "" {
			t.Errorf("a shift without its words: %+v", s)
		}
	}
	want := []string{"AAA Ayland 2030-01-12 conditional 2030-01-20 conditional", "AAA Ayland 2030-01-02 opposes 2030-01-09 conditional"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
	lines, err := r.Lines(context.Background(), record.Filter{Issues: []string{"blockade"}})
	if err != nil || len(lines) != 1 || len(lines[0].Positions) != 5 || lines[0].Latest().Date != "2030-01-20" {
		t.Errorf("lines: %+v %v", lines, err)
	}
}

// TestShiftsByWords finds the shift of a proposal that has no issue, or that two
// reports file under different ones.
func TestShiftsByWords(t *testing.T) {
	filed := func(r *rapporteur.Reading, issue string) *rapporteur.Reading {
		r.Positions[0].Issue = nil
		if issue != "" {
			r.Positions[0].Issue = &rapporteur.Issue{ID: issue, Label: issue}
		}
		return r
	}
	r := newRecord()
	add(t, r,
		filed(wants("a", "2030-01-01", "a night curfew on boats", rapporteur.Opposes, ""), ""),
		filed(wants("b", "2030-01-02", "a joint register of nets", rapporteur.Opposes, ""), "trade"),
		filed(wants("c", "2030-01-05", "night flights", rapporteur.Supports, ""), ""), // one word in common
		filed(wants("d", "2030-01-09", "the night curfew", rapporteur.Supports, ""), ""),
		filed(wants("e", "2030-01-12", "a register of nets", rapporteur.Supports, ""), "monitoring"),
		filed(wants("f", "2030-01-13", "new sanctions on Borland", rapporteur.Supports, ""), "sanctions"),
		filed(wants("g", "2030-01-14", "new sanctions on Cealand", rapporteur.Opposes, ""), "sanctions"), // on another state
	)
	shifts, err := r.Shifts(context.Background(), record.Filter{})
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, s := range shifts {
		got = append(got, fmt.Sprint(s.From.Date, " ", s.From.Proposal, ", ", s.To.Date, ": ", s.Issue.Label))
	}
	want := []string{"2030-01-02 a joint register of nets, 2030-01-12: monitoring", "2030-01-01 a night curfew on boats, 2030-01-09: the night curfew"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}
