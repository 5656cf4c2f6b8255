package sqlite

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// Check has the database check all that it can compute: its pages and indexes,
// the seals of its rows, the number of rows of each table, that entries and terms
// know of each other, and that the index of words has the words of the texts and
// no others. It tells of each problem until tell returns false, and goes on behind
// what cannot be read.
func (d *DB) Check(ctx context.Context, tell func(record.Problem) bool) error {
	s, err := d.reader(ctx)
	if err != nil {
		return failure("verify "+d.path, err)
	}
	c := &checker{session: s, tell: tell, found: map[int64]uint64{}}
	wrong, err := d.pages(ctx)
	for _, w := range wrong {
		c.problem("database", "%s", w)
	}
	if err != nil {
		c.problem("database", "its pages cannot be checked: %v", err)
	}
	steps := []func(context.Context){c.seals, c.foundSeals, c.ledger, c.linked, c.terms, c.sentences}
	for _, step := range steps {
		if ctx.Err() == nil && !c.enough {
			step(ctx)
		}
	}
	return errors.Join(ctx.Err(), s.close())
}

// pages has SQLite check its file, and gives what is wrong.
func (d *DB) pages(ctx context.Context) ([]string, error) {
	var out []string
	rows, err := d.db.QueryContext(ctx, "PRAGMA integrity_check")
	if err != nil {
		return nil, err
	}
	for rows.Next() {
		var line string
		if err := rows.Scan(&line); err != nil {
			return nil, errors.Join(err, rows.Close())
		}
		if line != "ok" {
			out = append(out, line)
		}
	}
	return out, errors.Join(rows.Err(), rows.Close())
}

// checker is a check on its way.
type checker struct {
	*session
	tell   func(record.Problem) bool
	enough bool
	// found sums up by entry the terms that find it.
	found map[int64]uint64
}

func (c *checker) problem(of, format string, args ...any) {
	if !c.enough && !c.tell(record.Problem{Of: of, What: fmt.Sprintf(format, args...)}) {
		c.enough = true
	}
}

// owner is SQL for the name that a row of a table is told under: the report or
// entry that it belongs to.
var owner = map[string]string{
	"reports":       "id",
	"bodies":        "coalesce((SELECT id FROM reports r WHERE r.n = t.report), 'report ' || report)",
	"members":       "coalesce((SELECT id FROM reports r WHERE r.n = t.place >> 12), 'report ' || (place >> 12))",
	"memberships":   "coalesce((SELECT id FROM entries e WHERE e.n = t.entry), 'entry ' || entry)",
	"entries":       "id",
	"terms":         "'term ' || name || ' ' || value",
	"found_past":    "coalesce((SELECT id FROM entries e WHERE e.n = t.entry), 'entry ' || entry)",
	"actors":        "'actor ' || id",
	"corrections":   "'correction ' || n",
	"dossiers":      "'dossier ' || name",
	"changes":       "coalesce((SELECT id FROM entries e WHERE e.n = t.entry), 'entry ' || entry)",
	"users":         "'user ' || name",
	"access_keys":   "'key ' || id",
	"sessions":      "'session of ' || user",
	"trail":         "'line ' || n || ' of the trail'",
	"alert_rules":   "'alert ' || name",
	"alert_stamps":  "'stamp ' || n",
	"alert_told":    "'alert ' || rule",
	"alert_notices": "'notice ' || n",
	"alert_letters": "'letter ' || id",
	"follows":       "'follow ' || n",
	"follow_items":  "'item ' || key",
	"follow_hosts":  "'host ' || name",
	"follow_pages":  "'page of ' || report",
	"desk_rows":     "'desk ' || namespace || ', ' || kind || ' ' || key",
}

// seals tells of rows whose values are not those that were written.
func (c *checker) seals(context.Context) {
	for _, table := range slices.Sorted(maps.Keys(sealed)) {
		err := c.each(func(r row) error {
			var of string
			err := r.Scan(&of)
			c.problem(of, "a row of %s is not as it was written", table)
			return err
		}, fmt.Sprintf("SELECT %s FROM %s t WHERE seal <> %s", owner[table], table, sealOf(table)))
		if err != nil {
			c.problem("database", "%s cannot be read: %v", table, err)
		}
	}
}

