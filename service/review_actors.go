package service

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"rapporteur"
	"rapporteur/entities/knowledge"
	"rapporteur/record"
)

// Namesake is an actor whose name is, or holds, that of another.
type Namesake struct {
	rapporteur.Actor
	// Entries counts the entries looked at that name it.
	Entries int `json:"entries"`
	first   *record.Entry
}

// maybeOneActor gives pairs of actors of whom no table knows the first, whose names are
// alike and whose kinds and states do not tell them apart. What a person kept apart is
// two.
func maybeOneActor(entries []record.Entry, kept []record.Noted) []Doubt {
	byLast := map[string][]*Namesake{}
	all := namesakes(entries)
	for _, id := range slices.Sorted(maps.Keys(all)) {
		if words := nameWords(all[id].Name); len(words) > 0 {
			last := words[len(words)-1]
			byLast[last] = append(byLast[last], all[id])
		}
	}
	var out []Doubt
	for _, last := range slices.Sorted(maps.Keys(byLast)) {
		of := byLast[last]
		for i := range of {
			for k := range of[:i] {
				from, to := of[k], of[i]
				if from.Known || !to.Known && from.Entries > to.Entries {
					from, to = to, from
				}
				if d := sameName(from, to); d != nil && !toldApart(kept, from.ID, to.ID) {
					out = append(out, *d)
				}
			}
		}
	}
	return out
}

// namesakes are the actors of some entries that have a name.
func namesakes(entries []record.Entry) map[string]*Namesake {
	all := map[string]*Namesake{}
	for i := range entries {
		e := &entries[i]
		for id, a := range e.Cast {
			if a.Kind == rapporteur.Unnamed || !e.IsNamed(id) {
				continue
			}
			if all[id] == nil {
				all[id] = &Namesake{Actor: a, first: e}
			}
			all[id].Entries++
		}
	}
	return all
}

// sameName weighs whether the first of two is the second.
func sameName(from, to *Namesake) *Doubt {
	a, b := nameWords(from.Name), nameWords(to.Name)
	short, long := a, b
	if len(short) > len(long) {
		short, long = b, a
	}
	inside := !slices.ContainsFunc(short, func(w string) bool { return !slices.Contains(long, w) })
	switch {
	case from.Known || from.Kind != to.Kind || !inside || len(short[len(short)-1]) < 4:
		return nil
	case from.State != "" && to.State != "" && from.State != to.State:
		return nil
	}
	d := &Doubt{Kind: OfActors, Entries: []record.Entry{*from.first}, Actors: []Namesake{*from, *to}, Verdicts: []Verdict{Merged, SplitOff}, Uncertainty: 0.5}
	d.Because = []string{fmt.Sprintf("%s and %s share the name", from.Name, to.Name)}
	if len(short) == len(long) {
		d.Uncertainty = 0.9
	} else if len(short) > 1 || from.State != "" && from.State == to.State {
		d.Uncertainty = 0.7
	}
	d.Consequence = min(1, 0.2+0.05*float64(min(from.Entries, to.Entries)))
	d.Matters = []string{fmt.Sprintf("%d and %d entries name them", from.Entries, to.Entries)}
	d.weigh()
	return d
}

func nameWords(name string) []string {
	return slices.DeleteFunc(strings.Fields(knowledge.Fold(name)), func(w string) bool { return w == "the" || w == "of" })
}

// toldApart reports whether a person said that two actors are two.
func toldApart(kept []record.Noted, a, b string) bool {
	return slices.ContainsFunc(kept, func(c record.Noted) bool {
		return c.Field == "actor:"+a && c.Value == b || c.Field == "actor:"+b && c.Value == a
	})
}
