package sqlite

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"rapporteur/record"

	lib "modernc.org/sqlite/lib"
)

// Repaired says what Repair did.
type Repaired struct {
	Info
	// Kept is where the damaged record is now.
	Kept string
	// Aside is the file of what could not be saved, one JSON object a line, empty if
	// there is none; Lost counts its lines.
	Aside string
	Lost  int
	// Reread are the reports of which something was set aside that reading them
	// again gives back.
	Reread []string
}

// Repair saves what can be saved of a damaged record. Rows that are as they were
// written are copied to a new file beside it, what can be derived is made anew, and
// the new file takes the place of the old one, which is kept under another name.
// What cannot be saved is set aside in a file of JSON lines; lines with a text can
// be given to `rapporteur add`. While another process writes it is refused as Busy.
func Repair(ctx context.Context, path string, clock func() time.Time) (Repaired, error) {
	return repair(ctx, path, clock, disk{})
}

func repair(ctx context.Context, path string, clock func() time.Time, files disk) (Repaired, error) {
	op := "repair " + path
	if err := present(path, Read); err != nil {
		return Repaired{}, err
	}
	if err := files.removeStale(path + ".repairing-"); err != nil {
		return Repaired{}, failure(op, err)
	}
	release, err := claim(ctx, path)
	if err != nil && (primary(err) == lib.SQLITE_BUSY || primary(err) == lib.SQLITE_LOCKED) {
		return Repaired{}, failure(op, err)
	}
	if err == nil {
		release() // what is left of its log is folded in
	}
	m := &mender{path: path, fresh: fmt.Sprintf("%s.repairing-%d", path, os.Getpid()),
		reports: map[int64]string{}, members: map[int64]bool{}, entries: map[int64]bool{}, reread: map[string]bool{}}
	err = m.mend(ctx, clock, files)
	if err != nil {
		return Repaired{}, failure(op, errors.Join(err, disk{}.removeRecord(m.fresh)))
	}
	return m.done, nil
}

// mender is a repair on its way.
type mender struct {
	path, fresh string
	to          *session
	// reports are the ids of the reports that are saved, by number; members and
	// entries the numbers of those.
	reports          map[int64]string
	members, entries map[int64]bool
	reread           map[string]bool
	aside            strings.Builder
	done             Repaired
}

func (m *mender) mend(ctx context.Context, clock func() time.Time, files disk) error {
	from, err := openToLook(m.path)
	if err != nil {
		return err
	}
	err = m.copy(ctx, from)
	if err = errors.Join(err, from.db.Close()); err != nil {
		return err
	}
	if err := m.derive(ctx, clock); err != nil {
		return err
	}
	if err := m.keepTimes(ctx); err != nil {
		return err
	}
	if err := files.sync(m.fresh); err != nil {
		return err
	}
	if m.done.Info, err = Inspect(ctx, m.fresh); err != nil {
		return err
	}
	if err := m.writeAside(files); err != nil {
		return err
	}
	m.done.Kept, err = setAside(m.fresh, m.path, files)
	return err
}

// copy saves the rows that are as they were written.
func (m *mender) copy(ctx context.Context, from *DB) error {
	if err := ours(ctx, from.db, false); err != nil {
		return err
	}
	reader, err := newSession(ctx, from.db)
	if err != nil {
		return err
	}
	to, err := Open(ctx, m.fresh, Create)
	if err != nil {
		return errors.Join(err, reader.close())
	}
	m.to = to.writer
	s := &salvager{session: reader, take: m.take, lost: m.lost}
	err = m.to.do("BEGIN IMMEDIATE")
	for i := range salvaged {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = s.table(i)
		}
	}
	for _, query := range m.finish() {
		if err == nil {
			err = m.to.do(query)
		}
	}
	if err == nil {
		err = m.to.do("COMMIT")
	}
	return errors.Join(err, reader.close(), to.Close())
}

// derive takes reports off that have lost their text, and makes anew what follows
// from the rest.
func (m *mender) derive(ctx context.Context, clock func() time.Time) error {
	to, err := Open(ctx, m.fresh, Write)
	if err != nil {
		return err
	}
	err = to.Update(ctx, func(u record.Update) error {
		bare, err := to.writer.numbers("SELECT n FROM reports WHERE n NOT IN (SELECT report FROM bodies)")
		for _, n := range bare {
			if err == nil {
				m.lost("reports", "its text is lost", map[string]any{"id": m.reports[n]})
				err = u.DropReport(n)
			}
		}
		return err
	})
	r := record.New(to, clock)
	if err == nil {
		err = r.Rebuild(ctx)
	}
	for id := range m.reread {
		m.done.Reread = append(m.done.Reread, id)
	}
	return errors.Join(err, to.Close())
}

// keepTimes gives the terms by which entries are found the times since which they
// are, so that the record of a past day still answers.
func (m *mender) keepTimes(ctx context.Context) error {
	from, err := openToLook(m.path)
	if err != nil {
		return err
	}
	reader, err := newSession(ctx, from.db)
	if err != nil {
		return errors.Join(err, from.db.Close())
	}
	to, err := Open(ctx, m.fresh, Write)
	if err != nil {
		return errors.Join(err, reader.close(), from.db.Close())
	}
	err = to.Update(ctx, func(record.Update) error {
		var failed error
		_ = reader.each(func(r row) error { // what stands behind a break counts from now
			var term, sort, entry, since, seal int64
			if err := r.Scan(&term, &sort, &entry, &since, &seal); err != nil {
				return err
			}
			if sealFound(term, int(sort), entry, since) == seal {
				failed = to.writer.do("UPDATE found SET since = ?, seal = ? WHERE term = ? AND sort = ? AND entry = ?", since, seal, term, sort, entry)
			}
			return failed
		}, "SELECT term, sort, entry, since, seal FROM found")
		return failed
	})
	return errors.Join(err, to.Close(), reader.close(), from.db.Close())
}

// writeAside writes what was lost, if anything was.
func (m *mender) writeAside(files disk) error {
	if m.done.Lost == 0 {
		return nil
	}
	m.done.Aside = freeName(fmt.Sprintf("%s.aside-%s.jsonl", m.path, time.Now().UTC().Format("20060102T150405")))
	return files.step("write", m.done.Aside, func() error {
		f, err := os.OpenFile(m.done.Aside, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
		if err != nil {
			return err
		}
		_, err = io.WriteString(f, m.aside.String())
		return errors.Join(err, f.Sync(), f.Close())
	})
}
