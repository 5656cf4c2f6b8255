package postgres

import (
	"context"
	"fmt"
	"time"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// Repaired says what Repair did.
type Repaired struct {
	Info
	// Lost says what could not be saved, a line each.
	Lost []string
}

// Repair makes anew what can be derived from reports, texts, members and corrections:
// keys, the index of words, which members belong together, and by what entries are
// found. Rows that belong to nothing are removed, and told. It changes the database
// where it stands, so that a backup of PostgreSQL's comes first.
func (d *DB) Repair(ctx context.Context, clock func() time.Time) (Repaired, error) {
	var done Repaired
	d.terms.forget() // some may be lost
	err := d.Update(ctx, func(u record.Update) error {
		s := u.(tables).entryTable.session
		if err := s.aloneOnly(); err != nil {
			return err
		}
		m := &mender{session: s}
		for _, step := range []func() error{m.bare, m.orphans, m.keys, m.numbers, m.words, m.terms, m.counts, m.about} {
			if err := step(); err != nil {
				return err
			}
		}
		done.Lost = m.lost
		return nil
	})
	if err == nil {
		err = divide(ctx, d, none)
	}
	if err == nil {
		err = record.New(d, clock).Rebuild(ctx)
	}
	if err == nil {
		done.Info, err = d.Inspect(ctx)
	}
	return done, failure("repair "+d.name, err)
}

// mender is a repair on its way.
type mender struct {
	*session
	lost []string
}

// bare removes texts that are damaged, so that orphans takes their reports.
func (m *mender) bare() error {
	var gone []int64
	err := m.texts(func(_, _ []int64, _ []string, damaged []int64) error {
		gone = append(gone, damaged...)
		return nil
	})
	if err != nil {
		return err
	}
	return m.do("DELETE FROM bodies WHERE report = ANY($1::bigint[])", gone)
}

// orphans removes rows that belong to nothing, the owners first.
func (m *mender) orphans() error {
	for _, o := range orphans {
		err := m.peek(func(r row) error {
			var of string
			err := r.Scan(&of)
			m.lost = append(m.lost, of+": "+o.what)
			return err
		}, "DELETE FROM "+o.table+" t WHERE "+o.where+" RETURNING "+o.of)
		if err != nil {
			return err
		}
	}
	return m.do("UPDATE members SET entry = 0, since = 0 WHERE " + lostEntry)
}

// keys removes the keys, and the further sentences, that Rebuild makes anew.
func (m *mender) keys() error {
	for _, table := range []string{"report_keys", "member_keys", "further"} {
		if err := m.do("DELETE FROM " + table); err != nil {
			return err
		}
	}
	return nil
}

// numbers has none given out again.
func (m *mender) numbers() error {
	for _, table := range []string{"reports", "members", "entries", "terms", "corrections"} {
		if err := m.do(fmt.Sprintf("UPDATE numbers SET last = greatest(last, (SELECT coalesce(max(n), 0) FROM %[1]s)) WHERE name = '%[1]s'", table)); err != nil {
			return err
		}
	}
	return nil
}

// words indexes all texts anew.
func (m *mender) words() error {
	if err := m.do("DELETE FROM sentences"); err != nil {
		return err
	}
	return m.texts(func(_, places []int64, words []string, _ []int64) error {
		return m.do(insertSentences, places, words)
	})
}

// terms has entries found by the terms that they have. One whose terms are not all known
// is described anew.
func (m *mender) terms() error {
	known := map[int64]bool{}
	numbers, err := m.peekNumbers("SELECT n FROM terms")
	if err != nil {
		return err
	}
	for _, n := range numbers {
		known[n] = true
	}
	var term, sort, entry, since, anew []int64
	err = m.peek(func(r row) error {
		var n, at, described int64
		var rising []byte
		err := r.Scan(&n, &at, &described, &rising)
		for _, t := range packed.ReadRising(rising) {
			if !known[t] {
				anew = append(anew, n)
				continue
			}
			term, sort, entry, since = append(term, t), append(sort, at), append(entry, n), append(since, described)
		}
		return err
	}, "SELECT n, sort, described, terms FROM entries")
	if err != nil {
		return err
	}
	return m.replaceFound(foundRows{term, sort, entry, since}, anew)
}

// replaceFound puts rows in the place of those of found, with the times that these had.
func (m *mender) replaceFound(rows foundRows, anew []int64) error {
	for _, one := range []struct {
		query string
		args  []any
	}{
		{"CREATE TEMPORARY TABLE wanted ON COMMIT DROP AS SELECT * FROM unnest($1::bigint[], $2::bigint[], $3::bigint[], $4::bigint[]) j(term, sort, entry, since)", []any{rows.term, rows.sort, rows.entry, rows.since}},
		{"UPDATE wanted w SET since = f.since FROM found f WHERE f.term = w.term AND f.sort = w.sort AND f.entry = w.entry", nil},
		{"DELETE FROM found", nil},
		{"INSERT INTO found (term, sort, entry, since) SELECT term, sort, entry, since FROM wanted", nil},
		{"UPDATE entries SET members = -1 WHERE n = ANY($1::bigint[])", []any{anew}},
	} {
		if err := m.do(one.query, one.args...); err != nil {
			return err
		}
		if err := m.send(); err != nil { // the next one knows the table
			return err
		}
	}
	return nil
}

func (m *mender) counts() error {
	return m.do("UPDATE terms SET entries = m.entries, had = had OR m.entries > 0 FROM (" + miscounted + ") m(n, name, value, entries) WHERE terms.n = m.n")
}

// about has corrections found by what they are about.
func (m *mender) about() error {
	if err := m.do("DELETE FROM about"); err != nil {
		return err
	}
	all, err := personTable{m.session}.Corrections(0, 0)
	for _, c := range all {
		if err == nil {
			err = m.putAbout(c)
		}
	}
	return err
}

// Info is what a record is.
type Info struct {
	Reports, Entries int
	// Schema is the version of its schema, Bytes the size of the database.
	Schema, Bytes int64
}

// String says it in a line.
func (i Info) String() string {
	return fmt.Sprintf("%d reports, %d entries, schema %d, %.1f MB", i.Reports, i.Entries, i.Schema, float64(i.Bytes)/1e6)
}

// Inspect says what is in the record.
func (d *DB) Inspect(ctx context.Context) (Info, error) {
	var i Info
	err := d.pool.QueryRow(ctx, `SELECT (SELECT count(*) FROM reports), (SELECT count(*) FROM entries),
  (SELECT max(version_id) FROM goose_db_version WHERE is_applied), pg_database_size(current_database())`).Scan(&i.Reports, &i.Entries, &i.Schema, &i.Bytes)
	return i, failure("read "+d.name, err)
}
