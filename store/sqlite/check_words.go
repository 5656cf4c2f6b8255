package sqlite

import (
	"context"
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"maps"
	"slices"
)

// chunk is the number of reports whose words are indexed anew at once to compare.
const chunk = 500

// sentences compares the index of words with the texts: each text is indexed anew
// in memory, and both indexes are summed up report by report.
func (c *checker) sentences(ctx context.Context) {
	have := map[int64]uint64{}
	if err := c.sum("main", "sentences", have); err != nil {
		c.problem("database", "the index of words cannot be read: %v", err)
		return
	}
	numbers, err := c.numbers("SELECT report FROM bodies ORDER BY report")
	if err != nil {
		c.problem("database", "the texts cannot be listed: %v", err)
		return
	}
	if err := c.scratch(); err != nil {
		c.problem("database", "no place to index texts: %v", err)
		return
	}
	for part := range slices.Chunk(numbers, chunk) {
		if ctx.Err() != nil || c.enough {
			return
		}
		c.compare(part, have)
	}
	for _, n := range slices.Sorted(maps.Keys(have)) {
		c.problem(c.nameOf(n), "the index of words has it, and there is no text")
	}
}

// scratch makes an index of words in memory.
func (c *checker) scratch() error {
	err := c.do("PRAGMA query_only = off") // of this connection; what it makes is in memory
	if err == nil {
		err = c.do(`CREATE VIRTUAL TABLE IF NOT EXISTS temp.again USING fts5(
  text, content='', contentless_delete=1, tokenize='porter unicode61 remove_diacritics 2')`)
	}
	return err
}

// compare indexes the texts of some reports anew, and takes those that agree out of
// the sums.
func (c *checker) compare(numbers []int64, have map[int64]uint64) {
	var read []int64
	for _, n := range numbers {
		body, err := reportTable{c.session}.Body(n)
		if err == nil && body != nil {
			err = c.index("temp.again", n, body)
		}
		if err != nil {
			c.problem(c.nameOf(n), "its text cannot be read: %v", err)
			delete(have, n)
			continue
		}
		read = append(read, n)
	}
	want := map[int64]uint64{}
	if err := c.sum("temp", "again", want); err != nil {
		c.problem("database", "texts cannot be indexed anew: %v", err)
		return
	}
	for _, n := range read {
		if have[n] != want[n] {
			c.problem(c.nameOf(n), "the index of words does not have the words of its text")
		}
		delete(have, n)
	}
	if err := c.do("INSERT INTO temp.again(again) VALUES ('delete-all')"); err != nil {
		c.problem("database", "texts cannot be indexed anew: %v", err)
	}
}

// sum adds up, for each report, hashes of all that an index says of its words.
func (c *checker) sum(schema, index string, sums map[int64]uint64) error {
	vocabulary := "temp.words_of_" + index
	if err := c.do("PRAGMA query_only = off"); err != nil {
		return err
	}
	err := c.do(fmt.Sprintf("CREATE VIRTUAL TABLE IF NOT EXISTS %s USING fts5vocab('%s', '%s', 'instance')", vocabulary, schema, index))
	if err != nil {
		return err
	}
	var b [16]byte
	return c.each(func(r row) error {
		var term string
		var doc, offset int64
		if err := r.Scan(&term, &doc, &offset); err != nil {
			return err
		}
		h := fnv.New64a()
		_, _ = h.Write([]byte(term)) // a hash takes everything
		binary.LittleEndian.PutUint64(b[:8], uint64(doc))
		binary.LittleEndian.PutUint64(b[8:], uint64(offset))
		_, _ = h.Write(b[:])
		sums[doc>>12] += h.Sum64()
		return nil
	}, "SELECT term, doc, offset FROM "+vocabulary)
}

// nameOf is the id of a report, or its number where that cannot be had.
func (c *checker) nameOf(n int64) string {
	rows, err := reportTable{c.session}.ReportRows(n)
	if err != nil || len(rows) == 0 {
		return fmt.Sprint("report ", n)
	}
	return rows[0].ID
}
