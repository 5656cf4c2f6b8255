package sqlite

import (
	"encoding/json"
	"strconv"
	"strings"
	"time"

	"rapporteur/store/packed"
)

// millis is a time as the file has it; the zero time is 0.
func millis(t time.Time) int64 { return packed.Millis(t) }

func instant(ms int64) time.Time { return packed.Instant(ms) }

// list is the JSON of some numbers or words, for json_each.
func list[T any](values []T) (string, error) {
	b, err := json.Marshal(values)
	return string(b), err
}

// limited bounds the rows of a query, to all where the limit is 0. The numbers stand in
// the statement, as SQLite plans by them: it would prepare anew each time that others
// are bound.
func limited(limit, offset int) string {
	if limit <= 0 {
		limit = -1
	}
	out := " LIMIT " + strconv.Itoa(limit)
	if offset > 0 {
		out += " OFFSET " + strconv.Itoa(offset)
	}
	return out
}

// numbered are the parameters ?1 to ?n.
func numbered(n int) string {
	var b strings.Builder
	for i := range n {
		if i > 0 {
			b.WriteString(", ")
		}
		b.WriteString("?" + strconv.Itoa(i+1))
	}
	return b.String()
}

// places are n question marks.
func places(n int) string { return "(?" + strings.Repeat(",?", n-1) + ")" }
