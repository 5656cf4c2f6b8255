package record_test

import (
	"context"
	"fmt"
	"testing"

	"rapporteur"
	"rapporteur/record"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

func TestDirection(t *testing.T) {
	issues := map[string]string{"blockade": "Blockade and siege", "sanctions": "Sanctions", "sanctions-relief": "Lifting of sanctions",
		"withdrawal": "Withdrawal of forces", "ceasefire": "Ceasefire and truce", "nuclear-programme": "Nuclear programmes"}
	tests := []struct {
		issue    string
		stance   rapporteur.Stance
		proposal string
		want     rapporteur.Direction
	}{
		{"blockade", rapporteur.Supports, "lifting the blockade", rapporteur.Against},
		{"blockade", rapporteur.Opposes, "lifting of the naval blockade", rapporteur.InFavour},
		{"blockade", rapporteur.Supports, "keep the blockade of Hollin", rapporteur.InFavour},
		{"blockade", rapporteur.ConditionalStance, "to end the blockade", rapporteur.Against},
		{"blockade", rapporteur.Opposes, "the blockade be lifted first", rapporteur.InFavour},
		{"blockade", rapporteur.Supports, "begin with the blockade", ""},
		{"frozen-assets", rapporteur.Supports, "a freeze of assets", ""},
		{"blockade", rapporteur.Undecided, "lifting the blockade", ""},
		{"sanctions", rapporteur.Supports, "tougher sanctions", rapporteur.InFavour},
		{"sanctions-relief", rapporteur.Supports, "lifting sanctions", rapporteur.InFavour},
		{"sanctions-relief", rapporteur.Supports, "keeping the sanctions", rapporteur.Against},
		{"withdrawal", rapporteur.Opposes, "withdraw its troops from the strait", rapporteur.Against},
		{"ceasefire", rapporteur.Opposes, "an unconditional ceasefire", rapporteur.Against},
		{"ceasefire", rapporteur.Supports, "sending observers once a ceasefire holds there", rapporteur.InFavour},
		{"ceasefire", rapporteur.Supports, "not extending the truce", rapporteur.Against},
		{"nuclear-programme", rapporteur.Supports, "a deal on the nuclear programme", ""},
		{"nuclear-programme", rapporteur.Supports, "sending inspectors to the islands", ""},
	}
	for _, test := range tests {
		p := &rapporteur.Position{Issue: &rapporteur.Issue{ID: test.issue, Label: issues[test.issue]}, Stance: test.stance, Proposal: test.proposal}
		if got := record.DirectionOf(p); got != test.want {
			t.Errorf("%s %q on %s: %q, want %q", test.stance, test.proposal, test.issue, got, test.want)
		}
	}
}

// proposals gives a proposal about a thing and one that is its opposite.
func proposals(t *rapid.T, thing string) (for_, against string) {
	quality := rapid.SampledFrom([]string{"", "naval ", "whole ", "long "}).Draw(t, "quality")
	behind := rapid.SampledFrom([]string{"", " at once", " by spring", " of the island"}).Draw(t, "behind")
	keep := rapid.SampledFrom([]string{"keep the ", "extending the ", "maintain the ", "the "}).Draw(t, "keep")
	end := rapid.SampledFrom([]string{"lift the ", "ending the ", "halt the ", "suspending the ", "not keep the "}).Draw(t, "end")
	return keep + quality + thing + behind, end + quality + thing + behind
}

// TestOppositeSides: two parties on opposite sides of one issue never have the same
// direction, whatever words they use; what says the same in other words has one.
func TestOppositeSides(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		issue := rapid.SampledFrom([]rapporteur.Issue{{ID: "blockade", Label: "Blockade and siege"}, {ID: "ceasefire", Label: "Ceasefire and truce"},
			{ID: "settlements", Label: "Settlements"}, {ID: "enrichment", Label: "Uranium enrichment"}}).Draw(t, "issue")
		thing := map[string]string{"blockade": "blockade", "ceasefire": "ceasefire", "settlements": "settlements", "enrichment": "enrichment"}[issue.ID]
		keep, end := proposals(t, thing)
		given := rapid.SampledFrom([]rapporteur.Direction{"", "", rapporteur.InFavour}).Draw(t, "given")
		direction := func(s rapporteur.Stance, proposal string) rapporteur.Direction {
			p := &rapporteur.Position{Issue: &issue, Stance: s, Proposal: proposal}
			if given != "" { // as a reading that knows would say
				p.Direction = given
				if (s == rapporteur.Opposes) != (proposal == end) {
					p.Direction = rapporteur.Against
				}
			}
			return record.DirectionOf(p)
		}
		yes := rapid.SampledFrom([]rapporteur.Stance{rapporteur.Supports, rapporteur.ConditionalStance}).Draw(t, "yes")
		for _, both := range [][2]rapporteur.Direction{
			{direction(yes, keep), direction(rapporteur.Opposes, keep)},
			{direction(yes, keep), direction(rapporteur.Supports, end)},
			{direction(yes, end), direction(rapporteur.Opposes, end)},
			{direction(rapporteur.Opposes, keep), direction(rapporteur.Opposes, end)},
		} {
			if !record.Opposed(both[0], both[1]) {
				t.Fatalf("opposite sides of %s do not look opposed: %q and %q (%q, %q)", issue.ID, both[0], both[1], keep, end)
			}
		}
		if direction(yes, keep) != direction(rapporteur.Opposes, end) {
			t.Fatalf("keeping and not ending differ: %q, %q", keep, end)
		}
	})
}

