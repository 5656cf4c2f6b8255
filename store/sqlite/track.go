package sqlite

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math"
	"reflect"
	"slices"

	"rapporteur/record"
)

// track is a query for the entries of some terms within some days and nothing else, as
// lines are followed by: many of them are answered by one statement, whose words are
// always the same.
type track struct {
	record.Query
	// place is that among the queries.
	place int
}

// ahead is the order and number of entries that tracks answered at once have in common.
type ahead struct {
	limit  int
	oldest bool
}

// trackOf gives a query as a track, if it is one.
func trackOf(q record.Query, place int) (track, bool) {
	plain := record.Query{All: q.All, From: q.From, To: q.To, Limit: q.Limit, Oldest: q.Oldest}
	return track{q, place}, len(q.All) == 1 && reflect.DeepEqual(q, plain)
}

// tracks answers queries all of which are tracks; nil if one is not, or is alone.
func (s entryTable) tracks(queries []record.Query) ([][]record.EntryRow, error) {
	if len(queries) < 2 {
		return nil, nil
	}
	alike := map[ahead][]track{}
	for i, q := range queries {
		one, ok := trackOf(q, i)
		if !ok {
			return nil, nil
		}
		to := ahead{q.Limit, q.Oldest}
		alike[to] = append(alike[to], one)
	}
	found := make([][]placed, len(queries))
	for to, some := range alike {
		if err := to.follow(s.session, some, found); err != nil {
			return nil, err
		}
	}
	return s.placedRows(found)
}

// placed is an entry with its place in the order of entries.
type placed struct{ sort, entry int64 }

// follow finds the first entries of each term of some tracks and puts them together.
func (to ahead) follow(s *session, some []track, found [][]placed) error {
	direction := "DESC"
	if to.oldest {
		direction = "ASC"
	}
	var wanted [][5]any
	for _, one := range some {
		for _, t := range one.All[0] {
			wanted = append(wanted, [5]any{one.place, t.Name, t.Value, max(one.From, math.MinInt32), min(one.To, math.MaxInt32)})
		}
	}
	asked, err := list(wanted)
	if err != nil {
		return err
	}
	err = s.each(func(r row) error {
		var place int
		var pairs []byte
		if err := r.Scan(&place, &pairs); err != nil {
			return err
		}
		var flat []int64
		err := json.Unmarshal(pairs, &flat)
		for two := range slices.Chunk(flat, 2) {
			found[place] = append(found[place], placed{two[0], two[1]})
		}
		return err
	}, fmt.Sprintf(`SELECT j.value ->> 0, (SELECT '[' || coalesce(group_concat(f.sort || ',' || f.entry), '') || ']'
  FROM (SELECT sort, entry FROM found WHERE term = t.n AND sort BETWEEN j.value ->> 3 AND j.value ->> 4 ORDER BY sort %[1]s, entry %[1]s%[2]s) f)
FROM json_each(?) j CROSS JOIN terms t ON t.name = j.value ->> 1 AND t.value = j.value ->> 2`, direction, limited(to.limit, 0)), asked)
	for _, one := range some {
		found[one.place] = to.first(found[one.place])
	}
	return err
}

// first puts the entries of several terms in one order and keeps the first of them.
func (to ahead) first(found []placed) []placed {
	slices.SortFunc(found, func(a, b placed) int {
		order := cmp.Or(cmp.Compare(a.sort, b.sort), cmp.Compare(a.entry, b.entry))
		if to.oldest {
			return order
		}
		return -order
	})
	found = slices.Compact(found)
	if to.limit > 0 {
		found = found[:min(to.limit, len(found))]
	}
	return found
}

// placedRows gives the rows of entries, each with its place.
func (s entryTable) placedRows(found [][]placed) ([][]record.EntryRow, error) {
	var numbers []int64
	for _, p := range slices.Concat(found...) {
		numbers = append(numbers, p.entry)
	}
	slices.Sort(numbers)
	rows, err := s.EntryRows(slices.Compact(numbers)...)
	if err != nil {
		return nil, err
	}
	byNumber := make(map[int64]record.EntryRow, len(rows))
	for _, r := range rows {
		byNumber[r.Number] = r
	}
	out := make([][]record.EntryRow, len(found))
	for i, some := range found {
		for _, p := range some {
			if r, ok := byNumber[p.entry]; ok {
				r.Sort = int(p.sort)
				out[i] = append(out[i], r)
			}
		}
	}
	return out, nil
}
