package postgres

import (
	"context"
	"fmt"
	"slices"

	"rapporteur/record"
	"rapporteur/store/packed"
)

// Check compares what can be computed from other rows with what stands in the database:
// that rows belong to something, that entries and terms know of each other and are
// counted, that corrections are found by what they are about, and that the index of words
// has the words of the texts and no others. It tells of each problem until tell returns
// false. Whether a page is as it was written is PostgreSQL's business, which says so when
// it reads one (data checksums): everything is read.
func (d *DB) Check(ctx context.Context, tell func(record.Problem) bool) error {
	return failure("verify "+d.name, d.view(ctx, func(s *session) error {
		c := &checker{session: s, tell: tell}
		for _, step := range []func() error{c.orphans, c.found, c.counts, c.numbered, c.about, c.words} {
			if c.enough {
				return nil
			}
			if err := step(); err != nil {
				return err
			}
		}
		return nil
	}))
}

// checker is a check on its way.
type checker struct {
	*session
	tell   func(record.Problem) bool
	enough bool
}

func (c *checker) problem(of, format string, args ...any) {
	if !c.enough && !c.tell(record.Problem{Of: of, What: fmt.Sprintf(format, args...)}) {
		c.enough = true
	}
}

// tellOf tells of each row of a query, which gives what it is about.
func (c *checker) tellOf(what, query string) error {
	return c.peek(func(r row) error {
		var of string
		err := r.Scan(&of)
		c.problem(of, "%s", what)
		return err
	}, query)
}

// orphan is rows that belong to nothing: how they are told of, and where they are.
type orphan struct{ table, what, of, where string }

var orphans = []orphan{
	{"reports", "it is on the record twice", "id", "EXISTS (SELECT 1 FROM reports o WHERE o.id = t.id AND o.n < t.n)"},
	{"reports", "its text is missing", "id", "NOT EXISTS (SELECT 1 FROM bodies b WHERE b.report = t.n)"},
	{"bodies", "a text without its report", "'report ' || report", "NOT EXISTS (SELECT 1 FROM reports r WHERE r.n = t.report)"},
	{"members", "an entry of a report that is not on the record", "'report ' || (place >> 12)", "NOT EXISTS (SELECT 1 FROM reports r WHERE r.n = t.place >> 12)"},
	{"sentences", "the index of words has it, and there is no text", "'report ' || (place >> 12)", "NOT EXISTS (SELECT 1 FROM bodies b WHERE b.report = t.place >> 12)"},
	{"further", "a further sentence of nothing", "'member ' || member", "NOT EXISTS (SELECT 1 FROM members m WHERE m.n = t.member)"},
	{"memberships", "a past member that is not on the record", "'entry ' || entry", "NOT EXISTS (SELECT 1 FROM members m WHERE m.n = t.member) OR NOT EXISTS (SELECT 1 FROM entries e WHERE e.n = t.entry)"},
	{"found", "a term of no entry", "'entry ' || entry", "NOT EXISTS (SELECT 1 FROM entries e WHERE e.n = t.entry) OR NOT EXISTS (SELECT 1 FROM terms x WHERE x.n = t.term)"},
	{"found_past", "a past term of no entry", "'entry ' || entry", "NOT EXISTS (SELECT 1 FROM entries e WHERE e.n = t.entry) OR NOT EXISTS (SELECT 1 FROM terms x WHERE x.n = t.term)"},
	{"due", "is to be described and is not on the record", "'entry ' || entry", "NOT EXISTS (SELECT 1 FROM entries e WHERE e.n = t.entry)"},
}

const lostEntry = "entry <> 0 AND NOT EXISTS (SELECT 1 FROM entries e WHERE e.n = members.entry)"

func (c *checker) orphans() error {
	for _, o := range orphans {
		if err := c.tellOf(o.what, "SELECT DISTINCT "+o.of+" FROM "+o.table+" t WHERE "+o.where); err != nil {
			return err
		}
	}
	return c.tellOf("belongs to an entry that is not on the record", "SELECT 'member ' || n FROM members WHERE "+lostEntry)
}

// found compares the terms that entries have with those by which they are found.
func (c *checker) found() error {
	sums := map[int64]uint64{}
	err := c.peek(func(r row) error {
		var term, sort, entry int64
		err := r.Scan(&term, &sort, &entry)
		sums[entry] += mixed(term, sort)
		return err
	}, "SELECT term, sort, entry FROM found")
	if err != nil {
		return err
	}
	return c.peek(func(r row) error {
		var n, sort int64
		var id string
		var rising []byte
		err := r.Scan(&n, &id, &sort, &rising)
		want := uint64(0)
		for _, term := range packed.ReadRising(rising) {
			want += mixed(term, sort)
		}
		if sums[n] != want {
			c.problem(id, "cannot be found by its terms, or by others too")
		}
		return err
	}, "SELECT n, id, sort, terms FROM entries")
}

// mixed spreads the bits of a term and a sort key (the finaliser of SplitMix64, Steele et
// al. 2014), so that sums tell sets of them apart.
func mixed(term, sort int64) uint64 {
	key := uint64(term)*0x9e3779b97f4a7c15 ^ uint64(sort)*0xd1342543de82ef95
	key = (key ^ key>>30) * 0xbf58476d1ce4e5b9
	key = (key ^ key>>27) * 0x94d049bb133111eb
	return key ^ key>>31
}

// miscounted gives the terms of which not as many entries are counted as there are.
const miscounted = `SELECT t.n, t.name, t.value, coalesce(f.entries, 0) FROM terms t
LEFT JOIN (SELECT term, count(*) AS entries FROM found GROUP BY term) f ON f.term = t.n
WHERE t.entries <> coalesce(f.entries, 0) OR NOT t.had AND coalesce(f.entries, 0) > 0`

func (c *checker) counts() error {
	return c.tellOf("not as many entries have it as are counted", "SELECT 'term ' || name || ' ' || value FROM ("+miscounted+") m")
}

// numbered checks that no number is given out twice.
func (c *checker) numbered() error {
	for _, table := range []string{"reports", "members", "entries", "terms", "corrections"} {
		err := c.tellOf("has numbers that will be given out again", fmt.Sprintf("SELECT 'table ' || name FROM numbers WHERE name = '%[1]s' AND last < (SELECT coalesce(max(n), 0) FROM %[1]s)", table))
		if err != nil {
			return err
		}
	}
	return nil
}

// about checks that corrections are found by what they are about.
func (c *checker) about() error {
	have := map[int64][]string{}
	err := c.peek(func(r row) error {
		var n int64
		var thing string
		err := r.Scan(&n, &thing)
		have[n] = append(have[n], thing)
		return err
	}, "SELECT correction, thing FROM about ORDER BY correction, thing")
	if err != nil {
		return err
	}
	all, err := personTable{c.session}.Corrections(0, 0)
	for _, one := range all {
		if !slices.Equal(have[one.ID], slices.Sorted(slices.Values(aboutOf(one)))) {
			c.problem(fmt.Sprint("correction ", one.ID), "cannot be found by what it is about")
		}
		delete(have, one.ID)
	}
	for n := range have {
		c.problem(fmt.Sprint("correction ", n), "is found and is not on the record")
	}
	return err
}