// foundSeals does the same for the terms by which entries are found.
func (c *checker) foundSeals(context.Context) {
	err := c.each(func(r row) error {
		var term, entry, since, seal int64
		var sort int
		if err := r.Scan(&term, &sort, &entry, &since, &seal); err != nil {
			return err
		}
		c.found[entry] += foundSum(term, int64(sort))
		if sealFound(term, sort, entry, since) != seal {
			c.problem(fmt.Sprint("entry ", entry), "a term by which it is found is not as it was written")
		}
		return nil
	}, "SELECT term, sort, entry, since, seal FROM found")
	if err != nil {
		c.problem("database", "found cannot be read: %v", err)
	}
}

// ledger compares the number of rows of each table with what was written down.
func (c *checker) ledger(context.Context) {
	booked := map[string]int64{}
	err := c.each(func(r row) error {
		var name string
		var n int64
		err := r.Scan(&name, &n)
		booked[name] = n
		return err
	}, "SELECT name, rows FROM ledger")
	if err != nil {
		c.problem("database", "ledger cannot be read: %v", err)
		return
	}
	for _, table := range counted {
		n, err := c.numbers("SELECT count(*) FROM " + table)
		switch want, ok := booked[table]; {
		case err != nil:
			c.problem("database", "%s cannot be counted: %v", table, err)
		case !ok:
			c.problem("database", "the ledger has lost the line of %s", table)
		case n[0] != want:
			c.problem("database", "%s has %d rows and should have %d", table, n[0], want)
		}
	}
}

// counted are the tables that the ledger counts.
var counted = []string{"reports", "bodies", "members", "memberships", "entries", "found_past", "actors", "corrections", "dossiers", "changes", "due",
	"users", "access_keys", "sessions", "trail", "alert_rules", "alert_stamps", "alert_told", "alert_notices", "alert_letters",
	"follows", "follow_items", "follow_hosts", "follow_pages", "desk_rows"}

// terms tells where entries and terms do not know of each other.
func (c *checker) terms(context.Context) {
	has := map[int64]int64{} // how many entries have a term
	err := c.each(func(r row) error {
		var n, sort int64
		var rising []byte
		var id string
		if err := r.Scan(&n, &id, &sort, &rising); err != nil {
			return err
		}
		want := uint64(0)
		for _, term := range packed.ReadRising(rising) {
			has[term]++
			want += foundSum(term, sort)
		}
		if c.found[n] != want {
			c.problem(id, "is found by other terms than it has")
		}
		delete(c.found, n)
		return nil
	}, "SELECT n, id, sort, terms FROM entries")
	if err != nil {
		c.problem("database", "the terms of entries cannot be read: %v", err)
		return
	}
	err = c.each(func(r row) error {
		var n, entries int64
		var name, value string
		err := r.Scan(&n, &name, &value, &entries)
		if entries != has[n] {
			c.problem("term "+name+" "+value, "is said to find %d entries, and finds %d", entries, has[n])
		}
		delete(has, n)
		return err
	}, "SELECT n, name, value, entries FROM terms")
	if err != nil {
		c.problem("database", "terms cannot be read: %v", err)
	}
	for _, n := range slices.Sorted(maps.Keys(has)) {
		c.problem(fmt.Sprint("term ", n), "is missing, and %d entries have it", has[n])
	}
	for _, n := range slices.Sorted(maps.Keys(c.found)) {
		c.problem(fmt.Sprint("entry ", n), "is missing, and terms find it")
	}
}

// foundSum is what a term adds to the sum of an entry.
func foundSum(term, sort int64) uint64 {
	h := uint64(term)*0x9e3779b97f4a7c15 ^ uint64(sort)*0xc2b2ae3d27d4eb4f
	h ^= h >> 29
	h *= 0xbf58476d1ce4e5b9
	return h ^ h>>32
}
