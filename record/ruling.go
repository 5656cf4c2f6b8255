package record

import (
	"slices"
	"strconv"
	"time"
)

// corrections are those that count at a time, by report.
type corrections struct {
	byReport map[string][]*Correction
	byID     map[int64]*Correction
	// undone has the corrections that took others back, by the number of those.
	undone map[int64]int64
}

// newCorrections leaves out what was made after a time, zero for now, and what
// was taken back.
func newCorrections(all []Correction, at time.Time) *corrections {
	undone := map[int64]int64{}
	count := len(all)
	for i, c := range all {
		if !at.IsZero() && c.At.After(at) {
			count = i
			break
		}
		if n, err := strconv.ParseInt(c.Value, 10, 64); err == nil && c.Action == Undo {
			undone[n] = c.ID
		}
	}
	out := &corrections{map[string][]*Correction{}, map[int64]*Correction{}, undone}
	for i := range all[:count] {
		c := &all[i]
		if undone[c.ID] != 0 || c.Action == Undo {
			continue
		}
		out.byID[c.ID] = c
		for _, a := range append(slices.Clone(c.Targets), c.Others...) {
			if of := out.byReport[a.Report]; len(of) == 0 || of[len(of)-1] != c {
				out.byReport[a.Report] = append(of, c)
			}
		}
	}
	return out
}

// about gives the corrections of a member of a report, by the ids that it has
// had, in the order of time.
func (cs *corrections) about(report string, kind Kind, ids []string) []*Correction {
	var out []*Correction
	for _, c := range cs.byReport[report] {
		if c.Kind == kind && (names(c.Targets, report, ids) || names(c.Others, report, ids)) {
			out = append(out, c)
		}
	}
	return out
}

func names(addresses []Address, report string, ids []string) bool {
	return slices.ContainsFunc(addresses, func(a Address) bool { return a.Report == report && slices.Contains(ids, a.Member) })
}

// targets reports whether a correction is about a piece, and not only about what
// to join it to or to part it from.
func (p *piece) targeted(c *Correction) bool { return names(c.Targets, p.Report, p.ids()) }

// ids are those that the piece has had.
func (p *piece) ids() []string { return append([]string{p.ID}, p.was...) }

// rejected reports whether a person said that there is no such thing.
func (p *piece) rejected() bool {
	return slices.ContainsFunc(p.of, func(c *Correction) bool { return c.Action == Reject })
}

// ruling is what persons decided about two pieces, the last word first: Merge,
// Split, Reject or nothing. What was split off belongs to what was split off with
// it and to nothing else, be it reported later.
func ruling(a, b *piece) Action {
	if a.rejected() != b.rejected() {
		return Reject
	}
	merged, apart := int64(0), int64(0)
	for _, c := range a.of {
		if c.Action == Merge && slices.Contains(b.of, c) && a.targeted(c) != b.targeted(c) {
			merged = c.ID
		}
	}
	if x, y := a.label(), b.label(); x != y {
		apart = max(x, y)
	}
	switch {
	case merged > apart:
		return Merge
	case apart > 0:
		return Split
	}
	return ""
}

// label is the correction that split a piece off last, 0 for none.
func (p *piece) label() int64 {
	label := int64(0)
	for _, c := range p.of {
		if c.Action == Split && p.targeted(c) {
			label = c.ID
		}
	}
	return label
}
