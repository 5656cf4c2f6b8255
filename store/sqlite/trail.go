package sqlite

import (
	"time"

	"rapporteur/access"
)

// Session implements access.View.
func (s accessTable) Session(hash string) (*access.Session, error) {
	var out *access.Session
	err := s.each(func(r row) error {
		one := access.Session{Hash: hash}
		var began, seen, ends int64
		err := r.Scan(&one.User, &began, &seen, &ends)
		one.Began, one.Seen, one.Ends = instant(began), instant(seen), instant(ends)
		out = &one
		return err
	}, "SELECT user, began, seen, ends FROM sessions WHERE hash = ?", hash)
	return out, err
}

// PutSession implements access.Update.
func (s accessTable) PutSession(one access.Session) error {
	return s.do(`INSERT INTO sessions (hash, user, began, seen, ends, seal) VALUES (?1, ?2, ?3, ?4, ?5, seal(?1, ?2, ?3, ?4, ?5))
ON CONFLICT DO UPDATE SET user = excluded.user, began = excluded.began, seen = excluded.seen, ends = excluded.ends, seal = excluded.seal`,
		one.Hash, one.User, millis(one.Began), millis(one.Seen), millis(one.Ends))
}

// DropSession implements access.Update.
func (s accessTable) DropSession(hash string) error {
	return s.do("DELETE FROM sessions WHERE hash = ?", hash)
}

// DropSessionsOf implements access.Update.
func (s accessTable) DropSessionsOf(user string) error {
	return s.do("DELETE FROM sessions WHERE user = ?", user)
}

// DropSessionsBefore implements access.Update.
func (s accessTable) DropSessionsBefore(ended, used time.Time) error {
	return s.do("DELETE FROM sessions WHERE ends < ? OR seen < ?", millis(ended), millis(used))
}

// Trail implements access.View.
func (s accessTable) Trail(q access.TrailQuery) ([]access.Line, error) {
	who, err := list(q.Who)
	if err != nil {
		return nil, err
	}
	what, err := list(q.What)
	if err != nil {
		return nil, err
	}
	limit := -1
	if q.Limit > 0 {
		limit = q.Limit
	}
	var out []access.Line
	err = s.each(func(r row) error {
		var l access.Line
		var at int64
		err := r.Scan(&l.Number, &at, &l.Who, &l.Address, &l.What, &l.About)
		l.At = instant(at)
		out = append(out, l)
		return err
	}, `SELECT n, at, who, address, what, about FROM trail
WHERE (?1 = 0 OR who IN (SELECT value FROM json_each(?2))) AND (?3 = 0 OR what IN (SELECT value FROM json_each(?4)))
  AND (?5 = 0 OR at >= ?5) AND (?6 = 0 OR at < ?6) ORDER BY n DESC LIMIT ?7`,
		len(q.Who), who, len(q.What), what, millis(q.Since), millis(q.Until), limit)
	return out, err
}

// PutLine implements access.Update.
func (s accessTable) PutLine(l access.Line) error {
	n, err := s.exec("INSERT INTO trail (at, who, address, what, about, seal) VALUES (?, ?, ?, ?, ?, 0)", millis(l.At), l.Who, l.Address, string(l.What), l.About)
	if err != nil {
		return err
	}
	return s.do("UPDATE trail SET seal = "+sealOf("trail")+" WHERE n = ?", n)
}
