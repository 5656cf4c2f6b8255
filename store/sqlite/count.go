package sqlite

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rapporteur/record"
)

// countNew counts the entries of a kind that were minted at a time or later, where they
// are many: their own rows say of which kind they are. It gives false for other queries.
func (s *session) countNew(q record.Query) (int, bool, error) {
	since := q.Minted
	q.Minted = time.Time{}
	term, ok := q.Alone()
	kind := slices.Index(record.Kinds(), record.Kind(term.Value))
	if since.IsZero() || !ok || term.Name != record.ByKind || kind < 0 {
		return 0, false, nil
	}
	first, err := s.firstMinted(since)
	if err != nil || first == 0 {
		return 0, false, err
	}
	counts, err := s.kindsFrom(first)
	if err != nil {
		return 0, false, err
	}
	return int(counts[kind]), true, nil
}

// kindsFrom counts the entries from a number on that are found now, by kind. A view
// counts them once.
func (s *session) kindsFrom(first int64) ([]int64, error) {
	key := fmt.Sprint("kinds from ", first)
	if out, known := s.named[key]; known {
		return out, nil
	}
	var counts []string
	var args []any
	out := make([]int64, len(record.Kinds()))
	to := make([]any, len(out))
	for i, kind := range record.Kinds() {
		counts, args, to[i] = append(counts, "count(*) FILTER (WHERE kind = ?)"), append(args, kind), &out[i] // in one pass, where GROUP BY would sort
	}
	err := s.each(func(r row) error { return r.Scan(to...) }, "SELECT "+strings.Join(counts, ", ")+" FROM entries WHERE n >= ? AND terms <> x''", append(args, first)...)
	if s.named != nil && err == nil {
		s.named[key] = out
	}
	return out, err
}
