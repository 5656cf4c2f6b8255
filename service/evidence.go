package service

import (
	"cmp"
	"context"
	"slices"

	"rapporteur/record"
)

// Evidence is what an entry stands on, report by report, with what happened to it.
type Evidence struct {
	Explanation
	// Sources are the reports that tell of it, the first published first.
	Sources []EvidenceSource
	// Changes are what happened to the entry, the oldest first.
	Changes []record.Change
}

// EvidenceSource is a report that tells of an entry.
type EvidenceSource struct {
	// Member is what the report says.
	Member *record.Member
	// Passages are the paragraphs in which its evidence stands, with the words marked.
	// Of an entry of many reports those of the first and the last are given; the others
	// have their evidence alone.
	Passages []Passage
}

// mostWhole is the number of reports of an entry whose paragraphs are shown.
const mostWhole = 12

// EvidenceOf gives what an entry stands on, as of a time, empty for now. An entry that
// became part of another has no sources. Explain, which may be nil, says by which words
// its first reports tell it (Tell).
func EvidenceOf(ctx context.Context, r *record.Record, explain Read, id, asOf string) (*Evidence, error) {
	x, err := WhyOf(ctx, r, id, asOf, false)
	if err != nil {
		return nil, err
	}
	if err := Tell(ctx, r, explain, x.Entry); err != nil {
		return nil, err
	}
	out := &Evidence{Explanation: *x}
	for i := range x.Entry.Members {
		out.Sources = append(out.Sources, EvidenceSource{Member: &x.Entry.Members[i]})
	}
	slices.SortStableFunc(out.Sources, func(a, b EvidenceSource) int { return cmp.Compare(a.Member.Published, b.Member.Published) })
	for i := range out.Sources {
		if i >= mostWhole/2 && i < len(out.Sources)-mostWhole/2 {
			continue
		}
		m := out.Sources[i].Member
		report, err := r.Report(ctx, m.Report)
		if err != nil {
			return nil, err
		}
		out.Sources[i].Passages = passagesOf(&report.Report, &m.Content)
	}
	at, err := Moment(asOf)
	if err != nil {
		return nil, err
	}
	out.Changes, err = r.History(ctx, x.Entry.ID)
	out.Changes = slices.DeleteFunc(out.Changes, func(c record.Change) bool { return !at.IsZero() && c.At.After(at) })
	return out, err
}
