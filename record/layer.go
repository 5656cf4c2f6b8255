package record

import (
	"maps"
	"slices"
	"time"
)

// layer is what the record of a desk has otherwise than the shared one: the entries that
// its corrections touch, with their members, as they became by them. It lies over a view
// of the shared record and takes an entry out of it the first time that it changes. Once
// it is made nothing in it changes.
type layer struct {
	name string
	// now is the time of the change on its way.
	now     time.Time
	members map[int64]MemberRow
	// over are the memberships that are over.
	over    []membershipRow
	entries map[int64]EntryRow
	// since is from when on an entry is another one than the shared one.
	since map[int64]time.Time
	found map[int64]description
	// was is how its entries were found before.
	was     []description
	changes []ChangeRow
	// keys are the owners of keys of members, lost those that have a key no more.
	keys, lost  map[uint64][]int64
	corrections []Correction
	// carried are the corrections that carry others to where their words are now.
	carried  []Correction
	dossiers []Dossier
	// said are the corrections that it carries out, as they are written down; asked is what
	// that took of the shared record, and answers what it was told.
	said    []DeskRow
	asked   *asked
	answers string
	// names are what the desk calls things, nil where it has no tables.
	names *names
	due   []int64
	// last are the numbers given out last.
	last struct{ member, entry int64 }
	// terms is how many more of its entries have a term than of those that it hides, having
	// how many of its entries have one.
	terms, having map[Term]int
	layerIndex
}

// layerIndex finds what is in a layer, so that carrying out one correction more does not
// look at all that others did. Lists are replaced and never changed, as clones share them.
type layerIndex struct {
	// ids are its entries by their ids, replaced those that some took the place of.
	ids      map[string]int64
	replaced map[int64][]int64
	// inside are the members that were in an entry at some time, added those of a report
	// that persons added.
	inside, added map[int64][]int64
	// roots are the corrections that are about something, by their first; rooted are those
	// of one.
	roots  map[string][]int64
	rooted map[int64][]Correction
}

func newIndex() layerIndex {
	return layerIndex{map[string]int64{}, map[int64][]int64{}, map[int64][]int64{}, map[int64][]int64{}, map[string][]int64{}, map[int64][]Correction{}}
}

func (x layerIndex) clone() layerIndex {
	return layerIndex{maps.Clone(x.ids), maps.Clone(x.replaced), maps.Clone(x.inside), maps.Clone(x.added), maps.Clone(x.roots), maps.Clone(x.rooted)}
}

// enter adds a number to a list of an index, once.
func enter[K comparable](to map[K][]int64, key K, n int64) {
	if !slices.Contains(to[key], n) {
		to[key] = append(slices.Clone(to[key]), n)
	}
}

// membershipRow is a time of a member in an entry.
type membershipRow struct {
	member, entry int64
	since, until  time.Time
}

// description is how an entry is found, from and, if it is over, to a time.
type description struct {
	entry        int64
	sort         int
	terms        []Term
	since, until time.Time
}

// firstLayered is the number behind which members and entries of layers are numbered,
// younger than all that are shared.
const firstLayered = 1 << 40

func newLayer(name string) *layer {
	l := &layer{name: name, asked: &asked{}, members: map[int64]MemberRow{}, entries: map[int64]EntryRow{}, since: map[int64]time.Time{}, found: map[int64]description{},
		keys: map[uint64][]int64{}, lost: map[uint64][]int64{}, terms: map[Term]int{}, having: map[Term]int{}, layerIndex: newIndex()}
	l.last.member, l.last.entry = firstLayered, firstLayered
	return l
}

// clone is a layer to which more can be done.
func (l *layer) clone() *layer {
	c := *l
	c.asked, c.having, c.layerIndex = l.asked.clone(), maps.Clone(l.having), l.layerIndex.clone()
	c.members, c.entries, c.since, c.found = maps.Clone(l.members), maps.Clone(l.entries), maps.Clone(l.since), maps.Clone(l.found)
	c.keys, c.lost, c.terms = maps.Clone(l.keys), maps.Clone(l.lost), map[Term]int{} // who counts them does so at the end
	c.over, c.was, c.changes, c.due = slices.Clone(l.over), slices.Clone(l.was), slices.Clone(l.changes), slices.Clone(l.due)
	c.corrections, c.carried = slices.Clone(l.corrections), slices.Clone(l.carried)
	return &c
}

