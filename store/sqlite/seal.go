package sqlite

import (
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"hash/crc64"
	"hash/fnv"
	"maps"
	"math"
	"slices"

	"modernc.org/sqlite"
)

// A seal is a checksum of the values of a row, kept beside them. SQLite checks the
// structure of its file and not what stands in it: without seals a flipped bit in a
// name, a date or a text would be told as if it had been reported.
//
// sealed has the columns that the seal of each table covers. Row numbers that
// SQLite gives out are not among them, except where other rows do not show that one
// is wrong.
var sealed = map[string]string{
	"reports": "id, url, outlet, title, byline, published, language, genre, arrived, appearances, wire, article, " +
		"superseded_by, credit, source, length, sketch",
	"bodies":        "report, body",
	"members":       "place, kind, id, body, entry, since, stale",
	"memberships":   "entry, member, since, until",
	"entries":       "id, kind, minted, superseded_by, superseded_at, sort, terms, described, members",
	"terms":         "name, value",
	"found_past":    "term, sort, entry, since, until",
	"actors":        "id, known, name, kind, state",
	"corrections":   "n, at, body",
	"dossiers":      "name, body",
	"changes":       "at, entry, what, report, other, by",
	"users":         "name, role, hash, made, changed",
	"access_keys":   "id, name, role, hash, made, ends, revoked",
	"sessions":      "hash, user, began, seen, ends",
	"trail":         "n, at, who, address, what, about",
	"alert_rules":   "name, body",
	"alert_stamps":  "at",
	"alert_told":    "rule, thing, aspect, value, at",
	"alert_notices": "rule, at, waiting, body",
	"alert_letters": "id, rule, state, made, body",
	"follows":       "n, body",
	"follow_items":  "key, source, host, guid, state, report, listed, due, failed, body",
	"follow_hosts":  "name, body",
	"follow_pages":  "report, address, at, type, body",
	"desk_rows":     "namespace, kind, key, body",
}

// sealOf is the SQL expression of a row's seal.
func sealOf(table string) string { return "seal(" + sealed[table] + ")" }

func init() {
	// The driver knows functions by their names for the whole process.
	sqlite.MustRegisterDeterministicScalarFunction("seal", -1,
		func(_ *sqlite.FunctionContext, values []driver.Value) (driver.Value, error) { return seal(values) })
}

var polynomial = crc64.MakeTable(crc64.ECMA)

// seal is a CRC-64 (ECMA-182) over the values with their types and lengths. Equal
// values give equal seals; any change of up to 64 neighbouring bits gives another.
func seal(values []driver.Value) (int64, error) {
	sum, head := uint64(0), make([]byte, 0, 16)
	for _, v := range values {
		var data []byte
		head = head[:0]
		switch v := v.(type) {
		case nil:
			head = append(head, 'n')
		case int64:
			head = binary.LittleEndian.AppendUint64(append(head, 'i'), uint64(v))
		case float64:
			head = binary.LittleEndian.AppendUint64(append(head, 'f'), math.Float64bits(v))
		case string:
			head = binary.LittleEndian.AppendUint64(append(head, 't'), uint64(len(v)))
			data = []byte(v)
		case []byte:
			head, data = binary.LittleEndian.AppendUint64(append(head, 'b'), uint64(len(v))), v
		default:
			return 0, fmt.Errorf("seal: a value of type %T", v)
		}
		sum = crc64.Update(crc64.Update(sum, polynomial, head), polynomial, data)
	}
	return int64(sum), nil
}

// sealFound is the seal of a row of found, 15 bits, as the table is the largest.
func sealFound(term int64, sort int, entry, since int64) int64 {
	h := fnv.New32a()
	var b [32]byte
	for i, n := range []int64{term, int64(sort), entry, since} {
		binary.LittleEndian.PutUint64(b[8*i:], uint64(n))
	}
	_, _ = h.Write(b[:]) // a hash takes everything
	n := h.Sum32()
	return int64((n ^ n>>15) & 0x7fff)
}

// seal gives every row its seal, as a migration leaves them without.
func (s *session) seal() error {
	for _, table := range slices.Sorted(maps.Keys(sealed)) {
		if err := s.do("UPDATE " + table + " SET seal = " + sealOf(table)); err != nil {
			return err
		}
	}
	type key struct{ term, sort, entry, since int64 }
	var all []key
	err := s.each(func(r row) error {
		var k key
		err := r.Scan(&k.term, &k.sort, &k.entry, &k.since)
		all = append(all, k)
		return err
	}, "SELECT term, sort, entry, since FROM found")
	for _, k := range all {
		if err == nil {
			err = s.do("UPDATE found SET seal = ? WHERE term = ? AND sort = ? AND entry = ?",
				sealFound(k.term, int(k.sort), k.entry, k.since), k.term, k.sort, k.entry)
		}
	}
	return err
}

// enter notes that so many rows more or fewer stand in a table.
func (s *session) enter(table string, rows int64) { s.rows[table] += rows }

// book writes down how many rows each table has now, once an update.
func (s *session) book() error {
	for _, table := range slices.Sorted(maps.Keys(s.rows)) {
		if n := s.rows[table]; n != 0 {
			if err := s.do("UPDATE ledger SET rows = rows + ? WHERE name = ?", n, table); err != nil {
				return err
			}
		}
	}
	return nil
}
