package memory

import (
	"context"
	"maps"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"rapporteur"
	"rapporteur/record"
)

// Store is a record in memory. The zero value is not usable; see New.
type Store struct {
	write sync.Mutex
	now   atomic.Pointer[tables]
	// follows are beside the record.
	follows follows
}

var _ record.Store = (*Store)(nil)

// New makes an empty store.
func New() *Store {
	s := &Store{}
	s.now.Store(&tables{
		reportIDs: map[string]int64{}, entryIDs: map[string]int64{},
		reports: map[int64]record.ReportRow{}, bodies: map[int64]record.Body{}, words: map[int64][]string{}, members: map[int64]record.MemberRow{},
		keys:    map[record.Space]map[uint64][]int64{record.OfReports: {}, record.OfMembers: {}},
		entries: map[int64]record.EntryRow{}, found: map[int64]description{},
		actors: map[string]rapporteur.Actor{}, dossiers: map[string]record.Dossier{},
		doors: newDoors(), alerts: newAlerts(), desks: map[[3]string]record.DeskRow{},
	})
	return s
}

// tables are all that is stored. Nothing in them is changed once a view can see
// it, only replaced.
type tables struct {
	// reportIDs and entryIDs are the numbers of ids.
	reportIDs, entryIDs map[string]int64
	reports             map[int64]record.ReportRow
	bodies              map[int64]record.Body
	// words are those of each sentence of a report.
	words   map[int64][]string
	members map[int64]record.MemberRow
	// over are the memberships that are over.
	over    []membership
	keys    map[record.Space]map[uint64][]int64
	entries map[int64]record.EntryRow
	found   map[int64]description
	// was is how entries were found before.
	was         []description
	actors      map[string]rapporteur.Actor
	corrections []record.Correction
	dossiers    map[string]record.Dossier
	changes     []record.ChangeRow
	doors       *doors
	alerts      *alerts
	// desks are what belongs to desks, updates the number of updates before.
	desks   map[[3]string]record.DeskRow
	updates int64
	// due are the entries to be described.
	due []int64
	// last are the last numbers of reports, members and entries.
	last struct{ report, member, entry int64 }
}

// membership is a member's time in an entry.
type membership struct {
	member, entry int64
	since, until  time.Time
}

// description is how an entry is found, from and, if it is over, to a time.
type description struct {
	entry        int64
	sort         int
	terms        []record.Term
	since, until time.Time
}

func (t *tables) clone() *tables {
	c := *t
	c.reports, c.bodies, c.members = maps.Clone(t.reports), maps.Clone(t.bodies), maps.Clone(t.members)
	c.words, c.reportIDs, c.entryIDs = maps.Clone(t.words), maps.Clone(t.reportIDs), maps.Clone(t.entryIDs)
	c.entries, c.found, c.actors, c.dossiers = maps.Clone(t.entries), maps.Clone(t.found), maps.Clone(t.actors), maps.Clone(t.dossiers)
	c.doors, c.alerts, c.desks = t.doors.clone(), t.alerts.clone(), maps.Clone(t.desks)
	c.updates++
	c.keys = map[record.Space]map[uint64][]int64{}
	for space, keys := range t.keys {
		c.keys[space] = maps.Clone(keys)
	}
	c.over, c.was = slices.Clone(t.over), slices.Clone(t.was)
	c.corrections, c.changes, c.due = slices.Clone(t.corrections), slices.Clone(t.changes), slices.Clone(t.due)
	return &c
}

// Update implements record.Store.
func (s *Store) Update(ctx context.Context, do func(record.Update) error) error {
	s.write.Lock()
	defer s.write.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	next := s.now.Load().clone()
	if err := do(next.all()); err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	s.now.Store(next)
	return nil
}

// View implements record.Store.
func (s *Store) View(ctx context.Context, do func(record.View) error) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	return do(s.now.Load().all())
}

// Close implements record.Store; there is nothing to close.
func (s *Store) Close() error { return nil }

// numbers gives the keys of a table, rising.
func numbers[V any](table map[int64]V) []int64 { return slices.Sorted(maps.Keys(table)) }

// choose gives the rows that a test lets through, rising.
func choose[V any](table map[int64]V, test func(V) bool) []V {
	var of []int64
	for n, row := range table {
		if test(row) {
			of = append(of, n)
		}
	}
	return pick(table, of)
}

// setOf are some numbers, to be asked for one of them.
func setOf(of []int64) map[int64]bool {
	out := make(map[int64]bool, len(of))
	for _, n := range of {
		out[n] = true
	}
	return out
}

// pick gives the rows of numbers that are there, rising.
func pick[V any](table map[int64]V, of []int64) []V {
	of = slices.Clone(of)
	slices.Sort(of)
	var out []V
	for _, n := range slices.Compact(of) {
		if v, ok := table[n]; ok {
			out = append(out, v)
		}
	}
	return out
}

// page cuts a list to some results after the first ones; 0 is no limit.
func page[V any](all []V, limit, offset int) []V {
	all = all[min(offset, len(all)):]
	if limit > 0 {
		all = all[:min(limit, len(all))]
	}
	return all
}

// after gives the rows whose numbers are larger, so many at most.
func after[V any](table map[int64]V, number int64, limit int) []V {
	of := numbers(table)
	first, _ := slices.BinarySearch(of, number+1)
	return pick(table, page(of[first:], limit, 0))
}
