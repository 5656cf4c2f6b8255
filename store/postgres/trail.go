package postgres

import (
	"time"

	"rapporteur/access"
	"rapporteur/store/packed"
)

// Session implements access.View.
func (s accessTable) Session(hash string) (*access.Session, error) {
	var out *access.Session
	err := s.each(func(r row) error {
		one := access.Session{Hash: hash}
		var began, seen, ends int64
		err := r.Scan(&one.User, &began, &seen, &ends)
		one.Began, one.Seen, one.Ends = packed.Instant(began), packed.Instant(seen), packed.Instant(ends)
		out = &one
		return err
	}, `SELECT "user", began, seen, ends FROM sessions WHERE hash = $1`, clean(hash))
	return out, err
}

// PutSession implements access.Update.
func (s accessTable) PutSession(one access.Session) error {
	return s.do(`INSERT INTO sessions (hash, "user", began, seen, ends) VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (hash) DO UPDATE SET "user" = excluded."user", began = excluded.began, seen = excluded.seen, ends = excluded.ends`,
		one.Hash, clean(one.User), packed.Millis(one.Began), packed.Millis(one.Seen), packed.Millis(one.Ends))
}

// DropSession implements access.Update.
func (s accessTable) DropSession(hash string) error {
	return s.do("DELETE FROM sessions WHERE hash = $1", clean(hash))
}

// DropSessionsOf implements access.Update.
func (s accessTable) DropSessionsOf(user string) error {
	return s.do(`DELETE FROM sessions WHERE "user" = $1`, clean(user))
}

// DropSessionsBefore implements access.Update.
func (s accessTable) DropSessionsBefore(ended, used time.Time) error {
	return s.do("DELETE FROM sessions WHERE ends < $1 OR seen < $2", packed.Millis(ended), packed.Millis(used))
}

// Trail implements access.View.
func (s accessTable) Trail(q access.TrailQuery) ([]access.Line, error) {
	c := &conditions{}
	if len(q.Who) > 0 {
		c.add("who = ANY(%s::text[])", q.Who)
	}
	if len(q.What) > 0 {
		var what []string
		for _, w := range q.What {
			what = append(what, string(w))
		}
		c.add("what = ANY(%s::text[])", what)
	}
	if !q.Since.IsZero() {
		c.add("at >= %s", packed.Millis(q.Since))
	}
	if !q.Until.IsZero() {
		c.add("at < %s", packed.Millis(q.Until))
	}
	var out []access.Line
	err := s.each(func(r row) error {
		var l access.Line
		var at int64
		err := r.Scan(&l.Number, &at, &l.Who, &l.Address, (*string)(&l.What), &l.About)
		l.At = packed.Instant(at)
		out = append(out, l)
		return err
	}, "SELECT n, at, who, address, what, about FROM trail WHERE "+c.where()+" ORDER BY n DESC LIMIT "+c.arg(limit(q.Limit)), c.args...)
	return out, err
}

// PutLine implements access.Update. Lines are numbered one behind the other.
func (s accessTable) PutLine(l access.Line) error {
	return s.do("INSERT INTO trail (n, at, who, address, what, about) SELECT coalesce(max(n), 0) + 1, $1, $2, $3, $4, $5 FROM trail",
		packed.Millis(l.At), clean(l.Who), clean(l.Address), string(l.What), clean(l.About))
}
