package service

import (
	"fmt"
	"slices"
	"strings"

	"rapporteur/record"
)

// maybeOneMeeting gives pairs of entries that may be one meeting: sides in common, days
// that are near and places that do not rule it out. What a plan became is told with it
// anyway, and what a person kept apart is two.
func maybeOneMeeting(entries []record.Entry) []Doubt {
	var all []occasion
	for i := range entries {
		if e := &entries[i]; e.Meeting != nil {
			all = append(all, occasionOf(e))
		}
	}
	var out []Doubt
	for i := range all {
		for k := range all[:i] {
			a, b := &all[k], &all[i]
			likely, because := alike(a, b)
			if likely < likelyOne || keptApart(a.Entry, b.Entry) {
				continue
			}
			d := Doubt{Kind: OfMeetings, Entries: []record.Entry{*a.Entry, *b.Entry}, Uncertainty: likely, Because: because, Verdicts: []Verdict{Merged, SplitOff}}
			x, matters := consequence(a.Entry)
			y, _ := consequence(b.Entry)
			d.Consequence, d.Matters = max(x, y), append(matters, "told twice if it is one")
			d.weigh()
			out = append(out, d)
		}
	}
	return out
}

// likelyOne is the likeness from which somebody is asked.
const likelyOne = 0.35

// alike is how much two entries look like one meeting, with what speaks for it.
func alike(a, b *occasion) (float64, []string) {
	if (a.Meeting.Kind == "call") != (b.Meeting.Kind == "call") {
		return 0, nil
	}
	gap, near := apartBy(a, b)
	if !near {
		return 0, nil
	}
	both := common(a.sides, b.sides)
	all := len(a.sides) + len(b.sides) - both
	placed := a.Meeting.Place != nil && b.Meeting.Place != nil
	if both == 0 || both == 1 && !placed {
		return 0, nil // one side meets often
	}
	likely := float64(both) / float64(all) * []float64{0.9, 0.7, 0.45, 0.3}[gap]
	because := []string{fmt.Sprintf("%d of %d sides in common: %s", both, all, strings.Join(namesIn(a, b), ", "))}
	switch {
	case !placed:
		likely *= 0.85
		because = append(because, "one has no place")
	case a.at(b):
		because = append(because, "one place")
	default:
		return 0, nil
	}
	if gap == 0 {
		return likely, append(because, "days that agree")
	}
	return likely, append(because, fmt.Sprintf("%d days apart", gap))
}

// apartBy gives the days between what is known of when two meetings were, three at most.
// What has no day was, or is to be, about when it was told.
func apartBy(a, b *occasion) (int, bool) {
	from, to, known := a.around()
	on, end, dated := b.around()
	if !known || !dated {
		return 0, false
	}
	gap := max(0, from-end, on-to)
	return gap, gap <= 3
}

// around is when a meeting was, or where no day is known may have been.
func (o *occasion) around() (from, to int, known bool) {
	const month = 31
	if o.dated && o.to-o.from <= month {
		return o.from, o.to, true
	}
	first, _, known := record.DaysOf(o.First)
	if planned(o.Meeting.Status) {
		return first, first + 7, known
	}
	return first - 2, first, known
}

func namesIn(a, b *occasion) []string {
	var out []string
	for _, side := range a.sides {
		if slices.Contains(b.sides, side) {
			out = append(out, a.Called(side))
		}
	}
	return out
}

// keptApart reports whether a person said that two entries are two.
func keptApart(a, b *record.Entry) bool {
	return slices.ContainsFunc(a.Corrected, func(c record.Correction) bool {
		return c.Action == record.Distinct && slices.ContainsFunc(b.Corrected, func(o record.Correction) bool { return o.ID == c.ID })
	})
}
