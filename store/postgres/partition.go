package postgres

import (
	"context"
	"fmt"
	"maps"
	"slices"
)

// Partitions are made while others read and write, who are made to wait no longer than
// patience at once; so it is tried often.
const patient = 20

// provide makes the partitions of a month. Whoever reads without an end keeps them from
// being made; then what comes in the month stands in the default partition, until a
// repair takes it out. Another update of this process may have made them meanwhile.
func provide(ctx context.Context, d *DB, month int64) error {
	if d.months.has(month) {
		return nil
	}
	err := divide(ctx, d, month)
	if err == nil || passing(err) {
		d.months.put(month)
		return nil
	}
	return err
}

// none is no month.
const none = -1

// divide takes months out of the default partitions of reports and members, and makes
// partitions of a month in which nothing came yet.
func divide(ctx context.Context, d *DB, month int64) error {
	for _, table := range partitioned {
		for try := 1; ; try++ {
			err := d.locked(ctx, dividing, func(s *session) error { return s.divide(table, month) })
			if err == nil {
				break
			}
			if !passing(err) || try == patient {
				return err
			}
			if err := pause(ctx, patience); err != nil {
				return err
			}
		}
	}
	return nil
}

// divide makes the partitions of one table.
func (s *session) divide(table string, month int64) error {
	have, err := s.partitions(table)
	if err != nil {
		return err
	}
	if err := s.do(waitFor(patience)); err != nil {
		return err
	}
	if err := s.do("LOCK TABLE " + table + "_default IN ACCESS EXCLUSIVE MODE"); err != nil {
		return err
	}
	lows, err := s.lows(table)
	if err != nil {
		return err
	}
	if month != none {
		lows[floorOf(month)] = month
	}
	for _, one := range spansOf(lows, have) {
		if err := s.attach(table, one); err != nil {
			return err
		}
	}
	return nil
}

// span is the numbers that stand in the partition of a month, without the last one.
type span struct{ month, from, to int64 }

// partition is its name in a table. Numbers that do not say their month stand by
// themselves.
func (s span) partition(table string) string {
	name := fmt.Sprintf("%s_%d_%02d", table, epoch+s.month/12, s.month%12+1)
	if monthOfNumber(s.from) == 0 {
		name += "_old"
	}
	return name
}

// partitions are those of a table that there are.
func (s *session) partitions(table string) ([]span, error) {
	var out []span
	return out, s.peek(func(r row) error {
		var one span
		err := r.Scan(&one.from, &one.to)
		out = append(out, one)
		return err
	}, `SELECT (bounds[1])::bigint, (bounds[2])::bigint FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
CROSS JOIN LATERAL regexp_match(pg_get_expr(c.relpartbound, c.oid), 'FROM \(''(\d+)''\) TO \(''(\d+)''\)') bounds
WHERE i.inhparent = $1::text::regclass AND bounds IS NOT NULL`, table)
}

// came is the month in which a report came.
const came = `greatest(0, (extract(year FROM to_timestamp(r.arrived / 1000.0) AT TIME ZONE 'UTC')::bigint - 2020) * 12 + extract(month FROM to_timestamp(r.arrived / 1000.0) AT TIME ZONE 'UTC')::bigint - 1)`

// lows gives the lowest number of each month in the default partition of a table, with
// the month. Where numbers do not say it, as they are from before there were months or
// from a file, a month is when the report came.
func (s *session) lows(table string) (map[int64]int64, error) {
	from := "reports_default r"
	if table == "members" {
		from = "members_default m LEFT JOIN reports r ON r.n = m.place >> 12"
	}
	number := table[:1] + ".n"
	out := map[int64]int64{}
	return out, s.peek(func(r row) error {
		var month, low int64
		err := r.Scan(&month, &low)
		out[low] = month
		return err
	}, fmt.Sprintf("SELECT coalesce(nullif(%[1]s >> %[2]d, 0), %[3]s, 0), min(%[1]s) FROM %[4]s GROUP BY 1, %[1]s >> %[2]d", number, monthBits, came, from))
}

// spansOf says which numbers stand in the partitions of months, by the lowest ones of
// each, beside the partitions that there are. Numbers that do not say their month mostly
// rise with time; one that is behind numbers of a later month stands with that.
func spansOf(lows map[int64]int64, have []span) []span {
	var out []span
	add := func(one span) {
		if !slices.ContainsFunc(slices.Concat(out, have), func(h span) bool { return h.from < one.to && one.from < h.to }) {
			out = append(out, one)
		}
	}
	before := map[int64]int64{} // the lowest of each month, of the numbers that do not say it
	for low, month := range lows {
		if said := monthOfNumber(low); said > 0 {
			add(span{said, floorOf(said), floorOf(said + 1)})
		} else {
			before[month] = low
		}
	}
	next := floorOf(1)
	for _, month := range slices.Backward(slices.Sorted(maps.Keys(before))) {
		if before[month] < next {
			add(span{month, before[month], next})
			next = before[month]
		}
	}
	return out
}

// attach makes a partition of rows of the default one.
func (s *session) attach(table string, one span) error {
	for _, query := range []string{
		"CREATE TABLE %[2]s (LIKE %[1]s INCLUDING DEFAULTS INCLUDING STORAGE INCLUDING INDEXES)",
		"INSERT INTO %[2]s SELECT * FROM %[1]s_default WHERE n >= %[3]d AND n < %[4]d",
		"DELETE FROM %[1]s_default WHERE n >= %[3]d AND n < %[4]d",
		"ALTER TABLE %[1]s ATTACH PARTITION %[2]s FOR VALUES FROM (%[3]d) TO (%[4]d)",
	} {
		if err := s.do(fmt.Sprintf(query, table, one.partition(table), one.from, one.to)); err != nil {
			return err
		}
		if err := s.send(); err != nil { // the next one knows the table
			return err
		}
	}
	return nil
}
