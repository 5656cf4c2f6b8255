package postgres

import (
	"context"
	"errors"
	"slices"

	"rapporteur/record"

	"github.com/jackc/pgx/v5"
)

// numbering gives rows their numbers. An update that is alone takes the next ones and
// writes down the last; one that is not takes some for itself at once, by a connection
// beside its own, and leaves those unused that it does not need.
type numbering struct {
	*session
	d         *DB
	next, end map[string]int64
	read      bool
}

// portion is the number of numbers that an update beside others takes for itself.
var portion = map[string]int64{"members": 64, "entries": 32}

// number gives the number of the next row of a table, behind those of earlier months
// where it has months.
func (n *numbering) number(table string, month int64) (int64, error) {
	floor := floorOf(month)
	if n.claims != nil && (n.next[table] >= n.end[table] || n.next[table] < floor) {
		if err := n.take(table, max(1, portion[table]), floor); err != nil {
			return 0, n.fails(err)
		}
	}
	if n.claims == nil && !n.read {
		n.read = true
		err := n.peek(func(r row) error {
			var table string
			var last int64
			err := r.Scan(&table, &last)
			n.next[table], n.end[table] = last, last
			return err
		}, "SELECT name, last FROM numbers")
		if err != nil {
			return 0, err
		}
	}
	n.next[table] = max(n.next[table], floor) + 1
	return n.next[table], nil
}

// take has numbers of a table for this update, behind a floor.
func (n *numbering) take(table string, many, floor int64) error {
	return n.beside(func(conn *pgx.Conn) error {
		var last int64
		err := conn.QueryRow(n.ctx, "UPDATE numbers SET last = greatest(last, $3) + $1 WHERE name = $2 RETURNING last", many, table, floor).Scan(&last)
		n.next[table], n.end[table] = last-many, last
		return err
	})
}

// beside does something outside of the update that stays whatever becomes of it. It is on
// the disk no later than what the update writes, as the log is written in its order.
func (n *numbering) beside(do func(*pgx.Conn) error) error {
	n.d.side.Lock()
	defer n.d.side.Unlock()
	if n.d.sideConn == nil || n.d.sideConn.IsClosed() {
		conn, err := pgx.ConnectConfig(n.ctx, n.d.pool.Config().ConnConfig)
		if err != nil {
			return err
		}
		n.d.sideConn = conn
		if _, err := conn.Exec(n.ctx, "SET synchronous_commit = off"); err != nil {
			return err
		}
	}
	return do(n.d.sideConn)
}

// terms adds terms that there were not.
func (n *numbering) terms(terms []record.Term) error {
	slices.SortFunc(terms, func(a, b record.Term) int {
		return slices.Compare([]string{a.Name, a.Value}, []string{b.Name, b.Value})
	})
	names, values := pairs(terms)
	if n.claims == nil {
		numbers := make([]int64, len(terms))
		for i := range terms {
			var err error
			if numbers[i], err = n.number("terms", 0); err != nil {
				return err
			}
		}
		return n.do("INSERT INTO terms (n, name, value) SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[])", numbers, names, values)
	}
	err := n.beside(func(conn *pgx.Conn) error {
		_, err := conn.Exec(n.ctx, `WITH taken AS (UPDATE numbers SET last = last + $3 WHERE name = 'terms' RETURNING last - $3 AS base)
INSERT INTO terms (n, name, value) SELECT base + t.i, t.name, t.value FROM taken, unnest($1::text[], $2::text[]) WITH ORDINALITY t(name, value, i)
ON CONFLICT DO NOTHING`, names, values, int64(len(terms)))
		return err
	})
	if err != nil {
		return n.fails(err)
	}
	return nil
}

// book writes down the last numbers, once an update that is alone.
func (p *pending) book() error {
	n := p.numbering
	if p.claims != nil {
		return nil
	}
	for _, table := range []string{"reports", "members", "entries", "terms", "corrections"} {
		if n.next[table] > n.end[table] {
			if err := p.do("UPDATE numbers SET last = $1 WHERE name = $2", n.next[table], table); err != nil {
				return err
			}
		}
	}
	return nil
}

// closeSide ends the connection beside those of updates.
func (d *DB) closeSide() error {
	d.side.Lock()
	defer d.side.Unlock()
	if d.sideConn == nil {
		return nil
	}
	err := d.sideConn.Close(context.Background())
	d.sideConn = nil
	return errors.Join(err)
}
