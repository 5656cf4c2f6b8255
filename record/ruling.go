package record

import (
	"cmp"
	"slices"
	"strconv"
	"time"
)

// addresses are the places of pieces.
func addresses(pieces []*piece) []Address {
	var out []Address
	for _, p := range pieces {
		a := Address{Report: p.Report, Member: p.ID}
		if e := p.Evidence(); len(e) > 0 {
			a.Start, a.End = e[0].Start, e[0].End
		}
		out = append(out, a)
	}
	return out
}

// corrections are those that count at a time, by the texts that they are about. They
// are fetched as they are needed, with all that takes one back or carries it.
type corrections struct {
	store  PersonView
	at     time.Time // zero for now
	byText map[string][]*Correction
	byID   map[int64]*Correction
	// undone has the corrections that took others back, by the number of those.
	undone map[int64]int64
	loaded map[string]bool
}

func newCorrections(store PersonView, at time.Time) *corrections {
	return &corrections{store, at, map[string][]*Correction{}, map[int64]*Correction{}, map[int64]int64{}, map[string]bool{}}
}

// load fetches the corrections of some texts, or of entries by their ids.
func (cs *corrections) load(of ...string) error {
	var missing []string
	for _, text := range of {
		if !cs.loaded[text] {
			cs.loaded[text] = true
			missing = append(missing, text)
		}
	}
	if len(missing) == 0 {
		return nil
	}
	found, err := cs.store.CorrectionsOf(missing...)
	if err == nil {
		cs.admit(found)
	}
	return err
}

// admit takes in corrections that are not yet known, each with all that is said of it.
// What was made after the time is left out. A correction that was carried over to
// another version of an article holds there too.
func (cs *corrections) admit(found []Correction) {
	var fresh []*Correction
	known := map[int64]bool{}
	for _, c := range found {
		if cs.byID[c.Root()] != nil && !slices.ContainsFunc(fresh, func(f *Correction) bool { return f.ID == c.Root() }) {
			known[c.Root()] = true
		}
		if known[c.Root()] || !cs.at.IsZero() && c.At.After(cs.at) {
			continue
		}
		switch c.Action {
		case Undo:
			cs.undone[c.Root()] = c.ID
		case Carry:
			cs.byID[c.Root()].carry(&c)
		default:
			c.Targets, c.Others = slices.Clone(c.Targets), slices.Clone(c.Others)
			cs.byID[c.ID] = &c
			fresh = append(fresh, &c)
		}
	}
	for _, c := range fresh {
		if cs.undone[c.ID] == 0 {
			cs.file(c)
		}
	}
}

// Root is the number of the correction that one takes back or carries, else its own.
func (c *Correction) Root() int64 {
	if c.Action == Undo || c.Action == Carry {
		n, _ := strconv.ParseInt(c.Value, 10, 64) // the program wrote it
		return own(c.Namespace, n)
	}
	return c.ID
}

// file enters a correction under the texts that it is about.
func (cs *corrections) file(c *Correction) {
	for _, a := range slices.Concat(c.Targets, c.Others) {
		text := textID(a.Report)
		of := cs.byText[text]
		if slices.Contains(of, c) {
			continue
		}
		of = append(of, c)
		slices.SortFunc(of, func(a, b *Correction) int { return cmp.Compare(a.ID, b.ID) })
		cs.byText[text] = of
	}
}

// of gives the corrections of a text that count, in the order of time.
func (cs *corrections) of(text string) ([]*Correction, error) {
	if err := cs.load(text); err != nil {
		return nil, err
	}
	return cs.byText[text], nil
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
func (cs *corrections) about(report *ReportRow, kind Kind, ids []string) ([]*Correction, error) {
	all, err := cs.of(report.TextID())
	var out []*Correction
	for _, c := range all {
		if c.Kind == kind && (c.names(c.Targets, report, ids) || c.names(c.Others, report, ids)) {
			out = append(out, c)
		}
	}
	return out, err
}

// names reports whether one of the addresses is a member of a report. What is said of
// words holds for every copy of the text that came later; who belongs together is said
// of reports.
func (c *Correction) names(addresses []Address, report *ReportRow, ids []string) bool {
	return slices.ContainsFunc(addresses, func(a Address) bool {
		if !slices.Contains(ids, a.Member) {
			return false
		}
		later := c.Action != Merge && c.Action != Distinct && c.Action != Split && report.Arrived.After(c.At)
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
		if !slices.Contains(b.of, c) || a.targeted(c) == b.targeted(c) {
			continue
		}
		switch c.Action {
		case Merge:
			merged = c.ID
		case Distinct:
			apart = c.ID
		}
	}
	if x, y := a.label(), b.label(); x != y {
		apart = max(apart, x, y)
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

// root gives the correction that another takes back or carries, or itself as it holds
// now; nil for none.
func (cs *corrections) root(c *Correction) (*Correction, error) {
	err := cs.load(c.About()...)
	return cs.byID[c.Root()], err
}