// TestNoShift: a condition, a postponement, a claim about another, an opinion piece and
// the same wish in other words are no change of mind.
func TestNoShift(t *testing.T) {
	with := func(r *rapporteur.Reading, change func(*rapporteur.Reading)) *rapporteur.Reading {
		change(r)
		return r
	}
	tests := []struct {
		name   string
		before *rapporteur.Reading
		after  *rapporteur.Reading
	}{
		{"a condition is added", wants("a", "2030-01-01", "lifting the naval blockade", rapporteur.Supports, ""),
			wants("b", "2030-01-09", "lifting the naval blockade", rapporteur.ConditionalStance, "if monitors come")},
		{"a condition is left out", wants("a", "2030-01-01", "lifting the naval blockade", rapporteur.ConditionalStance, "if monitors come"),
			wants("b", "2030-01-09", "lifting the naval blockade", rapporteur.Supports, "")},
		{"a postponement", wants("a", "2030-01-01", "lifting the naval blockade", rapporteur.Supports, ""),
			wants("b", "2030-01-09", "postponing the lifting of the naval blockade", rapporteur.Opposes, "")},
		{"keeping and not lifting", wants("a", "2030-01-01", "lifting the naval blockade", rapporteur.Opposes, ""),
			wants("b", "2030-01-09", "keeping the naval blockade", rapporteur.Supports, "")},
		{"a claim about another", wants("a", "2030-01-01", "lifting the naval blockade", rapporteur.Opposes, ""),
			with(wants("b", "2030-01-09", "lifting the naval blockade", rapporteur.Supports, ""), func(r *rapporteur.Reading) {
				r.Statements = []rapporteur.Statement{{Basis: rapporteur.Basis{ID: "s", Confidence: 0.9, Rule: "test", Evidence: r.Positions[0].Evidence},
					Speakers: []string{"bo-berg"}, For: "BBB", Mode: rapporteur.Indirect, Content: r.Positions[0].Evidence}}
				r.Actors = append(r.Actors, rapporteur.Actor{ID: "bo-berg", Known: true, Name: "Bo Berg", Kind: rapporteur.Person, State: "BBB"})
				r.Positions[0].From = "s"
			})},
		{"an opinion piece", wants("a", "2030-01-01", "lifting the naval blockade", rapporteur.Opposes, ""),
			with(wants("b", "2030-01-09", "lifting the naval blockade", rapporteur.Supports, ""), func(r *rapporteur.Reading) { r.Report.Genre = rapporteur.Opinion })},
		{"one word in common", wants("a", "2030-01-01", "the blockade", rapporteur.Opposes, ""),
			wants("b", "2030-01-09", "step down under any deal on the blockade", rapporteur.Supports, "")},
	}
	for _, test := range tests {
		r := newRecord()
		add(t, r, test.before, test.after)
		shifts, err := r.Shifts(context.Background(), record.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		if len(shifts) > 0 {
			t.Errorf("%s is taken for a shift: from %q to %q", test.name, shifts[0].From.Proposal, shifts[0].To.Proposal)
		}
	}
}

// TestOneAccountOfMovement: lines and shifts agree, and a line says the same whichever
// other issues are asked for.
func TestOneAccountOfMovement(t *testing.T) {
	r := newRecord()
	filed := func(reading *rapporteur.Reading, issue string) *rapporteur.Reading {
		reading.Positions[0].Issue = &rapporteur.Issue{ID: issue, Label: issue}
		return reading
	}
	add(t, r,
		filed(wants("a", "2030-01-01", "a joint register of nets", rapporteur.Opposes, ""), "trade"),
		filed(wants("b", "2030-01-05", "a joint register of nets", rapporteur.Supports, ""), "monitoring"),
		filed(wants("c", "2030-01-09", "a joint register of nets", rapporteur.Opposes, ""), "trade"),
		filed(wants("d", "2030-01-12", "inspecting ships at sea", rapporteur.Supports, ""), "monitoring"),
	)
	moves := func(f record.Filter) (out []string) {
		lines, err := r.Lines(context.Background(), f)
		if err != nil {
			t.Fatal(err)
		}
		for _, l := range lines {
			for _, s := range l.Shifts {
				out = append(out, fmt.Sprint(l.Issue.ID, " ", s.From.Date, " ", s.To.Date))
			}
		}
		return out
	}
	all := moves(record.Filter{})
	if d := cmp.Diff([]string{"monitoring 2030-01-01 2030-01-05", "trade 2030-01-05 2030-01-09"}, all); d != "" {
		t.Errorf("moves of all lines (-want +got):\n%s", d)
	}
	alone := append(moves(record.Filter{Issues: []string{"monitoring"}}), moves(record.Filter{Issues: []string{"trade"}})...)
	if d := cmp.Diff(all, alone); d != "" {
		t.Errorf("a line depends on which others are asked for (-all +alone):\n%s", d)
	}
	shifts, err := r.Shifts(context.Background(), record.Filter{})
	if err != nil || len(shifts) != len(all) {
		t.Errorf("shifts: %d, of lines: %d, %v", len(shifts), len(all), err)
	}
}
