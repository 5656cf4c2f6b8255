package sqlite

import "strings"

// batch is the most rows of one statement, some what the number of rows of a large
// statement is a multiple of.
const (
	batch = 128
	some  = 16
)

// insertMany inserts rows of so many values, many with one statement; few sizes of
// statements do for all numbers of rows. The statement ends where the first row
// begins, and goes on behind the last with what is added.
func (s *session) insertMany(statement string, columns int, values []any, added ...string) error {
	one, end := places(columns), strings.Join(added, "")
	for len(values) > 0 {
		rows := min(batch, len(values)/columns)
		if rows > some {
			rows -= rows % some
		}
		if err := s.do(statement+one+strings.Repeat(","+one, rows-1)+end, values[:rows*columns]...); err != nil {
			return err
		}
		values = values[rows*columns:]
	}
	return nil
}