// has reports whether an entry is the layer's at a time, zero for now.
func (l *layer) has(entry int64, at time.Time) bool {
	_, in := l.entries[entry]
	return in && (at.IsZero() || !l.since[entry].After(at))
}

// part divides entries into those of the layer at a time and the others.
func (l *layer) part(at time.Time, entries []int64) (mine, others []int64) {
	for _, e := range entries {
		if l.has(e, at) {
			mine = append(mine, e)
		} else {
			others = append(others, e)
		}
	}
	return mine, others
}

// hidden are the entries that the layer takes the place of at a time, rising.
func (l *layer) hidden(at time.Time) []int64 {
	var out []int64
	for n := range l.entries {
		if n <= firstLayered && l.has(n, at) {
			out = append(out, n)
		}
	}
	slices.Sort(out)
	return out
}

// dueNow are the entries that are to be described.
func (l *layer) dueNow() []int64 {
	due := l.due
	l.due = nil
	return due
}

// layered is a layer over a view of the shared record.
type layered struct {
	*layer
	base View
}

// take takes an entry with its members out of the shared record.
func (l layered) take(entry int64) error {
	if _, in := l.entries[entry]; in || entry == 0 {
		return nil
	}
	rows, err := l.base.EntryRows(entry)
	if err != nil || len(rows) == 0 {
		return err
	}
	heads, err := l.base.MembersIn(time.Time{}, entry)
	if err != nil {
		return err
	}
	if err := l.takeMembers(numbersOf(heads)...); err != nil {
		return err
	}
	l.entries[entry], l.since[entry] = rows[0], l.now
	l.ids[rows[0].ID] = entry
	return nil
}

// takeMembers takes members out of the shared record.
func (l layered) takeMembers(numbers ...int64) error {
	numbers = slices.DeleteFunc(slices.Clone(numbers), func(n int64) bool { _, in := l.members[n]; return in || n > firstLayered })
	if len(numbers) == 0 {
		return nil
	}
	rows, err := l.base.Members(numbers...)
	for _, m := range rows {
		l.members[m.Number] = m
		enter(l.inside, m.Entry, m.Number)
	}
	return err
}

// deskView is the record as a desk sees it.
type deskView struct {
	ReportView
	unchanging
	layeredMembers
	layeredEntries
	layeredQueries
	layeredTerms
	layeredPersons
	DeskView
	layer *layer
}

var (
	_ View   = &deskView{}
	_ Update = &deskView{}
)

// upon lays a layer over a view.
func (l *layer) upon(v View) *deskView {
	on := layered{l, v}
	return &deskView{v, unchanging{}, layeredMembers{on}, layeredEntries{on}, layeredQueries{on}, layeredTerms{on}, layeredPersons{on}, v, l}
}

// View is the record to be asked only.
func (d *deskView) View() View { return d }

// settle counts by which terms more or fewer entries are found than in the shared record.
func (d *deskView) settle(v View) error {
	l := d.layer
	before, err := v.TermsOf(l.hidden(time.Time{})...)
	if err != nil {
		return err
	}
	for _, terms := range before {
		for _, t := range terms {
			l.terms[t]--
		}
	}
	for t, n := range l.having {
		l.terms[t] += n
	}
	return nil
}

// unchanging refuses what is everybody's.
type unchanging struct{}

// errShared is that a desk cannot change what is everybody's.
func errShared() error {
	return invalid("change reports in the name of a desk", "reports are everybody's; do it without --namespace")
}

// PutReport implements Update.
func (unchanging) PutReport(ReportRow, Body) (int64, error) { return 0, errShared() }

// SetReport implements Update.
func (unchanging) SetReport(ReportRow, *Body) error { return errShared() }

// DropReport implements Update.
func (unchanging) DropReport(int64) error { return errShared() }

// PutDeskRow implements Update.
func (unchanging) PutDeskRow(DeskRow) error { return errShared() }

// DropDeskRow implements Update.
func (unchanging) DropDeskRow(string, string, string) error { return errShared() }

// DropDesk implements Update.
func (unchanging) DropDesk(string) error { return errShared() }
