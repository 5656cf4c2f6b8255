package export

import (
	"cmp"
	"slices"

	"rapporteur"
)

// mentions are the spans at which actors are named, by their ids and in the order of
// the text. Who is named a thousand times has as many entries, and each of them asks
// for the few that stand in its evidence.
type mentions map[string][]mention

// mention is a span, and how far it and those before it go.
type mention struct {
	rapporteur.Span
	furthest int
}

func mentionsOf(actors []rapporteur.Actor) mentions {
	out := mentions{}
	for _, a := range actors {
		all := make([]mention, len(a.Mentions))
		for i, span := range a.Mentions {
			all[i].Span = span
		}
		slices.SortStableFunc(all, func(a, b mention) int { return cmp.Compare(a.Start, b.Start) })
		furthest := 0
		for i := range all {
			furthest = max(furthest, all[i].End)
			all[i].furthest = furthest
		}
		out[a.ID] = all
	}
	return out
}

// within adds the spans at which an actor is named that share something with a whole.
func (m mentions) within(to []rapporteur.Span, id string, whole rapporteur.Span) []rapporteur.Span {
	all := m[id]
	first, _ := slices.BinarySearchFunc(all, whole.Start+1, func(x mention, end int) int { return cmp.Compare(x.furthest, end) })
	for _, x := range all[first:] {
		if x.Start >= whole.End {
			break
		}
		to = append(to, x.Span)
	}
	return to
}
