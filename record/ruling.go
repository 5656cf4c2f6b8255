package record

import (
	"maps"
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
// was taken back. A correction that was carried over to another version of an article
// holds there too.
func newCorrections(all []Correction, at time.Time) *corrections {
	out := &corrections{map[string][]*Correction{}, map[int64]*Correction{}, map[int64]int64{}}
	for _, c := range all {
		if !at.IsZero() && c.At.After(at) {
			break
		}
		switch n, err := strconv.ParseInt(c.Value, 10, 64); {
		case c.Action == Undo && err == nil:
			out.undone[n] = c.ID
		case c.Action == Carry && err == nil:
			out.byID[n].carry(&c)
		case c.Action != Undo:
			c.Targets, c.Others = slices.Clone(c.Targets), slices.Clone(c.Others)
			out.byID[c.ID] = &c
		}
	}
	for _, id := range slices.Sorted(maps.Keys(out.byID)) {
		if c := out.byID[id]; out.undone[id] == 0 {
			out.file(c)
		}
	}
	return out
}

// file enters a correction under the texts that it is about.
func (cs *corrections) file(c *Correction) {
	for _, a := range slices.Concat(c.Targets, c.Others) {
		text := textID(a.Report)
		if of := cs.byReport[text]; len(of) == 0 || of[len(of)-1] != c {
			cs.byReport[text] = append(of, c)
		}
	}
}

// carry has a correction hold at another address.
func (c *Correction) carry(over *Correction) {
	if c == nil {
		return
	}
	for _, old := range over.Others {
		if slices.ContainsFunc(c.Targets, old.same) {
			c.Targets = append(c.Targets, over.Targets...)
		}
		if slices.ContainsFunc(c.Others, old.same) {
			c.Others = append(c.Others, over.Targets...)
		}
	}
}

// about gives the corrections of a member of a report, by the ids that it has
// had, in the order of time.
func (cs *corrections) about(report *ReportRow, kind Kind, ids []string) []*Correction {
	var out []*Correction
	for _, c := range cs.byReport[report.TextID()] {
		if c.Kind == kind && (c.names(c.Targets, report, ids) || c.names(c.Others, report, ids)) {
			out = append(out, c)
		}
	}
	return out
}

// names reports whether one of the addresses is a member of a report. What is said of
// words holds for every copy of the text that came later; who belongs together is said
// of reports.
func (c *Correction) names(addresses []Address, report *ReportRow, ids []string) bool {
	return slices.ContainsFunc(addresses, func(a Address) bool {
		if !slices.Contains(ids, a.Member) {
			return false
		}
		later := c.Action != Merge && c.Action != Split && report.Arrived.After(c.At)
		return a.Report == report.ID || later && textID(a.Report) == report.TextID()
	})
}

// targets reports whether a correction is about a piece, and not only about what
// to join it to or to part it from.
func (p *piece) targeted(c *Correction) bool { return c.names(c.Targets, p.report, p.ids()) }

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
