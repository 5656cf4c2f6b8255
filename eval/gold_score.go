package eval

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/record"
)

// RecordScores say how a record that the program made stands beside a gold one.
type RecordScores struct {
	// Kinds are meetings, events and statements.
	Kinds []MergeScores
	// Fields are the fields of gold meetings that were found: date, place, status,
	// participants, excluded, and the sources of all kinds.
	Fields []FieldScore
	// Wires and Revisions count groups, which must be exact.
	Wires, Revisions, Contradictions, Shifts Score
	// Mistakes are all that is wrong or missing, in words.
	Mistakes []string
}

// MergeScores say how entries of one kind were merged.
type MergeScores struct {
	Kind record.Kind
	// Mentions counts the mentions of the gold record and those that were read.
	Mentions Score
	// Merged is B³ (Bagga and Baldwin 1998) over the mentions that were read, All
	// over all of them: one that was not read counts as never right.
	Merged, All Link
}

// FieldScore counts how often a field is right.
type FieldScore struct {
	Field     string
	Right, Of int
}

// ScoreRecord compares a record with the gold one.
func ScoreRecord(g *GoldRecord, s *SystemRecord) *RecordScores {
	a := newGoldAlignment(g, s)
	out := &RecordScores{}
	for _, kind := range []record.Kind{record.Meeting, record.Event, record.Statement} {
		mentions := a.mentions(kind)
		out.Kinds = append(out.Kinds, a.merging(kind, mentions, out))
		a.fields(kind, mentions, out)
		if kind != record.Statement {
			a.disputes(kind, mentions, out)
		}
	}
	a.shifts(out)
	a.groups(out)
	return out
}

func (s *RecordScores) mistake(format string, args ...any) {
	s.Mistakes = append(s.Mistakes, fmt.Sprintf(format, args...))
}

// merging scores how the mentions were put together.
func (a *goldAlignment) merging(kind record.Kind, mentions []goldMention, out *RecordScores) MergeScores {
	gold := a.gold.entries(kind)
	key, found := make([][]int, len(gold)), make([][]int, len(gold))
	response := make([][]int, len(a.system.Entries))
	score := MergeScores{Kind: kind, Mentions: Score{Gold: len(mentions)}}
	for i, m := range mentions {
		key[m.entry] = append(key[m.entry], i)
		if m.system < 0 {
			out.mistake("%s %s is not read in %s: %q", kind, gold[m.entry].ID, m.report, gold[m.entry].Mentions[m.report])
			continue
		}
		score.Mentions.Correct++
		found[m.entry] = append(found[m.entry], i)
		response[m.system] = append(response[m.system], i)
	}
	score.Mentions.System = score.Mentions.Correct
	score.Merged, score.All = bCubedLink(found, response), bCubedLink(key, response)
	for i, chain := range found {
		if parts := a.partsOf(chain, mentions, func(m goldMention) int { return m.system }); len(parts) > 1 {
			out.mistake("%s %s is %d entries: %s", kind, gold[i].ID, len(parts), strings.Join(parts, "; "))
		}
	}
	for i, chain := range response {
		if parts := a.partsOf(chain, mentions, func(m goldMention) int { return m.entry }); len(parts) > 1 {
			out.mistake("%s %s has in it what is %d: %s", kind, a.system.Entries[i].ID, len(parts), strings.Join(parts, "; "))
		}
	}
	return score
}

// partsOf names the reports of a chain by the part that each is in.
func (a *goldAlignment) partsOf(chain []int, mentions []goldMention, part func(goldMention) int) []string {
	var order []int
	names := map[int][]string{}
	for _, i := range chain {
		p := part(mentions[i])
		if !slices.Contains(order, p) {
			order = append(order, p)
		}
		names[p] = append(names[p], mentions[i].report)
	}
	var out []string
	for _, p := range order {
		out = append(out, strings.Join(names[p], " "))
	}
	return out
}

func bCubedLink(key, response [][]int) Link {
	full := func(c []int) bool { return len(c) == 0 }
	key, response = slices.DeleteFunc(slices.Clone(key), full), slices.DeleteFunc(slices.Clone(response), full)
	var l Link
	l.RightOfSystem, l.System = bCubed(response, key)
	l.RightOfGold, l.Gold = bCubed(key, response)
	return l
}

// main is the system entry that holds most mentions of each gold entry, nil for
// one that was never read.
func (a *goldAlignment) main(gold int, mentions []goldMention) *record.Entry {
	count := map[int]int{}
	best := -1
	for _, m := range mentions {
		if m.entry != gold || m.system < 0 {
			continue
		}
		count[m.system]++
		if best < 0 || count[m.system] > count[best] {
			best = m.system
		}
	}
	if best < 0 {
		return nil
	}
	return &a.system.Entries[best]
}
