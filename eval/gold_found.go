package eval

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/record"
)

// disputes scores the contradictions of entries of one kind: those of the gold
// record must be there with their values, and there must be no others. They may
// show in a further entry of which the gold record says nothing: seven dead in one
// report and nine in another differ about the shelling and about the killing.
func (a *goldAlignment) disputes(kind record.Kind, mentions []goldMention, out *RecordScores) {
	gold := a.gold.entries(kind)
	holds := map[string][]string{} // the gold entries that a system entry has mentions of
	for _, m := range mentions {
		if m.system >= 0 {
			id := a.system.Entries[m.system].ID
			holds[id] = append(holds[id], gold[m.entry].ID)
		}
	}
	found := map[int]bool{}
	for i := range a.system.Entries {
		e := &a.system.Entries[i]
		for _, d := range e.Disputes {
			if e.Kind != kind {
				continue
			}
			at := slices.IndexFunc(a.gold.Contradictions, func(c GoldContradiction) bool {
				here := len(holds[e.ID]) == 0 || slices.Contains(holds[e.ID], c.Entry)
				return here && c.Field == d.Field && a.sameValues(&c, &d)
			})
			if at < 0 {
				out.Contradictions.System++
				out.mistake("%s %s %v: there is no contradiction: %s", kind, e.ID, slices.Compact(holds[e.ID]), a.disputed(&d))
				continue
			}
			if !found[at] {
				out.Contradictions.System++
				out.Contradictions.Correct++
			}
			found[at] = true
		}
	}
	for i, c := range a.gold.Contradictions {
		if !slices.ContainsFunc(gold, func(e GoldEntry) bool { return e.ID == c.Entry }) {
			continue
		}
		out.Contradictions.Gold++
		if !found[i] {
			out.mistake("contradiction of %s, %s, is not found: %v", c.Entry, c.Field, c.Values)
		}
	}
}

// sameValues reports whether each value that the gold record has is one of the
// versions, told by one of its reports.
func (a *goldAlignment) sameValues(c *GoldContradiction, d *record.Dispute) bool {
	for _, v := range c.Values {
		told := slices.ContainsFunc(d.Versions, func(x record.Version) bool {
			value := x.Value == v.Value || v.Value == "left-out" && rapporteur.Presence(x.Value).LeftOut()
			return value && slices.ContainsFunc(x.Reports, func(r string) bool { return slices.Contains(v.Reports, a.name[r]) })
		})
		if !told {
			return false
		}
	}
	return true
}

func (a *goldAlignment) disputed(d *record.Dispute) string {
	var out []string
	for _, v := range d.Versions {
		var names []string
		for _, r := range v.Reports {
			names = append(names, a.name[r])
		}
		out = append(out, fmt.Sprintf("%s (%s)", v.Value, strings.Join(names, " ")))
	}
	return d.Field + " " + strings.Join(out, ", ")
}

// shifts scores the shifts: party, both stances and the places of both quotes.
func (a *goldAlignment) shifts(out *RecordScores) {
	out.Shifts = Score{Gold: len(a.gold.Shifts), System: len(a.system.Shifts)}
	found := map[string]bool{}
	for i := range a.system.Shifts {
		s := &a.system.Shifts[i]
		at := slices.IndexFunc(a.gold.Shifts, func(g GoldShift) bool {
			return !found[g.ID] && g.Party == s.Party && a.sameTurn(&g.From, &s.From) && a.sameTurn(&g.To, &s.To)
		})
		if at < 0 {
			out.mistake("there is no shift of %s on %s: from %s (%s: %q) to %s (%s: %q)", s.Party, s.Issue.ID, s.From.Stance,
				a.name[s.From.Quote.Report], s.From.Quote.Text, s.To.Stance, a.name[s.To.Quote.Report], s.To.Quote.Text)
			continue
		}
		found[a.gold.Shifts[at].ID] = true
		out.Shifts.Correct++
	}
	for _, g := range a.gold.Shifts {
		if !found[g.ID] {
			out.mistake("shift %s is not found", g.ID)
		}
	}
}

// sameTurn reports whether a side of a shift has the stance of the gold one and
// quotes one of its mentions.
func (a *goldAlignment) sameTurn(g *GoldTurn, t *record.Turn) bool {
	if g.Stance != t.Stance {
		return false
	}
	at, ok := a.anchor(a.name[t.Quote.Report], g.Mentions[a.name[t.Quote.Report]])
	_, same := overlapping([]rapporteur.Span{t.Quote}, at)
	return ok && at.Start < at.End && same
}
